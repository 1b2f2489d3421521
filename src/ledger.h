/* What a whole run claims: which claims may stand as plain edges.
 *
 *   record -> claim  states: asserted hedged ...   sides of disputes
 *   record -> claim                                        |
 *             edge = subject, predicate, object  <- claims that say it
 * An edge is plain if a claim of it is asserted somewhere and is neither
 * negated nor side of a dispute, nor called controversial or denied, and no
 * negated claim of the same edge is asserted, and it is not about another
 * species than its record.  Each of these may stand in the
 * last record, so it is known only at the end.  ontology/queries/edges.rq says
 * the same of a store. */
#ifndef PQ_LEDGER_H
#define PQ_LEDGER_H

#include "base/intern.h"
#include "graph/graph.h"

/** A claim of the run. */
typedef struct pq_account {
  uint32_t edge;    /* index into `edges` */
  unsigned stances; /* a bit for each pq_stance */
  bool negated, rival;
  bool elsewhere; /* of another species than its record */
} pq_account;

typedef struct pq_ledger {
  pq_arena arena;
  pq_intern claims;            /* IRIs */
  pq_intern edges;             /* as lines of N-Triples, without LF */
  PQ_VEC(pq_account) accounts; /* by id of the claim */
  pq_buf room;
} pq_ledger;

/** An empty ledger.  It must not move: its tables point to its arena. */
void pq_ledger_init(pq_ledger *ledger, pq_alloc *alloc);
void pq_ledger_clear(pq_ledger *ledger);

/** Enter the claims of a record.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_ledger_add(pq_ledger *ledger, const pq_graph *g);

/** What became of a claim. */
typedef enum pq_standing {
  PQ_CLAIM_PLAIN,    /* it stands as an edge */
  PQ_CLAIM_NEGATED,  /* asserted not to be so, and nobody says it is */
  PQ_CLAIM_DISPUTED, /* a side of a dispute, controversial, denied, or asserted
                        both ways */
  PQ_CLAIM_RESERVED  /* nowhere asserted: hedged, presupposed, unclear */
} pq_standing;

/** Append the plain edges, sorted by bytes. */
PQ_NODISCARD pq_status pq_ledger_edges(pq_ledger *ledger, pq_buf *out);

/** How each claim stands, by its id.  The array lives in the arena; NULL: its
 * status says why. */
pq_standing *pq_ledger_judge(pq_ledger *ledger);

#endif
