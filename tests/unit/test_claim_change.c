#include "test_claim_text.h"

static void test_less_of_what_happens(void **state) {
  assert_claims(state, "Reduced STAT3 phosphorylation impairs MYC expression.",
                "STAT3 phosphorylation promotes expression of MYC\n");
  assert_claims(state, "Defective phosphorylation of STAT3 causes apoptosis.",
                "STAT3 phosphorylation inhibits apoptosis\n");
  assert_claims(state, "SOCS3 leads to lower phosphorylation of STAT3.",
                "SOCS3 inhibits STAT3 phosphorylation\n");
}

static void test_less_of_a_thing(void **state) {
  assert_claims(state, "Reduced MYC levels promote apoptosis.",
                "MYC inhibits apoptosis\n");
  assert_claims(state, "Decreased PTEN and MYC lead to apoptosis.",
                "PTEN inhibits apoptosis\nMYC inhibits apoptosis\n");
  assert_claims(state, "Low levels of MYC expression lead to apoptosis.",
                "expression of MYC inhibits apoptosis\n");
}

static void test_no_less(void **state) {
  assert_claims(state, "Low concentrations of MYC promote apoptosis.",
                "MYC promotes apoptosis\n");
  assert_claims(state, "Increased MYC levels promote apoptosis.",
                "MYC promotes apoptosis\n");
  assert_claims(state, "Reduced glutathione promotes apoptosis.",
                "glutathione promotes apoptosis\n");
}

static void test_not_as_it_should_be(void **state) {
  assert_claims(state, "SOCS3 leads to aberrant expression of MYC.",
                "SOCS3 affects expression of MYC\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_less_of_what_happens),
      cmocka_unit_test(test_less_of_a_thing),
      cmocka_unit_test(test_no_less),
      cmocka_unit_test(test_not_as_it_should_be),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
