#include "test_lexicon_sources.h"

static const char go[] = "format-version: 1.2\n"
                         "date: 01:07:2022 10:00\n"
                         "data-version: releases/2022-07-01\n"
                         "ontology: go\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0006915\n"
                         "name: apoptotic process\n"
                         "namespace: biological_process\n"
                         "alt_id: GO:0006917\n"
                         "alt_id: GO:0008632\n"
                         "synonym: \"apoptosis\" NARROW []\n"
                         "synonym: \"killing by suicide\" BROAD []\n"
                         "synonym: \"apoptotic program\" EXACT [GOC:x]\n"
                         "synonym: \"cell suicide\" RELATED []\n"
                         "synonym: \"suicide\" EXACT []\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0004714\n"
                         "name: receptor tyrosine kinase activity\n"
                         "namespace: molecular_function\n"
                         "synonym: \"EGFR\" EXACT []\n"
                         "synonym: \"RTK activity\" EXACT []\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0099998\n"
                         "name: BBSome\n"
                         "namespace: cellular_component\n"
                         "is_a: GO:0099999 ! cilium thing\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0099999\n"
                         "name: cilium thing\n"
                         "namespace: cellular_component\n"
                         "is_a: GO:0032991\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0032991\n"
                         "name: protein-containing complex\n"
                         "namespace: cellular_component\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0005634\n"
                         "name: nucleus\n"
                         "namespace: cellular_component\n"
                         "\n"
                         "[Term]\n"
                         "id: GO:0000005\n"
                         "name: obsolete chaperoning\n"
                         "namespace: biological_process\n"
                         "is_obsolete: true\n"
                         "\n"
                         "[Typedef]\n"
                         "id: part_of\n"
                         "name: part of\n";

static void test_go(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, go);
  assert_int_equal(m.heard.n, 0);
  assert_string_equal(m.file.release, "releases/2022-07-01");
  assert_int_equal(m.file.n_read, 7);
  assert_int_equal(m.file.n_used, 6);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 6);
  check_concept(&m, "GO:0006915", "process", "apoptotic process", "-",
                "GO:0006917|GO:0008632");
  check_name(&m, "GO:0006915", "apoptotic process", "name");
  check_name(&m, "GO:0006915", "apoptotic program", "synonym");
  check_name(&m, "GO:0006915", "cell suicide", "former");
  /* Narrow, broad, and a plain word. */
  assert_null(name_of(&m, "GO:0006915", "apoptosis"));
  assert_null(name_of(&m, "GO:0006915", "killing by suicide"));
  assert_null(name_of(&m, "GO:0006915", "suicide"));
  imported_end(&m);
}

/* What molecules do is known by its number alone. */
static void test_functions(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, go);
  check_concept(&m, "GO:0004714", "class", "receptor tyrosine kinase activity",
                "-", "");
  assert_null(name_of(&m, "GO:0004714", "receptor tyrosine kinase activity"));
  assert_null(name_of(&m, "GO:0004714", "RTK activity"));
  assert_null(name_of(&m, "GO:0004714", "EGFR"));
  imported_end(&m);
}

/* The children stand before their parents. */
static void test_complexes(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, go);
  check_concept(&m, "GO:0099998", "complex", "BBSome", "-", "");
  check_concept(&m, "GO:0099999", "complex", "cilium thing", "-", "");
  check_concept(&m, "GO:0032991", "complex", "protein-containing complex", "-",
                "");
  check_concept(&m, "GO:0005634", "compartment", "nucleus", "-", "");
  imported_end(&m);
}

static const char chebi[] = "[Term]\n"
                            "id: CHEBI:35222\n"
                            "name: inhibitor\n"
                            "is_a: CHEBI:50906\n"
                            "[Term]\n"
                            "id: CHEBI:50906\n"
                            "name: role\n"
                            "[Term]\n"
                            "id: CHEBI:30616\n"
                            "name: ATP(4-)\n"
                            "synonym: \"ATP group\" EXACT []\n"
                            "synonym: \"atp\" EXACT []\n"
                            "[Term]\n"
                            "id: CHEBI:73393\n"
                            "name: Glu-Lys-Lys\n"
                            "synonym: \"EKK\" RELATED [ChEBI]\n"
                            "synonym: \"E-K-K\" RELATED [ChEBI]\n"
                            "synonym: \"EK\" RELATED [ChEBI]\n"
                            "synonym: \"KKE\" RELATED [ChEBI]\n";

