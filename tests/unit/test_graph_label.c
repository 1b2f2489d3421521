#include "bench.h"
#include "unit.h"

/* Content is put into an empty record, the graph is filled, labels are read. */
static pq_entity_id protein(pq_bench *b, const char *label,
                            const char *accession) {
  const pq_entity e = {.kind = PQ_ENTITY_PROTEIN,
                       .id = pq_view_of(accession),
                       .label = pq_view_of(label),
                       .accession = pq_view_of(accession)};
  return pq_bench_add(b, &e);
}

static pq_event_id event(pq_bench *b, const pq_event *e) {
  pq_event_id id = 0;
  assert_int_equal(pq_store_event(&b->record, e, &id), PQ_OK);
  return id;
}

static pq_status add_sentence(pq_bench *b) {
  pq_status st = PQ_OK;
  pq_text_id id = 0;
  PQ_TRY(st, pq_store_text(&b->record, PQ_SOURCE_FILE, PQ_LIT("Some sentence."),
                           &id));
  PQ_PUSH(&b->arena, &b->record.sentences, ((pq_sentence){.span = {0, 14}}));
  return PQ_OK;
}

static pq_status state_it(pq_bench *b, pq_claim_id id) {
  PQ_PUSH(&b->arena, &b->record.evidence,
          ((pq_evidence){.id = id, .span = {0, 13}}));
  return PQ_OK;
}

static pq_claim_id claim(pq_bench *b, const pq_claim *c) {
  pq_claim_id id = 0;
  if (!b->record.sentences.n) assert_int_equal(add_sentence(b), PQ_OK);
  assert_int_equal(pq_store_claim(&b->record, c, &id), PQ_OK);
  assert_int_equal(state_it(b, id), PQ_OK);
  return id;
}

static void fill(pq_bench *b) {
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_true(pq_graph_is_sound(&b->graph));
}

#define THING(id) ((pq_node){PQ_NODE_ENTITY, id})
#define EVENT(id) ((pq_node){PQ_NODE_EVENT, id})

/* "A influences B" makes the graph look at both. */
static void say(pq_bench *b, pq_node one, pq_node two) {
  const pq_claim c = {
      .subject = one, .object = two, .relation = PQ_REL_INFLUENCES};
  (void)claim(b, &c);
}

static void test_things(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id alk = protein(b, "ALK", "Q9UM73");
  const pq_entity_id npm1 = protein(b, "NPM1", "P06748");
  const pq_entity_id il6 = protein(b, "IL6", "P05231");
  const pq_modification mods[] = {{{'S', 36}, 46}, {{'Y', 705}, 48}};
  const pq_modification other[] = {{{0, 0}, 696}, {{'K', 48}, 1148}};
  const pq_entity_id one[] = {alk};
  const pq_entity_id two[] = {npm1, alk};
  const pq_entity_id three[] = {alk, npm1, il6};
  const struct {
    pq_entity e;
    const char *label;
  } rows[] = {
      {{.of = alk, .active = PQ_ACTIVE}, "active ALK"},
      {{.of = alk, .active = PQ_INACTIVE}, "inactive ALK"},
      {{.of = alk, .mods = &mods[1], .n_mods = 1}, "p-Y705-ALK"},
      {{.of = alk, .mods = other, .n_mods = 1}, "p-ALK"},
      {{.of = alk, .mods = mods, .n_mods = 2}, "p-S36,Y705-ALK"},
      {{.of = alk, .mods = &other[1], .n_mods = 1}, "Ub-K48-ALK"},
      {{.of = alk, .mutant = PQ_LIT("F1174L")}, "ALK F1174L"},
      {{.kind = PQ_ENTITY_FUSION, .members = one, .n_members = 1},
       "ALK fusion proteins"},
      {{.kind = PQ_ENTITY_FUSION, .members = two, .n_members = 2}, "NPM1-ALK"},
      /* by local names: P05231, P06748, Q9UM73 */
      {{.kind = PQ_ENTITY_COMPLEX, .members = three, .n_members = 3},
       "IL6:NPM1:ALK"},
      {{.kind = PQ_ENTITY_UNGROUNDED, .label = PQ_LIT("Foo-1")}, "Foo-1"},
  };
  pq_entity_id ids[sizeof rows / sizeof rows[0]];
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ids[i] = pq_bench_add(b, &rows[i].e);
    say(b, THING(ids[i]), THING(alk));
  }
  fill(b);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(b->graph.entities[ids[i]].label, rows[i].label);
  }
}

static void test_events(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id a = protein(b, "STAT3", "P40763");
  const pq_entity_id c = protein(b, "ALK", "Q9UM73");
  const pq_entity_id d = protein(b, "JAK3", "P52333");
  const pq_entity nucleus = {.kind = PQ_ENTITY_PLACE,
                             .id = PQ_LIT("GO:0005634"),
                             .label = PQ_LIT("nucleus")};
  const pq_entity_id n = pq_bench_add(b, &nucleus);
#define E(kind_, ...) \
  { .kind = PQ_KIND_##kind_, .themes = {a}, .n_themes = 1, __VA_ARGS__ }
  const struct {
    pq_event e;
    const char *label;
  } rows[] = {
      {E(PHOSPHORYLATION, .site = {'Y', 705}), "STAT3 Y705 phosphorylation"},
      {E(PHOSPHORYLATION, .site = {'Y', 0}), "STAT3 tyrosine phosphorylation"},
      {E(PHOSPHORYLATION, .site = {0, 705}),
       "STAT3 residue 705 phosphorylation"},
      {E(ACTIVATION, .downstream_of = c), "STAT3 activation downstream of ALK"},
      {E(EXPRESSION, .in = n), "expression of STAT3 in nucleus"},
      {E(TRANSLOCATION, .to = n), "STAT3 translocation to nucleus"},
      {{.kind = PQ_KIND_BINDING, .themes = {c, a}, .n_themes = 2},
       "binding of STAT3 and ALK"},
      {{.kind = PQ_KIND_ASSEMBLY, .themes = {c, a, d}, .n_themes = 3},
       "assembly of STAT3, JAK3 and ALK"},
      {{.kind = PQ_KIND_CONVERSION,
        .themes = {a},
        .n_themes = 1,
        .products = {c},
        .n_products = 1},
       "conversion of STAT3 to ALK"},
  };
  pq_event_id ids[sizeof rows / sizeof rows[0]];
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ids[i] = event(b, &rows[i].e);
    say(b, EVENT(ids[i]), THING(a));
  }
  fill(b);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(b->graph.events[ids[i]].label, rows[i].label);
  }
}

