/* What a full claim line says beyond the words: the ends of its claim, the
 * document, and each node of the graph that these lead to, as JSON-LD has them.
 *
 *   "subject":"ent:Q9UM73.active","predicate":"RO:0004032",
 *   "object":"event:phosphorylation.P40763","document":"doc:e532...",
 *   "nodes":[{"id":"ent:Q9UM73.active","stateOf":"uniprot:Q9UM73",...},...]
 *
 * Each line is whole by itself, so that any choice of lines can be asked. */
#ifndef PQ_WRITE_JSONL_NODES_H
#define PQ_WRITE_JSONL_NODES_H

#include "jsonld_tree.h"

typedef struct pq_line_nodes {
  pq_ld_tree tree;
  uint32_t *told;  /* by subject: the line that told it last */
  uint32_t *queue; /* of the line in the making: subjects to be told */
  uint32_t n_queue, line;
} pq_line_nodes;

/** Gather the graph's nodes, in the record's arena.  Status as that of
 * pq_ld_tree_fill. */
PQ_NODISCARD pq_status pq_line_nodes_open(pq_line_nodes *n, const pq_graph *g);

/** Append `"key":"prefix:local"` for an IRI, with a comma before. */
void pq_line_nodes_name(const pq_line_nodes *n, const char *key, pq_view iri,
                        pq_buf *out);

/** Append the keys of a line that states `stated` in the text `document`. */
void pq_line_nodes_put(pq_line_nodes *n, pq_view stated, pq_view document,
                       pq_buf *out);

#endif
