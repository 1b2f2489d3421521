#include "test_lexicon_imports.h"

static const char pathways[] =
    "R-HSA-109581\tApoptosis\tHomo sapiens\n"
    "R-MMU-109581\tApoptosis\tMus musculus\n"
    "R-HSA-201556\tSignaling by ALK\tHomo sapiens\n"
    "R-HSA-162582\tSignal Transduction\tHomo sapiens\n"
    "R-ZZZ-1\tOf nobody\tUnknown\n"
    "HSA-1\tBad id\tHomo sapiens\n"
    "R-HSA-5\tfour\tcells\there\n";
static const char relations[] = "R-HSA-162582\tR-HSA-201556\n"
                                "R-MMU-162582\tR-MMU-201556\n"
                                "R-HSA-162582\tR-HSA-x\n";
static const char proteins[] =
    "Q9UM73\tR-HSA-201556\thttps://x/#/R-HSA-201556\tSignaling by ALK\tTAS\t"
    "Homo sapiens\n"
    "P40763-2\tR-HSA-201556\thttps://x\tSignaling by ALK\tIEA\tHomo sapiens\n"
    "nothing\tR-HSA-201556\thttps://x\tSignaling by ALK\tIEA\tHomo sapiens\n";
static const char forms[] =
    "P40763\tR-HSA-1112525\tp-Y705,S727-STAT3 [cytosol]\tR-HSA-201556\tu\tn\t"
    "TAS\tHomo sapiens\n"
    "Q9UM73\tR-HSA-1\tp-7Y-ALK [plasma membrane]\tR-HSA-201556\tu\tn\tTAS\t"
    "Homo sapiens\n"
    "O60674\tR-HSA-2\tJAK2 [cytosol]\tR-HSA-201556\tu\tn\tTAS\tHomo sapiens\n"
    "Q15465\tR-HSA-3\tub-SHH(24-462) [cytosol]\tR-HSA-201556\tu\tn\tTAS\t"
    "Homo sapiens\n"
    "P15056\tR-HSA-4\tBRAF V600E [cytosol]\tR-HSA-201556\tu\tn\tTAS\t"
    "Homo sapiens\n"
    "P42227\tR-MMU-5\tStat3 [cytosol]\tR-MMU-201556\tu\tn\tTAS\tMus musculus\n";
static const char reactions[] =
    "Q9UM73\tR-HSA-9700181\thttps://x\tALK phosphorylates STAT3\tTAS\t"
    "Homo sapiens\n";

static const fixture files[] = {
    {"reactome", "ReactomePathways.txt", pathways},
    {"reactome", "ReactomePathwaysRelation.txt", relations},
    {"reactome", "UniProt2Reactome.txt", proteins},
    {"reactome", "UniProt2Reactome_PE_Pathway.txt", forms},
    {"reactome", "UniProt2ReactomeReactions.txt", reactions}};

static void test_pathways(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  const pq_image_concept *const c = thing(&m, "Reactome:R-HSA-201556");
  assert_int_equal(c->type, PQ_CONCEPT_PATHWAY);
  ASSERT_VIEW(pq_image_text(&m.im, c->label), "Signaling by ALK");
  ASSERT_VIEW(pq_image_text(&m.im, c->taxon), "9606");
  const pq_image_entry *const e =
      entry_of(&m, "Signaling by ALK", "Reactome:R-HSA-201556");
  assert_non_null(e);
  assert_int_equal(e->status, PQ_STATUS_NAME);
  /* A title is a name only where a pathway is spoken of. */
  assert_int_equal(e->flags, PQ_NAME_CONTEXT);
  ASSERT_VIEW(pq_image_context(&m.im, (uint32_t)(e - m.im.entries)),
              "pathway/pathways");
  assert_int_equal(named(&m, "Apoptosis", "Reactome:R-MMU-109581"), 0);
  assert_int_equal(
      named(&m, "ALK phosphorylates STAT3", "Reactome:R-HSA-9700181"), 0);
  forget(&m);
}

static void test_members(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, N_OF(files), NULL);
  assert_true(is_member(&m, "Reactome:R-HSA-201556", "Reactome:R-HSA-162582"));
  assert_true(is_member(&m, "UniProt:Q9UM73", "Reactome:R-HSA-201556"));
  assert_true(is_member(&m, "UniProt:P40763-2", "Reactome:R-HSA-201556"));
  assert_int_equal(m.im.n[PQ_SECTION_MEMBERS], 3);
  forget(&m);
}

static void test_forms(void **state) {
  (void)state;
  imported m;
  import_files(&m, &files[3], 1, NULL);
  assert_int_equal(named(&m, "STAT3", "UniProt:P40763"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "ALK", "UniProt:Q9UM73"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "JAK2", "UniProt:O60674"), PQ_STATUS_SYNONYM);
  assert_int_equal(m.im.n[PQ_SECTION_ENTRIES], 3);
  assert_int_equal(m.file.n_left_out, 2);
  forget(&m);
}

static void test_species(void **state) {
  (void)state;
  imported m;
  const pq_import_options mouse = {.taxa = "10090"};
  import_files(&m, files, N_OF(files), &mouse);
  assert_int_equal(named(&m, "Apoptosis", "Reactome:R-MMU-109581"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "Apoptosis", "Reactome:R-HSA-109581"), 0);
  assert_int_equal(named(&m, "Stat3", "UniProt:P42227"), PQ_STATUS_SYNONYM);
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  import_files(&m, files, 1, NULL);
  assert_told(&m, 0, 6, 1, "looks like R-HSA-109581");
  assert_told(&m, 1, 7, 1, "2, 3, 6 or 8 cells, not 4");
  assert_int_equal(m.file.n_read, 7);
  assert_int_equal(m.file.n_used, 3);
  forget(&m);
  import_files(&m, &files[1], 1, NULL);
  assert_told(&m, 0, 3, 14, "looks like");
  forget(&m);
  import_files(&m, &files[2], 1, NULL);
  assert_told(&m, 0, 3, 1, "no accession");
  forget(&m);
}

static void test_order(void **state) {
  (void)state;
  check_turned(files, N_OF(files), 0);
}

static void test_no_memory(void **state) {
  (void)state;
  check_no_memory(files, N_OF(files));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_pathways),  cmocka_unit_test(test_members),
      cmocka_unit_test(test_forms),     cmocka_unit_test(test_species),
      cmocka_unit_test(test_bad_lines), cmocka_unit_test(test_order),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
