#include "test_claim_text.h"

/* Which cues tell of the first event noun. */
static void expect_told(void *const *state, const char *text,
                        const char *cues) {
  parsed d;
  parse_text(&d, state, text, TO_CLAUSES);
  assert_int_equal(pq_cues_read(&d.p), PQ_OK);
  assert_true(d.p.hits.n > 1);
  for (uint32_t i = 0; i < d.p.cues.n; ++i) {
    const pq_cue *const cue = &d.p.cues.at[i];
    if (!pq_cue_tells_of(&d.p, &d.p.hits.at[1], cue)) continue;
    if (d.out.len) pq_buf_text(&d.out, "; ");
    pq_buf_put(&d.out, pq_span_text(d.p.text, cue->span));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), cues);
  drop_parsed(&d);
}

static void test_a_verb_that_says_no_more(void **state) {
  expect_told(state, "Cleavage of PARP1 by CASP3 may occur.", "may");
  expect_told(state, "Cleavage of PARP1 by CASP3 was not observed.", "not");
  expect_told(state, "Cleavage of PARP1 has been proposed.", "proposed");
  expect_told(state, "Cleavage of PARP1 is thought to occur.", "thought");
}

static void test_an_adjective(void **state) {
  expect_told(state, "Cleavage of PARP1 is still unclear.", "unclear");
  expect_told(state, "Cleavage of PARP1 is not entirely clear.",
              "not entirely clear");
}

static void test_a_verb_that_says_more(void **state) {
  expect_told(state, "Cleavage of PARP1 may explain its loss.", "");
  expect_told(state, "Cleavage of PARP1 is not a marker.", "");
  expect_told(state, "Cleavage of PARP1 is thought to be a marker.", "");
  expect_told(state, "Cleavage suggests that it is so.", "");
}

static void test_put_off(void **state) {
  expect_told(state, "Cleavage of PARP1 does not occur before apoptosis.", "");
}

static void test_words_before_the_noun(void **state) {
  expect_told(state, "There is no evidence for cleavage of PARP1.",
              "no evidence");
  expect_told(state, "The timing of cleavage of PARP1 is unclear.", "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_verb_that_says_no_more),
      cmocka_unit_test(test_an_adjective),
      cmocka_unit_test(test_a_verb_that_says_more),
      cmocka_unit_test(test_put_off),
      cmocka_unit_test(test_words_before_the_noun),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
