#include "failing.h"
#include "unit.h"

#include "base/arena.h"

static void test_take(void **state) {
  (void)state;
  pq_arena a;
  pq_arena_init(&a, NULL, 0);
  char *const one = pq_arena_take(&a, 3);
  const char *const two = pq_arena_take(&a, 5);
  assert_non_null(one);
  assert_non_null(two);
  assert_true(two >= one + 3 || one >= two + 5);
  assert_int_equal((uintptr_t)two % 16, 0);
  assert_non_null(pq_arena_take(&a, 0));
  memset(one, 'x', 3);
  pq_arena_reset(&a);
  const char *const again = pq_arena_take(&a, 3);
  assert_ptr_equal(again, one);
  assert_int_equal(again[0], 0); /* zeroed anew */
  pq_arena_clear(&a);
  pq_arena_clear(&a);
}

static void test_blocks_are_kept(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(SIZE_MAX);
  pq_arena a;
  pq_arena_init(&a, &f.base, 0);
  size_t first = 0;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 1000; ++i) {
      assert_non_null(pq_arena_take(&a, 1000));
    }
    if (round == 0) first = f.n_calls;
    pq_arena_reset(&a);
  }
  assert_int_equal(f.n_calls, first);
  pq_arena_clear(&a);
}

/* Only what was taken last grows where it lies, and not beyond its block. */
static void test_extend(void **state) {
  (void)state;
  pq_arena a;
  pq_arena_init(&a, NULL, 0);
  assert_false(pq_arena_extend(&a, NULL, 0, 8));
  char *const one = pq_arena_take(&a, 20);
  memset(one, 'x', 20);
  assert_true(pq_arena_extend(&a, one, 20, 21));
  assert_true(pq_arena_extend(&a, one, 21, 300));
  memset(one + 20, 'y', 280);
  char *const two = pq_arena_take(&a, 40);
  assert_true(two >= one + 300);
  assert_int_equal(one[19], 'x');
  assert_int_equal(one[299], 'y');
  assert_false(pq_arena_extend(&a, one, 300, 301 + 15));
  assert_false(pq_arena_extend(&a, two, 40, SIZE_MAX));
  assert_false(pq_arena_extend(&a, two, 40, 1 << 20));
  assert_true(pq_arena_extend(&a, two, 40, 80));
  pq_arena_clear(&a);
}

static void test_cap(void **state) {
  (void)state;
  pq_arena a;
  pq_arena_init(&a, NULL, 100000);
  assert_non_null(pq_arena_take(&a, 50000));
  assert_null(pq_arena_take(&a, 90000));
  assert_int_equal(a.status, PQ_LIMIT);
  assert_null(pq_arena_take(&a, SIZE_MAX));
  assert_true(a.held <= 100000);
  pq_arena_reset(&a);
  assert_int_equal(a.status, PQ_OK);
  pq_arena_clear(&a);
}

static void test_no_memory(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(0);
  pq_arena a;
  pq_view out = PQ_LIT("as before");
  pq_arena_init(&a, &f.base, 0);
  assert_int_equal(pq_arena_copy(&a, PQ_LIT("x"), &out), PQ_NO_MEM);
  assert_int_equal(a.status, PQ_NO_MEM);
  ASSERT_VIEW(out, "as before");
  pq_arena_clear(&a);
}

static void test_join(void **state) {
  (void)state;
  pq_arena a;
  pq_view out = {0};
  pq_arena_init(&a, NULL, 0);
  const pq_view pieces[] = {
      PQ_LIT("ab"), PQ_LIT(""), PQ_LIT("c"), {NULL, 0}, PQ_LIT("never")};
  assert_int_equal(pq_arena_join(&a, pieces, 5, &out), PQ_OK);
  ASSERT_VIEW(out, "abc");
  assert_string_equal(out.ptr, "abc");
  assert_int_equal(pq_arena_copy(&a, (pq_view){NULL, 0}, &out), PQ_OK);
  ASSERT_VIEW(out, "");
  pq_arena_clear(&a);
}

static void test_line(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(SIZE_MAX);
  pq_arena a;
  pq_view out = {0};
  pq_arena_init(&a, &f.base, 0);
  assert_int_equal(pq_arena_line(&a, PQ_LIT(" a \n\tb c\r\n"), &out), PQ_OK);
  ASSERT_VIEW(out, "a b c");
  assert_int_equal(pq_arena_line(&a, PQ_LIT(" \n"), &out), PQ_OK);
  ASSERT_VIEW(out, "");
  pq_arena_clear(&a);
  f = pq_failing_new(0);
  pq_arena_init(&a, &f.base, 0);
  assert_int_equal(pq_arena_line(&a, PQ_LIT("x"), &out), PQ_NO_MEM);
  pq_arena_clear(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_take),      cmocka_unit_test(test_blocks_are_kept),
      cmocka_unit_test(test_extend),    cmocka_unit_test(test_cap),
      cmocka_unit_test(test_no_memory), cmocka_unit_test(test_join),
      cmocka_unit_test(test_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
