#include "failing.h"
#include "unit.h"

#include "lexicon/ids.h"

#include <stdio.h>

enum {
  MANY = 5000
};

static pq_view name_of(pq_arena *arena, unsigned i) {
  char room[24];
  pq_view out = {"", 0};
  (void)snprintf(room, sizeof room, "HGNC:%u", i);
  assert_int_equal(pq_arena_copy(arena, pq_view_of(room), &out), PQ_OK);
  return out;
}

static void test_numbers(void **state) {
  (void)state;
  pq_arena arena;
  pq_ids ids = {.n = 0};
  bool fresh = false;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_ids_find(&ids, PQ_LIT("HGNC:1")), UINT32_MAX);
  for (unsigned i = 0; i < MANY; ++i) {
    assert_int_equal(
        pq_ids_put(&ids, &arena, name_of(&arena, i), i * 7, &fresh), PQ_OK);
    assert_true(fresh);
  }
  /* The first number stays. */
  assert_int_equal(pq_ids_put(&ids, &arena, PQ_LIT("HGNC:4"), 9, &fresh),
                   PQ_OK);
  assert_false(fresh);
  assert_int_equal(ids.n, MANY);
  assert_true(ids.n_slots > 2 * MANY);
  for (unsigned i = 0; i < MANY; ++i) {
    assert_int_equal(pq_ids_find(&ids, name_of(&arena, i)), i * 7);
  }
  assert_int_equal(pq_ids_find(&ids, PQ_LIT("HGNC:5000")), UINT32_MAX);
  assert_int_equal(pq_ids_find(&ids, PQ_LIT("")), UINT32_MAX);
  pq_arena_clear(&arena);
}

static void test_reserve(void **state) {
  (void)state;
  pq_failing f = pq_failing_new(1); /* one block of the arena */
  pq_arena arena;
  pq_ids ids = {.n = 0};
  bool fresh = false;
  pq_arena_init(&arena, &f.base, 0);
  assert_int_equal(pq_ids_reserve(&ids, &arena, 100), PQ_OK);
  for (unsigned i = 0; i < 100; ++i) {
    char *const text = pq_arena_take(&arena, 2);
    assert_non_null(text);
    text[0] = (char)(i + 1);
    assert_int_equal(pq_ids_put(&ids, &arena, (pq_view){text, 1}, i, &fresh),
                     PQ_OK);
  }
  assert_int_equal(pq_ids_reserve(&ids, &arena, MANY), PQ_NO_MEM);
  assert_int_equal(pq_ids_find(&ids, PQ_LIT("\x64")), 99);
  assert_int_equal(pq_ids_reserve(&ids, &arena, UINT32_MAX), PQ_LIMIT);
  pq_arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_reserve),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
