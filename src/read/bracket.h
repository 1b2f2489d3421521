/* Brackets in which no sentence ends. */
#ifndef PQ_READ_BRACKET_H
#define PQ_READ_BRACKET_H

#include "base/vec.h"
#include "model/span.h"

/** Outermost brackets, in order, disjoint; spans include both marks. */
typedef struct pq_brackets {
  PQ_VEC(pq_span) found;
  PQ_VEC(uint32_t) opened; /* room for the search */
} pq_brackets;

/** Find the brackets () and [] of a piece of text.  One that is never closed,
 * or only after so long that something else must have closed it, is none; what
 * it holds may be some. */
PQ_NODISCARD pq_status pq_brackets_find(pq_brackets *b, pq_arena *arena,
                                        pq_view text, pq_span piece);

/** Does a bracket name papers: "(Karin & Ben-Neriah 2000)", "(Yoshida et al)"?
 */
bool pq_bracket_cites(pq_view text, pq_span bracket);

#endif
