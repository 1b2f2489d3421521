#include "test_claim_text.h"

/* The words of the flow, a space between two. */
static void expect_flow(void *const *state, const char *text,
                        const char *flow) {
  parsed d;
  parse_text(&d, state, text, TO_UNITS);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    if (i > 1) pq_buf_char(&d.out, ' ');
    pq_buf_put(&d.out, pq_unit_text(&d.p, i));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), flow);
  drop_parsed(&d);
}

static void test_another_name_is_dropped(void **state) {
  expect_flow(state, "STAT3 (Zok) rests", "STAT3 rests");
  expect_flow(state, "STAT3 (formerly known) rests", "STAT3 rests");
}

static void test_sites_stand_in_the_flow(void **state) {
  expect_flow(state, "phosphorylated STAT3 (Y705) rests",
              "phosphorylated STAT3 Y705 rests");
  expect_flow(state, "the phosphorylated residue (Y705) rests",
              "the phosphorylated residue Y705 rests");
  expect_flow(state, "the phosphorylated loop (Y705 in STAT3) rests",
              "the phosphorylated loop Y705 in STAT3 rests");
}

static void test_a_stretch_has_a_short_name(void **state) {
  expect_flow(state, "phosphorylated S276 in the loop (QZX) of RELA rests",
              "phosphorylated S276 in the loop of RELA rests");
  /* No residue lies in it, or nothing follows: the name is all there is. */
  expect_flow(state, "the phosphorylated loop (QZX) of RELA rests",
              "the phosphorylated loop QZX of RELA rests");
  expect_flow(state, "phosphorylated S276 in the loop (QZX) rests",
              "phosphorylated S276 in the loop QZX rests");
  expect_flow(state, "phosphorylated S276 in the loop (JAK2) of RELA rests",
              "phosphorylated S276 in the loop JAK2 of RELA rests");
}

static void test_a_lone_mark_is_nothing(void **state) {
  expect_flow(state, "STAT3 (rests", "STAT3 rests");
  expect_flow(state, "STAT3) rests", "STAT3 rests");
}

static void test_a_remark_waits(void **state) {
  parsed d;
  bool more = false;
  parse_text(&d, state, "STAT3 rests (while JAK2 phosphorylates SRC) at night",
             TO_UNITS);
  assert_int_equal(pq_unit_at(&d.p, 1)->kind, PQ_UNIT_NAME);
  const uint32_t n = d.p.units.n;
  assert_int_equal(pq_units_next(&d.p, &more), PQ_OK);
  assert_true(more);
  ASSERT_VIEW(pq_unit_text(&d.p, 1), "while");
  assert_true(d.p.units.n < n + 4);
  assert_int_equal(pq_units_next(&d.p, &more), PQ_OK);
  assert_false(more);
  drop_parsed(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_another_name_is_dropped),
      cmocka_unit_test(test_sites_stand_in_the_flow),
      cmocka_unit_test(test_a_stretch_has_a_short_name),
      cmocka_unit_test(test_a_lone_mark_is_nothing),
      cmocka_unit_test(test_a_remark_waits),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
