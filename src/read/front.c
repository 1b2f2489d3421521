#include "front.h"

#include "field.h"

#include "base/yaml.h"

/* A reader of front matter. */
typedef struct fronter {
  pq_record *r;
  pq_front *out;
  pq_yaml *yaml;
  uint32_t begin; /* of the YAML, in the record's bytes */
  uint32_t seen;  /* keys, a bit each */
} fronter;

typedef pq_status (*taker)(fronter *f, const pq_yaml_event *value);

/* ---- values ---- */

static pq_status refuse(const fronter *f, const pq_yaml_event *at,
                        const char *code, const char *text) {
  return pq_fail(f->r->sink, PQ_BAD_SYNTAX, code, at->at, "%s", text);
}

/* The value is read to its end first: what is broken in it matters more. */
static pq_status text_of(const fronter *f, const pq_yaml_event *value,
                         pq_view *out) {
  pq_status st = PQ_OK;
  if (value->kind == PQ_YAML_SCALAR) {
    *out = pq_view_trim(value->text);
    return PQ_OK;
  }
  PQ_TRY(st, pq_yaml_skip(f->yaml, value));
  return refuse(f, value, "front.not-text",
                "one text must stand here; put it in quotes if it has"
                " brackets or a colon");
}

static pq_status take_id(fronter *f, const pq_yaml_event *value) {
  return text_of(f, value, &f->r->stable_id);
}

/* A title in one line without escapes can be pointed at. */
static void find_title(fronter *f, const pq_yaml_event *value) {
  const uint32_t begin = f->begin + value->begin + !value->plain;
  const pq_view there = pq_view_skip(f->r->bytes, begin);
  if (!f->r->title.len || !pq_view_starts(there, f->r->title)) return;
  f->out->title = (pq_span){begin, begin + (uint32_t)f->r->title.len};
}

static pq_status take_title(fronter *f, const pq_yaml_event *value) {
  pq_status st = PQ_OK;
  PQ_TRY(st, text_of(f, value, &f->r->title));
  find_title(f, value);
  return PQ_OK;
}

static pq_status take_species(fronter *f, const pq_yaml_event *value) {
  return text_of(f, value, &f->r->species);
}

static pq_status take_summary(fronter *f, const pq_yaml_event *value) {
  return text_of(f, value, &f->out->summary);
}

static pq_status take_type(fronter *f, const pq_yaml_event *value) {
  pq_status st = PQ_OK;
  pq_view text = {0};
  PQ_TRY(st, text_of(f, value, &text));
  const pq_record_type type = pq_field_type(text);
  if (type != PQ_RECORD_UNSAID) f->r->type = type;
  return PQ_OK;
}

/* ---- lists ---- */

static bool ends(const pq_yaml_event *e) {
  return e->kind == PQ_YAML_SEQUENCE_END || e->kind == PQ_YAML_MAPPING_END;
}

/* "a: b" in a mapping: both, or `ends` of the key. */
static pq_status next_pair(fronter *f, pq_yaml_event *key,
                           pq_yaml_event *value) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_yaml_next(f->yaml, key));
  if (ends(key)) return PQ_OK;
  if (key->kind != PQ_YAML_SCALAR) {
    const pq_yaml_event at = *key;
    PQ_TRY(st, pq_yaml_skip(f->yaml, key));
    return refuse(f, &at, "front.key", "a key must be one text");
  }
  return pq_yaml_next(f->yaml, value);
}

static pq_status warn_form(fronter *f, const pq_yaml_event *e,
                           const char *what) {
  pq_warn(f->r->sink, "front.form", e->at, "%s; it is passed over", what);
  return pq_yaml_skip(f->yaml, e);
}

static pq_status push_pathway(pq_record *r, const pq_yaml_event *value) {
  const pq_view id = pq_view_trim(value->text);
  if (id.len) PQ_PUSH(r->arena, &r->pathways, id);
  return PQ_OK;
}

/* One pathway: its id, or a mapping that has one. */
static pq_status take_pathway(fronter *f, const pq_yaml_event *item) {
  pq_status st = PQ_OK;
  if (item->kind == PQ_YAML_SCALAR) return push_pathway(f->r, item);
  if (item->kind != PQ_YAML_MAPPING) {
    return warn_form(f, item, "a pathway is its stable_id");
  }
  for (;;) {
    pq_yaml_event key;
    pq_yaml_event value;
    PQ_TRY(st, next_pair(f, &key, &value));
    if (ends(&key)) return PQ_OK;
    if (pq_view_same(key.text, PQ_LIT("stable_id"))) {
      PQ_TRY(st, push_pathway(f->r, &value)); /* no scalar has no text */
    }
    PQ_TRY(st, pq_yaml_skip(f->yaml, &value));
  }
}