/* Who and what the claims below speak of. */
typedef struct cast {
  pq_node thing, alk, pathway, genes, fusions, at_705, happening;
} cast;

static cast add_cast(pq_bench *b) {
  const pq_entity_id a = protein(b, "STAT3", "P40763");
  const pq_entity_id c = protein(b, "ALK", "Q9UM73");
  pq_entity_id *const fused = pq_arena_take(&b->arena, sizeof *fused);
  *fused = c;
  const pq_entity path = {.kind = PQ_ENTITY_PATHWAY,
                          .id = PQ_LIT("PQ:pathway.PI3K"),
                          .label = PQ_LIT("PI3K pathway")};
  const pq_entity group = {.kind = PQ_ENTITY_GROUP,
                           .id = PQ_LIT("PQ:genes.cell-cycle"),
                           .label = PQ_LIT("cell cycle genes")};
  const pq_entity fusion = {
      .kind = PQ_ENTITY_FUSION, .members = fused, .n_members = 1};
  const pq_event y705 = E(PHOSPHORYLATION, .site = {'Y', 705});
  const pq_event bare = E(PHOSPHORYLATION, .site = {0, 0});
  return (cast){.thing = THING(a),
                .alk = THING(c),
                .pathway = THING(pq_bench_add(b, &path)),
                .genes = THING(pq_bench_add(b, &group)),
                .fusions = THING(pq_bench_add(b, &fusion)),
                .at_705 = EVENT(event(b, &y705)),
                .happening = EVENT(event(b, &bare))};
}
#undef E

#define C(subject_, relation_, object_, ...)                                \
  {                                                                         \
    .subject = subject_, .relation = PQ_REL_##relation_, .object = object_, \
    __VA_ARGS__                                                             \
  }
static void test_claims(void **state) {
  pq_bench *const b = *state;
  const cast who = add_cast(b);
  const struct {
    pq_claim c;
    const char *label;
  } rows[] = {
      {C(who.thing, HAPPENS, who.at_705, .negated = false),
       "STAT3 is phosphorylated at Y705"},
      {C(who.thing, HAPPENS, who.happening, .negated = true),
       "not: STAT3 is phosphorylated"},
      {C(who.alk, DIRECT, who.happening, .polarity = PQ_POSITIVE),
       "ALK directly mediates STAT3 phosphorylation"},
      {C(who.alk, UPSTREAM, who.happening, .polarity = PQ_POSITIVE),
       "ALK promotes STAT3 phosphorylation"},
      {C(who.alk, UPSTREAM, who.happening, .polarity = PQ_NEGATIVE,
         .direct = PQ_INDIRECTLY),
       "ALK indirectly inhibits STAT3 phosphorylation"},
      {C(who.alk, UPSTREAM, who.happening, .negated = true),
       "not: ALK affects STAT3 phosphorylation"},
      {C(who.fusions, UPSTREAM, who.happening, .polarity = PQ_POSITIVE),
       "ALK fusion proteins promote STAT3 phosphorylation"},
      {C(who.alk, REGULATES, who.happening, .polarity = PQ_POSITIVE),
       "ALK upregulates STAT3 phosphorylation"},
      {C(who.genes, REGULATES, who.happening, .polarity = PQ_NEGATIVE),
       "cell cycle genes downregulate STAT3 phosphorylation"},
      {C(who.pathway, REGULATES, who.happening, .negated = false),
       "the PI3K pathway regulates STAT3 phosphorylation"},
      {C(who.happening, DEPENDS_ON, who.pathway, .negated = false),
       "STAT3 phosphorylation depends on the PI3K pathway"},
      {C(who.alk, INTERACTS, who.thing, .negated = false),
       "STAT3 interacts with ALK"},
      {C(who.happening, UPSTREAM, ((pq_node){PQ_NODE_NONE, 0}),
         .negated = false),
       "STAT3 phosphorylation affects what?"},
      {C(((pq_node){PQ_NODE_NONE, 0}), DIRECT, who.happening, .negated = false),
       "what directly mediates STAT3 phosphorylation?"},
  };
  pq_claim_id ids[sizeof rows / sizeof rows[0]];
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ids[i] = claim(b, &rows[i].c);
  }
  fill(b);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(b->graph.claims[ids[i]].label, rows[i].label);
  }
}

static void test_dispute(void **state) {
  const pq_bench *const b = *state;
  ASSERT_VIEW(b->graph.disputes[1].label,
              "ALK directly mediates STAT3 activation, or STAT3 activation"
              " downstream of ALK indirectly depends on JAK3?");
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_things, pq_bench_empty),
      TEST(test_events, pq_bench_empty),
      TEST(test_claims, pq_bench_empty),
      TEST(test_dispute, pq_bench_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
