#include "bench.h"
#include "engine.h"
#include "unit.h"

#include <stdio.h>

static pq_status push_reference(pq_record *r, const char *authors,
                                const char *year) {
  PQ_PUSH(r->arena, &r->references,
          ((pq_reference){.authors = pq_view_of(authors),
                          .year = pq_view_of(year)}));
  return PQ_OK;
}

static void add_reference(pq_bench *b, const char *authors, const char *year) {
  assert_int_equal(push_reference(&b->record, authors, year), PQ_OK);
}

static pq_work_id add_pair(pq_bench *b, const char *one, const char *two,
                           uint32_t year) {
  pq_work_id id = 0;
  pq_work w = {.authors = {pq_view_of(one)}, .n_authors = 1, .year = year};
  w.et_al = !two;
  if (two) w.authors[w.n_authors++] = pq_view_of(two);
  assert_int_equal(pq_store_work(&b->record, &w, &id), PQ_OK);
  return id;
}

static pq_work_id add_work(pq_bench *b, const char *author, uint32_t year) {
  return add_pair(b, author, NULL, year);
}

static void resolve(pq_bench *b) {
  pq_buf folded;
  pq_buf_init(&folded, NULL);
  assert_int_equal(pq_resolve_works(&b->record, NULL, &folded), PQ_OK);
  pq_buf_clear(&folded);
}

/* The same with a file of papers, in BibTeX. */
static pq_bibliography *resolve_with(pq_bench *b, const char *papers) {
  pq_buf folded;
  pq_bibliography *others = NULL;
  pq_buf_init(&folded, NULL);
  assert_int_equal(pq_bibliography_open(NULL, NULL, &others), PQ_OK);
  assert_int_equal(
      pq_bibliography_add_bytes(others, "a.bib", pq_view_of(papers)), PQ_OK);
  assert_int_equal(pq_bibliography_settle(others), PQ_OK);
  assert_int_equal(pq_resolve_works(&b->record, others, &folded), PQ_OK);
  pq_buf_clear(&folded);
  return others;
}

/* How many references fit; the first of them where there is one. */
static void assert_fits(const pq_bench *b, pq_work_id id, uint32_t n,
                        uint32_t first) {
  const pq_work *const w = &b->record.works.at[id];
  assert_int_equal(w->n_fits, n);
  if (n) assert_int_equal(w->fits[0], first);
}

static void test_surname_and_year(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Zamo A, Chiarle R, Piva R", "2002");
  add_reference(b, "Zhang Q, Raghunath PN", "2002");
  add_reference(b, "Zhang Q, Wang HY", "2007");
  const pq_work_id zamo = add_work(b, "Zamo", 2002);
  const pq_work_id zhang = add_work(b, "Zhang", 2007);
  const pq_work_id other_year = add_work(b, "Zhang", 2003);
  const pq_work_id nobody = add_work(b, "Zha", 2002);
  resolve(b);
  assert_fits(b, zamo, 1, 0);
  assert_fits(b, zhang, 1, 2);
  assert_fits(b, other_year, 0, 0);
  assert_fits(b, nobody, 0, 0);
}

/* Never the first, never the nearest. */
static void test_two_that_fit(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Han Y, Amin HM", "2006");
  add_reference(b, "Han Y, Lai R", "2006");
  const pq_work_id han = add_work(b, "Han", 2006);
  resolve(b);
  assert_fits(b, han, 2, 0);
  assert_int_equal(b->record.works.at[han].fits[1], 1);
}

static void test_list_without_years(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Gambi G, Di Simone E", "");
  const pq_work_id gambi = add_work(b, "Gambi", 2019);
  resolve(b);
  assert_fits(b, gambi, 1, 0);
}

/* Works of two years cannot both be the one reference. */
static void test_contested(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Chiarle R", "");
  const pq_work_id one = add_work(b, "Chiarle", 2003);
  const pq_work_id two = add_work(b, "Chiarle", 2005);
  resolve(b);
  assert_fits(b, one, 0, 0);
  assert_fits(b, two, 0, 0);
}

/* "A and B" asks for exactly these two. */
static void test_two_authors(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Turner SD, Alexander DR", "2006");
  add_reference(b, "Turner SD, Alexander DR, Lamant L", "2006");
  add_reference(b, "Turner SD, Merz H", "2006");
  const pq_work_id both = add_pair(b, "Turner", "Alexander", 2006);
  const pq_work_id first = add_work(b, "Turner", 2006);
  resolve(b);
  assert_fits(b, both, 1, 0);
  assert_fits(b, first, 3, 0);
}

