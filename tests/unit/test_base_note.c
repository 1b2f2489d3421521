#include "heard.h"
#include "unit.h"

static const pq_place place = {
    .file = PQ_LIT_INIT("a.md"), .line = 3, .column = 7};

static void test_fail_and_warn(void **state) {
  (void)state;
  pq_heard h;
  pq_heard_init(&h);
  assert_int_equal(
      pq_fail(&h.sink, PQ_LIMIT, "x.y", place, "%s has %d", "it", 5), PQ_LIMIT);
  pq_warn(&h.sink, "x.z", place, "100%%");
  assert_int_equal(h.n, 2);
  assert_int_equal(h.at[0].severity, PQ_NOTE_ERROR);
  assert_int_equal(h.at[0].status, PQ_LIMIT);
  assert_string_equal(h.at[0].code, "x.y");
  assert_string_equal(h.at[0].text, "it has 5");
  assert_int_equal(h.at[0].line, 3);
  assert_int_equal(h.at[0].column, 7);
  assert_int_equal(h.at[1].severity, PQ_NOTE_WARN);
  assert_int_equal(h.at[1].status, PQ_OK);
  assert_string_equal(h.at[1].text, "100%");
}

static void test_silence(void **state) {
  (void)state;
  const pq_sink deaf = {0};
  assert_int_equal(pq_fail(NULL, PQ_BAD_READ, "x", place, "y"), PQ_BAD_READ);
  assert_int_equal(pq_fail(&deaf, PQ_BAD_READ, "x", place, "y"), PQ_BAD_READ);
}

static void measure(void *user, const pq_note *note) {
  *(size_t *)user = note->text.len;
}

static void test_long_text_is_cut(void **state) {
  (void)state;
  char text[3000];
  memset(text, 'x', sizeof text);
  size_t told = 0;
  const pq_sink sink = {.user = &told, .note = measure};
  const pq_view whole = {text, sizeof text};
  pq_warn(&sink, "x", place, "%.*s%.*s", pq_view_width(whole), text,
          pq_view_width(whole), text);
  assert_int_equal(told, 999);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fail_and_warn),
      cmocka_unit_test(test_silence),
      cmocka_unit_test(test_long_text_is_cut),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
