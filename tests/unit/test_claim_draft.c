#include "test_claim_text.h"

static void test_active(void **state) {
  assert_claims(state, "JAK2 phosphorylates STAT3.",
                "JAK2 directly mediates STAT3 phosphorylation\n");
}

static void test_passive_with_a_residue_gives_two(void **state) {
  assert_claims(state, "STAT3 is phosphorylated at Y705 by JAK1.",
                "STAT3 is phosphorylated at Y705\n"
                "JAK1 directly mediates STAT3 Y705 phosphorylation\n");
}

static void test_passive_without_a_residue_gives_one(void **state) {
  assert_claims(state, "STAT3 is phosphorylated by JAK1.",
                "JAK1 directly mediates STAT3 phosphorylation\n");
}

static void test_signs(void **state) {
  assert_claims(state, "KRAS activates RAF1.",
                "KRAS promotes RAF1 activation\n");
  assert_claims(state, "SOCS3 inhibits JAK2.",
                "SOCS3 promotes JAK2 inactivation\n");
  assert_claims(state, "PTPN2 blocks activation of STAT1.",
                "PTPN2 inhibits STAT1 activation\n");
  assert_claims(state, "USP7 inhibits degradation of TP53.",
                "USP7 inhibits TP53 degradation\n");
}

static void test_dependence(void **state) {
  assert_claims(state, "STAT3 activation depends on JAK2.",
                "STAT3 activation depends on JAK2\n");
  assert_claims(state, "KRAS is required for activation of RAF1.",
                "RAF1 activation depends on KRAS\n");
}

static void test_by_doing_gives_three(void **state) {
  assert_claims(state,
                "STAT3 supports cell survival by promoting expression of"
                " BCL2.",
                "STAT3 promotes cell survival\n"
                "STAT3 promotes expression of BCL2\n"
                "expression of BCL2 promotes cell survival\n");
}

static void test_who_stimulates_what_another_does(void **state) {
  assert_claims(state, "IL2 stimulates phosphorylation of STAT5A by JAK3.",
                "IL2 upregulates STAT5A phosphorylation\n"
                "JAK3 directly mediates STAT5A phosphorylation"
                " [presupposed]\n");
}

static void test_processes(void **state) {
  assert_claims(state, "TP53 regulates apoptosis.",
                "TP53 regulates apoptosis\n");
}

static void test_spans(void **state) {
  told t;
  tell_text(&t, state,
            "Indeed STAT3 is phosphorylated at tyrosine 705 downstream of"
            " active ALK in cells.");
  assert_span(&t, evidence_of_label(&t, "STAT3 is phosphorylated at Y705"),
              "STAT3 is phosphorylated at tyrosine 705");
  assert_span(
      &t,
      evidence_of_label(&t, "active ALK promotes STAT3 Y705 phosphorylation"),
      "STAT3 is phosphorylated at tyrosine 705 downstream of active"
      " ALK");
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_active),
      cmocka_unit_test(test_passive_with_a_residue_gives_two),
      cmocka_unit_test(test_passive_without_a_residue_gives_one),
      cmocka_unit_test(test_signs),
      cmocka_unit_test(test_dependence),
      cmocka_unit_test(test_by_doing_gives_three),
      cmocka_unit_test(test_who_stimulates_what_another_does),
      cmocka_unit_test(test_processes),
      cmocka_unit_test(test_spans),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
