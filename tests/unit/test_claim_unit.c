#include "test_claim_text.h"

/* Kinds of units: W word, N name, S site, and marks as they stand. */
static void expect_units(void *const *state, const char *text,
                         const char *kinds) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    const pq_unit *const u = pq_unit_at(&d.p, i);
    const char *const letters = "WNS";
    if (u->kind == PQ_UNIT_MARK) pq_buf_char(&d.out, u->mark);
    if (u->kind != PQ_UNIT_MARK) pq_buf_char(&d.out, letters[u->kind]);
  }
  ASSERT_VIEW(pq_buf_view(&d.out), kinds);
  drop_parsed(&d);
}

static void test_kinds(void **state) {
  expect_units(state, "STAT3 rests", "NW");
  expect_units(state, "Anaplastic lymphoma kinase rests", "NW");
  expect_units(state,
               "STAT3 is phosphorylated at tyrosine 705 downstream of active"
               " ALK",
               "NWWWSWWN");
}

static void test_a_phrase_is_one(void **state) {
  parsed d;
  parse_text(&d, state, "STAT3 rests in response to ALK", TO_UNITS);
  assert_int_equal(d.p.units.n, 5);
  ASSERT_VIEW(pq_unit_text(&d.p, 3), "in response to");
  ASSERT_VIEW(pq_unit_at(&d.p, 3)->slot, "in response to");
  assert_true(pq_unit_says(&d.p, 2, "RESTS"));
  assert_false(pq_unit_says(&d.p, 0, ""));
  assert_false(pq_unit_says(&d.p, 99, ""));
  drop_parsed(&d);
}

static void test_citations_are_no_units(void **state) {
  expect_units(state, "STAT3 rests (Zamo et al, 2002) at night", "NWWW");
}

static void test_names_know_their_mentions(void **state) {
  parsed d;
  parse_text(&d, state, "STAT3 and AKT1/3 rest", TO_UNITS);
  const pq_unit *const one = pq_unit_at(&d.p, 1);
  const pq_unit *const two = pq_unit_at(&d.p, 3);
  assert_int_equal(one->first, 1);
  assert_int_equal(one->n, 1);
  assert_int_equal(two->first, 2);
  assert_int_equal(two->n, 2);
  drop_parsed(&d);
}

/* A name may be a word too, a phrase is none. */
static void test_words_mean(void **state) {
  parsed d;
  parse_text(&d, state, "Its Ability and STAT3 in response to ALK", TO_UNITS);
  assert_true(pq_unit_means(&d.p, 2, PQ_M_ABILITY));
  const pq_meanings two = PQ_MEANINGS(PQ_M_ABILITY, PQ_M_INABILITY);
  assert_true(pq_unit_means_any(&d.p, 2, &two));
  assert_false(pq_unit_means_any(&d.p, 3, &two));
  assert_false(pq_unit_means(&d.p, 2, PQ_M_INABILITY));
  assert_false(pq_unit_means(&d.p, 4, PQ_M_ABILITY)); /* STAT3 */
  assert_false(pq_unit_means(&d.p, 5, PQ_M_ABILITY)); /* in response to */
  assert_false(pq_unit_means(&d.p, 0, PQ_M_ABILITY));
  assert_false(pq_unit_means(&d.p, 99, PQ_M_ABILITY));
  drop_parsed(&d);
}

/* A word may be written with a dash. */
static void test_dashed_words_mean(void **state) {
  parsed d;
  parse_text(&d, state, "Dys-regulated growth of X-deficient cells", TO_UNITS);
  assert_true(pq_unit_means(&d.p, 1, PQ_M_ALTERED));
  drop_parsed(&d);
}

static void test_texts_mean(void **state) {
  const pq_engine *const engine = *state;
  const pq_grammar *const g = engine->grammar;
  assert_true(pq_text_means(g, PQ_LIT("KO"), PQ_M_KNOCKOUT));
  assert_false(pq_text_means(g, PQ_LIT("KO"), PQ_M_LOW));
  assert_false(pq_text_means(g, PQ_LIT("KOs"), PQ_M_KNOCKOUT));
  assert_false(pq_text_means(g, PQ_LIT(""), PQ_M_KNOCKOUT));
}

static bool has_words(const pq_grammar *g, pq_meaning m) {
  for (uint32_t i = 1; i < g->words.n; ++i) {
    if (pq_meanings_have(&g->words.at[i].meanings, m)) return true;
  }
  return false;
}

/* What a rule asks for stands in words.yaml. */
static void test_each_meaning_has_words(void **state) {
  static const char *const names[] = {
#define PQ_MEANING(id, name) name,
#include "claim/meanings.def"
      "living"};
  const pq_engine *const engine = *state;
  for (int m = 0; m < PQ_N_MEANINGS; ++m) {
    if (has_words(engine->grammar, (pq_meaning)m)) continue;
    fail_msg("no word of the grammar means \"%s\"", names[m]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_a_phrase_is_one),
      cmocka_unit_test(test_citations_are_no_units),
      cmocka_unit_test(test_names_know_their_mentions),
      cmocka_unit_test(test_words_mean),
      cmocka_unit_test(test_dashed_words_mean),
      cmocka_unit_test(test_texts_mean),
      cmocka_unit_test(test_each_meaning_has_words),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
