#include "unit.h"

#include "base/status.h"

static void test_all_have_words(void **state) {
  (void)state;
  for (int i = PQ_OK; i <= PQ_INTERNAL; ++i) {
    const char *const text = pq_status_text((pq_status)i);
    assert_non_null(text);
    assert_string_not_equal(text, "unknown status");
    for (int j = PQ_OK; j < i; ++j) {
      assert_string_not_equal(text, pq_status_text((pq_status)j));
    }
  }
}

static pq_status pass(pq_status given, int *steps) {
  pq_status st = PQ_OK;
  PQ_TRY(st, given);
  ++*steps;
  return st;
}

static void test_try(void **state) {
  (void)state;
  int steps = 0;
  assert_int_equal(pass(PQ_LIMIT, &steps), PQ_LIMIT);
  assert_int_equal(steps, 0);
  assert_int_equal(pass(PQ_OK, &steps), PQ_OK);
  assert_int_equal(steps, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_have_words),
      cmocka_unit_test(test_try),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
