/* Does this protein have this residue here?  And if not, which other number may
 * be meant? */
#ifndef PQ_LEXICON_RESIDUE_H
#define PQ_LEXICON_RESIDUE_H

#include "layer.h"

/** One-letter code of "serine", "Ser" or "S", or 0.  Three letters are taken
 * with one capital only: "his" and "MET" are other words. */
char pq_residue_of(const pq_image *im, pq_view word);

#endif
