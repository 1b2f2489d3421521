#include "quads.h"

#include "base/utf8.h"

enum {
  CODE_MOST = 0x10FFFF
};

void pq_quads_open(pq_quads *q, pq_rdf *rdf, pq_view file,
                   const pq_sink *sink) {
  *q = (pq_quads){.rdf = rdf, .file = file, .sink = sink};
  pq_buf_init(&q->room, rdf->alloc);
}

void pq_quads_close(pq_quads *q) {
  pq_buf_clear(&q->room);
}

/* What is left of a line, and where its mistake is. */
typedef struct cursor {
  pq_quads *quads;
  pq_view rest;
} cursor;

static char next_of(const cursor *c) {
  if (!c->rest.len) return '\0';
  return *c->rest.ptr;
}

static void skip_space(cursor *c) {
  while (next_of(c) == ' ' || next_of(c) == '\t' || next_of(c) == '\r') {
    c->rest = pq_view_skip(c->rest, 1);
  }
}

static bool take(cursor *c, pq_view mark) {
  if (!pq_view_starts(c->rest, mark)) return false;
  c->rest = pq_view_skip(c->rest, mark.len);
  return true;
}

/* ---- escapes ---- */

static int hex_digit(char c) {
  if (pq_is_digit(c)) return c - '0';
  const char low = pq_to_lower(c);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* The code point of \u or \U, whose digits stand at `at`; false: none. */
static bool put_code(pq_buf *out, pq_view digits, size_t n) {
  uint32_t code = 0;
  char bytes[4];
  if (digits.len < n) return false;
  for (size_t i = 0; i < n; ++i) {
    const int d = hex_digit(digits.ptr[i]);
    if (d < 0 || code > CODE_MOST) return false;
    code = code * 16 + (uint32_t)d;
  }
  if (!code || code > CODE_MOST || (code >= 0xD800 && code <= 0xDFFF)) {
    return false;
  }
  pq_buf_put(out, (pq_view){bytes, pq_utf8_put(code, bytes)});
  return true;
}

/* What stands behind a backslash; its length, or 0 if it means nothing. */
static size_t put_escape(pq_buf *out, pq_view text, bool iri) {
  static const char names[] = "tbnrf\"'\\";
  static const char means[] = "\t\b\n\r\f\"'\\";
  if (!text.len) return 0;
  const char c = *text.ptr;
  const size_t digits = c == 'u' ? 4 : 8;
  if (c == 'u' || c == 'U') {
    return put_code(out, pq_view_skip(text, 1), digits) ? digits + 1 : 0;
  }
  for (size_t i = 0; !iri && names[i]; ++i) {
    if (names[i] != c) continue;
    pq_buf_char(out, means[i]);
    return 1;
  }
  return 0;
}

/* A text with escapes as what it means, in the room; false at a bad one. */
static bool unescape(cursor *c, pq_view text, bool iri, pq_view *out) {
  pq_buf *const room = &c->quads->room;
  pq_buf_reset(room);
  while (text.len) {
    const size_t plain = pq_view_find(text, '\\');
    pq_buf_put(room, pq_view_head(text, plain));
    text = pq_view_skip(text, plain);
    if (!text.len) break;
    const size_t n = put_escape(room, pq_view_skip(text, 1), iri);
    if (!n) return false;
    text = pq_view_skip(text, n + 1);
  }
  *out = pq_buf_view(room);
  return true;
}

/* ---- terms ---- */

static pq_status add(cursor *c, const pq_rdf_term *t, pq_rdf_id *out) {
  if (c->quads->room.status) return c->quads->room.status;
  return pq_rdf_add_term(c->quads->rdf, t, out);
}

/* The text up to the mark that ends it, which is read over; false: none. */
static bool take_until(cursor *c, char end, bool *escaped, pq_view *out) {
  const pq_view text = c->rest;
  *escaped = false;
  for (size_t i = 0; i < text.len; ++i) {
    if (text.ptr[i] == end) {
      *out = pq_view_head(text, i);
      c->rest = pq_view_skip(text, i + 1);
      return true;
    }
    if (text.ptr[i] != '\\') continue;
    *escaped = true;
    ++i; /* what it escapes ends nothing */
  }
  return false;
}

/* What no IRI may hold as it stands. */
static bool is_clean(pq_view iri) {
  for (size_t i = 0; i < iri.len; ++i) {
    const unsigned char b = (unsigned char)iri.ptr[i];
    if (b <= ' ' || b == '<' || b == '"') return false;
  }
  return iri.len > 0;
}

static pq_status take_iri(cursor *c, pq_rdf_id *out) {
  pq_rdf_term t = {.kind = PQ_RDF_IRI};
  bool escaped = false;
  if (!take(c, PQ_LIT("<"))) return PQ_BAD_SYNTAX;
  if (!take_until(c, '>', &escaped, &t.text)) return PQ_BAD_SYNTAX;
  if (!is_clean(t.text)) return PQ_BAD_SYNTAX;
  if (escaped && !unescape(c, t.text, true, &t.text)) return PQ_BAD_SYNTAX;
  return add(c, &t, out);
}

static bool is_name(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || c == '_' || c == '-' || c == '.' ||
         ((unsigned char)c & 0x80U);
}

/* Letters, digits and the like from here on. */
static pq_view take_name(cursor *c) {
  size_t n = 0;
  while (n < c->rest.len && is_name(c->rest.ptr[n])) {
    ++n;
  }
  while (n && c->rest.ptr[n - 1] == '.') {
    --n; /* the stop of the statement */
  }
  const pq_view name = pq_view_head(c->rest, n);
  c->rest = pq_view_skip(c->rest, n);
  return name;
}

static pq_status take_blank(cursor *c, pq_rdf_id *out) {
  pq_rdf_term t = {.kind = PQ_RDF_BLANK};
  if (!take(c, PQ_LIT("_:"))) return PQ_BAD_SYNTAX;
  t.text = take_name(c);
  return t.text.len ? add(c, &t, out) : PQ_BAD_SYNTAX;
}

/* The type is read first: the text may need the room that it needs. */
static pq_status take_literal(cursor *c, pq_rdf_id *out) {
  pq_status st = PQ_OK;
  pq_rdf_term t = {.kind = PQ_RDF_LITERAL};
  bool escaped = false;
  if (!take(c, PQ_LIT("\""))) return PQ_BAD_SYNTAX;
  if (!take_until(c, '"', &escaped, &t.text)) return PQ_BAD_SYNTAX;
  if (take(c, PQ_LIT("^^"))) {
    PQ_TRY(st, take_iri(c, &t.type));
  } else if (take(c, PQ_LIT("@"))) {
    t.language = take_name(c);
    if (!t.language.len) return PQ_BAD_SYNTAX;
  }
  if (escaped && !unescape(c, t.text, false, &t.text)) return PQ_BAD_SYNTAX;
  return add(c, &t, out);
}

static pq_status take_node(cursor *c, pq_rdf_id *out) {
  return next_of(c) == '_' ? take_blank(c, out) : take_iri(c, out);
}

static pq_status take_object(cursor *c, pq_rdf_id *out) {
  return next_of(c) == '"' ? take_literal(c, out) : take_node(c, out);
}

/* ---- lines ---- */

/* The subject of the line before stands here again. */
static bool same_subject(cursor *c) {
  const pq_quads *const q = c->quads;
  if (!q->subject) return false;
  const pq_rdf_term *const t = &q->rdf->terms[q->subject];
  const pq_view text = pq_view_skip(c->rest, 1);
  if (t->kind != PQ_RDF_IRI || next_of(c) != '<') return false;
  if (!pq_view_starts(text, t->text) || text.len == t->text.len) return false;
  if (text.ptr[t->text.len] != '>') return false;
  c->rest = pq_view_skip(text, t->text.len + 1);
  return true;
}

/* One with a backslash is not kept: the next may be spelled like its text. */
static pq_status take_subject(cursor *c, pq_rdf_id *out) {
  pq_status st = PQ_OK;
  pq_quads *const q = c->quads;
  if (!same_subject(c)) {
    q->subject = 0;
    PQ_TRY(st, take_node(c, out));
    const pq_view text = pq_rdf_text(q->rdf, *out);
    if (pq_view_find(text, '\\') == text.len) q->subject = *out;
  } else {
    *out = q->subject;
  }
  return PQ_OK;
}

static pq_status take_statement(cursor *c, pq_rdf_triple *t) {
  pq_status st = PQ_OK;
  pq_rdf_id graph = 0;
  PQ_TRY(st, take_subject(c, &t->subject));
  skip_space(c);
  PQ_TRY(st, take_iri(c, &t->predicate));
  skip_space(c);
  PQ_TRY(st, take_object(c, &t->object));
  skip_space(c);
  if (next_of(c) != '.') {
    PQ_TRY(st, take_node(c, &graph));
    c->quads->rdf->terms[graph].graph = true;
  }
  c->quads->graph = graph;
  skip_space(c);
  if (!take(c, PQ_LIT("."))) return PQ_BAD_SYNTAX;
  skip_space(c);
  return !c->rest.len || next_of(c) == '#' ? PQ_OK : PQ_BAD_SYNTAX;
}

/* Characters up to the mistake, which may be what is no character. */
static uint32_t column_of(const cursor *c, pq_view line) {
  uint32_t n = 1;
  for (const char *p = line.ptr; p < c->rest.ptr; ++p) {
    n += ((unsigned char)*p & 0xC0U) != 0x80;
  }
  return n;
}

static pq_status tell(const cursor *c, pq_status st, pq_view line,
                      uint32_t number) {
  const pq_quads *const q = c->quads;
  const pq_place at = {
      .file = q->file, .line = number, .column = column_of(c, line)};
  if (st == PQ_BAD_SYNTAX) {
    return pq_fail(q->sink, st, "ask.syntax", at,
                   "the line does not parse; write the file anew");
  }
  if (st == PQ_BAD_ENCODING) {
    return pq_fail(q->sink, st, "ask.encoding", at,
                   "a text is no UTF-8, or holds NUL; write the file anew");
  }
  return st;
}

pq_status pq_quads_line(pq_quads *q, pq_view line, uint32_t number) {
  cursor c = {.quads = q, .rest = line};
  pq_rdf_triple t = {.line = number};
  skip_space(&c);
  if (!c.rest.len || next_of(&c) == '#') return PQ_OK;
  const pq_status st = take_statement(&c, &t);
  return st ? tell(&c, st, line, number) : pq_rdf_add(q->rdf, &t);
}

pq_status pq_quads_text(pq_quads *q, pq_view lines) {
  pq_status st = PQ_OK;
  while (!st && lines.len) {
    st = pq_quads_line(q, pq_view_cut(&lines, '\n'), 0);
  }
  return st;
}
