#include "unit.h"

#include "base/module.h"

typedef struct door {
  size_t (*length)(const char *text);
  int (*order)(const char *a, const char *b);
} door;

/* Debian's C library, which is there already. */
static void test_found(void **state) {
  static const char *const names[] = {"strlen", "strcmp"};
  door calls = {NULL, NULL};
  (void)state;
  assert_int_equal(pq_module_find("libc.so.6", names, 2, &calls), PQ_OK);
  assert_int_equal(calls.length("four"), 4);
  assert_true(calls.order("a", "b") < 0);
}

static void test_missing(void **state) {
  static const char *const names[] = {"strlen", "no_such_function_at_all"};
  door calls = {NULL, NULL};
  (void)state;
  assert_int_equal(pq_module_find("libnothing-of-ours.so.0", names, 1, &calls),
                   PQ_BAD_READ);
  assert_null(calls.length);
  assert_int_equal(pq_module_find("libc.so.6", names, 2, &calls), PQ_BAD_READ);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_found),
      cmocka_unit_test(test_missing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
