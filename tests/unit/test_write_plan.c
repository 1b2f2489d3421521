#include "failing.h"
#include "test_write_chance.h"
#include "test_write_plans.h"

typedef struct made {
  sample s;
  pq_plan plan;
} made;

static void finish_view(made *m, pq_plan_view view) {
  assert_int_equal(pq_plan_fill(&m->s.graph, view, &m->plan), PQ_OK);
}

static void finish(made *m) {
  finish_view(m, PQ_PLAN_CARD);
}

static void clear(made *m) {
  pq_arena_clear(&m->s.arena);
}

static uint32_t count_boxes(const made *m, pq_draw_box_kind kind) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < m->plan.boxes.n; ++i) {
    n += m->plan.boxes.at[i].kind == kind;
  }
  return n;
}

static const pq_draw_node *named(const made *m, const char *name) {
  static const pq_draw_node none = {.size = 0};
  for (uint32_t i = 1; i < m->plan.nodes.n; ++i) {
    if (pq_view_same(m->plan.nodes.at[i].name, pq_view_of(name))) {
      return &m->plan.nodes.at[i];
    }
  }
  fail_msg("no node %s", name);
  return &none;
}

static bool holds(pq_view text, const char *part) {
  const size_t n = strlen(part);
  for (size_t i = 0; i + n <= text.len; ++i) {
    if (memcmp(text.ptr + i, part, n) == 0) return true;
  }
  return false;
}

/* What is to be drawn of the seed and its 18 propositions. */
static void test_seed(void **state) {
  (void)state;
  made m;
  sample_seed(&m.s);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN),
                   4); /* active ALK, STAT3 thrice */
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_DISEASE), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PATHWAY), 3);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_GENE), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_EFFECT), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CHIP), 3);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_RIVAL), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_OR), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_NOTE), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CAPTION), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_STOP), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_SET), 2);
  assert_int_equal(count_boxes(&m, PQ_BOX_GOAL), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_FORM), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_RIVAL), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_PRODUCTION), 2);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_STIMULATION), 4);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_NECESSARY), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_MODULATION),
                   1); /* the dispute */
  assert_int_equal(m.plan.arcs.n, 18);
  assert_int_equal(m.plan.works.n, 15);
  assert_int_equal(m.plan.column_starts.n, 7 + 1);
  clear(&m);
}

static void test_seed_words(void **state) {
  (void)state;
  made m;
  sample_seed(&m.s);
  finish(&m);
  ASSERT_VIEW(named(&m, "say.30d0eec6")->label, "promotes\n[1–9]");
  ASSERT_VIEW(named(&m, "say.91b6a10d")->label, "needed for\nno citation");
  ASSERT_VIEW(named(&m, "note.c284ab77")->label,
              "affects what?\n“not entirely clear”\n[15]");
  ASSERT_VIEW(named(&m, "89cfd839.1")->label, "directly ?");
  ASSERT_VIEW(named(&m, "89cfd839.2")->label, "via JAK3 ?");
  ASSERT_VIEW(named(&m, "say.30d0eec6")->says, "c30d0eec6 ccf9b61d6");
  ASSERT_VIEW(named(&m, "89cfd839.2")->says, "c89cfd839 cc5a182e7");
  ASSERT_VIEW(named(&m, "rival.89cfd839.op")->says,
              "c89cfd839 c9454d0ee cc5a182e7");
  ASSERT_VIEW(named(&m, "note.c284ab77")->says, "cc284ab77");
  ASSERT_VIEW(named(&m, "do.event:phosphorylation.P40763.Y705")->says,
              "cd8a779da");
  ASSERT_VIEW(named(&m, "uniprot:P40763")->says, "");
  ASSERT_VIEW(named(&m, "uniprot:P40763")->mods, "-Y705|-S727");
  ASSERT_VIEW(named(&m, "ent:Q9UM73.active")->mods, "+active");
  ASSERT_VIEW(named(&m, "ent:P40763.Y705.MOD_00048")->mods, "+pY705");
  ASSERT_VIEW(m.plan.works.at[9].label, "Han 2006a");
  ASSERT_VIEW(m.plan.works.at[6].label, "Turner & Alexander 2006 (review)");
  ASSERT_VIEW(m.plan.works.at[0].url, "https://pubmed.ncbi.nlm.nih.gov/"
                                      "?term=Zamo%5Bau%5D+2002%5Bdp%5D+STAT3");
  assert_true(holds(m.plan.desc, "Controversial (7 citations): ALK directly "
                                 "mediates STAT3 activation, or "));
  assert_true(holds(m.plan.desc,
                    "active ALK and ALK fusion proteins promote STAT3 Y705 "
                    "phosphorylation (9 citations)."));
  clear(&m);
}

