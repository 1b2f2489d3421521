#include "table.h"

#include <stdlib.h>
#include <string.h>

enum {
  FULL = 65536, /* bytes that wait before they are handed over */
  WIDEST = 80   /* no column but the last is padded to more */
};

static pq_status flush(pq_bytes *b, pq_output *out) {
  if (b->failed) return PQ_NO_MEM;
  const pq_status st = b->len ? out->write(out->user, b->ptr, b->len) : PQ_OK;
  pq_bytes_reset(b);
  return st;
}

/* ---- text ---- */

/* A control character, C1 ones too, could play with the terminal. */
static bool is_control(const unsigned char *c) {
  return *c < 0x20 || *c == 0x7F || (*c == 0xC2 && c[1] < 0xA0);
}

static pq_view shown(const pq_table *t, size_t row, size_t column) {
  const pq_view cell = pq_table_at(t, row, column);
  return cell.len ? cell : (pq_view){"-", 1};
}

static size_t width(pq_view cell) {
  size_t n = 0;
  for (size_t i = 0; i < cell.len; ++i) {
    n += ((unsigned char)cell.ptr[i] & 0xC0) != 0x80;
  }
  return n;
}

static void put_padded(pq_bytes *b, pq_view cell, size_t to) {
  for (size_t i = 0; i < cell.len;) {
    const unsigned char *const c = (const unsigned char *)cell.ptr + i;
    const size_t n = pq_bytes_step(*c);
    const bool control = is_control(c);
    pq_bytes_put(b, control ? (pq_view){"?", 1} : (pq_view){cell.ptr + i, n});
    i += n;
  }
  for (size_t n = width(cell); n < to; ++n) {
    pq_bytes_put(b, (pq_view){" ", 1});
  }
}

static void measure(const pq_table *t, size_t *widths) {
  for (size_t i = 0; i < t->n_cells; ++i) {
    const size_t c = i % t->n_columns;
    const size_t w = width(shown(t, i / t->n_columns, c));
    const size_t most = w < WIDEST ? w : WIDEST;
    if (most > widths[c]) widths[c] = most;
  }
}

static pq_status write_text(const pq_table *t, pq_bytes *b, pq_output *out) {
  pq_status st = PQ_OK;
  size_t *const widths = calloc(t->n_columns, sizeof *widths);
  if (!widths) return PQ_NO_MEM;
  measure(t, widths);
  for (size_t row = 0; !st && row <= pq_table_rows(t); ++row) {
    for (size_t c = 0; c < t->n_columns; ++c) {
      const bool last = c + 1 == t->n_columns;
      put_padded(b, shown(t, row, c), last ? 0 : widths[c]);
      pq_bytes_text(b, last ? "\n" : "  ");
    }
    if (b->len > FULL) st = flush(b, out);
  }
  free(widths);
  return st;
}

/* ---- CSV ---- */

static bool wants_quotes(pq_view cell) {
  for (size_t i = 0; i < cell.len; ++i) {
    if (strchr("\",\r\n", cell.ptr[i])) return true;
  }
  return false;
}

static void put_csv(pq_bytes *b, pq_view cell) {
  const bool quotes = wants_quotes(cell);
  if (quotes) pq_bytes_text(b, "\"");
  for (size_t i = 0; i < cell.len; ++i) {
    pq_bytes_put(b, (pq_view){cell.ptr + i, 1});
    if (cell.ptr[i] == '"') pq_bytes_text(b, "\"");
  }
  if (quotes) pq_bytes_text(b, "\"");
}

static pq_status write_csv(const pq_table *t, pq_bytes *b, pq_output *out) {
  pq_status st = PQ_OK;
  for (size_t row = 0; !st && row <= pq_table_rows(t); ++row) {
    for (size_t c = 0; c < t->n_columns; ++c) {
      if (c) pq_bytes_text(b, ",");
      put_csv(b, pq_table_at(t, row, c));
    }
    pq_bytes_text(b, "\n");
    if (b->len > FULL) st = flush(b, out);
  }
  return st;
}

static pq_status end(pq_status st, pq_bytes *b, pq_output *out) {
  if (!st) st = flush(b, out);
  pq_bytes_clear(b);
  return st;
}

pq_status pq_table_write_text(const pq_table *t, pq_output *out) {
  pq_bytes b = {0};
  return t->n_columns ? end(write_text(t, &b, out), &b, out) : PQ_OK;
}

pq_status pq_table_write_csv(const pq_table *t, pq_output *out) {
  pq_bytes b = {0};
  return t->n_columns ? end(write_csv(t, &b, out), &b, out) : PQ_OK;
}
