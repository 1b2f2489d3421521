#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/biopax.h"

/* A move from one place to another, and a state of a molecule. */
typedef struct trial {
  sample s;
  pq_node protein, molecule, from, to;
  pq_buf out;
} trial;

static void open_trial(trial *t) {
  static const char *const text[] = {"A <moves>", "A moves."};
  sample_begin(&t->s, "R-1", text[0], text, 2);
  t->protein = sample_protein(&t->s, "P1", "A<&>");
  t->molecule = sample_thing(&t->s, PQ_ENTITY_MOLECULE, "CHEBI:1", "M");
  t->from = sample_thing(&t->s, PQ_ENTITY_PLACE, "GO:0005829", "cytosol");
  t->to = sample_thing(&t->s, PQ_ENTITY_PLACE, "GO:0005634", "nucleus");
  pq_buf_init(&t->out, NULL);
}

static void close_trial(trial *t) {
  pq_buf_clear(&t->out);
  pq_arena_clear(&t->s.arena);
}

static void test_transport(void **state) {
  (void)state;
  trial t;
  open_trial(&t);
  const pq_event go = {.kind = PQ_KIND_TRANSLOCATION,
                       .themes = {t.protein.id},
                       .n_themes = 1,
                       .from = t.from.id,
                       .to = t.to.id};
  const pq_node move = sample_event(&t.s, go);
  sample_says(&t.s, t.protein, PQ_REL_HAPPENS, 0, move, SAID(1));
  sample_end(&t.s);
  assert_int_equal(pq_write_biopax(&t.s.graph, &t.out), PQ_OK);
  const pq_view text = pq_buf_view(&t.out);
#define BASE "\"https://w3id.org/pathquill/biopax/"
  assert_true(pq_holds(
      text, "  <bp:left rdf:resource=" BASE "thing.in.GO_0005829.P1\"/>\n"
            "  <bp:right rdf:resource=" BASE "thing.in.GO_0005634.P1\"/>\n"));
  assert_true(pq_holds(text, ">A&lt;&amp;&gt;</bp:displayName>"));
  assert_true(pq_holds(text, "  <bp:cellularLocation rdf:resource=" BASE
                             "term.GO_0005634\"/>\n"));
  assert_true(pq_holds(text, ">uniprot knowledgebase</bp:db>"));
  assert_true(pq_holds(text, ">taxonomy</bp:db>"));
  close_trial(&t);
}

/* Paxtools refuses a feature of a small molecule, as BioPAX does. */
static void test_physical(void **state) {
  (void)state;
  trial t;
  open_trial(&t);
  const pq_entity active = {
      .kind = PQ_ENTITY_MOLECULE, .of = t.molecule.id, .active = PQ_ACTIVE};
  const pq_node state_of = sample_entity(&t.s, active);
  const pq_node pair = sample_pair(&t.s, t.protein, t.molecule);
  const pq_node odd = sample_pair(&t.s, t.protein, t.from);
  const pq_record *const r = &t.s.record;
  assert_true(pq_bp_is_physical(r, t.protein.id));
  assert_true(pq_bp_is_physical(r, t.molecule.id));
  assert_false(pq_bp_is_physical(r, state_of.id));
  assert_true(pq_bp_is_physical(r, pair.id));
  assert_false(pq_bp_is_physical(r, odd.id));
  assert_false(pq_bp_is_physical(r, t.from.id));
  assert_false(pq_bp_is_pathway(r, t.protein.id));
  close_trial(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_transport),
      cmocka_unit_test(test_physical),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
