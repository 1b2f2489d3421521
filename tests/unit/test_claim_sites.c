#include "test_claim_text.h"

static void test_behind(void **state) {
  assert_claims(state, "Phosphorylation sites of STAT5A are Y694 and S726.",
                "STAT5A is phosphorylated at Y694\n"
                "STAT5A is phosphorylated at S726\n");
}

static void test_before(void **state) {
  assert_claims(state, "Y397 is the major autophosphorylation site of FAK.",
                "PTK2 directly mediates PTK2 Y397 phosphorylation\n");
}

static void test_whose(void **state) {
  assert_claims(state, "AKT target sites are S939 and T1462.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_behind),
      cmocka_unit_test(test_before),
      cmocka_unit_test(test_whose),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
