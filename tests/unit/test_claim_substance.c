#include "test_claim_text.h"

static void test_unknown_name(void **state) {
  assert_claims(state, "ADK converts oddulose and ATP to D-oddulose-7 and ADP.",
                "ADK directly mediates conversion of ATP and oddulose to ADP"
                " and D-oddulose-7\n");
}

static void test_whole_name(void **state) {
  assert_claims(state, "ADK converts 7(S),8(R)-epoxy-oddene, to AMP.",
                "ADK directly mediates conversion of 7(S),8(R)-epoxy-oddene"
                " to AMP\n");
}

static void test_first_word_is_small(void **state) {
  assert_claims(state, "Norleucine is converted to AMP by ADK.",
                "ADK directly mediates conversion of norleucine to AMP\n");
}

static void test_no_chemical(void **state) {
  assert_claims(state, "ADK converts this oddulose to AMP.", "");
  assert_claims(state, "ADK converts the odd thing to AMP.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_unknown_name),
      cmocka_unit_test(test_whole_name),
      cmocka_unit_test(test_first_word_is_small),
      cmocka_unit_test(test_no_chemical),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
