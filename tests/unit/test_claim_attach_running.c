#include "test_claim_text.h"

/* The years of the works that back a claim, in the order of the text. */
static void expect_years(void *const *state, const char *text,
                         const char *label, const char *years) {
  told t;
  pq_buf got;
  pq_buf_init(&got, NULL);
  tell_text(&t, state, text);
  const pq_record *const r = &t.desk.record;
  const pq_evidence *const e = evidence_of_label(&t, label);
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    if (i) pq_buf_char(&got, ' ');
    pq_buf_number(&got,
                  r->works.at[r->citations.at[e->citations[i]].work].year);
  }
  ASSERT_VIEW(pq_buf_view(&got), years);
  pq_buf_clear(&got);
  drop_told(&t);
}

static const char binds[] = "GRB2 interacts with SOS1";
static const char acts[] = "JAK2 directly mediates STAT3 phosphorylation";

static void test_each_finds_its_own(void **state) {
  const char *const text =
      "Zamo et al. (1999) found that JAK2 phosphorylates STAT3, and Lai et al."
      " (2001) found that GRB2 binds SOS1.";
  expect_years(state, text, acts, "1999");
  expect_years(state, text, binds, "2001");
}

static void test_two_find_the_same(void **state) {
  expect_years(state,
               "Zamo et al. (1999) and Lai et al. (2001) found that GRB2 binds"
               " SOS1.",
               binds, "1999 2001");
}

static void test_as_first_shown_by(void **state) {
  expect_years(state,
               "GRB2 binds SOS1, as was first shown by Zamo et al. (1999).",
               binds, "1999");
}

static void test_who_did_not_find_it_does_not_back_it(void **state) {
  const char *const text =
      "Zamo et al. (1999), but not Lai et al. (2001), found that GRB2 binds"
      " SOS1.";
  told t;
  tell_text(&t, state, text);
  const pq_record *const r = &t.desk.record;
  uint32_t against = 0;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      const pq_citation *const c = &r->citations.at[e->citations[k]];
      const bool backs = e->stance == PQ_ASSERTED;
      assert_int_equal(r->works.at[c->work].year, backs ? 1999 : 2001);
      against += !backs;
    }
  }
  assert_int_equal(against, 1);
  drop_told(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_each_finds_its_own),
      cmocka_unit_test(test_two_find_the_same),
      cmocka_unit_test(test_as_first_shown_by),
      cmocka_unit_test(test_who_did_not_find_it_does_not_back_it),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