/* Column by column, as the target has it. */
static void test_seed_order(void **state) {
  static const char *const second[] = {"rival.89cfd839.op", "say.30d0eec6",
                                       "uniprot:P40763", "say.91b6a10d"};
  (void)state;
  made m;
  sample_seed(&m.s);
  finish(&m);
  const uint32_t begin = m.plan.column_starts.at[2];
  assert_int_equal(m.plan.column_starts.at[3] - begin, 4);
  for (uint32_t i = 0; i < 4; ++i) {
    const uint32_t node = m.plan.columns.at[begin + i];
    ASSERT_VIEW(m.plan.nodes.at[node].name, second[i]);
  }
  clear(&m);
}

static uint32_t count_rows(const pq_draw_node *n, pq_draw_row_kind kind) {
  uint32_t found = 0;
  for (uint32_t i = 0; i < n->n_rows; ++i) {
    found += n->rows[i].kind == kind;
  }
  return found;
}

/* One card a claim, each with its papers, and no process. */
static void test_seed_evidence(void **state) {
  (void)state;
  made m;
  sample_seed(&m.s);
  finish_view(&m, PQ_PLAN_EVIDENCE);
  ASSERT_VIEW(m.plan.id, "R-HSA-9701524-evidence");
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CHIP), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_NOTE), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CLAIM), 6);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN),
                   4); /* JAK3 for a STAT3 */
  assert_int_equal(count_boxes(&m, PQ_BOX_SET), 2);
  assert_int_equal(count_boxes(&m, PQ_BOX_GOAL), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_FORM), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_RIVAL), 0);
  assert_int_equal(m.plan.column_starts.n, 6 + 1);
  const pq_draw_node *const asserted = named(&m, "say.30d0eec6");
  assert_int_equal(asserted->tone, PQ_TONE_ASSERTED);
  assert_int_equal(count_rows(asserted, PQ_ROW_WORK), 6);
  assert_int_equal(count_rows(asserted, PQ_ROW_REVIEW), 3);
  ASSERT_VIEW(asserted->rows[0].text, "promotes");
  ASSERT_VIEW(asserted->rows[1].text, "STAT3 Y705");
  ASSERT_VIEW(asserted->rows[3].text, "asserted");
  ASSERT_VIEW(asserted->rows[4].text, "6 studies, 3 reviews");
  ASSERT_VIEW(asserted->rows[5].text, "Zamo 2002");
  const pq_draw_node *const same = named(&m, "say.7ee200f5");
  assert_int_equal(count_rows(same, PQ_ROW_WORK), 0);
  assert_int_equal(count_rows(same, PQ_ROW_SAME), 3);
  const pq_draw_node *const open = named(&m, "say.c284ab77");
  assert_int_equal(open->tone, PQ_TONE_OPEN);
  ASSERT_VIEW(open->rows[1].text, "~ “not entirely clear”");
  clear(&m);
}

