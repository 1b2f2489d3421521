#include "unit.h"

#include "read/stop.h"

static void test_space(void **state) {
  (void)state;
  const pq_view text = PQ_LIT(" \t\xC2\xA0x\xE2\x80\xAF\n");
  const uint32_t n = (uint32_t)text.len;
  assert_int_equal(pq_stop_skip_space(text, 0, n), 4);
  assert_int_equal(pq_stop_skip_space(text, 0, 1), 1);
  const pq_span s = pq_stop_trim(text, (pq_span){0, n});
  assert_int_equal(s.begin, 4);
  assert_int_equal(s.end, 5);
  assert_true(pq_span_empty(pq_stop_trim(text, (pq_span){0, 4})));
}

static void test_closers(void **state) {
  (void)state;
  uint32_t at = 0;
  const pq_view text = PQ_LIT("\"*\xE2\x80\x9Dx");
  assert_true(pq_stop_closes(text, &at));
  assert_true(pq_stop_closes(text, &at));
  assert_true(pq_stop_closes(text, &at));
  assert_false(pq_stop_closes(text, &at));
  assert_int_equal(at, 5);
}

static bool begins(const char *text) {
  const pq_view all = pq_view_of(text);
  return pq_stop_begins(all, 0, (uint32_t)all.len);
}

static void test_begins(void **state) {
  (void)state;
  assert_true(begins(" Then"));
  assert_true(begins(" \"Then"));
  assert_true(begins(" p38 is"));
  assert_true(begins(" 2) is"));
  assert_true(begins("  "));
  assert_true(begins(""));
  assert_true(begins(" \xC3\x89t"));
  assert_false(begins(" then"));
  assert_false(begins(" 15 min"));
  assert_false(begins(" - so"));
  assert_false(begins("p38"));
}

/* The stop is the first byte of `behind`. */
static bool ends(const char *before, const char *behind) {
  char text[200];
  const pq_view one = pq_view_of(before);
  const pq_view two = pq_view_of(behind);
  const uint32_t stop = (uint32_t)one.len;
  const uint32_t all = (uint32_t)(one.len + two.len);
  memcpy(text, one.ptr, one.len);
  memcpy(text + stop, two.ptr, two.len);
  const pq_stop_place p = {
      .text = {text, all}, .stop = stop, .end = stop + 1, .limit = all};
  return pq_stop_ends(&p, NULL);
}

static void test_ends(void **state) {
  (void)state;
  assert_true(ends("It binds", ". Then"));
  assert_true(ends("It binds", "."));
  assert_true(ends("It binds", "? Then"));
  assert_false(ends("It binds", ". then"));
  assert_false(ends("It is 0", ".5 mM"));
  assert_false(ends("It binds e.g", ". STAT3"));
  assert_false(ends("1", ". First")); /* a counter */
  assert_true(ends("It binds residue 705", ". First"));
  assert_false(ends("It is p", ". Arg1275Gln"));
  assert_false(ends("It is x@nature", ".Com"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_space),
      cmocka_unit_test(test_closers),
      cmocka_unit_test(test_begins),
      cmocka_unit_test(test_ends),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
