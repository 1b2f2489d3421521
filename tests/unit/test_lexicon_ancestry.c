#include "failing.h"
#include "unit.h"

#include "lexicon/import/ancestry.h"

/*   r <- a <- b <- c    a is also a kind of x; c closes a circle to b;
 *   x <- d              e has a parent that is not there */
static const char *const ids[] = {"c", "d", "r", "b", "x", "a", "e"};
static const char *const edges[][2] = {{"c", "b"}, {"b", "a"}, {"a", "r"},
                                       {"a", "x"}, {"d", "x"}, {"b", "c"},
                                       {"e", "q"}};

static pq_status fill(pq_ancestry *a) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < 7; ++i) {
    PQ_TRY(st, pq_ancestry_add(a, pq_view_of(ids[i]), i));
    PQ_TRY(st, pq_ancestry_link(a, pq_view_of(edges[i][0]),
                                pq_view_of(edges[i][1])));
  }
  pq_ancestry_settle(a);
  return PQ_OK;
}

/* The ids that are marked, in order of ids. */
static void check_marked(pq_ancestry *a, const char *root, const char *want) {
  char got[16] = "";
  size_t n = 0;
  pq_ancestry_mark(a, pq_view_of(root));
  for (uint32_t i = 0; i < a->all.n; ++i) {
    const pq_kin *const one = &a->all.at[i];
    assert_string_equal(ids[one->tag], one->id.ptr);
    if (one->under) got[n++] = one->id.ptr[0];
  }
  assert_string_equal(got, want);
}

static void test_marks(void **state) {
  (void)state;
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  pq_ancestry a = {.arena = &arena};
  assert_int_equal(fill(&a), PQ_OK);
  check_marked(&a, "r", "abcr");
  check_marked(&a, "x", "abcdx");
  check_marked(&a, "c", "bc"); /* round the circle once */
  check_marked(&a, "e", "e");
  check_marked(&a, "q", ""); /* not there */
  pq_arena_clear(&arena);
}

static void test_empty(void **state) {
  (void)state;
  pq_ancestry a = {.arena = NULL};
  pq_ancestry_settle(&a);
  pq_ancestry_mark(&a, PQ_LIT("r"));
  assert_int_equal(a.all.n, 0);
}

static pq_status fill_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_arena_init(&arena, alloc, 0);
  pq_ancestry a = {.arena = &arena};
  const pq_status st = fill(&a);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(fill_with, NULL, PQ_OK) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_marks),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
