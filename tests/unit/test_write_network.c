#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/network.h"

static const pq_net_edge *edge_of(const pq_network *net, const char *label) {
  for (uint32_t i = 0; i < net->edges.n; ++i) {
    if (pq_view_same(net->edges.at[i].label, pq_view_of(label))) {
      return &net->edges.at[i];
    }
  }
  fail_msg("no edge: %s", label);
  return NULL;
}

static void assert_name(const pq_network *net, uint32_t node,
                        const char *want) {
  assert_true(node < net->nodes.n);
  ASSERT_VIEW(net->nodes.at[node].label, want);
}

static void test_claims(void **state) {
  pq_bench *const b = *state;
  pq_network net;
  assert_int_equal(pq_network_fill(&net, &b->graph, NULL), PQ_OK);
  const pq_net_edge *e =
      edge_of(&net, "active ALK promotes STAT3 Y705 phosphorylation");
  assert_name(&net, e->source, "active ALK");
  assert_name(&net, e->target, "STAT3 Y705 phosphorylation");
  ASSERT_VIEW(e->name, "acts upstream of or within, positive effect");
  ASSERT_VIEW(e->status, "asserted");
  ASSERT_VIEW(e->works,
              "Zamo et al. 2002; Zhang et al. 2002; Amin et al. 2003; "
              "Chiarle et al. 2003; Chiarle et al. 2005; Sattu et al. 2013; "
              "Turner and Alexander 2006; Chiarle et al. 2008; "
              "Palmer et al. 2009");
  assert_int_equal(e->direct, PQ_DIRECT_UNSAID);
  e = edge_of(&net, "STAT3 promotes cell survival"); /* said twice */
  ASSERT_VIEW(e->status, "asserted");
  assert_true(pq_view_ends(e->works, PQ_LIT("; Palmer et al. 2009")));
  pq_network_clear(&net);
}

/* The name alone says that it is no fact; papers hang on the dispute. */
static void test_reserve(void **state) {
  pq_bench *const b = *state;
  pq_network net;
  assert_int_equal(pq_network_fill(&net, &b->graph, NULL), PQ_OK);
  const pq_net_edge *e =
      edge_of(&net, "ALK directly mediates STAT3 activation");
  ASSERT_VIEW(e->name, "enables [alternative]");
  ASSERT_VIEW(e->works, "");
  ASSERT_VIEW(e->dispute,
              "ALK directly mediates STAT3 activation, or STAT3 activation "
              "downstream of ALK indirectly depends on JAK3?");
  assert_true(pq_view_starts(e->dispute_works, PQ_LIT("Zhang et al. 2002; ")));
  assert_int_equal(e->direct, PQ_DIRECTLY);
  e = edge_of(&net, "ALK promotes STAT3 activation");
  assert_true(pq_view_ends(e->name, PQ_LIT(" [presupposed]")));
  ASSERT_VIEW(e->dispute, "");
  e = edge_of(&net, "STAT3 S727 phosphorylation affects what?");
  assert_name(&net, e->target, "?");
  assert_string_equal(net.nodes.at[e->target].type, "question");
  assert_true(pq_view_ends(e->name, PQ_LIT(" [unclear]")));
  pq_network_clear(&net);
}

static void test_parts(void **state) {
  pq_bench *const b = *state;
  pq_network net;
  uint32_t inputs = 0;
  uint32_t states = 0;
  assert_int_equal(pq_network_fill(&net, &b->graph, NULL), PQ_OK);
  for (uint32_t i = 0; i < net.edges.n; ++i) {
    const pq_net_edge *const e = &net.edges.at[i];
    assert_true(e->source < net.nodes.n && e->target < net.nodes.n);
    assert_true(e->name.len > 0);
    if (e->iri.len) continue;
    ASSERT_VIEW(e->status, "");
    inputs += pq_view_same(e->name, PQ_LIT("has input"));
    states += pq_view_same(e->name, PQ_LIT("state of"));
  }
  assert_int_equal(inputs, 7);
  assert_int_equal(states, 5);
  pq_network_clear(&net);
}

static void test_negated(void **state) {
  (void)state;
  sample s;
  pq_network net;
  sample_nfat(&s);
  assert_int_equal(pq_network_fill(&net, &s.graph, NULL), PQ_OK);
  uint32_t negated = 0;
  uint32_t hedged = 0;
  for (uint32_t i = 0; i < net.edges.n; ++i) {
    const pq_net_edge *const e = &net.edges.at[i];
    assert_int_equal(e->negated, pq_view_starts(e->name, PQ_LIT("not: ")));
    negated += e->negated;
    hedged += pq_view_ends(e->name, PQ_LIT(" [hedged]"));
  }
  assert_int_equal(negated, 1);
  assert_int_equal(hedged, 1);
  pq_network_clear(&net);
  pq_arena_clear(&s.arena);
}

/* What holds in another species is no plain edge either. */
static void test_species(void **state) {
  pq_bench *const b = *state;
  pq_network net;
  const char *const label = "active ALK promotes STAT3 Y705 phosphorylation";
  for (uint32_t i = 0; i < b->graph.n_claims; ++i) {
    const pq_claim_id id = b->graph.claim_order[i];
    if (pq_view_same(b->graph.claims[id].label, pq_view_of(label))) {
      b->record.claims.at[id].species = PQ_LIT("10090");
    }
  }
  assert_int_equal(pq_network_fill(&net, &b->graph, NULL), PQ_OK);
  ASSERT_VIEW(edge_of(&net, label)->name,
              "acts upstream of or within, positive effect (NCBITaxon:10090)");
  pq_network_clear(&net);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_claims),
      TEST(test_reserve),
      TEST(test_parts),
      TEST(test_species),
      cmocka_unit_test(test_negated),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
