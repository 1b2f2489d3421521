/* Why a sentence says nothing to us, in words for a curator. */
#ifndef PQ_WRITE_SILENCE_H
#define PQ_WRITE_SILENCE_H

#include "by_sentence.h"

/** What is known of a sentence of which no claim was read. */
typedef struct pq_silence {
  const char *why;  /**< "its names are not in the lexicon" */
  const char *what; /**< what one can do about it */
} pq_silence;

/** Never empty; the strings are constant. */
pq_silence pq_silence_of(const pq_record *r, const pq_shelves *shelves,
                         pq_sentence_id s);

#endif
