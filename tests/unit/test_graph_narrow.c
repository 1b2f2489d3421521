#include "failing.h"
#include "test_write_records.h"

#include "graph/narrow.h"

/* A chain with papers and reserve:
 *   A -- promotes --> B   asserted, 2 papers
 *   B -- inhibits --> C   hedged, 1 paper
 *   C -- promotes --> D   asserted, none */
static void make(sample *s) {
  static const char *const text[] = {
      "Chain", "A promotes B (One 2001; Two 2002).",
      "B may inhibit C (One 2001).", "C promotes D."};
  sample_begin(s, "R-HSA-1", text[0], text, 4);
  const pq_node a = sample_protein(s, "P00001", "AAA");
  const pq_node b = sample_protein(s, "P00002", "BBB");
  const pq_node c = sample_protein(s, "P00003", "CCC");
  const pq_node d = sample_protein(s, "P00004", "DDD");
  const pq_work_id one = sample_work(s, "One", 2001);
  const pq_work_id two = sample_work(s, "Two", 2002);
  saying hedged = CITED(2, one);
  hedged.stance = PQ_HEDGED;
  hedged.cue = "may";
  sample_says(s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, b, CITED(1, one, two));
  sample_says(s, b, PQ_REL_UPSTREAM, PQ_NEGATIVE, c, hedged);
  sample_says(s, c, PQ_REL_UPSTREAM, PQ_POSITIVE, d, SAID(3));
  sample_end(s);
}

static uint32_t left(const pq_narrow *by) {
  sample s;
  make(&s);
  assert_int_equal(pq_graph_narrow(&s.graph, by), PQ_OK);
  const uint32_t n = s.graph.n_claims;
  assert_int_equal(s.graph.n_evidence, n); /* one each */
  pq_arena_clear(&s.arena);
  return n;
}

static void test_papers(void **state) {
  static const uint32_t expected[] = {3, 2, 1, 0};
  (void)state;
  for (uint32_t i = 0; i < 4; ++i) {
    const pq_narrow by = {.papers = i};
    assert_int_equal(left(&by), expected[i]);
  }
}

static void test_stances(void **state) {
  (void)state;
  const pq_narrow hedged = {.stances = 1U << PQ_HEDGED};
  const pq_narrow firm = {.stances = 1U << PQ_ASSERTED};
  assert_int_equal(left(&hedged), 1);
  assert_int_equal(left(&firm), 2);
}

static void test_around(void **state) {
  static const uint32_t expected[] = {1, 1, 2, 3, 3};
  (void)state;
  for (uint32_t i = 0; i < 5; ++i) {
    const pq_narrow by = {.around = PQ_LIT("AAA"), .hops = i};
    assert_int_equal(left(&by), expected[i]);
  }
  const pq_narrow middle = {.around = PQ_LIT("uniprot:P00003")};
  assert_int_equal(left(&middle), 2);
  const pq_narrow iri = {.around =
                             PQ_LIT("http://purl.uniprot.org/uniprot/P00004")};
  assert_int_equal(left(&iri), 1);
  /* no way leads over what is not kept */
  const pq_narrow both = {
      .around = PQ_LIT("AAA"), .hops = 3, .stances = 1U << PQ_ASSERTED};
  assert_int_equal(left(&both), 1);
}

static void test_nothing_is_called_so(void **state) {
  (void)state;
  sample s;
  make(&s);
  const pq_narrow by = {.around = PQ_LIT("EEE")};
  assert_int_equal(pq_graph_narrow(&s.graph, &by), PQ_BAD_ARG);
  assert_int_equal(s.graph.n_claims, 3);
  pq_arena_clear(&s.arena);
}

static void test_seed_dispute(void **state) {
  (void)state;
  sample s;
  sample_seed(&s);
  const pq_narrow by = {.around = PQ_LIT("JAK3")};
  assert_int_equal(pq_graph_narrow(&s.graph, &by), PQ_OK);
  assert_int_equal(s.graph.n_disputes, 1);
  const pq_narrow none = {.papers = 8}; /* it has seven */
  assert_int_equal(pq_graph_narrow(&s.graph, &none), PQ_OK);
  assert_int_equal(s.graph.n_disputes, 0);
  pq_arena_clear(&s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_papers),
      cmocka_unit_test(test_stances),
      cmocka_unit_test(test_around),
      cmocka_unit_test(test_nothing_is_called_so),
      cmocka_unit_test(test_seed_dispute),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
