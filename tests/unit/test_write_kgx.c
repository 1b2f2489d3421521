#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/kgx.h"

static pq_claim_id claim_with(const pq_graph *g, const char *label) {
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    if (pq_view_same(g->claims[id].label, pq_view_of(label))) return id;
  }
  fail_msg("no claim: %s", label);
  return 0;
}

static void assert_edge(pq_bench *b, const char *label, const char *want) {
  pq_buf_reset(&b->out);
  (void)pq_kgx_edge(&b->graph, claim_with(&b->graph, label), &b->out);
  pq_view cells = pq_buf_view(&b->out);
  (void)pq_view_cut(&cells, '\t'); /* the id is a hash */
  ASSERT_VIEW(cells, want);
}

static void test_edges(void **state) {
  pq_bench *const b = *state;
  assert_edge(b, "ALK fusion proteins promote STAT3 Y705 phosphorylation",
              "pathquill.entity:fusion.Q9UM73\tbiolink:affects\t"
              "UniProtKB:P40763\tbiolink:Association\t\tbiolink:causes\t"
              "phosphorylation\tincreased\t\tnot_provided\ttext_mining_agent\t"
              "pathquill.entity:fusion.Q9UM73\tRO:0004032\t"
              "pathquill.event:phosphorylation.P40763.Y705\t");
  assert_edge(b, "STAT3 is phosphorylated at S727",
              "UniProtKB:P40763\tbiolink:participates_in\t"
              "pathquill.event:phosphorylation.P40763.S727\t"
              "biolink:Association\t\t\t\t\t\tnot_provided\ttext_mining_agent\t"
              "UniProtKB:P40763\tRO:0000056\t"
              "pathquill.event:phosphorylation.P40763.S727\t");
  /* What the event depends on comes first. */
  assert_edge(b, "STAT3 S727 phosphorylation depends on the PI3K pathway",
              "pathquill.entity:pathway.PI3K\tbiolink:affects\t"
              "UniProtKB:P40763\tbiolink:Association\t\t"
              "biolink:contributes_to\tphosphorylation\tincreased\t\t"
              "not_provided\ttext_mining_agent\t"
              "pathquill.event:phosphorylation.P40763.S727\tRO:0002502\t"
              "pathquill.entity:pathway.PI3K\t");
  /* "downstream of ALK" has no qualifier, so the event stays. */
  assert_edge(b,
              "STAT3 activation downstream of ALK indirectly depends on JAK3",
              "UniProtKB:P52333\tbiolink:affects\t"
              "pathquill.event:activation.P40763.downstream-of.Q9UM73\t"
              "biolink:Association\t\tbiolink:contributes_to\t\tincreased\t\t"
              "not_provided\ttext_mining_agent\t"
              "pathquill.event:activation.P40763.downstream-of.Q9UM73\t"
              "RO:0002502\tUniProtKB:P52333\t");
}

static void assert_node(pq_bench *b, pq_node node, const char *want) {
  pq_buf_reset(&b->out);
  pq_kgx_node(&b->graph, node, &b->out);
  ASSERT_VIEW(pq_buf_view(&b->out), want);
}

static void test_nodes(void **state) {
  pq_bench *const b = *state;
  const pq_claim_id id =
      claim_with(&b->graph, "active ALK promotes STAT3 Y705 phosphorylation");
  const pq_claim *const c = &b->record.claims.at[id];
  assert_node(b, c->subject,
              "pathquill.entity:Q9UM73.active\tbiolink:Protein\tactive ALK\t"
              "NCBITaxon:9606\t"
              "https://w3id.org/pathquill/entity/Q9UM73.active");
  assert_node(b, c->object,
              "pathquill.event:phosphorylation.P40763.Y705\t"
              "biolink:BiologicalProcessOrActivity\tSTAT3 Y705 phosphorylation"
              "\t\thttps://w3id.org/pathquill/event/"
              "phosphorylation.P40763.Y705");
}

static void test_works(void **state) {
  pq_bench *const b = *state;
  bool known = false;
  bool open = false;
  for (uint32_t i = 0; i < b->graph.n_works; ++i) {
    pq_buf_reset(&b->out);
    pq_kgx_work(&b->graph, b->graph.work_order[i], &b->out);
    const pq_view name = pq_buf_view(&b->out);
    known = known || pq_view_same(name, PQ_LIT("PMID:11751994"));
    open = open ||
           pq_view_same(name, PQ_LIT("pathquill.work:R-HSA-9701524.han-2006a"));
  }
  assert_true(known && open); /* two references fit "Han 2006a" */
}

static size_t count(pq_view text, char c) {
  size_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    n += text.ptr[i] == c;
  }
  return n;
}

/* Whatever a label holds, a row has its cells and no line more. */
static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  pq_buf out;
  sample_nasty(&s);
  pq_buf_init(&out, NULL);
  for (uint32_t i = 0; i < s.graph.n_claims; ++i) {
    const pq_claim_id id = s.graph.claim_order[i];
    if (s.graph.claims[id].question) continue;
    pq_buf_reset(&out);
    const pq_kgx_ends ends = pq_kgx_edge(&s.graph, id, &out);
    assert_int_equal(count(pq_buf_view(&out), '\t'), 15);
    pq_buf_char(&out, '\t');
    pq_kgx_node(&s.graph, ends.subject, &out);
    assert_int_equal(count(pq_buf_view(&out), '\t'), 20);
    assert_int_equal(count(pq_buf_view(&out), '\n'), 0);
  }
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
}

static void test_heads(void **state) {
  (void)state;
  pq_buf out;
  pq_buf_init(&out, NULL);
  pq_kgx_edges_head(&out);
  assert_int_equal(count(pq_buf_view(&out), '\t'), 15);
  pq_kgx_nodes_head(&out);
  assert_int_equal(count(pq_buf_view(&out), '\t'), 19);
  assert_int_equal(count(pq_buf_view(&out), '\n'), 2);
  pq_buf_clear(&out);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_edges, pq_bench_file), TEST(test_nodes, pq_bench_file),
      TEST(test_works, pq_bench_line), cmocka_unit_test(test_nasty_record),
      cmocka_unit_test(test_heads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
