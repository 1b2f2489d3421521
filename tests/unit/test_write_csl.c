#include "bench.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/cited.h"

static void test_entries(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_csl(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(pq_holds(
      text, "  {\n"
            "    \"id\": \"turner-alexander-2006\",\n"
            "    \"type\": \"document\",\n"
            "    \"author\": [{\"family\": \"Turner\"}, {\"family\": "
            "\"Alexander\"}],\n"
            "    \"issued\": {\"date-parts\": [[2006]]},\n"
            "    \"note\": \"cited as a review, as Turner and Alexander "
            "2006\"\n"
            "  }"));
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  pq_view text = sample_write(&s, pq_write_csl);
  assert_true(pq_holds(text, "{\"family\": \"O'N<e>il & \\\"x\\\" ]]>\"}"));
  sample_close(&s);
  sample_bare(&s); /* cites nothing */
  text = sample_write(&s, pq_write_csl);
  ASSERT_VIEW(text, "[]\n");
  sample_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_entries, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test(test_nasty_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
