/* A part of a graph: claims near a thing, with so many papers, so sure. */
#ifndef PQ_GRAPH_NARROW_H
#define PQ_GRAPH_NARROW_H

#include "graph.h"

/** What is kept.  All zero keeps everything. */
typedef struct pq_narrow {
  pq_view around;   /* label, CURIE or IRI of a thing; empty: of any */
  uint32_t hops;    /* claims from it on; 0: as 1 */
  uint32_t papers;  /* that a claim, or a dispute, rests on at least */
  uint32_t stances; /* a bit for each pq_stance that counts; 0: all do */
} pq_narrow;

/** Leave out of the orders of `g` what is not kept.  PQ_OK, PQ_NO_MEM, or
 * PQ_BAD_ARG: nothing has the name that is asked for. */
PQ_NODISCARD pq_status pq_graph_narrow(pq_graph *g, const pq_narrow *by);

#endif
