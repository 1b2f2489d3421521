/* Numbers by numbers, in an arena: a hash table of 64-bit keys.
 *
 *   put 7 -> 1, put 9 -> 2, put 7 -> 3;   7 -> 3, 9 -> 2, 8 -> 0
 */
#ifndef PQ_BASE_MAP_H
#define PQ_BASE_MAP_H

#include "arena.h"

typedef struct pq_map_slot {
  uint64_t key;
  uint32_t value; /* 0: free */
} pq_map_slot;

/** Zeroed is empty. */
typedef struct pq_map {
  pq_map_slot *slots;
  uint32_t n_slots, n;
} pq_map;

/** The value of a key, 0 where none was put. */
uint32_t pq_map_get(const pq_map *map, uint64_t key);

/** Put a value, which is not 0, in place of any other of the key.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_map_put(pq_map *map, pq_arena *arena, uint64_t key,
                                  uint32_t value);

#endif
