#include "bench.h"
#include "unit.h"

#include "write/page_parts.h"

static void collect(pq_bench *b, pq_page *p) {
  *p = (pq_page){
      .g = &b->graph, .r = &b->record, .arena = &b->arena, .out = &b->out};
  assert_int_equal(pq_page_collect(p), PQ_OK);
}

static const pq_page_item *named(const pq_page *p, const char *iri) {
  const uint32_t at = pq_page_item_named(p, pq_view_of(iri));
  assert_true(at > 0);
  return &p->items.at[at];
}

#define BASE "https://w3id.org/pathquill/"

/* Each claim once, in the order of the text, with all its evidence. */
static void test_items(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  collect(b, &p);
  assert_int_equal(p.items.n, 1 + 18);
  uint32_t evidence = 0;
  for (uint32_t i = 1; i < p.items.n; ++i) {
    assert_true(p.items.at[i].evidence.n > 0);
    evidence += p.items.at[i].evidence.n;
  }
  assert_int_equal(evidence, b->graph.n_evidence);
  /* STAT3 promotes cell survival: said in two sentences */
  assert_int_equal(
      named(&p, BASE "claim/7ee200f5077eb26fd8319fdc3c9021c4")->evidence.n, 2);
  assert_int_equal(pq_page_item_named(&p, PQ_LIT("http://x/none")), 0);
}

/* A dispute and its two sides know each other. */
static void test_related(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  collect(b, &p);
  const pq_page_item *const dispute =
      named(&p, BASE "dispute/89cfd83970e8613125a93d9894b93bbe");
  assert_int_equal(dispute->stance, PQ_CONTROVERSIAL);
  assert_int_equal(dispute->related.n, 2);
  for (uint32_t i = 0; i < dispute->related.n; ++i) {
    const pq_page_item *const side = &p.items.at[dispute->related.at[i]];
    assert_int_equal(side->stance, PQ_ALTERNATIVE);
    assert_int_equal(side->related.n, 1);
    assert_ptr_equal(&p.items.at[side->related.at[0]], dispute);
  }
}

/* Works are numbered as they come; the last is cited for the question alone. */
static void test_works(void **state) {
  pq_bench *const b = *state;
  pq_page p;
  collect(b, &p);
  assert_int_equal(p.n_works, 15);
  assert_int_equal(p.n_cited, 15);
  for (uint32_t i = 1; i <= p.n_works; ++i) {
    assert_int_equal(p.numbers[p.works[i]], i);
  }
  const pq_page_set *const last = &p.citing[p.works[15]];
  assert_int_equal(last->n, 1);
  assert_int_equal(p.items.at[last->at[0]].states, PQ_STATES_QUESTION);
  ASSERT_VIEW(p.theme, "STAT3");
  for (uint32_t s = 0; s < b->record.sentences.n; ++s) {
    assert_true(p.heard[s]);
  }
}

#define WITH_SEED(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_line, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_SEED(test_items),
      WITH_SEED(test_related),
      WITH_SEED(test_works),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
