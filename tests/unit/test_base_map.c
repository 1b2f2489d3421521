#include "failing.h"
#include "unit.h"

#include "base/map.h"

static void test_values(void **state) {
  (void)state;
  enum {
    N = 3000
  };
  pq_arena arena;
  pq_map map = {.slots = NULL};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_map_get(&map, 0), 0);
  for (uint32_t round = 1; round < 3; ++round) {
    for (uint32_t i = 0; i < N; ++i) {
      const uint64_t key = (uint64_t)i << 32 | i % 7;
      assert_int_equal(pq_map_put(&map, &arena, key, round * (i + 1)), PQ_OK);
    }
    for (uint32_t i = 0; i < N; ++i) {
      const uint64_t key = (uint64_t)i << 32 | i % 7;
      assert_int_equal(pq_map_get(&map, key), round * (i + 1));
      assert_int_equal(pq_map_get(&map, key + 8), 0);
    }
  }
  assert_int_equal(map.n, N);
  pq_arena_clear(&arena);
}

static pq_status fill(void *user, pq_alloc *alloc) {
  (void)user;
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_map map = {.slots = NULL};
  pq_arena_init(&arena, alloc, 0);
  for (uint32_t i = 0; !st && i < 20000; ++i) {
    st = pq_map_put(&map, &arena, i, 1);
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
      cmocka_unit_test(test_values),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
