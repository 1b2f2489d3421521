#include "failing.h"

#include "unit.h"

#include <stdlib.h>

static void *failing_resize(pq_alloc *self, void *ptr, size_t size) {
  pq_failing *const f = (pq_failing *)self;
  if (!size) {
    free(ptr);
    return NULL;
  }
  ++f->n_calls;
  if (!f->n_left) return NULL;
  --f->n_left;
  return realloc(ptr, size);
}

pq_failing pq_failing_new(size_t n) {
  return (pq_failing){.base = {failing_resize}, .n_left = n};
}

size_t pq_fail_some(pq_trial *run, void *user, pq_status good, size_t most) {
  pq_failing f = pq_failing_new(SIZE_MAX);
  assert_int_equal(run(user, &f.base), good);
  const size_t n = f.n_calls;
  assert_true(n > 0);
  const size_t stride = n > most ? n / most : 1;
  for (size_t i = 0; i < n; i += stride) {
    f = pq_failing_new(i);
    const pq_status st = run(user, &f.base);
    if (st != PQ_NO_MEM) fail_msg("call %zu of %zu: status %d", i, n, (int)st);
    assert_true(f.n_calls > i);
  }
  return n;
}

size_t pq_fail_each(pq_trial *run, void *user, pq_status good) {
  return pq_fail_some(run, user, good, SIZE_MAX);
}
