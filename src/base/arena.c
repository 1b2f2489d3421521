#include "arena.h"

#include "alloc.h"

#include <stdalign.h>

enum {
  FIRST_BLOCK = 64 * 1024
};

struct pq_arena_block {
  pq_arena_block *next;
  size_t size;
  alignas(PQ_ARENA_GRAIN) char bytes[];
};

void pq_arena_init(pq_arena *arena, pq_alloc *alloc, size_t cap) {
  *arena = (pq_arena){.alloc = alloc, .cap = cap};
}

void pq_arena_clear(pq_arena *arena) {
  pq_arena_block *block = arena->first;
  while (block) {
    pq_arena_block *const next = block->next;
    pq_free(arena->alloc, block);
    block = next;
  }
  pq_arena_init(arena, arena->alloc, arena->cap);
}

/* Go on at the beginning of a block. */
static void enter(pq_arena *arena, pq_arena_block *block) {
  arena->current = block;
  arena->at = block->bytes;
  arena->left = block->size;
}

void pq_arena_reset(pq_arena *arena) {
  if (arena->first) enter(arena, arena->first);
  arena->status = PQ_OK;
}

/* Put a new block behind the current one. */
static pq_arena_block *add_block(pq_arena *arena, size_t need) {
  size_t size = arena->held > FIRST_BLOCK ? arena->held : FIRST_BLOCK;
  if (size < need) size = need;
  if (arena->cap && size > arena->cap - arena->held) size = need;
  if (arena->cap && need > arena->cap - arena->held) {
    arena->status = PQ_LIMIT;
    return NULL;
  }
  pq_arena_block *const block =
      pq_realloc(arena->alloc, NULL, sizeof(pq_arena_block) + size);
  if (!block) {
    arena->status = PQ_NO_MEM;
    return NULL;
  }
  *block = (pq_arena_block){.size = size};
  pq_arena_block *const before = arena->current;
  if (before) {
    block->next = before->next;
    before->next = block;
  } else {
    arena->first = block;
  }
  arena->held += size;
  return block;
}

/* `size` in whole grains. */
static size_t grains(size_t size) {
  return (size + PQ_ARENA_GRAIN - 1) / PQ_ARENA_GRAIN * PQ_ARENA_GRAIN;
}

/* From the block at hand, which has so much. */
static void *take(pq_arena *arena, size_t need) {
  char *const got = arena->at;
  arena->at += need;
  arena->left -= need;
  return got;
}

void *pq_arena_more(pq_arena *arena, size_t size) {
  if (size > SIZE_MAX / 4) {
    arena->status = PQ_LIMIT;
    return NULL;
  }
  const size_t need = grains(size);
  while (arena->current && arena->left < need && arena->current->next) {
    enter(arena, arena->current->next);
  }
  if (!arena->current || arena->left < need) {
    pq_arena_block *const block = add_block(arena, need);
    if (!block) return NULL;
    enter(arena, block);
  }
  return take(arena, need);
}

bool pq_arena_extend(pq_arena *arena, const void *last, size_t old,
                     size_t size) {
  if (!last || size < old || size > SIZE_MAX / 4) return false;
  const size_t more = grains(size) - grains(old);
  if ((const char *)last + grains(old) != arena->at || more > arena->left) {
    return false;
  }
  arena->at += more;
  arena->left -= more;
  return true;
}

void *pq_arena_take(pq_arena *arena, size_t size) {
  void *const got = pq_arena_room(arena, size);
  return got && size ? memset(got, 0, size) : got;
}

pq_status pq_arena_copy(pq_arena *arena, pq_view text, pq_view *out) {
  return pq_arena_join(arena, &text, 1, out);
}

pq_status pq_arena_join(pq_arena *arena, const pq_view *pieces, size_t n,
                        pq_view *out) {
  size_t len = 0;
  for (size_t i = 0; i < n && pieces[i].ptr; ++i) {
    len += pieces[i].len;
  }
  char *const text = pq_arena_room(arena, len + 1);
  if (!text) return arena->status;
  text[len] = '\0';
  size_t at = 0;
  for (size_t i = 0; i < n && pieces[i].ptr; ++i) {
    if (pieces[i].len) memcpy(text + at, pieces[i].ptr, pieces[i].len);
    at += pieces[i].len;
  }
  *out = (pq_view){text, len};
  return PQ_OK;
}

pq_status pq_arena_line(pq_arena *arena, pq_view text, pq_view *out) {
  const pq_view words = pq_view_trim(text);
  char *const room = pq_arena_take(arena, words.len + 1);
  if (!room) return arena->status;
  size_t n = 0;
  for (size_t i = 0; i < words.len; ++i) {
    const bool space = pq_is_space(words.ptr[i]);
    if (space && n && room[n - 1] == ' ') continue;
    room[n++] = (char)(space ? ' ' : words.ptr[i]);
  }
  *out = (pq_view){room, n};
  return PQ_OK;
}
