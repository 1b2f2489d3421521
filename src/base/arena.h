/* Bump allocation: what belongs to one record goes all at once.
 *
 *   block -> block -> block -> NULL       blocks grow; a reset keeps them all
 *   [####|#######----]  ^ current
 *                ^ at, and how much is left
 */
#ifndef PQ_BASE_ARENA_H
#define PQ_BASE_ARENA_H

#include "base/status.h"
#include "base/view.h"

typedef struct pq_arena_block pq_arena_block;

typedef struct pq_arena {
  pq_alloc *alloc;
  pq_arena_block *first, *current;
  char *at;         /* in the current block */
  size_t left;      /* from there on */
  size_t cap;       /* most bytes that blocks may hold; 0 is no limit */
  size_t held;      /* bytes in blocks */
  pq_status status; /* why the last take failed: PQ_NO_MEM or PQ_LIMIT */
} pq_arena;

/** An empty arena; nothing is allocated yet. */
void pq_arena_init(pq_arena *arena, pq_alloc *alloc, size_t cap);

/** Give all memory back. */
void pq_arena_clear(pq_arena *arena);

/** Forget all that was taken, keep the blocks for the next record. */
void pq_arena_reset(pq_arena *arena);

enum {
  PQ_ARENA_GRAIN = 16
};

/** The slow way of pq_arena_room: in another block. */
void *pq_arena_more(pq_arena *arena, size_t size);

/** `size` bytes, aligned for anything and not zeroed: for what is written
 * before it is read.  NULL on failure, and then `arena->status` says why.  size
 * 0 gives a valid pointer. */
static inline void *pq_arena_room(pq_arena *arena, size_t size) {
  const size_t need =
      (size + PQ_ARENA_GRAIN - 1) & ~(size_t)(PQ_ARENA_GRAIN - 1);
  if (!arena->at || need < size || need > arena->left) {
    return pq_arena_more(arena, size);
  }
  char *const got = arena->at;
  arena->at += need;
  arena->left -= need;
  return got;
}

/** The same, zeroed. */
void *pq_arena_take(pq_arena *arena, size_t size);

/** Give what was taken last, and nothing else, `size` bytes instead of `old`
 * where it lies.  False if it was not the last or there is no room. */
bool pq_arena_extend(pq_arena *arena, const void *last, size_t old,
                     size_t size);

/** A copy of `text`, with a NUL behind it that the length does not count. */
PQ_NODISCARD pq_status pq_arena_copy(pq_arena *arena, pq_view text,
                                     pq_view *out);

/** A copy of `text` without white space at its ends, and each run of it as one
 * space. */
PQ_NODISCARD pq_status pq_arena_line(pq_arena *arena, pq_view text,
                                     pq_view *out);

/** Text from pieces, joined; ends with the first piece whose ptr is NULL. */
PQ_NODISCARD pq_status pq_arena_join(pq_arena *arena, const pq_view *pieces,
                                     size_t n, pq_view *out);

#endif
