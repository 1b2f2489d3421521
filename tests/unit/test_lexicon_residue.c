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

/* The residues at some places, and glycine everywhere else. */
static const pq_sequence sequences[] = {
    /* Y at 4, 12, 13; S at 5; X at 20; 21 long */
    {PQ_LIT_INIT("P11111"), PQ_LIT_INIT(""),
     PQ_LIT_INIT("MGGYSGGGGGGYYGGGGGGXA"), 8},
    /* Y at 7 alone */
    {PQ_LIT_INIT("P11111-10"), PQ_LIT_INIT("Late"), PQ_LIT_INIT("MGGGGGYGGG"),
     0},
    {PQ_LIT_INIT("P11111-2"), PQ_LIT_INIT("Short"), PQ_LIT_INIT("MGGGGGYGGG"),
     0},
    {PQ_LIT_INIT("P11112"), PQ_LIT_INIT(""), PQ_LIT_INIT("MGGGGGYGGG"), 0},
};

static const char *said(const pq_lexicon *lex, const char *accession,
                        char residue, uint32_t position) {
  static char words[300];
  pq_buf out;
  pq_buf_init(&out, NULL);
  const pq_site site = {residue, position};
  const pq_verdict v = pq_lexicon_site(lex, pq_view_of(accession), site);
  pq_verdict_put(&out, pq_view_of(accession), site, &v);
  assert_int_equal(out.status, PQ_OK);
  assert_true(out.len < sizeof words);
  memcpy(words, out.ptr, out.len);
  words[out.len] = '\0';
  pq_buf_clear(&out);
  return words;
}

static void make_listed(made *m) {
  make_lexicon(m, tables, COUNT(tables));
}

static void make_sequenced(made *m) {
  make_whole(m, tables, COUNT(tables), sequences, COUNT(sequences));
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m->image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &m->lex), PQ_OK);
}

static void test_listed_sites(void **state) {
  (void)state;
  made m;
  make_listed(&m);
  assert_string_equal(said(m.lex, "P40763", 'Y', 705), "Y705 verified");
  assert_string_equal(said(m.lex, "P40763", 'S', 727), "S727 verified");
  assert_string_equal(said(m.lex, "Q9UM73", 'Y', 1358),
                      "Y1358: Q9UM73 has V there; Y1359 fits (one off)");
  assert_string_equal(said(m.lex, "P40763", 'S', 705),
                      "S705: P40763 has Y there");
  unmake(&m);
}

static void test_nothing_to_check_with(void **state) {
  (void)state;
  made m;
  make_listed(&m);
  static const struct {
    const char *accession;
    char residue;
    uint32_t position;
  } rows[] = {{"P40763", 'Y', 704}, {"P40764", 'Y', 705}, {"P4076", 'Y', 705},
              {"", 'Y', 705},       {"P40763", 0, 705},   {"P40763", 'Y', 0},
              {"P00533", 'S', 1068}};
  for (size_t i = 0; i < COUNT(rows); ++i) {
    const pq_verdict v =
        pq_lexicon_site(m.lex, pq_view_of(rows[i].accession),
                        (pq_site){rows[i].residue, rows[i].position});
    assert_int_equal(v.check, PQ_SITE_UNVERIFIED);
    assert_int_equal(v.n_fits, 0);
    assert_false(pq_verdict_warns(&v));
  }
  unmake(&m);
}

/* Older numbering says nothing of today's sequence, but what is meant. */
static void test_older_numbers(void **state) {
  (void)state;
  made m;
  make_listed(&m);
  assert_string_equal(said(m.lex, "P00533", 'Y', 1068),
                      "Y1068: Y1092 fits (older numbering)");
  const pq_verdict v =
      pq_lexicon_site(m.lex, PQ_LIT("P00533"), (pq_site){'Y', 1068});
  assert_int_equal(v.check, PQ_SITE_UNVERIFIED);
  assert_true(pq_verdict_warns(&v));
  unmake(&m);
}

