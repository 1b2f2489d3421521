#include "given.h"

#include "base/utf8.h"

enum {
  GIVEN_MOST = 20000,
  DIGITS_MOST = 9
};

/* One line while it is read. */
typedef struct cursor {
  pq_record *r;
  pq_view file;
  pq_view line; /* the whole of it */
  pq_view rest; /* what was not read yet */
  uint32_t number;
} cursor;

static pq_status wrong(const cursor *c, const char *text) {
  const size_t at = c->line.len - c->rest.len;
  const pq_view before = pq_view_head(c->line, at);
  const pq_place place = {.file = c->file,
                          .line = c->number,
                          .column = (uint32_t)pq_utf8_count(before) + 1};
  return pq_fail(c->r->sink, PQ_BAD_SYNTAX, "given.syntax", place, "%s", text);
}

/* ---- offsets ---- */

/* The byte of a code point; past the end is the length plus one. */
static uint32_t byte_of(const pq_text *t, uint32_t point) {
  uint32_t low = 0;
  uint32_t high = (uint32_t)(t->bytes.len / PQ_MARK_STEP);
  while (low < high) {
    const uint32_t mid = (low + high + 1) / 2;
    if (t->marks[mid] <= point) {
      low = mid;
    } else {
      high = mid - 1;
    }
  }
  uint32_t n = t->marks[low];
  uint32_t at = low * PQ_MARK_STEP;
  for (; at < t->bytes.len; ++at) {
    const bool begins = ((unsigned char)t->bytes.ptr[at] & 0xC0U) != 0x80;
    if (begins && n == point) return at;
    n += begins;
  }
  return n == point ? at : at + 1;
}

static pq_status read_number(cursor *c, uint32_t *out) {
  size_t n = 0;
  uint32_t value = 0;
  while (n < c->rest.len && pq_is_digit(c->rest.ptr[n])) {
    if (n == DIGITS_MOST) return wrong(c, "no text is as long as this offset");
    value = 10 * value + (uint32_t)(c->rest.ptr[n++] - '0');
  }
  if (!n) return wrong(c, "an offset is expected here: digits");
  c->rest = pq_view_skip(c->rest, n);
  *out = value;
  return PQ_OK;
}

static bool take(cursor *c, char want) {
  if (!c->rest.len || c->rest.ptr[0] != want) return false;
  c->rest = pq_view_skip(c->rest, 1);
  return true;
}

/* "0 5": a piece, as bytes of the text. */
static pq_status read_piece(cursor *c, pq_span *out) {
  pq_status st = PQ_OK;
  const pq_text *const t = &c->r->texts.at[0];
  uint32_t begin = 0;
  uint32_t end = 0;
  const cursor here = *c;
  PQ_TRY(st, read_number(c, &begin));
  if (!take(c, ' ')) return wrong(c, "a space and the end are expected here");
  PQ_TRY(st, read_number(c, &end));
  const pq_span span = {byte_of(t, begin), byte_of(t, end)};
  if (begin >= end) return wrong(&here, "an entity ends behind its begin");
  if (span.end > t->bytes.len) return wrong(&here, "the text ends before this");
  *out = pq_plain_span(&t->plain, span);
  if (out->begin >= out->end) {
    return wrong(&here, "nothing but a mark, \"<i>\", stands there");
  }
  return PQ_OK;
}

/* ---- lines ---- */

static pq_status read_word(cursor *c, char end, const char *what,
                           pq_view *out) {
  const size_t n = pq_view_find(c->rest, end);
  if (n == 0 || n == c->rest.len) return wrong(c, what);
  *out = pq_view_head(c->rest, n);
  c->rest = pq_view_skip(c->rest, n + 1);
  return PQ_OK;
}

static pq_status read_spans(cursor *c, pq_given *g, bool *whole) {
  pq_status st = PQ_OK;
  PQ_TRY(st, read_piece(c, &g->span));
  while (take(c, ';')) {
    pq_span piece = {0, 0};
    PQ_TRY(st, read_piece(c, &piece));
    g->span = pq_span_join(g->span, piece);
    *whole = false;
  }
  return PQ_OK;
}

static bool is_id(pq_view id) {
  for (size_t i = 1; i < id.len; ++i) {
    if (!pq_is_digit(id.ptr[i])) return false;
  }
  return id.len > 1 && id.len <= DIGITS_MOST;
}

/* The words behind the offsets are those of the text, if they are there. */
static pq_status check_words(cursor *c, const pq_given *g, bool whole) {
  if (c->rest.len && !take(c, '\t')) {
    return wrong(c, "a tab and the words are expected here");
  }
  const pq_view words = pq_text_quote(&c->r->texts.at[0], g->span);
  if (whole && c->rest.len && !pq_view_same(words, c->rest)) {
    return wrong(c, "the text has other words at these offsets");
  }
  return PQ_OK;
}

