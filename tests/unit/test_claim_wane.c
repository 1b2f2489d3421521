#include "test_claim_text.h"

static void test_less_without(void **state) {
  assert_claims(state, "STAT3 phosphorylation is reduced in JAK2-/- cells.",
                "JAK2 promotes STAT3 phosphorylation\n");
  assert_claims(state, "JAK2-null cells show increased expression of MYC.",
                "JAK2 inhibits expression of MYC\n");
}

static void test_by_itself(void **state) {
  assert_claims(state, "Expression of MYC increases in response to IL6.",
                "IL6 promotes expression of MYC\n");
}

static void test_nothing_lacks(void **state) {
  assert_claims(state, "STAT3 phosphorylation is not reduced in JAK2-/- cells.",
                "");
  assert_claims(state, "Phosphorylation is reduced in JAK2-null cells.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_less_without),
      cmocka_unit_test(test_by_itself),
      cmocka_unit_test(test_nothing_lacks),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
