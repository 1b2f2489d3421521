#include "test_claim_text.h"

static void test_purpose(void **state) {
  assert_claims(state, "STUB1 targets STAT3 for degradation.",
                "STUB1 promotes STAT3 degradation\n");
  assert_claims(state, "STAT3 is targeted for degradation.",
                "STAT3 is degraded\n");
  assert_claims(state, "STUB1 targets STAT3 to the lysosome.",
                "STUB1 directly mediates STAT3 translocation to lysosome\n");
}

static void test_apart(void **state) {
  assert_claims(state, "STAT3 is released from JAK2.",
                "JAK2:STAT3 is dissociated\n");
}

static void test_from_a_place(void **state) {
  assert_claims(state, "CYCS is released from the mitochondrion.",
                "CYCS is translocated from mitochondrion\n");
  assert_claims(state, "CYCS is released from JAK2 into the cytosol.",
                "CYCS is translocated to cytosol\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_purpose),
      cmocka_unit_test(test_apart),
      cmocka_unit_test(test_from_a_place),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
