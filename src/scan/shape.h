/* What a word looks like: is it a name that no lexicon knows? */
#ifndef PQ_SCAN_SHAPE_H
#define PQ_SCAN_SHAPE_H

#include "token.h"

#include "lexicon/lexicon.h"

/** Are all letters of the sentence capitals, so that case says nothing? */
bool pq_shape_all_capitals(const pq_line *l);

/** Is token i a noun that names with the flag `head` need ("kinase")? */
bool pq_shape_is_head(const pq_line *l, uint32_t i);

/** Does the word, of these classes, look like a name that no lexicon knows? */
bool pq_shape_is_name(const pq_lexicon *lex, pq_view word, uint32_t classes);

/** Token behind "initiation factor 4A" that starts at i; i if none does. */
uint32_t pq_shape_numbered(const pq_line *l, uint32_t i);

/** Token behind an unknown name that starts at i; i if none does. */
uint32_t pq_shape_unknown(const pq_line *l, const pq_lexicon *lex, uint32_t i);

#endif