/* A dispute is one card, with a line for each reading. */
static void test_seed_dispute(void **state) {
  static const char *const rows[] = {"STAT3 activation", "via JAK3, or",
                                     "directly", "? controversial",
                                     "6 studies, 1 review"};
  (void)state;
  made m;
  sample_seed(&m.s);
  finish_view(&m, PQ_PLAN_EVIDENCE);
  const pq_draw_node *const n = named(&m, "say.89cfd839");
  assert_int_equal(n->tone, PQ_TONE_DISPUTED);
  for (uint32_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(n->rows[i].text, rows[i]);
    assert_int_equal(n->rows[i].port, i == 1 || i == 2 ? i : 0);
  }
  ASSERT_VIEW(n->rows[12].text, "no side is given a citation");
  ASSERT_VIEW(n->rows[13].text, "presupposed: ALK promotes");
  uint32_t ports = 0;
  for (uint32_t i = 0; i < m.plan.arcs.n; ++i) {
    const pq_draw_arc *const a = &m.plan.arcs.at[i];
    if (!a->port) continue;
    ASSERT_VIEW(m.plan.nodes.at[a->from].name,
                a->port == 1 ? "uniprot:P52333" : "ent:Q9UM73.active");
    ++ports;
  }
  assert_int_equal(ports, 2);
  clear(&m);
}

/* Activities: members run to one count, what is needed together to AND. */
static void test_seed_overview(void **state) {
  (void)state;
  made m;
  sample_seed(&m.s);
  finish_view(&m, PQ_PLAN_OVERVIEW);
  ASSERT_VIEW(m.plan.id, "R-HSA-9701524-overview");
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 0);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CHIP), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_AND), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_RIVAL), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_NOTE), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_SET), 0);
  assert_int_equal(count_boxes(&m, PQ_BOX_GOAL), 1);
  assert_int_equal(m.plan.column_starts.n, 6 + 1);
  ASSERT_VIEW(named(&m, "say.30d0eec6")->label, "n=9");
  ASSERT_VIEW(named(&m, "ent:pathway.PI3K")->label, "PI3K");
  assert_int_equal(named(&m, "ent:Q9UM73.active")->mods.len, 0);
  ASSERT_VIEW(named(&m, "ent:P40763.Y705.MOD_00048")->mods, "+pY705");
  ASSERT_VIEW(m.plan.more, ""); /* both phosphorylations are seen */
  clear(&m);
}

/* Things and arcs between them: what falls together has one arc. */
static void test_flow(void **state) {
  static const char *const text[] = {"A", "One.", "Two.", "Three."};
  (void)state;
  made m;
  pq_overview options = {.n_records = 2};
  uint32_t folds[8] = {0, 1, 2, 3, 4, 5, 6, 7};
  sample_begin(&m.s, "R-HSA-5", text[0], text, 4);
  const pq_node a = sample_protein(&m.s, "P00001", "AAA");
  const pq_node b = sample_protein(&m.s, "P00002", "BBB");
  const pq_node c = sample_protein(&m.s, "P00003", "CCC");
  const pq_node d =
      sample_thing(&m.s, PQ_ENTITY_PROCESS, "PQ:process.growth", "growth");
  const pq_work_id one = sample_work(&m.s, "One", 2001);
  const pq_work_id two = sample_work(&m.s, "Two", 2002);
  sample_says(&m.s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, d, CITED(1, one));
  sample_says(&m.s, b, PQ_REL_UPSTREAM, PQ_POSITIVE, d, CITED(2, one, two));
  sample_says(&m.s, a, PQ_REL_UPSTREAM, PQ_NEGATIVE,
              sample_happening(&m.s, PQ_KIND_DEGRADATION, c), SAID(3));
  sample_end(&m.s);
  options.fold = folds;
  assert_int_equal(pq_plan_overview(&m.s.graph, &options, &m.plan), PQ_OK);
  assert_true(m.plan.flow);
  ASSERT_VIEW(m.plan.id, "overview");
  ASSERT_VIEW(m.plan.about, "2 records");
  assert_int_equal(m.plan.arcs.n, 3);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN),
                   2); /* C is not what is acted on */
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_OTHER),
                   1); /* but its degradation */
  folds[b.id] = a.id;
  assert_int_equal(pq_plan_overview(&m.s.graph, &options, &m.plan), PQ_OK);
  assert_int_equal(m.plan.arcs.n, 2);
  assert_int_equal(m.plan.arcs.at[0].n, 2); /* each paper once */
  ASSERT_VIEW(m.plan.arcs.at[0].tooltip,
              "AAA promotes growth; BBB promotes growth (2 claims, 2 "
              "citations)");
  clear(&m);
}