static void test_spellings(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "M\xC3\xBCller KR, Han Y", "2001");
  add_reference(b, "De Stefani D, Rizzuto R", "2011");
  add_reference(b, "O'Brien J Jr, Smith A", "1999");
  add_reference(b, "Ullrich, Axel; Schlessinger, J", "1990");
  const pq_work_id mueller = add_work(b, "MULLER", 2001);
  const pq_work_id stefani = add_work(b, "De Stefani", 2011);
  const pq_work_id brien = add_work(b,
                                    "O\xE2\x80\x99"
                                    "Brien",
                                    1999);
  const pq_work_id ullrich = add_pair(b, "Ullrich", "Schlessinger", 1990);
  resolve(b);
  assert_fits(b, mueller, 1, 0);
  assert_fits(b, stefani, 1, 1);
  assert_fits(b, brien, 1, 2);
  assert_fits(b, ullrich, 1, 3);
}

static void test_again_is_the_same(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Zamo A", "2002");
  const pq_work_id zamo = add_work(b, "Zamo", 2002);
  resolve(b);
  resolve(b);
  assert_fits(b, zamo, 1, 0);
}

/* What the record's own list has is not asked elsewhere. */
static void test_own_list_wins(void **state) {
  pq_bench *const b = *state;
  add_reference(b, "Zamo A", "2002");
  const pq_work_id zamo = add_work(b, "Zamo", 2002);
  const pq_work_id smith = add_work(b, "Smith", 2001);
  const pq_work_id nobody = add_work(b, "Nobody", 2001);
  pq_bibliography *const others = resolve_with(
      b, "@a{a, author={Zamo, A}, year=2002, pmid=1}"
         " @a{b, author={Smith, J}, year=2001, pmid=2, doi={10.1/x}}");
  assert_fits(b, zamo, 1, 0);
  assert_fits(b, smith, 1, 1);
  assert_fits(b, nobody, 0, 0);
  assert_int_equal(b->record.references.n, 2);
  ASSERT_VIEW(b->record.references.at[1].pmid, "2");
  ASSERT_VIEW(b->record.references.at[1].doi, "10.1/x");
  assert_true(pq_work_is_known(&b->record.works.at[smith]));
  pq_bibliography_close(others);
}

/* Two that fit are candidates; so is one that may be another of that year. */
static void test_candidates(void **state) {
  pq_bench *const b = *state;
  const pq_work_id han = add_work(b, "Han", 2006);
  pq_work_id lettered = 0;
  const pq_work w = {.authors = {PQ_LIT_INIT("Lai")},
                     .n_authors = 1,
                     .year = 2005,
                     .letter = 'b'};
  assert_int_equal(pq_store_work(&b->record, &w, &lettered), PQ_OK);
  const pq_work_id undated = add_work(b, "Shi", 2006);
  pq_bibliography *const others =
      resolve_with(b, "@a{a, author={Han, Y}, year=2006, pmid=1}"
                      " @a{b, author={Han, Z}, year=2006, pmid=2}"
                      " @a{c, author={Lai, R}, year=2005, pmid=3}"
                      " @a{d, author={Shi, P}, pmid=4}");
  assert_int_equal(b->record.works.at[han].n_fits, 2);
  assert_int_equal(b->record.works.at[lettered].n_fits, 1);
  assert_int_equal(b->record.works.at[undated].n_fits, 1);
  assert_int_equal(b->record.references.n, 4);
  for (pq_work_id i = 1; i < b->record.works.n; ++i) {
    assert_false(pq_work_is_known(&b->record.works.at[i]));
  }
  pq_bibliography_close(others);
}

static void add_numbered(pq_bench *b, const char *authors, const char *pmid) {
  add_reference(b, authors, "");
  b->record.references.at[b->record.references.n - 1].pmid = pq_view_of(pmid);
}

/* The list has no years; the bibliography has them all, or lacks one. */
static void test_narrowed(void **state) {
  pq_bench *const b = *state;
  static const char *const papers[] = {
      "@a{a, author={X}, year=2003, pmid=1, doi={10.1/x}}"
      "@a{b, author={X}, year=2005, pmid=2}",
      "@a{a, author={X}, year=2003, pmid=1, doi={10.1/x}}"};
  add_numbered(b, "Chiarle R", "1");
  add_numbered(b, "Chiarle R", "2");
  const pq_work_id early = add_work(b, "Chiarle", 2003);
  const pq_work_id late = add_work(b, "Chiarle", 2005);
  const pq_work_id other = add_work(b, "Chiarle", 2004);
  pq_bibliography *const some = resolve_with(b, papers[1]); /* lends a DOI */
  assert_fits(b, early, 2, 0);
  pq_bibliography *const all = resolve_with(b, papers[0]);
  assert_fits(b, early, 1, 0);
  assert_fits(b, late, 1, 1);
  assert_fits(b, other, 2, 0);
  ASSERT_VIEW(b->record.references.at[0].doi, "10.1/x");
  assert_int_equal(b->record.references.n, 2);
  pq_bibliography_close(all);
  pq_bibliography_close(some);
}

/* A name that is nearly that of the list is a candidate; of the bibliography,
 * where there are namesakes of all kinds, it is not. */