static void test_sequence(void **state) {
  (void)state;
  made m;
  make_sequenced(&m);
  assert_string_equal(said(m.lex, "P11111", 'Y', 4), "Y4 verified");
  assert_string_equal(said(m.lex, "P11111", 'M', 1), "M1 verified");
  assert_string_equal(said(m.lex, "P11111", 'A', 21), "A21 verified");
  assert_string_equal(said(m.lex, "P11111", 'S', 9), "S9: P11111 has G there");
  assert_string_equal(said(m.lex, "P11111", 'S', 22), "S22: P11111 ends at 21");
  /* X is any residue. */
  assert_string_equal(said(m.lex, "P11111", 'Y', 20), "Y20 unverified");
  /* Isoforms have numbers of their own; another protein is none of them. */
  assert_string_equal(said(m.lex, "P11111-2", 'Y', 7), "Y7 verified");
  assert_string_equal(said(m.lex, "P11111-3", 'Y', 7), "Y7 unverified");
  unmake(&m);
}

static void test_what_fits(void **state) {
  (void)state;
  made m;
  make_sequenced(&m);
  assert_string_equal(said(m.lex, "P11111", 'Y', 5),
                      "Y5: P11111 has S there; Y13 fits (counted without the"
                      " signal peptide of 8 residues), or Y4 (one off)");
  assert_string_equal(said(m.lex, "P11111", 'S', 4),
                      "S4: P11111 has Y there; S5 fits (one off)");
  assert_string_equal(said(m.lex, "P11111", 'Y', 14),
                      "Y14: P11111 has G there; Y13 fits (one off)");
  assert_string_equal(said(m.lex, "P11111", 'Y', 7),
                      "Y7: P11111 has G there; Y7 fits (isoform P11111-2,"
                      " Short)");
  assert_string_equal(said(m.lex, "P11112", 'Y', 4), "Y4: P11112 has G there");
  unmake(&m);
}

/* A sequence beside the list: it has the first word. */
static void test_sequence_and_list(void **state) {
  (void)state;
  made m;
  char residues[1101];
  memset(residues, 'G', sizeof residues - 1);
  residues[1092 - 1] = residues[1097 - 1] = 'Y';
  const pq_sequence egfr = {PQ_LIT("P00533"), PQ_LIT(""), {residues, 1100}, 0};
  make_whole(&m, tables, COUNT(tables), &egfr, 1);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m.image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &m.lex), PQ_OK);
  assert_string_equal(
      said(m.lex, "P00533", 'Y', 1068),
      "Y1068: P00533 has G there; Y1092 fits (older numbering)");
  /* Not listed, but as far off as the older number that is. */
  assert_string_equal(said(m.lex, "P00533", 'Y', 1073),
                      "Y1073: P00533 has G there; Y1097 fits (24 more, as its"
                      " other older numbers)");
  unmake(&m);
}

/* A list of residues does not speak against the sequence. */
static void test_sequence_against_list(void **state) {
  (void)state;
  made m;
  char residues[1101];
  memset(residues, 'S', sizeof residues - 1);
  const pq_sequence egfr = {PQ_LIT("P00533"), PQ_LIT(""), {residues, 1100}, 0};
  make_whole(&m, tables, COUNT(tables), &egfr, 1);
  const pq_lexicon_sources sources = {.image = pq_buf_view(&m.image)};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &m.lex), PQ_OK);
  assert_string_equal(said(m.lex, "P00533", 'Y', 1092),
                      "Y1092: P00533 has S there");
  assert_string_equal(said(m.lex, "P00533", 'Y', 1068),
                      "Y1068: P00533 has S there");
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
      cmocka_unit_test(test_listed_sites),
      cmocka_unit_test(test_nothing_to_check_with),
      cmocka_unit_test(test_older_numbers),
      cmocka_unit_test(test_sequence),
      cmocka_unit_test(test_what_fits),
      cmocka_unit_test(test_sequence_and_list),
      cmocka_unit_test(test_sequence_against_list),
      cmocka_unit_test(test_residues),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