/* A small overview is placed by rules. */
static void test_overview_of_one(void **state) {
  (void)state;
  made m;
  const pq_overview options = {.title = PQ_LIT("ALK to STAT3 signalling"),
                               .record = PQ_LIT("R-HSA-9701524"),
                               .n_records = 1};
  sample_seed(&m.s);
  assert_int_equal(pq_plan_overview(&m.s.graph, &options, &m.plan), PQ_OK);
  assert_false(m.plan.flow);
  ASSERT_VIEW(m.plan.about, "1 record: R-HSA-9701524");
  ASSERT_VIEW(m.plan.title, "ALK to STAT3 signalling");
  clear(&m);
}

static void test_removal_binding_negation(void **state) {
  (void)state;
  made m;
  sample_nfat(&m.s);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_BINDING), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROCESS), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_COMPLEX),
                   2); /* moved: once more */
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_NOTE), 1);
  assert_int_equal(count_boxes(&m, PQ_BOX_GOAL), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_CATALYSIS),
                   1); /* not the negated */
  uint32_t unsure = 0;
  uint32_t dashed = 0;
  for (uint32_t i = 1; i < m.plan.nodes.n; ++i) {
    unsure += m.plan.nodes.at[i].uncertain;
    if (m.plan.nodes.at[i].kind == PQ_DRAW_NOTE) {
      assert_true(holds(m.plan.nodes.at[i].label, "✕ not: "));
      assert_true(holds(m.plan.nodes.at[i].label, "[1, 2]"));
    }
  }
  for (uint32_t i = 0; i < m.plan.arcs.n; ++i) {
    const pq_draw_arc *const a = &m.plan.arcs.at[i];
    if (a->line != PQ_LINE_HEDGED || a->head == PQ_HEAD_NONE) continue;
    ++dashed;
    assert_int_equal(a->head, PQ_HEAD_STIMULATION);
  }
  assert_int_equal(unsure, 1); /* the translocation */
  assert_int_equal(dashed, 1);
  ASSERT_VIEW(m.plan.more, "location (1)");
  clear(&m);
}

static void test_sets_and_degradation(void **state) {
  (void)state;
  made m;
  sample_sncaip(&m.s);
  finish(&m);
  assert_int_equal(count_boxes(&m, PQ_BOX_SET), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_SINK), 1);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CAPTION),
                   1); /* degradation [1] */
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_INHIBITION), 1);
  assert_int_equal(count_heads(&m.plan, PQ_HEAD_CATALYSIS), 2);
  ASSERT_VIEW(named(&m, "uniprot:O60260")->papers, "[5]");
  ASSERT_VIEW(named(&m, "uniprot:Q9NV58")->papers, "[6]");
  ASSERT_VIEW(named(&m, "uniprot:Q8IUQ4")->papers, ""); /* the same two */
  clear(&m);
}

static void test_nothing(void **state) {
  (void)state;
  made m;
  sample_bare(&m.s);
  finish(&m);
  assert_true(m.plan.empty);
  assert_int_equal(m.plan.arcs.n, 0);
  ASSERT_VIEW(m.plan.desc, "No claims found.");
  clear(&m);
}

/* Of more than six members, five are shown. */
static void test_large_set(void **state) {
  static const char *const text[] = {"A", "They all promote growth."};
  (void)state;
  made m;
  sample_begin(&m.s, "R-HSA-3", text[0], text, 2);
  const pq_node growth =
      sample_thing(&m.s, PQ_ENTITY_PROCESS, "PQ:process.growth", "growth");
  static const char *const names[] = {"A1", "B1", "C1", "D1", "E1", "F1", "G1"};
  for (size_t i = 0; i < 7; ++i) {
    sample_says(&m.s, sample_protein(&m.s, names[i], names[i]), PQ_REL_UPSTREAM,
                PQ_POSITIVE, growth, SAID(1));
  }
  sample_end(&m.s);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN), 5);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_OTHER), 1);
  for (uint32_t i = 1; i < m.plan.nodes.n; ++i) {
    if (m.plan.nodes.at[i].kind != PQ_DRAW_OTHER) continue;
    ASSERT_VIEW(m.plan.nodes.at[i].label, "2 more");
    /* two of the names: of one place, claims stand by IRI */
    assert_int_equal(m.plan.nodes.at[i].tooltip.len, sizeof "F1, G1" - 1);
  }
  clear(&m);
}

