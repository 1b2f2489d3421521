#include "test_claim_text.h"

/* The words of the flow: a preposition by its slot, a space between two. */
static void expect_flow(void *const *state, const char *text,
                        const char *flow) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    const pq_unit *const u = pq_unit_at(&d.p, i);
    if (i > 1) pq_buf_char(&d.out, ' ');
    if (u->kind == PQ_UNIT_WORD && (u->classes & PQ_W_AND)) {
      pq_buf_text(&d.out, "and");
    } else {
      pq_buf_put(&d.out, u->slot.len ? u->slot : pq_unit_text(&d.p, i));
    }
  }
  ASSERT_VIEW(pq_buf_view(&d.out), flow);
  drop_parsed(&d);
}

static void test_an_arrow_reacts_into(void **state) {
  expect_flow(state, "AMP => ADP", "AMP reacts into ADP");
  expect_flow(state, "AMP <=> ADP", "AMP reacts into ADP");
  expect_flow(state, "AMP -> ADP", "AMP reacts into ADP");
  expect_flow(state, "AMP <--> ADP", "AMP reacts into ADP");
  expect_flow(state, "AMP=>ADP", "AMP reacts into ADP");
}

static void test_a_drawn_arrow_is_one(void **state) {
  expect_flow(state, "AMP \xE2\x86\x92 ADP", "AMP reacts into ADP");
  expect_flow(state, "AMP \xE2\x87\x8C ADP + ATP",
              "AMP reacts into ADP and ATP");
}

static void test_pluses_join_a_side(void **state) {
  expect_flow(state, "AMP + ATP => ADP + GDP + GTP",
              "AMP and ATP reacts into ADP + GDP and GTP");
}

static void test_the_last_bracket_has_a_catalyst(void **state) {
  expect_flow(state, "AMP => ADP (ADK)", "AMP reacts into ADP by ADK");
  expect_flow(state, "AMP => ADP [ADK]", "AMP reacts into ADP by ADK");
  expect_flow(state, "AMP => ADP (ADK catalyst)", "AMP reacts into ADP by ADK");
  /* What is written onto a word, or is no protein, is none. */
  expect_flow(state, "AMP => ADP(ADK)", "AMP reacts into ADP");
  expect_flow(state, "AMP => ADP (ATP)", "AMP reacts into ADP");
}

static void test_what_catalyzes_converts(void **state) {
  expect_flow(state, "ADK catalyzes AMP + ATP => ADP",
              "ADK converts AMP and ATP into ADP");
}

static void test_other_arrows_stay(void **state) {
  expect_flow(state, "AMP->ADP", "AMP - > ADP");
  expect_flow(state, "AMP -> ADP -> ATP", "AMP - > ADP - > ATP");
  expect_flow(state, "AMP => ADP is inhibited", "AMP = > ADP is inhibited");
  expect_flow(state, "=> ADP", "= > ADP");
  expect_flow(state, "AMP =>", "AMP = >");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_arrow_reacts_into),
      cmocka_unit_test(test_a_drawn_arrow_is_one),
      cmocka_unit_test(test_pluses_join_a_side),
      cmocka_unit_test(test_the_last_bracket_has_a_catalyst),
      cmocka_unit_test(test_what_catalyzes_converts),
      cmocka_unit_test(test_other_arrows_stay),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
