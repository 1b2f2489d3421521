#include "pool.h"

#include <stdlib.h>

enum {
  TEXT_MOST = 0xFFFF
};

void pq_pool_init(pq_pool *pool, pq_arena *arena) {
  *pool = (pq_pool){.arena = arena};
}

static pq_status want(pq_pool *pool, pq_view text) {
  PQ_PUSH(pool->arena, &pool->texts, text);
  return PQ_OK;
}

uint32_t pq_pool_ref(pq_pool *pool, pq_view text) {
  if (text.len == 0) return 0;
  if (!pool->offsets) {
    if (!pool->status) pool->status = want(pool, text);
    return 0;
  }
  uint32_t low = 0;
  uint32_t high = pool->texts.n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const int c = pq_view_order(pool->texts.at[mid], text);
    if (c == 0) return pool->offsets[mid];
    if (c < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  pool->status = PQ_INTERNAL; /* the second run asks what the first did not */
  return 0;
}

static int by_text(const void *one, const void *two) {
  return pq_view_order(*(const pq_view *)one, *(const pq_view *)two);
}

static void put_text(pq_buf *out, pq_view text) {
  pq_buf_char(out, (char)(unsigned char)(text.len & 0xFFU));
  pq_buf_char(out, (char)(unsigned char)(text.len >> 8U));
  pq_buf_put(out, text);
  pq_buf_char(out, '\0');
}

pq_status pq_pool_sort(pq_pool *pool, pq_buf *out) {
  if (pool->status) return pool->status;
  pq_view *const at = pool->texts.at;
  if (pool->texts.n) qsort(at, pool->texts.n, sizeof *at, by_text);
  uint32_t n = 0;
  for (uint32_t i = 0; i < pool->texts.n; ++i) {
    if (n == 0 || !pq_view_same(at[n - 1], at[i])) at[n++] = at[i];
  }
  pool->texts.n = n;
  uint32_t *const offsets =
      pq_arena_take(pool->arena, ((size_t)n + 1) * sizeof *offsets);
  if (!offsets) return pool->arena->status;
  const size_t begin = out->len;
  put_text(out, (pq_view){"", 0});
  for (uint32_t i = 0; i < n; ++i) {
    if (at[i].len > TEXT_MOST || out->len - begin > UINT32_MAX / 2) {
      return PQ_LIMIT;
    }
    offsets[i] = (uint32_t)(out->len - begin);
    put_text(out, at[i]);
  }
  pool->offsets = offsets;
  return out->status;
}
