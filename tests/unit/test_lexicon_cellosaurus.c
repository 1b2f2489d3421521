#include "test_lexicon_sources.h"

#include <stdio.h>

static const char lines[] = "----------------------------------------\n"
                            "        CELLOSAURUS: a cell line resource\n"
                            " Name:     Cellosaurus\n"
                            " Version:  47.0\n"
                            "________________________________________\n"
                            "ID   HeLa\n"
                            "AC   CVCL_0030\n"
                            "SY   HELA; He La; K8\n"
                            "OX   NCBI_TaxID=9606; ! Homo sapiens (Human)\n"
                            "CA   Cancer cell line\n"
                            "//\n"
                            "ID   CHO\n"
                            "AC   CVCL_0213\n"
                            "OX   NCBI_TaxID=10029; ! Cricetulus griseus\n"
                            "//\n"
                            "ID   Mixed\n"
                            "AC   CVCL_ZZ99\n"
                            "OX   NCBI_TaxID=9606; ! Homo sapiens\n"
                            "OX   NCBI_TaxID=10090; ! Mus musculus\n"
                            "//\n";

static void test_entries(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_cellosaurus, lines);
  assert_int_equal(m.heard.n, 0);
  assert_string_equal(m.file.release, "47.0");
  assert_int_equal(m.file.n_read, 3);
  assert_int_equal(m.file.n_used, 3);
  check_concept(&m, "CVCL_0030", "cell", "HeLa", "9606", "");
  check_concept(&m, "CVCL_0213", "cell", "CHO", "10029", "");
  check_concept(&m, "CVCL_ZZ99", "cell", "Mixed", "-", "");
  check_name(&m, "CVCL_0030", "HeLa", "name");
  check_name(&m, "CVCL_0030", "He La", "synonym");
  check_name(&m, "CVCL_0213", "CHO", "name");
  imported_end(&m);
}

/* Every name wants its cue: K8 is a gene as well. */
static void test_cue(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_cellosaurus, lines);
  const pq_table *const t = &m.tables.at[PQ_TABLE_NAMES];
  assert_int_equal(t->rows.n, 6);
  for (uint32_t i = 0; i < t->rows.n; ++i) {
    uint32_t flags = 0;
    pq_view context;
    assert_true(
        pq_entry_flags(t->rows.at[i].cell[PQ_NAMES_FLAGS], &flags, &context));
    assert_int_equal(flags, PQ_NAME_CONTEXT);
    assert_true(pq_view_starts(context, PQ_LIT("cell/cells/line/")));
  }
  imported_end(&m);
}

/* A concept that is not taken has no names, and somebody is told. */
static void test_too_long(void **state) {
  (void)state;
  imported m;
  char text[1400];
  imported_begin(&m, NULL);
  (void)snprintf(text, sizeof text,
                 "ID   %01100d\nAC   CVCL_9999\nSY   Zorbula\n//\n"
                 "ID   HeLa\nAC   CVCL_0030\nSY   HELA\n//\n",
                 7);
  import_text(&m, pq_read_cellosaurus, text);
  assert_int_equal(m.heard.n, 1);
  assert_int_equal(m.file.n_bad, 1);
  assert_null(concept_of(&m, "CVCL_9999"));
  assert_int_equal(m.tables.at[PQ_TABLE_NAMES].rows.n, 2);
  check_name(&m, "CVCL_0030", "HELA", "synonym");
  imported_end(&m);
}

static void test_taxa(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  m.options.taxa = "10029";
  import_text(&m, pq_read_cellosaurus, lines);
  assert_null(concept_of(&m, "CVCL_0030"));
  assert_non_null(concept_of(&m, "CVCL_0213"));
  assert_non_null(concept_of(&m, "CVCL_ZZ99")); /* of no one species */
  imported_end(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_cellosaurus,
              "ID   No accession\n"
              "//\n"
              "ID   Cut off\n"
              "AC   CVCL_0001\n"
              "SY   lost\n"
              "ID   Next one\n"
              "AC   CVCL_0002\n"
              "OX   Homo sapiens\n"
              "//\n"
              "ID   Last one\n"
              "AC   CVCL_0003\n");
  assert_int_equal(m.file.n_bad, 4);
  check_wrong(&m, 0, 2, 1);
  check_wrong(&m, 1, 6, 1);
  check_wrong(&m, 2, 8, 6);
  check_wrong(&m, 3, 11, 1);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 1);
  check_concept(&m, "CVCL_0002", "cell", "Next one", "-", "");
  assert_null(name_of(&m, "CVCL_0002", "lost"));
  imported_end(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_refused(pq_read_cellosaurus, "", "import.header");
  check_refused(pq_read_cellosaurus, "HeLa\tCVCL_0030\n", "import.header");
}

static void test_out_of_memory(void **state) {
  (void)state;
  check_out_of_memory(pq_read_cellosaurus, lines);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_entries),       cmocka_unit_test(test_cue),
      cmocka_unit_test(test_too_long),      cmocka_unit_test(test_taxa),
      cmocka_unit_test(test_bad_lines),     cmocka_unit_test(test_refused),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