static pq_status take_each(fronter *f, const pq_yaml_event *list, taker take) {
  pq_status st = PQ_OK;
  if (list->kind != PQ_YAML_SEQUENCE) return take(f, list);
  for (;;) {
    pq_yaml_event item;
    PQ_TRY(st, pq_yaml_next(f->yaml, &item));
    if (ends(&item)) return PQ_OK;
    PQ_TRY(st, take(f, &item));
  }
}

static pq_status take_pathways(fronter *f, const pq_yaml_event *value) {
  return take_each(f, value, take_pathway);
}

/* "authors: A B, C D" or a list of them. */
static pq_status take_authors(fronter *f, const pq_yaml_event *value,
                              pq_view *out) {
  pq_status st = PQ_OK;
  if (value->kind != PQ_YAML_SEQUENCE) return text_of(f, value, out);
  PQ_VEC(pq_view) names = {NULL, 0, 0};
  for (;;) {
    pq_yaml_event item;
    pq_view one = {"", 0};
    PQ_TRY(st, pq_yaml_next(f->yaml, &item));
    if (ends(&item)) break;
    PQ_TRY(st, text_of(f, &item, &one));
    PQ_PUSH(f->r->arena, &names, one);
  }
  return pq_field_authors(f->r->arena, names.at, names.n, out);
}

static pq_status take_part(fronter *f, pq_view key, const pq_yaml_event *value,
                           pq_reference *ref) {
  if (pq_view_same(key, PQ_LIT("authors"))) {
    return take_authors(f, value, &ref->authors);
  }
  if (pq_view_same(key, PQ_LIT("title"))) return text_of(f, value, &ref->title);
  if (pq_view_same(key, PQ_LIT("year"))) return text_of(f, value, &ref->year);
  if (pq_view_same(key, PQ_LIT("pmid"))) return text_of(f, value, &ref->pmid);
  if (pq_view_same(key, PQ_LIT("doi"))) return text_of(f, value, &ref->doi);
  return pq_yaml_skip(f->yaml, value);
}

static pq_status take_reference(fronter *f, const pq_yaml_event *item) {
  static const char *const codes[] = {"reference.pmid", "reference.doi"};
  pq_status st = PQ_OK;
  pq_reference ref = {0};
  if (item->kind != PQ_YAML_MAPPING) {
    return warn_form(f, item, "a reference has pmid, authors, title, year");
  }
  for (;;) {
    pq_yaml_event key;
    pq_yaml_event value;
    PQ_TRY(st, next_pair(f, &key, &value));
    if (ends(&key)) break;
    PQ_TRY(st, take_part(f, key.text, &value, &ref));
  }
  PQ_TRY(st, pq_field_ids(f->r->arena, f->r->sink, item->at, codes, &ref));
  PQ_PUSH(f->r->arena, &f->r->references, ref);
  return PQ_OK;
}

static pq_status take_references(fronter *f, const pq_yaml_event *value) {
  if (value->kind != PQ_YAML_SEQUENCE) {
    return warn_form(f, value, "references are a list");
  }
  f->r->has_references = true;
  return take_each(f, value, take_reference);
}

/* ---- the mapping ---- */

typedef struct row {
  pq_view key;
  taker take;
} row;

static const row rows[] = {
    {PQ_LIT_INIT("stable_id"), take_id},
    {PQ_LIT_INIT("display_name"), take_title},
    {PQ_LIT_INIT("species"), take_species},
    {PQ_LIT_INIT("summary"), take_summary},
    {PQ_LIT_INIT("type"), take_type},
    {PQ_LIT_INIT("kind"), take_type},
    {PQ_LIT_INIT("pathways"), take_pathways},
    {PQ_LIT_INIT("references"), take_references},
};

/* Others' keys are their own business; a slip would cost a field. */
static void tell_near(const fronter *f, const pq_yaml_event *key) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    if (!pq_field_is_near(key->text, rows[i].key)) continue;
    pq_warn(f->r->sink, "front.unknown", key->at,
            "%.*s is no key of a record and is not read; write %.*s if that is"
            " meant",
            pq_view_width(key->text), key->text.ptr, pq_view_width(rows[i].key),
            rows[i].key.ptr);
    return;
  }
}

