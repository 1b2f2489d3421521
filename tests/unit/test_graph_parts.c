#include "bench.h"
#include "unit.h"

#include "graph/parts.h"

static const char prose[] = "It was suggested that zeta and Alpha may bind.";

/* Where the words stand, which stand once. */
static pq_span words(const char *part) {
  const pq_view text = PQ_LIT("It was suggested that zeta and Alpha may bind.");
  const pq_view wanted = pq_view_of(part);
  uint32_t at = 0;
  while (!pq_view_starts(pq_view_skip(text, at), wanted)) {
    ++at;
  }
  return (pq_span){at, at + (uint32_t)wanted.len};
}

static pq_entity_id unknown(pq_bench *b, const char *name) {
  const pq_entity e = {.kind = PQ_ENTITY_UNGROUNDED, .label = pq_view_of(name)};
  return pq_bench_add(b, &e);
}

/* Two claims of one event: "zeta" before "Alpha", and "ALPHA" once more. */
static void make(pq_bench *b, pq_entity_id ids[3]) {
  static pq_span cues[3];
  pq_record *const r = &b->record;
  pq_text_id text = 0;
  assert_int_equal(pq_store_text(r, PQ_SOURCE_FILE, pq_view_of(prose), &text),
                   PQ_OK);
  r->sentences.at = pq_arena_take(&b->arena, sizeof *r->sentences.at);
  r->sentences.at[0] =
      (pq_sentence){.part = PQ_PART_SUMMARY, .span = {0, sizeof prose - 1}};
  r->sentences.n = r->sentences.cap = 1;
  ids[0] = unknown(b, "zeta");
  ids[1] = unknown(b, "Alpha");
  ids[2] = unknown(b, "ALPHA");
  const pq_entity whole = {
      .kind = PQ_ENTITY_COMPLEX, .members = ids, .n_members = 2};
  const pq_event event = {.kind = 0, .themes = {ids[0], ids[2]}, .n_themes = 2};
  pq_claim c = {.relation = PQ_REL_HAPPENS};
  c.subject = (pq_node){PQ_NODE_ENTITY, pq_bench_add(b, &whole)};
  c.object.kind = PQ_NODE_EVENT;
  assert_int_equal(pq_store_event(r, &event, &c.object.id), PQ_OK);
  pq_evidence e = {.states = PQ_STATES_CLAIM,
                   .span = words("zeta and Alpha may bind"),
                   .cues = cues,
                   .n_cues = 3};
  cues[0] = words("may"); /* in no order, and one of them twice */
  cues[1] = words("suggested");
  cues[2] = words("may");
  assert_int_equal(pq_store_claim(r, &c, &e.id), PQ_OK);
  r->evidence.at = pq_arena_take(&b->arena, sizeof e);
  r->evidence.at[0] = e;
  r->evidence.n = r->evidence.cap = 1;
  assert_int_equal(pq_graph_fill(&b->graph, r, &b->maker), PQ_OK);
}

/* "alpha" is less than "zeta", and both ways to write it are one thing. */
static void test_order_of_names(void **state) {
  pq_bench *const b = *state;
  pq_entity_id ids[3];
  pq_record record;
  pq_graph g;
  make(b, ids);
  assert_int_equal(pq_graph_parts(&b->graph, &record, &g), PQ_OK);
  const pq_claim *const c = &record.claims.at[1];
  const pq_event *const e = pq_event_at(&record, c->object.id);
  assert_int_equal(e->themes[0], ids[1]);
  assert_int_equal(e->themes[1], ids[0]);
  const pq_entity *const whole = pq_entity_at(&record, c->subject.id);
  assert_int_equal(whole->members[0], ids[1]);
  assert_int_equal(whole->members[1], ids[0]);
  /* what it was made from is as it was */
  assert_int_equal(pq_event_at(&b->record, c->object.id)->themes[0], ids[0]);
  assert_int_equal(pq_entity_at(&b->record, c->subject.id)->members[0], ids[0]);
}

/* What stands before the quote, then what stands in it, each once. */
static void test_order_of_cues(void **state) {
  pq_bench *const b = *state;
  pq_entity_id ids[3];
  pq_record record;
  pq_graph g;
  make(b, ids);
  assert_int_equal(pq_graph_parts(&b->graph, &record, &g), PQ_OK);
  const pq_evidence *const e = &record.evidence.at[0];
  assert_int_equal(e->n_cues, 2);
  ASSERT_VIEW(pq_record_words(&record, 0, e->cues[0]), "suggested");
  ASSERT_VIEW(pq_record_words(&record, 0, e->cues[1]), "may");
}

/* Works of one place by IRI; of others, and without a place, as they come. */
static void test_order_of_works(void **state) {
  pq_bench *const b = *state;
  pq_name names[] = {{.iri = PQ_LIT_INIT("")},
                     {.iri = PQ_LIT_INIT("urn:c")},
                     {.iri = PQ_LIT_INIT("urn:b")},
                     {.iri = PQ_LIT_INIT("urn:a")}};
  pq_citation cites[] = {{.span = {4, 8}, .work = 1},
                         {.span = {4, 8}, .work = 2},
                         {.span = {9, 12}, .work = 3},
                         {.work = 2},
                         {.work = 1}};
  static const uint32_t want[] = {1, 0, 2, 3, 4};
  uint32_t *order = NULL;
  b->graph =
      (pq_graph){.arena = &b->arena, .record = &b->record, .works = names};
  b->record.citations.at = cites;
  b->record.citations.n = sizeof cites / sizeof cites[0];
  assert_int_equal(pq_graph_pointers(&b->graph, &order), PQ_OK);
  for (size_t i = 0; i < sizeof want / sizeof want[0]; ++i) {
    assert_int_equal(order[i], want[i]);
  }
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_order_of_names),
      TEST(test_order_of_cues),
      TEST(test_order_of_works),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
