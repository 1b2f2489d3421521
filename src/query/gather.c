#include "gather.h"

#include "base/alloc.h"

enum {
  ROWS_FIRST = 256,
  ROWS_MOST = 2000000
};

void pq_gather_init(pq_gather *g, const pq_rdf *rdf,
                    const pq_question *question) {
  *g = (pq_gather){.rdf = rdf, .question = question};
  for (const pq_column *c = question->columns; c->name; ++c) {
    ++g->n_columns;
    g->n_keys += !c->count;
  }
}

void pq_gather_clear(pq_gather *g) {
  pq_free(g->rdf->alloc, g->cells);
  g->cells = NULL;
  g->n = 0;
  g->cap = 0;
}

static uint32_t *row_at(const pq_gather *g, uint32_t row) {
  return &g->cells[(size_t)row * g->n_columns];
}

static size_t row_size(const pq_gather *g) {
  return g->n_columns * sizeof *g->cells;
}

pq_status pq_gather_add(pq_gather *g, const pq_rdf_id *row) {
  if (g->n == ROWS_MOST) return PQ_LIMIT;
  if (g->n == g->cap) {
    const uint32_t cap = g->cap ? g->cap * 2 : ROWS_FIRST;
    uint32_t *const cells =
        pq_realloc(g->rdf->alloc, g->cells, cap * row_size(g));
    if (!cells) return PQ_NO_MEM;
    g->cells = cells;
    g->cap = cap;
  }
  uint32_t *const to = row_at(g, g->n++);
  for (uint32_t i = 0; i < g->n_columns; ++i) {
    to[i] = row[g->question->columns[i].variable];
  }
  return PQ_OK;
}

/* ---- orders ---- */

typedef int (*row_order)(const pq_gather *g, const uint32_t *a,
                         const uint32_t *b);

static int by_number(uint64_t a, uint64_t b) {
  return (a > b) - (a < b);
}

/* By ids, for which it is only to be one order: the keys, then what is counted.
 */
static int by_ids(const pq_gather *g, const uint32_t *a, const uint32_t *b) {
  for (uint32_t i = 0; i < g->n_keys; ++i) {
    if (a[i] != b[i]) return by_number(a[i], b[i]);
  }
  return g->by ? by_number(a[g->by], b[g->by]) : 0;
}

/* A text that is a number which fits. */
static bool number_of(const pq_rdf_term *t, uint64_t *out) {
  uint64_t n = 0;
  if (t->type != pq_rdf_of(PQ_TERM_INTEGER)) return false;
  if (!t->text.len || t->text.len > 18) return false;
  for (size_t i = 0; i < t->text.len; ++i) {
    if (!pq_is_digit(t->text.ptr[i])) return false;
    n = n * 10 + (uint64_t)(t->text.ptr[i] - '0');
  }
  *out = n;
  return true;
}

/* As SPARQL has it: nothing, blank nodes, IRIs, literals; numbers first. */
static int rank(const pq_rdf *rdf, pq_rdf_id id) {
  uint64_t n = 0;
  if (!id) return 0;
  switch (rdf->terms[id].kind) {
  case PQ_RDF_BLANK: return 1;
  case PQ_RDF_IRI: return 2;
  case PQ_RDF_LITERAL: break;
  }
  return number_of(&rdf->terms[id], &n) ? 3 : 4;
}

static int by_term(const pq_rdf *rdf, pq_rdf_id a, pq_rdf_id b) {
  uint64_t m = 0;
  uint64_t n = 0;
  if (a == b) return 0;
  const pq_rdf_term *const one = &rdf->terms[a];
  const pq_rdf_term *const two = &rdf->terms[b];
  int c = rank(rdf, a) - rank(rdf, b);
  if (!c && number_of(one, &m) && number_of(two, &n)) c = by_number(m, n);
  if (!c) c = pq_view_order(one->text, two->text);
  if (!c) {
    c = pq_view_order(pq_rdf_text(rdf, one->type), pq_rdf_text(rdf, two->type));
  }
  return c ? c : pq_view_order(one->language, two->language);
}

static int by_cell(const pq_gather *g, const uint32_t *a, const uint32_t *b,
                   uint32_t column) {
  if (column >= g->n_keys) return by_number(a[column], b[column]);
  return by_term(g->rdf, a[column], b[column]);
}

static int by_question(const pq_gather *g, const uint32_t *a,
                       const uint32_t *b) {
  int c = 0;
  for (const int8_t *o = g->question->order; !c && *o; ++o) {
    const bool down = *o < 0;
    c = by_cell(g, a, b, (uint32_t)(down ? -*o : *o) - 1);
    if (down) c = -c;
  }
  for (uint32_t i = 0; !c && i < g->n_columns; ++i) {
    c = by_cell(g, a, b, i);
  }
  return c;
}

/* ---- sorting ---- */

