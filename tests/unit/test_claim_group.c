#include "test_claim_text.h"

static void test_names(void **state) {
  assert_claims(state, "The JAK2 kinase binds the STAT3 protein.",
                "JAK2 interacts with STAT3\n");
}

static void test_what_a_name_is_for(void **state) {
  assert_claims(state, "Adenosine transporters bind JAK2.", "");
}

static void test_of_decides(void **state) {
  assert_claims(state, "ADK mediates the formation of AMP from adenosine.",
                "ADK directly mediates conversion of adenosine to AMP\n");
  assert_claims(state, "ADK binds JAK2 upon AMP formation from adenosine.",
                "JAK2 interacts with ADK\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_what_a_name_is_for),
      cmocka_unit_test(test_of_decides),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
