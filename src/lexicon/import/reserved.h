/* Words that are read by rules and not as names. */
#ifndef PQ_LEXICON_IMPORT_RESERVED_H
#define PQ_LEXICON_IMPORT_RESERVED_H

#include "lexicon/layer.h"

/** Is the last word of the name ("insulin secretion") one that the lexicon
 * denies as anything and always?  Then rules make more of these words than the
 * name does.  `known` may be NULL: no word is. */
bool pq_reserved_ends(const pq_lexicon *known, pq_view name);

#endif
