#include "scratch.h"
#include "test_read_papers.h"

#include <errno.h>

#define PAPER(pmid, author, year) \
  "PMID- " pmid "\nAU  - " author "\nDP  - " year "\n"

/* What it is tells its content; only if that does not, its name. */
static void test_kinds(void **state) {
  (void)state;
  static const struct {
    const char *name, *text;
  } files[] = {
      {"a", PAPER("1", "Smith J", "2001")},
      {"a.bib", "\xEF\xBB\xBF\n\n" PAPER("1", "Smith J", "2001")},
      {"a", "TY  - JOUR\nAU  - Smith, J\nPY  - 2001\nER  - \n"},
      {"a", "@misc{a, author = {Smith, J}, year = 2001}"},
      {"a.bib", "% words\n@misc{a, author = {Smith, J}, year = 2001}"},
      {"a", " [{\"author\": [{\"family\": \"Smith\"}], \"issued\": \"2001\"}]"},
  };
  for (size_t i = 0; i < sizeof files / sizeof *files; ++i) {
    papers p;
    assert_int_equal(papers_read(&p, files[i].name, files[i].text), PQ_OK);
    assert_int_equal(p.heard.n, 0);
    assert_int_equal(papers_find(&p, "Smith", 2001).n, 1);
    papers_close(&p);
  }
}

static void test_no_kind(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.txt", "Smith J, 2001\n"), PQ_BAD_SYNTAX);
  assert_string_equal(p.heard.at[0].code, "bibliography.syntax");
  papers_close(&p);
}

/* A file of which nothing comes is told: else it would seem to be of no use. */
static void test_nothing(void **state) {
  (void)state;
  static const char *const texts[][2] = {
      {"a.ris", "TY - JOUR\nAU - Smith, J\nER -\n"},
      {"a.bib", "Smith J, 2001\n"},
      {"a.nbib", "\n"},
      {"a.json", "[]"},
      {"a.xml", "<PubmedArticleSet></PubmedArticleSet>"},
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    papers p;
    assert_int_equal(papers_read(&p, texts[i][0], texts[i][1]), PQ_OK);
    assert_int_equal(p.heard.n, 1);
    assert_string_equal(p.heard.at[0].code, "bibliography.empty");
    papers_close(&p);
  }
}

/* By number, by DOI, by title: a paper is there once, with all that is known.
 */
static void test_each_paper_once(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.bib",
                  "@a{a, author={Smith, J}, year=2001, pmid=1}\n"
                  "@a{b, author={Smith, J}, year=2001, pmid=1, doi={10.1/x}}\n"
                  "@a{c, author={Smith, J}, year=2001, doi={10.1/X},"
                  " title={What the smith did in two thousand and one}}\n"
                  "@a{d, author={Smith, J}, year=2001,"
                  " title={What the Smith did in two thousand and {One}.}}\n"),
      PQ_OK);
  const pq_reference *const ref = papers_one(&p, "Smith", 2001);
  ASSERT_VIEW(ref->pmid, "1");
  ASSERT_VIEW(ref->doi, "10.1/x");
  ASSERT_VIEW(ref->title, "What the smith did in two thousand and one");
  papers_close(&p);
}

/* One title, two numbers: two papers. */
static void test_two_papers(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.bib",
                  "@a{a, author={Smith, J}, year=2001, pmid=1,"
                  " title={What the smith did in two thousand and one}}\n"
                  "@a{b, author={Smith, J}, year=2001, pmid=2,"
                  " title={What the smith did in two thousand and one}}\n"),
      PQ_OK);
  const pq_fitting found = papers_find(&p, "Smith", 2001);
  assert_int_equal(found.n, 2);
  papers_close(&p);
}

static void test_files(void **state) {
  (void)state;
  papers p;
  pq_scratch s;
  pq_scratch_open(&s);
  papers_open(&p);
  const char *const one =
      pq_scratch_file(&s, "one", PQ_LIT(PAPER("1", "Smith J", "2001")));
  const char *const two =
      pq_scratch_file(&s, "two", PQ_LIT(PAPER("2", "Smith J", "2002")));
  const char *const bad = pq_scratch_file(&s, "bad.gz", PQ_LIT("\x1f\x8b\x08"));
  assert_int_equal(pq_bibliography_add(p.b, one), PQ_OK);
  assert_int_equal(pq_bibliography_add(p.b, two), PQ_OK);
  assert_int_equal(pq_bibliography_add(p.b, "/nonexistent/x"), PQ_BAD_READ);
  assert_string_equal(p.heard.at[0].code, "bibliography.file");
  assert_int_equal(pq_bibliography_add(p.b, bad), PQ_BAD_SYNTAX);
  assert_string_equal(p.heard.at[1].code, "bibliography.gzip");
  assert_int_equal(pq_bibliography_settle(p.b), PQ_OK);
  ASSERT_VIEW(papers_one(&p, "Smith", 2001)->pmid, "1");
  ASSERT_VIEW(papers_one(&p, "Smith", 2002)->pmid, "2");
  papers_close(&p);
  pq_scratch_close(&s);
}

