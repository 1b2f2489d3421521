#include "bench.h"
#include "unit.h"

#include "graph/claim_name.h"
#include "write/line.h"

static void test_relations(void **state) {
  pq_bench *const b = *state;
  static const struct {
    uint32_t evidence;
    const char *kind, *relation, *polarity, *directness, *status;
  } rows[] = {
      {0, "phosphorylation", "upstream", "positive", "unspecified", "asserted"},
      {1, "phosphorylation", NULL, "unspecified", "unspecified", "asserted"},
      {4, "regulation", "upstream", "positive", "unspecified", "asserted"},
      {6, "activation", "upstream", "positive", "unspecified", "presupposed"},
      {7, "activation", "direct", "positive", "direct", "alternative"},
      {8, "activation", "depends_on", "positive", "indirect", "alternative"},
      {13, "open_question", NULL, "unspecified", "unspecified", "unclear"},
      {15, "expression", "upstream", "positive", "unspecified", "asserted"},
      {17, "regulation", "upstream", "positive", "unspecified", "asserted"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_claim_line line = pq_claim_line_of(&b->graph, rows[i].evidence);
    ASSERT_VIEW(line.kind, rows[i].kind);
    assert_string_equal(line.polarity, rows[i].polarity);
    assert_string_equal(line.directness, rows[i].directness);
    assert_string_equal(line.status, rows[i].status);
    assert_int_equal(line.relation == NULL, rows[i].relation == NULL);
    assert_int_equal(line.agent.kind == PQ_NODE_NONE, line.relation == NULL);
    if (rows[i].relation) assert_string_equal(line.relation, rows[i].relation);
  }
}

/* "depends on": the object acts. */
static void test_who_acts(void **state) {
  pq_bench *const b = *state;
  const pq_claim_line line = pq_claim_line_of(&b->graph, 8);
  ASSERT_VIEW(pq_node_label(&b->graph, line.agent), "JAK3");
  ASSERT_VIEW(pq_node_label(&b->graph, line.theme), "STAT3");
  ASSERT_VIEW(pq_node_iri(&b->graph, line.agent),
              "http://purl.uniprot.org/uniprot/P52333");
  assert_int_equal(line.agent_span.begin, 436);
  assert_string_equal(line.source, "summary");
}

static void test_ids(void **state) {
  const pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  pq_claim_line_id ids[PQ_LINE_IDS_MOST];
#define NODE(id) ((pq_node){PQ_NODE_ENTITY, id})
  assert_int_equal(pq_claim_line_ids(r, NODE(1), ids), 2); /* STAT3 */
  ASSERT_VIEW(ids[0].space, "uniprot");
  ASSERT_VIEW(ids[0].value, "P40763");
  ASSERT_VIEW(ids[1].space, "hgnc");
  ASSERT_VIEW(ids[1].value, "HGNC:11364");
  assert_int_equal(pq_claim_line_ids(r, NODE(7), ids), 2); /* active ALK */
  ASSERT_VIEW(ids[0].value, "Q9UM73");
  assert_int_equal(pq_claim_line_ids(r, NODE(8), ids), 0); /* a fusion */
  assert_int_equal(pq_claim_line_ids(r, NODE(9), ids), 1); /* PI3K pathway */
  ASSERT_VIEW(ids[0].space, "fplx");
  ASSERT_VIEW(ids[0].value, "PI3K");
  assert_int_equal(pq_claim_line_ids(r, NODE(12), ids), 0); /* own process */
  assert_int_equal(pq_claim_line_ids(r, (pq_node){PQ_NODE_EVENT, 1}, ids), 0);
}

static void test_types(void **state) {
  const pq_bench *const b = *state;
  static const char *const want[] = {
      "protein", "protein", "protein",    "protein",   "complex",
      "family",  "protein", "fusion",     "pathway",   "pathway",
      "pathway", "process", "gene_group", "gene_group"};
  for (uint32_t i = 0; i < sizeof want / sizeof want[0]; ++i) {
    assert_string_equal(pq_claim_line_type(&b->record, NODE(i + 1)), want[i]);
  }
  assert_string_equal(
      pq_claim_line_type(&b->record, (pq_node){PQ_NODE_EVENT, 1}), "process");
}

static void test_pmid_only_if_sure(void **state) {
  const pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  ASSERT_VIEW(pq_graph_pmid(r, &r->works.at[2]), "11751994");
  ASSERT_VIEW(pq_graph_pmid(r, &r->works.at[4]), ""); /* three fit */
  const pq_work none = {.n_fits = 0};
  ASSERT_VIEW(pq_graph_pmid(r, &none), "");
}

/* Equal spans come by id: the lines of "STAT3 is phosphorylated at ..." */
static void test_order(void **state) {
  const pq_bench *const b = *state;
  uint32_t *order = NULL;
  uint32_t n = 0;
  assert_int_equal(pq_claim_line_order(&b->graph, false, &order, &n), PQ_OK);
  assert_int_equal(n, 19);
  for (uint32_t i = 1; i < n; ++i) {
    const pq_claim_line x = pq_claim_line_of(&b->graph, order[i - 1]);
    const pq_claim_line y = pq_claim_line_of(&b->graph, order[i]);
    assert_true(x.text->source <= y.text->source);
    if (x.text->source != y.text->source) continue;
    assert_true(x.evidence->span.begin <= y.evidence->span.begin);
  }
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_line, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_relations), TEST(test_who_acts),          TEST(test_ids),
      TEST(test_types),     TEST(test_pmid_only_if_sure), TEST(test_order),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
