/* The reaction card as SBGN-ML, to be edited: process description, level 1.
 *
 *   plan --> DOT --> easel --> places --+
 *     +---------------------------------+--> SBGN-ML
 * What SBGN has no sign for stands in annotations: disputes, notes, papers. */
#ifndef PQ_WRITE_SBGN_H
#define PQ_WRITE_SBGN_H

#include "plan.h"

/** Append a plan's SBGN-ML.  `places` is what the easel draws as "place": where
 * the nodes of the plan's DOT stand, and its arcs. */
PQ_NODISCARD pq_status pq_sbgn_put(const pq_plan *plan, pq_arena *arena,
                                   pq_view places, pq_buf *out);

#endif