/* A circle ends in a chip that names its target. */
static void test_circle(void **state) {
  static const char *const text[] = {"A", "A promotes B.", "B inhibits A."};
  (void)state;
  made m;
  sample_begin(&m.s, "R-HSA-4", text[0], text, 3);
  const pq_node a = sample_protein(&m.s, "P00001", "AAA");
  const pq_node b = sample_protein(&m.s, "P00002", "BBB");
  sample_says(&m.s, a, PQ_REL_UPSTREAM, PQ_POSITIVE, b, SAID(1));
  sample_says(&m.s, b, PQ_REL_UPSTREAM, PQ_NEGATIVE, a, SAID(2));
  sample_end(&m.s);
  finish(&m);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_PROTEIN), 2);
  assert_int_equal(count_nodes(&m.plan, PQ_DRAW_CHIP), 2);
  bool named_target = false;
  for (uint32_t i = 1; i < m.plan.nodes.n; ++i) {
    named_target = named_target || pq_view_same(m.plan.nodes.at[i].label,
                                                PQ_LIT("inhibits\nAAA\nno "
                                                       "citation"));
  }
  assert_true(named_target);
  clear(&m);
}

/* Every claim is drawn, told by a note or box, or counted: none is lost.  And
 * all arcs lead from a column to the next. */
static void test_random(void **state) {
  (void)state;
  for (uint64_t seed = 1; seed <= 300; ++seed) {
    made m;
    sample_random(&m.s, seed / PQ_N_PLAN_VIEWS + 1);
    finish_view(&m, (pq_plan_view)(seed % PQ_N_PLAN_VIEWS));
    assert_false(m.plan.empty && m.s.graph.n_claims > 0 &&
                 m.plan.more.len == 0);
    for (uint32_t i = 0; i < m.plan.arcs.n; ++i) {
      const pq_draw_arc *const a = &m.plan.arcs.at[i];
      if (m.plan.nodes.at[a->from].column + 1 !=
          m.plan.nodes.at[a->to].column) {
        fail_msg("an arc of record %u stays or goes far", (unsigned)seed);
      }
    }
    for (uint32_t i = 1; i < m.plan.nodes.n; ++i) {
      for (uint32_t k = 1; k < i; ++k) {
        assert_false(
            pq_view_same(m.plan.nodes.at[i].name, m.plan.nodes.at[k].name));
      }
    }
    clear(&m);
  }
}

static pq_status build(void *user, pq_alloc *alloc) {
  const pq_plan_view *const view = user;
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_record record;
  pq_graph graph;
  pq_plan plan;
  pq_arena_init(&arena, alloc, 0);
  st = pq_seed_build(&record, &arena, false);
  if (!st) st = pq_graph_fill(&graph, &record, &pq_sample_maker);
  if (!st) st = pq_plan_fill(&graph, *view, &plan);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  for (pq_plan_view view = PQ_PLAN_CARD; view < PQ_N_PLAN_VIEWS; ++view) {
    (void)pq_fail_each(build, &view, PQ_OK);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_seed),
      cmocka_unit_test(test_seed_words),
      cmocka_unit_test(test_seed_evidence),
      cmocka_unit_test(test_seed_dispute),
      cmocka_unit_test(test_seed_overview),
      cmocka_unit_test(test_flow),
      cmocka_unit_test(test_overview_of_one),
      cmocka_unit_test(test_seed_order),
      cmocka_unit_test(test_removal_binding_negation),
      cmocka_unit_test(test_sets_and_degradation),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_large_set),
      cmocka_unit_test(test_circle),
      cmocka_unit_test(test_random),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
