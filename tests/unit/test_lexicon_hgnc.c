#include "test_lexicon_imports.h"

#include <stdio.h>

/* Columns in an order of their own, names in other case, one that is not
 * used. */
#define HEAD                                                                   \
  "HGNC_ID\tSymbol\tname\tlocus_group\tlocation\tstatus\talias_symbol\t"       \
  "alias_name\tprev_symbol\tprev_name\tgene_group\tgene_group_id\tentrez_id\t" \
  "uniprot_ids\tdate_modified\n"

static const char text[] = HEAD
    "HGNC:11364\tSTAT3\tsignal transducer and activator of transcription 3\t"
    "protein-coding gene\t17q21.2\tApproved\tAPRF\t\t\t"
    "\"signal transducer and activator of transcription 3 (acute-phase response"
    " factor)\"\tSH2 domain containing\t741\t6774\tP40763\t2024-08-01\n"
    "HGNC:427\tALK\tALK receptor tyrosine kinase\tprotein-coding gene\t2p23\t"
    "Approved\t\"CD246|ALK1\"\t\t\t\"anaplastic lymphoma kinase (Ki-1)\"\t"
    "\"Receptor tyrosine kinases|CD molecules\"\t\"321|471\"\t238\tQ9UM73\t"
    "2024-09-30\n"
    "HGNC:6192\tJAK2\tJanus kinase 2\tprotein-coding gene\t9p24.1\tApproved\t"
    "JTK10\t\t\t\t\t\t3717\t\"O60674|Q9XXX1\"\t2023-01-01\n"
    "HGNC:31458\tMIR155\tmicroRNA 155\tnon-coding RNA\t21q21.3\tApproved\t"
    "\t\t\t\t\t\t406947\t\t2019-02-02\n"
    "HGNC:99\tOLD1\tgone\tprotein-coding gene\t\tEntry "
    "Withdrawn\t\t\t\t\t\t\t\t"
    "\t\n"
    "HGNC:x\tBAD1\tno number\tprotein-coding gene\t\tApproved\t\t\t\t\t\t\t\t\t"
    "\n"
    "\n"
    "HGNC:5\tA1BG\tshort row\n"
    "HGNC:7\t\tno symbol\tprotein-coding gene\t\tApproved\t\t\t\t\t\t\t\t\t\n"
    "HGNC:8\tX\xFF\tbad byte\tprotein-coding gene\t\tApproved\t\t\t\t\t\t\t\t\t"
    "\n";

static const fixture file = {"hgnc", "hgnc_complete_set.txt", text};

static void test_names(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_int_equal(named(&m, "STAT3", "HGNC:11364"), PQ_STATUS_NAME);
  assert_int_equal(named(&m,
                         "signal transducer and activator of transcription 3",
                         "HGNC:11364"),
                   PQ_STATUS_NAME);
  assert_int_equal(named(&m, "APRF", "HGNC:11364"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "CD246", "HGNC:427"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "ALK1", "HGNC:427"), PQ_STATUS_SYNONYM);
  assert_int_equal(named(&m, "anaplastic lymphoma kinase (Ki-1)", "HGNC:427"),
                   PQ_STATUS_FORMER);
  assert_int_equal(named(&m, "OLD1", "HGNC:99"), 0);
  assert_int_equal(named(&m, "MIR155", "HGNC:31458"), 0);
  forget(&m);
}

/* The newest date is the release; what is no date is none. */
static void test_dates(void **state) {
  (void)state;
  imported m;
  const fixture f = {"hgnc", "x",
                     "hgnc_id\tsymbol\tname\tdate_modified\n"
                     "HGNC:1\tA1BG\ta\t2024-08-01\n"
                     "HGNC:2\tA2M\ta\t9999-99-99\n"
                     "HGNC:3\tA3\ta\t2025-00-10\n"
                     "HGNC:4\tA4\ta\t2025-01-32\n"
                     "HGNC:5\tA5\ta\t2024-12-31\n"};
  import_files(&m, &f, 1, NULL);
  assert_string_equal(m.file.release, "2024-12-31");
  forget(&m);
}

/* A header that is not there is told where it would be. */
static void test_header_line(void **state) {
  (void)state;
  imported m;
  const fixture f = {"hgnc", "x", "\xFF\nno\theader\n"};
  begin_import(&m, NULL);
  assert_int_equal(import_with(NULL, &f, 1, NULL, &m), PQ_BAD_SYNTAX);
  const pq_heard_note *const n = pq_heard_find(&m.heard, "import.header");
  assert_non_null(n);
  assert_int_equal(n->line, 2);
  forget(&m);
}

/* A cell has at most 1,000 bytes; and a list of many takes no longer than it
 * is. */
