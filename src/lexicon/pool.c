#include "pool.h"

#include "base/hash.h"

#include <stdlib.h>

enum {
  TEXT_MOST = 0xFFFF,
  FIRST_SLOTS = 1024
};

void pq_pool_init(pq_pool *pool, pq_arena *arena) {
  *pool = (pq_pool){.arena = arena};
}

/* The slot of a text, or the free one for it. */
static pq_pool_slot *slot_of(const pq_pool *pool, pq_view text, uint32_t tag) {
  const uint32_t mask = pool->n_slots - 1;
  uint32_t at = tag & mask;
  for (;;) {
    pq_pool_slot *const slot = &pool->slots[at];
    if (!slot->index) return slot;
    if (slot->tag == tag &&
        pq_view_same(pool->texts.at[slot->index - 1].text, text)) {
      return slot;
    }
    at = (at + 1) & mask;
  }
}

/* Keep at least half of the slots free. */
static pq_status grow(pq_pool *pool) {
  if (pool->n_slots / 2 > pool->texts.n) return PQ_OK;
  const pq_pool_slot *const before = pool->slots;
  const uint32_t n = pool->n_slots;
  if (n > UINT32_MAX / 4) return PQ_LIMIT;
  const uint32_t more = n ? 2 * n : FIRST_SLOTS;
  pq_pool_slot *const slots = pq_arena_take(pool->arena, more * sizeof *slots);
  if (!slots) return pool->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t at = before[i].tag & (more - 1);
    if (!before[i].index) continue;
    while (slots[at].index) {
      at = (at + 1) & (more - 1);
    }
    slots[at] = before[i];
  }
  pool->slots = slots;
  pool->n_slots = more;
  return PQ_OK;
}

static pq_status want(pq_pool *pool, pq_view text, uint32_t tag) {
  pq_status st = PQ_OK;
  PQ_TRY(st, grow(pool));
  pq_pool_slot *const slot = slot_of(pool, text, tag);
  if (slot->index) return PQ_OK;
  PQ_PUSH(pool->arena, &pool->texts, ((pq_pool_text){.text = text}));
  *slot = (pq_pool_slot){tag, pool->texts.n};
  return PQ_OK;
}

uint32_t pq_pool_ref(pq_pool *pool, pq_view text) {
  if (text.len == 0) return 0;
  const uint32_t tag = (uint32_t)pq_hash(text);
  if (!pool->sorted) {
    if (!pool->status) pool->status = want(pool, text, tag);
    return 0;
  }
  const pq_pool_slot *const slot =
      pool->n_slots ? slot_of(pool, text, tag) : NULL;
  if (slot && slot->index) return pool->texts.at[slot->index - 1].offset;
  pool->status = PQ_INTERNAL; /* the second run asks what the first did not */
  return 0;
}

/* A text, and its first bytes as a number. */
typedef struct sorted_text {
  uint64_t head;
  pq_pool_text *text;
} sorted_text;

static int by_text(const void *one, const void *two) {
  const sorted_text *const a = one;
  const sorted_text *const b = two;
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  return pq_view_order(a->text->text, b->text->text);
}

static void put_text(pq_buf *out, pq_view text) {
  pq_buf_char(out, (char)(unsigned char)(text.len & 0xFFU));
  pq_buf_char(out, (char)(unsigned char)(text.len >> 8U));
  pq_buf_put(out, text);
  pq_buf_char(out, '\0');
}

pq_status pq_pool_sort(pq_pool *pool, pq_buf *out) {
  if (pool->status) return pool->status;
  const uint32_t n = pool->texts.n;
  sorted_text *const order = pq_arena_take(pool->arena, n * sizeof *order);
  if (!order) return pool->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    pq_pool_text *const text = &pool->texts.at[i];
    order[i] = (sorted_text){pq_pool_head(text->text), text};
  }
  if (n) qsort(order, n, sizeof *order, by_text);
  const size_t begin = out->len;
  put_text(out, (pq_view){"", 0});
  for (uint32_t i = 0; i < n; ++i) {
    const pq_view text = order[i].text->text;
    if (text.len > TEXT_MOST || out->len - begin > UINT32_MAX / 2) {
      return PQ_LIMIT;
    }
    order[i].text->offset = (uint32_t)(out->len - begin);
    put_text(out, text);
  }
  pool->sorted = true;
  return out->status;
}
