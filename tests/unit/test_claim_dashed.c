#include "test_claim_text.h"

static void test_who_did_it(void **state) {
  assert_claims(state, "LCK-phosphorylated ZAP70 binds LAT.",
                "LAT interacts with p-ZAP70\n"
                "LCK directly mediates ZAP70 phosphorylation "
                "[presupposed]\n");
}

static void test_a_place(void **state) {
  assert_claims(state, "AJUBA binds centrosome-associated AURKA.",
                "AURKA interacts with AJUBA\n"
                "AURKA is in centrosome [presupposed]\n");
}

static void test_a_noun_takes_it(void **state) {
  assert_claims(state, "IL6-activated STAT3 phosphorylation is rapid.",
                "IL6 promotes STAT3 phosphorylation [presupposed]\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_who_did_it),
      cmocka_unit_test(test_a_place),
      cmocka_unit_test(test_a_noun_takes_it),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
