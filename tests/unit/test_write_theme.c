#include "unit.h"

#include "write/theme.h"

#include <string.h>

static const char dot[] = "digraph \"a\" {\n  graph [id=\"a\", "
                          "bgcolor=\"white\"];\n  b [color=\"#0072B2\", "
                          "label=\"\\\"#0072B2\\\" #0072B2\"];\n}\n";

static bool holds(const pq_buf *b, const char *part) {
  const size_t n = strlen(part);
  for (size_t i = 0; i + n <= b->len; ++i) {
    if (memcmp(b->ptr + i, part, n) == 0) return true;
  }
  return false;
}

static void test_names(void **state) {
  (void)state;
  for (size_t i = 0; i < PQ_N_THEMES; ++i) {
    assert_int_equal(pq_theme_named(pq_view_of(pq_theme_name(i))), i);
  }
  assert_null(pq_theme_name(PQ_N_THEMES));
  assert_int_equal(pq_theme_named(PQ_LIT("pink")), PQ_THEME_LIGHT);
}

/* Colours change, words do not. */
static void test_paint(void **state) {
  (void)state;
  pq_buf out;
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_theme_paint(pq_view_of(dot), PQ_THEME_DARK, 0, &out),
                   PQ_OK);
  assert_true(holds(&out, "color=\"#56B4E9\""));
  assert_true(holds(&out, "bgcolor=\"#0D1117\""));
  assert_true(holds(&out, "\\\"#0072B2\\\" #0072B2"));
  pq_buf_reset(&out);
  assert_int_equal(pq_theme_paint(pq_view_of(dot), PQ_THEME_PRINT, 0, &out),
                   PQ_OK);
  assert_true(holds(&out, "color=\"#000000\""));
  pq_buf_reset(&out);
  assert_int_equal(pq_theme_paint(pq_view_of(dot), PQ_THEME_LIGHT, 0, &out),
                   PQ_OK);
  assert_int_equal(out.len, sizeof dot - 1);
  assert_memory_equal(out.ptr, dot, out.len);
  pq_buf_clear(&out);
}

/* 254 mm are ten inches, 180 mm 7.087. */
static void test_width(void **state) {
  (void)state;
  pq_buf out;
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_theme_paint(pq_view_of(dot), PQ_THEME_LIGHT, 254, &out),
                   PQ_OK);
  assert_true(holds(&out, "graph [size=\"10.000,1000!\", id="));
  pq_buf_reset(&out);
  assert_int_equal(pq_theme_paint(pq_view_of(dot), PQ_THEME_LIGHT, 180, &out),
                   PQ_OK);
  assert_true(holds(&out, "size=\"7.087,1000!\""));
  pq_buf_clear(&out);
}

static void test_tell(void **state) {
  (void)state;
  pq_buf out;
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_theme_tell(pq_view_of(dot), PQ_THEME_DARK, 90, &out),
                   PQ_OK);
  assert_true(holds(&out, "graph [pq_theme=dark, pq_width=90, id="));
  assert_true(holds(&out, "color=\"#0072B2\"")); /* not yet */
  pq_buf_clear(&out);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_paint),
      cmocka_unit_test(test_width),
      cmocka_unit_test(test_tell),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
