#include "unit.h"

#include "read/bracket.h"

/* The brackets of a text, each as its words with a | behind. */
static void assert_brackets(const char *text, const char *want) {
  pq_arena arena;
  pq_brackets b = {0};
  char got[512];
  size_t n = 0;
  const pq_view all = pq_view_of(text);
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(
      pq_brackets_find(&b, &arena, all, (pq_span){0, (uint32_t)all.len}),
      PQ_OK);
  for (uint32_t i = 0; i < b.found.n; ++i) {
    const pq_view one = pq_span_text(all, b.found.at[i]);
    memcpy(got + n, one.ptr, one.len);
    n += one.len;
    got[n++] = '|';
  }
  got[n] = '\0';
  assert_string_equal(got, want);
  pq_arena_clear(&arena);
}

static void test_outermost(void **state) {
  (void)state;
  assert_brackets("a (b (c) d) [e] f", "(b (c) d)|[e]|");
  assert_brackets("none", "");
  assert_brackets("([)]", "([)|");
}

static void test_unbalanced(void **state) {
  (void)state;
  assert_brackets("a (b (c) d", "(c)|");
  assert_brackets("2) a (b)", "(b)|");
  assert_brackets("[a (b] c)", "[a (b]|");
  assert_brackets("((((", "");
  assert_brackets("))))", "");
}

static void test_reach(void **state) {
  (void)state;
  char text[2000];
  pq_arena arena;
  pq_brackets b = {0};
  memset(text, 'x', sizeof text);
  text[0] = '(';
  text[1] = '(';
  text[2] = ')';
  text[sizeof text - 1] = ')';
  const pq_view all = {text, sizeof text};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_brackets_find(&b, &arena, all, (pq_span){0, sizeof text}),
                   PQ_OK);
  assert_int_equal(b.found.n, 1);
  assert_int_equal(b.found.at[0].end, 3);
  const pq_view papers = PQ_LIT(" et al");
  memcpy(text + 1000, papers.ptr,
         papers.len); /* lists of papers are as long as that */
  assert_int_equal(pq_brackets_find(&b, &arena, all, (pq_span){0, sizeof text}),
                   PQ_OK);
  assert_int_equal(b.found.n, 1);
  assert_int_equal(b.found.at[0].end, sizeof text);
  pq_arena_clear(&arena);
}

static bool cites(const char *text) {
  const pq_view all = pq_view_of(text);
  return pq_bracket_cites(all, (pq_span){0, (uint32_t)all.len});
}

static void test_cites(void **state) {
  (void)state;
  assert_true(cites("(Karin & Ben-Neriah 2000)"));
  assert_true(cites("(Han et al 2006a)"));
  assert_true(cites("(Yoshida et al)"));
  assert_false(cites("(CAK)"));
  assert_false(cites("(12000 copies)"));
  assert_false(cites("(20001)"));
  assert_false(cites("(1850)"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_outermost),
      cmocka_unit_test(test_unbalanced),
      cmocka_unit_test(test_reach),
      cmocka_unit_test(test_cites),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
