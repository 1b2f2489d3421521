/* Who is a kind of whom, for a question that only the end of a file answers:
 * which terms stand under a root?
 *
 *   GO:0032991 <- GO:0043234x <- GO:0005643     is_a, any depth, no order
 */
#ifndef PQ_LEXICON_IMPORT_ANCESTRY_H
#define PQ_LEXICON_IMPORT_ANCESTRY_H

#include "base/vec.h"

/** A term and the mark it got.  `tag` is the caller's. */
typedef struct pq_kin {
  pq_view id;
  uint32_t tag;
  uint32_t edge; /* the first in which it is the parent, once sorted */
  uint32_t next; /* that waits, while marks are set */
  bool under;
} pq_kin;

typedef struct pq_kin_edge {
  pq_view child, parent;
  uint32_t child_at, parent_at; /* into `all`, once it is sorted */
} pq_kin_edge;

typedef struct pq_ancestry {
  pq_arena *arena; /* texts are the caller's and outlive it */
  PQ_VEC(pq_kin) all;
  PQ_VEC(pq_kin_edge) edges;
} pq_ancestry;

PQ_NODISCARD pq_status pq_ancestry_add(pq_ancestry *a, pq_view id,
                                       uint32_t tag);
PQ_NODISCARD pq_status pq_ancestry_link(pq_ancestry *a, pq_view child,
                                        pq_view parent);

/** Sort, once all is there. */
void pq_ancestry_settle(pq_ancestry *a);

/** Mark the root, if it is there, and all that stand under it; no others. */
void pq_ancestry_mark(pq_ancestry *a, pq_view root);

#endif
