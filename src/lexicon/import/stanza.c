#include "lexicon/import/stanza.h"

/* ---- lines ---- */

static bool is_tag_char(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || c == '_' || c == '-';
}

static pq_status bad(pq_flaw *flaw, const char *what, size_t at) {
  *flaw = (pq_flaw){what, at};
  return PQ_BAD_SYNTAX;
}

/* `text` is the line without blanks, of which `before` stand before it. */
static pq_status read_head(pq_view text, size_t before, pq_obo_line *out,
                           pq_flaw *flaw) {
  const size_t end = pq_view_find(text, ']');
  if (end == text.len) return bad(flaw, "this '[' is not closed", before);
  if (end == 1) return bad(flaw, "a stanza has a name", before + 1);
  out->head = pq_view_skip(pq_view_head(text, end), 1);
  return PQ_OK;
}

pq_status pq_stanza_line(pq_view line, pq_obo_line *out, pq_flaw *flaw) {
  *out = (pq_obo_line){.tag = {"", 0}};
  const pq_view text = pq_view_trim(line);
  if (text.len == 0 || text.ptr[0] == '!') return PQ_OK;
  const size_t before = (size_t)(text.ptr - line.ptr);
  if (text.ptr[0] == '[') return read_head(text, before, out, flaw);
  size_t n = 0;
  while (n < text.len && is_tag_char(text.ptr[n])) {
    ++n;
  }
  if (n == 0 || n == text.len || text.ptr[n] != ':') {
    return bad(flaw, "a line is 'tag: value'", before + n);
  }
  out->tag = pq_view_head(text, n);
  out->value = pq_view_trim(pq_view_skip(text, n + 1));
  return PQ_OK;
}

/* ---- values ---- */

/* What an escape stands for; those that stand for themselves are most. */
static char resolved(char c) {
  switch (c) {
  case 'n':
  case 't':
  case 'W': return ' ';
  default: return c;
  }
}

/* The value up to ' ! ', if that is not escaped. */
static pq_view without_comment(pq_view value) {
  for (size_t i = 0; i + 1 < value.len; ++i) {
    if (value.ptr[i] == '\\') {
      ++i;
    } else if (value.ptr[i] == ' ' && value.ptr[i + 1] == '!' &&
               (i + 2 == value.len || value.ptr[i + 2] == ' ')) {
      return pq_view_head(value, i);
    }
  }
  return value;
}

/* The value up to a last ' {a="b"}'. */
static pq_view without_qualifiers(pq_view value) {
  if (!pq_view_ends(value, PQ_LIT("}"))) return value;
  for (size_t i = value.len; i-- > 1;) {
    if (value.ptr[i] != '{') continue;
    const pq_view inside = pq_view_skip(value, i);
    const bool are =
        value.ptr[i - 1] == ' ' && pq_view_find(inside, '=') < inside.len;
    return are ? pq_view_head(value, i - 1) : value;
  }
  return value;
}

/* A copy with escapes resolved. */
static pq_status unescape(pq_arena *arena, pq_view text, pq_view *out) {
  char *const to = pq_arena_take(arena, text.len + 1);
  if (!to) return arena->status;
  size_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    char c = text.ptr[i];
    if (c == '\\' && i + 1 < text.len) c = resolved(text.ptr[++i]);
    to[n++] = c;
  }
  *out = pq_view_trim((pq_view){to, n});
  return PQ_OK;
}

pq_status pq_stanza_text(pq_arena *arena, pq_view value, pq_view *out) {
  const pq_view bare = pq_view_trim(without_comment(value));
  return unescape(arena, pq_view_trim(without_qualifiers(bare)), out);
}

/* ---- synonyms ---- */

static const struct {
  pq_view word;
  pq_obo_scope scope;
} scopes[] = {{PQ_LIT_INIT("EXACT"), PQ_OBO_EXACT},
              {PQ_LIT_INIT("NARROW"), PQ_OBO_NARROW},
              {PQ_LIT_INIT("BROAD"), PQ_OBO_BROAD},
              {PQ_LIT_INIT("RELATED"), PQ_OBO_RELATED}};

/* A synonym without a scope is RELATED. */
static pq_obo_scope scope_of(pq_view behind) {
  pq_view rest = pq_view_trim(behind);
  const pq_view word = pq_view_cut(&rest, ' ');
  for (size_t i = 0; i < sizeof scopes / sizeof scopes[0]; ++i) {
    if (pq_view_same(word, scopes[i].word)) return scopes[i].scope;
  }
  return PQ_OBO_RELATED;
}

/* Length of the quoted text that begins with `value`, without its quotes;
 * SIZE_MAX if it has no end. */
static size_t quoted(pq_view value) {
  for (size_t i = 1; i < value.len; ++i) {
    if (value.ptr[i] == '\\') {
      ++i;
    } else if (value.ptr[i] == '"') {
      return i - 1;
    }
  }
  return SIZE_MAX;
}

