#include "failing.h"
#include "unit.h"

#include "lexicon/import/molecule.h"

static void check_name(const char *raw, const char *want) {
  pq_arena arena;
  pq_view got;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_molecule_name(&arena, pq_view_of(raw), &got), PQ_OK);
  ASSERT_VIEW(got, want);
  pq_arena_clear(&arena);
}

static void test_tags(void **state) {
  (void)state;
  check_name("water", "water");
  check_name("MgHPO<small><sub>4</sub></small>", "MgHPO4");
  check_name("<small>L</small>-serine", "L-serine");
  check_name("<em>N</em>-acetyl<br/>amine", "N-acetylamine");
  check_name("Ca<sup>2+</sup>", "Ca2+");
  check_name("H2<h2>O</h2>", "H2O");
}

static void test_no_tags(void **state) {
  (void)state;
  check_name("beta-D-Galp-(1->4)-D-Glcp", "beta-D-Galp-(1->4)-D-Glcp");
  check_name("(4<-1)", "(4<-1)");
  check_name("a<b", "a<b");
  check_name("a<", "a<");
  check_name("a</", "a</");
  check_name("<notatagatallatall>x", "<notatagatallatall>x");
  check_name("<a b>", "<a b>");
}

static void test_entities(void **state) {
  (void)state;
  check_name("&alpha;-D-glucose", "alpha-D-glucose");
  check_name("&Delta;9-THC", "Delta9-THC");
  check_name("AT&amp;T &lt;1&gt;", "AT&T <1>");
  check_name("&#945;&#x3B2;", "\xCE\xB1\xCE\xB2");
  check_name("3&prime;-O", "3'-O");
  check_name("a&nbsp;b", "a b");
  check_name("1&rarr;n", "1\xE2\x86\x92"
                         "n");
  /* What is no entity stays as it is. */
  check_name("R&D", "R&D");
  check_name("R&D; x", "R&D; x");
  check_name("&#xD800;", "&#xD800;");
  check_name("&#0;", "&#0;");
  check_name("a&#27;&#x7F;&#x85;", "a&#27;&#x7F;&#x85;"); /* no letters */
  check_name("a&#10;b", "a b");
  check_name("&#x110000;", "&#x110000;");
  check_name("&#9x;", "&#9x;");
  check_name("&;", "&;");
  check_name("&", "&");
}

static void test_blanks(void **state) {
  (void)state;
  check_name("  acetic   acid ", "acetic acid");
  check_name("<i></i>", "");
  check_name("", "");
}

static void check_peptide(const char *name, const char *want) {
  char code[PQ_PEPTIDE_MOST];
  const size_t n = pq_molecule_peptide(pq_view_of(name), code);
  ASSERT_VIEW(((pq_view){code, n}), want);
}

static void test_peptides(void **state) {
  (void)state;
  check_peptide("Glu-Lys", "EK");
  check_peptide("L-Ala-Gly-L-Lys", "AGK");
  check_peptide("D-Ala-D-Ala", "AA");
  check_peptide("Sec-Pyl", "UO");
  check_peptide("Ala", "");
  check_peptide("L-Ala", "");
  check_peptide("Ala-Gly-", "AG");
  check_peptide("Ala-NH2", "");
  check_peptide("ala-gly", "");
  check_peptide("", "");
  check_peptide("Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala",
                "AAAAAAAAAAAA");
  check_peptide("Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala-Ala", "");
}

static void test_codes(void **state) {
  (void)state;
  assert_true(pq_molecule_is_code(PQ_LIT("AGK"), PQ_LIT("AGK")));
  assert_true(pq_molecule_is_code(PQ_LIT("A-G-K"), PQ_LIT("AGK")));
  assert_false(pq_molecule_is_code(PQ_LIT("AG"), PQ_LIT("AGK")));
  assert_false(pq_molecule_is_code(PQ_LIT("AGKK"), PQ_LIT("AGK")));
  assert_false(pq_molecule_is_code(PQ_LIT("agk"), PQ_LIT("AGK")));
  assert_false(pq_molecule_is_code(PQ_LIT(""), PQ_LIT("")));
}

static void test_spelled_peptides(void **state) {
  (void)state;
  pq_peptides all = {.n = 0};
  pq_molecule_keep_peptide(&all, PQ_LIT("glucose"));
  assert_int_equal(all.n, 0);
  pq_molecule_keep_peptide(&all, PQ_LIT("Ala-Gly-Lys"));
  pq_molecule_keep_peptide(&all, PQ_LIT("L-Ala-Gly-L-Lys"));
  assert_int_equal(all.n, 1);
  assert_true(pq_molecule_is_peptide(&all, PQ_LIT("A-G-K")));
  assert_false(pq_molecule_is_peptide(&all, PQ_LIT("AG")));
  static const char *const more[] = {"Ala", "Arg", "Asn", "Asp",
                                     "Cys", "Gln", "Glu", "Gly"};
  for (size_t i = 0; i < sizeof more / sizeof more[0]; ++i) {
    char name[] = "Lys-???";
    memcpy(name + 4, more[i], 3);
    pq_molecule_keep_peptide(&all, pq_view_of(name));
  }
  assert_int_equal(all.n, PQ_PEPTIDES_MOST);
  assert_true(pq_molecule_is_peptide(&all, PQ_LIT("KE")));
  assert_false(pq_molecule_is_peptide(&all, PQ_LIT("KG"))); /* the ninth */
}

static void test_short(void **state) {
  (void)state;
  assert_true(pq_molecule_is_short(PQ_LIT("")));
  assert_true(pq_molecule_is_short(PQ_LIT("EK")));
  assert_true(pq_molecule_is_short(PQ_LIT("E-K")));
  assert_true(pq_molecule_is_short(PQ_LIT("Ca(+)")));
  assert_true(pq_molecule_is_short(PQ_LIT("\xCE\xB1-K")));
  assert_false(pq_molecule_is_short(PQ_LIT("Ca2+")));
  assert_false(pq_molecule_is_short(PQ_LIT("ATP")));
}

static void test_parts(void **state) {
  (void)state;
  assert_true(pq_molecule_is_part(PQ_LIT("L-tyrosine residue")));
  assert_true(pq_molecule_is_part(PQ_LIT("methyl group")));
  assert_true(pq_molecule_is_part(PQ_LIT("acyl groups")));
  assert_false(pq_molecule_is_part(PQ_LIT("residue")));
  assert_false(pq_molecule_is_part(PQ_LIT("L-tyrosine")));
}

static pq_status name_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_view got;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st =
      pq_molecule_name(&arena, PQ_LIT("<i>a</i>&alpha;"), &got);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(name_with, NULL, PQ_OK) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tags),
      cmocka_unit_test(test_no_tags),
      cmocka_unit_test(test_entities),
      cmocka_unit_test(test_blanks),
      cmocka_unit_test(test_peptides),
      cmocka_unit_test(test_codes),
      cmocka_unit_test(test_spelled_peptides),
      cmocka_unit_test(test_short),
      cmocka_unit_test(test_parts),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
