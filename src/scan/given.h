/* Names that came with the text take the place of those that were found. */
#ifndef PQ_SCAN_GIVEN_H
#define PQ_SCAN_GIVEN_H

#include "mention.h"

/** Put the given names of the sentence into `s->found`.  Of what was found stay
 * processes, places, cells and common nouns that no given name touches; a given
 * name that the lexicon knows keeps what it means. */
PQ_NODISCARD pq_status pq_given_scan(pq_scanner *s);

#endif