static void test_chebi(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, chebi);
  check_concept(&m, "CHEBI:35222", "class", "inhibitor", "-", "");
  check_concept(&m, "CHEBI:30616", "molecule", "ATP(4-)", "-", "");
  check_name(&m, "CHEBI:30616", "atp", "synonym");
  assert_null(name_of(&m, "CHEBI:30616", "ATP group"));
  assert_null(name_of(&m, "CHEBI:73393", "EKK"));
  assert_null(name_of(&m, "CHEBI:73393", "E-K-K"));
  assert_null(name_of(&m, "CHEBI:73393", "EK"));
  check_name(&m, "CHEBI:73393", "KKE", "former");
  imported_end(&m);
}

static const char strangers[] = "[Term]\n"
                                "id: MOD:00048\n"
                                "name: O4'-phospho-L-tyrosine\n"
                                "synonym: \"Phospho\" RELATED []\n"
                                "synonym: \"pTyr\" EXACT []\n"
                                "[Term]\n"
                                "id: CL:0000084\n"
                                "name: T cell\n"
                                "[Term]\n"
                                "id: UBERON:0002107\n"
                                "name: liver\n"
                                "[Term]\n"
                                "id: ECO:0000002\n"
                                "name: direct assay evidence\n"
                                "[Term]\n"
                                "id: MI:0018\n"
                                "name: two hybrid\n"
                                "[Term]\n"
                                "id: PR:000000001\n"
                                "name: protein\n";

static void test_other_ontologies(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, strangers);
  check_concept(&m, "MOD:00048", "modification", "O4'-phospho-L-tyrosine", "-",
                "");
  check_name(&m, "MOD:00048", "pTyr", "synonym");
  assert_null(name_of(&m, "MOD:00048", "Phospho"));
  check_concept(&m, "CL:0000084", "cell", "T cell", "-", "");
  check_concept(&m, "UBERON:0002107", "compartment", "liver", "-", "");
  check_concept(&m, "ECO:0000002", "class", "direct assay evidence", "-", "");
  check_concept(&m, "MI:0018", "class", "two hybrid", "-", "");
  assert_null(concept_of(&m, "PR:000000001"));
  imported_end(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo,
              "[Term]\n"
              "id: GO:0000001\n"
              "name: one thing\n"
              "synonym: no quotes\n"
              "not a line\n"
              "bad \xFF byte: x\n"
              "synonym: \"other thing\" EXACT []\n"
              "[Term]\n"
              "id: two words\n"
              "name: lost\n"
              "[Term]\n"
              "id: GO:0000003\n"
              "name: third thing\n");
  assert_int_equal(m.file.n_bad, 5);
  check_wrong(&m, 0, 4, 10);
  check_wrong(&m, 1, 5, 4);
  check_wrong(&m, 2, 6, 5);
  check_wrong(&m, 3, 9, 5);
  check_wrong(&m, 4, 11, 1); /* where the term without an id ends */
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 2);
  check_name(&m, "GO:0000001", "other thing", "synonym");
  check_name(&m, "GO:0000003", "third thing", "name");
  imported_end(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_refused(pq_read_obo, "", "import.header");
  check_refused(pq_read_obo, "{\"graphs\": []}\n", "import.header");
  check_refused(pq_read_obo, "format-version: 1.2\n", "import.header");
}

static void test_date_is_release(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_obo, "date: 15:04:2021 22:57\n[Typedef]\nid: x\n");
  assert_string_equal(m.file.release, "15:04:2021 22:57");
  assert_int_equal(m.file.n_read, 0);
  imported_end(&m);
}

static void test_out_of_memory(void **state) {
  (void)state;
  check_out_of_memory(pq_read_obo, go);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_go),
      cmocka_unit_test(test_functions),
      cmocka_unit_test(test_complexes),
      cmocka_unit_test(test_chebi),
      cmocka_unit_test(test_other_ontologies),
      cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_date_is_release),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
