#include "map.h"

#include <assert.h>

enum {
  SLOTS_LEAST = 64,
  KEYS_MOST = 1 << 30
};

/* The slot of a key: its own, or the free one for it. */
static pq_map_slot *slot_of(const pq_map *map, uint64_t key) {
  const uint64_t mixed = key * UINT64_C(0x9E3779B97F4A7C15); /* golden ratio */
  uint32_t at = (uint32_t)(mixed >> 32) & (map->n_slots - 1);
  while (map->slots[at].value && map->slots[at].key != key) {
    at = (at + 1) & (map->n_slots - 1);
  }
  return &map->slots[at];
}

/* Twice as many slots, if half of them are taken.  The old ones are left: all
 * of them together are not more than the new ones. */
static pq_status make_room(pq_map *map, pq_arena *arena) {
  if (map->n < map->n_slots / 2) return PQ_OK;
  if (map->n >= KEYS_MOST) return PQ_LIMIT;
  pq_map grown = {.n_slots = map->n_slots ? 2 * map->n_slots : SLOTS_LEAST,
                  .n = map->n};
  grown.slots = pq_arena_take(arena, grown.n_slots * sizeof *grown.slots);
  if (!grown.slots) return arena->status;
  for (uint32_t i = 0; i < map->n_slots; ++i) {
    const pq_map_slot one = map->slots[i];
    if (one.value) *slot_of(&grown, one.key) = one;
  }
  *map = grown;
  return PQ_OK;
}

uint32_t pq_map_get(const pq_map *map, uint64_t key) {
  return map->n_slots ? slot_of(map, key)->value : 0;
}

pq_status pq_map_put(pq_map *map, pq_arena *arena, uint64_t key,
                     uint32_t value) {
  pq_status st = PQ_OK;
  assert(value);
  PQ_TRY(st, make_room(map, arena));
  pq_map_slot *const slot = slot_of(map, key);
  if (!slot->value) ++map->n;
  *slot = (pq_map_slot){key, value};
  return PQ_OK;
}
