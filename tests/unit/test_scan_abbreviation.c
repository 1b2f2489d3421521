#include "test_scan_text.h"

static void test_known_short_form(void **state) {
  static const want wants[] = {
      {"Anaplastic lymphoma kinase (ALK) acts. ALK rests.",
       "Anaplastic lymphoma kinase=HGNC:427 | ALK=HGNC:427 | ALK=HGNC:427"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_unknown_short_form(void **state) {
  static const want wants[] = {
      {"Anaplastic lymphoma kinase (ALYK) acts. ALYK rests.",
       "Anaplastic lymphoma kinase=HGNC:427 | ALYK=HGNC:427 | ALYK=HGNC:427"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_a_remark_defines_nothing(void **state) {
  scanned s;
  scan_text(&s, state, "Anaplastic lymphoma kinase (a receptor) acts.");
  assert_int_equal(s.r.definitions.n, 0);
  drop_text(&s);
}

static void test_definitions(void **state) {
  scanned s;
  scan_text(&s, state, "Anaplastic lymphoma kinase (ALYK) acts.");
  assert_int_equal(s.r.definitions.n, 1);
  const pq_definition *const d = &s.r.definitions.at[0];
  ASSERT_VIEW(pq_record_words(&s.r, 0, d->long_form),
              "Anaplastic lymphoma kinase");
  ASSERT_VIEW(pq_record_words(&s.r, 0, d->short_form), "ALYK");
  assert_int_equal(s.r.mentions.at[2].said, PQ_SAID_ABBREVIATION);
  drop_text(&s);
}

static void test_for_this_record_only(void **state) {
  static const want wants[] = {
      {"Anaplastic lymphoma kinase (ALYK) acts.",
       "Anaplastic lymphoma kinase=HGNC:427 | ALYK=HGNC:427"},
      {"ALYK rests.", "ALYK=?"},
  };
  CHECK_WANTS(state, wants, say_names);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_known_short_form),
      cmocka_unit_test(test_unknown_short_form),
      cmocka_unit_test(test_a_remark_defines_nothing),
      cmocka_unit_test(test_definitions),
      cmocka_unit_test(test_for_this_record_only),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
