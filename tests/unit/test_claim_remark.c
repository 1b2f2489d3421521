#include "test_claim_text.h"

/* The stances of what is said of one claim, in the order of the text. */
static void expect_stances(void *const *state, const char *text,
                           const char *label, const char *stances) {
  static const char letters[PQ_N_STANCES + 1] = "aphvcud";
  told t;
  pq_buf got;
  pq_buf_init(&got, NULL);
  tell_text(&t, state, text);
  const pq_record *const r = &t.desk.record;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    if (pq_view_same(evidence_label(&t, e), pq_view_of(label))) {
      pq_buf_char(&got, letters[e->stance]);
    }
  }
  ASSERT_VIEW(pq_buf_view(&got), stances);
  pq_buf_clear(&got);
  drop_told(&t);
}

static const char binds[] = "GRB2 interacts with SOS1";

static void test_a_dispute_is_evidence_of_its_own(void **state) {
  expect_stances(state, "GRB2 binds SOS1. This has been disputed.", binds,
                 "ac");
}

static void test_a_denial_is_evidence_of_its_own(void **state) {
  expect_stances(state, "GRB2 binds SOS1. Others did not find this.", binds,
                 "ad");
}

static void test_what_awaits_proof_is_less_firm(void **state) {
  expect_stances(state, "GRB2 binds SOS1. This awaits confirmation.", binds,
                 "hu");
}

static void test_a_confirmation_adds(void **state) {
  expect_stances(state,
                 "GRB2 binds SOS1 (Zamo et al, 2002). This was confirmed by Lai"
                 " et al. (2005).",
                 binds, "aa");
}

static void test_the_next_sentence_only(void **state) {
  expect_stances(state,
                 "GRB2 binds SOS1. JAK2 phosphorylates STAT3. This has been"
                 " disputed.",
                 binds, "a");
}

static void test_what_names_a_thing_is_no_remark(void **state) {
  expect_stances(state, "GRB2 binds SOS1. The role of RAF1 is disputed.", binds,
                 "a");
}

static void test_why_is_another_question(void **state) {
  expect_stances(state, "GRB2 binds SOS1. Why this happens is unclear.", binds,
                 "a");
}

static void test_nothing_before(void **state) {
  assert_claims(state, "This has been disputed.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_dispute_is_evidence_of_its_own),
      cmocka_unit_test(test_a_denial_is_evidence_of_its_own),
      cmocka_unit_test(test_what_awaits_proof_is_less_firm),
      cmocka_unit_test(test_a_confirmation_adds),
      cmocka_unit_test(test_the_next_sentence_only),
      cmocka_unit_test(test_what_names_a_thing_is_no_remark),
      cmocka_unit_test(test_why_is_another_question),
      cmocka_unit_test(test_nothing_before),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
