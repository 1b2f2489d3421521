#include "test_scan_text.h"

static void test_fusions(void **state) {
  static const want wants[] = {
      {"It is NPM-ALK.", "NPM-ALK=HGNC:7910::HGNC:427"},
      {"It is NPM1-ALK.", "NPM1-ALK=HGNC:7910::HGNC:427"},
      {"It is NPM1::ALK.", "NPM1::ALK=HGNC:7910::HGNC:427"},
      {"It is NPM/ALK.", "NPM/ALK=HGNC:7910::HGNC:427"},
      {"It is EML4\xE2\x80\x93"
       "ALK.",
       "EML4\xE2\x80\x93"
       "ALK=HGNC:1316::HGNC:427"},
      {"It is TPM3-ALK.", "TPM3-ALK=HGNC:12012::HGNC:427"},
      {"ALK fusion proteins act.", "ALK fusion proteins=HGNC:427"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static void test_complexes(void **state) {
  static const want wants[] = {
      {"It is IL6:IL6R.", "IL6:IL6R=HGNC:6018+HGNC:6019"},
      {"It is IL6:IL6R:gp130.", "IL6:IL6R:gp130=HGNC:6018+HGNC:6019+HGNC:6021"},
  };
  CHECK_WANTS(state, wants, say_names);
}

static pq_entity_kind kind_of(void *const *state, const char *text) {
  scanned s;
  scan_text(&s, state, text);
  assert_int_equal(s.r.mentions.n, 2);
  const pq_entity_kind kind =
      pq_entity_at(&s.r, s.r.mentions.at[1].entity)->kind;
  drop_text(&s);
  return kind;
}

static void test_a_dash_without_a_cue_is_a_complex(void **state) {
  assert_int_equal(kind_of(state, "It is JAK3-STAT3."), PQ_ENTITY_COMPLEX);
  assert_int_equal(kind_of(state, "It is the oncogenic fusion JAK3-STAT3."),
                   PQ_ENTITY_FUSION);
  assert_int_equal(kind_of(state, "It is KIF5B-RET."), PQ_ENTITY_FUSION);
  assert_int_equal(kind_of(state, "ALK fusion proteins act."),
                   PQ_ENTITY_FUSION);
}

static void test_what_was_composed(void **state) {
  scanned s;
  scan_text(&s, state, "It is IL6:IL6R and STAT3.");
  assert_int_equal(s.r.mentions.n, 3);
  assert_int_equal(s.r.mentions.at[1].said, PQ_SAID_COMPOSED);
  assert_int_equal(s.r.mentions.at[2].said, PQ_SAID_NAME);
  drop_text(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fusions),
      cmocka_unit_test(test_complexes),
      cmocka_unit_test(test_a_dash_without_a_cue_is_a_complex),
      cmocka_unit_test(test_what_was_composed),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
