#include "test_read_papers.h"

static const char text[] =
    "[{\"author\": [{\"family\": \"Vries\", \"non-dropping-particle\": \"de\","
    " \"given\": \"H\"}, {\"literal\": \"A Group\"}],\n"
    "  \"title\": \"A \\u03b2 {title}\", \"DOI\": \"10.1000/X\",\n"
    "  \"issued\": {\"date-parts\": [[2002, 1]]}, \"PMID\": 101},\n"
    " {\"author\": [{\"family\": \"Smith\"}], \"issued\": {\"raw\": \"May "
    "1999\"},"
    "\n  \"note\": \"PMID: 102\\nPMCID: PMC9\", \"year-suffix\": \"a\"}]\n";

static void test_fields(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.json", text), PQ_OK);
  assert_int_equal(p.heard.n, 0);
  const pq_reference *const ref = papers_one(&p, "de Vries", 2002);
  ASSERT_VIEW(ref->pmid, "101");
  ASSERT_VIEW(ref->doi, "10.1000/x");
  ASSERT_VIEW(ref->title, "A \xCE\xB2 {title}");
  assert_int_equal(papers_find_pair(&p, "Vries", "A Group", 2002).n, 1);
  papers_close(&p);
}

/* 1999a is the entry with that letter, and may be 1999. */
static void test_letter(void **state) {
  (void)state;
  papers p;
  pq_work work = {.authors = {PQ_LIT_INIT("Smith")},
                  .n_authors = 1,
                  .year = 1999,
                  .letter = 'a'};
  assert_int_equal(papers_read(&p, "a.json", text), PQ_OK);
  pq_fitting found = papers_find_work(&p, &work);
  assert_int_equal(found.n, 1);
  assert_false(found.maybe);
  work.letter = 'b';
  assert_int_equal(papers_find_work(&p, &work).n, 0);
  work.letter = '\0';
  found = papers_find_work(&p, &work);
  assert_int_equal(found.n, 1);
  assert_true(found.maybe);
  papers_close(&p);
}

static void test_shapes(void **state) {
  (void)state;
  static const char *const texts[] = {
      "{\"author\": [{\"family\": \"Smith\"}], \"issued\": \"2001\"}",
      "{\"x\": {\"items\": []}, \"items\": [{\"author\": [{\"family\":"
      " \"Smith\"}], \"issued\": {\"literal\": \"2001\"}}]}",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    papers p;
    assert_int_equal(papers_read(&p, "a.json", texts[i]), PQ_OK);
    assert_int_equal(papers_find(&p, "Smith", 2001).n, 1);
    papers_close(&p);
  }
}

/* What Zotero marks in a title is none of its words; what is no mark is. */
static void test_marks(void **state) {
  (void)state;
  papers p;
  assert_int_equal(
      papers_read(
          &p, "a.json",
          "{\"author\": [{\"family\": \"Smith\"}], \"issued\": \"2001\","
          " \"title\": \"<i>ALK</i> Ca<sup>2+</sup> a<b <span class="
          "\\\"nocase\\\">p53</span> <x>\"}"),
      PQ_OK);
  ASSERT_VIEW(papers_one(&p, "Smith", 2001)->title, "ALK Ca2+ a<b p53 <x>");
  papers_close(&p);
}

/* Items without a list are all read; two lists in one file are not one. */
static void test_many(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.json",
                               "{\"author\": [{\"family\": \"Smith\"}]}\n"
                               "{\"author\": [{\"family\": \"Jones\"}]}\n"),
                   PQ_OK);
  assert_int_equal(papers_find(&p, "Smith", 0).n, 1);
  assert_int_equal(papers_find(&p, "Jones", 0).n, 1);
  papers_close(&p);
  assert_int_equal(papers_read(&p, "a.json", "[{}]\n[{}]\n"), PQ_BAD_SYNTAX);
  assert_int_equal(p.heard.n, 2);
  assert_int_equal(p.heard.at[1].line, 2);
  assert_int_equal(p.heard.at[1].column, 1);
  papers_close(&p);
}

static void test_bad_items(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.json",
                               "[{\"author\": }, \n  {\"title\" 1},\n"
                               "{\"author\": [{\"family\": \"Smith\"}]}]"),
                   PQ_OK);
  papers_warned(&p, 1, 2);
  assert_int_equal(p.heard.n, 2);
  assert_int_equal(p.heard.at[1].line, 2);
  assert_int_equal(p.heard.at[1].column, 3);
  assert_int_equal(papers_find(&p, "Smith", 0).n, 1);
  papers_close(&p);
}

static void test_broken(void **state) {
  (void)state;
  papers p;
  assert_int_equal(papers_read(&p, "a.json", "[{},\n {\"a\": [1}"),
                   PQ_BAD_SYNTAX);
  assert_int_equal(papers_find(&p, "Smith", 0).n, 0);
  papers_close(&p);
  assert_int_equal(papers_read(&p, "a.json", "[\n 7]"), PQ_BAD_SYNTAX);
  papers_refused(&p, 2, 2);
  papers_close(&p);
}

static void test_no_memory(void **state) {
  (void)state;
  papers_fail_each("a.json", text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields), cmocka_unit_test(test_letter),
      cmocka_unit_test(test_shapes), cmocka_unit_test(test_bad_items),
      cmocka_unit_test(test_broken), cmocka_unit_test(test_marks),
      cmocka_unit_test(test_many),   cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
