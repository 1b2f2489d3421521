#include "test_claim_text.h"

/* The cues of a text, one behind the other. */
static void expect_cues(void *const *state, const char *text,
                        const char *cues) {
  parsed d;
  parse_text(&d, state, text, TO_CLAUSES);
  assert_int_equal(pq_cues_read(&d.p), PQ_OK);
  for (uint32_t i = 0; i < d.p.cues.n; ++i) {
    if (i) pq_buf_text(&d.out, "; ");
    pq_buf_put(&d.out, pq_span_text(d.p.text, d.p.cues.at[i].span));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), cues);
  drop_parsed(&d);
}

static void test_none(void **state) {
  expect_cues(state, "JAK2 phosphorylates STAT3.", "");
}

static void test_the_longest_counts(void **state) {
  expect_cues(state, "It is not clear whether it is so.", "not clear");
  expect_cues(state, "It is not so.", "not");
  expect_cues(state, "It is not entirely clear, and may not be.",
              "not entirely clear; may; not");
}

static void test_all_of_a_stretch(void **state) {
  expect_cues(state, "JAK2 may directly and perhaps never bind STAT3.",
              "may; directly; perhaps; never");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_the_longest_counts),
      cmocka_unit_test(test_all_of_a_stretch),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
