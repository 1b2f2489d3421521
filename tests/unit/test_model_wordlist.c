#include "failing.h"
#include "unit.h"

#include "model/wordlist.h"

static pq_status fill(pq_arena *arena, pq_wordlist_of of, pq_wordlist *list) {
  static const pq_view words[] = {PQ_LIT_INIT("syndrome"), PQ_LIT_INIT("oma"),
                                  PQ_LIT_INIT("a"), PQ_LIT_INIT("or")};
  pq_status st = PQ_OK;
  *list = (pq_wordlist){.from = {0}};
  for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
    PQ_TRY(st, pq_wordlist_add(arena, list, of, words[i]));
  }
  return PQ_OK;
}

/* Each text, and whether it is a word, begins with one and ends with one. */
static const struct {
  const char *text;
  bool has, begins, ends;
} rows[] = {
    {"", false, false, false},
    {"a", true, true, true},
    {"A", true, true, true},
    {"o", false, false, false},
    {"no", false, false, false},
    {"om", false, false, false},
    {"oma", true, true, true},
    {"OMA", true, true, true},
    {"omen", false, false, false},
    {"omas", false, true, false},
    {"Syndrome", true, true, true},
    {"syndromes", false, true, false},
    {"synapse", false, false, false},
    {"donor", false, false, true},
    {"genome", false, false, false},
    {"!", false, false, false},
    {"\xC3\xB6m\xC3\xA4", false, false, false},
};

static void test_asked(void **state) {
  (void)state;
  pq_arena arena;
  pq_wordlist words;
  pq_wordlist heads;
  pq_wordlist tails;
  const pq_wordlist none = {.from = {0}};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(fill(&arena, PQ_LIST_OF_WORDS, &words), PQ_OK);
  assert_int_equal(fill(&arena, PQ_LIST_OF_HEADS, &heads), PQ_OK);
  assert_int_equal(fill(&arena, PQ_LIST_OF_TAILS, &tails), PQ_OK);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_view text = pq_view_of(rows[i].text);
    assert_int_equal(pq_wordlist_has(&words, text), rows[i].has);
    assert_int_equal(pq_wordlist_begins(&heads, text), rows[i].begins);
    assert_int_equal(pq_wordlist_ends(&tails, text), rows[i].ends);
    assert_false(pq_wordlist_has(&none, text));
    assert_false(pq_wordlist_begins(&none, text));
    assert_false(pq_wordlist_ends(&none, text));
  }
  pq_arena_clear(&arena);
}

static pq_status fill_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_wordlist list;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st = fill(&arena, PQ_LIST_OF_WORDS, &list);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(fill_with, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_asked),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
