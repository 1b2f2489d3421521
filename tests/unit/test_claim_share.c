#include "test_claim_text.h"

static void test_nouns(void **state) {
  assert_claims(state,
                "Phosphorylation and activation of STAT3 precede cell"
                " death.",
                "STAT3 is phosphorylated [presupposed]\n"
                "STAT3 is activated [presupposed]\n");
  assert_claims(state,
                "Phosphorylation, ubiquitination, and degradation of"
                " STAT3 precede cell death.",
                "STAT3 is phosphorylated [presupposed]\n"
                "STAT3 is ubiquitinated [presupposed]\n"
                "STAT3 is degraded [presupposed]\n");
}

static void test_each_its_own(void **state) {
  assert_claims(state,
                "Phosphorylation of STAT3 and activation of JAK2 precede"
                " cell death.",
                "STAT3 is phosphorylated [presupposed]\n"
                "JAK2 is activated [presupposed]\n");
}

static void test_verbs(void **state) {
  assert_claims(state, "STAT3 is phosphorylated and acetylated by EP300.",
                "EP300 directly mediates STAT3 phosphorylation\n"
                "EP300 directly mediates STAT3 acetylation\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nouns),
      cmocka_unit_test(test_each_its_own),
      cmocka_unit_test(test_verbs),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
