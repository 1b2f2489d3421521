#include "index.h"

#include "base/alloc.h"

enum {
  SUBJECT,
  PREDICATE,
  OBJECT
};

static pq_rdf_id part(const pq_rdf_triple *t, int which) {
  if (which == SUBJECT) return t->subject;
  return which == PREDICATE ? t->predicate : t->object;
}

/* Where the statements with each id begin: start[id], once they are sorted. */
static void count(const pq_rdf *rdf, int which, uint32_t *start) {
  memset(start, 0, ((size_t)rdf->n_terms + 1) * sizeof *start);
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    ++start[part(&rdf->triples[i], which) + 1];
  }
  for (uint32_t id = 0; id < rdf->n_terms; ++id) {
    start[id + 1] += start[id];
  }
}

/* A counting sort, which keeps the order of equal ones; `from` NULL is the
 * order of the triples.  Moves each start to its end, which is the next one's
 * start.
 */
static void sort(const pq_rdf *rdf, int which, uint32_t *start,
                 const uint32_t *from, uint32_t *to) {
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const uint32_t place = from ? from[i] : i;
    to[start[part(&rdf->triples[place], which)]++] = place;
  }
}

static void fill(pq_index *x, uint32_t *by_object) {
  const pq_rdf *const rdf = x->rdf;
  count(rdf, SUBJECT, x->first);
  count(rdf, OBJECT, x->start);
  sort(rdf, OBJECT, x->start, NULL, by_object);
  count(rdf, PREDICATE, x->start);
  sort(rdf, PREDICATE, x->start, by_object, x->order);
  count(rdf, PREDICATE, x->start);
}

pq_status pq_index_fill(pq_index *index, const pq_rdf *rdf) {
  pq_alloc *const alloc = rdf->alloc;
  const size_t by_term = ((size_t)rdf->n_terms + 1) * sizeof(uint32_t);
  const size_t by_triple = ((size_t)rdf->n_triples + 1) * sizeof(uint32_t);
  uint32_t *const by_object = pq_calloc(alloc, by_triple);
  *index = (pq_index){.rdf = rdf,
                      .first = pq_calloc(alloc, by_term),
                      .start = pq_calloc(alloc, by_term),
                      .order = pq_calloc(alloc, by_triple)};
  const bool whole = by_object && index->first && index->start && index->order;
  if (whole) fill(index, by_object);
  pq_free(alloc, by_object);
  if (whole) return PQ_OK;
  pq_index_clear(index);
  return PQ_NO_MEM;
}

void pq_index_clear(pq_index *index) {
  if (!index->rdf) return;
  pq_free(index->rdf->alloc, index->first);
  pq_free(index->rdf->alloc, index->start);
  pq_free(index->rdf->alloc, index->order);
  *index = (pq_index){0};
}

/* ---- finding ---- */

/* The first place of the range whose part is not below `id`. */
static uint32_t lower(const pq_index *x, const pq_range *range, int which,
                      uint64_t id) {
  uint32_t low = range->begin;
  uint32_t high = range->end;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (part(pq_index_at(x, range, mid), which) < id) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static pq_range narrow(const pq_index *x, pq_range range, int which,
                       pq_rdf_id id) {
  const uint32_t begin = lower(x, &range, which, id);
  range.end = lower(x, &range, which, (uint64_t)id + 1);
  range.begin = begin;
  return range;
}

pq_range pq_index_find(const pq_index *index, pq_rdf_id subject,
                       pq_rdf_id predicate, pq_rdf_id object) {
  const uint32_t n = index->rdf->n_terms;
  pq_range range = {.order = NULL};
  if (subject >= n || predicate >= n || object >= n) return range;
  if (subject) {
    range.begin = index->first[subject];
    range.end = index->first[subject + 1];
    range = narrow(index, range, PREDICATE, predicate);
  } else {
    range.order = index->order;
    range.begin = index->start[predicate];
    range.end = index->start[predicate + 1];
  }
  return object ? narrow(index, range, OBJECT, object) : range;
}
