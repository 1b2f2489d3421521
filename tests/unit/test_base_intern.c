#include "failing.h"
#include "unit.h"

#include "base/intern.h"

#include <stdio.h>

static void test_ids(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t id;
  } rows[] = {{"b", 0}, {"a", 1}, {"b", 0}, {"", 2}, {"ab", 3}, {"", 2}};
  pq_arena arena;
  pq_intern table;
  pq_arena_init(&arena, NULL, 0);
  pq_intern_init(&table, &arena);
  assert_int_equal(pq_intern_find(&table, PQ_LIT("b")), UINT32_MAX);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    uint32_t id = UINT32_MAX;
    assert_int_equal(pq_intern_put(&table, pq_view_of(rows[i].text), &id),
                     PQ_OK);
    assert_int_equal(id, rows[i].id);
  }
  assert_int_equal(table.texts.n, 4);
  ASSERT_VIEW(table.texts.at[3], "ab");
  assert_int_equal(pq_intern_find(&table, PQ_LIT("ab")), 3);
  assert_int_equal(pq_intern_find(&table, PQ_LIT("c")), UINT32_MAX);
  pq_arena_clear(&arena);
}

/* Through many growths every text keeps its id, and is a copy. */
static void test_many(void **state) {
  (void)state;
  pq_arena arena;
  pq_intern table;
  pq_arena_init(&arena, NULL, 0);
  pq_intern_init(&table, &arena);
  for (uint32_t round = 0; round < 2; ++round) {
    for (uint32_t i = 0; i < 5000; ++i) {
      char text[16];
      uint32_t id = UINT32_MAX;
      (void)snprintf(text, sizeof text, "%u", (unsigned)i);
      assert_int_equal(pq_intern_put(&table, pq_view_of(text), &id), PQ_OK);
      assert_int_equal(id, i);
    }
  }
  assert_int_equal(table.texts.n, 5000);
  ASSERT_VIEW(table.texts.at[4999], "4999");
  pq_arena_clear(&arena);
}

static pq_status fill(void *user, pq_alloc *alloc) {
  (void)user;
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_intern table;
  pq_arena_init(&arena, alloc, 0);
  pq_intern_init(&table, &arena);
  for (uint32_t i = 0; !st && i < 5000; ++i) {
    char text[64];
    uint32_t id = 0;
    (void)snprintf(text, sizeof text, "%060u", (unsigned)i);
    st = pq_intern_put(&table, pq_view_of(text), &id);
  }
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(fill, NULL, PQ_OK) > 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids),
      cmocka_unit_test(test_many),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
