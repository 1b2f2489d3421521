#include "vec.h"

enum {
  FIRST_ITEMS = 8
};

void *pq_vec_grow(pq_arena *arena, void *at, uint32_t n, uint32_t *cap,
                  size_t size) {
  if (*cap > UINT32_MAX / 4) {
    arena->status = PQ_LIMIT;
    return NULL;
  }
  const uint32_t more = *cap ? 2 * *cap : FIRST_ITEMS;
  if (pq_arena_extend(arena, at, *cap * size, more * size)) {
    *cap = more;
    return at;
  }
  void *const grown = pq_arena_room(arena, (size_t)more * size);
  if (!grown) return NULL;
  if (n) memcpy(grown, at, (size_t)n * size);
  *cap = more;
  return grown;
}

void *pq_vec_room(pq_arena *arena, const void *at, uint32_t n, uint32_t more,
                  size_t size) {
  if (more > UINT32_MAX - n) {
    arena->status = PQ_LIMIT;
    return NULL;
  }
  void *const room = pq_arena_room(arena, ((size_t)n + more) * size);
  if (room && n) memcpy(room, at, (size_t)n * size);
  return room;
}
