/* A graph as its RDF tells it, for whoever shows parts one after the other.
 *
 *   "ATP and glucose are converted"       themes     by their names
 *   "Ephexin1 ... ephexin1"               one thing, as the first is written
 *   "was suggested ... may have"          cues       those before, then within
 *   "Han et al 2006 a,b"                  two works  by their IRIs
 * A text has more order than this, but no statement keeps it: what is shown of
 * a record and of its RDF is the same. */
#ifndef PQ_GRAPH_PARTS_H
#define PQ_GRAPH_PARTS_H

#include "graph.h"

/** A copy of `g` in which things and events of one IRI are one; events have
 * themes and products, complexes members, and evidence cues, in the order
 * above.  `record` is the copy's; both live as long as `g`, share all else with
 * it, and nothing may be added to them.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_graph_parts(const pq_graph *g, pq_record *record,
                                      pq_graph *out);

/** The record's citations, by index, in the order of the text; works of one
 * place by their IRIs.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_graph_pointers(const pq_graph *g, uint32_t **out);

#endif
