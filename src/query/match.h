/* Takes the steps of a question over a graph.  One row is in the making at a
 * time: it needs no memory, however many there are. */
#ifndef PQ_QUERY_MATCH_H
#define PQ_QUERY_MATCH_H

#include "index.h"
#include "steps.h"

/** Values of variables, by variable; 0: none. */
typedef pq_rdf_id pq_row[PQ_VARIABLES_MOST];

/** What is done with a row.  Any status but PQ_OK ends the matching with it. */
typedef struct pq_row_sink {
  void *user;
  pq_status (*row)(void *user, const pq_rdf_id *row);
} pq_row_sink;

/** Hand over each way to take the steps; `row` has the values that are set
 * beforehand, and has them again afterwards.  PQ_OK, PQ_LIMIT (more statements
 * were looked at than any honest graph asks for) or what the sink gave. */
PQ_NODISCARD pq_status pq_match(const pq_index *index, const pq_step *steps,
                                pq_row row, const pq_row_sink *sink);

#endif
