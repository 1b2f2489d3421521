/* Ties between readings of several layers: part of lookup.c. */
#include "scratch.h"
#include "test_lexicon_tables.h"

#define NAMES_HEAD "text\tid\tstatus\tflags\tnote\n"

static const table_text tables[] = {
    CONCEPTS("HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n"
             "X:1\tgene\tQUUX7\t9606\tUniProt:Q00000\t\n"
             "X:2\tgene\tQUUX8\t9606\tUniProt:Q00001\t\n"),
    NAMES("ALK\tHGNC:427\tname\t\t\n")};

/* What two tables of a user, the stronger first, make of a name. */
static pq_found find(const char *strong, const char *weak, const char *name) {
  made m;
  pq_scratch s;
  pq_found f;
  pq_lexicon *lex = NULL;
  make_image(&m, tables, COUNT(tables));
  pq_scratch_open(&s);
  const char *const overlays[] = {
      pq_scratch_file(&s, "strong.tsv", pq_view_of(strong)),
      pq_scratch_file(&s, "weak.tsv", pq_view_of(weak))};
  const pq_lexicon_sources sources = {
      .image = pq_buf_view(&m.image), .overlays = overlays, .n_overlays = 2};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  pq_lexicon_find_text(lex, pq_view_of(name), PQ_LIT(""), &f);
  /* The ids must outlive the lexicon. */
  static char ids[PQ_READINGS_MOST][12];
  for (uint32_t i = 0; i < f.n_readings; ++i) {
    const pq_view id = f.readings[i].id;
    assert_true(id.len < sizeof ids[i]);
    memcpy(ids[i], id.ptr, id.len);
    f.readings[i].id = (pq_view){ids[i], id.len};
  }
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
  unmake(&m);
  return f;
}

/* A name of a weaker layer that fits a little better does not hide that two
 * names of the stronger one tie. */
static void test_better_name_of_a_weaker_layer(void **state) {
  (void)state;
  const pq_found f = find(NAMES_HEAD "same FOO bar QUUX\tX:1\tname\tamb\t\n"
                                     "same FOO bar QUUX\tX:2\tname\tamb\t\n",
                          NAMES_HEAD "same FOO BAR quux\tHGNC:427\tname\t\t\n",
                          "same Foo BAR quux");
  assert_int_equal(f.n_readings, 3);
  ASSERT_VIEW(f.readings[0].id, "X:1");
  ASSERT_VIEW(f.readings[1].id, "HGNC:427");
  ASSERT_VIEW(f.readings[2].id, "X:2");
  assert_true(f.readings[1].score > f.readings[0].score);
  assert_true(f.tied);
}

/* Alone, the name of the stronger layer settles it. */
static void test_one_name_of_a_stronger_layer(void **state) {
  (void)state;
  const pq_found f =
      find(NAMES_HEAD "same FOO bar QUUX\tX:1\tname\t\t\n",
           NAMES_HEAD "same FOO BAR quux\tHGNC:427\tname\tamb\t\n"
                      "same FOO BAR quux\tX:2\tname\tamb\t\n",
           "same Foo BAR quux");
  assert_int_equal(f.n_readings, 3);
  ASSERT_VIEW(f.readings[0].id, "X:1");
  assert_false(f.tied);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_better_name_of_a_weaker_layer),
      cmocka_unit_test(test_one_name_of_a_stronger_layer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
