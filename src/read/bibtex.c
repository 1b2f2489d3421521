/* BibTeX and BibLaTeX:
 *
 *   @article{zhang2002, author = {Zhang, Qian and de Vries, Hugo},
 *            title = "{A} title", year = 2002, doi = {10.1000/x}, pmid = 1}
 * Behind what is wrong, reading goes on at the next line that begins with @.
 */
#include "item.h"
#include "latex.h"

#include "base/utf8.h"
#include "base/vec.h"

enum {
  STRINGS_MOST = 1000,
  BRACES_MOST = 100
};

typedef struct macro {
  pq_view name, value;
} macro;

typedef struct reading {
  pq_items *e;
  pq_view all;
  size_t at;
  pq_item_pen pen;
  pq_arena arena; /* of strings */
  PQ_VEC(macro) strings;
  pq_buf value, plain;
  pq_view eprint; /* in the arena of the entry */
  bool eprint_pubmed;
} reading;

static char peek(const reading *d) {
  return (char)(d->at < d->all.len ? d->all.ptr[d->at] : '\0');
}

static void skip_blanks(reading *d) {
  while (d->at < d->all.len && pq_is_space(d->all.ptr[d->at])) {
    ++d->at;
  }
}

static bool take(reading *d, char c) {
  skip_blanks(d);
  if (d->at == d->all.len || d->all.ptr[d->at] != c) return false;
  ++d->at;
  return true;
}

/* A name of a type, field or string. */
static pq_view take_name(reading *d) {
  static const char ends[] = "{}(),=\"#%@ \t\r\n";
  skip_blanks(d);
  const size_t begin = d->at;
  while (d->at < d->all.len &&
         !memchr(ends, d->all.ptr[d->at], sizeof ends - 1)) {
    ++d->at;
  }
  return (pq_view){d->all.ptr + begin, d->at - begin};
}

static bool spoil(reading *d, const char *text) {
  pq_item_move(&d->pen, d->all, d->at);
  pq_item_spoil(d->e, d->pen.line, d->pen.column, text);
  return false;
}

/* ---- values ---- */

/* "@article{" at the beginning of a line: no value goes that far. */
static bool at_entry(const reading *d) {
  size_t at = d->at;
  if (d->all.ptr[at] != '@' || d->all.ptr[at - 1] != '\n') return false;
  while (++at < d->all.len && pq_is_alpha(d->all.ptr[at])) {}
  return at > d->at + 1 && at < d->all.len &&
         (d->all.ptr[at] == '{' || d->all.ptr[at] == '(');
}

/* What is in braces or quotes, up to `close` at no depth.  To BibTeX a brace
 * is one behind a backslash too. */
static bool take_quoted(reading *d, char close) {
  size_t depth = 0;
  const size_t begin = ++d->at;
  for (; d->at < d->all.len; ++d->at) {
    const char c = d->all.ptr[d->at];
    if (at_entry(d)) return spoil(d, "the value before has no end");
    if (c == close && depth == 0) {
      pq_buf_put(&d->value, (pq_view){d->all.ptr + begin, d->at - begin});
      ++d->at;
      return true;
    }
    if (c == '\\' && d->at + 1 < d->all.len && d->all.ptr[d->at + 1] == '"') {
      ++d->at;
      continue;
    }
    depth += c == '{';
    if (c == '}' && depth) --depth;
    if (depth > BRACES_MOST) return spoil(d, "braces over 100 deep");
    if (d->at - begin > PQ_ITEM_TEXT_MOST) {
      return spoil(d, "a field of over 64 KiB, or without its end");
    }
  }
  return spoil(d, "the file ends within a value");
}

/* A number, or a string; one that nothing defines says nothing, as to BibTeX.
 */
static bool take_bare(reading *d) {
  const pq_view word = take_name(d);
  if (!word.len) return spoil(d, "a value is expected: {...}, \"...\", 2002");
  for (uint32_t i = d->strings.n; i > 0; --i) {
    const macro *const m = &d->strings.at[i - 1];
    if (!pq_view_alike(m->name, word)) continue;
    pq_buf_put(&d->value, m->value);
    return true;
  }
  if (pq_is_digit(word.ptr[0])) pq_buf_put(&d->value, word);
  return true;
}

