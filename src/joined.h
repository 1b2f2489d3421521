/* Statements of many inputs, put together.
 *
 *   .nq .nt .ttl .rdf -----+
 *   graphs of records -----+-> rdf */
#ifndef PQ_JOINED_H
#define PQ_JOINED_H

#include "engine.h"

#include "graph/graph.h"
#include "query/quads.h"
#include "query/regraph.h"

typedef struct pq_joined {
  pq_rdf rdf;
  pq_rdf_quad *named; /* statements that are in some graph */
  uint32_t n_named, cap_named;
  pq_buf bytes;   /* a graph as N-Quads */
  pq_quads quads; /* their reader */
  const pq_sink *sink;
} pq_joined;

PQ_NODISCARD pq_status pq_joined_open(pq_joined *joined, pq_alloc *alloc,
                                      const pq_sink *sink);
void pq_joined_close(pq_joined *joined);

/** Read all paths whose ending tells RDF.  Half a file would give half a
 * picture: one that cannot be read to its end, which was told, is PQ_BAD_READ.
 */
PQ_NODISCARD pq_status pq_joined_files(pq_joined *joined,
                                       const pq_inputs *inputs);

/** Take a graph that is at hand. */
PQ_NODISCARD pq_status pq_joined_graph(pq_joined *joined, const pq_graph *g);

/** That were all: read the statements back as graphs, for `pages` with the
 * sentences and mentions of their texts.  PQ_OK: the caller closes
 * `*out`, which must not outlive `joined`. */
PQ_NODISCARD pq_status pq_joined_regraph(pq_joined *joined,
                                         const pq_engine *engine, bool pages,
                                         pq_regraph **out);

/** The inputs that are no RDF.  `out->paths` is the caller's to free; `*some`
 * if there is anything to read. */
PQ_NODISCARD pq_status pq_joined_records(pq_alloc *alloc,
                                         const pq_inputs *inputs,
                                         pq_inputs *out, bool *some);

#endif
