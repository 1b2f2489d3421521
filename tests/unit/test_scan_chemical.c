#include "test_scan_text.h"

#include "scan/chemical.h"

/* Is the word before the stop the end of a longer name? */
static bool tail_of(const char *text) {
  scanned s;
  const pq_line l = cut_text(&s, text);
  const bool tail = pq_chemical_is_tail(&l, l.n - 2);
  drop_text(&s);
  return tail;
}

static void test_tails(void **state) {
  (void)state;
  assert_true(tail_of("It is pyridoxine phosphate."));
  assert_true(tail_of("It is retinoic acid.")); /* which no table is asked */
  assert_false(tail_of("It is a phosphate."));
  assert_false(tail_of("It is free phosphate.")); /* "free" is no chemical */
  assert_false(tail_of("It is pyridoxine kinase."));
}

/* The token with which the name begins that ends before the stop. */
static uint32_t begin_of(const char *text, uint32_t *end) {
  scanned s;
  const pq_line l = cut_text(&s, text);
  const pq_scanner scanner = {.l = &l};
  *end = l.n - 2;
  const uint32_t begin = pq_chemical_begin(&scanner, *end);
  drop_text(&s);
  return begin;
}

static void test_beginnings(void **state) {
  (void)state;
  uint32_t end = 0;
  /* It is sedoheptulose 7 - phosphate . */
  assert_int_equal(begin_of("It is sedoheptulose 7-phosphate.", &end), 2);
  /* It is N6 - methyl - AMP . */
  assert_int_equal(begin_of("It is N6-methyl-AMP.", &end), 2);
  const uint32_t free_one = begin_of("It is free phosphate.", &end);
  assert_int_equal(free_one, end);
  const uint32_t hung = begin_of("It is STAT3-phosphate.", &end);
  assert_int_equal(hung, end);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tails),
      cmocka_unit_test(test_beginnings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