/* One content has one digest, in any format; another has another. */
static void test_digest(void **state) {
  (void)state;
  static const char *const texts[] = {
      PAPER("1", "Smith J", "2001"),
      "@a{a, author = {Smith, J}, year = 2001, pmid = 1}",
      PAPER("2", "Smith J", "2001")};
  char digests[3][80];
  for (size_t i = 0; i < 3; ++i) {
    papers p;
    assert_int_equal(papers_read(&p, "a", texts[i]), PQ_OK);
    const pq_view digest = pq_bibliography_digest(p.b);
    assert_int_equal(digest.len, 64);
    memcpy(digests[i], digest.ptr, digest.len + 1);
    papers_close(&p);
  }
  assert_string_equal(digests[0], digests[1]);
  assert_string_not_equal(digests[0], digests[2]);
  assert_int_equal(pq_bibliography_digest(NULL).len, 0);
}

/* The same entries in another order are the same content, and stand in one
 * order. */
static void test_any_order(void **state) {
  (void)state;
  static const char *const texts[] = {
      PAPER("2", "Smith J", "2001") PAPER("1", "Smith J", "2001"),
      PAPER("1", "Smith J", "2001") PAPER("2", "Smith J", "2001")};
  char digests[2][80];
  for (size_t i = 0; i < 2; ++i) {
    papers p;
    assert_int_equal(papers_read(&p, "a", texts[i]), PQ_OK);
    const pq_fitting found = papers_find(&p, "Smith", 2001);
    assert_int_equal(found.n, 2);
    ASSERT_VIEW(pq_bibliography_at(p.b, found.fits[0])->pmid, "1");
    assert_int_equal(pq_bibliography_at(p.b, found.fits[0])->found, 1);
    memcpy(digests[i], pq_bibliography_digest(p.b).ptr, 65);
    papers_close(&p);
  }
  assert_string_equal(digests[0], digests[1]);
}

static void test_numbers(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a",
                               PAPER("30", "A A", "2001")
                                   PAPER("4", "B B", "2002")
                                       PAPER("500", "C C", "2003")),
                   PQ_OK);
  ASSERT_VIEW(pq_bibliography_of_pmid(p.b, PQ_LIT("4"))->year, "2002");
  ASSERT_VIEW(pq_bibliography_of_pmid(p.b, PQ_LIT("500"))->year, "2003");
  ASSERT_VIEW(pq_bibliography_of_pmid(p.b, PQ_LIT("30"))->year, "2001");
  assert_null(pq_bibliography_of_pmid(p.b, PQ_LIT("31")));
  assert_null(pq_bibliography_of_pmid(p.b, PQ_LIT("501")));
  assert_null(pq_bibliography_of_pmid(p.b, PQ_LIT("x")));
  assert_null(pq_bibliography_of_pmid(p.b, PQ_LIT("")));
  assert_null(pq_bibliography_of_pmid(NULL, PQ_LIT("4")));
  papers_close(&p);
}

static void test_none(void **state) {
  (void)state;
  assert_int_equal(pq_bibliography_shelf(NULL)->n, 0);
  pq_bibliography_close(NULL);
}

/* An author without a name is never looked up: no warning, but news. */
static void test_no_author(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a", "PMID- 1\nDP  - 2001\n"), PQ_OK);
  assert_string_equal(p.heard.at[0].code, "bibliography.no-author");
  assert_int_equal(p.heard.at[0].severity, PQ_NOTE_INFO);
  assert_int_equal(pq_bibliography_shelf(p.b)->n, 0);
  papers_close(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_kinds),      cmocka_unit_test(test_no_kind),
      cmocka_unit_test(test_nothing),    cmocka_unit_test(test_each_paper_once),
      cmocka_unit_test(test_two_papers), cmocka_unit_test(test_files),
      cmocka_unit_test(test_none),       cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_digest),     cmocka_unit_test(test_any_order),
      cmocka_unit_test(test_no_author),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
