#include "test_claim_text.h"

static void test_rivals(void **state) {
  assert_claims(state,
                "Whether STAT3 activation is mediated by JAK2 or depends"
                " on SRC is controversial.",
                "JAK2 directly mediates STAT3 activation [alternative:"
                " Whether, controversial]\n"
                "STAT3 activation depends on SRC [alternative: Whether,"
                " controversial]\n"
                "STAT3 activation depends on SRC, or JAK2 directly"
                " mediates STAT3 activation? [controversial: Whether,"
                " controversial]\n");
}

static void test_one_side_is_no_dispute(void **state) {
  assert_claims(state, "Whether SRC phosphorylates STAT3 is controversial.",
                "SRC directly mediates STAT3 phosphorylation"
                " [controversial: Whether, controversial]\n");
}

static void test_questions(void **state) {
  assert_claims(state,
                "The kinase that phosphorylates STAT3 at S727 is unknown.",
                "what directly mediates STAT3 S727 phosphorylation?"
                " [unclear: unknown]\n");
  assert_claims(state, "The function of ALK is unknown.",
                "ALK affects what? [unclear: unknown]\n");
}

static void test_papers_stay_with_the_dispute(void **state) {
  told t;
  tell_text(&t, state,
            "Whether STAT3 activation is mediated by JAK2 or depends on SRC is"
            " controversial (Han et al, 2006; Lai et al, 2005).");
  const pq_record *const r = &t.desk.record;
  assert_int_equal(r->evidence.n, 3);
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    const bool dispute = e->states == PQ_STATES_DISPUTE;
    assert_int_equal(e->n_citations, dispute ? 2 : 0);
    if (!dispute) continue;
    assert_int_equal(r->disputes.at[e->id].n_alternatives, 2);
  }
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rivals),
      cmocka_unit_test(test_one_side_is_no_dispute),
      cmocka_unit_test(test_questions),
      cmocka_unit_test(test_papers_stay_with_the_dispute),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
