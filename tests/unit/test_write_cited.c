#include "bench.h"
#include "unit.h"

#include "write/cited.h"

static pq_view author(const pq_cited *c, uint32_t i) {
  assert_true(c->authors.at && i < c->authors.n);
  return c->authors.at ? c->authors.at[i] : PQ_LIT("");
}

static void fill(pq_bench *b, const char *key, pq_cited *out) {
  for (uint32_t i = 0; i < b->graph.n_works; ++i) {
    assert_int_equal(pq_cited_fill(out, &b->graph, b->graph.work_order[i]),
                     PQ_OK);
    if (pq_view_same(out->key, pq_view_of(key))) return;
  }
  fail_msg("no work: %s", key);
}

static void assert_note(pq_bench *b, const pq_cited *c, const char *want) {
  pq_buf_reset(&b->out);
  pq_cited_note(c, &b->out);
  ASSERT_VIEW(pq_buf_view(&b->out), want);
}

/* No list: only what the text says. */
static void test_as_written(void **state) {
  pq_bench *const b = *state;
  pq_cited c = {.year = 0};
  fill(b, "turner-alexander-2006", &c);
  assert_int_equal(c.authors.n, 2);
  ASSERT_VIEW(author(&c, 1), "Alexander");
  assert_true(c.surnames && c.review && !c.others);
  assert_int_equal(c.year, 2006);
  assert_int_equal(c.pmid.len + c.title.len + c.candidates.n, 0);
  assert_note(b, &c, "cited as a review, as Turner and Alexander 2006");
  fill(b, "R-HSA-9701524.han-2006a", &c);
  assert_true(c.others && !c.review);
  assert_note(b, &c, "cited as Han et al. 2006a");
}

static void set_authors(pq_bench *b, const char *authors, pq_cited *c) {
  for (uint32_t i = 0; i < b->record.references.n; ++i) {
    pq_reference *const ref = &b->record.references.at[i];
    if (pq_view_same(ref->pmid, PQ_LIT("11751994"))) {
      ref->authors = pq_view_of(authors);
      ref->title = PQ_LIT("A title");
    }
  }
  fill(b, "zhang-2002.11751994", c);
}

/* One reference of the list fits: it gives authors and title. */
static void test_resolved(void **state) {
  pq_bench *const b = *state;
  pq_cited c = {.year = 0};
  set_authors(b, "Zhang Q, Borden E", &c);
  ASSERT_VIEW(c.pmid, "11751994");
  assert_false(c.surnames || c.others);
  assert_int_equal(c.authors.n, 2);
  ASSERT_VIEW(author(&c, 0), "Zhang Q");
  ASSERT_VIEW(c.title, "A title");
  assert_note(b, &c, "cited as Zhang et al. 2002");
}

/* Several fit: none is taken. */
static void test_not_decided(void **state) {
  pq_bench *const b = *state;
  pq_cited c = {.year = 0};
  fill(b, "R-HSA-9701524.han-2006a", &c);
  assert_true(c.surnames && c.others);
  assert_int_equal(c.pmid.len + c.title.len, 0);
  assert_int_equal(c.candidates.n, 2);
  pq_buf_reset(&b->out);
  pq_cited_note(&c, &b->out);
  assert_true(
      pq_holds(pq_buf_view(&b->out), "2006a; not decided between PMID "));
}

/* A comma may part names, or stand in one. */
static void test_names(void **state) {
  pq_bench *const b = *state;
  pq_cited c = {.year = 0};
  set_authors(b, "Zhang Q, De Stefani D, Borden EC.", &c);
  assert_int_equal(c.authors.n, 3);
  ASSERT_VIEW(author(&c, 1), "De Stefani D");
  ASSERT_VIEW(author(&c, 2), "Borden EC");
  set_authors(b, "Zhang, Qian, Borden, Ernest", &c);
  assert_int_equal(c.authors.n, 1);
  ASSERT_VIEW(author(&c, 0), "Zhang, Qian, Borden, Ernest");
  set_authors(b, "Zhang, Qian; De Stefani, Diego;", &c);
  assert_int_equal(c.authors.n, 2);
  ASSERT_VIEW(author(&c, 1), "De Stefani, Diego");
  assert_false(c.others);
  set_authors(b, "Zhang Q, et al.", &c); /* no name */
  assert_int_equal(c.authors.n, 1);
  assert_true(c.others);
  set_authors(b, " ", &c); /* the text's are left */
  assert_true(c.surnames);
  ASSERT_VIEW(author(&c, 0), "Zhang");
}

/* One that fits, but not for certain; and one that has a DOI alone. */
static void test_perhaps(void **state) {
  pq_bench *const b = *state;
  pq_cited c = {.year = 0};
  pq_work *const w = &b->record.works.at[b->graph.work_order[0]];
  pq_reference *const refs = b->record.references.at;
  refs[1].pmid = PQ_LIT("");
  refs[1].doi = PQ_LIT("10.1000/x");
  refs[0].pmid = PQ_LIT("5");
  refs[2].pmid = PQ_LIT("6");
  w->maybe = true;
  w->n_fits = 1;
  w->fits[0] = 1;
  assert_int_equal(pq_cited_fill(&c, &b->graph, b->graph.work_order[0]), PQ_OK);
  c.label = PQ_LIT("X");
  assert_note(b, &c,
              c.review ? "cited as a review, as X; perhaps DOI 10.1000/x"
                       : "cited as X; perhaps DOI 10.1000/x");
  w->n_fits = 3;
  w->fits[1] = 0;
  w->fits[2] = 2;
  assert_int_equal(pq_cited_fill(&c, &b->graph, b->graph.work_order[0]), PQ_OK);
  pq_buf_reset(&b->out);
  pq_cited_note(&c, &b->out);
  assert_true(pq_view_ends(pq_buf_view(&b->out),
                           PQ_LIT("between DOI 10.1000/x, PMID 5, 6")));
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_as_written, pq_bench_file),  TEST(test_resolved, pq_bench_line),
      TEST(test_not_decided, pq_bench_line), TEST(test_names, pq_bench_line),
      TEST(test_perhaps, pq_bench_line),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
