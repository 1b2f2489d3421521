#include "test_claim_text.h"

static void test_hedges(void **state) {
  assert_claims(state, "AKT1 may phosphorylate BAD.",
                "AKT1 directly mediates BAD phosphorylation [hedged: may]\n");
  assert_claims(state, "JAK2 is thought to phosphorylate STAT1.",
                "JAK2 directly mediates STAT1 phosphorylation [hedged:"
                " thought]\n");
}

static void test_no_hedges(void **state) {
  assert_claims(state, "It was previously shown that SRC phosphorylates STAT3.",
                "SRC directly mediates STAT3 phosphorylation\n");
  assert_claims(state, "These data indicate that SRC phosphorylates STAT3.",
                "SRC directly mediates STAT3 phosphorylation\n");
}

static void test_scope(void **state) {
  assert_claims(state,
                "SRC may phosphorylate STAT3, and JAK2 phosphorylates"
                " STAT1.",
                "SRC directly mediates STAT3 phosphorylation [hedged: may]\n"
                "JAK2 directly mediates STAT1 phosphorylation\n");
}

static void test_negation(void **state) {
  assert_claims(state, "SRC does not phosphorylate STAT1.",
                "not: SRC directly mediates STAT1 phosphorylation [: not]\n");
  assert_claims(state, "JAK3 is not required for STAT3 activation.",
                "not: STAT3 activation depends on JAK3 [: not]\n");
}

static void test_not_only(void **state) {
  assert_claims(state, "SRC phosphorylates not only STAT3 but also STAT1.",
                "SRC directly mediates STAT3 phosphorylation\n"
                "SRC directly mediates STAT1 phosphorylation\n");
}

static void test_unclear(void **state) {
  assert_claims(state, "It is unclear whether SRC phosphorylates STAT3.",
                "SRC directly mediates STAT3 phosphorylation [unclear:"
                " unclear, whether]\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_hedges),   cmocka_unit_test(test_no_hedges),
      cmocka_unit_test(test_scope),    cmocka_unit_test(test_negation),
      cmocka_unit_test(test_not_only), cmocka_unit_test(test_unclear),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
