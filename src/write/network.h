/* A record as a network: what is drawn by tools that know nodes and edges.
 *
 *   node   a thing, an event, or the open end of a question
 *   edge   a claim, with how it is said     STAT3 -- depends on --> PI3K
 * pathway a part of an event or thing      phosphorylation -- has input --> X
 * A reader that looks at no attribute must not take reserve for a fact, so the
 * name of an edge says it: "enables [alternative]", "not: enables". */
#ifndef PQ_WRITE_NETWORK_H
#define PQ_WRITE_NETWORK_H

#include "write.h"

#include "base/intern.h"

typedef struct pq_net_node {
  pq_view iri, label;
  const char *type; /* "protein", "event", "question" */
} pq_net_node;

typedef struct pq_net_edge {
  uint32_t source, target; /* indices into nodes */
  pq_view iri;             /* of a claim or question; empty: a part */
  pq_view name, predicate; /* "enables [alternative]"; the absolute IRI */
  pq_view status;          /* "asserted|hedged", or empty */
  pq_view label, quote;    /* of the claim; its first place */
  pq_view works;           /* "Zhang et al. 2002; Palmer et al. 2009" */
  pq_view dispute;         /* the label of one that it is a side of, */
  pq_view dispute_works;   /* and what is cited for that */
  pq_direct direct;
  bool negated;
} pq_net_edge;

/** Everything lives in the record's arena. */
typedef struct pq_network {
  const pq_graph *g;
  pq_intern iris; /* of nodes */
  PQ_VEC(pq_net_node) nodes;
  PQ_VEC(pq_net_edge) edges;
  pq_buf room;
} pq_network;

/** Fill a network; clear it whatever the status is. */
PQ_NODISCARD pq_status pq_network_fill(pq_network *net, const pq_graph *g,
                                       pq_alloc *alloc);
void pq_network_clear(pq_network *net);

/** What is told of a node, and of an edge, as texts: name and value by index.
 * NULL past the last. */
const char *pq_net_node_field(const pq_net_node *node, size_t i,
                              pq_view *value);
const char *pq_net_edge_field(const pq_net_edge *edge, size_t i,
                              pq_view *value);

/** A graph in GraphML, and a network in CX2. */
PQ_NODISCARD pq_status pq_write_graphml(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_cx2(const pq_graph *g, pq_buf *out);

#endif
