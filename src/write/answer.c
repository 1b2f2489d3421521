#include "answer.h"

#include "out.h"

#include "base/utf8.h"
#include "model/terms.h"

/* ---- text, for people ---- */

enum {
  WIDTH_MOST = 60, /* of a column: what is wider sticks out */
  COLUMNS_MOST = 64
};

/* The name space that an IRI is in, its prefix; NULL if it has none. */
static const pq_prefix *prefix_of(pq_view iri, pq_view base, pq_view *local) {
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    const pq_prefix *const p = pq_prefix_at((pq_prefix_id)i);
    pq_view rest = iri;
    if (p->own && !pq_view_starts(iri, base)) continue;
    if (p->own) rest = pq_view_skip(iri, base.len);
    if (!pq_view_starts(rest, p->space)) continue;
    *local = pq_view_skip(rest, p->space.len);
    return p;
  }
  return NULL;
}

/* "acts upstream of or within", "Asserted", "uniprot:P40763" */
static void put_short_iri(pq_buf *out, pq_view iri, pq_view base) {
  pq_view local = iri;
  const pq_prefix *const prefix = prefix_of(iri, base, &local);
  const pq_view label = pq_gloss_of(iri);
  if (label.len) {
    pq_buf_put(out, label);
    return;
  }
  if (prefix && pq_term_of(iri) == PQ_N_TERMS) {
    pq_buf_put(out, prefix->name);
    pq_buf_char(out, ':');
  }
  pq_out_comment(out, local);
}

static void put_words(pq_buf *out, const pq_cell *c, pq_view base) {
  switch (c->kind) {
  case PQ_CELL_NONE: pq_buf_char(out, '-'); break;
  case PQ_CELL_IRI: put_short_iri(out, c->text, base); break;
  case PQ_CELL_BLANK:
    pq_buf_text(out, "_:");
    pq_out_comment(out, c->text);
    break;
  case PQ_CELL_TEXT: pq_out_comment(out, c->text); break;
  }
}

/* Pad what was put since `begin`, unless it is the last of its line. */
static void end_cell(pq_buf *out, size_t begin, size_t width, bool last) {
  if (out->status) return;
  const pq_view words = {out->ptr + begin, out->len - begin};
  for (size_t n = pq_utf8_count(words); !last && n < width; ++n) {
    pq_buf_char(out, ' ');
  }
  pq_buf_text(out, last ? "\n" : "  ");
}

static void widen(size_t *width, pq_view words) {
  const size_t n = pq_utf8_count(words);
  if (n > *width) *width = n < WIDTH_MOST ? n : WIDTH_MOST;
}

/* Each cell is spelled behind what is written, and taken away again. */
static void measure(const pq_answer *a, pq_view base, pq_buf *out,
                    size_t *widths) {
  const size_t begin = out->len;
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    widen(&widths[c], pq_view_of(a->columns[c]));
  }
  for (uint32_t r = 0; !out->status && r < a->n_rows; ++r) {
    for (uint32_t c = 0; c < a->n_columns; ++c) {
      const pq_cell cell = a->cell(a->user, r, c);
      put_words(out, &cell, base);
      if (out->status) return;
      widen(&widths[c], (pq_view){out->ptr + begin, out->len - begin});
      out->len = begin;
    }
  }
}

static void write_text(const pq_answer *a, pq_view base, pq_buf *out) {
  size_t widths[COLUMNS_MOST] = {0};
  measure(a, base, out, widths);
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    const size_t begin = out->len;
    pq_buf_text(out, a->columns[c]);
    end_cell(out, begin, widths[c], c + 1 == a->n_columns);
  }
  for (uint32_t r = 0; r < a->n_rows; ++r) {
    for (uint32_t c = 0; c < a->n_columns; ++c) {
      const size_t begin = out->len;
      const pq_cell cell = a->cell(a->user, r, c);
      put_words(out, &cell, base);
      end_cell(out, begin, widths[c], c + 1 == a->n_columns);
    }
  }
}

/* ---- TSV: terms as Turtle writes them ---- */

/* Whole numbers and truth values stand without quotes. */
static bool is_bare(const pq_cell *c) {
  size_t n = 0;
  if (pq_view_same(c->type, pq_term_iri(PQ_TERM_BOOLEAN))) {
    return pq_view_same(c->text, PQ_LIT("true")) ||
           pq_view_same(c->text, PQ_LIT("false"));
  }
  if (!pq_view_same(c->type, pq_term_iri(PQ_TERM_INTEGER))) return false;
  while (n < c->text.len && pq_is_digit(c->text.ptr[n])) {
    ++n;
  }
  return n && n == c->text.len;
}

