/* Marks of histones in one word: "H3K4me3" is histone H3 with K4 trimethylated.
 */
#ifndef PQ_SCAN_MARK_H
#define PQ_SCAN_MARK_H

#include "mention.h"

/** Does the word name a mark?  The histone's own name is its beginning, and
 * `*mod` what it bears. */
bool pq_mark_read(pq_view word, pq_view *histone, pq_modification *mod);

#endif
