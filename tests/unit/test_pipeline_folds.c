#include "engine_group.h"
#include "folds.h"
#include "unit.h"

/* A protein, its family, and the pathway named after that. */
static const char record[] =
    "{\"stable_id\": \"R-1\", \"display_name\": \"x\", \"summary\": "
    "\"AKT1 phosphorylates GSK3B. AKT inhibits FOXO1. "
    "The AKT pathway promotes cell survival.\"}";

static pq_entity_id named(const pq_graph *g, const char *label) {
  for (pq_entity_id i = 1; i < g->record->entities.n; ++i) {
    if (g->entities[i].iri.len && !pq_entity_at(g->record, i)->of &&
        pq_view_same(g->entities[i].label, pq_view_of(label))) {
      return i;
    }
  }
  fail_msg("no %s", label);
  return 0;
}

static void test_folds(void **state) {
  const pq_engine *const engine = *state;
  const pq_raw raw = {.bytes = pq_view_of(record), .format = PQ_RAW_JSONL};
  pq_desk desk;
  uint32_t *folds = NULL;
  pq_desk_open(&desk, engine, NULL);
  assert_int_equal(pq_desk_run(&desk, &raw), PQ_OK);
  const pq_graph *const g = &desk.graph;
  const pq_entity_id akt1 = named(g, "AKT1");
  const pq_entity_id akt = named(g, "AKT");
  const pq_entity_id pathway = named(g, "AKT pathway");
  const pq_entity_id gsk3b = named(g, "GSK3B");
  assert_int_equal(pq_folds_make(g, engine->lexicon, PQ_FOLD_NONE, &folds),
                   PQ_OK);
  assert_int_equal(folds[akt1], akt1);
  assert_int_equal(pq_folds_make(g, engine->lexicon, PQ_FOLD_FAMILY, &folds),
                   PQ_OK);
  assert_int_equal(folds[akt1], akt);
  assert_int_equal(folds[akt], akt);
  assert_int_equal(folds[pathway], pathway);
  assert_int_equal(folds[gsk3b], gsk3b); /* its family is not named here */
  assert_int_equal(pq_folds_make(g, engine->lexicon, PQ_FOLD_PATHWAY, &folds),
                   PQ_OK);
  assert_int_equal(folds[akt1], pathway);
  assert_int_equal(folds[akt], pathway);
  pq_desk_close(&desk);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_folds),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
