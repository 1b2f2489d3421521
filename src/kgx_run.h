/* The tables of KGX for a run: its claims as edges of the Biolink model.
 *
 *   records -> ledger: how each claim stands
 *          +-> rows of claims and of their ends  ->  graph_nodes.tsv
 *                                                    graph_edges.tsv
 * Only what stands plainly, or is asserted not to be so, becomes an edge:
 * Biolink has no word for a hedge.  What is left out is counted and told. */
#ifndef PQ_KGX_RUN_H
#define PQ_KGX_RUN_H

#include "folder.h"
#include "ledger.h"

/** The row of a claim, by its id in the ledger. */
typedef struct pq_kgx_row {
  pq_view cells;
  uint32_t subject, object; /* indices into `nodes` */
} pq_kgx_row;

/** A work that is cited where a claim is asserted. */
typedef struct pq_kgx_cited {
  uint32_t claim, work;
} pq_kgx_cited;

typedef struct pq_kgx {
  pq_arena arena;
  pq_intern nodes; /* ids */
  PQ_VEC(pq_view) node_rows;
  pq_intern works; /* ids */
  PQ_VEC(pq_kgx_row) rows;
  PQ_VEC(pq_kgx_cited) cited;
  uint64_t questions, disputes; /* that have no edge by their nature */
  pq_buf room;
} pq_kgx;

/** An empty collection.  It must not move. */
void pq_kgx_init(pq_kgx *kgx, pq_alloc *alloc);
void pq_kgx_clear(pq_kgx *kgx);

/** Add a record that has just been added to the ledger.  PQ_OK, PQ_NO_MEM or
 * PQ_LIMIT. */
PQ_NODISCARD pq_status pq_kgx_add(pq_kgx *kgx, const pq_ledger *ledger,
                                  const pq_graph *g);

/** Write both tables, and tell what is not in them. */
PQ_NODISCARD pq_status pq_kgx_write(pq_kgx *kgx, pq_ledger *ledger,
                                    const pq_folder *folder);

#endif