static void put_term(pq_buf *out, const pq_cell *c) {
  switch (c->kind) {
  case PQ_CELL_NONE: return;
  case PQ_CELL_IRI: pq_out_iri(out, c->text); return;
  case PQ_CELL_BLANK:
    pq_buf_text(out, "_:");
    pq_buf_put(out, c->text);
    return;
  case PQ_CELL_TEXT: break;
  }
  if (is_bare(c)) {
    pq_buf_put(out, c->text);
    return;
  }
  pq_out_tsv_string(out, c->text);
  if (c->language.len) {
    pq_buf_char(out, '@');
    pq_buf_put(out, c->language);
  } else if (c->type.len) {
    pq_buf_text(out, "^^");
    pq_out_iri(out, c->type);
  }
}

static void write_tsv(const pq_answer *a, pq_view base, pq_buf *out) {
  (void)base;
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    pq_buf_text(out, c ? "\t?" : "?");
    pq_buf_text(out, a->columns[c]);
  }
  pq_buf_char(out, '\n');
  for (uint32_t r = 0; r < a->n_rows; ++r) {
    for (uint32_t c = 0; c < a->n_columns; ++c) {
      const pq_cell cell = a->cell(a->user, r, c);
      if (c) pq_buf_char(out, '\t');
      put_term(out, &cell);
    }
    pq_buf_char(out, '\n');
  }
}

/* ---- CSV: texts alone, lines as RFC 4180 ends them ---- */

static void write_csv(const pq_answer *a, pq_view base, pq_buf *out) {
  (void)base;
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    pq_buf_text(out, c ? "," : "");
    pq_buf_text(out, a->columns[c]);
  }
  pq_buf_text(out, "\r\n");
  for (uint32_t r = 0; r < a->n_rows; ++r) {
    for (uint32_t c = 0; c < a->n_columns; ++c) {
      const pq_cell cell = a->cell(a->user, r, c);
      if (c) pq_buf_char(out, ',');
      if (cell.kind == PQ_CELL_BLANK) pq_buf_text(out, "_:");
      pq_out_csv(out, cell.text);
    }
    pq_buf_text(out, "\r\n");
  }
}

/* ---- JSON: SPARQL 1.1 Query Results ---- */

static void put_field(pq_buf *out, const char *key, pq_view value) {
  if (!value.len) return;
  pq_buf_format(out, ",\"%s\":", key);
  pq_out_json(out, value);
}

static void put_binding(pq_buf *out, const char *column, const pq_cell *c) {
  static const char *const kinds[] = {[PQ_CELL_NONE] = "",
                                      [PQ_CELL_IRI] = "uri",
                                      [PQ_CELL_BLANK] = "bnode",
                                      [PQ_CELL_TEXT] = "literal"};
  pq_out_json(out, pq_view_of(column));
  pq_buf_format(out, ":{\"type\":\"%s\",\"value\":", kinds[c->kind]);
  pq_out_json(out, c->text);
  put_field(out, "datatype", c->type);
  put_field(out, "xml:lang", c->language);
  pq_buf_char(out, '}');
}

static void put_bindings(const pq_answer *a, uint32_t row, pq_buf *out) {
  bool some = false;
  pq_buf_text(out, row ? ",\n{" : "\n{");
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    const pq_cell cell = a->cell(a->user, row, c);
    if (cell.kind == PQ_CELL_NONE) continue;
    if (some) pq_buf_char(out, ',');
    put_binding(out, a->columns[c], &cell);
    some = true;
  }
  pq_buf_char(out, '}');
}

static void write_json(const pq_answer *a, pq_view base, pq_buf *out) {
  (void)base;
  pq_buf_text(out, "{\"head\":{\"vars\":[");
  for (uint32_t c = 0; c < a->n_columns; ++c) {
    if (c) pq_buf_char(out, ',');
    pq_out_json(out, pq_view_of(a->columns[c]));
  }
  pq_buf_text(out, "]},\"results\":{\"bindings\":[");
  for (uint32_t r = 0; r < a->n_rows; ++r) {
    put_bindings(a, r, out);
  }
  pq_buf_text(out, "]}}\n");
}

/* ---- the table ---- */

static const struct {
  const char *name;
  void (*write)(const pq_answer *a, pq_view base, pq_buf *out);
} formats[] = {
    {"text", write_text},
    {"tsv", write_tsv},
    {"csv", write_csv},
    {"json", write_json},
};

const char *pq_answer_format_at(size_t index) {
  return index < sizeof formats / sizeof *formats ? formats[index].name : NULL;
}

bool pq_answer_write(pq_view format, const pq_answer *answer, pq_view base,
                     pq_buf *out) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; ++i) {
    if (!pq_view_same(pq_view_of(formats[i].name), format)) continue;
    formats[i].write(answer, base, out);
    return true;
  }
  return false;
}
