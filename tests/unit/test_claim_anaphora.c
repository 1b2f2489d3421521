#include "test_claim_text.h"

static void test_the_receptor_itself(void **state) {
  assert_claims(state,
                "STAT3 activation downstream of ALK is mediated by the"
                " receptor itself.",
                "ALK promotes STAT3 activation [presupposed]\n"
                "ALK directly mediates STAT3 activation\n");
}

static void test_this_kinase(void **state) {
  assert_claims(state, "PDPK1 binds GRB2. This kinase phosphorylates AKT1.",
                "PDPK1 interacts with GRB2\n"
                "PDPK1 directly mediates AKT1 phosphorylation\n");
}

static void test_it(void **state) {
  assert_claims(state, "STAT3 is activated. It binds JAK2.",
                "STAT3 is activated\n"
                "JAK2 interacts with STAT3\n");
}

static void test_its(void **state) {
  assert_claims(state,
                "Phosphorylation of AKT1 at T308 depends on PDPK1. JAK2"
                " promotes STAT3 activation and its degradation.",
                "AKT1 T308 phosphorylation depends on PDPK1\n"
                "JAK2 promotes STAT3 activation\n"
                "JAK2 promotes STAT3 degradation\n");
}

static void test_an_it_that_stands_for_nothing(void **state) {
  assert_claims(state,
                "JAK2 phosphorylates STAT3. It is clear that GRB2 binds"
                " SOS1.",
                "JAK2 directly mediates STAT3 phosphorylation\n"
                "GRB2 interacts with SOS1\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_the_receptor_itself),
      cmocka_unit_test(test_this_kinase),
      cmocka_unit_test(test_it),
      cmocka_unit_test(test_its),
      cmocka_unit_test(test_an_it_that_stands_for_nothing),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
