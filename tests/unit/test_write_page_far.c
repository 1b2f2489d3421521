#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/page.h"

static const pq_page_far claims[] = {
    {PQ_STATES_CLAIM,
     PQ_LIT_INIT("http://x/claim/30d0eec619626e19d1eaedc2afb8494c"),
     PQ_LIT_INIT("A <acts> on B"), PQ_LIT_INIT("records/R-1.html")},
    {PQ_STATES_DISPUTE,
     PQ_LIT_INIT("http://x/dispute/89cfd83970e8613125a93d9894b93bbe"),
     PQ_LIT_INIT("A or B?"), PQ_LIT_INIT("records/R-2.html")},
};

static const char drawn[] =
    "<svg width=\"9pt\" height=\"8pt\" viewBox=\"0 0 9 8\">\n"
    "<g id=\"o-arc-1\" class=\"edge c30d0eec6\">\n"
    "<g id=\"a_o-arc-1\"><a xlink:title=\"t\">\n<path d=\"M0,0\"/>\n"
    "</a>\n</g>\n</g>\n"
    "<g id=\"o-uniprot-P1\" class=\"node protein\">\n</g>\n"
    "<g id=\"o-r\" class=\"node disputed c89cfd839\">\n"
    "<g id=\"a_o-r\"><a xlink:title=\"t\">\n<text x=\"1\">or</text>\n"
    "</a>\n</g>\n</g>\n</svg>\n";

static pq_status run(void *user, pq_alloc *alloc) {
  const pq_bench *const b = user;
  pq_arena arena;
  pq_buf out;
  pq_arena_init(&arena, alloc, 0);
  pq_buf_init(&out, alloc);
  const pq_status st =
      pq_page_overview(&b->maker, &arena, claims, 2, pq_view_of(drawn), &out);
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
  return st;
}

/* Arcs and boxes lead to the pages that tell of them; things lead nowhere. */
static void test_leads(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_page_overview(&b->maker, &b->arena, claims, 2,
                                    pq_view_of(drawn), &b->out),
                   PQ_OK);
  const pq_view page = pq_buf_view(&b->out);
  assert_true(pq_holds(page, "<a href=\"records/R-1.html#claim-"
                             "30d0eec619626e19d1eaedc2afb8494c\" "
                             "aria-label=\"A &lt;acts&gt; on B\">"));
  assert_true(pq_holds(page, "<a href=\"records/R-2.html#dispute-"
                             "89cfd83970e8613125a93d9894b93bbe\" "
                             "aria-label=\"or A or B?\">"));
  assert_true(pq_holds(page, "<g class=\"node protein\">"));
  assert_true(pq_holds(page, "<a href=\"index.html\">All records</a>"));
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(run, *state, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_leads, pq_bench_empty,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_out_of_memory, pq_bench_empty,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
