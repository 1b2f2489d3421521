#include "bench.h"
#include "unit.h"

#include "write/report.h"

static size_t count(pq_view text, char c) {
  size_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    n += text.ptr[i] == c;
  }
  return n;
}

static void test_row(void **state) {
  pq_bench *const b = *state;
  pq_claim_table_row(&b->graph, 10, &b->out);
  ASSERT_VIEW(
      pq_buf_view(&b->out),
      "R-HSA-9701524\tasserted\tSTAT3 S727 phosphorylation depends on the PI3K"
      " pathway\tphosphorylation\tPI3K pathway\tfplx:PI3K\tSTAT3\t"
      "uniprot:P40763 hgnc:HGNC:11364\tS727\tdepends_on\tpositive\tno\t"
      "unspecified\t\t\t\tsummary\t585\t664\tSTAT3 is also phosphorylated at"
      " serine 727 in a manner that depends on the PI3K\thttps://w3id.org/"
      "pathquill/claim/91b6a10d073ffe72f292d8aaab9809f2\n");
}

static void test_works_and_cues(void **state) {
  pq_bench *const b = *state;
  pq_claim_table_row(&b->graph, 5, &b->out);
  const pq_view row = pq_buf_view(&b->out);
  assert_true(pq_holds(row, "\tWhether; controversial\t"));
  assert_true(pq_holds(row, "\tZhang et al. 2002 (PMID:11751994); Han et al."
                            " 2006a; Han et al. 2006b; "));
  assert_true(pq_holds(row, "\tPalmer et al. 2009 (PMID:19459784)\t"));
}

/* Each row has a cell for each head, whatever the text holds. */
static void test_cells(void **state) {
  pq_bench *const b = *state;
  b->record.stable_id = PQ_LIT("a\tb\nc");
  assert_int_equal(pq_write_claim_table(&b->graph, &b->out), PQ_OK);
  pq_view rest = pq_buf_view(&b->out);
  assert_int_equal(count(rest, '\n'), 20);
  const size_t tabs = count(pq_view_cut(&rest, '\n'), '\t');
  assert_int_equal(tabs, 20);
  while (rest.len) {
    const pq_view row = pq_view_cut(&rest, '\n');
    assert_int_equal(count(row, '\t'), tabs);
    assert_true(pq_view_starts(row, PQ_LIT("a\\tb\\nc\t")));
  }
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_row, pq_bench_line),
      TEST(test_works_and_cues, pq_bench_line),
      TEST(test_cells, pq_bench_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
