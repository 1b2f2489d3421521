/* A line of N-Quads cut into its terms, which stay as they are written: for who
 * sorts or counts lines and does not ask what they mean. */
#ifndef PQ_QUERY_SPLIT_H
#define PQ_QUERY_SPLIT_H

#include "base/view.h"

enum {
  PQ_QUAD_TERMS = 4 /* subject, predicate, object, graph */
};

/** How many terms the line has: 4, 3 without a graph, or 0: it is no quad. */
uint32_t pq_quad_split(pq_view line, pq_view terms[PQ_QUAD_TERMS]);

/** What stands between the brackets of an IRI; empty for any other term. */
static inline pq_view pq_quad_iri(pq_view term) {
  const bool iri = term.len > 2 && *term.ptr == '<';
  return iri ? (pq_view){term.ptr + 1, term.len - 2} : (pq_view){"", 0};
}

#endif
