#include "test_lexicon_sources.h"

/* The layout until 2024. */
static const char names[] =
    "ID\tCOMPOUND_ID\tTYPE\tSOURCE\tNAME\tADAPTED\tLANGUAGE\n"
    "1\t15422\tNAME\tKEGG COMPOUND\tATP\tF\ten\n"
    "2\t15422\tIUPAC NAME\tIUPAC\tadenosine 5'-(tetrahydrogen "
    "triphosphate)\tF\ten\n"
    "3\t73393\tSYNONYM\tChEBI\tEK\tF\ten\n"
    "4\t15422\tSYNONYM\tKEGG COMPOUND\tAdenosine 5'-triphosphate\tF\ten\n"
    "5\t73393\tNAME\tChEBI\tGlu-Lys-Lys\tF\ten\n"
    "6\t73393\tSYNONYM\tChEBI\tEKK\tF\ten\n"
    "7\t6801\tINN\tWHO MedNet\tmetformin\tF\ten\n"
    "8\t6801\tINN\tWHO MedNet\tmetformine\tF\tfr\n"
    "9\t6801\tBRAND NAME\tDrugBank\tGlucophage\tF\ten\n"
    "10\t31795\tSYNONYM\tChEBI\tMgHPO<small><sub>4</sub></small>\tF\ten\n"
    "11\t6801\tSYNONYM\tChEBI\tbroken here\n"
    "12\tx\tSYNONYM\tChEBI\tno number\tF\ten\n"
    "13\t15422\tSYNONYM\tKEGG COMPOUND\tATP\tF\ten\n"
    "14\t15422\tSYNONYM\tKEGG COMPOUND\tnull\tF\ten\n"
    "15\t46858\tNAME\tChEBI\tL-tyrosine residue\tF\ten\n";

static void test_names(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_chebi, names);
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 5);
  check_concept(&m, "CHEBI:15422", "molecule", "ATP", "-", "");
  check_name(&m, "CHEBI:15422", "ATP", "name");
  check_name(&m, "CHEBI:15422", "Adenosine 5'-triphosphate", "synonym");
  check_name(&m, "CHEBI:15422", "adenosine 5'-(tetrahydrogen triphosphate)",
             "synonym");
  check_concept(&m, "CHEBI:6801", "molecule", "metformin", "-", "");
  check_name(&m, "CHEBI:6801", "metformin", "name");
  check_name(&m, "CHEBI:6801", "Glucophage", "synonym");
  assert_null(name_of(&m, "CHEBI:6801", "metformine"));
  check_name(&m, "CHEBI:31795", "MgHPO4", "synonym");
  assert_null(name_of(&m, "CHEBI:15422", "null"));
  assert_non_null(concept_of(&m, "CHEBI:46858"));
  assert_null(name_of(&m, "CHEBI:46858", "L-tyrosine residue"));
  imported_end(&m);
}

static void test_peptides(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_chebi, names);
  check_name(&m, "CHEBI:73393", "Glu-Lys-Lys", "name");
  assert_null(name_of(&m, "CHEBI:73393", "EK"));  /* too short */
  assert_null(name_of(&m, "CHEBI:73393", "EKK")); /* a code */
  assert_int_equal(m.file.n_left_out, 3);
  imported_end(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_chebi, names);
  assert_int_equal(m.file.n_read, 15);
  assert_int_equal(m.file.n_bad, 2);
  assert_int_equal(m.file.n_used, 11); /* not the French one, not null */
  check_wrong(&m, 0, 12, 1);
  check_wrong(&m, 1, 13, 4);
  assert_null(name_of(&m, "CHEBI:6801", "broken here"));
  imported_end(&m);
}

/* The layout since 2025: other case, order and columns. */
static void test_new_layout(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(
      &m, pq_read_chebi,
      "id\tcompound_id\tname\ttype\tstatus_id\tadapted\tlanguage_code\t"
      "ascii_name\n"
      "1\t17115\t<small>L</small>-serine\tUNIPROT NAME\t1\tfalse\ten\t"
      "L-serine\n"
      "2\t17115\t(2<em>S</em>)-&alpha; thing\tSYNONYM\t1\tfalse\ten\t\n");
  check_concept(&m, "CHEBI:17115", "molecule", "L-serine", "-", "");
  check_name(&m, "CHEBI:17115", "L-serine", "name");
  check_name(&m, "CHEBI:17115", "(2S)-alpha thing", "synonym");
  imported_end(&m);
}

/* compounds.tsv first: it has the names that ChEBI shows. */
static void test_compounds(void **state) {
  (void)state;
  imported m;
  imported_begin(&m, NULL);
  import_text(&m, pq_read_chebi,
              "ID\tSTATUS\tCHEBI_ACCESSION\tSOURCE\tPARENT_ID\tNAME\tSTAR\n"
              "73393\tC\tCHEBI:73393\tChEBI\tnull\tGlu-Lys-Lys\t3\n"
              "15422\tC\tCHEBI:15422\tChEBI\tnull\tATP\t3\n"
              "13236\tC\tCHEBI:13236\tChEBI\t15422\tnull\t3\n"
              "22249\tC\tCHEBI:22249\tChEBI\t15422\told ATP\t3\n");
  assert_int_equal(n_rows(&m, PQ_TABLE_CONCEPTS), 2);
  import_text(&m, pq_read_chebi,
              "ID\tCOMPOUND_ID\tTYPE\tSOURCE\tNAME\tADAPTED\tLANGUAGE\n"
              "1\t15422\tNAME\tX\tadenosine triphosphate\tF\ten\n"
              "2\t73393\tSYNONYM\tX\tEKK\tF\ten\n"
              "3\t15377\tNAME\tX\twater\tF\ten\n");
  check_concept(&m, "CHEBI:15422", "molecule", "ATP", "-", "");
  check_concept(&m, "CHEBI:15377", "molecule", "water", "-", "");
  check_name(&m, "CHEBI:15422", "ATP", "name");
  check_name(&m, "CHEBI:15422", "adenosine triphosphate", "name");
  assert_null(name_of(&m, "CHEBI:73393", "EKK"));
  imported_end(&m);
}

static void test_refused(void **state) {
  (void)state;
  check_refused(pq_read_chebi, "", "import.header");
  check_refused(pq_read_chebi, "ID\tCOMPOUND_ID\tTYPE\n", "import.header");
}

static void test_out_of_memory(void **state) {
  (void)state;
  check_out_of_memory(pq_read_chebi, names);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),         cmocka_unit_test(test_peptides),
      cmocka_unit_test(test_bad_lines),     cmocka_unit_test(test_new_layout),
      cmocka_unit_test(test_compounds),     cmocka_unit_test(test_refused),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
