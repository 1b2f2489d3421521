#include "test_claim_text.h"

static void test_members(void **state) {
  assert_claims(state, "The complex of ATR and ATRIP is degraded.",
                "ATR:ATRIP is degraded\n"
                "ATR:ATRIP is formed by assembly of ATR and ATRIP "
                "[presupposed]\n");
}

static void test_one_is_no_complex(void **state) {
  assert_claims(state, "A heterodimer of JAK2 and another kinase is stable.",
                "");
}

static void test_part(void **state) {
  assert_claims(state, "The RPTOR subunit of mTORC1 binds EIF4EBP1.",
                "EIF4EBP1 interacts with RPTOR\n"
                "RPTOR is part of mTORC1 [presupposed]\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_members),
      cmocka_unit_test(test_one_is_no_complex),
      cmocka_unit_test(test_part),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
