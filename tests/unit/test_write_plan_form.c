#include "test_write_made.h"

static void finish(made *m, pq_plan_view view) {
  sample_end(&m->s);
  assert_int_equal(pq_plan_fill(&m->s.graph, view, &m->plan), PQ_OK);
}

static void clear(made *m) {
  pq_arena_clear(&m->s.arena);
}

static void promotes(made *m, pq_node actor, pq_node target) {
  sample_says(&m->s, actor, PQ_REL_UPSTREAM, PQ_POSITIVE, target,
              (saying){.sentence = 1});
}

static pq_view name_of(const made *m, uint32_t node) {
  return m->plan.nodes.at[node].name;
}

static uint32_t find(const made *m, const char *name) {
  for (uint32_t i = 1; i < m->plan.nodes.n; ++i) {
    if (pq_view_same(name_of(m, i), pq_view_of(name))) return i;
  }
  fail_msg("no node %s", name);
  return 0;
}

static bool is_passed(pq_draw_kind kind) {
  return kind == PQ_DRAW_CHIP || kind == PQ_DRAW_STOP || kind == PQ_DRAW_GATE;
}

/* The node from which the arc to another comes, by chip and stops. */
static uint32_t source_of(const made *m, const char *target) {
  uint32_t node = find(m, target);
  do {
    uint32_t from = 0;
    for (uint32_t i = 0; i < m->plan.arcs.n && !from; ++i) {
      if (m->plan.arcs.at[i].to == node) from = m->plan.arcs.at[i].from;
    }
    assert_true(from > 0);
    node = from;
  } while (is_passed(m->plan.nodes.at[node].kind));
  return node;
}

static uint32_t count_boxes(const made *m) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < m->plan.boxes.n; ++i) {
    n += m->plan.boxes.at[i].kind == PQ_BOX_FORM;
  }
  return n;
}

/* What is left of a thing that was undone does not do what the text says of
 * the thing, in any view; what was changed does. */
static void test_undone(void **state) {
  static const struct {
    uint32_t kind;
    const char *actor;
  } rows[] = {
      {KIND_DOWNREGULATION, "uniprot:P00002"},
      {KIND_DEPHOSPHORYLATION, "uniprot:P00002"},
      {PQ_KIND_DEGRADATION, "uniprot:P00002"},
      {PQ_KIND_DISSOCIATION, "uniprot:P00002"},
      {KIND_STABILIZATION, "to.uniprot:P00002.event:stabilization.P00002"}};
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    for (pq_plan_view view = PQ_PLAN_CARD; view < PQ_N_PLAN_VIEWS; ++view) {
      if (view == PQ_PLAN_EVIDENCE) continue; /* cards stand between */
      made m;
      begin(&m);
      promotes(&m, m.a, sample_happening(&m.s, rows[i].kind, m.b));
      promotes(&m, m.b, m.c);
      finish(&m, view);
      ASSERT_VIEW(name_of(&m, source_of(&m, "uniprot:P00003")), rows[i].actor);
      clear(&m);
    }
  }
}

/* If one form is undone, no other is named instead of the thing. */
static void test_all_or_none(void **state) {
  (void)state;
  made m;
  begin(&m);
  promotes(&m, m.a, sample_happening(&m.s, KIND_DOWNREGULATION, m.b));
  promotes(&m, m.a, sample_happening(&m.s, KIND_STABILIZATION, m.b));
  promotes(&m, m.b, m.c);
  finish(&m, PQ_PLAN_CARD);
  assert_int_equal(count_boxes(&m), 0);
  ASSERT_VIEW(name_of(&m, source_of(&m, "uniprot:P00003")), "uniprot:P00002");
  clear(&m);
}

/* An overview writes active things without a badge: no second node reads B. */
static void test_active_in_overview(void **state) {
  (void)state;
  made m;
  begin(&m);
  promotes(&m, m.a, sample_happening(&m.s, PQ_KIND_ACTIVATION, m.b));
  promotes(&m, m.a, sample_happening(&m.s, KIND_DOWNREGULATION, m.b));
  promotes(&m, m.b, m.c);
  finish(&m, PQ_PLAN_OVERVIEW);
  ASSERT_VIEW(name_of(&m, source_of(&m, "uniprot:P00003")),
              "ent:P00002.active");
  clear(&m);
}

/* The text may say that the downregulation itself acts. */
static void test_said(void **state) {
  (void)state;
  made m;
  begin(&m);
  promotes(&m, sample_happening(&m.s, KIND_DOWNREGULATION, m.b), m.c);
  finish(&m, PQ_PLAN_CARD);
  ASSERT_VIEW(name_of(&m, source_of(&m, "uniprot:P00003")),
              "to.uniprot:P00002.event:downregulation.P00002");
  clear(&m);
}

/* "B promotes C", "phosphorylated B promotes stabilization of B": a frame of
 * both forms would make a circle, so that the stabilization were told twice. */
static void test_form_that_goes_on(void **state) {
  (void)state;
  made m;
  begin(&m);
  const pq_node phosphorylation =
      sample_happening(&m.s, PQ_KIND_PHOSPHORYLATION, m.b);
  promotes(&m, m.b, m.c);
  promotes(&m, m.a, phosphorylation);
  promotes(&m, phosphorylation,
           sample_happening(&m.s, KIND_STABILIZATION, m.b));
  finish(&m, PQ_PLAN_CARD);
  assert_int_equal(count_boxes(&m), 0);
  ASSERT_VIEW(name_of(&m, source_of(&m, "uniprot:P00003")), "uniprot:P00002");
  for (uint32_t i = 1; i < m.plan.nodes.n; ++i) {
    if (m.plan.nodes.at[i].kind != PQ_DRAW_CHIP) continue;
    ASSERT_VIEW(m.plan.nodes.at[i].label, "promotes\nno citation");
  }
  clear(&m);
}

/* "A dephosphorylates B", "B promotes C": two nodes read B, and a badge tells
 * which of them was dephosphorylated; without the second claim none does. */
static void test_told_apart(void **state) {
  (void)state;
  for (int more = 0; more < 2; ++more) {
    made m;
    begin(&m);
    promotes(&m, m.a, sample_happening(&m.s, KIND_DEPHOSPHORYLATION, m.b));
    if (more) promotes(&m, m.b, m.c);
    finish(&m, PQ_PLAN_CARD);
    const uint32_t left =
        find(&m, "to.uniprot:P00002.event:dephosphorylation.P00002");
    ASSERT_VIEW(m.plan.nodes.at[left].mods, more ? "+dephosphorylated" : "");
    clear(&m);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_undone),
      cmocka_unit_test(test_all_or_none),
      cmocka_unit_test(test_active_in_overview),
      cmocka_unit_test(test_said),
      cmocka_unit_test(test_form_that_goes_on),
      cmocka_unit_test(test_told_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