/* "a" # b # {c}, to d->value. */
static bool take_value(reading *d) {
  pq_buf_reset(&d->value);
  do {
    skip_blanks(d);
    const char c = peek(d);
    const bool good = c == '{'   ? take_quoted(d, '}')
                      : c == '"' ? take_quoted(d, '"')
                                 : take_bare(d);
    if (!good) return false;
    if (d->value.len > PQ_ITEM_TEXT_MOST) {
      return spoil(d, "a field of over 64 KiB");
    }
  } while (take(d, '#'));
  return true;
}

static pq_view plain(reading *d, pq_view raw) {
  pq_buf_reset(&d->plain);
  if (pq_utf8_check(raw) < raw.len) return raw; /* its taker will tell */
  pq_latex_put(&d->plain, raw);
  return pq_view_trim(pq_buf_view(&d->plain));
}

/* ---- names ---- */

/* Behind the next word at no depth of braces. */
static size_t word_end(pq_view text, size_t at) {
  size_t depth = 0;
  for (; at < text.len; ++at) {
    const char c = text.ptr[at];
    if (c == '{') ++depth;
    if (c == '}' && depth) --depth;
    if (!depth && pq_is_space(c)) break;
  }
  return at;
}

static size_t word_begin(pq_view text, size_t at) {
  while (at < text.len && pq_is_space(text.ptr[at])) {
    ++at;
  }
  return at;
}

/* A comma at no depth of braces, or the length; "\," is a thin space. */
static size_t comma_in(pq_view name) {
  size_t depth = 0;
  for (size_t at = 0; at < name.len; ++at) {
    const char c = name.ptr[at];
    if (c == '\\') ++at;
    if (c == '{') ++depth;
    if (c == '}' && depth) --depth;
    if (!depth && c == ',') return at;
  }
  return name.len;
}

/* "de Vries, Hugo", "Hugo de Vries", "{The Consortium}": the surname. */
static pq_view surname_of(pq_view name) {
  const size_t comma = comma_in(name);
  if (comma < name.len) return pq_view_head(name, comma);
  size_t last = 0;
  for (size_t at = 0; at < name.len;) {
    const size_t end = word_end(name, at);
    const size_t next = word_begin(name, end);
    last = at;
    if (pq_is_lower(name.ptr[at]) && next < name.len) break;
    at = next;
  }
  return pq_view_skip(name, last);
}

static pq_status take_person(reading *d, pq_view name) {
  pq_status st = PQ_OK;
  name = pq_view_trim(name);
  if (!name.len) return PQ_OK;
  if (!pq_view_says(name, "others")) {
    const pq_view surname = plain(d, surname_of(name));
    return pq_item_author(d->e, pq_person_family(surname));
  }
  PQ_TRY(st, pq_item_author(d->e, PQ_LIT(""))); /* two at the least */
  return pq_item_author(d->e, PQ_LIT(""));
}

/* Names joined by "and". */
static pq_status take_people(reading *d, pq_view list) {
  pq_status st = PQ_OK;
  size_t begin = 0;
  for (size_t at = word_begin(list, 0); at < list.len;) {
    const size_t end = word_end(list, at);
    const pq_view word = {list.ptr + at, end - at};
    if (pq_view_says(word, "and")) {
      PQ_TRY(st, take_person(d, (pq_view){list.ptr + begin, at - begin}));
      begin = end;
    }
    at = word_begin(list, end);
  }
  return take_person(d, pq_view_skip(list, begin));
}

/* ---- entries ---- */

static pq_status use_field(reading *d, pq_view name) {
  static const struct {
    const char *name;
    pq_item_field field;
  } fields[] = {{"title", PQ_ITEM_TITLE},
                {"year", PQ_ITEM_YEAR},
                {"date", PQ_ITEM_YEAR},
                {"doi", PQ_ITEM_DOI},
                {"pmid", PQ_ITEM_PMID}};
  const pq_view raw = pq_buf_view(&d->value);
  if (pq_view_says(name, "author")) return take_people(d, raw);
  const pq_view text = plain(d, raw);
  for (size_t i = 0; i < sizeof fields / sizeof *fields; ++i) {
    if (pq_view_says(name, fields[i].name)) {
      return pq_item_set(d->e, fields[i].field, text);
    }
  }
  if (pq_view_says(name, "eprint")) {
    return pq_arena_copy(&d->e->arena, text, &d->eprint);
  }
  if (pq_view_says(name, "eprinttype") || pq_view_says(name, "archiveprefix")) {
    d->eprint_pubmed = pq_view_says(text, "pubmed");
  }
  if (pq_view_says(name, "note") || pq_view_says(name, "annote") ||
      pq_view_says(name, "url")) {
    return pq_item_hint(d->e, text);
  }
  return PQ_OK;
}

