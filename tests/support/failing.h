/* An allocator that fails when it is told to. */
#ifndef PQ_TESTS_FAILING_H
#define PQ_TESTS_FAILING_H

#include "base/alloc.h"
#include "base/status.h"

/** Pass `&f.base` as the allocator. */
typedef struct pq_failing {
  pq_alloc base;
  size_t n_left;  /**< calls that still succeed */
  size_t n_calls; /**< calls for memory so far, those that failed included */
} pq_failing;

/** One that serves `n` calls for memory and fails all later ones.  Freeing
 * always works and is not counted. */
pq_failing pq_failing_new(size_t n);

/** What is tried with an allocator, with the caller's `user`. */
typedef pq_status pq_trial(void *user, pq_alloc *alloc);

/** Run a trial with enough memory, when it must end with `good`; then once for
 * each of its calls for memory with that one and all later ones failing, when
 * it must end with PQ_NO_MEM.  Fails the test otherwise, and if the trial never
 * calls for memory; returns how often it does. */
size_t pq_fail_each(pq_trial *run, void *user, pq_status good);

/** The same for every k-th call, where there are many more than `most`. */
size_t pq_fail_some(pq_trial *run, void *user, pq_status good, size_t most);

#endif
