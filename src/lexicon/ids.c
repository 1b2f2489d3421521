#include "ids.h"

#include "base/hash.h"

enum {
  FIRST_SLOTS = 1024
};

/* The slot of an id, or the free one for it. */
static pq_ids_slot *slot_of(const pq_ids *ids, pq_view id, uint32_t tag) {
  const uint32_t mask = ids->n_slots - 1;
  uint32_t at = tag & mask;
  for (;;) {
    pq_ids_slot *const slot = &ids->slots[at];
    if (!slot->number || (slot->tag == tag && pq_view_same(slot->id, id))) {
      return slot;
    }
    at = (at + 1) & mask;
  }
}

pq_status pq_ids_reserve(pq_ids *ids, pq_arena *arena, uint32_t n) {
  uint32_t most = ids->n_slots ? ids->n_slots : FIRST_SLOTS;
  if (n > UINT32_MAX / 8) return PQ_LIMIT;
  while (most / 2 <= n) {
    most *= 2;
  }
  if (most == ids->n_slots) return PQ_OK;
  pq_ids more = {.n_slots = most, .n = ids->n};
  more.slots = pq_arena_take(arena, most * sizeof *more.slots);
  if (!more.slots) return arena->status;
  for (uint32_t i = 0; i < ids->n_slots; ++i) {
    const pq_ids_slot *const slot = &ids->slots[i];
    if (slot->number) *slot_of(&more, slot->id, slot->tag) = *slot;
  }
  *ids = more;
  return PQ_OK;
}

pq_status pq_ids_put(pq_ids *ids, pq_arena *arena, pq_view id, uint32_t number,
                     bool *fresh) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_ids_reserve(ids, arena, ids->n + 1));
  const uint32_t tag = (uint32_t)pq_hash(id);
  pq_ids_slot *const slot = slot_of(ids, id, tag);
  *fresh = !slot->number;
  if (!*fresh) return PQ_OK;
  *slot = (pq_ids_slot){id, tag, number + 1};
  ++ids->n;
  return PQ_OK;
}

uint32_t pq_ids_find(const pq_ids *ids, pq_view id) {
  if (!ids->n) return UINT32_MAX;
  const pq_ids_slot *const slot = slot_of(ids, id, (uint32_t)pq_hash(id));
  return slot->number ? slot->number - 1 : UINT32_MAX;
}
