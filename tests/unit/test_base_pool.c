#include "failing.h"
#include "unit.h"

#include "base/pool.h"

#include <string.h>

enum {
  SLOTS = 4,
  MANY = 1000
};

/* What one slot holds. */
typedef struct cell {
  uint32_t in;
  uint64_t out;
} cell;

typedef struct desk {
  cell cells[SLOTS];
  uint32_t done[64]; /* by worker */
} desk;

static void square(void *user, uint32_t worker, uint32_t slot) {
  desk *const d = user;
  cell *const c = &d->cells[slot];
  /* Late ones are overtaken, so that order is nobody's gift. */
  for (volatile uint32_t i = 0; i < c->in % 7 * 1000; ++i) {}
  c->out = (uint64_t)c->in * c->in;
  ++d->done[worker];
}

static void expect_in_order(uint32_t n_workers) {
  desk d = {.cells = {{0}}};
  const pq_pool_job job = {.user = &d, .work = square};
  pq_pool *pool = NULL;
  assert_int_equal(pq_pool_open(NULL, n_workers, SLOTS, &job, &pool), PQ_OK);
  uint32_t sent = 0;
  uint32_t back = 0;
  while (back < MANY) {
    uint32_t slot = 0;
    if (sent < MANY && pq_pool_free(pool, &slot)) {
      d.cells[slot].in = sent++;
      pq_pool_send(pool);
      continue;
    }
    assert_true(pq_pool_next(pool, &slot));
    assert_int_equal(d.cells[slot].out, (uint64_t)back * back);
    pq_pool_done(pool);
    ++back;
  }
  uint32_t slot = 0;
  assert_false(pq_pool_next(pool, &slot));
  pq_pool_close(pool);
  uint32_t all = 0;
  for (uint32_t i = 0; i < n_workers; ++i) {
    all += d.done[i];
  }
  assert_int_equal(all, MANY);
}

static void test_results_come_in_order(void **state) {
  (void)state;
  expect_in_order(1); /* this thread: there is no other */
  expect_in_order(2);
  expect_in_order(9); /* more than there are slots */
}

static void test_ring_is_full(void **state) {
  (void)state;
  desk d = {.cells = {{0}}};
  const pq_pool_job job = {.user = &d, .work = square};
  pq_pool *pool = NULL;
  uint32_t slot = 0;
  assert_int_equal(pq_pool_open(NULL, 2, SLOTS, &job, &pool), PQ_OK);
  for (uint32_t i = 0; i < SLOTS; ++i) {
    assert_true(pq_pool_free(pool, &slot));
    assert_int_equal(slot, i);
    pq_pool_send(pool);
  }
  assert_false(pq_pool_free(pool, &slot));
  assert_true(pq_pool_next(pool, &slot));
  assert_int_equal(slot, 0);
  assert_false(pq_pool_free(pool, &slot)); /* it is still looked at */
  pq_pool_done(pool);
  assert_true(pq_pool_free(pool, &slot));
  assert_int_equal(slot, 0);
  pq_pool_close(pool); /* with three that nobody asked for */
  pq_pool_close(NULL);
}

static void test_no_memory_no_workers(void **state) {
  (void)state;
  desk d = {.cells = {{0}}};
  const pq_pool_job job = {.user = &d, .work = square};
  pq_pool *pool = NULL;
  for (size_t n = 0; n < 3; ++n) {
    pq_failing f = pq_failing_new(n);
    assert_int_equal(pq_pool_open(&f.base, 2, SLOTS, &job, &pool), PQ_NO_MEM);
    assert_null(pool);
  }
  assert_int_equal(pq_pool_open(NULL, 0, SLOTS, &job, &pool), PQ_BAD_ARG);
  assert_int_equal(pq_pool_open(NULL, 2, 0, &job, &pool), PQ_BAD_ARG);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_results_come_in_order),
      cmocka_unit_test(test_ring_is_full),
      cmocka_unit_test(test_no_memory_no_workers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
