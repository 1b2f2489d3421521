#include "failing.h"
#include "unit.h"

#include "base/catalog.h"

static uint32_t next(const pq_catalog *c, uint32_t hash, uint32_t *at) {
  return pq_catalog_next(c, hash, at);
}

/* Rows of one hash in their order, through many growths; others between. */
static void test_rows_in_order(void **state) {
  (void)state;
  enum {
    N = 1000
  };
  pq_arena arena;
  pq_catalog c = {.n_slots = 0};
  pq_arena_init(&arena, NULL, 0);
  uint32_t at = 5;
  assert_int_equal(next(&c, 5, &at), 0);
  for (uint32_t i = 1; i <= N; ++i) {
    assert_int_equal(pq_catalog_put(&c, &arena, i % 50 ? UINT32_MAX - i : 5),
                     PQ_OK);
  }
  at = 5;
  for (uint32_t row = 50; row <= N; row += 50) {
    assert_int_equal(next(&c, 5, &at), row);
  }
  assert_int_equal(next(&c, 5, &at), 0);
  at = UINT32_MAX - 7;
  assert_int_equal(next(&c, UINT32_MAX - 7, &at), 7);
  at = 6;
  assert_int_equal(next(&c, 6, &at), 0);
  pq_arena_clear(&arena);
}

static void test_empty_again(void **state) {
  (void)state;
  pq_arena arena;
  pq_catalog c = {.n_slots = 0};
  pq_arena_init(&arena, NULL, 0);
  pq_catalog_empty(&c);
  assert_int_equal(pq_catalog_put(&c, &arena, 3), PQ_OK);
  pq_catalog_empty(&c);
  uint32_t at = 3;
  assert_int_equal(next(&c, 3, &at), 0);
  assert_int_equal(pq_catalog_put(&c, &arena, 4), PQ_OK);
  at = 4;
  assert_int_equal(next(&c, 4, &at), 1);
  pq_arena_clear(&arena);
}

static pq_status fill(void *user, pq_alloc *alloc) {
  (void)user;
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_catalog c = {.n_slots = 0};
  pq_arena_init(&arena, alloc, 0);
  for (uint32_t i = 0; !st && i < 50000; ++i) {
    st = pq_catalog_put(&c, &arena, i);
  }
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(fill, NULL, PQ_OK) > 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows_in_order),
      cmocka_unit_test(test_empty_again),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
