/* An allocator that many threads may call: it fails once and for all, or just
 * once. */
#ifndef PQ_TESTS_SCARCE_H
#define PQ_TESTS_SCARCE_H

#include "base/alloc.h"

#include <stdatomic.h>
#include <stdlib.h>

/** Set `base.resize` to pq_scarce_resize, and `n_left` to the calls that may
 * succeed; with `once`, those behind the one that fails succeed again. */
typedef struct pq_scarce {
  pq_alloc base;
  atomic_long n_left, n_calls;
  bool once;
} pq_scarce;

static inline void *pq_scarce_resize(pq_alloc *self, void *ptr, size_t size) {
  pq_scarce *const s = (pq_scarce *)self;
  if (!size) {
    free(ptr);
    return NULL;
  }
  (void)atomic_fetch_add(&s->n_calls, 1);
  const long left = atomic_fetch_sub(&s->n_left, 1);
  if (s->once ? left == 0 : left <= 0) return NULL;
  return realloc(ptr, size);
}

#endif
