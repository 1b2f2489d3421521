#include "bench.h"
#include "unit.h"

#include "graph/order.h"

static int by_tens(const pq_graph *g, uint32_t a, uint32_t b) {
  (void)g;
  return (int)(a / 10) - (int)(b / 10);
}

/* Merge sort against the obvious one; equal ones keep their order. */
static void test_sort(void **state) {
  pq_bench *const b = *state;
  enum {
    MOST = 70
  };
  uint32_t seed = 7;
  for (uint32_t n = 0; n < MOST; ++n) {
    uint32_t got[MOST];
    uint32_t want[MOST];
    for (uint32_t i = 0; i < n; ++i) {
      seed = seed * 1664525U + 1013904223U;
      got[i] = (seed >> 16U) % 50;
      uint32_t k = i;
      for (; k > 0 && want[k - 1] / 10 > got[i] / 10; --k) {
        want[k] = want[k - 1];
      }
      want[k] = got[i];
    }
    assert_int_equal(pq_sort_ids(&b->graph, got, n, by_tens), PQ_OK);
    for (uint32_t i = 0; i < n; ++i) {
      assert_int_equal(got[i], want[i]);
    }
  }
}

static void test_sections(void **state) {
  const pq_bench *const b = *state;
  static const pq_section want[] = {
      PQ_SECTION_PROTEINS,  PQ_SECTION_PROTEINS,  PQ_SECTION_PROTEINS,
      PQ_SECTION_PROTEINS,  PQ_SECTION_PROTEINS,  PQ_SECTION_PROTEINS,
      PQ_SECTION_STATES,    PQ_SECTION_STATES,    PQ_SECTION_PROCESSES,
      PQ_SECTION_PROCESSES, PQ_SECTION_PROCESSES, PQ_SECTION_PROCESSES,
      PQ_SECTION_PROCESSES, PQ_SECTION_PROCESSES};
  for (pq_entity_id i = 0; i < sizeof want / sizeof want[0]; ++i) {
    assert_int_equal(pq_entity_section(&b->record, i + 1), want[i]);
  }
}

static void test_things_by_section_and_iri(void **state) {
  const pq_bench *const b = *state;
  const pq_graph *const g = &b->graph;
  assert_true(g->n_entities > 14); /* products came in */
  for (uint32_t i = 1; i < g->n_entities; ++i) {
    const pq_entity_id x = g->entity_order[i - 1];
    const pq_entity_id y = g->entity_order[i];
    const pq_section s = pq_entity_section(g->record, x);
    const pq_section t = pq_entity_section(g->record, y);
    assert_true(s < t || (s == t && pq_view_order(g->entities[x].iri,
                                                  g->entities[y].iri) < 0));
  }
  for (uint32_t i = 1; i < g->n_works; ++i) {
    assert_true(pq_view_order(g->works[g->work_order[i - 1]].iri,
                              g->works[g->work_order[i]].iri) < 0);
  }
}

/* Claims come by their first evidence; the dispute and its sides begin at the
 * dispute's words. */
static void test_claims_in_text_order(void **state) {
  const pq_bench *const b = *state;
  static const pq_claim_id want[] = {1,  2,  3,  4,  5,  6,  7,  8, 9,
                                     10, 11, 12, 13, 14, 15, 16, 17};
  assert_int_equal(b->graph.n_claims, 17);
  assert_int_equal(b->graph.n_disputes, 1);
  for (uint32_t i = 0; i < 17; ++i) {
    assert_int_equal(b->graph.claim_order[i], want[i]);
  }
}

static void test_evidence_in_text_order(void **state) {
  const pq_bench *const b = *state;
  const pq_graph *const g = &b->graph;
  assert_int_equal(g->n_evidence, 19);
  for (uint32_t i = 1; i < g->n_evidence; ++i) {
    const pq_evidence *const x =
        &b->record.evidence.at[g->evidence_order[i - 1]];
    const pq_evidence *const y = &b->record.evidence.at[g->evidence_order[i]];
    assert_true(x->span.begin < y->span.begin ||
                (x->span.begin == y->span.begin && x->span.end <= y->span.end));
  }
}

static pq_status add_again(pq_record *r, uint32_t index) {
  const pq_evidence e = r->evidence.at[index];
  PQ_PUSH(r->arena, &r->evidence, e);
  return PQ_OK;
}

/* Evidence that was found twice is one node. */
static void test_doubles(void **state) {
  pq_bench *const b = *state;
  for (uint32_t i = 0; i < 19; ++i) {
    assert_int_equal(add_again(&b->record, i), PQ_OK);
  }
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_int_equal(b->graph.n_evidence, 19);
  assert_int_equal(b->graph.n_claims, 17);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_sort),
      TEST(test_sections),
      TEST(test_things_by_section_and_iri),
      TEST(test_claims_in_text_order),
      TEST(test_evidence_in_text_order),
      TEST(test_doubles),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
