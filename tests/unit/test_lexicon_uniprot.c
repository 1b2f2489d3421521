#include "test_lexicon_imports.h"

#include "lexicon/import/source.h"

#define STAT3_NAMES                                                          \
  "Signal transducer and activator of transcription 3 (Acute-phase response" \
  " factor)"

/* As the website exports today. */
static const char text[] =
    "Entry\tReviewed\tEntry Name\tProtein names\tGene Names\tGene Names"
    " (primary)\tGene Names (synonym)\tOrganism (ID)\tLength\n"
    "P40763\treviewed\tSTAT3_HUMAN\t" STAT3_NAMES
    "\tSTAT3 APRF\tSTAT3\tAPRF\t9606\t770\n"
    "O60674\treviewed\tJAK2_HUMAN\tTyrosine-protein kinase JAK2 (EC 2.7.10.2)"
    " (Janus kinase 2) (JAK-2)\tJAK2\tJAK2\t\t9606\t1132\n"
    "Q9XXX1\tunreviewed\tQ9XXX1_HUMAN\tKinase of nobody\tNOB1\tNOB1\t\t9606\t"
    "10\n"
    "P01189\treviewed\tCOLI_HUMAN\tPro-opiomelanocortin (POMC)"
    " (Corticotropin-lipotropin) [Cleaved into: NPP; Melanotropin gamma"
    " (Gamma-MSH); Corticotropin (ACTH) ]\tPOMC\tPOMC\t\t9606\t267\n"
    "Q15118\treviewed\tPDK1_HUMAN\t[Pyruvate dehydrogenase"
    " (acetyl-transferring)] kinase isozyme 1, mitochondrial (EC 2.7.11.2)"
    " (Pyruvate dehydrogenase kinase isoform 1)\tPDK1 PDHK1\tPDK1\tPDHK1\t9606"
    "\t436\n"
    "P62805\treviewed\tH4_HUMAN\tHistone H4\tH4C1 H4/A; H4C2 H4/I\tH4C1; H4C2\t"
    "H4/A; H4/I\t9606\t103\n"
    "P42227\treviewed\tSTAT3_MOUSE\tSignal transducer (Fragment)\tStat3 Aprf\t"
    "Stat3\tAprf\t10090\t770\n"
    "P4076\treviewed\tx\tx\tx\tx\tx\t9606\t1\n"
    "P40764\treviewed\tx\tx\tx\tx\tx\thuman\t1\n"
    "P40765\treviewed\tx\n";

static const fixture file = {"uniprot-tsv", "uniprot.tsv", text};

static void test_names(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_int_equal(named(&m, "STAT3", "UniProt:P40763"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "APRF", "UniProt:P40763"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m,
                         "Signal transducer and activator of transcription 3",
                         "UniProt:P40763"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "Acute-phase response factor", "UniProt:P40763"),
                   PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "Tyrosine-protein kinase JAK2", "UniProt:O60674"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "JAK-2", "UniProt:O60674"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "EC 2.7.10.2", "UniProt:O60674"), 0);
  assert_int_equal(named(&m, "NOB1", "UniProt:Q9XXX1"), 0);
  forget(&m);
}

static void test_brackets(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_int_equal(named(&m, "Pro-opiomelanocortin", "UniProt:P01189"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "Corticotropin-lipotropin", "UniProt:P01189"),
                   PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "ACTH", "UniProt:P01189"), 0);
  assert_int_equal(named(&m, "NPP", "UniProt:P01189"), 0);
  assert_int_equal(named(&m,
                         "[Pyruvate dehydrogenase (acetyl-transferring)] kinase"
                         " isozyme 1, mitochondrial",
                         "UniProt:Q15118"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "Fragment", "UniProt:P42227"), 0);
  assert_int_equal(named(&m, "Signal transducer", "UniProt:P42227"),
                   PQ_STATUS_NAME);
  /* Two genes, one protein. */
  assert_int_equal(named(&m, "H4C2", "UniProt:P62805"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "H4/I", "UniProt:P62805"), PQ_STATUS_SYNONYM);
  forget(&m);
}

/* Older exports: other names, stray spaces, few columns. */
static void test_old_form(void **state) {
  (void)state;
  imported m;
  const fixture old = {"uniprot-tsv", "old.tab",
                       "Entry\tGene names  (primary )\tOrganism ID\tEntry name"
                       "\nP40763\tSTAT3\t9606\tSTAT3_HUMAN\n"};
  import_files(&m, &old, 1, NULL);
  assert_int_equal(named(&m, "STAT3", "UniProt:P40763"), PQ_STATUS_NAME);
  ASSERT_VIEW(pq_image_text(&m.im, thing(&m, "UniProt:P40763")->taxon), "9606");
  forget(&m);
  /* Without a primary name the first of all is it. */
  const fixture names = {"uniprot-tsv", "x",
                         "Entry\tGene Names\nP62805\tH4C1 H4/A; H4C2\n"};
  import_files(&m, &names, 1, NULL);
  assert_int_equal(named(&m, "H4C1", "UniProt:P62805"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "H4/A", "UniProt:P62805"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "H4C2", "UniProt:P62805"), PQ_STATUS_NAME);
  ASSERT_VIEW(pq_image_text(&m.im, thing(&m, "UniProt:P62805")->label), "H4C1");
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  const pq_import_options human = {.taxa = "9606"};
  import_files(&m, &file, 1, &human);
  assert_told(&m, 0, 9, 1, "no accession");
  assert_told(&m, 1, 10, 27, "number of the NCBI");
  assert_told(&m, 2, 11, 1, "3 cells, where the header has 9");
  assert_int_equal(m.file.n_read, 10);
  assert_int_equal(m.file.n_used, 5);
  assert_int_equal(named(&m, "Stat3", "UniProt:P42227"), 0);
  forget(&m);
}

/* The pattern stands at uniprot.org/help/accession_numbers. */
static void test_accessions(void **state) {
  (void)state;
  static const char *const good[] = {"P40763", "Q9UM73", "A2BC19", "O60674",
                                     "A0A023GPI8"};
  static const char *const bad[] = {"",       "P4076",      "P407634", "p40763",
                                    "PA0763", "P4076X",     "A12345",  "1AAAA1",
                                    "A0A0",   "O0A023GPI8", "P40763-2"};
  for (size_t i = 0; i < N_OF(good); ++i) {
    if (!pq_import_is_entry(pq_view_of(good[i]))) fail_msg("%s", good[i]);
  }
  for (size_t i = 0; i < N_OF(bad); ++i) {
    if (pq_import_is_entry(pq_view_of(bad[i]))) fail_msg("%s", bad[i]);
  }
}

static void test_order(void **state) {
  (void)state;
  check_turned(&file, 1, 1);
}

static void test_no_memory(void **state) {
  (void)state;
  check_no_memory(&file, 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),      cmocka_unit_test(test_brackets),
      cmocka_unit_test(test_old_form),   cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_accessions), cmocka_unit_test(test_order),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
