/* Statements of many inputs, put together.
 *
 *   .nq .nt .ttl .rdf -----+
 *   graphs of records -----+-> rdf */
#ifndef PQ_POOL_H
#define PQ_POOL_H

#include "engine.h"

#include "graph/graph.h"
#include "query/quads.h"
#include "query/regraph.h"

typedef struct pq_pool {
  pq_rdf rdf;
  pq_rdf_quad *named; /* whose graph matters, as pq_regraph_source has them */
  uint32_t n_named, cap_named;
  pq_buf bytes;   /* a graph as N-Quads */
  pq_quads quads; /* their reader */
  const pq_sink *sink;
} pq_pool;

PQ_NODISCARD pq_status pq_pool_open(pq_pool *pool, pq_alloc *alloc,
                                    const pq_sink *sink);
void pq_pool_close(pq_pool *pool);

/** Read all paths whose ending tells RDF.  Half a file would give half a
 * picture: one that cannot be read to its end, which was told, is PQ_BAD_READ.
 */
PQ_NODISCARD pq_status pq_pool_files(pq_pool *pool, const pq_inputs *inputs);

/** Take a graph that is at hand. */
PQ_NODISCARD pq_status pq_pool_graph(pq_pool *pool, const pq_graph *g);

/** That were all: the statements can be found. */
void pq_pool_settle(pq_pool *pool);

/** The inputs that are no RDF.  `out->paths` is the caller's to free; `*some`
 * if there is anything to read. */
PQ_NODISCARD pq_status pq_pool_records(pq_alloc *alloc, const pq_inputs *inputs,
                                       pq_inputs *out, bool *some);

#endif
