#include "test_write_plans.h"
#include "test_write_records.h"

/* Things of these records. */
enum {
  DRUG,
  KINASE,
  OTHER,
  N_THINGS
};

typedef struct made {
  sample s;
  pq_node things[N_THINGS];
  pq_plan plan;
} made;

static void begin(made *m) {
  static const char *const text[] = {"One says so.", "Two says so."};
  static const char *const names[N_THINGS][2] = {
      {"PQ:drug", "drug"}, {"PQ:kinase", "kinase"}, {"PQ:other", "other"}};
  sample_begin(&m->s, "R-HSA-7", "Bars and dots", text, 2);
  for (int i = 0; i < N_THINGS; ++i) {
    m->things[i] =
        sample_thing(&m->s, i == DRUG ? PQ_ENTITY_MOLECULE : PQ_ENTITY_PROTEIN,
                     names[i][0], names[i][1]);
  }
}

static void clear(made *m) {
  pq_arena_clear(&m->s.arena);
}

/* A claim with a positive sign, if it can have one, and one paper or none. */
static void say(made *m, pq_node subject, pq_relation relation, pq_node object,
                pq_work_id work) {
  const pq_claim c = {.subject = subject,
                      .object = object,
                      .relation = relation,
                      .polarity = relation == PQ_REL_UPSTREAM
                                      ? PQ_POSITIVE
                                      : PQ_POLARITY_UNSAID};
  const saying how = {.works = &work, .n_works = work > 0};
  (void)sample_claim(&m->s, c, how);
}

static void finish(made *m) {
  sample_end(&m->s);
  assert_int_equal(pq_plan_fill(&m->s.graph, PQ_PLAN_CARD, &m->plan), PQ_OK);
}

/* The label of the only node of a kind. */
static pq_view label_of(const made *m, pq_draw_kind kind) {
  pq_view label = {"", 0};
  assert_int_equal(count_nodes(&m->plan, kind), 1);
  for (uint32_t i = 1; i < m->plan.nodes.n; ++i) {
    if (m->plan.nodes.at[i].kind == kind) label = m->plan.nodes.at[i].label;
  }
  return label;
}

/* ---- inhibition ---- */

static void test_inhibition(void **state) {
  (void)state;
  made m;
  begin(&m);
  const pq_work_id work = sample_work(&m.s, "Druker", 1996);
  say(&m, m.things[DRUG], PQ_REL_UPSTREAM,
      sample_happening(&m.s, KIND_INACTIVATION, m.things[KINASE]), work);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_INHIBITION), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_STIMULATION), 0);
  ASSERT_VIEW(label_of(&m, PQ_DRAW_CHIP), "inhibits\n[1]");
  /* SBGN has no arc that acts on a thing */
  assert_int_equal(pq_plan_map(&m.s.graph, &m.plan), PQ_OK);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_STIMULATION), 1);
  /* and the evidence view tells the claim as it is */
  assert_int_equal(pq_plan_fill(&m.s.graph, PQ_PLAN_EVIDENCE, &m.plan), PQ_OK);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_INHIBITION), 0);
  clear(&m);
}

/* An inactivation that does something, or one of several things that happen to
 * its theme, is drawn. */
static void test_inactivation_that_matters(void **state) {
  (void)state;
  for (int i = 0; i < 3; ++i) {
    made m;
    begin(&m);
    const pq_node event =
        sample_happening(&m.s, KIND_INACTIVATION, m.things[KINASE]);
    say(&m, m.things[DRUG], PQ_REL_UPSTREAM, event, 0);
    if (i == 0) say(&m, event, PQ_REL_UPSTREAM, m.things[OTHER], 0);
    if (i == 1) {
      say(&m, m.things[OTHER], PQ_REL_DIRECT,
          sample_happening(&m.s, PQ_KIND_PHOSPHORYLATION, m.things[KINASE]), 0);
    }
    if (i == 2) {
      const pq_claim less = {.subject = m.things[OTHER],
                             .object = event,
                             .relation = PQ_REL_UPSTREAM,
                             .polarity = PQ_NEGATIVE};
      (void)sample_claim(&m.s, less, (saying){.sentence = 1});
    }
    finish(&m);
    assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), i == 1 ? 2 : 1);
    clear(&m);
  }
}

