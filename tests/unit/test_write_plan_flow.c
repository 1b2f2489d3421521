#include "test_write_made.h"

/* A flow of the only claim: A promotes what happens. */
static void finish(made *m, pq_node event) {
  static const uint32_t folds[8] = {0, 1, 2, 3, 4, 5, 6, 7};
  const pq_overview options = {.n_records = 2, .fold = folds};
  sample_says(&m->s, m->a, PQ_REL_UPSTREAM, PQ_POSITIVE, event,
              (saying){.sentence = 1});
  sample_end(&m->s);
  assert_int_equal(pq_plan_overview(&m->s.graph, &options, &m->plan), PQ_OK);
  assert_true(m->plan.flow);
  assert_int_equal(m->plan.arcs.n, 1);
}

static pq_view target(const made *m) {
  return m->plan.nodes.at[m->plan.arcs.at[0].to].label;
}

/* Who promotes what undoes B does not promote B: the arc says what happens. */
static void test_undoing(void **state) {
  static const struct {
    uint32_t kind;
    const char *label;
  } rows[] = {{KIND_DOWNREGULATION, "BBB\ndownregulation"},
              {KIND_DEPHOSPHORYLATION, "BBB\ndephosphorylation"},
              {PQ_KIND_DEGRADATION, "BBB\ndegradation"},
              {KIND_INACTIVATION, "BBB\ninactivation"},
              {PQ_KIND_PHOSPHORYLATION, "BBB"},
              {KIND_STABILIZATION, "BBB"}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    made m;
    begin(&m);
    finish(&m, sample_happening(&m.s, rows[i].kind, m.b));
    ASSERT_VIEW(target(&m), rows[i].label);
    pq_arena_clear(&m.s.arena);
  }
}

/* A conversion is drawn as what comes out. */
static void test_conversion(void **state) {
  (void)state;
  made m;
  begin(&m);
  finish(&m, sample_event(&m.s, (pq_event){.kind = PQ_KIND_CONVERSION,
                                           .themes = {m.b.id},
                                           .n_themes = 1,
                                           .products = {m.c.id},
                                           .n_products = 1}));
  ASSERT_VIEW(target(&m), "CCC");
  pq_arena_clear(&m.s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_undoing),
      cmocka_unit_test(test_conversion),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