static void test_many_accessions(void **state) {
  (void)state;
  imported m;
  pq_buf list;
  pq_buf_init(&list, NULL);
  pq_buf_text(&list, "hgnc_id\tsymbol\tname\tentrez_id\tuniprot_ids\n"
                     "HGNC:11364\tSTAT3\ts\t6774\tP40763");
  for (size_t i = 0; i < 200000; ++i) {
    pq_buf_text(&list, "|P40764");
  }
  pq_buf_text(&list, "\n");
  pq_buf_char(&list, '\0');
  const fixture f = {"hgnc", "x", list.ptr};
  import_files(&m, &f, 1, NULL);
  const pq_view xrefs = pq_image_text(&m.im, thing(&m, "HGNC:11364")->xrefs);
  assert_true(xrefs.len <= 1000);
  assert_true(pq_view_starts(xrefs, PQ_LIT("UniProt:P40763|UniProt:P40764")));
  assert_true(pq_view_ends(xrefs, PQ_LIT("|NCBIGene:6774")));
  forget(&m);
  pq_buf_clear(&list);
}

static void test_things(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  const pq_image_concept *c = thing(&m, "HGNC:427");
  assert_int_equal(c->type, PQ_CONCEPT_GENE);
  ASSERT_VIEW(pq_image_text(&m.im, c->label), "ALK");
  ASSERT_VIEW(pq_image_text(&m.im, c->taxon), "9606");
  ASSERT_VIEW(pq_image_text(&m.im, c->accession), "Q9UM73");
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs), "UniProt:Q9UM73|NCBIGene:238");
  c = thing(&m, "HGNC:6192");
  ASSERT_VIEW(pq_image_text(&m.im, c->xrefs),
              "UniProt:O60674|UniProt:Q9XXX1|NCBIGene:3717");
  c = thing(&m, "HGNC.group:321");
  assert_int_equal(c->type, PQ_CONCEPT_FAMILY);
  ASSERT_VIEW(pq_image_text(&m.im, c->label), "Receptor tyrosine kinases");
  assert_true(is_member(&m, "HGNC:427", "HGNC.group:321"));
  assert_true(is_member(&m, "HGNC:427", "HGNC.group:471"));
  assert_false(is_member(&m, "HGNC:427", "HGNC.group:741"));
  assert_int_equal(named(&m, "CD molecules", "HGNC.group:471"), 0);
  forget(&m);
}

static void test_bad_lines(void **state) {
  (void)state;
  imported m;
  import_files(&m, &file, 1, NULL);
  assert_told(&m, 0, 7, 1, "HGNC: and a number");
  assert_told(&m, 1, 9, 1, "3 cells, where the header has 15");
  assert_told(&m, 2, 10, 8, "no symbol");
  assert_told(&m, 3, 11, 9, "no UTF-8");
  assert_int_equal(m.file.n_bad, 4);
  assert_int_equal(m.file.n_read, 9); /* the empty line is no row */
  assert_int_equal(m.file.n_used, 3);
  forget(&m);
}

static void test_source(void **state) {
  (void)state;
  imported m;
  pq_digest d;
  char want[300];
  import_files(&m, &file, 1, NULL);
  pq_digest_of(pq_view_of(text), &d);
  /* STAT3, its name, APRF, the former name; ALK with five; JAK2 with three. */
  (void)snprintf(want, sizeof want,
                 "hgnc\thgnc_complete_set.txt\t2024-09-30\tCC0-1.0\t%s\t9\t3"
                 "\t12\n",
                 d.hex);
  ASSERT_VIEW(m.im.sources, want);
  forget(&m);
}

static void test_all_loci(void **state) {
  (void)state;
  imported m;
  const pq_import_options options = {.all_loci = true};
  import_files(&m, &file, 1, &options);
  assert_int_equal(named(&m, "MIR155", "HGNC:31458"), PQ_STATUS_NAME);
  assert_int_equal(named(&m, "OLD1", "HGNC:99"), 0);
  assert_int_equal(m.file.n_used, 4);
  forget(&m);
}

static void test_header(void **state) {
  (void)state;
  static const char *const bad[] = {"", "hgnc_id\tsymbol\n",
                                    "11364\tSTAT3\tname\n"};
  for (size_t i = 0; i < N_OF(bad); ++i) {
    imported m;
    const fixture f = {"hgnc", "x", bad[i]};
    begin_import(&m, NULL);
    assert_int_equal(import_with(NULL, &f, 1, NULL, &m), PQ_BAD_SYNTAX);
    assert_int_equal(m.heard.n, 1);
    forget(&m);
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
      cmocka_unit_test(test_names),     cmocka_unit_test(test_many_accessions),
      cmocka_unit_test(test_dates),     cmocka_unit_test(test_header_line),
      cmocka_unit_test(test_things),    cmocka_unit_test(test_bad_lines),
      cmocka_unit_test(test_source),    cmocka_unit_test(test_all_loci),
      cmocka_unit_test(test_header),    cmocka_unit_test(test_order),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