static pq_status keep_entity(cursor *c, pq_given g) {
  pq_status st = PQ_OK;
  pq_record *const r = c->r;
  if (r->given.n == GIVEN_MOST) return wrong(c, "too many entities");
  PQ_TRY(st, pq_arena_copy(r->arena, g.id, &g.id));
  PQ_TRY(st, pq_arena_copy(r->arena, g.type, &g.type));
  PQ_PUSH(r->arena, &r->given, g);
  return PQ_OK;
}

static pq_status read_entity(cursor *c) {
  pq_status st = PQ_OK;
  pq_given g = {.line = c->number};
  bool whole = true;
  const cursor here = *c;
  PQ_TRY(st, read_word(c, '\t', "an id, T1, and a tab are expected", &g.id));
  if (!is_id(g.id)) {
    return wrong(&here, "the id of an entity is T and a number");
  }
  PQ_TRY(st, read_word(c, ' ', "a type and a space are expected", &g.type));
  PQ_TRY(st, read_spans(c, &g, &whole));
  PQ_TRY(st, check_words(c, &g, whole));
  return keep_entity(c, g);
}

static pq_status read_line(cursor *c) {
  if (!pq_view_trim(c->line).len) return PQ_OK;
  if (c->line.ptr[0] == 'T') return read_entity(c);
  if (strchr("*EMARN#", c->line.ptr[0])) return PQ_OK;
  return wrong(c, "a line of standoff annotation begins with an id");
}

/* ---- order ---- */

static bool comes_after(const pq_given *a, const pq_given *b) {
  if (a->span.begin != b->span.begin) return a->span.begin > b->span.begin;
  if (a->span.end != b->span.end) return a->span.end > b->span.end;
  return pq_view_order(a->id, b->id) > 0;
}

/* Files are in order but for a few lines. */
static void sort_given(pq_record *r) {
  for (uint32_t i = 1; i < r->given.n; ++i) {
    const pq_given g = r->given.at[i];
    uint32_t k = i;
    for (; k > 0 && comes_after(&r->given.at[k - 1], &g); --k) {
      r->given.at[k] = r->given.at[k - 1];
    }
    r->given.at[k] = g;
  }
}

static pq_status keep_cut(pq_record *r, uint32_t at) {
  uint32_t k = r->cuts.n;
  while (k > 0 && r->cuts.at[k - 1] > at) {
    --k;
  }
  if (k > 0 && r->cuts.at[k - 1] == at) return PQ_OK;
  PQ_PUSH(r->arena, &r->cuts, at);
  for (uint32_t i = r->cuts.n - 1; i > k; --i) {
    r->cuts.at[i] = r->cuts.at[i - 1];
  }
  r->cuts.at[k] = at;
  return PQ_OK;
}

static pq_status check_bytes(const pq_record *r, pq_view bytes, pq_view file) {
  const size_t bad = pq_utf8_check(bytes);
  pq_place at = {.file = file, .line = 1};
  if (bad == bytes.len) return PQ_OK;
  size_t begin = 0;
  for (size_t i = 0; i < bad; ++i) {
    if (bytes.ptr[i] != '\n') continue;
    ++at.line;
    begin = i + 1;
  }
  const pq_view line = pq_view_skip(pq_view_head(bytes, bad), begin);
  at.column = (uint32_t)pq_utf8_count(line) + 1;
  return pq_fail(r->sink, PQ_BAD_ENCODING, "given.encoding", at,
                 "not valid UTF-8; save the file as UTF-8");
}

static pq_status check_ids(const pq_record *r, pq_view file) {
  for (uint32_t i = 1; i < r->given.n; ++i) {
    for (uint32_t k = 0; k < i; ++k) {
      if (!pq_view_same(r->given.at[i].id, r->given.at[k].id)) continue;
      const pq_given *const g = &r->given.at[i];
      const pq_place at = {.file = file, .line = g->line, .column = 1};
      return pq_fail(r->sink, PQ_BAD_SYNTAX, "given.syntax", at,
                     "%.*s is there twice", (int)g->id.len, g->id.ptr);
    }
  }
  return PQ_OK;
}

pq_status pq_given_read(pq_record *r, pq_view bytes, pq_view file) {
  pq_status st = PQ_OK;
  cursor c = {.r = r, .file = file};
  assert(r->texts.n > 0);
  PQ_TRY(st, check_bytes(r, bytes, file));
  for (pq_view all = bytes; all.len;) {
    c.line = pq_view_cut(&all, '\n');
    if (pq_view_ends(c.line, PQ_LIT("\r"))) --c.line.len;
    c.rest = c.line;
    ++c.number;
    PQ_TRY(st, read_line(&c));
  }
  PQ_TRY(st, check_ids(r, file));
  sort_given(r);
  for (uint32_t i = 0; i < r->given.n; ++i) {
    PQ_TRY(st, keep_cut(r, r->given.at[i].span.begin));
    PQ_TRY(st, keep_cut(r, r->given.at[i].span.end));
  }
  r->only_given = true;
  return PQ_OK;
}
