/* Typed growing arrays in an arena.  They are never freed one by one. */
#ifndef PQ_BASE_VEC_H
#define PQ_BASE_VEC_H

#include "base/arena.h"

/** An array type: PQ_VEC(pq_token) tokens; zeroed is empty. */
#define PQ_VEC(type) \
  struct {           \
    type *at;        \
    uint32_t n, cap; \
  }

/** Room for at least one more, where the array lies if nothing was taken behind
 * it; the array, or NULL (arena->status). */
void *pq_vec_grow(pq_arena *arena, void *at, uint32_t n, uint32_t *cap,
                  size_t size);

/** Room for `n` more items in all; returns the arena's status from the
 * enclosing function if there is none. */
#define PQ_RESERVE(arena, v, more)                                        \
  do {                                                                    \
    if ((v)->cap - (v)->n < (more)) {                                     \
      void *const room_ =                                                 \
          pq_vec_room((arena), (v)->at, (v)->n, (more), sizeof *(v)->at); \
      if (!room_) return (arena)->status;                                 \
      (v)->at = room_;                                                    \
      (v)->cap = (v)->n + (more);                                         \
    }                                                                     \
  } while (0)

/** A copy of the `n` items with room for `more`; NULL: arena->status. */
void *pq_vec_room(pq_arena *arena, const void *at, uint32_t n, uint32_t more,
                  size_t size);

/** Room for one more, which the caller puts at v->at[v->n++]: for items too big
 * to be made elsewhere and copied.  Returns the arena's status from the
 * enclosing function if there is none. */
#define PQ_ROOM(arena, v)                                                    \
  do {                                                                       \
    if ((v)->n == (v)->cap) {                                                \
      void *const more_ =                                                    \
          pq_vec_grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at); \
      if (!more_) return (arena)->status;                                    \
      (v)->at = more_;                                                       \
    }                                                                        \
  } while (0)

/** Append `item` to `*v`, or return the arena's status from the enclosing
 * function. */
#define PQ_PUSH(arena, v, item)                                              \
  do {                                                                       \
    if ((v)->n == (v)->cap) {                                                \
      void *const more_ =                                                    \
          pq_vec_grow((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at); \
      if (!more_) return (arena)->status;                                    \
      (v)->at = more_;                                                       \
    }                                                                        \
    (v)->at[(v)->n++] = (item);                                              \
  } while (0)

#endif
