#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/cited.h"

static void test_entries(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_bibtex(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(text, "@misc{amin-2003,\n"
                             "  author = {{Amin} and others},\n"
                             "  year = {2003},\n"
                             "  note = {cited as Amin et al. 2003}\n}\n\n"));
  assert_true(pq_holds(text, "  author = {{Turner} and {Alexander}},\n"));
}

/* As Crossref writes them; one that would break the entry cannot be so. */
static void test_doi(void **state) {
  pq_bench *const b = *state;
  for (uint32_t i = 0; i < b->record.references.n; ++i) {
    b->record.references.at[i].doi =
        i % 2 ? PQ_LIT("10.1/a_b(c)<d>") : PQ_LIT("10.1/a{b");
  }
  assert_int_equal(pq_write_bibtex(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(text, "  doi = {10.1/a_b(c)<d>},\n"));
  assert_true(pq_holds(text, "  doi = {10.1/a\\textbraceleft{}b},\n"));
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  const pq_view text = sample_write(&s, pq_write_bibtex);
  assert_true(pq_holds(text, "author = {{O'N<e>il \\& \"x\" ]]>}"));
  int depth = 0;
  for (size_t i = 0; i < text.len; ++i) {
    depth += (text.ptr[i] == '{') - (text.ptr[i] == '}');
    assert_true(depth >= 0);
  }
  assert_int_equal(depth, 0);
  sample_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_entries, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test_setup_teardown(test_doi, pq_bench_line, pq_bench_close),
      cmocka_unit_test(test_nasty_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
