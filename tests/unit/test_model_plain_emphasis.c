#include "unit.h"

#include "model/plain_part.h"

static size_t at(const char *text, size_t byte) {
  return pq_plain_emphasis(pq_view_of(text), byte);
}

static void test_words_set_off(void **state) {
  (void)state;
  assert_int_equal(at("_JAK2_ acts", 0), 1);
  assert_int_equal(at("_JAK2_ acts", 5), 1);
  assert_int_equal(at("__JAK2__", 0), 2);
  assert_int_equal(at("__JAK2__", 6), 2);
  assert_int_equal(at("(_in vitro_)", 1), 1);
  assert_int_equal(at("(_in vitro_)", 10), 1);
  assert_int_equal(at("_GM_-CSF", 3), 1);
}

static void test_low_lines_that_stay(void **state) {
  (void)state;
  assert_int_equal(at("hsa_miR_21", 3), 0);
  assert_int_equal(at("hsa_miR_21", 7), 0);
  assert_int_equal(at("_JAK2 acts", 0), 0);   /* nothing ends it */
  assert_int_equal(at("JAK2_ acts", 4), 0);   /* nothing begins it */
  assert_int_equal(at("_JAK2\nacts_", 0), 0); /* another line */
  assert_int_equal(at("_JAK2__", 0), 0);      /* not as many */
  assert_int_equal(at("___JAK2___", 0), 0);
  assert_int_equal(at("_ JAK2 _", 0), 0);
  assert_int_equal(at("_", 0), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_set_off),
      cmocka_unit_test(test_low_lines_that_stay),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
