/* What is written onto a protein in one word: "H3K4me3" is histone H3 with K4
 * trimethylated, "JAK2V617F" a mutant of JAK2. */
#ifndef PQ_SCAN_MARK_H
#define PQ_SCAN_MARK_H

#include "mention.h"

/** Does the word name a mark?  The histone's own name is its beginning, and
 * `*mod` what it bears. */
bool pq_mark_read(pq_view word, pq_view *histone, pq_modification *mod);

/** "JAK2V617F": does the word end in a mutation?  What stands before it may be
 * the name of a protein. */
bool pq_mark_mutant(const pq_lexicon *lex, pq_view word, pq_view *protein,
                    pq_view *change);

#endif
