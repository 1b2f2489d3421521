#include "unit.h"

#include "model/plain_part.h"

#include <stdio.h>

static void assert_higher(const char *before, const char *script,
                          const char *behind, pq_script want) {
  const pq_script got = pq_plain_higher(pq_view_of(before), pq_view_of(script),
                                        pq_view_of(behind));
  if (got != want) {
    (void)fprintf(stderr, "%s^%s %d\n", before, script, (int)got);
  }
  assert_int_equal(got, want);
}

static void test_charges(void **state) {
  (void)state;
  assert_higher("Ca", "2+", " ", PQ_SCRIPT_GLUE);
  assert_higher("Na", "+", " ", PQ_SCRIPT_GLUE);
  assert_higher("CD4", "+", " ", PQ_SCRIPT_GLUE);
  assert_higher("Trp53", "-/-", " ", PQ_SCRIPT_GLUE);
  assert_higher("PO4", "3-", " ", PQ_SCRIPT_BRACKET);
  assert_higher("HCO3", "-", " ", PQ_SCRIPT_GLUE);
}

static void test_residues(void **state) {
  (void)state;
  assert_higher("at Tyr", "118", " ", PQ_SCRIPT_GLUE);
  assert_higher("at pTyr", "118", " ", PQ_SCRIPT_GLUE);
  assert_higher("at serine", "473", " ", PQ_SCRIPT_GLUE);
  assert_higher("Ser", "727/733", " ", PQ_SCRIPT_GLUE);
  assert_higher("at S", "473", " ", PQ_SCRIPT_GLUE);
  assert_higher("AKT1 S", "473", " ", PQ_SCRIPT_GLUE);
  assert_higher("AKT1-pS", "473", " ", PQ_SCRIPT_GLUE);
  assert_higher("vitamin K", "12", " ", PQ_SCRIPT_DROP);
  assert_higher("protein S", "12", " ", PQ_SCRIPT_DROP);
  assert_higher("complement C", "12", " ", PQ_SCRIPT_DROP);
  assert_higher("AKT1", "S473", " ", PQ_SCRIPT_PART);
  assert_higher("AKT1", "pSer473", " ", PQ_SCRIPT_PART);
}

static void test_references(void **state) {
  (void)state;
  assert_higher("STAT3", "12", " ", PQ_SCRIPT_DROP);
  assert_higher("kinase", "12,13", " ", PQ_SCRIPT_DROP);
  assert_higher("(STAT3)", "[4]", " ", PQ_SCRIPT_DROP);
  assert_higher("in vitro.", "12", " The", PQ_SCRIPT_DROP);
  assert_higher("STAT3 ", "12", " and", PQ_SCRIPT_DROP);
  assert_higher("STAT5", "a", " ", PQ_SCRIPT_DROP);
  assert_higher("Gleevec", "\xC2\xAE", " ", PQ_SCRIPT_DROP);
}

static void test_names(void **state) {
  (void)state;
  assert_higher("p27", "Kip1", " ", PQ_SCRIPT_GLUE);
  assert_higher("BRAF", "V600E", " ", PQ_SCRIPT_PART);
  assert_higher("K-Ras", "G12C", " ", PQ_SCRIPT_PART);
  assert_higher("KRAS", "Q61*", " ", PQ_SCRIPT_PART);
  assert_higher("SCF", "FBXW7", " ", PQ_SCRIPT_JOIN);
  assert_higher("APC/C", "CDC20", " ", PQ_SCRIPT_JOIN);
  assert_higher("p14", "ARF", " ", PQ_SCRIPT_GLUE);
  assert_higher("IFN", "\xCE\xB1", " ", PQ_SCRIPT_GLUE);
  assert_higher("Stat3", "fl/fl", " ", PQ_SCRIPT_PART);
  assert_higher("CD44", "high", " ", PQ_SCRIPT_PART);
  assert_higher("STAT3", "Wang 2001", " ", PQ_SCRIPT_PART);
}

static void test_numbers(void **state) {
  (void)state;
  assert_higher("10", "5", " cells", PQ_SCRIPT_POWER);
  assert_higher("10", "-6", " M", PQ_SCRIPT_POWER);
  assert_higher("5 cm", "2", " ", PQ_SCRIPT_GLUE);
  assert_higher("s", "-1", " ", PQ_SCRIPT_GLUE);
  assert_higher("with [", "3", "H]thymidine", PQ_SCRIPT_GLUE);
  assert_higher("", "32", "P", PQ_SCRIPT_GLUE);
  assert_higher("the 5", "th", " ", PQ_SCRIPT_GLUE);
  assert_higher("x", "", " ", PQ_SCRIPT_GLUE);
}

static void test_lower(void **state) {
  (void)state;
  assert_int_equal(pq_plain_lower(PQ_LIT("H"), PQ_LIT("2")), PQ_SCRIPT_GLUE);
  assert_int_equal(pq_plain_lower(PQ_LIT("HIF1"), PQ_LIT("\xCE\xB1")),
                   PQ_SCRIPT_GLUE);
  assert_int_equal(pq_plain_lower(PQ_LIT("STAT3"), PQ_LIT("2")),
                   PQ_SCRIPT_DROP);
  assert_int_equal(pq_plain_lower(PQ_LIT("x"), PQ_LIT("a b")), PQ_SCRIPT_PART);
  assert_int_equal(pq_plain_lower(PQ_LIT("x"), PQ_LIT("")), PQ_SCRIPT_GLUE);
}

static void test_small_digits(void **state) {
  (void)state;
  bool upper = false;
  assert_int_equal(pq_plain_script(0xB2, &upper), '2');
  assert_true(upper);
  assert_int_equal(pq_plain_script(0x2089, &upper), '9');
  assert_false(upper);
  assert_int_equal(pq_plain_script(0x207A, &upper), '+');
  assert_true(upper);
  assert_int_equal(pq_plain_script('2', &upper), 0);
  assert_int_equal(pq_plain_script(0x2072, &upper), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_charges),      cmocka_unit_test(test_residues),
      cmocka_unit_test(test_references),   cmocka_unit_test(test_names),
      cmocka_unit_test(test_numbers),      cmocka_unit_test(test_lower),
      cmocka_unit_test(test_small_digits),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
