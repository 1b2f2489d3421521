#include "test_claim_text.h"

static void expect_papers(void *const *state, const char *text,
                          const char *label, uint32_t n) {
  told t;
  tell_text(&t, state, text);
  assert_int_equal(evidence_of_label(&t, label)->n_citations, n);
  drop_told(&t);
}

static void test_before_the_stop_for_all_clauses(void **state) {
  const char *const text =
      "JAK2 phosphorylates STAT3 and GRB2 binds SOS1 (Zamo et al, 2002).";
  expect_papers(state, text, "JAK2 directly mediates STAT3 phosphorylation", 1);
  expect_papers(state, text, "GRB2 interacts with SOS1", 1);
}

static void test_behind_a_clause_for_that_clause(void **state) {
  const char *const text =
      "JAK2 phosphorylates STAT3 (Zamo et al, 2002; Lai, 2005), and GRB2 binds"
      " SOS1 (Li, 2003).";
  expect_papers(state, text, "JAK2 directly mediates STAT3 phosphorylation", 2);
  expect_papers(state, text, "GRB2 interacts with SOS1", 1);
}

static void test_not_for_the_next_sentence(void **state) {
  const char *const text =
      "JAK2 phosphorylates STAT3 (Zamo et al, 2002). GRB2 binds SOS1.";
  expect_papers(state, text, "JAK2 directly mediates STAT3 phosphorylation", 1);
  expect_papers(state, text, "GRB2 interacts with SOS1", 0);
}

static void test_two_letters(void **state) {
  expect_papers(state, "GRB2 binds SOS1 (Han et al 2006 a,b).",
                "GRB2 interacts with SOS1", 2);
}

static void test_a_sentence_of_papers(void **state) {
  expect_papers(state, "GRB2 binds SOS1. (Zamo et al, 2002)",
                "GRB2 interacts with SOS1", 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_before_the_stop_for_all_clauses),
      cmocka_unit_test(test_behind_a_clause_for_that_clause),
      cmocka_unit_test(test_not_for_the_next_sentence),
      cmocka_unit_test(test_two_letters),
      cmocka_unit_test(test_a_sentence_of_papers),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
