/* How well a surface fits a listed name.  The formula is Gilda's
 * (gyorilab/gilda, Bioinformatics Advances vbac034), so that results can be
 * compared: (2 * status + string / 539) / 9; our own terms are added to it. */
#ifndef PQ_LEXICON_SCORE_H
#define PQ_LEXICON_SCORE_H

#include "base/view.h"

enum {
  PQ_STRING_MOST = 539, /* an exact match */
  PQ_TERM_PLURAL = -20, /* thousandths */
  PQ_TERM_OWN_SPECIES = 20
};

/** 0 to 539: a mixed-radix number of how letters' case and dashes agree.
 * `initial`: the surface begins a sentence. */
uint32_t pq_score_string(pq_view surface, pq_view name, bool initial);

/** Thousandths of the score, with the sum of our terms; within 0 to 1000. */
uint16_t pq_score(uint8_t status, uint32_t string, int32_t terms);

/** Rank of an id's name space, for the order of equal scores: smaller first. */
uint32_t pq_score_space(pq_view id);

#endif
