/* Words that say what sort of thing something is, and not which.  Gene tables
 * have names such as "transcription factor", "alpha chain" and "homodimer"
 * among their aliases; in prose these mean any of them. */
#ifndef PQ_LEXICON_GENERIC_H
#define PQ_LEXICON_GENERIC_H

#include "base/view.h"

/** Is a text in lower case made of such words alone? */
bool pq_generic(pq_view text);

#endif
