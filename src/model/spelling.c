#include "spelling.h"

#include "base/hash.h"

#include <assert.h>

enum {
  ARENA_MOST = 1 << 24
};

void pq_spellings_open(pq_spellings *s, pq_alloc *alloc) {
  *s = (pq_spellings){.slots = NULL};
  pq_arena_init(&s->arena, alloc, ARENA_MOST);
}

void pq_spellings_close(pq_spellings *s) {
  pq_arena_clear(&s->arena);
}

void pq_spellings_turn(pq_spellings *s) {
  if (s->all.n < PQ_SPELLINGS_MOST) return;
  pq_arena *const arena = &s->arena;
  pq_arena_reset(arena);
  s->all.at = NULL;
  s->all.n = s->all.cap = 0;
  s->slots = NULL;
  s->strange = NULL;
}

static pq_status begin(pq_spellings *s) {
  const pq_spelling none = {.is = 0};
  uint32_t *const slots =
      pq_arena_take(&s->arena, PQ_SPELLINGS_SLOTS * sizeof *slots);
  pq_pairs *const strange = pq_arena_take(&s->arena, sizeof *strange);
  if (!slots || !strange) return s->arena.status;
  PQ_PUSH(&s->arena, &s->all, none);
  s->slots = slots;
  s->strange = strange;
  return PQ_OK;
}

static pq_status add(pq_spellings *s, pq_view word, uint32_t tag,
                     uint32_t *slot) {
  pq_spelling made = {.tag = tag, .len = (uint8_t)word.len};
  memcpy(made.bytes, word.ptr, word.len);
  PQ_PUSH(&s->arena, &s->all, made);
  *slot = s->all.n - 1;
  return PQ_OK;
}

pq_status pq_spellings_find(pq_spellings *s, pq_view word, uint32_t *out) {
  pq_status st = PQ_OK;
  assert(word.len <= PQ_SPELLING_MOST);
  const uint64_t hash = pq_hash(word);
  const uint32_t tag = (uint32_t)(hash >> 32U);
  uint32_t at = (uint32_t)hash % PQ_SPELLINGS_SLOTS;
  *out = 0;
  if (!s->slots) PQ_TRY(st, begin(s));
  while (s->slots[at]) {
    const pq_spelling *const there = &s->all.at[s->slots[at]];
    if (there->tag == tag && pq_view_same(pq_spelling_text(there), word)) break;
    at = (at + 1) % PQ_SPELLINGS_SLOTS;
  }
  /* Within one record there may be too many: those are not kept. */
  if (!s->slots[at] && s->all.n < PQ_SPELLINGS_SLOTS / 2 + 1) {
    PQ_TRY(st, add(s, word, tag, &s->slots[at]));
  }
  *out = s->slots[at];
  return PQ_OK;
}
