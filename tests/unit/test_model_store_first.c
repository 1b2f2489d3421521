#include "bench.h"
#include "unit.h"

static pq_status put(pq_record *r, pq_sentence_id sentence) {
  PQ_PUSH(r->arena, &r->mentions, ((pq_mention){.sentence = sentence}));
  PQ_PUSH(r->arena, &r->sites, ((pq_site_mention){.sentence = sentence}));
  PQ_PUSH(r->arena, &r->citations, ((pq_citation){.sentence = sentence}));
  PQ_PUSH(r->arena, &r->species_said,
          ((pq_species_mention){.sentence = sentence}));
  return PQ_OK;
}

/* Against a look at each row: rows of no sentence, of several, of the last. */
static void test_first_rows(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  enum {
    N = 40
  };
  static const pq_sentence_id sentences[] = {1, 1, 1, 4, 5, 5, 9};
  for (uint32_t i = 0; i < sizeof sentences / sizeof *sentences; ++i) {
    assert_int_equal(put(r, sentences[i]), PQ_OK);
  }
  for (pq_sentence_id s = 0; s < N; ++s) {
    uint32_t first = 0;
    while (first < sizeof sentences / sizeof *sentences &&
           sentences[first] < s) {
      ++first;
    }
    assert_int_equal(pq_first_mention(r, s), first + 1);
    assert_int_equal(pq_first_site(r, s), first);
    assert_int_equal(pq_first_citation(r, s), first);
    assert_int_equal(pq_first_species(r, s), first);
  }
}

/* What the record itself is comes behind all others, whatever its sentence. */
static void test_own_citation(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  assert_int_equal(put(r, 2), PQ_OK);
  assert_int_equal(put(r, 0), PQ_OK);
  r->citations.at[1].own = true;
  assert_int_equal(pq_first_citation(r, 1), 0);
  assert_int_equal(pq_first_citation(r, 3), 1);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_first_rows),
      TEST(test_own_citation),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
