#include "failing.h"
#include "unit.h"

static void test_hook(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(2);
  char *const a = pq_realloc(&f.base, NULL, 10);
  assert_non_null(a);
  memcpy(a, "012345678", 10);
  char *const b = pq_realloc(&f.base, a, 20);
  assert_non_null(b);
  assert_string_equal(b, "012345678");
  assert_null(pq_realloc(&f.base, NULL, 10));
  assert_int_equal(f.n_calls, 3);
  pq_free(&f.base, b);
  pq_free(&f.base, NULL);
  assert_int_equal(f.n_calls, 3); /* freeing is not counted */
}

static void test_zeroed(void **state) {
  (void)state;
  const char *const a = pq_calloc(NULL, 64);
  assert_non_null(a);
  for (size_t i = 0; i < 64; ++i) {
    assert_int_equal(a[i], 0);
  }
  pq_free(NULL, (void *)a);
  pq_failing f = pq_failing_new(0);
  assert_null(pq_calloc(&f.base, 64));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hook),
      cmocka_unit_test(test_zeroed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
