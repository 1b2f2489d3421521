#include "test_claim_text.h"

/* The members of the first list, joined by " | ". */
static void expect_list(void *const *state, const char *text,
                        const char *members) {
  parsed d;
  uint32_t i = 1;
  parse_text(&d, state, text, TO_CHUNKS);
  while (i < d.p.chunks.n && !d.p.chunks.at[i].next) {
    ++i;
  }
  for (uint32_t k = i < d.p.chunks.n ? i : 0; k; k = d.p.chunks.at[k].next) {
    if (k != i) {
      pq_buf_text(&d.out, " | ");
      assert_int_equal(d.p.chunks.at[k].prior, i);
    }
    pq_buf_put(&d.out, chunk_words(&d, k));
  }
  ASSERT_VIEW(pq_buf_view(&d.out), members);
  drop_parsed(&d);
}

static void test_lists(void **state) {
  expect_list(state, "JAK1 and JAK2 bind STAT3", "JAK1 | JAK2");
  expect_list(state, "JAK1, JAK2 and TYK2 bind STAT3", "JAK1 | JAK2 | TYK2");
  expect_list(state, "JAK1, JAK2, and TYK2 bind STAT3", "JAK1 | JAK2 | TYK2");
  expect_list(state, "SRC binds STAT1 as well as STAT3", "STAT1 | STAT3");
}

static void test_no_lists(void **state) {
  expect_list(state, "JAK1, a kinase, binds STAT3", "");
  expect_list(state, "JAK1 binds STAT1 and JAK2 binds STAT3", "");
  expect_list(state, "JAK1 binds STAT1, which rests", "");
}

static bool is_or(void *const *state, const char *text) {
  parsed d;
  parse_text(&d, state, text, TO_CHUNKS);
  const bool found = d.p.chunks.at[1].list_or;
  drop_parsed(&d);
  return found;
}

static void test_or(void **state) {
  assert_true(is_or(state, "JAK1 or JAK2 binds STAT3"));
  assert_false(is_or(state, "JAK1 and JAK2 bind STAT3"));
}

static void test_events_in_a_list(void **state) {
  expect_list(state,
              "phosphorylation of STAT3 and activation of JAK2 depend on SRC",
              "phosphorylation | activation");
}

static void test_parts(void **state) {
  parsed d;
  parse_text(&d, state, "serine 727 of STAT3 is phosphorylated", TO_CHUNKS);
  assert_int_equal(d.p.chunks.at[1].of, 3);
  drop_parsed(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists), cmocka_unit_test(test_no_lists),
      cmocka_unit_test(test_or),    cmocka_unit_test(test_events_in_a_list),
      cmocka_unit_test(test_parts),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
