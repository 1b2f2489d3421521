#include "unit.h"

#include "lexicon/import/taxon.h"

static void check_row(const char *line, const char *taxon, const char *name,
                      const char *unique, pq_taxon_class is) {
  pq_taxon_row row;
  pq_flaw flaw;
  assert_int_equal(pq_taxon_line(pq_view_of(line), &row, &flaw), PQ_OK);
  ASSERT_VIEW(row.taxon, taxon);
  ASSERT_VIEW(row.name, name);
  ASSERT_VIEW(row.unique, unique);
  assert_int_equal(row.is, is);
}

static void test_rows(void **state) {
  (void)state;
  check_row("9606\t|\tHomo sapiens\t|\t\t|\tscientific name\t|", "9606",
            "Homo sapiens", "", PQ_TAXON_SCIENTIFIC);
  check_row("9606\t|\thuman\t|\t\t|\tgenbank common name\t|", "9606", "human",
            "", PQ_TAXON_COMMON);
  check_row("9606\t|\tman\t|\tman <Homo>\t|\tcommon name\t|", "9606", "man",
            "man <Homo>", PQ_TAXON_COMMON);
  check_row("1\t|\ta\t|\t\t|\tsynonym\t|", "1", "a", "", PQ_TAXON_SYNONYM);
  check_row("1\t|\ta\t|\t\t|\tequivalent name\t|", "1", "a", "",
            PQ_TAXON_SYNONYM);
  check_row("1\t|\tHomo sapiens Linnaeus, 1758\t|\t\t|\tauthority\t|", "1",
            "Homo sapiens Linnaeus, 1758", "", PQ_TAXON_OTHER);
  check_row("1|all|||", "1", "all", "", PQ_TAXON_OTHER);
}

static void check_flaw(const char *line, size_t at) {
  pq_taxon_row row;
  pq_flaw flaw;
  assert_int_equal(pq_taxon_line(pq_view_of(line), &row, &flaw), PQ_BAD_SYNTAX);
  assert_int_equal(flaw.at, at);
}

static void test_flaws(void **state) {
  (void)state;
  check_flaw("", 0);
  check_flaw("9606\t|\tHomo", 11);
  check_flaw("9606\t|\tHomo sapiens\t|\t\t|\tscientific name", 40);
  check_flaw("1|a||synonym|more", 13);
  check_flaw("x\t|\ta\t|\t\t|\tsynonym\t|", 0);
  check_flaw("1234567890|a||synonym|", 0);
  check_flaw("1|\t|\t|synonym|", 3);
}

static void test_viruses(void **state) {
  (void)state;
  assert_true(pq_taxon_is_virus(PQ_LIT("Human immunodeficiency virus 1")));
  assert_true(pq_taxon_is_virus(PQ_LIT("Orthoebolavirus zairense")));
  assert_true(pq_taxon_is_virus(PQ_LIT("Escherichia phage T4")));
  assert_true(pq_taxon_is_virus(PQ_LIT("Viruses")));
  assert_true(pq_taxon_is_virus(PQ_LIT("Potato spindle tuber viroid")));
  assert_false(pq_taxon_is_virus(PQ_LIT("Homo sapiens")));
  assert_false(pq_taxon_is_virus(PQ_LIT("virusopsis")));
  assert_false(pq_taxon_is_virus(PQ_LIT("")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_rows),
      cmocka_unit_test(test_flaws),
      cmocka_unit_test(test_viruses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