/* Two sorted runs, [begin, mid) and [mid, end), into one. */
static void merge(const pq_gather *g, row_order order, const uint32_t *from,
                  uint32_t *to, const uint32_t bounds[3]) {
  const uint32_t mid = bounds[1];
  const uint32_t end = bounds[2];
  uint32_t i = bounds[0];
  uint32_t j = mid;
  for (uint32_t k = bounds[0]; k < end; ++k) {
    const bool left = i < mid && (j == end || order(g, row_at(g, from[i]),
                                                    row_at(g, from[j])) <= 0);
    to[k] = left ? from[i++] : from[j++];
  }
}

static uint32_t least(uint32_t a, uint32_t b) {
  return a < b ? a : b;
}

/* Numbers of rows in order, by merging: `rows` and `room` for g->n each; the
 * result is in what is returned. */
static uint32_t *sort_numbers(const pq_gather *g, row_order order,
                              uint32_t *rows, uint32_t *room) {
  for (uint32_t i = 0; i < g->n; ++i) {
    rows[i] = i;
  }
  for (uint32_t width = 1; width < g->n; width *= 2) {
    for (uint32_t i = 0; i < g->n; i += 2 * width) {
      const uint32_t bounds[3] = {i, least(i + width, g->n),
                                  least(i + 2 * width, g->n)};
      merge(g, order, rows, room, bounds);
    }
    uint32_t *const swap = rows;
    rows = room;
    room = swap;
  }
  return rows;
}

static pq_status sort_rows(pq_gather *g, row_order order) {
  if (!g->n) return PQ_OK;
  pq_alloc *const alloc = g->rdf->alloc;
  uint32_t *const numbers =
      pq_calloc(alloc, (size_t)g->n * 2 * sizeof *numbers);
  uint32_t *const cells = pq_calloc(alloc, g->n * row_size(g));
  if (!numbers || !cells) {
    pq_free(alloc, numbers);
    pq_free(alloc, cells);
    return PQ_NO_MEM;
  }
  const uint32_t *const sorted =
      sort_numbers(g, order, numbers, numbers + g->n);
  for (uint32_t i = 0; i < g->n; ++i) {
    memcpy(&cells[(size_t)i * g->n_columns], row_at(g, sorted[i]), row_size(g));
  }
  pq_free(alloc, numbers);
  pq_free(alloc, g->cells);
  g->cells = cells;
  g->cap = g->n;
  return PQ_OK;
}

/* ---- each once, and counted ---- */

static bool same_keys(const pq_gather *g, uint32_t a, uint32_t b) {
  return memcmp(row_at(g, a), row_at(g, b), g->n_keys * sizeof *g->cells) == 0;
}

/* In sorted rows: how many different values the column has in each group, from
 * the first group on. */
static void count_groups(const pq_gather *g, uint32_t *counts) {
  uint32_t group = 0;
  for (uint32_t i = 0; i < g->n; ++i) {
    const bool first = i == 0 || !same_keys(g, i - 1, i);
    group += first && i;
    const uint32_t value = row_at(g, i)[g->by];
    const bool other = first || value != row_at(g, i - 1)[g->by];
    counts[(size_t)group * g->n_columns + g->by] += other && value;
  }
}

/* Of rows with equal keys the first is left. */
static uint32_t keep_first(pq_gather *g) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < g->n; ++i) {
    if (n && same_keys(g, n - 1, i)) continue;
    memmove(row_at(g, n++), row_at(g, i), row_size(g));
  }
  return n;
}

static pq_status count_columns(pq_gather *g, uint32_t *counts) {
  pq_status st = PQ_OK;
  for (g->by = g->n_keys; g->by < g->n_columns; ++g->by) {
    PQ_TRY(st, sort_rows(g, by_ids));
    count_groups(g, counts);
  }
  g->n = keep_first(g);
  for (uint32_t i = 0; i < g->n; ++i) {
    for (uint32_t c = g->n_keys; c < g->n_columns; ++c) {
      row_at(g, i)[c] = counts[(size_t)i * g->n_columns + c];
    }
  }
  return PQ_OK;
}

static pq_status group(pq_gather *g) {
  pq_status st = PQ_OK;
  if (g->n_keys == g->n_columns) {
    PQ_TRY(st, sort_rows(g, by_ids));
    g->n = keep_first(g);
    return PQ_OK;
  }
  uint32_t *const counts = pq_calloc(g->rdf->alloc, g->n * row_size(g));
  if (!counts) return PQ_NO_MEM;
  st = count_columns(g, counts);
  pq_free(g->rdf->alloc, counts);
  return st;
}

pq_status pq_gather_settle(pq_gather *g) {
  pq_status st = PQ_OK;
  if (!g->n) return PQ_OK;
  PQ_TRY(st, group(g));
  return sort_rows(g, by_question);
}
