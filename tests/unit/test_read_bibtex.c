#include "test_read_papers.h"

static const char text[] =
    "Words before, and an address: a@b.org\n"
    "@comment{jabref-meta: x}\n"
    "@string{who = {Smith, John}}\n"
    "@ARTICLE{vries, author = who # { and {van der Geer}, P. and others},\n"
    "  title = \"{The} p53 \\& MDM2\",\n"
    "  year = 2002, doi = {https://doi.org/10.1000/X}, PMID = {101}}\n"
    "@article(b, author = \"Hugo de Vries and Ann Jones\", date = {1999-05},\n"
    "  eprint = {102}, eprinttype = {pubmed})\n"
    "@book{c, author = {{The Consortium for Things}}, year = {2004a},\n"
    "  note = {PMID: 103},}\n";

static void test_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.bib", text), PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "Smith", 2002);
  ASSERT_VIEW(ref->pmid, "101");
  ASSERT_VIEW(ref->doi, "10.1000/x");
  ASSERT_VIEW(ref->title, "The p53 & MDM2");
  ASSERT_VIEW(papers_one(&p, "de Vries", 1999)->pmid, "102");
  papers_close(&p);
}

/* "and others" is a third author; a name in braces is whole. */
static void test_names(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.bib", text), PQ_OK);
  assert_int_equal(papers_find_pair(&p, "Smith", "van der Geer", 2002).n, 0);
  assert_int_equal(papers_find_pair(&p, "de Vries", "Jones", 1999).n, 1);
  const pq_fitting group = papers_find(&p, "The Consortium for Things", 2004);
  assert_int_equal(group.n, 1);
  papers_close(&p);
}

static void test_accents(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.bib",
                  "@misc{a, author = {M{\\\"u}ller, A}, year = 1}\n"
                  "@misc{b, author = {J{\\o}rgensen, B}, title = "
                  "{{\\'E}tude}, year = 2001}\n"),
      PQ_OK);
  assert_int_equal(papers_find(&p, "M\xC3\xBCller", 0).n, 1);
  ASSERT_VIEW(papers_one(&p, "J\xC3\xB8rgensen", 2001)->title, "\xC3\x89tude");
  papers_close(&p);
}

/* Reading goes on at the next entry. */
static void test_bad_entries(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.bib",
                  "@article{a, author = {Gordon, A}, year = {2001}\n"
                  "@article{b, author = {Smith, J}, year = 2001}\n"
                  "@article{c, author {Jones, B}}\n"
                  "@article\n"
                  "@article{d, author = {Brown, C}, year = 2001}\n"
                  "@article{e, author = {Never"),
      PQ_OK);
  papers_warned(&p, 2, 1);
  assert_int_equal(p.heard.n, 4);
  assert_int_equal(p.heard.at[1].line, 3);
  assert_int_equal(p.heard.at[1].column, 20);
  assert_int_equal(p.heard.at[2].line, 5);
  assert_int_equal(p.heard.at[3].line, 6);
  assert_int_equal(papers_find(&p, "Gordon", 2001).n, 0);
  assert_int_equal(papers_find(&p, "Smith", 2001).n, 1);
  assert_int_equal(papers_find(&p, "Jones", 0).n, 0);
  assert_int_equal(papers_find(&p, "Brown", 2001).n, 1);
  papers_close(&p);
}

/* A value without an end costs its own entry; a path may end with the sign that
 * TeX begins its commands with. */
static void test_values(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(
          &p, "a.bib",
          "\xEF\xBB\xBF@article{a, author = {Gordon, A}, year = 2001,\n"
          "  file = {C:\\papers\\}, title = {A {nested {one}}}}\n"
          "@article{b, title = {Never {closed},\n  author = {Smith, J}}\n"
          "@article{c, author = {Jones Jr., B\\,C}, year = 2001}\n"
          "@article{d, author = {D\\,E Brown and Fox, F}, year = 2001}\n"
          "@article{e, author = undefined, year = 2001}\n"),
      PQ_OK);
  papers_warned(&p, 5, 1);
  ASSERT_VIEW(papers_one(&p, "Gordon", 2001)->title, "A nested one");
  assert_int_equal(papers_find(&p, "Smith", 0).n, 0);
  assert_int_equal(papers_find(&p, "Jones", 2001).n, 1);
  assert_int_equal(papers_find(&p, "Brown", 2001).n, 1);
  assert_int_equal(papers_find(&p, "undefined", 2001).n, 0);
  papers_close(&p);
}

/* As Latin-1: the entry is passed over. */
static void test_encoding(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.bib",
                               "@article{a, author = {M\xFCller, A}}\n"
                               "@article{b, author = {Smith, J}}\n"),
                   PQ_OK);
  papers_warned(&p, 1, 1);
  assert_int_equal(papers_find(&p, "Smith", 0).n, 1);
  papers_close(&p);
}

static void test_no_memory(void **state) {
  (void)state;
  papers_fail_each("a.bib", text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),    cmocka_unit_test(test_names),
      cmocka_unit_test(test_accents),   cmocka_unit_test(test_bad_entries),
      cmocka_unit_test(test_encoding),  cmocka_unit_test(test_values),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
