/* Diseases in a sentence, by the words that they are called by. */
#ifndef PQ_SCAN_ILLNESS_H
#define PQ_SCAN_ILLNESS_H

#include "mention.h"

/** "syndrome", "gangliosidosis", "cardiomyopathy": may the name of a disease
 * end in the word? */
bool pq_illness_is_word(const pq_record *r, pq_view word);

/** Make mentions of diseases, in `s->found`, in place of what lies in them. */
PQ_NODISCARD pq_status pq_illness_scan(pq_scanner *s);

#endif
