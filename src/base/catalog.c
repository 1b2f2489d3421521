#include "catalog.h"

enum {
  SLOTS_LEAST = 64,
  ROWS_MOST = 1 << 30
};

static void place(pq_catalog *catalog, uint32_t row) {
  const uint32_t mask = catalog->n_slots - 1;
  uint32_t at = catalog->hashes.at[row - 1] & mask;
  while (catalog->slots[at]) {
    at = (at + 1) & mask;
  }
  catalog->slots[at] = row;
}

/* Twice as many slots, if half of them are taken.  The old ones are left: all
 * of them together are not more than the new ones. */
static pq_status make_room(pq_catalog *catalog, pq_arena *arena) {
  if (catalog->hashes.n < catalog->n_slots / 2) return PQ_OK;
  if (catalog->hashes.n >= ROWS_MOST) return PQ_LIMIT;
  const uint32_t n = catalog->n_slots ? 2 * catalog->n_slots : SLOTS_LEAST;
  uint32_t *const slots = pq_arena_take(arena, n * sizeof *slots);
  if (!slots) return arena->status;
  catalog->slots = slots;
  catalog->n_slots = n;
  for (uint32_t row = 1; row <= catalog->hashes.n; ++row) {
    place(catalog, row);
  }
  return PQ_OK;
}

pq_status pq_catalog_put(pq_catalog *catalog, pq_arena *arena, uint32_t hash) {
  pq_status st = PQ_OK;
  PQ_TRY(st, make_room(catalog, arena));
  PQ_PUSH(arena, &catalog->hashes, hash);
  place(catalog, catalog->hashes.n);
  return PQ_OK;
}

void pq_catalog_empty(pq_catalog *catalog) {
  catalog->hashes.n = 0;
  if (catalog->n_slots) {
    memset(catalog->slots, 0, catalog->n_slots * sizeof *catalog->slots);
  }
}

uint32_t pq_catalog_next(const pq_catalog *catalog, uint32_t hash,
                         uint32_t *at) {
  if (!catalog->n_slots) return 0;
  for (;;) {
    const uint32_t row = catalog->slots[*at & (catalog->n_slots - 1)];
    ++*at;
    if (!row || catalog->hashes.at[row - 1] == hash) return row;
  }
}
