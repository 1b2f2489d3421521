#include "test_claim_text.h"

static void test_active_when(void **state) {
  assert_claims(state, "RAF1 is inactive when phosphorylated at S259.",
                "RAF1 S259 phosphorylation promotes RAF1 inactivation\n"
                "RAF1 is phosphorylated at S259\n");
}

static void test_where(void **state) {
  assert_claims(state, "MIA3 remains in the nucleus.", "MIA3 is in nucleus\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_active_when),
      cmocka_unit_test(test_where),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
