#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/network.h"

static void test_aspects(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_cx2(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_view_starts(
      text, PQ_LIT("[\n  {\"CXVersion\": \"2.0\", \"hasFragments\": false},\n"
                   "  {\n    \"metaData\": [\n")));
  assert_true(pq_holds(text, "{\"name\": \"nodes\", \"elementCount\": 26}"));
  assert_true(pq_holds(text, "{\"name\": \"edges\", \"elementCount\": 42}"));
  assert_true(pq_holds(text, "{\"id\": 0, \"v\": {\"name\": \"STAT3\", "
                             "\"type\": \"protein\", "));
  assert_true(pq_view_ends(text, PQ_LIT("    \"status\": [\n"
                                        "      {\"success\": true}\n"
                                        "    ]\n  }\n]\n")));
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  const pq_view text = sample_write(&s, pq_write_cx2);
  assert_true(pq_holds(text, "\"name\": \"a\\\"b\\\\N \\\\l<c>&xmp;'d' ]]> "));
  assert_false(pq_holds(text, "\x01"));
  sample_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_aspects, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test(test_nasty_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
