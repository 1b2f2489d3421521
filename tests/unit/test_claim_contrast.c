#include "test_claim_text.h"

#include "claim/unit.h"

/* The words of the flow without the state that is set aside. */
static void expect_flow(void *const *state, const char *text,
                        const char *flow) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  pq_contrast_cut(&d.p);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    if (i > 1) pq_buf_char(&d.out, ' ');
    pq_buf_put(&d.out, pq_unit_text(&d.p, i));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), flow);
  drop_parsed(&d);
}

static void test_a_state_is_left_out(void **state) {
  expect_flow(state, "JAK2 binds phosphorylated but not unphosphorylated STAT3",
              "JAK2 binds phosphorylated STAT3");
  expect_flow(state, "JAK2 binds active, but not inactive, STAT3",
              "JAK2 binds active STAT3");
  expect_flow(state, "JAK2 binds the active but not the inactive form",
              "JAK2 binds the active form");
}

static void test_a_verb_is_none(void **state) {
  const char *const text = "STAT3 phosphorylated but not activated JAK2";
  expect_flow(state, text, text);
}

static void test_a_thing_is_none(void **state) {
  const char *const text = "JAK2 binds STAT3 but not STAT1";
  expect_flow(state, text, text);
}

static void test_what_is_set_aside_is_dropped(void **state) {
  parsed d;
  parse_text(&d, state, "JAK2 binds STAT3 rather than STAT1", TO_CHUNKS);
  for (uint32_t i = 1; i < d.p.chunks.n; ++i) {
    const bool last = pq_view_same(chunk_words(&d, i), pq_view_of("STAT1"));
    assert_int_equal(pq_contrast_drops(&d.p, i), last);
  }
  drop_parsed(&d);
}

static void test_instead_of_drops_behind_a_preposition(void **state) {
  assert_claims(state, "STAT3 is phosphorylated by JAK2 instead of by SRC.",
                "JAK2 directly mediates STAT3 phosphorylation\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_a_state_is_left_out),
      cmocka_unit_test(test_a_verb_is_none),
      cmocka_unit_test(test_a_thing_is_none),
      cmocka_unit_test(test_what_is_set_aside_is_dropped),
      cmocka_unit_test(test_instead_of_drops_behind_a_preposition),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
