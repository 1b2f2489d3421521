/* KGX: nodes and edges of the Biolink model, as rows of two tables.
 *
 *   claim   ALK fusions -- acts upstream, + --> phosphorylation of STAT3 at
 * Y705 row     ALK fusions   biolink:affects   STAT3   causes, phosphorylation,
 *                                                   increased
 * An event with one theme becomes that theme and its qualifiers; any other
 * stays a node.  What the ends were before stands in original_subject and
 * original_object, so that the site is not lost. */
#ifndef PQ_WRITE_KGX_H
#define PQ_WRITE_KGX_H

#include "write.h"

/** The ends of a claim as Biolink has them; either may be an event still. */
typedef struct pq_kgx_ends {
  pq_node subject, object;
} pq_kgx_ends;

/** The header lines. */
void pq_kgx_nodes_head(pq_buf *out);
void pq_kgx_edges_head(pq_buf *out);

/** Append the row of a claim but for its last cell, the publications. */
pq_kgx_ends pq_kgx_edge(const pq_graph *g, pq_claim_id id, pq_buf *out);

/** Append the row of a node, without LF. */
void pq_kgx_node(const pq_graph *g, pq_node node, pq_buf *out);

/** Append an identifier: UniProtKB:P40763, GO:0005634, pathquill.event:x; what
 * has no short form, as it is. */
void pq_kgx_id(const pq_graph *g, pq_view iri, pq_buf *out);

/** Append what a work is called: its PubMed id, if it is known. */
void pq_kgx_work(const pq_graph *g, pq_work_id id, pq_buf *out);

#endif
