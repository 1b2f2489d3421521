#include "table.h"

#include <stdlib.h>
#include <string.h>

void pq_table_clear(pq_table *t) {
  pq_bytes_clear(&t->text);
  free(t->ends);
  *t = (pq_table){0};
}

void pq_table_cell(pq_table *t, pq_view text) {
  if (t->n_cells == t->cap) {
    const size_t cap = t->cap ? 2 * t->cap : 64;
    size_t *const grown = realloc(t->ends, cap * sizeof *grown);
    t->failed = t->failed || !grown;
    if (!grown) return;
    t->ends = grown;
    t->cap = cap;
  }
  pq_bytes_put(&t->text, text);
  t->failed = t->failed || t->text.failed;
  t->ends[t->n_cells++] = t->text.len;
}

bool pq_table_row(pq_table *t) {
  const size_t n = t->n_cells - t->begin;
  if (!t->n_columns) t->n_columns = n;
  t->begin = t->n_cells;
  return t->failed || n == t->n_columns;
}

size_t pq_table_rows(const pq_table *t) {
  return t->n_columns ? t->n_cells / t->n_columns - 1 : 0;
}

pq_view pq_table_at(const pq_table *t, size_t row, size_t column) {
  const size_t i = row * t->n_columns + column;
  const size_t begin = i ? t->ends[i - 1] : 0;
  return (pq_view){t->text.ptr + begin, t->ends[i] - begin};
}

/* ---- CSV ---- */

/* A cell of CSV.  `rest` is moved behind it, to the comma, the end of the line
 * or the end; false: a quotation mark stands where none may. */
static bool take_cell(pq_view *rest, pq_bytes *cell, size_t *line) {
  const char *at = rest->ptr;
  const char *const end = rest->ptr + rest->len;
  const bool quoted = at < end && *at == '"';
  bool open = quoted;
  pq_bytes_reset(cell);
  for (at += quoted; at < end; ++at) {
    if (!open && (*at == ',' || *at == '\n')) break;
    *line += *at == '\n';
    if (*at == '"') {
      if (!open) return false;
      if (at + 1 == end || at[1] != '"') {
        open = false;
        continue;
      }
      ++at;
    } else if (!open && *at == '\r' && (at + 1 == end || at[1] == '\n')) {
      continue;
    } else if (!open && quoted) {
      return false;
    }
    pq_bytes_put(cell, (pq_view){at, 1});
  }
  *rest = (pq_view){at, (size_t)(end - at)};
  return !open;
}

static pq_status read_cells(pq_table *t, pq_view csv, pq_bytes *cell,
                            size_t *line) {
  while (csv.len) {
    if (!take_cell(&csv, cell, line)) return PQ_BAD_SYNTAX;
    pq_table_cell(t, pq_bytes_view(cell));
    if (cell->failed || t->failed) return PQ_NO_MEM;
    const bool more = csv.len && *csv.ptr == ',';
    if (!more && !pq_table_row(t)) return PQ_BAD_SYNTAX;
    *line += !more;
    if (more && csv.len == 1) { /* the last cell of all is empty */
      pq_table_cell(t, (pq_view){"", 0});
      if (!pq_table_row(t)) return PQ_BAD_SYNTAX;
    }
    if (csv.len) csv = (pq_view){csv.ptr + 1, csv.len - 1};
  }
  return t->failed ? PQ_NO_MEM : PQ_OK;
}

pq_status pq_table_read_csv(pq_table *t, pq_view csv, size_t *line) {
  pq_bytes cell = {0};
  size_t where = 0;
  *line = 1;
  if (!pq_bytes_are_text(csv, &where)) return PQ_BAD_ENCODING;
  const pq_status st = read_cells(t, csv, &cell, line);
  pq_bytes_clear(&cell);
  return st;
}
