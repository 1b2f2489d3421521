#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/page_parts.h"

static pq_page page_of(pq_bench *b) {
  pq_buf_reset(&b->out);
  return (pq_page){
      .g = &b->graph, .r = &b->record, .arena = &b->arena, .out = &b->out};
}

static void test_set(void **state) {
  static const uint32_t put[] = {5, 1, 3, 5, 1, 4};
  static const uint32_t want[] = {1, 3, 4, 5};
  pq_bench *const b = *state;
  const pq_page p = page_of(b);
  pq_page_set set = {NULL, 0, 0};
  pq_page_marks(&p, &set);
  assert_int_equal(b->out.len, 0);
  for (size_t i = 0; i < sizeof put / sizeof put[0]; ++i) {
    assert_int_equal(pq_page_set_put(&b->arena, &set, put[i]), PQ_OK);
  }
  assert_int_equal(set.n, 4);
  assert_memory_equal(set.at, want, sizeof want);
  pq_page_marks(&p, &set);
  ASSERT_VIEW(pq_buf_view(&b->out), " data-c=\"1 3 4 5\"");
}

static void test_line(void **state) {
  pq_bench *const b = *state;
  const pq_page p = page_of(b);
  pq_page_line(&p, PQ_LIT("  a\n\t<b>  c  "));
  ASSERT_VIEW(pq_buf_view(&b->out), "a &lt;b&gt; c");
}

/* What a reader must not overlook ranks above what is firm. */
static void test_rank(void **state) {
  static const pq_stance order[] = {
      PQ_PRESUPPOSED, PQ_ASSERTED,    PQ_HEDGED,       PQ_UNCLEAR,
      PQ_DENIED,      PQ_ALTERNATIVE, PQ_CONTROVERSIAL};
  (void)state;
  for (size_t i = 1; i < sizeof order / sizeof order[0]; ++i) {
    assert_true(pq_page_rank(order[i - 1]) < pq_page_rank(order[i]));
  }
}

/* A buffer that failed and is emptied has told the page. */
static void test_empty(void **state) {
  pq_bench *const b = *state;
  const pq_page p = page_of(b);
  pq_failing f = pq_failing_new(0);
  pq_buf room;
  pq_buf_init(&room, &f.base);
  pq_buf_text(&room, "x");
  assert_int_equal(room.status, PQ_NO_MEM);
  pq_page_empty(&p, &room);
  assert_int_equal(room.status, PQ_OK);
  assert_int_equal(b->out.status, PQ_NO_MEM);
  pq_buf_clear(&room);
}

#define WITH_RECORD(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_RECORD(test_set),
      WITH_RECORD(test_line),
      cmocka_unit_test(test_rank),
      WITH_RECORD(test_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
