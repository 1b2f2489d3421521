#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/network.h"

static void test_elements(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_graphml(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(text, "<graph edgedefault=\"directed\">"));
  assert_true(pq_holds(text, "<key id=\"e_dispute_works\" for=\"edge\" "
                             "attr.name=\"dispute works\""));
  assert_true(pq_holds(text, "    <node id=\"n0\">\n"
                             "      <data key=\"n_name\">STAT3</data>\n"
                             "      <data key=\"n_type\">protein</data>\n"));
  assert_true(pq_holds(text, "<data key=\"e_interaction\">enables "
                             "[alternative]</data>\n"));
  assert_true(pq_view_ends(text, PQ_LIT("  </graph>\n</graphml>\n")));
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  const pq_view text = sample_write(&s, pq_write_graphml);
  assert_true(
      pq_holds(text, ">a&quot;b\\N \\l&lt;c&gt;&amp;xmp;&#39;d&#39; ]]&gt; "));
  assert_false(pq_holds(text, "\x01"));
  sample_close(&s);
}

/* Nothing is claimed: a graph without nodes. */
static void test_bare_record(void **state) {
  (void)state;
  sample s;
  sample_bare(&s);
  const pq_view text = sample_write(&s, pq_write_graphml);
  assert_true(pq_holds(text, "directed\">\n  </graph>"));
  sample_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_elements, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test(test_nasty_record),
      cmocka_unit_test(test_bare_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
