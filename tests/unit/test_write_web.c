#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/web.h"

#define ASSERT_HOLDS(b, part) \
  assert_true(pq_holds(pq_buf_view(&(b)->out), part))

/* The row of the seed: its counts are those that it should have. */
static void test_row(void **state) {
  pq_bench *const b = *state;
  pq_web web;
  pq_web_init(&web, NULL);
  assert_int_equal(pq_web_add(&web, &b->graph, PQ_LIT("STEM"), &b->out), PQ_OK);
  assert_true(pq_view_starts(
      pq_buf_view(&b->out),
      PQ_LIT("[\"STEM\",\"R-HSA-9701524\",\"STAT3 is phosphorylated downstream "
             "of active ALK\",\"Homo sapiens\",[\"phosphorylation\",")));
  ASSERT_HOLDS(b, ",],[14,1,0,2,1,1,0,],16,1,1,15,0,0,\"");
  ASSERT_HOLDS(b, "uniprot:P40763 HGNC:11364");
  assert_true(pq_view_ends(pq_buf_view(&b->out), PQ_LIT("\"],\n")));
  pq_web_clear(&web);
}

static void test_sums(void **state) {
  pq_bench *const b = *state;
  pq_web web;
  pq_web_init(&web, NULL);
  for (int i = 0; i < 2; ++i) { /* the same works, but twice the claims */
    assert_int_equal(pq_web_add(&web, &b->graph, PQ_LIT("S"), &b->out), PQ_OK);
  }
  assert_int_equal(web.records, 2);
  assert_int_equal(web.claims, 32);
  assert_int_equal(web.cited.n, 15);
  assert_int_equal(web.by_stance[PQ_ASSERTED], 28);
  assert_int_equal(web.sentences, web.heard);
  for (uint32_t i = 0; i < web.cited.n; ++i) {
    assert_int_equal(web.cited.at[i].records, 2);
    assert_int_equal(web.cited.at[i].claims % 2, 0);
  }
  pq_web_clear(&web);
}

static void test_index(void **state) {
  pq_bench *const b = *state;
  pq_web web;
  pq_web_init(&web, NULL);
  assert_int_equal(pq_web_add(&web, &b->graph, PQ_LIT("a.1"), &b->out), PQ_OK);
  pq_buf_reset(&b->out);
  assert_int_equal(pq_web_index(&web, &b->maker, &b->out), PQ_OK);
  ASSERT_HOLDS(b, "<li><b>1</b> record</li><li><b>16</b> claims</li>");
  ASSERT_HOLDS(b, "<a href=\"#kind=open_question\">open question</a>");
  ASSERT_HOLDS(b, "<a href=\"#kind=phosphorylation\">phosphorylation</a></th>"
                  "<td class=\"bar\"><svg viewBox=\"0 0 1000 10\"");
  ASSERT_HOLDS(b, "<li><a href=\"records/a.1.html\">STAT3 is");
  ASSERT_HOLDS(b, "<td class=\"n\">6 of 6</td>");
  pq_web_clear(&web);
}

static void test_no_record(void **state) {
  pq_bench *const b = *state;
  pq_web web;
  pq_web_init(&web, NULL);
  assert_int_equal(pq_web_index(&web, &b->maker, &b->out), PQ_OK);
  ASSERT_HOLDS(b, "<li><b>0</b> records</li>");
  pq_web_clear(&web);
}

static pq_status run(void *user, pq_alloc *alloc) {
  const pq_bench *const b = user;
  pq_web web;
  pq_buf out;
  pq_arena arena;
  pq_record record = b->record;
  pq_graph graph = b->graph;
  pq_arena_init(&arena, alloc, 0);
  pq_buf_init(&out, alloc);
  pq_web_init(&web, alloc);
  record.arena = graph.arena = &arena;
  graph.record = &record;
  pq_status st = pq_web_add(&web, &graph, PQ_LIT("S"), &out);
  if (!st) st = pq_web_index(&web, &b->maker, &out);
  pq_web_clear(&web);
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(run, *state, PQ_OK);
}

#define WITH_SEED(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_line, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_SEED(test_row),
      WITH_SEED(test_sums),
      WITH_SEED(test_index),
      cmocka_unit_test_setup_teardown(test_no_record, pq_bench_empty,
                                      pq_bench_close),
      WITH_SEED(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
