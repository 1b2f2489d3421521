#include "test_read_papers.h"

static const char text[] = "TY  - JOUR\n"
                           "AU  - van der Geer, Peter\n"
                           "A1  - Smith, J.\n"
                           "PY  - 1994/05/01/Spring\n"
                           "T1  - A title\n"
                           "DO  - doi:10.1000/X\n"
                           "N1  - PMID: 101\n"
                           "ER  - \n"
                           "\n"
                           "TY  - JOUR\n"
                           "AU  - Gordon, A\n"
                           "Y1  - 2001\n"
                           "AN  - 102\n"
                           "DB  - PubMed\n"
                           "ER  - \n"
                           "TY  - JOUR\n"
                           "AU  - Jones, B\n"
                           "PY  - 2001\n"
                           "AN  - 103\n"
                           "DB  - Scopus\n"
                           "UR  - https://pubmed.ncbi.nlm.nih.gov/104/\n"
                           "ER  - \n";

static void test_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.ris", text), PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "van der Geer", 1994);
  ASSERT_VIEW(ref->pmid, "101");
  ASSERT_VIEW(ref->doi, "10.1000/x");
  ASSERT_VIEW(ref->title, "A title");
  assert_int_equal(papers_find_pair(&p, "Geer", "Smith", 1994).n, 1);
  papers_close(&p);
}

/* An accession number is PubMed's where the entry says so. */
static void test_numbers(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.ris", text), PQ_OK);
  ASSERT_VIEW(papers_one(&p, "Gordon", 2001)->pmid, "102");
  ASSERT_VIEW(papers_one(&p, "Jones", 2001)->pmid, "104");
  papers_close(&p);
}

static void test_no_end(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.ris",
                               "TY  - JOUR\nAU  - Gordon, A\n"
                               "TY  - JOUR\nAU  - Smith, J\nER  - \n"
                               "AU  - Jones, B\nER  - \n"
                               "TY  - JOUR\nAU  - Brown, C\n"),
                   PQ_OK);
  papers_warned(&p, 3, 1);
  assert_int_equal(p.heard.n, 3);
  assert_int_equal(p.heard.at[1].line, 6);
  assert_int_equal(p.heard.at[2].line, 9);
  assert_int_equal(papers_find(&p, "Gordon", 0).n, 0);
  assert_int_equal(papers_find(&p, "Smith", 0).n, 1);
  assert_int_equal(papers_find(&p, "Jones", 0).n, 0);
  assert_int_equal(papers_find(&p, "Brown", 0).n, 0);
  papers_close(&p);
}

/* A title goes on in a line without a tag, also with CRLF; a blank line does
 * not end it. */
static void test_long_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.ris",
                               "\xEF\xBB\xBFTY  - JOUR\r\n"
                               "TI  - A title that goes\r\n"
                               "on in the next line\r\n"
                               "\r\n"
                               "AU  - Brown, C\r\n"
                               "PY  - 2001\r\n"
                               "N1  - words\r\n"
                               "PMID: 7\r\n"
                               "ER  - \r\n"),
                   PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "Brown", 2001);
  ASSERT_VIEW(ref->title, "A title that goes on in the next line");
  ASSERT_VIEW(ref->pmid, "7");
  papers_close(&p);
}

/* A number in a note about other papers is none of this one. */
static void test_other_numbers(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.ris",
                  "TY  - JOUR\nAU  - Brown, C\nPY  - 2001\n"
                  "N1  - Comment in: J Things 2002;5. PMID: 8\n"
                  "N1  - see https://pubmed.ncbi.nlm.nih.gov/9\nER  - \n"),
      PQ_OK);
  ASSERT_VIEW(papers_one(&p, "Brown", 2001)->pmid, "");
  papers_close(&p);
}

static void test_no_memory(void **state) {
  (void)state;
  papers_fail_each("a.ris", text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),        cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_no_end),        cmocka_unit_test(test_long_fields),
      cmocka_unit_test(test_other_numbers), cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
