/* What an overview draws as one: a family for its members, a pathway for what
 * it is named after. */
#ifndef PQ_FOLDS_H
#define PQ_FOLDS_H

#include "engine.h"

typedef enum pq_folding {
  PQ_FOLD_NONE,
  PQ_FOLD_FAMILY,
  PQ_FOLD_PATHWAY
} pq_folding;

/** The lexicon's id of a protein or family of the graph, in `room` or in the
 * lexicon; empty if it does not know it. */
pq_view pq_folds_concept(const pq_graph *g, const pq_lexicon *lex,
                         pq_entity_id id, char room[64]);

/** By entity of the graph, in its arena: what it is drawn as.  A thing is only
 * drawn as another that the graph names too. */
PQ_NODISCARD pq_status pq_folds_make(const pq_graph *g, const pq_lexicon *lex,
                                     pq_folding how, uint32_t **out);

#endif
