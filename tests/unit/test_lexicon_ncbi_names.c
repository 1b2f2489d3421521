#include "test_lexicon_sources.h"

static const char dump[] =
    "1\t|\tall\t|\t\t|\tsynonym\t|\n"
    "1\t|\troot\t|\t\t|\tscientific name\t|\n"
    "9606\t|\tHomo sapiens\t|\t\t|\tscientific name\t|\n"
    "9606\t|\tHomo sapiens Linnaeus, 1758\t|\t\t|\tauthority\t|\n"
    "9606\t|\thuman\t|\t\t|\tgenbank common name\t|\n"
    "11676\t|\tHIV-1\t|\t\t|\tacronym\t|\n"
    "11676\t|\tHuman immunodeficiency virus 1\t|\t\t|\tscientific name\t|\n"
    "11676\t|\tLAV-1\t|\t\t|\tequivalent name\t|\n"
    "7\t|\tnameless\t|\t\t|\tcommon name\t|\n";

static void test_taxa_of_all(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_ncbi_names, dump);
  assert_int_equal(m.heard.n, 0);
  assert_int_equal(m.file.n_read, 9);
  assert_int_equal(m.file.n_used, 6);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 3);
  check_concept(&m, "NCBITaxon:9606", "species", "Homo sapiens", "-", "");
  check_concept(&m, "NCBITaxon:11676", "virus",
                "Human immunodeficiency virus 1", "-", "");
  check_name(&m, "NCBITaxon:1", "all", "synonym"); /* before its own name */
  check_name(&m, "NCBITaxon:9606", "Homo sapiens", "name");
  check_name(&m, "NCBITaxon:9606", "human", "name");
  check_name(&m, "NCBITaxon:11676", "LAV-1", "synonym");
  assert_null(name_of(&m, "NCBITaxon:11676", "HIV-1")); /* an acronym */
  assert_null(concept_of(&m, "NCBITaxon:7"));
  assert_int_equal(n_rows(&m, PQ_TABLE_SPECIES), 0);
  imported_end(&m);
}

/* Names of a taxon are many before its own comes: it is no less one. */
static void test_many_names(void **state) {
  (void)state;
  imported m;
  pq_buf text;
  pq_buf_init(&text, NULL);
  for (unsigned i = 0; i < 1500; ++i) {
    pq_buf_format(&text, "562\t|\tcoli %u\t|\t\t|\tsynonym\t|\n", i);
  }
  pq_buf_text(&text, "562\t|\tE. coli\t|\t\t|\tscientific name\t|\n");
  pq_buf_char(&text, '\0');
  imported_begin(&m, NULL);
  import_text(&m, pq_read_ncbi_names, text.ptr);
  check_concept(&m, "NCBITaxon:562", "species", "E. coli", "-", "");
  check_name(&m, "NCBITaxon:562", "E. coli", "name");
  assert_int_equal(m.file.n_left_out, 500);
  imported_end(&m);
  pq_buf_clear(&text);
}

static void test_taxa_that_were_asked_for(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  m.options.taxa = "10090, 9606";
  import_text(&m, pq_read_ncbi_names, dump);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 1);
  check_concept(&m, "NCBITaxon:9606", "species", "Homo sapiens", "-", "");
  /* They tell the species of records, too. */
  const pq_table *const t = &m.tables.at[PQ_TABLE_SPECIES];
  assert_int_equal(t->rows.n, 2);
  ASSERT_VIEW(t->rows.at[0].cell[PQ_SPECIES_TEXT], "Homo sapiens");
  ASSERT_VIEW(t->rows.at[1].cell[PQ_SPECIES_TEXT], "human");
  ASSERT_VIEW(t->rows.at[1].cell[PQ_SPECIES_TAXON], "9606");
  ASSERT_VIEW(t->rows.at[1].cell[PQ_SPECIES_KIND], "name");
  imported_end(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_ncbi_names,
              "9606\t|\tHomo sapiens\t|\t\t|\tscientific name\t|\n"
              "9606\thuman\n"
              "9606\t|\tman\t|\t\t|\tcommon name\t|\n");
  assert_int_equal(m.file.n_bad, 1);
  check_wrong(&m, 0, 2, 11);
  check_name(&m, "NCBITaxon:9606", "man", "name");
  imported_end(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_refused(pq_read_ncbi_names, "human\t9606\nmouse\t10090\n",
                "import.header");
}

static void test_out_of_memory(void **state) {
  (void)state;
  check_out_of_memory(pq_read_ncbi_names, dump);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_taxa_of_all),
      cmocka_unit_test(test_many_names),
      cmocka_unit_test(test_taxa_that_were_asked_for),
      cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