static void test_misspelled(void **state) {
  pq_bench *const b = *state;
  add_numbered(b, "Zimmermann H", "1");
  const pq_work_id listed = add_work(b, "Zimmerman", 1992);
  const pq_work_id stranger = add_work(b, "Nakishima", 2005);
  pq_bibliography *const others =
      resolve_with(b, "@a{a, author={Nakashima, Y}, year=2005, pmid=2}");
  assert_fits(b, listed, 1, 0);
  assert_false(pq_work_is_known(&b->record.works.at[listed]));
  assert_fits(b, stranger, 0, 0);
  assert_false(b->record.works.at[stranger].maybe);
  pq_bibliography_close(others);
}

/* More than can be named: none is, for the first ones would be any. */
static void test_too_many(void **state) {
  pq_bench *const b = *state;
  char papers[2000];
  size_t n = 0;
  for (int i = 0; i <= PQ_FITS_MOST; ++i) {
    n += (size_t)snprintf(papers + n, sizeof papers - n,
                          "@a{a, author={Wang, Y}, year=2020, pmid=%d}\n",
                          i + 1);
  }
  const pq_work_id wang = add_work(b, "Wang", 2020);
  pq_bibliography *const others = resolve_with(b, papers);
  assert_fits(b, wang, 0, 0);
  assert_true(b->record.works.at[wang].maybe);
  assert_int_equal(b->record.references.n, 0);
  pq_bibliography_close(others);
}

/* A second run finds what the first one did, and lends nothing twice. */
static void test_lent_once(void **state) {
  pq_bench *const b = *state;
  const pq_work_id smith = add_work(b, "Smith", 2001);
  const pq_work_id both = add_pair(b, "Smith", "Jones", 2001);
  static const char papers[] =
      "@a{a, author={Smith, J and Jones, B}, year=2001, pmid=2}";
  pq_bibliography_close(resolve_with(b, papers));
  assert_fits(b, smith, 1, 0);
  assert_fits(b, both, 1, 0);
  pq_bibliography_close(resolve_with(b, papers));
  assert_int_equal(b->record.references.n, 1);
}

static void test_no_list(void **state) {
  pq_bench *const b = *state;
  const pq_work_id zamo = add_work(b, "Zamo", 2002);
  resolve(b);
  assert_fits(b, zamo, 0, 0);
}

/* A finding at each place, with line and column. */
static void test_findings(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  pq_heard_init(&heard);
  b->record.sink = &heard.sink;
  for (uint32_t i = 1; i < b->record.works.n; ++i) {
    b->record.works.at[i].year = 0;
  }
  resolve(b);
  assert_int_equal(heard.n, b->record.citations.n);
  assert_string_equal(heard.at[0].code, "citation.no-year");
  assert_int_equal(heard.at[0].severity, PQ_NOTE_INFO);
  assert_int_equal(heard.at[0].column, 138); /* in the one-line summary */
}

/* Columns are code points, and lines count from the record's first. */
static void test_places(void **state) {
  pq_bench *const b = *state;
  pq_text_id file = 0;
  pq_text_id field = 0;
  assert_int_equal(pq_store_text(&b->record, PQ_SOURCE_FILE,
                                 PQ_LIT("ab\n\xCE\xBA"
                                        "cd\n"),
                                 &file),
                   PQ_OK);
  assert_int_equal(
      pq_store_text(&b->record, PQ_SOURCE_SUMMARY, PQ_LIT("a\nb"), &field),
      PQ_OK);
  b->record.place = (pq_place){.file = PQ_LIT("f"), .line = 7};
  pq_place at = pq_record_place(&b->record, file, 1);
  assert_int_equal(at.line, 7);
  assert_int_equal(at.column, 2);
  at = pq_record_place(&b->record, file, 6);
  assert_int_equal(at.line, 8);
  assert_int_equal(at.column, 3);
  ASSERT_VIEW(at.file, "f");
  at = pq_record_place(&b->record, field, 2); /* a JSON line is one line */
  assert_int_equal(at.line, 7);
  assert_int_equal(at.column, 0);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_surname_and_year, pq_bench_empty),
      TEST(test_two_that_fit, pq_bench_empty),
      TEST(test_list_without_years, pq_bench_empty),
      TEST(test_contested, pq_bench_empty),
      TEST(test_two_authors, pq_bench_empty),
      TEST(test_spellings, pq_bench_empty),
      TEST(test_again_is_the_same, pq_bench_empty),
      TEST(test_own_list_wins, pq_bench_empty),
      TEST(test_candidates, pq_bench_empty),
      TEST(test_misspelled, pq_bench_empty),
      TEST(test_narrowed, pq_bench_empty),
      TEST(test_too_many, pq_bench_empty),
      TEST(test_lent_once, pq_bench_empty),
      TEST(test_no_list, pq_bench_empty),
      TEST(test_findings, pq_bench_file),
      TEST(test_places, pq_bench_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
