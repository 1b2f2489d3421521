#include "test_claim_text.h"

static void test_each_site_is_an_event(void **state) {
  assert_claims(state, "JAK2 phosphorylates STAT5A at Y694, S726 and T757.",
                "JAK2 directly mediates STAT5A Y694 phosphorylation\n"
                "JAK2 directly mediates STAT5A S726 phosphorylation\n"
                "JAK2 directly mediates STAT5A T757 phosphorylation\n");
}

static void test_each_theme_is_an_event(void **state) {
  assert_claims(state, "JAK1 phosphorylates STAT1 and STAT3.",
                "JAK1 directly mediates STAT1 phosphorylation\n"
                "JAK1 directly mediates STAT3 phosphorylation\n");
}

static void test_a_phosphorylation_site_is_no_event(void **state) {
  assert_claims(state, "S129 is the CK2 phosphorylation site of AKT1.", "");
}

static void test_from_and_to(void **state) {
  assert_claims(state, "STAT3 translocates from the cytosol to the nucleus.",
                "STAT3 is translocated from cytosol to nucleus\n");
}

static void test_conversion(void **state) {
  assert_claims(state, "PI3K converts PI(4,5)P2 to PI(3,4,5)P3.",
                "PI3K directly mediates conversion of PI(4,5)P2 to"
                " PI(3,4,5)P3\n");
}

static void test_autophosphorylation(void **state) {
  assert_claims(state, "FLT3 autophosphorylates at Y589.",
                "FLT3 directly mediates FLT3 Y589 phosphorylation\n");
}

static void test_unknown_number(void **state) {
  assert_claims(state, "EGFR is phosphorylated on tyrosine.",
                "EGFR is phosphorylated at tyrosine\n");
}

static void test_a_wrong_residue_is_told(void **state) {
  told t;
  tell_text(&t, state, "ALK is phosphorylated at Y1358.");
  const pq_heard_note *const n = pq_heard_find(&t.heard, "site.mismatch");
  (void)evidence_of_label(&t, "ALK is phosphorylated at Y1358");
  assert_non_null(n);
  assert_int_equal(n->severity, PQ_NOTE_WARN);
  drop_told(&t);
  tell_text(&t, state, "STAT3 is phosphorylated at Y705.");
  assert_null(pq_heard_find(&t.heard, "site.mismatch"));
  drop_told(&t);
}

static void test_equal_events_are_one(void **state) {
  told t;
  tell_text(&t, state,
            "JAK2 phosphorylates STAT3. STAT3 is phosphorylated by JAK2.");
  assert_int_equal(t.desk.record.evidence.n, 2);
  assert_int_equal(t.desk.record.evidence.at[0].id,
                   t.desk.record.evidence.at[1].id);
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_site_is_an_event),
      cmocka_unit_test(test_each_theme_is_an_event),
      cmocka_unit_test(test_a_phosphorylation_site_is_no_event),
      cmocka_unit_test(test_from_and_to),
      cmocka_unit_test(test_conversion),
      cmocka_unit_test(test_autophosphorylation),
      cmocka_unit_test(test_unknown_number),
      cmocka_unit_test(test_a_wrong_residue_is_told),
      cmocka_unit_test(test_equal_events_are_one),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
