#include "test_claim_text.h"

/* The noun groups of a sentence, with bars between them. */
static void expect_groups(void *const *state, const char *text,
                          const char *groups) {
  parsed d;
  parse_text(&d, state, text, TO_CHUNKS);
  bool first = true;
  for (uint32_t i = 1; i < d.p.chunks.n; ++i) {
    if (d.p.chunks.at[i].kind != PQ_CHUNK_NOUN) continue;
    if (!first) pq_buf_text(&d.out, " | ");
    first = false;
    pq_buf_put(&d.out, chunk_words(&d, i));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), groups);
  drop_parsed(&d);
}

static void test_names_share_what_happens(void **state) {
  expect_groups(state, "SRC increases JAK2, STAT3 and EGFR phosphorylation.",
                "SRC | JAK2, STAT3 and EGFR phosphorylation");
}

static void test_an_object_and_a_new_clause_are_two(void **state) {
  expect_groups(state, "SRC binds EGFR, and EGFR phosphorylation is increased.",
                "SRC | EGFR | EGFR phosphorylation");
  expect_groups(state, "SRC binds EGFR but STAT3 activation requires JAK2.",
                "SRC | EGFR | STAT3 activation | JAK2");
}

static void test_a_led_list_stays_apart(void **state) {
  expect_groups(state, "Binding of SRC and EGFR phosphorylation stop.",
                "Binding | SRC | EGFR phosphorylation");
}

static void test_what_hangs_goes_along(void **state) {
  expect_groups(state, "TNF- and IL1B-induced STAT3 activation stops.",
                "TNF- and IL1B-induced STAT3 activation");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names_share_what_happens),
      cmocka_unit_test(test_an_object_and_a_new_clause_are_two),
      cmocka_unit_test(test_a_led_list_stays_apart),
      cmocka_unit_test(test_what_hangs_goes_along),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
