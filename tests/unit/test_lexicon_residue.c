#include "test_lexicon_tables.h"

#include "lexicon/residue.h"

static const table_text tables[] = {
    RESIDUES("H\tHis\thistidine\t\n"
             "M\tMet\tmethionine\t\n"
             "S\tSer\tserine\tMOD:00046\n"
             "Y\tTyr\ttyrosine\tMOD:00048\n"),
    SITES("P00533\tY\t1068\tlegacy\t1092\tEGFR\n"
          "P00533\tY\t1092\tcanonical\t\tEGFR\n"
          "P40763\tY\t705\tcanonical\t\tSTAT3\n"
          "P40763\tS\t727\tcanonical\t\tSTAT3\n"
          "Q9UM73\tV\t1358\tcanonical\t\tALK\n"
          "Q9UM73\tY\t1359\tcanonical\t\tALK\n")};

static pq_site_check check(const pq_lexicon *lex, const char *accession,
                           char residue, uint32_t position, char *there) {
  return pq_lexicon_site(lex, pq_view_of(accession),
                         (pq_site){residue, position}, there);
}

static void test_sites(void **state) {
  (void)state;
  made m;
  char there = '?';
  make_lexicon(&m, tables, COUNT(tables));
  assert_int_equal(check(m.lex, "P40763", 'Y', 705, &there), PQ_SITE_VERIFIED);
  assert_int_equal(check(m.lex, "P40763", 'S', 727, &there), PQ_SITE_VERIFIED);
  assert_int_equal(there, '?');
  assert_int_equal(check(m.lex, "Q9UM73", 'Y', 1358, &there), PQ_SITE_MISMATCH);
  assert_int_equal(there, 'V');
  assert_int_equal(check(m.lex, "P40763", 'S', 705, &there), PQ_SITE_MISMATCH);
  assert_int_equal(there, 'Y');
  unmake(&m);
}

static void test_nothing_to_check_with(void **state) {
  (void)state;
  made m;
  char there = '?';
  make_lexicon(&m, tables, COUNT(tables));
  assert_int_equal(check(m.lex, "P40763", 'Y', 704, &there), 0);
  assert_int_equal(check(m.lex, "P40764", 'Y', 705, &there), 0);
  assert_int_equal(check(m.lex, "P4076", 'Y', 705, &there), 0);
  assert_int_equal(check(m.lex, "", 'Y', 705, &there), 0);
  assert_int_equal(check(m.lex, "P40763", '\0', 705, &there), 0);
  assert_int_equal(check(m.lex, "P40763", 'Y', 0, &there), 0);
  /* Older numbering says nothing of today's sequence. */
  assert_int_equal(check(m.lex, "P00533", 'Y', 1068, &there), 0);
  assert_int_equal(check(m.lex, "P00533", 'S', 1068, &there), 0);
  assert_int_equal(there, '?');
  unmake(&m);
}

static void test_residues(void **state) {
  (void)state;
  made m;
  make_lexicon(&m, tables, COUNT(tables));
  static const struct {
    const char *word;
    char letter;
  } words[] = {{"serine", 'S'}, {"Serine", 'S'}, {"SERINE", 'S'},
               {"Ser", 'S'},    {"ser", '\0'},   {"S", 'S'},
               {"s", '\0'},     {"his", '\0'},   {"His", 'H'},
               {"MET", '\0'},   {"Met", 'M'},    {"tyrosines", '\0'},
               {"", '\0'},      {"X", '\0'},     {"Tyrosine", 'Y'}};
  for (size_t i = 0; i < COUNT(words); ++i) {
    assert_int_equal(pq_lexicon_residue(m.lex, pq_view_of(words[i].word)),
                     words[i].letter);
  }
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_sites),
      cmocka_unit_test(test_nothing_to_check_with),
      cmocka_unit_test(test_residues),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
