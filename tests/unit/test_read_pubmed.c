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

/* What PubMed says is not valid stands beside what is; books are told. */
static void test_withdrawn(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.xml",
                  "<PubmedArticleSet><PubmedArticle><MedlineCitation>"
                  "<PMID>7</PMID><Article><AuthorList>"
                  "<Author ValidYN=\"N\"><LastName>Smitt</LastName></Author>"
                  "<Author ValidYN=\"Y\"><LastName>Smith</LastName></Author>"
                  "</AuthorList><ELocationID EIdType=\"doi\" ValidYN=\"N\">"
                  "10.1/wrong</ELocationID></Article></MedlineCitation>"
                  "</PubmedArticle>\n"
                  "<PubmedBookArticle><BookDocument><PMID>8</PMID>"
                  "</BookDocument></PubmedBookArticle></PubmedArticleSet>"),
      PQ_OK);
  assert_int_equal(papers_find(&p, "Smitt", 0).n, 0);
  const pq_fitting found = papers_find(&p, "Smith", 0);
  assert_int_equal(found.n, 1);
  ASSERT_VIEW(pq_bibliography_at(p.b, found.fits[0])->doi, "");
  assert_int_equal(p.heard.n, 1);
  assert_string_equal(p.heard.at[0].code, "bibliography.book");
  assert_int_equal(p.heard.at[0].line, 2);
  papers_close(&p);
}

/* A letter that is not known must not be left out of a name. */
static void test_skipped_entity(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(&p, "a.xml",
                  "<!DOCTYPE PubmedArticleSet SYSTEM \"x.dtd\">\n"
                  "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article>"
                  "<AuthorList><Author><LastName>M&uuml;ller</LastName>"
                  "</Author></AuthorList></Article></MedlineCitation>"
                  "</PubmedArticle></PubmedArticleSet>"),
      PQ_OK);
  papers_warned(&p, 2, 91);
  assert_int_equal(papers_find(&p, "Mller", 0).n, 0);
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
      cmocka_unit_test(test_no_memory),      cmocka_unit_test(test_withdrawn),
      cmocka_unit_test(test_skipped_entity),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
