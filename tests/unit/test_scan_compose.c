#include "test_scan_text.h"

/* The ids alone, joined by spaces. */
static pq_view say_ids(scanned *s) {
  const pq_record *const r = &s->r;
  pq_buf_reset(&s->told);
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    if (i > 1) pq_buf_char(&s->told, ' ');
    say_thing(&s->told, r, r->mentions.at[i].entity);
  }
  return pq_buf_view(&s->told);
}

static void test_lists_that_are_a_family(void **state) {
  static const want wants[] = {
      {"It is ERK1/2.", "FPLX:ERK"},         {"It is MEK1/2.", "FPLX:MEK"},
      {"It is JNK1/2/3.", "FPLX:JNK"},       {"It is SMAD2/3.", "FPLX:SMAD2_3"},
      {"It is CDK4/6.", "PQ:family.CDK4-6"},
  };
  CHECK_WANTS(state, wants, say_ids);
}

static void test_lists_and_ranges(void **state) {
  static const want wants[] = {
      {"They are STAT1 and 3.", "HGNC:11362 HGNC:11364"},
      {"They are AKT1/3.", "HGNC:391 HGNC:393"},
      {"They are PRKD1, 2 and 3.", "HGNC:9407 HGNC:17293 HGNC:9408"},
      {"They are STAT3 and -5.", "HGNC:11364 FPLX:STAT5"},
  };
  CHECK_WANTS(state, wants, say_ids);
}

static void test_only_if_every_member_is_known(void **state) {
  scanned s;
  scan_text(&s, state, "It is STAT1/77.");
  for (uint32_t i = 2; i < s.r.mentions.n; ++i) {
    assert_int_not_equal(s.r.mentions.at[i].said, PQ_SAID_MEMBER);
  }
  drop_text(&s);
}

static void test_pathways(void **state) {
  static const want wants[] = {
      {"It is the PI3K pathway.", "PQ:pathway.PI3K"},
      {"It is the JAK-STAT pathway.", "PQ:pathway.JAK-STAT"},
      {"It is JAK/STAT signalling.", "PQ:pathway.JAK-STAT"},
      {"It is the PI3K-AKT pathway.", "PQ:pathway.PI3K-AKT"},
      {"They are the PI3K, mTOR and MAPK pathways.",
       "PQ:pathway.PI3K PQ:pathway.mTOR PQ:pathway.MAPK"},
      {"It is PI3K.", "FPLX:PI3K"},
  };
  CHECK_WANTS(state, wants, say_ids);
}

/* AKT2 stands nowhere: it and AKT3 share their tokens. */
static void test_members_of_a_range(void **state) {
  scanned s;
  scan_text(&s, state, "They are AKT1-3.");
  ASSERT_VIEW(say_ids(&s), "HGNC:391 HGNC:392 HGNC:393");
  assert_false(s.r.mentions.at[2].same_tokens);
  assert_true(s.r.mentions.at[3].same_tokens);
  drop_text(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lists_that_are_a_family),
      cmocka_unit_test(test_lists_and_ranges),
      cmocka_unit_test(test_only_if_every_member_is_known),
      cmocka_unit_test(test_pathways),
      cmocka_unit_test(test_members_of_a_range),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
