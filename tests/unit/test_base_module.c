#include "heard.h"
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

static void test_miss(void **state) {
  pq_heard heard;
  (void)state;
  pq_heard_init(&heard);
  assert_int_equal(
      pq_module_miss(&heard.sink, PQ_BAD_READ, "libx.so.0", "libx0"),
      PQ_BAD_READ);
  const pq_heard_note *const note = pq_heard_find(&heard, "library.missing");
  assert_non_null(note);
  assert_int_equal(note->severity, PQ_NOTE_ERROR);
  assert_non_null(strstr(note->text, "package libx0")); /* what to install */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_found),
      cmocka_unit_test(test_missing),
      cmocka_unit_test(test_miss),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
