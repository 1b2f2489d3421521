#include "test_claim_text.h"

static void test_binding(void **state) {
  assert_claims(state, "GRB2 binds SOS1.", "GRB2 interacts with SOS1\n");
  assert_claims(state, "GRB2 binds to SOS1.", "GRB2 interacts with SOS1\n");
  assert_claims(state, "GRB2 binds SOS1 and GAB1.",
                "GRB2 interacts with SOS1\n"
                "GRB2 interacts with GAB1\n");
}

static void test_dimers(void **state) {
  assert_claims(state, "EGFR dimerizes.",
                "EGFR:EGFR is formed by assembly of EGFR\n");
}

static void test_complexes(void **state) {
  assert_claims(state, "JAK2 and STAT3 form a complex.",
                "JAK2:STAT3 is formed by assembly of JAK2 and STAT3\n");
}

static void test_whoever_is_named_first(void **state) {
  told t;
  tell_text(&t, state, "EGFR binds GRB2. GRB2 binds EGFR.");
  assert_int_equal(t.desk.record.evidence.n, 2);
  const pq_evidence *const e = t.desk.record.evidence.at;
  const pq_graph_claim *const claims = t.desk.graph.claims;
  assert_true(pq_view_same(claims[e[0].id].iri, claims[e[1].id].iri));
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_binding),
      cmocka_unit_test(test_dimers),
      cmocka_unit_test(test_complexes),
      cmocka_unit_test(test_whoever_is_named_first),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
