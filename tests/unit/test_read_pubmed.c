#include "test_read_papers.h"

#include <stdlib.h>

#define HEAD "<?xml version=\"1.0\"?>\n"

static const char text[] = HEAD
    "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD\" "
    "\"https://dtd.nlm.nih.gov/x.dtd\">\n"
    "<PubmedArticleSet>\n"
    "<PubmedArticle><MedlineCitation><PMID Version=\"1\">101</PMID><Article>"
    "<Journal><JournalIssue><PubDate><Year>2002</Year></PubDate></JournalIssue>"
    "</Journal><ArticleTitle>The <i>ALK</i> &amp; STAT3</ArticleTitle>"
    "<ELocationID EIdType=\"pii\">S1</ELocationID>"
    "<AuthorList><Author><LastName>M\xC3\xBCller</LastName></Author>"
    "<Author><CollectiveName>A Group</CollectiveName></Author></AuthorList>"
    "</Article><CommentsCorrectionsList><CommentsCorrections><PMID>999</PMID>"
    "</CommentsCorrections></CommentsCorrectionsList></MedlineCitation>"
    "<PubmedData><ArticleIdList><ArticleId IdType=\"doi\">10.1000/X</ArticleId>"
    "</ArticleIdList><ReferenceList><Reference><ArticleIdList>"
    "<ArticleId IdType=\"doi\">10.1000/other</ArticleId></ArticleIdList>"
    "</Reference></ReferenceList></PubmedData></PubmedArticle>\n"
    "<PubmedArticle><MedlineCitation><PMID>102</PMID><Article><Journal>"
    "<JournalIssue><PubDate><MedlineDate>1998 Nov-Dec</MedlineDate></PubDate>"
    "</JournalIssue></Journal><AuthorList><Author><LastName>Smith</LastName>"
    "</Author></AuthorList></Article></MedlineCitation></PubmedArticle>\n"
    "</PubmedArticleSet>\n";

static void test_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.xml", text), PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "Muller", 2002);
  ASSERT_VIEW(ref->pmid, "101");
  ASSERT_VIEW(ref->doi, "10.1000/x");
  ASSERT_VIEW(ref->title, "The ALK & STAT3");
  assert_int_equal(papers_find_pair(&p, "Muller", "A Group", 2002).n, 1);
  ASSERT_VIEW(papers_one(&p, "Smith", 1998)->pmid, "102");
  papers_close(&p);
}

/* Entities could grow without end. */
static void test_entities(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.xml",
                               HEAD "<!DOCTYPE PubmedArticleSet [\n"
                                    "<!ENTITY a \"aaaa\">\n"
                                    "<!ENTITY b \"&a;&a;\">]>\n"
                                    "<PubmedArticleSet>&b;</PubmedArticleSet>"),
                   PQ_BAD_SYNTAX);
  papers_refused(&p, 2, 28);
  papers_close(&p);
}

/* What is not declared stands for nothing, from nowhere. */
static void test_outer_entities(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.xml",
                               HEAD
                               "<!DOCTYPE PubmedArticleSet [\n"
                               "<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n"
                               "<PubmedArticleSet>&a;</PubmedArticleSet>"),
                   PQ_BAD_SYNTAX);
  papers_refused(&p, 2, 28);
  papers_close(&p);
}

static void test_broken(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.xml", "<PubmedArticleSet>\n<PubmedArticle></x>"),
      PQ_BAD_SYNTAX);
  papers_refused(&p, 2, 18);
  papers_close(&p);
}

static void test_other_xml(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.xml", "<html><p>1</p></html>"),
                   PQ_BAD_SYNTAX);
  papers_refused(&p, 1, 1);
  papers_close(&p);
}

static void test_deep(void **state) {
  (void)state;
  enum {
    N = 100000
  };
  papers p;
  char *const deep = malloc(18 + 3 * N + 1);
  assert_non_null(deep);
  memcpy(deep, "<PubmedArticleSet>", 18);
  for (size_t i = 0; i < N; ++i) {
    memcpy(deep + 18 + 3 * i, "<a>", 3);
  }
  deep[18 + 3 * N] = '\0';
  assert_int_equal(papers_read(&p, "a.xml", deep), PQ_LIMIT);
  papers_refused(&p, 1, 18 + 3 * 63 + 1);
  papers_close(&p);
  free(deep);
}

static void test_no_memory(void **state) {
  (void)state;
  papers_fail_each("a.xml", text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),         cmocka_unit_test(test_entities),
      cmocka_unit_test(test_outer_entities), cmocka_unit_test(test_broken),
      cmocka_unit_test(test_other_xml),      cmocka_unit_test(test_deep),
      cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
