#include "test_lexicon_imports.h"

#define HEAD                                                                   \
  "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tchromosome\t"         \
  "map_location\tdescription\ttype_of_gene\t"                                  \
  "Symbol_from_nomenclature_authority\tFull_name_from_nomenclature_authority"  \
  "\tNomenclature_status\tOther_designations\tModification_date\tFeature_type" \
  "\n"

static const char text[] = HEAD
    "9606\t6774\tSTAT3\t-\tAPRF|HIES\tMIM:102582|HGNC:HGNC:11364|Ensembl:"
    "ENSG00000168610\t17\t17q21.2\tsignal transducer and activator of"
    " transcription 3\tprotein-coding\tSTAT3\tsignal transducer and activator"
    " of transcription 3\tO\tDNA-binding protein APRF|transcription "
    "factor|alpha"
    " chain (x)|acute-phase response"
    " factor\t20210901\t-\n"
    "9606\t238\tALK\t-\tCD246\tHGNC:HGNC:427\t2\t2p23\tALK receptor tyrosine"
    " kinase\tprotein-coding\tALK\t-\tO\t-\t20210910\t-\n"
    "9606\t100001\tLOC100001\t-\t-\t-\t1\t-\tuncharacterized thing\t"
    "protein-coding\t-\t-\t-\t-\t20200101\t-\n"
    "9606\t100002\tMIRX\t-\t-\tHGNC:77\t1\t-\tsome RNA\tncRNA\t-\t-\t-\t-\t"
    "20200101\t-\n"
    "10090\t20848\tStat3\t-\tAprf\tMGI:MGI:103038\t11\t-\tsignal transducer\t"
    "protein-coding\tStat3\t-\tO\t-\t20210801\t-\n"
    "9606\t100003\tNEWENTRY\t-\t-\t-\t-\t-\tRecord to support submission\t"
    "protein-coding\t-\t-\t-\t-\t20210911\t-\n"
    "human\t7\tBAD1\t-\t-\t-\t-\t-\tx\tprotein-coding\t-\t-\t-\t-\t-\t-\n"
    "9606\tx7\tBAD2\t-\t-\t-\t-\t-\tx\tprotein-coding\t-\t-\t-\t-\t-\t-\n"
    "9606\t7\t-\t-\t-\t-\t-\t-\tx\tprotein-coding\t-\t-\t-\t-\t-\t-\n"
    "9606\t7\tBAD3\n";

static const fixture file = {"ncbi-gene", "Homo_sapiens.gene_info", text};

static void test_names(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_int_equal(named(&m, "STAT3", "HGNC:11364"), PQ_STATUS_NAME);
  assert_int_equal(named(&m,
                         "signal transducer and activator of transcription 3",
                         "HGNC:11364"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "HIES", "HGNC:11364"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "acute-phase response factor", "HGNC:11364"),
                   PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "-", "HGNC:427"), 0);
  /* Words for any such thing are no names, nor what is left of a bracket. */
  assert_int_equal(named(&m, "transcription factor", "HGNC:11364"), 0);
  assert_int_equal(named(&m, "alpha chain (x)", "HGNC:11364"),
                   PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "alpha chain", "HGNC:11364"), 0);
  assert_int_equal(m.file.n_left_out, 1);
  assert_int_equal(named(&m, "Stat3", "NCBIGene:20848"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "LOC100001", "NCBIGene:100001"), PQ_STATUS_NAME);
  forget(&m);
}

static void test_things(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  const pq_image_concept *const c = thing(&m, "HGNC:11364");
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs), "NCBIGene:6774");
  ASSERT_VIEW(pq_image_text(&m.im, c->label), "STAT3");
  ASSERT_VIEW(pq_image_text(&m.im, thing(&m, "NCBIGene:20848")->taxon),
              "10090");
  assert_int_equal(pq_image_find(&m.im, PQ_LIT("NCBIGene:100002")), UINT32_MAX);
  assert_int_equal(pq_image_find(&m.im, PQ_LIT("NCBIGene:100003")), UINT32_MAX);
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_told(&m, 0, 8, 1, "tax_id is a number");
  assert_told(&m, 1, 9, 6, "GeneID is a number");
  assert_told(&m, 2, 10, 8, "no symbol");
  assert_told(&m, 3, 11, 1, "3 cells, where the header has 16");
  assert_int_equal(m.file.n_read, 10);
  assert_int_equal(m.file.n_used, 4);
  assert_string_equal(m.file.release, "2021-09-11");
  forget(&m);
}

static void test_choice(void **state) {
  (void)state;
  imported m;
  const pq_import_options mouse = {.taxa = "10116,10090"};
  import_files(&m, &file, 1, &mouse);
  assert_int_equal(named(&m, "Stat3", "NCBIGene:20848"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "ALK", "HGNC:427"), 0);
  assert_int_equal(m.file.n_used, 1);
  forget(&m);
  const pq_import_options all = {.all_loci = true};
  import_files(&m, &file, 1, &all);
  /* "HGNC:77" lacks the second HGNC: it is no id of HGNC. */
  assert_int_equal(named(&m, "MIRX", "NCBIGene:100002"), PQ_STATUS_NAME);
  forget(&m);
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
      cmocka_unit_test(test_names),     cmocka_unit_test(test_things),
      cmocka_unit_test(test_bad_lines), cmocka_unit_test(test_choice),
      cmocka_unit_test(test_order),     cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
