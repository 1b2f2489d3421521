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
  const pq_module libc = {"libc.so.6", "libc6", names, 2};
  door calls = {NULL, NULL};
  (void)state;
  assert_int_equal(pq_module_find(&libc, &calls), PQ_OK);
  assert_int_equal(calls.length("four"), 4);
  assert_true(calls.order("a", "b") < 0);
}

static void test_missing(void **state) {
  static const char *const names[] = {"strlen", "no_such_function_at_all"};
  const pq_module libc = {"libc.so.6", "libc6", names, 2};
  const pq_module none = {"libnothing-of-ours.so.0", "none", names, 1};
  door calls = {NULL, NULL};
  (void)state;
  assert_int_equal(pq_module_find(&none, &calls), PQ_BAD_READ);
  assert_null(calls.length);
  assert_int_equal(pq_module_find(&libc, &calls), PQ_BAD_READ);
}

static void test_miss(void **state) {
  const pq_module none = {"libx.so.0", "libx0", NULL, 0};
  pq_heard heard;
  (void)state;
  pq_heard_init(&heard);
  assert_int_equal(pq_module_miss(&none, &heard.sink, PQ_BAD_READ),
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
