/* Names of chemicals that are longer than what the lexicon knows of them: the
 * end of one, or a salt, is something else than the word alone. */
#ifndef PQ_SCAN_CHEMICAL_H
#define PQ_SCAN_CHEMICAL_H

#include "mention.h"

/** Is the token the last word of a longer name: "pyridoxine PHOSPHATE"? */
bool pq_chemical_is_tail(const pq_line *l, uint32_t i);

/** Does it stand right behind a molecule of `s->found`: "calcium PHOSPHATE"? */
bool pq_chemical_is_salt(const pq_scanner *s, uint32_t i);

/** Where the longer name begins of which the token is the end, as in
 * "sedoheptulose 7-PHOSPHATE"; `i` if it is no such end. */
uint32_t pq_chemical_begin(const pq_scanner *s, uint32_t i);

#endif
