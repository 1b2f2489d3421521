#include "unit.h"

#include "lexicon/import/ontology.h"

static void check_type(const char *id, const char *space,
                       pq_concept_type want) {
  pq_concept_type type;
  assert_true(pq_ontology_type(pq_view_of(id), pq_view_of(space), &type));
  assert_int_equal(type, want);
}

static void test_types(void **state) {
  (void)state;
  check_type("GO:0005634", "cellular_component", PQ_CONCEPT_COMPARTMENT);
  check_type("GO:0005634", "CC", PQ_CONCEPT_COMPARTMENT);
  check_type("GO:0006915", "biological_process", PQ_CONCEPT_PROCESS);
  check_type("GO:0006915", "BP", PQ_CONCEPT_PROCESS);
  check_type("GO:0016301", "molecular_function", PQ_CONCEPT_CLASS);
  check_type("GO:0016301", "MF", PQ_CONCEPT_CLASS);
  check_type("MOD:00048", "PSI-MOD", PQ_CONCEPT_MODIFICATION);
  check_type("CHEBI:15422", "", PQ_CONCEPT_MOLECULE);
}

static void test_unknown_prefixes(void **state) {
  (void)state;
  pq_concept_type type;
  assert_false(pq_ontology_type(PQ_LIT("PR:1"), PQ_LIT(""), &type));
  assert_false(pq_ontology_type(PQ_LIT("GOX:1"), PQ_LIT(""), &type));
  assert_false(pq_ontology_type(PQ_LIT(""), PQ_LIT(""), &type));
}

static void test_roots(void **state) {
  (void)state;
  ASSERT_VIEW(pq_ontology_root_at(0)->id, "GO:0032991");
  ASSERT_VIEW(pq_ontology_root_at(1)->id, "CHEBI:50906");
  assert_null(pq_ontology_root_at(2));
}

static bool fits(const char *id, const char *name, const char *synonym) {
  return pq_ontology_fits(pq_view_of(id), pq_view_of(name),
                          pq_view_of(synonym));
}

static void test_functions(void **state) {
  (void)state;
  assert_false(fits("GO:0004714", "tyrosine kinase activity", "EGF receptor"));
  assert_false(fits("GO:0004714", "tyrosine kinase activity", "EGFR"));
  assert_false(fits("GO:1", "a activity", "inactivity of b"));
  assert_true(fits("GO:0004714", "tyrosine kinase activity", "RTK activity"));
  assert_true(fits("GO:1", "a activity", "activity of b"));
  assert_true(fits("GO:0003677", "DNA binding", "plasmid binding"));
}

static void test_plain_words(void **state) {
  (void)state;
  assert_false(fits("GO:0009058", "biosynthetic process", "formation"));
  assert_false(fits("MOD:00696", "phosphorylated residue", "Phospho"));
  assert_true(fits("GO:0012501", "programmed cell death", "PCD"));
  assert_true(fits("GO:0005643", "nuclear pore", "NPC1"));
  assert_true(fits("MOD:00048", "O4'-phospho-L-tyrosine", "pTyr"));
  /* Of things one plain word is a fine name. */
  assert_true(fits("CHEBI:15377", "water", "aqua"));
  assert_true(fits("UBERON:0002107", "liver", "jecur"));
  assert_true(fits("CL:0000540", "neuron", "neurone"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_types),
      cmocka_unit_test(test_unknown_prefixes),
      cmocka_unit_test(test_roots),
      cmocka_unit_test(test_functions),
      cmocka_unit_test(test_plain_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
