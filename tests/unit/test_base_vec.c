#include "failing.h"
#include "unit.h"

#include "base/vec.h"

typedef struct numbers {
  PQ_VEC(uint32_t) all;
} numbers;

static pq_status fill(pq_arena *arena, numbers *to, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    PQ_PUSH(arena, &to->all, i * 3);
  }
  return PQ_OK;
}

static void test_push(void **state) {
  (void)state;
  pq_arena a;
  numbers made = {0};
  pq_arena_init(&a, NULL, 0);
  assert_int_equal(fill(&a, &made, 1000), PQ_OK);
  assert_int_equal(made.all.n, 1000);
  for (uint32_t i = 0; i < 1000; ++i) {
    assert_int_equal(made.all.at[i], i * 3);
  }
  pq_arena_clear(&a);
}

static void test_failure_leaves_it_whole(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(1); /* one block of 64 KiB */
  pq_arena a;
  numbers made = {0};
  pq_arena_init(&a, &f.base, 0);
  assert_int_equal(fill(&a, &made, 1000000), PQ_NO_MEM);
  assert_true(made.all.n >= 4096);
  assert_int_equal(made.all.n, made.all.cap);
  assert_int_equal(made.all.at[made.all.n - 1], (made.all.n - 1) * 3);
  pq_arena_clear(&a);
}

static pq_status reserve(pq_arena *arena, numbers *to, uint32_t more) {
  PQ_RESERVE(arena, &to->all, more);
  return PQ_OK;
}

static void test_reserve(void **state) {
  (void)state;
  pq_arena a;
  numbers made = {0};
  pq_arena_init(&a, NULL, 0);
  assert_int_equal(fill(&a, &made, 10), PQ_OK);
  assert_int_equal(reserve(&a, &made, 100), PQ_OK);
  assert_true(made.all.cap - made.all.n >= 100);
  assert_int_equal(made.all.n, 10);
  assert_int_equal(made.all.at[9], 27);
  const uint32_t *const at = made.all.at;
  assert_int_equal(reserve(&a, &made, 90), PQ_OK);
  assert_ptr_equal(made.all.at, at); /* there is room */
  assert_int_equal(reserve(&a, &made, UINT32_MAX), PQ_LIMIT);
  assert_int_equal(made.all.at[9], 27);
  pq_arena_clear(&a);
}

static void test_limit(void **state) {
  (void)state;
  pq_arena a;
  uint32_t cap = UINT32_MAX / 2;
  pq_arena_init(&a, NULL, 0);
  assert_null(pq_vec_grow(&a, NULL, 0, &cap, 1));
  assert_int_equal(a.status, PQ_LIMIT);
  assert_int_equal(cap, UINT32_MAX / 2);
  pq_arena_clear(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_push),
      cmocka_unit_test(test_failure_leaves_it_whole),
      cmocka_unit_test(test_limit),
      cmocka_unit_test(test_reserve),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
