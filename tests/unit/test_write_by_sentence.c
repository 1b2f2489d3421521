#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/by_sentence.h"

/* Every row of a table is on the shelf of its sentence, in its order. */
static void test_seed(void **state) {
  const pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  pq_shelves shelves;
  uint32_t n = 0;
  assert_int_equal(pq_shelves_fill(r, &shelves), PQ_OK);
  for (pq_sentence_id s = 0; s < r->sentences.n; ++s) {
    uint32_t last = 0;
    for (uint32_t k = 0; k < pq_shelf_count(&shelves.citations, s); ++k) {
      const uint32_t row = pq_shelf_at(&shelves.citations, s, k);
      assert_int_equal(r->citations.at[row].sentence, s);
      assert_true(!k || row > last);
      last = row;
    }
    n += pq_shelf_count(&shelves.citations, s);
  }
  assert_int_equal(n, r->citations.n);
  assert_true(n > 10);
}

static void test_counts(void **state) {
  const pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  pq_shelves shelves;
  uint32_t mentions = 0;
  uint32_t evidence = 0;
  assert_int_equal(pq_shelves_fill(r, &shelves), PQ_OK);
  for (pq_sentence_id s = 0; s < r->sentences.n; ++s) {
    mentions += pq_shelf_count(&shelves.mentions, s);
    evidence += pq_shelf_count(&shelves.evidence, s);
  }
  assert_int_equal(mentions, r->mentions.n - 1); /* slot 0 is no mention */
  assert_int_equal(evidence, r->evidence.n);
}

static void test_no_sentence(void **state) {
  const pq_bench *const b = *state;
  pq_shelves shelves;
  assert_int_equal(pq_shelves_fill(&b->record, &shelves), PQ_OK);
}

static pq_status fill(void *user, pq_alloc *alloc) {
  const pq_bench *const b = user;
  pq_arena arena;
  pq_record r = b->record;
  pq_shelves shelves;
  pq_arena_init(&arena, alloc, 0);
  r.arena = &arena;
  const pq_status st = pq_shelves_fill(&r, &shelves);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(fill, *state, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_seed, pq_bench_line, pq_bench_close),
      cmocka_unit_test_setup_teardown(test_counts, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_no_sentence, pq_bench_empty,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_out_of_memory, pq_bench_line,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
