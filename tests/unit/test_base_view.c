#include "unit.h"

#include "base/view.h"

static void test_same_and_order(void **state) {
  (void)state;
  const pq_view none = {NULL, 0};
  assert_true(pq_view_same(none, PQ_LIT("")));
  assert_true(pq_view_same(PQ_LIT("ab"), PQ_LIT("ab")));
  assert_false(pq_view_same(PQ_LIT("ab"), PQ_LIT("aB")));
  assert_true(pq_view_alike(PQ_LIT("ab"), PQ_LIT("aB")));
  assert_false(pq_view_alike(PQ_LIT("ab"), PQ_LIT("abc")));
  assert_true(pq_view_order(PQ_LIT("a"), PQ_LIT("ab")) < 0);
  assert_true(pq_view_order(PQ_LIT("\xC3"), PQ_LIT("z")) > 0); /* bytes */
  assert_int_equal(pq_view_order(none, PQ_LIT("")), 0);
}

static void test_ends(void **state) {
  (void)state;
  assert_true(pq_view_starts(PQ_LIT("abc"), PQ_LIT("ab")));
  assert_true(pq_view_starts(PQ_LIT("abc"), PQ_LIT("")));
  assert_false(pq_view_starts(PQ_LIT("ab"), PQ_LIT("abc")));
  assert_true(pq_view_ends(PQ_LIT("abc"), PQ_LIT("bc")));
  assert_false(pq_view_ends(PQ_LIT("abc"), PQ_LIT("ab")));
}

static void test_pieces(void **state) {
  (void)state;
  ASSERT_VIEW(pq_view_skip(PQ_LIT("abc"), 1), "bc");
  ASSERT_VIEW(pq_view_skip(PQ_LIT("abc"), 9), "");
  ASSERT_VIEW(pq_view_head(PQ_LIT("abc"), 2), "ab");
  ASSERT_VIEW(pq_view_trim(PQ_LIT(" \t a b\r\n")), "a b");
  ASSERT_VIEW(pq_view_trim(PQ_LIT(" \n")), "");
  assert_int_equal(pq_view_find(PQ_LIT("abc"), 'c'), 2);
  assert_int_equal(pq_view_find(PQ_LIT("abc"), 'x'), 3);
}

static void test_cut(void **state) {
  (void)state;
  pq_view rest = PQ_LIT("a,,b");
  ASSERT_VIEW(pq_view_cut(&rest, ','), "a");
  ASSERT_VIEW(pq_view_cut(&rest, ','), "");
  ASSERT_VIEW(pq_view_cut(&rest, ','), "b");
  assert_null(rest.ptr);
  rest = PQ_LIT("a,");
  ASSERT_VIEW(pq_view_cut(&rest, ','), "a");
  assert_non_null(rest.ptr); /* an empty piece is still to come */
  assert_int_equal(rest.len, 0);
}

static void test_of_nothing(void **state) {
  (void)state;
  ASSERT_VIEW(pq_view_of(NULL), "");
  assert_non_null(pq_view_of(NULL).ptr);
}

static void test_says(void **state) {
  (void)state;
  static const char *const words[] = {"of", "In", "into", NULL};
  assert_true(pq_view_says(PQ_LIT("IN"), "in"));
  assert_true(pq_view_says(PQ_LIT("in"), "In"));
  assert_false(pq_view_says(PQ_LIT("in"), "int"));
  assert_false(pq_view_says(PQ_LIT("int"), "in"));
  assert_false(pq_view_says(PQ_LIT(""), "in"));
  assert_true(pq_view_says(PQ_LIT(""), ""));
  assert_true(pq_view_says_any(PQ_LIT("INTO"), words));
  assert_true(pq_view_says_any(PQ_LIT("in"), words));
  assert_false(pq_view_says_any(PQ_LIT("on"), words));
  assert_false(pq_view_says_any(PQ_LIT(""), words));
  assert_int_equal(pq_view_first(PQ_LIT("Ab")), 'a');
  assert_int_equal(pq_view_first(PQ_LIT("")), '\0');
}

/* Every byte at every place of a text that is longer than eight. */
static void test_escape(void **state) {
  (void)state;
  for (unsigned c = 0; c < 256; ++c) {
    for (size_t at = 0; at < 19; ++at) {
      char text[19];
      memset(text, 'x', sizeof text);
      text[at] = (char)c;
      const bool escaped = c < 0x20 || c == '"' || c == '\\';
      const pq_view view = {text, sizeof text};
      assert_int_equal(pq_view_escape(view, 0), escaped ? at : sizeof text);
      assert_int_equal(pq_view_escape(view, at), escaped ? at : sizeof text);
      assert_int_equal(pq_view_escape(view, at + 1), sizeof text);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_same_and_order), cmocka_unit_test(test_ends),
      cmocka_unit_test(test_pieces),         cmocka_unit_test(test_cut),
      cmocka_unit_test(test_of_nothing),     cmocka_unit_test(test_says),
      cmocka_unit_test(test_escape),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
