/* What differs between two graphs: the facts of each, a row for what only one
 * of them has.
 *
 *   before -> facts --+
 *                     +-> sorted, pairs struck out -> rows
 *   after  -> facts --+
 * A fact is (statement, record, aspect, value): a status, a work, words. */
#ifndef PQ_QUERY_CHANGES_H
#define PQ_QUERY_CHANGES_H

#include "gather.h"

/** Compare.  `terms` is the graph of `after`, to which the terms of the answer
 * are added; nothing may be looked up in `after` from then on.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_changes(const pq_index *before, const pq_index *after,
                                  pq_rdf *terms, pq_gather *out);

#endif
