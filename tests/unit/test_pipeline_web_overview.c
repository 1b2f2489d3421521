#include "test_write_records.h"
#include "unit.h"
#include "web_overview.h"

typedef struct kept {
  pq_engine *engine;
  pq_web_overview overview;
  pq_buf dot;
} kept;

static void open_kept(kept *k) {
  assert_int_equal(pq_engine_open(NULL, NULL, &k->engine), PQ_OK);
  pq_web_overview_init(&k->overview, k->engine);
  pq_buf_init(&k->dot, NULL);
  assert_int_equal(pq_web_overview_open(&k->overview, NULL), PQ_OK);
}

static void close_kept(kept *k) {
  pq_web_overview_clear(&k->overview);
  pq_buf_clear(&k->dot);
  pq_engine_close(k->engine);
}

/* A claim leads to the first record that makes it. */
static void test_first_record(void **state) {
  (void)state;
  kept k;
  sample seed;
  open_kept(&k);
  sample_seed(&seed);
  for (int i = 0; i < 2; ++i) {
    assert_int_equal(pq_web_overview_add(&k.overview, &seed.graph,
                                         i ? PQ_LIT("two") : PQ_LIT("one")),
                     PQ_OK);
  }
  assert_int_equal(k.overview.claims.n, 18);
  for (uint32_t i = 0; i < k.overview.claims.n; ++i) {
    ASSERT_VIEW(k.overview.claims.at[i].page, "records/one.html");
  }
  assert_int_equal(pq_web_overview_dot(&k.overview, &k.dot), PQ_OK);
  assert_true(
      pq_view_starts(pq_buf_view(&k.dot), PQ_LIT("digraph \"overview\"")));
  pq_arena_clear(&seed.arena);
  close_kept(&k);
}

static void test_nothing(void **state) {
  (void)state;
  kept k;
  open_kept(&k);
  assert_int_equal(pq_web_overview_dot(&k.overview, &k.dot), PQ_OK);
  assert_int_equal(k.dot.len, 0);
  close_kept(&k);
}

/* Past the limit nothing is kept any more, and none is drawn. */
static void test_too_many(void **state) {
  (void)state;
  kept k;
  open_kept(&k);
  pq_page_far *const many =
      pq_arena_take(&k.overview.arena, 1000 * sizeof *many);
  assert_non_null(many);
  k.overview.claims.at = many;
  k.overview.claims.n = k.overview.claims.cap = 1000;
  sample seed;
  sample_seed(&seed);
  assert_int_equal(pq_web_overview_add(&k.overview, &seed.graph, PQ_LIT("one")),
                   PQ_OK);
  assert_false(k.overview.open);
  assert_int_equal(pq_web_overview_dot(&k.overview, &k.dot), PQ_OK);
  assert_int_equal(k.dot.len, 0);
  pq_arena_clear(&seed.arena);
  close_kept(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_first_record),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_too_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
