/* The statements of a graph, found by subject or by object.
 *
 *   rdf->triples   sorted by subject, predicate, object    first[s] ..
 * first[s+1] order          the same, by predicate, object, subject start[p] ..
 * start[p+1]
 */
#ifndef PQ_QUERY_INDEX_H
#define PQ_QUERY_INDEX_H

#include "rdf.h"

typedef struct pq_index {
  const pq_rdf *rdf;
  uint32_t *first; /* by subject: in rdf->triples */
  uint32_t *start; /* by predicate: in order */
  uint32_t *order; /* places in rdf->triples */
} pq_index;

/** Some places in rdf->triples: of an index's order, or in a row if `order` is
 * NULL. */
typedef struct pq_range {
  const uint32_t *order;
  uint32_t begin, end;
} pq_range;

/** Index what was read.  PQ_OK (the caller clears it) or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_index_fill(pq_index *index, const pq_rdf *rdf);
void pq_index_clear(pq_index *index);

/** Statements with this predicate; and subject and object, unless they are 0.
 * Ids that the graph does not have find nothing. */
pq_range pq_index_find(const pq_index *index, pq_rdf_id subject,
                       pq_rdf_id predicate, pq_rdf_id object);

/** The statement at `i`, which counts from range.begin. */
static inline const pq_rdf_triple *pq_index_at(const pq_index *index,
                                               const pq_range *range,
                                               uint32_t i) {
  return &index->rdf->triples[range->order ? range->order[i] : i];
}

#endif