/* ---- bindings ---- */

/* "A binds B [1]" and "C promotes the binding of A to B [2]": one dot. */
static void test_one_dot(void **state) {
  (void)state;
  made m;
  begin(&m);
  const pq_work_id first = sample_work(&m.s, "Ann", 1991);
  const pq_work_id second = sample_work(&m.s, "Bob", 1992);
  const pq_node binding = sample_event(
      &m.s, (pq_event){.kind = PQ_KIND_BINDING,
                       .themes = {m.things[KINASE].id, m.things[OTHER].id},
                       .n_themes = 2});
  say(&m, m.things[OTHER], PQ_REL_INTERACTS, m.things[KINASE], first);
  say(&m, m.things[DRUG], PQ_REL_UPSTREAM, binding, second);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_BINDING), 1);
  ASSERT_VIEW(label_of(&m, PQ_DRAW_CHIP), "promotes\n[2]");
  ASSERT_VIEW(label_of(&m, PQ_DRAW_CAPTION), "binding\n[1]");
  clear(&m);
}

/* What nothing else speaks of stays an arc. */
static void test_plain_binding(void **state) {
  (void)state;
  made m;
  begin(&m);
  say(&m, m.things[OTHER], PQ_REL_INTERACTS, m.things[KINASE], 0);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_BINDING), 0);
  ASSERT_VIEW(label_of(&m, PQ_DRAW_CHIP), "binds\nno citation");
  clear(&m);
}

/* ---- a process's own papers ---- */

static pq_status push_dispute(sample *s, pq_dispute d) {
  PQ_PUSH(&s->arena, &s->record.disputes, d);
  return PQ_OK;
}

/* Papers of the event are told beside it, unless an arc tells all of them; what
 * a dispute cites does not tell of them. */
static void test_own_papers(void **state) {
  (void)state;
  for (int i = 0; i < 3; ++i) {
    made m;
    begin(&m);
    const pq_work_id own = sample_work(&m.s, "Ann", 1991);
    const pq_work_id other = sample_work(&m.s, "Bob", 1992);
    const pq_node event =
        sample_happening(&m.s, PQ_KIND_PHOSPHORYLATION, m.things[KINASE]);
    say(&m, m.things[KINASE], PQ_REL_HAPPENS, event, own);
    if (i < 2) say(&m, m.things[OTHER], PQ_REL_DIRECT, event, i ? own : other);
    if (i == 2) {
      pq_dispute d = {.n_alternatives = 2};
      for (int k = 0; k < 2; ++k) {
        const pq_claim c = {.subject = m.things[k ? OTHER : DRUG],
                            .object = event,
                            .relation = PQ_REL_UPSTREAM,
                            .polarity = PQ_POSITIVE};
        d.alternatives[k] =
            sample_claim(&m.s, c, (saying){.stance = PQ_ALTERNATIVE});
      }
      assert_int_equal(push_dispute(&m.s, d), PQ_OK);
      sample_evidence(
          &m.s, PQ_STATES_DISPUTE, m.s.record.disputes.n - 1,
          (saying){.stance = PQ_CONTROVERSIAL, .works = &other, .n_works = 1});
    }
    finish(&m);
    if (i == 1) {
      assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CAPTION), 0);
    } else {
      ASSERT_VIEW(label_of(&m, PQ_DRAW_CAPTION), "phosphorylation\n[1]");
    }
    clear(&m);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_inhibition),
      cmocka_unit_test(test_inactivation_that_matters),
      cmocka_unit_test(test_one_dot),
      cmocka_unit_test(test_plain_binding),
      cmocka_unit_test(test_own_papers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
