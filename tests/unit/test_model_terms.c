#include "unit.h"

#include "model/terms.h"

static void test_iris(void **state) {
  (void)state;
  ASSERT_VIEW(pq_term_iri(PQ_TERM_CLAIM),
              "https://w3id.org/pathquill/ns#Claim");
  ASSERT_VIEW(pq_term_iri(PQ_TERM_ENABLES),
              "http://purl.obolibrary.org/obo/RO_0002327");
  ASSERT_VIEW(pq_term_iri(PQ_TERM_TRACEABLE),
              "http://purl.obolibrary.org/obo/ECO_0000033");
  ASSERT_VIEW(pq_term_iri(PQ_TERM_YEAR),
              "http://www.w3.org/2001/XMLSchema#gYear");
  ASSERT_VIEW(pq_term_iri(PQ_TERM_TYPE),
              "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
}

static void test_look_up_is_the_inverse(void **state) {
  (void)state;
  for (int i = 0; i < PQ_N_TERMS; ++i) {
    assert_int_equal(pq_term_of(pq_term_iri((pq_term)i)), i);
  }
  assert_int_equal(pq_term_of(PQ_LIT("http://example.org/")), PQ_N_TERMS);
  assert_int_equal(pq_term_of(PQ_LIT("")), PQ_N_TERMS);
}

/* The graph adds a stance to the first status. */
static void test_statuses_stand_together(void **state) {
  (void)state;
  assert_int_equal(PQ_TERM_DENIED - PQ_TERM_ASSERTED, 6);
  ASSERT_VIEW(pq_term_iri((pq_term)(PQ_TERM_ASSERTED + 4)),
              "https://w3id.org/pathquill/ns#Controversial");
}

static void test_prefixes(void **state) {
  (void)state;
  const pq_prefix *const ev = pq_prefix_named(PQ_LIT("ev"));
  assert_non_null(ev);
  assert_ptr_equal(ev, pq_prefix_at(PQ_PREFIX_EVIDENCE));
  assert_true(ev->own);
  ASSERT_VIEW(ev->space, "evidence/");
  const pq_prefix *const pq = pq_prefix_named(PQ_LIT("pq"));
  assert_false(pq->own); /* the vocabulary is the same under every base */
  assert_null(pq_prefix_named(PQ_LIT("EV")));
}

static void test_glosses(void **state) {
  (void)state;
  ASSERT_VIEW(pq_gloss_of(PQ_LIT("http://purl.obolibrary.org/obo/MOD_00048")),
              "O4'-phospho-L-tyrosine");
  ASSERT_VIEW(pq_gloss_of(pq_term_iri(PQ_TERM_DEPENDS_ON)), "depends on");
  ASSERT_VIEW(pq_term_label(PQ_TERM_DEPENDS_ON), "depends on");
  ASSERT_VIEW(pq_gloss_of(PQ_LIT("http://purl.obolibrary.org/obo/MI_9999")),
              "");
  pq_view iri;
  pq_view label;
  size_t n = 0;
  while (pq_gloss_at(n, &iri, &label)) {
    ++n;
  }
  assert_true(n > PQ_N_TERMS);
  assert_false(pq_gloss_at(n + 1, &iri, &label));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_iris),
      cmocka_unit_test(test_look_up_is_the_inverse),
      cmocka_unit_test(test_statuses_stand_together),
      cmocka_unit_test(test_prefixes),
      cmocka_unit_test(test_glosses),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
