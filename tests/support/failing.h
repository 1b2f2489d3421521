/* An allocator that fails when it is told to. */
#ifndef PQ_TESTS_FAILING_H
#define PQ_TESTS_FAILING_H

#include "base/alloc.h"

/** Pass `&f.base` as the allocator. */
typedef struct pq_failing {
  pq_alloc base;
  size_t n_left;  /**< calls that still succeed */
  size_t n_calls; /**< calls for memory so far, those that failed included */
} pq_failing;

/** One that serves `n` calls for memory and fails all later ones.  Freeing
 * always works and is not counted. */
pq_failing pq_failing_new(size_t n);

#endif
