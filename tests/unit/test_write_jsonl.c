#include "bench.h"
#include "unit.h"

#include "write/jsonl.h"

static const char first[] =
    "{\"record\":\"R-HSA-9701524\",\"id\":\"https://w3id.org/pathquill/claim/"
    "fd37649112b77b784ff8454634253a9b\",\"kind\":\"phosphorylation\","
    "\"label\":\"active ALK promotes STAT3 phosphorylation\","
    "\"agent\":{\"text\":\"active ALK\",\"iri\":\"https://w3id.org/pathquill/"
    "entity/Q9UM73.active\",\"ids\":{\"uniprot\":\"Q9UM73\",\"hgnc\":"
    "\"HGNC:427\"},\"type\":\"protein\",\"span\":[38,48]},"
    "\"theme\":{\"text\":\"STAT3\",\"iri\":\"http://purl.uniprot.org/uniprot/"
    "P40763\",\"ids\":{\"uniprot\":\"P40763\",\"hgnc\":\"HGNC:11364\"},"
    "\"type\":\"protein\",\"span\":[0,5]},\"site\":null,"
    "\"relation\":\"upstream\",\"polarity\":\"positive\",\"negated\":false,"
    "\"directness\":\"unspecified\",\"status\":\"asserted\","
    "\"alternatives\":[],\"source\":\"display_name\",\"span\":[0,48],"
    "\"sentence\":[0,48],\"quote\":\"STAT3 is phosphorylated downstream of"
    " active ALK\",\"cues\":[],\"citations\":[]}\n";

static void test_first_line(void **state) {
  pq_bench *const b = *state;
  pq_jsonl_line(&b->graph, NULL, 0, &b->out);
  ASSERT_VIEW(pq_buf_view(&b->out), first);
}

static void test_dispute_line(void **state) {
  pq_bench *const b = *state;
  pq_jsonl_line(&b->graph, NULL, 5, &b->out);
  const pq_view line = pq_buf_view(&b->out);
  assert_true(pq_holds(line, "\"kind\":\"dispute\""));
  assert_true(pq_holds(line, "\"agent\":null,\"theme\":null,\"site\":null,"
                             "\"relation\":null,\"polarity\":\"unspecified\""));
  assert_true(pq_holds(
      line,
      "\"alternatives\":[\"https://w3id.org/pathquill/claim/"
      "9454d0eec610e00acda40a64b9036b80\",\"https://w3id.org/pathquill/claim/"
      "c5a182e7967685e300c749a72e73875c\"]"));
  assert_true(
      pq_holds(line, "{\"text\":\"controversial\",\"span\":[444,457]}"));
  assert_true(pq_holds(
      line, "{\"text\":\"Han et al 2006 a,b\",\"authors\":[\"Han\"],\"year\":"
            "2006,\"suffix\":\"a\",\"role\":\"primary\",\"pmid\":null,"
            "\"span\":[478,496]}"));
  assert_true(pq_holds(line, "\"role\":\"review\",\"pmid\":\"19459784\""));
}

static void test_question_line(void **state) {
  pq_bench *const b = *state;
  pq_jsonl_line(&b->graph, NULL, 13, &b->out);
  const pq_view line = pq_buf_view(&b->out);
  assert_true(pq_holds(line, "\"kind\":\"open_question\""));
  assert_true(pq_holds(line, "\"site\":{\"residue\":\"S\",\"position\":727}"));
  assert_true(pq_holds(line, "\"status\":\"unclear\""));
}

/* Lines come by source, span and id, one for each evidence. */
static void test_all_lines(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_claim_lines(&b->graph, &b->out), PQ_OK);
  pq_view rest = pq_buf_view(&b->out);
  assert_true(pq_view_starts(rest, pq_view_of(first)));
  size_t n = 0;
  for (; rest.len; ++n) {
    const pq_view line = pq_view_cut(&rest, '\n');
    assert_true(pq_view_starts(line, PQ_LIT("{\"record\":")));
    assert_true(pq_view_ends(line, PQ_LIT("]}")));
  }
  assert_int_equal(n, 19);
}

static void test_nothing(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_int_equal(pq_write_claim_lines(&b->graph, &b->out), PQ_OK);
  assert_int_equal(b->out.len, 0);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_first_line, pq_bench_line),
      TEST(test_dispute_line, pq_bench_line),
      TEST(test_question_line, pq_bench_line),
      TEST(test_all_lines, pq_bench_line),
      TEST(test_nothing, pq_bench_empty),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
