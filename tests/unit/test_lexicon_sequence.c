#include "heard.h"
#include "unit.h"

#include "lexicon/image.h"
#include "lexicon/import/source.h"
#include "lexicon/unpack.h"

static void test_accessions(void **state) {
  (void)state;
  static const char *const good[] = {"P40763",      "Q9UM73",    "A0A024R1R8",
                                     "P40763-2",    "Q8WZ42-12", "O43521",
                                     "A0A024R1R8-1"};
  static const char *const bad[] = {
      "",       "P4076",      "P407630",     "p40763",     "4P0763",
      "PP0763", "P4076A",     "P40763-",     "P40763-x",   "P40763.2",
      "STAT3",  "A0A024R1RX", "A0A0249R18R", "A0A0241R18", "-2"};
  for (size_t i = 0; i < sizeof good / sizeof good[0]; ++i) {
    if (!pq_import_is_accession(pq_view_of(good[i]))) fail_msg("%s", good[i]);
  }
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; ++i) {
    if (pq_import_is_accession(pq_view_of(bad[i]))) fail_msg("%s", bad[i]);
  }
}

/* The order depends on what a sequence says, and on all of it. */
static void test_order(void **state) {
  (void)state;
  const pq_sequence sorted[] = {{PQ_LIT("A"), PQ_LIT(""), PQ_LIT("MA"), 0},
                                {PQ_LIT("B"), PQ_LIT("y"), PQ_LIT("MA"), 2},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MA"), 2},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MA"), 0},
                                {PQ_LIT("B"), PQ_LIT("x"), PQ_LIT("MC"), 9}};
  for (size_t i = 0; i < 5; ++i) {
    for (size_t k = 0; k < 5; ++k) {
      const int c = pq_sequence_order(&sorted[i], &sorted[k]);
      assert_int_equal((c > 0) - (c < 0), (i > k) - (i < k));
    }
  }
}

static void import_table(const char *text, pq_heard *heard, pq_buf *out) {
  pq_import_run *run = NULL;
  pq_heard_init(heard);
  pq_buf_init(out, NULL);
  assert_int_equal(pq_import_open(NULL, NULL, &heard->sink, &run), PQ_OK);
  assert_int_equal(pq_import_bytes(run,
                                   pq_import_kind_of(PQ_LIT("uniprot-tsv")),
                                   "a.tsv", pq_view_of(text)),
                   PQ_OK);
  assert_int_equal(pq_import_finish(run, out), PQ_OK);
  pq_import_close(run);
}

/* UniProt's tables may have sequences and signal peptides, of two ages. */
static void test_tables(void **state) {
  (void)state;
  pq_heard heard;
  pq_buf bytes;
  pq_image im;
  import_table("Entry\tProtein names\tSequence\tSignal peptide\n"
               "P11113\tOne\tMCY\tSIGNAL 1..24; /evidence=\"x\"\n"
               "P11112\tTwo\tMDY\tSIGNAL 1 17 {ECO:0000255}.\n"
               "P11111\tThree\tMEY\t\n"
               "P11114\tFour (Fragment)\tMFY\t\n"
               "P11115\tFive\t\t\n"
               "P11116\tSix\tM1Y\tSIGNAL ?..24\n",
               &heard, &bytes);
  assert_int_equal(pq_image_open(PQ_LIT("x"), pq_buf_view(&bytes), NULL, &im),
                   PQ_OK);
  static const struct {
    const char *accession;
    char second;
    uint32_t signal;
  } want[] = {{"P11111", 'E', 0}, {"P11112", 'D', 17}, {"P11113", 'C', 24}};
  assert_int_equal(im.n[PQ_SECTION_SEQUENCES], 3);
  for (uint32_t i = 0; i < 3; ++i) {
    const pq_image_sequence *const row = &im.sequences[i];
    ASSERT_VIEW(pq_image_text(&im, row->accession), want[i].accession);
    assert_int_equal(pq_image_acid(&im, row, 2), want[i].second);
    assert_int_equal(row->signal, want[i].signal);
  }
  const pq_heard_note *const n = pq_heard_find(&heard, "import.line");
  assert_non_null(n);
  assert_int_equal(n->line, 7);
  pq_buf_clear(&bytes);
}

/* Back to rows: what images that are put together are made of. */
static void test_unpacked(void **state) {
  (void)state;
  pq_heard heard;
  pq_buf bytes;
  pq_image im;
  pq_arena arena;
  pq_tables tables = {.sources = {"", 0}};
  import_table("Entry\tSequence\tSignal peptide\n"
               "P11113\tMCYWVUTSRQPA\tSIGNAL 1..24\nP11112\tM\t\n",
               &heard, &bytes);
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_image_open(PQ_LIT("x"), pq_buf_view(&bytes), NULL, &im),
                   PQ_OK);
  assert_int_equal(pq_unpack(&arena, &im, &tables), PQ_OK);
  assert_int_equal(tables.sequences.n, 2);
  ASSERT_VIEW(tables.sequences.at[0].residues, "M");
  ASSERT_VIEW(tables.sequences.at[1].accession, "P11113");
  ASSERT_VIEW(tables.sequences.at[1].residues, "MCYWVUTSRQPA");
  assert_int_equal(tables.sequences.at[1].signal, 24);
  pq_arena_clear(&arena);
  pq_buf_clear(&bytes);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_accessions),
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_tables),
      cmocka_unit_test(test_unpacked),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
