#include "support.h"

#include "base/alloc.h"
#include "base/hash.h"
#include "model/terms.h"
#include "query/split.h"

#include <stdlib.h>

enum {
  FIRST_ROWS = 1024
};

void pq_support_init(pq_support *s, pq_alloc *alloc) {
  *s = (pq_support){.alloc = alloc};
}

void pq_support_clear(pq_support *s) {
  pq_free(s->alloc, s->rows);
  pq_support_init(s, s->alloc);
}

/* ---- rows ---- */

static pq_support_row *slot(pq_support_row *rows, size_t cap, uint64_t hash) {
  size_t at = hash & (cap - 1);
  while (rows[at].used && rows[at].hash != hash) {
    at = (at + 1) & (cap - 1);
  }
  return &rows[at];
}

static pq_status grow(pq_support *s) {
  const size_t cap = s->cap ? 2 * s->cap : FIRST_ROWS;
  pq_support_row *const rows = pq_calloc(s->alloc, cap * sizeof *rows);
  if (!rows) return PQ_NO_MEM;
  for (size_t i = 0; i < s->cap; ++i) {
    if (s->rows[i].used) *slot(rows, cap, s->rows[i].hash) = s->rows[i];
  }
  pq_free(s->alloc, s->rows);
  s->rows = rows;
  s->cap = cap;
  return PQ_OK;
}

/* The row of an IRI, new or not. */
static pq_status row_of(pq_support *s, pq_view iri, pq_support_row **out) {
  pq_status st = PQ_OK;
  if (2 * s->n >= s->cap) PQ_TRY(st, grow(s));
  const uint64_t hash = pq_hash(iri);
  pq_support_row *const row = slot(s->rows, s->cap, hash);
  if (!row->used) {
    *row = (pq_support_row){.hash = hash, .used = true};
    ++s->n;
  }
  *out = row;
  return PQ_OK;
}

/* ---- lines ---- */

static bool kind_of(pq_view type, pq_stated *out) {
  static const pq_term types[] = {[PQ_STATED_CLAIM] = PQ_TERM_CLAIM,
                                  [PQ_STATED_QUESTION] = PQ_TERM_OPEN_QUESTION,
                                  [PQ_STATED_DISPUTE] = PQ_TERM_DISPUTE};
  for (size_t i = 0; i < PQ_N_STATED; ++i) {
    if (!pq_view_same(type, pq_term_iri(types[i]))) continue;
    *out = (pq_stated)i;
    return true;
  }
  return false;
}

static pq_status add_line(pq_support *s, pq_view line) {
  pq_status st = PQ_OK;
  pq_support_row *row = NULL;
  pq_stated kind = PQ_STATED_CLAIM;
  pq_view terms[PQ_QUAD_TERMS];
  if (!pq_quad_split(line, terms)) return PQ_OK;
  const pq_view predicate = pq_quad_iri(terms[1]);
  if (pq_view_same(predicate, pq_term_iri(PQ_TERM_TYPE))) {
    if (!kind_of(pq_quad_iri(terms[2]), &kind)) return PQ_OK;
    PQ_TRY(st, row_of(s, pq_quad_iri(terms[0]), &row));
    row->kind = kind;
    ++row->documents;
  } else if (pq_view_same(predicate, pq_term_iri(PQ_TERM_STATES))) {
    PQ_TRY(st, row_of(s, pq_quad_iri(terms[2]), &row));
    ++row->evidence;
  }
  return PQ_OK;
}

pq_status pq_support_add(pq_support *s, pq_view quads) {
  pq_status st = PQ_OK;
  while (quads.len) {
    PQ_TRY(st, add_line(s, pq_view_cut(&quads, '\n')));
  }
  return PQ_OK;
}

/* ---- the table ---- */

static int by_documents(const void *one, const void *two) {
  const pq_support_row *const a = one;
  const pq_support_row *const b = two;
  return (a->documents > b->documents) - (a->documents < b->documents);
}

static void put_row(pq_buf *out, const pq_support_row *rows, size_t n) {
  uint64_t counts[PQ_N_STATED] = {0};
  uint64_t evidence = 0;
  for (size_t i = 0; i < n; ++i) {
    ++counts[rows[i].kind];
    evidence += rows[i].evidence;
  }
  pq_buf_number(out, rows[0].documents);
  for (size_t i = 0; i < PQ_N_STATED; ++i) {
    pq_buf_char(out, '\t');
    pq_buf_number(out, counts[i]);
  }
  pq_buf_char(out, '\t');
  pq_buf_number(out, evidence);
  pq_buf_char(out, '\n');
}

pq_status pq_support_table(const pq_support *s, pq_buf *out) {
  pq_support_row *const rows =
      pq_calloc(s->alloc, (s->n ? s->n : 1) * sizeof *rows);
  if (!rows) return PQ_NO_MEM;
  size_t n = 0;
  for (size_t i = 0; i < s->cap; ++i) {
    if (s->rows[i].used && s->rows[i].documents) rows[n++] = s->rows[i];
  }
  qsort(rows, n, sizeof *rows, by_documents);
  pq_buf_text(out, "documents\tclaims\tquestions\tdisputes\tevidence\n");
  for (size_t i = 0; i < n;) {
    size_t end = i;
    while (end < n && rows[end].documents == rows[i].documents) {
      ++end;
    }
    put_row(out, rows + i, end - i);
    i = end;
  }
  pq_free(s->alloc, rows);
  return out->status;
}
