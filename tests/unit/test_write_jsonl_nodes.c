#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/jsonl.h"

/* The seed's claim lines, full; rows as in the record of the tests: 0 is
 * "active ALK promotes STAT3 phosphorylation", 5 the dispute, 13 the question.
 */
static pq_view line_of(pq_bench *b, uint32_t index) {
  pq_line_nodes nodes;
  assert_int_equal(pq_line_nodes_open(&nodes, &b->graph), PQ_OK);
  pq_jsonl_line(&b->graph, &nodes, index, &b->out);
  return pq_buf_view(&b->out);
}

/* The statements (docs/ontology.md) about a claim, its ends, and what these
 * lead to: the bare event's product and its residue, the record, names of
 * terms. */
static void test_what_a_claim_leads_to(void **state) {
  static const char *const told[] = {
      "\"subject\":\"ent:Q9UM73.active\",\"predicate\":\"RO:0004032\","
      "\"object\":\"event:phosphorylation.P40763\",\"document\":\"doc:",
      "{\"id\":\"ent:Q9UM73.active\",\"type\":\"biolink:Protein\",\"label\":"
      "\"active ALK\",\"stateOf\":\"uniprot:Q9UM73\",\"active\":true}",
      "{\"id\":\"uniprot:Q9UM73\",\"type\":\"biolink:Protein\",\"label\":"
      "\"ALK\",\"taxon\":\"NCBITaxon:9606\"}",
      "{\"id\":\"event:phosphorylation.P40763\",\"type\":\"MI:0217\","
      "\"label\":\"STAT3 phosphorylation\",\"input\":[\"uniprot:P40763\"],"
      "\"output\":[\"ent:P40763.MOD_00696\"]}",
      "{\"id\":\"MOD:00696\",\"label\":\"phosphorylated residue\"}",
      "\"type\":\"nif:Context\",\"about\":\"reactome:R-HSA-9701524\"}",
      "{\"id\":\"reactome:R-HSA-9701524\",\"type\":\"bp:BiochemicalReaction\"",
  };
  const pq_view line = line_of(*state, 0);
  for (size_t i = 0; i < sizeof told / sizeof *told; ++i) {
    if (!pq_holds(line, told[i])) print_error("not there: %s\n", told[i]);
    assert_true(pq_holds(line, told[i]));
  }
  assert_true(pq_view_ends(line, PQ_LIT("]}\n")));
  assert_false(pq_holds(line, "Y705"));
  assert_false(pq_holds(line, "\"text\":\"STAT3 is")); /* no whole text */
}

static size_t count(pq_view text, const char *words) {
  size_t n = 0;
  const pq_view word = pq_view_of(words);
  for (; text.len; text = pq_view_skip(text, 1)) {
    n += pq_view_starts(text, word);
  }
  return n;
}

/* STAT3 is what the event happens to, and what the state is of. */
static void test_each_node_once(void **state) {
  const pq_view line = line_of(*state, 0);
  assert_int_equal(count(line, "{\"id\":\"uniprot:P40763\""), 1);
  assert_int_equal(count(line, "{\"id\":\"NCBITaxon:9606\""), 1);
}

static void test_a_dispute_has_no_ends(void **state) {
  const pq_view line = line_of(*state, 5);
  assert_true(pq_holds(line, "\"evidence\":\"ev:"));
  assert_false(pq_holds(line, "\"subject\":"));
  assert_false(pq_holds(line, "{\"id\":\"claim:"));
  assert_true(pq_holds(line, "\"work\":\"work:zhang-2002.11751994\""));
}

/* Its object is open. */
static void test_a_question(void **state) {
  const pq_view line = line_of(*state, 13);
  assert_true(pq_holds(line, "\"subject\":\"event:phosphorylation.P40763.S727\""
                             ",\"predicate\":\"RO:0002418\",\"document\":"));
  assert_true(pq_holds(line, "{\"id\":\"site:P40763.S727\",\"type\":"
                             "\"faldo:ExactPosition\",\"reference\":"
                             "\"uniprot:P40763\",\"position\":727,"
                             "\"notation\":\"S727\"}"));
}

/* Layers of RDF do not get into lines. */
static void test_beside_layers(void **state) {
  pq_bench *const b = *state;
  b->maker.full = true;
  assert_int_equal(pq_write_claim_lines(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_int_equal(count(text, "\n"), 19);
  assert_int_equal(count(text, ",\"nodes\":["), 19);
  assert_false(pq_holds(text, "mention:"));
  assert_false(pq_holds(text, "\"rule\":"));
}

static pq_status trial(void *user, pq_alloc *alloc) {
  pq_arena arena;
  pq_record record;
  pq_graph graph;
  pq_buf out;
  (void)user;
  pq_maker maker = pq_sample_maker;
  maker.full = true;
  pq_arena_init(&arena, alloc, 0);
  pq_buf_init(&out, alloc);
  pq_status st = pq_seed_build(&record, &arena, true);
  if (!st) st = pq_graph_fill(&graph, &record, &maker);
  if (!st) st = pq_write_claim_lines(&graph, &out);
  pq_buf_clear(&out);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_some(trial, NULL, PQ_OK, 40) > 40);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_what_a_claim_leads_to, pq_bench_line),
      TEST(test_each_node_once, pq_bench_line),
      TEST(test_a_dispute_has_no_ends, pq_bench_line),
      TEST(test_a_question, pq_bench_line),
      TEST(test_beside_layers, pq_bench_rich),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
