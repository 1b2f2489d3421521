#include "intern.h"

#include "hash.h"

enum {
  SLOTS_LEAST = 64,
  TEXTS_MOST = 1 << 30
};

void pq_intern_init(pq_intern *table, pq_arena *arena) {
  *table = (pq_intern){.arena = arena};
}

/* The slot of a text: its own, or the free one for it. */
static uint32_t slot_of(const pq_intern *table, pq_view text) {
  uint32_t at = (uint32_t)pq_hash(text) & (table->n_slots - 1);
  while (table->slots[at] &&
         !pq_view_same(table->texts.at[table->slots[at] - 1], text)) {
    at = (at + 1) & (table->n_slots - 1);
  }
  return at;
}

/* Twice as many slots, if half of them are taken.  The old ones are left: all
 * of them together are not more than the new ones. */
static pq_status make_room(pq_intern *table) {
  if (table->texts.n < table->n_slots / 2) return PQ_OK;
  if (table->texts.n >= TEXTS_MOST) return PQ_LIMIT;
  const uint32_t n = table->n_slots ? 2 * table->n_slots : SLOTS_LEAST;
  uint32_t *const slots = pq_arena_take(table->arena, n * sizeof *slots);
  if (!slots) return table->arena->status;
  table->slots = slots;
  table->n_slots = n;
  for (uint32_t i = 0; i < table->texts.n; ++i) {
    table->slots[slot_of(table, table->texts.at[i])] = i + 1;
  }
  return PQ_OK;
}

uint32_t pq_intern_find(const pq_intern *table, pq_view text) {
  const uint32_t id = table->n_slots ? table->slots[slot_of(table, text)] : 0;
  return id ? id - 1 : UINT32_MAX;
}

pq_status pq_intern_put(pq_intern *table, pq_view text, uint32_t *id) {
  pq_status st = PQ_OK;
  pq_view kept = {NULL, 0};
  const uint32_t known = pq_intern_find(table, text);
  if (known != UINT32_MAX) {
    *id = known;
    return PQ_OK;
  }
  PQ_TRY(st, make_room(table));
  PQ_TRY(st, pq_arena_copy(table->arena, text, &kept));
  PQ_PUSH(table->arena, &table->texts, kept);
  *id = table->texts.n - 1;
  table->slots[slot_of(table, kept)] = *id + 1;
  return PQ_OK;
}
