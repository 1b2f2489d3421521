#include "test_claim_text.h"

static void test_states(void **state) {
  assert_claims(state, "Active ALK phosphorylates STAT3.",
                "active ALK directly mediates STAT3 phosphorylation\n");
  assert_claims(state, "Activated JAK2 phosphorylates STAT3.",
                "active JAK2 directly mediates STAT3 phosphorylation\n");
  assert_claims(state, "Phosphorylated STAT3 binds JAK2.",
                "JAK2 interacts with p-STAT3\n");
  assert_claims(state, "p-Y705-STAT3 binds JAK2.",
                "JAK2 interacts with p-Y705-STAT3\n");
}

static void test_pathways(void **state) {
  assert_claims(state, "The PI3K pathway activates STAT3.",
                "the PI3K pathway promotes STAT3 activation\n");
}

static void test_not_actors(void **state) {
  assert_claims(state, "Anti-JAK2 antibody phosphorylates STAT3.",
                "STAT3 is phosphorylated\n");
}

static void test_groups_of_genes(void **state) {
  assert_claims(state, "STAT3 promotes expression of anti-apoptotic genes.",
                "STAT3 promotes expression of anti-apoptotic genes\n");
}

static void test_generic_nouns_keep_the_name(void **state) {
  assert_claims(state, "The ATM kinase phosphorylates the TP53 protein.",
                "ATM directly mediates TP53 phosphorylation\n");
}

static void test_cells_do_not_act(void **state) {
  assert_claims(state, "HeLa cells phosphorylate STAT3.",
                "STAT3 is phosphorylated\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_states),
      cmocka_unit_test(test_pathways),
      cmocka_unit_test(test_not_actors),
      cmocka_unit_test(test_groups_of_genes),
      cmocka_unit_test(test_generic_nouns_keep_the_name),
      cmocka_unit_test(test_cells_do_not_act),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
