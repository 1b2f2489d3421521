#include "asked.h"
#include "unit.h"

static const char graph[] = "x:a x:p x:b, x:c ; x:q x:b .\n"
                            "x:b x:p x:c .\n"
                            "x:c x:p x:c ; rdfs:label \"c\" .\n";

/* By looking at each statement. */
static uint32_t count_slowly(const pq_rdf *rdf, const pq_rdf_triple *t) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < rdf->n_triples; ++i) {
    const pq_rdf_triple *const other = &rdf->triples[i];
    n += (!t->subject || t->subject == other->subject) &&
         t->predicate == other->predicate &&
         (!t->object || t->object == other->object);
  }
  return n;
}

static void check_range(const pq_index *x, const pq_rdf_triple *t) {
  const pq_range range = pq_index_find(x, t->subject, t->predicate, t->object);
  assert_int_equal(range.end - range.begin, count_slowly(x->rdf, t));
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const pq_rdf_triple *const found = pq_index_at(x, &range, i);
    assert_int_equal(found->predicate, t->predicate);
    assert_true(!t->subject || found->subject == t->subject);
    assert_true(!t->object || found->object == t->object);
  }
}

/* Every pattern of every three terms finds what a loop finds. */
static void test_as_a_loop(void **state) {
  (void)state;
  pq_asked a;
  static const char *const names[] = {"a", "b", "c", "p", "q", NULL};
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  for (size_t p = 0; names[p]; ++p) {
    for (size_t s = 0; s <= 5; ++s) {
      for (size_t o = 0; o <= 5; ++o) {
        const pq_rdf_triple t = {
            .subject = names[s] ? pq_asked_id(&a, names[s]) : 0,
            .predicate = pq_asked_id(&a, names[p]),
            .object = names[o] ? pq_asked_id(&a, names[o]) : 0};
        check_range(&a.index, &t);
      }
    }
  }
  pq_asked_close(&a);
}

static void test_what_is_not_there(void **state) {
  (void)state;
  pq_asked a;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  const pq_rdf_id p = pq_asked_id(&a, "p");
  const pq_rdf_id ids[] = {UINT32_MAX, a.rdf.n_terms};
  for (size_t i = 0; i < 2; ++i) {
    pq_range range = pq_index_find(&a.index, ids[i], p, 0);
    assert_int_equal(range.begin, range.end);
    range = pq_index_find(&a.index, 0, ids[i], 0);
    assert_int_equal(range.begin, range.end);
    range = pq_index_find(&a.index, 0, p, ids[i]);
    assert_int_equal(range.begin, range.end);
  }
  pq_asked_close(&a);
}

static void test_an_empty_graph(void **state) {
  (void)state;
  pq_asked a;
  assert_int_equal(pq_asked_open(&a, NULL, ""), PQ_OK);
  const pq_range range =
      pq_index_find(&a.index, 0, pq_rdf_of(PQ_TERM_LABEL), 0);
  assert_int_equal(range.begin, range.end);
  pq_asked_close(&a);
  pq_index nothing = {0};
  pq_index_clear(&nothing);
}

static pq_status trial(pq_asked *a) {
  pq_index index;
  const pq_status st = pq_index_fill(&index, &a->rdf);
  if (!st) pq_index_clear(&index);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_int_equal(pq_asked_fail_each(trial, graph), 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_a_loop),
      cmocka_unit_test(test_what_is_not_there),
      cmocka_unit_test(test_an_empty_graph),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
