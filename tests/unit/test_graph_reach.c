#include "bench.h"
#include "unit.h"

#include "graph/reach.h"

static pq_entity_id add(pq_record *r, const pq_entity *e) {
  pq_entity_id id = 0;
  assert_int_equal(pq_store_entity(r, e, &id), PQ_OK);
  return id;
}

static pq_entity_id protein(pq_record *r, const char *accession) {
  const pq_entity e = {.kind = PQ_ENTITY_PROTEIN,
                       .id = pq_view_of(accession),
                       .accession = pq_view_of(accession)};
  return add(r, &e);
}

/* Mark an event and hand over what was found for it. */
static pq_reached_event reach(pq_reach *found, pq_record *r,
                              const pq_event *e) {
  pq_event_id id = 0;
  *found = (pq_reach){.record = r};
  assert_int_equal(pq_store_event(r, e, &id), PQ_OK);
  assert_int_equal(pq_reach_node(found, (pq_node){PQ_NODE_EVENT, id}), PQ_OK);
  return found->events.at[id];
}

static void test_phosphorylation(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P40763");
  static const struct {
    pq_site site;
    uint32_t term;
  } rows[] = {{{'S', 727}, 46}, {{'T', 1}, 47},   {{'Y', 705}, 48},
              {{'H', 2}, 890},  {{'D', 54}, 696}, {{0, 705}, 696},
              {{'Y', 0}, 48},   {{0, 0}, 696}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_reach found;
    const bool sited = rows[i].site.residue || rows[i].site.position;
    const pq_event e = {.kind = PQ_KIND_PHOSPHORYLATION,
                        .themes = {a},
                        .n_themes = 1,
                        .site = rows[i].site};
    const pq_reached_event it = reach(&found, r, &e);
    const pq_entity *const product = pq_entity_at(r, it.product);
    assert_int_equal(product->of, a);
    assert_int_equal(product->n_mods, 1);
    assert_int_equal(product->mods[0].term, rows[i].term);
    assert_true(pq_reach_has(&found, a));
    assert_true(pq_reach_has(&found, it.product));
    assert_int_equal(it.broader != 0, sited);
    if (!sited) continue;
    assert_true(found.events.at[it.broader].seen); /* described too */
    assert_int_equal(pq_event_at(r, it.broader)->site.position, 0);
  }
}

/* What destroys or moves leaves no state. */
static void test_no_product(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P40763");
  static const uint32_t kinds[] = {PQ_KIND_DEGRADATION, PQ_KIND_TRANSLOCATION,
                                   PQ_KIND_EXPRESSION};
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
    pq_reach found;
    const pq_event e = {.kind = kinds[i], .themes = {a}, .n_themes = 1};
    assert_int_equal(reach(&found, r, &e).product, 0);
  }
}

/* Ubiquitin is on lysine, if nothing else is told; on the cysteine of an
 * enzyme the term would be wrong. */
static void test_ubiquitination(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P22314");
  static const struct {
    pq_site site;
    uint32_t term;
  } rows[] = {{{'K', 48}, 1148},
              {{0, 48}, 1148},
              {{0, 0}, 1148},
              {{'C', 632}, 0},
              {{'C', 0}, 0}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_reach found;
    const pq_event e = {.kind = PQ_KIND_UBIQUITINATION,
                        .themes = {a},
                        .n_themes = 1,
                        .site = rows[i].site};
    const pq_entity_id product = reach(&found, r, &e).product;
    assert_int_equal(product != 0, rows[i].term != 0);
    if (!product) continue;
    assert_int_equal(pq_entity_at(r, product)->mods[0].term, rows[i].term);
  }
}

static void test_activation_of_a_state(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P40763");
  const pq_modification y705 = {{'Y', 705}, 48};
  const pq_entity e = {
      .kind = PQ_ENTITY_PROTEIN, .of = a, .mods = &y705, .n_mods = 1};
  const pq_entity_id theme = add(r, &e);
  pq_reach found;
  const pq_event active = {
      .kind = PQ_KIND_ACTIVATION, .themes = {theme}, .n_themes = 1};
  const pq_entity *product = pq_entity_at(r, reach(&found, r, &active).product);
  assert_int_equal(product->of, a); /* no state of a state */
  assert_int_equal(product->active, PQ_ACTIVE);
  assert_int_equal(product->n_mods, 1);
  /* One more phosphate: sorted by position, and each is described alone. */
  const pq_event more = {.kind = PQ_KIND_PHOSPHORYLATION,
                         .themes = {theme},
                         .n_themes = 1,
                         .site = {'S', 33}};
  product = pq_entity_at(r, reach(&found, r, &more).product);
  assert_int_equal(product->n_mods, 2);
  assert_int_equal(product->mods[0].site.position, 33);
  assert_int_equal(product->mods[1].site.position, 705);
  pq_entity_id single = 0;
  assert_int_equal(pq_single_state(r, product, 1, &single), PQ_OK);
  assert_int_equal(single, theme);
  assert_true(pq_reach_has(&found, theme));
}

static void test_assembly(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P40763");
  pq_reach found;
  const pq_event e = {
      .kind = PQ_KIND_ASSEMBLY, .themes = {a, a}, .n_themes = 2};
  const pq_entity *const complex =
      pq_entity_at(r, reach(&found, r, &e).product);
  assert_int_equal(complex->kind, PQ_ENTITY_COMPLEX);
  assert_int_equal(complex->n_members, 2); /* a homodimer */
  const pq_event one = {.kind = PQ_KIND_ASSEMBLY, .themes = {a}, .n_themes = 1};
  assert_int_equal(reach(&found, r, &one).product, 0);
}

static void test_parts_are_described(void **state) {
  pq_record *const r = &((pq_bench *)*state)->record;
  const pq_entity_id a = protein(r, "P40763");
  const pq_entity_id c = protein(r, "Q9UM73");
  const pq_entity_id other = protein(r, "P52333");
  const pq_entity nucleus = {.kind = PQ_ENTITY_PLACE,
                             .id = PQ_LIT("GO:0005634")};
  const pq_entity_id place = add(r, &nucleus);
  const pq_entity path = {.kind = PQ_ENTITY_PATHWAY,
                          .id = PQ_LIT("PQ:pathway.ALK"),
                          .after_entity = {c}};
  const pq_entity_id pathway = add(r, &path);
  pq_reach found;
  const pq_event e = {.kind = PQ_KIND_TRANSLOCATION,
                      .themes = {a},
                      .n_themes = 1,
                      .to = place,
                      .downstream_of = pathway};
  (void)reach(&found, r, &e);
  assert_true(pq_reach_has(&found, place));
  assert_true(pq_reach_has(&found, pathway));
  assert_true(pq_reach_has(&found, c)); /* what the pathway is named after */
  assert_false(pq_reach_has(&found, other));
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_phosphorylation), TEST(test_no_product),
      TEST(test_ubiquitination),  TEST(test_activation_of_a_state),
      TEST(test_assembly),        TEST(test_parts_are_described),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