/* Behind "@article{": the key and the fields. */
static pq_status read_fields(reading *d, char close) {
  pq_status st = PQ_OK;
  const size_t begin = d->at;
  while (d->at < d->all.len && d->all.ptr[d->at] != ',' &&
         d->all.ptr[d->at] != close && d->all.ptr[d->at] != '=') {
    ++d->at;
  }
  if (peek(d) == '=') d->at = begin; /* there is no key */
  while (!d->e->bad) {
    (void)take(d, ',');
    if (take(d, close)) break;
    const pq_view name = take_name(d);
    if (!name.len || !take(d, '=')) {
      (void)spoil(d, "a field is expected here: name = value");
    } else if (take_value(d)) {
      PQ_TRY(st, use_field(d, name));
      skip_blanks(d);
      if (peek(d) != ',' && peek(d) != close) {
        (void)spoil(d, "a comma, or the end of the entry, is expected here");
      }
    }
  }
  return PQ_OK;
}

/* @string{name = value} */
static pq_status read_string(reading *d) {
  pq_status st = PQ_OK;
  macro m = {.name = take_name(d)};
  if (!m.name.len || !take(d, '=') || !take_value(d)) {
    (void)spoil(d, "a string is name = value");
    return PQ_OK;
  }
  if (d->strings.n == STRINGS_MOST) {
    (void)spoil(d, "over 1,000 strings");
    return PQ_OK;
  }
  PQ_TRY(st, pq_arena_copy(&d->arena, pq_buf_view(&d->value), &m.value));
  PQ_PUSH(&d->arena, &d->strings, m);
  d->e->begun = false;
  return PQ_OK;
}

/* On to the next @ that begins a line; or, where all was well, that stands
 * behind a blank or a brace. */
static void skip_to_entry(reading *d, bool any) {
  for (; d->at < d->all.len; ++d->at) {
    if (d->all.ptr[d->at] != '@') continue;
    const char before = (char)(d->at ? d->all.ptr[d->at - 1] : '\n');
    if (before == '\n' || (any && (pq_is_space(before) || before == '}'))) {
      return;
    }
  }
}

static pq_status read_entry(reading *d) {
  pq_status st = PQ_OK;
  pq_item_move(&d->pen, d->all, d->at);
  ++d->at;
  const pq_view type = take_name(d);
  if (pq_view_says(type, "comment") || pq_view_says(type, "preamble")) {
    return PQ_OK;
  }
  pq_item_begin(d->e, d->pen.line, d->pen.column);
  d->eprint = (pq_view){"", 0};
  d->eprint_pubmed = false;
  const bool round = take(d, '(');
  if (!type.len || (!round && !take(d, '{'))) {
    (void)spoil(d, "an entry is @type{key, name = value, ...}");
  } else if (pq_view_says(type, "string")) {
    PQ_TRY(st, read_string(d));
  } else {
    PQ_TRY(st, read_fields(d, round ? ')' : '}'));
  }
  if (d->eprint_pubmed) {
    PQ_TRY(st, pq_item_set(d->e, PQ_ITEM_PMID, d->eprint));
  }
  return PQ_OK;
}

static pq_status read_all(reading *d) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_items_whole(d->e, &d->all));
  if (pq_view_starts(d->all, PQ_LIT("\xEF\xBB\xBF"))) {
    d->all = pq_view_skip(d->all, 3);
  }
  bool any = true;
  for (;;) {
    skip_to_entry(d, any);
    if (d->at == d->all.len) break;
    PQ_TRY(st, read_entry(d));
    any = !d->e->bad;
    PQ_TRY(st, pq_item_end(d->e));
    if (d->value.status) return d->value.status;
    if (d->plain.status) return d->plain.status;
  }
  return PQ_OK;
}

pq_status pq_bibtex_read(pq_items *e) {
  reading d = {.e = e};
  pq_arena_init(&d.arena, e->room.alloc, 64 << 20);
  pq_buf_init(&d.value, e->room.alloc);
  pq_buf_init(&d.plain, e->room.alloc);
  const pq_status st = read_all(&d);
  pq_arena_clear(&d.arena);
  pq_buf_clear(&d.value);
  pq_buf_clear(&d.plain);
  return st;
}
