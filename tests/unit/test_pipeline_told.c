#include "failing.h"
#include "heard.h"
#include "told.h"
#include "unit.h"

static void test_waits_and_passes(void **state) {
  (void)state;
  pq_arena arena;
  pq_told told;
  pq_heard heard;
  char text[] = "first";
  pq_arena_init(&arena, NULL, 0);
  pq_told_open(&told, &arena);
  pq_heard_init(&heard);
  pq_warn(&told.sink, "one", (pq_place){.line = 7}, "%s", text);
  text[0] = 'x';
  (void)pq_fail(&told.sink, PQ_LIMIT, "two", (pq_place){.column = 3}, "second");
  pq_told_pass(&told, &heard.sink);
  assert_int_equal(heard.n, 2);
  assert_string_equal(heard.at[0].code, "one");
  assert_string_equal(heard.at[0].text, "first");
  assert_int_equal(heard.at[0].line, 7);
  assert_int_equal(heard.at[1].severity, PQ_NOTE_ERROR);
  assert_int_equal(heard.at[1].status, PQ_LIMIT);
  assert_int_equal(heard.at[1].column, 3);
  pq_arena_reset(&arena);
  pq_told_reset(&told);
  pq_told_pass(&told, &heard.sink);
  assert_int_equal(heard.n, 2);
  pq_arena_clear(&arena);
}

/* Three megabytes of findings about one record that has a long name. */
static void test_long_names(void **state) {
  (void)state;
  static const char name[30 * 1024];
  pq_arena arena;
  pq_told told;
  const pq_note note = {.code = "one", .record = {name, sizeof name}};
  pq_arena_init(&arena, NULL, 10 * sizeof name);
  pq_told_open(&told, &arena);
  for (int i = 0; i < 100; ++i) {
    told.sink.note(told.sink.user, &note);
  }
  assert_int_equal(told.status, PQ_OK);
  assert_int_equal(told.notes.n, 100);
  assert_int_equal(told.notes.at[99].record.len, sizeof name);
  pq_arena_clear(&arena);
}

/* What cannot be kept is not lost without a word. */
static void test_no_room(void **state) {
  (void)state;
  static const char text[128 * 1024];
  pq_arena arena;
  pq_told told;
  const pq_note note = {.code = "big", .text = {text, sizeof text}};
  pq_arena_init(&arena, NULL, sizeof text / 2);
  pq_told_open(&told, &arena);
  told.sink.note(told.sink.user, &note);
  assert_int_equal(told.status, PQ_LIMIT);
  assert_int_equal(told.notes.n, 0);
  pq_arena_clear(&arena);
}

static pq_status tell_many(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_told told;
  pq_arena_init(&arena, alloc, 0);
  pq_told_open(&told, &arena);
  for (int i = 0; i < 2000; ++i) {
    pq_warn(&told.sink, "many", (pq_place){.line = 1}, "number %d", i);
  }
  const pq_status st = told.status;
  pq_arena_clear(&arena);
  return st;
}

static void test_failing_memory(void **state) {
  (void)state;
  (void)pq_fail_each(tell_many, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_waits_and_passes),
      cmocka_unit_test(test_long_names),
      cmocka_unit_test(test_no_room),
      cmocka_unit_test(test_failing_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
