#include "bench.h"
#include "failing.h"
#include "unit.h"

#define OWN "https://w3id.org/pathquill/"

/* IRIs of the table in the RDF model's chapter on the seed. */
static void test_names_of_the_seed(void **state) {
  const pq_bench *const b = *state;
  static const char *const heads[] = {
      NULL,       "fd376491", "d8a779da", "30d0eec6", "cf9b61d6", "7ee200f5",
      "429545a2", "9454d0ee", "c5a182e7", "b220a1f8", "91b6a10d", "85636764",
      "cd31282f", "c284ab77", "4b1637c0", "aced7301", "6e3ae42a", "09d9fb3a"};
  for (pq_claim_id i = 1; i < 18; ++i) {
    const char *const space = i == 13 ? OWN "question/" : OWN "claim/";
    assert_true(pq_view_starts(b->graph.claims[i].iri, pq_view_of(space)));
    assert_memory_equal(b->graph.claims[i].iri.ptr + strlen(space), heads[i],
                        8);
    assert_int_equal(b->graph.claims[i].question, i == 13);
  }
  ASSERT_VIEW(b->graph.disputes[1].iri,
              OWN "dispute/89cfd83970e8613125a93d9894b93bbe");
  ASSERT_VIEW(b->graph.record_iri,
              "https://identifiers.org/reactome/R-HSA-9701524");
  ASSERT_VIEW(b->graph.graph_iri, OWN "graph/e532ca8fd302ccae00c68f792cb78539");
  ASSERT_VIEW(b->graph.texts[0], OWN "doc/e532ca8fd302ccae00c68f792cb78539");
}

static void test_title(void **state) {
  const pq_bench *const b = *state;
  assert_true(b->graph.title_claims);
  ASSERT_VIEW(b->graph.events[b->graph.title_event].iri,
              OWN "event/phosphorylation.P40763");
}

/* The same claims in two forms of one record; their evidence differs, for it
 * stands in other texts. */
static void test_claims_coincide(void **state) {
  const pq_bench *const b = *state;
  pq_bench *file = NULL;
  assert_int_equal(pq_bench_file((void **)&file), 0);
  for (pq_claim_id i = 1; i < 18; ++i) {
    assert_true(
        pq_view_same(b->graph.claims[i].iri, file->graph.claims[i].iri));
  }
  assert_true(
      pq_view_same(b->graph.disputes[1].iri, file->graph.disputes[1].iri));
  for (uint32_t i = 0; i < 19; ++i) {
    assert_false(pq_view_same(b->graph.evidence[i], file->graph.evidence[i]));
  }
  assert_int_equal(pq_bench_close((void **)&file), 0);
}

static void test_event_of_a_claim(void **state) {
  const pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  assert_int_equal(pq_graph_claim_event(r, &r->claims.at[3]), 2);
  assert_int_equal(pq_graph_claim_event(r, &r->claims.at[8]), 4);
  assert_int_equal(pq_graph_claim_event(r, &r->claims.at[5]), 0);
}

static void test_nothing_is_a_graph_too(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_int_equal(b->graph.n_claims, 0);
  assert_int_equal(b->graph.n_evidence, 0);
  ASSERT_VIEW(b->graph.record_iri, "");
  assert_true(pq_graph_is_sound(&b->graph));
}

/* What no claim reaches has no name; with mentions it has one. */
static void test_only_what_is_reached(void **state) {
  pq_bench *const b = *state;
  pq_entity_id id = 0;
  const pq_entity stray = {.kind = PQ_ENTITY_PROTEIN,
                           .accession = PQ_LIT("P00533")};
  assert_int_equal(pq_store_entity(&b->record, &stray, &id), PQ_OK);
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  ASSERT_VIEW(b->graph.entities[id].iri, "");
}

static void test_soundness(void **state) {
  pq_bench *const b = *state;
  pq_record *const r = &b->record;
  assert_true(pq_graph_is_sound(&b->graph));
  const uint32_t n_cues = r->evidence.at[7].n_cues;
  r->evidence.at[7].n_cues = 0; /* reserve without a cue */
  assert_false(pq_graph_is_sound(&b->graph));
  r->evidence.at[7].n_cues = n_cues;
  const pq_span span = r->evidence.at[0].span;
  r->evidence.at[0].span.end += 1; /* out of its sentence */
  assert_false(pq_graph_is_sound(&b->graph));
  r->evidence.at[0].span = span;
  r->evidence.at[5].stance = PQ_ASSERTED; /* a dispute is never asserted */
  assert_false(pq_graph_is_sound(&b->graph));
  r->evidence.at[5].stance = PQ_CONTROVERSIAL;
  r->evidence.at[0].id = 2; /* claim 1 has no evidence now */
  assert_false(pq_graph_is_sound(&b->graph));
  r->evidence.at[0].id = 1;
  r->entities.at[7].of = 99;
  assert_false(pq_graph_is_sound(&b->graph));
  r->entities.at[7].of = 2;
  assert_true(pq_graph_is_sound(&b->graph));
}

static pq_status fill_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_record r;
  pq_graph g;
  pq_arena_init(&arena, alloc, 0);
  pq_status st = pq_seed_build(&r, &arena, true);
  if (!st) st = pq_graph_fill(&g, &r, &pq_sample_maker);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(fill_with, NULL, PQ_OK);
}

static void test_limit(void **state) {
  (void)state;
  pq_arena arena;
  pq_record r;
  pq_graph g;
  pq_arena_init(&arena, NULL, 65536);
  assert_int_equal(pq_seed_build(&r, &arena, false), PQ_OK);
  while (pq_arena_take(&arena, 1024)) {}
  assert_int_equal(pq_graph_fill(&g, &r, &pq_sample_maker), PQ_LIMIT);
  pq_arena_clear(&arena);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_names_of_the_seed, pq_bench_file),
      TEST(test_title, pq_bench_file),
      TEST(test_claims_coincide, pq_bench_line),
      TEST(test_event_of_a_claim, pq_bench_file),
      TEST(test_nothing_is_a_graph_too, pq_bench_empty),
      TEST(test_only_what_is_reached, pq_bench_file),
      TEST(test_soundness, pq_bench_file),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_limit),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
