#include "test_read_papers.h"

static const char two[] = "\n"
                          "PMID- 101\n"
                          "OWN - NLM\n"
                          "DP  - 2002 Jan 15\n"
                          "TI  - A title that goes\n"
                          "      on in the next line.\n"
                          "LID - S1-2 [pii]\n"
                          "LID - 10.1000/AB(1) [doi]\n"
                          "FAU - de Vries, Hugo\n"
                          "AU  - de Vries H\n"
                          "FAU - Smith, John Jr\n"
                          "AU  - Smith J Jr\n"
                          "\n"
                          "PMID- 102\r\n"
                          "DP  - 1999 Winter\r\n"
                          "AU  - Smith J\r\n";

static void test_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.nbib", two), PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "de Vries", 2002);
  ASSERT_VIEW(ref->pmid, "101");
  ASSERT_VIEW(ref->doi, "10.1000/ab(1)");
  ASSERT_VIEW(ref->title, "A title that goes on in the next line.");
  ASSERT_VIEW(papers_one(&p, "Smith", 1999)->pmid, "102");
  assert_int_equal(papers_find(&p, "Smith", 2002).n, 0);
  papers_close(&p);
}

/* Names in full and short are of the same two people. */
static void test_authors_count_once(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.nbib", two), PQ_OK);
  assert_int_equal(papers_find_pair(&p, "de Vries", "Smith", 2002).n, 1);
  assert_int_equal(papers_find_pair(&p, "de Vries", "Jones", 2002).n, 0);
  papers_close(&p);
}

static void test_group(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.nbib", "PMID- 1\nCN  - Some Consortium\nDP  - 2001\n"),
      PQ_OK);
  ASSERT_VIEW(papers_one(&p, "Some Consortium", 2001)->pmid, "1");
  papers_close(&p);
}

/* A line that is none costs its entry, and no other. */
static void test_bad_line(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.nbib",
                               "PMID- 1\nAU  - Gordon A\nnonsense\n"
                               "PMID- 2\nAU  - Smith J\nDP  - 2001\n"),
                   PQ_OK);
  papers_warned(&p, 3, 1);
  assert_int_equal(p.heard.n, 1);
  assert_int_equal(papers_find(&p, "Gordon", 0).n, 0);
  ASSERT_VIEW(papers_one(&p, "Smith", 2001)->pmid, "2");
  papers_close(&p);
}

static void test_no_number(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.nbib", "PMID- 1x\nAU  - Gordon A\nDP  - 2001\n"),
      PQ_OK);
  papers_warned(&p, 1, 1);
  assert_string_equal(p.heard.at[0].code, "bibliography.pmid");
  ASSERT_VIEW(papers_one(&p, "Gordon", 2001)->pmid, "");
  papers_close(&p);
}

static void test_no_memory(void **state) {
  (void)state;
  papers_fail_each("a.nbib", two);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),
      cmocka_unit_test(test_authors_count_once),
      cmocka_unit_test(test_group),
      cmocka_unit_test(test_bad_line),
      cmocka_unit_test(test_no_number),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
