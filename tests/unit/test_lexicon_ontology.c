#include "test_lexicon_tables.h"

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

static bool fits(pq_concept_type type, const char *id, const char *label,
                 const char *text) {
  const pq_concept term = {
      .id = pq_view_of(id), .label = pq_view_of(label), .type = type};
  return pq_ontology_fits(NULL, &term, pq_view_of(text));
}

static void test_functions(void **state) {
  (void)state;
  const pq_concept_type type = PQ_CONCEPT_CLASS;
  assert_false(fits(type, "GO:0004714", "kinase activity", "EGFR"));
  assert_false(fits(type, "GO:0004714", "kinase activity", "kinase activity"));
  assert_true(fits(type, "MI:0018", "two hybrid", "two hybrid"));
  assert_true(fits(type, "MI:0018", "two hybrid", "2H"));
  assert_false(fits(type, "MI:0018", "two hybrid", "hybrid"));
}

static void test_processes(void **state) {
  (void)state;
  const pq_concept_type type = PQ_CONCEPT_PROCESS;
  assert_false(fits(type, "GO:1", "response to heat", "response to heat"));
  assert_false(fits(type, "GO:1", "x", "cellular response to heat"));
  assert_true(fits(type, "GO:1", "immune response", "immune response"));
  assert_true(fits(type, "GO:1", "autophagy", "autophagy"));
  assert_false(fits(type, "GO:1", "biosynthetic process", "formation"));
  assert_false(fits(type, "GO:1", "a process", "anti-thing"));
  assert_true(fits(type, "GO:1", "programmed cell death", "PCD"));
}

static void test_reserved(void **state) {
  (void)state;
  const table_text texts[] = {DENY("secretion\t*\t\ta word of the grammar\n")};
  made m;
  make_lexicon(&m, texts, 1);
  pq_concept term = {.id = PQ_LIT("GO:0030073"),
                     .label = PQ_LIT("insulin secretion"),
                     .type = PQ_CONCEPT_PROCESS};
  assert_false(pq_ontology_fits(m.lex, &term, term.label));
  assert_true(pq_ontology_fits(m.lex, &term, PQ_LIT("secretion of insulin")));
  term.type = PQ_CONCEPT_COMPLEX;
  assert_true(pq_ontology_fits(m.lex, &term, term.label));
  unmake(&m);
}

static void test_plain_words(void **state) {
  (void)state;
  const pq_concept_type mod = PQ_CONCEPT_MODIFICATION;
  assert_false(fits(mod, "MOD:00696", "phosphorylated residue", "Phospho"));
  assert_false(fits(mod, "MOD:1", "dimethylated", "di-Methylation"));
  assert_true(fits(mod, "MOD:00048", "O4'-phospho-L-tyrosine", "pTyr"));
  assert_true(fits(mod, "MOD:00696", "phosphorylated residue", "mod res"));
  const pq_concept_type place = PQ_CONCEPT_COMPARTMENT;
  assert_false(fits(place, "GO:0005643", "nuclear pore", "pore"));
  assert_true(fits(place, "GO:0005634", "nucleus", "nucleus"));
  /* Of things one plain word is a fine name. */
  assert_true(fits(place, "UBERON:0002107", "liver", "jecur"));
  assert_true(fits(PQ_CONCEPT_MOLECULE, "CHEBI:15377", "water", "aqua"));
  assert_true(fits(PQ_CONCEPT_CELL, "CL:0000540", "neuron", "neurone"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_types),
      cmocka_unit_test(test_unknown_prefixes),
      cmocka_unit_test(test_roots),
      cmocka_unit_test(test_functions),
      cmocka_unit_test(test_processes),
      cmocka_unit_test(test_reserved),
      cmocka_unit_test(test_plain_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