static pq_status take_field(fronter *f, const pq_yaml_event *key,
                            const pq_yaml_event *value) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    if (!pq_view_same(rows[i].key, key->text)) continue;
    if (f->seen >> i & 1U) {
      return pq_fail(f->r->sink, PQ_BAD_SYNTAX, "front.twice", key->at,
                     "%.*s is given twice; keep one of the two",
                     pq_view_width(key->text), key->text.ptr);
    }
    f->seen |= 1U << i;
    return rows[i].take(f, value);
  }
  tell_near(f, key);
  return pq_yaml_skip(f->yaml, value);
}

static pq_status take_all(fronter *f) {
  pq_status st = PQ_OK;
  pq_yaml_event e;
  PQ_TRY(st, pq_yaml_next(f->yaml, &e));
  if (e.kind == PQ_YAML_DOCUMENT_END) return PQ_OK;
  if (e.kind != PQ_YAML_MAPPING) {
    return refuse(f, &e, "front.form",
                  "front matter is lines of \"key: value\"");
  }
  for (;;) {
    pq_yaml_event value;
    PQ_TRY(st, next_pair(f, &e, &value));
    if (ends(&e)) break;
    PQ_TRY(st, take_field(f, &e, &value));
  }
  return pq_yaml_next(f->yaml, &e); /* the end, or what should not be there */
}

/* ---- the fence ---- */

static bool is_fence(pq_view line, bool closing) {
  while (line.len && pq_is_space(line.ptr[line.len - 1])) {
    --line.len;
  }
  return pq_view_same(line, PQ_LIT("---")) ||
         (closing && pq_view_same(line, PQ_LIT("...")));
}

/* Lines of a text, one after the other. */
typedef struct liner {
  pq_view text;
  size_t at;     /* of the next line */
  uint32_t line; /* its number in the text, from 0 */
} liner;

static bool next_line(liner *l, pq_view *out) {
  if (l->at >= l->text.len) return false;
  const pq_view rest = pq_view_skip(l->text, l->at);
  const size_t n = pq_view_find(rest, '\n');
  *out = pq_view_head(rest, n);
  l->at += n + (n < rest.len);
  ++l->line;
  return true;
}

/* Bytes of a byte order mark. */
static size_t mark_length(pq_view text) {
  return pq_view_starts(text, PQ_LIT("\xEF\xBB\xBF")) ? 3 : 0;
}

/* Is there front matter?  Then `l` stands on its first line. */
static bool find_opening(liner *l) {
  pq_view line = {0};
  l->at = mark_length(l->text);
  while (next_line(l, &line)) {
    if (is_fence(line, false)) return true;
    if (pq_view_trim(line).len) return false;
  }
  return false;
}

static pq_status find_closing(const pq_record *r, liner *l, size_t *end) {
  pq_view line = {0};
  const uint32_t opening = r->place.line + l->line - 1;
  for (;;) {
    *end = l->at;
    if (!next_line(l, &line)) break;
    if (is_fence(line, true)) return PQ_OK;
  }
  return pq_fail(
      r->sink, PQ_BAD_SYNTAX, "front.no-end",
      (pq_place){.file = r->place.file, .line = opening, .column = 1},
      "the front matter that begins here has no end; put a line"
      " \"---\" behind it");
}

pq_status pq_front_read(pq_record *r, pq_front *out) {
  pq_status st = PQ_OK;
  liner l = {.text = r->bytes};
  pq_front made = {.summary = {"", 0}};
  if (!find_opening(&l)) {
    made.end = (uint32_t)mark_length(r->bytes);
    *out = made;
    return PQ_OK;
  }
  fronter f = {.r = r, .out = &made, .begin = (uint32_t)l.at};
  pq_yaml_source source = {
      .file = r->place.file, .line = r->place.line + l.line, .sink = r->sink};
  size_t end = 0;
  PQ_TRY(st, find_closing(r, &l, &end));
  source.bytes = pq_view_skip(pq_view_head(r->bytes, end), f.begin);
  made.found = true;
  made.end = (uint32_t)l.at;
  PQ_TRY(st, pq_yaml_open(r->arena, &source, &f.yaml));
  st = take_all(&f);
  pq_yaml_close(f.yaml);
  if (!st) *out = made;
  return st;
}
