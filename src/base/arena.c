#include "arena.h"

#include "alloc.h"

#include <stdalign.h>

enum {
  FIRST_BLOCK = 64 * 1024,
  GRAIN = 16
};

struct pq_arena_block {
  pq_arena_block *next;
  size_t size, used;
  alignas(GRAIN) char bytes[];
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

void pq_arena_reset(pq_arena *arena) {
  for (pq_arena_block *b = arena->first; b; b = b->next) {
    b->used = 0;
  }
  arena->current = arena->first;
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
  arena->current = block;
  arena->held += size;
  return block;
}

static void *take_from(pq_arena_block *block, size_t need) {
  char *const got = block->bytes + block->used;
  block->used += need;
  return got;
}

/* From a block behind the current one, old or new. */
static void *take_further(pq_arena *arena, size_t need) {
  pq_arena_block *block = arena->current;
  while (block && block->size - block->used < need && block->next) {
    block = block->next;
    arena->current = block;
  }
  if (!block || block->size - block->used < need) {
    block = add_block(arena, need);
  }
  return block ? take_from(block, need) : NULL;
}

void *pq_arena_room(pq_arena *arena, size_t size) {
  if (size > SIZE_MAX / 4) {
    arena->status = PQ_LIMIT;
    return NULL;
  }
  const size_t need = (size + GRAIN - 1) / GRAIN * GRAIN;
  pq_arena_block *const block = arena->current;
  const bool fits = block && block->size - block->used >= need;
  return fits ? take_from(block, need) : take_further(arena, need);
}

void *pq_arena_take(pq_arena *arena, size_t size) {
  void *const got = pq_arena_room(arena, size);
  return got && size ? memset(got, 0, size) : got;
}

pq_status pq_arena_copy(pq_arena *arena, pq_view text, pq_view *out) {
  char *const copy = pq_arena_room(arena, text.len + 1);
  if (!copy) return arena->status;
  if (text.len) memcpy(copy, text.ptr, text.len);
  copy[text.len] = '\0';
  *out = (pq_view){copy, text.len};
  return PQ_OK;
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
