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
  pq_buf out;
  sample_nasty(&s);
  pq_buf_init(&out, NULL);
  assert_int_equal(pq_write_csl(&s.graph, &out), PQ_OK);
  assert_true(pq_holds(pq_buf_view(&out),
                       "{\"family\": \"O'N<e>il & \\\"x\\\" ]]>\"}"));
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
  sample_bare(&s); /* cites nothing */
  assert_int_equal(pq_write_csl(&s.graph, &out), PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), "[]\n");
  pq_buf_clear(&out);
  pq_arena_clear(&s.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(test_entries, pq_bench_file,
                                      pq_bench_close),
      cmocka_unit_test(test_nasty_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
