#include "failing.h"
#include "unit.h"

#include "lexicon/import/ancestry.h"

#include <stdio.h>

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

/* A file that lists a term twice. */
static void test_twice(void **state) {
  (void)state;
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  pq_ancestry a = {.arena = &arena};
  for (uint32_t i = 0; i < 7; ++i) {
    assert_int_equal(pq_ancestry_add(&a, pq_view_of(ids[i]), i), PQ_OK);
  }
  assert_int_equal(pq_ancestry_add(&a, PQ_LIT("a"), 5), PQ_OK);
  assert_int_equal(fill(&a), PQ_OK);
  check_marked(&a, "r", "aaabbccrr");
  pq_arena_clear(&arena);
}

/* Children before their parents, and deeper than any stack of calls. */
static void test_deep(void **state) {
  (void)state;
  enum {
    DEEP = 100000
  };
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  pq_ancestry a = {.arena = &arena};
  for (uint32_t i = DEEP; i-- > 0;) {
    char name[2][16];
    pq_view id[2];
    for (uint32_t k = 0; k < 2; ++k) {
      (void)snprintf(name[k], sizeof name[k], "%u", (unsigned)(i + k));
      assert_int_equal(pq_arena_copy(&arena, pq_view_of(name[k]), &id[k]),
                       PQ_OK);
    }
    assert_int_equal(pq_ancestry_add(&a, id[0], i), PQ_OK);
    assert_int_equal(pq_ancestry_link(&a, id[1], id[0]), PQ_OK);
  }
  pq_ancestry_settle(&a);
  pq_ancestry_mark(&a, PQ_LIT("0"));
  for (uint32_t i = 0; i < a.all.n; ++i) {
    assert_true(a.all.at[i].under);
  }
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
      cmocka_unit_test(test_marks),         cmocka_unit_test(test_twice),
      cmocka_unit_test(test_deep),          cmocka_unit_test(test_empty),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
