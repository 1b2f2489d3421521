/* Which rows of a table belong to which sentence: a counting sort.
 *   items[start[s]] .. items[start[s + 1] - 1] are those of sentence s */
#ifndef PQ_WRITE_BY_SENTENCE_H
#define PQ_WRITE_BY_SENTENCE_H

#include "model/store.h"

typedef struct pq_by_sentence {
  uint32_t *start, *items;
} pq_by_sentence;

/** The rows of a record that have a sentence, all sorted; they live in its
 * arena. */
typedef struct pq_shelves {
  pq_by_sentence mentions, sites, citations, evidence;
} pq_shelves;

PQ_NODISCARD pq_status pq_shelves_fill(const pq_record *r, pq_shelves *out);

static inline uint32_t pq_shelf_count(const pq_by_sentence *b,
                                      pq_sentence_id s) {
  return b->start[s + 1] - b->start[s];
}

/** The k-th row of a sentence. */
static inline uint32_t pq_shelf_at(const pq_by_sentence *b, pq_sentence_id s,
                                   uint32_t k) {
  return b->items[b->start[s] + k];
}

#endif
