/* Ids to numbers: open addressing, at least half of the slots free. */
#ifndef PQ_LEXICON_IDS_H
#define PQ_LEXICON_IDS_H

#include "base/arena.h"

typedef struct pq_ids_slot {
  pq_view id;
  uint32_t tag;
  uint32_t number; /* + 1; 0: the slot is free */
} pq_ids_slot;

/** Zeroed is empty. */
typedef struct pq_ids {
  pq_ids_slot *slots;
  uint32_t n_slots, n;
} pq_ids;

/** Room for `n` ids in all, so that putting them in does not allocate. */
PQ_NODISCARD pq_status pq_ids_reserve(pq_ids *ids, pq_arena *arena, uint32_t n);

/** Give an id a number, unless it has one.  `*fresh` tells whether it had
 * none. */
PQ_NODISCARD pq_status pq_ids_put(pq_ids *ids, pq_arena *arena, pq_view id,
                                  uint32_t number, bool *fresh);

/** The number of an id, or UINT32_MAX. */
uint32_t pq_ids_find(const pq_ids *ids, pq_view id);

#endif