static pq_status take_synonym(pq_arena *arena, pq_view line, pq_view value,
                              pq_obo_term *term, pq_flaw *flaw) {
  pq_status st = PQ_OK;
  pq_obo_synonym s = {.scope = PQ_OBO_RELATED};
  const size_t at = value.len ? (size_t)(value.ptr - line.ptr) : line.len;
  if (!pq_view_starts(value, PQ_LIT("\""))) {
    return bad(flaw, "a synonym stands in quotes", at);
  }
  const size_t n = quoted(value);
  if (n == SIZE_MAX) return bad(flaw, "these quotes are not closed", at);
  s.scope = scope_of(pq_view_skip(value, n + 2));
  PQ_TRY(st, unescape(arena, (pq_view){value.ptr + 1, n}, &s.text));
  if (s.text.len) PQ_PUSH(arena, &term->synonyms, s);
  return PQ_OK;
}

/* ---- terms ---- */

/* Format 1.0 has a tag for each scope. */
static bool old_synonym(pq_view tag, pq_obo_scope *scope) {
  const size_t n = pq_view_find(tag, '_');
  if (!pq_view_same(pq_view_skip(tag, n), PQ_LIT("_synonym"))) return false;
  for (size_t i = 0; i < sizeof scopes / sizeof scopes[0]; ++i) {
    if (pq_view_alike(pq_view_head(tag, n), scopes[i].word)) {
      *scope = scopes[i].scope;
      return true;
    }
  }
  return false;
}

/* An id stands alone before the comment. */
static pq_status take_id(pq_arena *arena, pq_view line, pq_view value,
                         pq_view *out, pq_flaw *flaw) {
  pq_status st = PQ_OK;
  pq_view id = {"", 0};
  PQ_TRY(st, pq_stanza_text(arena, value, &id));
  const size_t at = value.len ? (size_t)(value.ptr - line.ptr) : line.len;
  if (id.len == 0) return bad(flaw, "here is no id", at);
  if (pq_view_find(id, ' ') < id.len) {
    return bad(flaw, "an id has no blanks", at);
  }
  *out = id;
  return PQ_OK;
}

/* What a term says once. */
static pq_status take_own(pq_arena *arena, pq_view line,
                          const pq_obo_line *said, pq_obo_term *term,
                          pq_flaw *flaw) {
  const pq_view tag = said->tag;
  if (pq_view_same(tag, PQ_LIT("id"))) {
    return take_id(arena, line, said->value, &term->id, flaw);
  }
  if (pq_view_same(tag, PQ_LIT("name"))) {
    return pq_stanza_text(arena, said->value, &term->name);
  }
  if (pq_view_same(tag, PQ_LIT("namespace"))) {
    return pq_stanza_text(arena, said->value, &term->space);
  }
  if (pq_view_same(tag, PQ_LIT("is_obsolete"))) {
    term->obsolete = pq_view_starts(said->value, PQ_LIT("true"));
  }
  return PQ_OK;
}

static pq_status take_old_synonym(pq_arena *arena, pq_view line,
                                  const pq_obo_line *said, pq_obo_term *term,
                                  pq_flaw *flaw) {
  pq_status st = PQ_OK;
  pq_obo_scope scope = PQ_OBO_RELATED;
  const uint32_t n = term->synonyms.n;
  if (!old_synonym(said->tag, &scope)) return PQ_OK;
  PQ_TRY(st, take_synonym(arena, line, said->value, term, flaw));
  if (term->synonyms.n > n) term->synonyms.at[n].scope = scope;
  return PQ_OK;
}

static pq_status take_listed(pq_arena *arena, pq_view line,
                             const pq_obo_line *said, pq_obo_ids *ids,
                             pq_flaw *flaw) {
  pq_status st = PQ_OK;
  pq_view id = {"", 0};
  PQ_TRY(st, take_id(arena, line, said->value, &id, flaw));
  PQ_PUSH(arena, ids, id);
  return PQ_OK;
}

pq_status pq_stanza_take(pq_arena *arena, pq_view line, const pq_obo_line *said,
                         pq_obo_term *term, pq_flaw *flaw) {
  pq_status st = PQ_OK;
  const pq_view tag = said->tag;
  if (pq_view_same(tag, PQ_LIT("synonym"))) {
    return take_synonym(arena, line, said->value, term, flaw);
  }
  if (pq_view_same(tag, PQ_LIT("is_a"))) {
    return take_listed(arena, line, said, &term->parents, flaw);
  }
  if (pq_view_same(tag, PQ_LIT("alt_id"))) {
    return take_listed(arena, line, said, &term->others, flaw);
  }
  PQ_TRY(st, take_old_synonym(arena, line, said, term, flaw));
  return take_own(arena, line, said, term, flaw);
}
