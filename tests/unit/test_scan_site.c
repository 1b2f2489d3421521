#include "test_scan_text.h"

#include "scan/site.h"

static void test_one_site(void **state) {
  static const want wants[] = {
      {"STAT3 is modified at Tyr-705.", "Y705"},
      {"STAT3 is modified at Tyr705.", "Y705"},
      {"STAT3 is modified at tyrosine 705.", "Y705"},
      {"STAT3 is modified at tyrosine-705.", "Y705"},
      {"STAT3 is modified at Y-705.", "Y705"},
      {"STAT3 is modified at Y705.", "Y705"},
      {"STAT3 is modified at serine 727.", "S727"},
      {"STAT3 is modified at Ser 727.", "S727"},
      {"STAT3 is modified at residue S727.", "S727"},
      {"Phospho-STAT3(Tyr705) acts.", "Y705"},
      {"STAT3 (Y705) is phosphorylated.", "Y705"},
      {"PLA2G4A is modified at Ser-505.", "S505"},
      {"Histone H3 is methylated at lysine 27.", "K27"},
      {"TP53 K382 acetylation is seen.", "K382"},
      {"HIF1A P564 hydroxylation is seen.", "P564"},
      {"Methylation of histone H3-K9 is seen.", "K9"},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_lists(void **state) {
  static const want wants[] = {
      {"STAT3 is modified at Y705/S727.", "Y705 | S727"},
      {"ALK is modified at tyrosines 1278, 1282 and 1283.",
       "Y1278 | Y1282 | Y1283"},
      {"ALK is modified at tyrosine residues 1278, 1282 and 1283.",
       "Y1278 | Y1282 | Y1283"},
      {"STAT5A is modified at Y694, S726 and T757.", "Y694 | S726 | T757"},
      {"NFKBIA is modified at serines 32 and 36.", "S32 | S36"},
      {"MAPK1 is modified at threonine 185 and tyrosine 187.", "T185 | Y187"},
      {"MAP2K1 is modified at Ser218/222.", "S218 | S222"},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_reversed(void **state) {
  static const want wants[] = {
      {"It is phosphorylated on 71 S and 108 T.", "S71 | T108"},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_without_a_number(void **state) {
  static const want wants[] = {
      {"EGFR is phosphorylated on tyrosine.", "Y"},
      {"CD3E is phosphorylated on tyrosine residues.", "Y"},
      {"IRS1 is phosphorylated on serine and threonine.", "S | T"},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_without_a_letter(void **state) {
  static const want wants[] = {
      {"STAT3 is modified at residue 15.", "15"},
      {"STAT3 is phosphorylated at positions 15 and 20.", "15 | 20"},
      {"TP53 is acetylated at position 382.", "382"},
      {"STAT3 is mutated at position 15.", ""},
      {"Position 15 is phosphorylated.", ""},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_no_site(void **state) {
  static const want wants[] = {
      {"The tyrosine kinase JAK2 acts.", ""},
      {"G1 and S phase follow.", ""},
      {"PDPK1 acts in 2005.", ""},
      {"Protein S100 acts.", ""},
      {"The SH2 domain acts.", ""},
      {"K63 ubiquitination is seen.", ""},
      {"K562 cells grow.", ""},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void test_mutants(void **state) {
  static const want wants[] = {
      {"The STAT3 Y705F mutant rests.", "Y705F"},
      {"ALK R1275Q acts.", "R1275Q"},
      {"ALK F1174L acts.", "F1174L"},
      {"BRAF V600E acts.", "V600E"},
      {"EGFR T790M acts.", "T790M"},
  };
  CHECK_WANTS(state, wants, say_sites);
}

static void expect_word(const pq_lexicon *lex, const char *word, char residue,
                        uint32_t position, const char *mutant) {
  pq_site_word w;
  assert_true(pq_site_of_word(lex, pq_view_of(word), &w));
  assert_int_equal(w.site.residue, residue);
  assert_int_equal(w.site.position, position);
  ASSERT_VIEW(w.mutant, mutant);
}

static void test_words(void **state) {
  pq_site_word w;
  expect_word(*state, "S727", 'S', 727, "");
  expect_word(*state, "Ser505", 'S', 505, "");
  expect_word(*state, "pY705", 'Y', 705, "");
  expect_word(*state, "F1174L", 'F', 1174, "F1174L");
  expect_word(*state, "Arg1275Gln", 'R', 1275, "Arg1275Gln");
  assert_true(pq_site_of_word(*state, PQ_LIT("S727"), &w));
  assert_true(w.letter);
  assert_false(w.phospho);
  assert_true(pq_site_of_word(*state, PQ_LIT("pY705"), &w));
  assert_true(w.phospho);
  assert_true(pq_site_of_word(*state, PQ_LIT("Tyr705"), &w));
  assert_false(w.letter);
}

static void test_no_words(void **state) {
  static const char *const words[] = {
      "",       "S",      "727",     "S0",   "B727",  "X12",
      "S727X1", "STAT3",  "p53",     "p38",  "JAK2",  "Foo12",
      "Y0705",  "S99999", "S727SER", "s727", "99999S"};
  pq_site_word w;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; ++i) {
    if (pq_site_of_word(*state, pq_view_of(words[i]), &w)) {
      fail_msg("%s is no site", words[i]);
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_site),
      cmocka_unit_test(test_lists),
      cmocka_unit_test(test_reversed),
      cmocka_unit_test(test_without_a_number),
      cmocka_unit_test(test_without_a_letter),
      cmocka_unit_test(test_mutants),
      cmocka_unit_test(test_no_site),
      cmocka_unit_test(test_mutants),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_no_words),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
