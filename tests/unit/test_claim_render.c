#include "test_claim_text.h"

#include "claim/unit.h"

/* The words of the flow once it is read, a space between two. */
static void expect_flow(void *const *state, const char *text,
                        const char *flow) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  pq_render_read(&d.p);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    if (i > 1) pq_buf_char(&d.out, ' ');
    pq_buf_put(&d.out, pq_unit_text(&d.p, i));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), flow);
  drop_parsed(&d);
}

/* What the verb at a unit sets off. */
static void expect_verb(void *const *state, const char *text, uint32_t unit,
                        const char *lemma) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  pq_render_read(&d.p);
  const uint32_t verb = pq_unit_at(&d.p, unit)->verb;
  ASSERT_VIEW(d.p.g->triggers.at[verb].lemma, lemma);
  drop_parsed(&d);
}

static void test_the_adjective_goes_into_the_verb(void **state) {
  expect_flow(state, "STAT3 keeps JAK2 inactive in cells",
              "STAT3 keeps JAK2 in cells");
  expect_flow(state, "STAT3 rendered the kinase JAK2 active",
              "STAT3 rendered the kinase JAK2");
}

static void test_the_verb_means_what_is_done(void **state) {
  expect_verb(state, "STAT3 keeps JAK2 inactive in cells", 2, "inactivate");
  expect_verb(state, "STAT3 makes JAK2 active", 2, "activate");
}

static void test_an_active_site_is_no_predicate(void **state) {
  expect_flow(state, "STAT3 leaves JAK2 active site",
              "STAT3 leaves JAK2 active site");
  expect_flow(state, "STAT3 keeps inactive JAK2", "STAT3 keeps inactive JAK2");
  expect_flow(state, "STAT3 binds JAK2 inactive in cells",
              "STAT3 binds JAK2 inactive in cells");
}

static void test_too_short_for_it(void **state) {
  expect_flow(state, "keeps inactive", "keeps inactive");
  expect_flow(state, "keeps", "keeps");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_adjective_goes_into_the_verb),
      cmocka_unit_test(test_the_verb_means_what_is_done),
      cmocka_unit_test(test_an_active_site_is_no_predicate),
      cmocka_unit_test(test_too_short_for_it),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
