#include "test_claim_text.h"

static void test_active_when(void **state) {
  assert_claims(state, "RAF1 is inactive when phosphorylated at S259.",
                "RAF1 S259 phosphorylation promotes RAF1 inactivation\n"
                "RAF1 is phosphorylated at S259\n");
}

static void test_where(void **state) {
  assert_claims(state, "MIA3 remains in the nucleus.", "MIA3 is in nucleus\n");
}

static void test_nothing_behind(void **state) {
  assert_claims(state, "The place of MIA3 is", "");
  assert_claims(state, "JAK2 is one of the kinases that phosphorylate STAT3.",
                "JAK2 directly mediates STAT3 phosphorylation\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_active_when),
      cmocka_unit_test(test_where),
      cmocka_unit_test(test_nothing_behind),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
