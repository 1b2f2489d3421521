#include "test_claim_text.h"

static const char letters[] = {
    [PQ_TAG_NOUN] = 'n',     [PQ_TAG_DETERMINER] = 'd',
    [PQ_TAG_VERB] = 'V',     [PQ_TAG_AUXILIARY] = 'x',
    [PQ_TAG_NOT] = '!',      [PQ_TAG_ADVERB] = 'a',
    [PQ_TAG_TO] = 't',       [PQ_TAG_PREPOSITION] = 'p',
    [PQ_TAG_AND] = '&',      [PQ_TAG_COMMA] = ',',
    [PQ_TAG_RELATIVE] = 'r', [PQ_TAG_SUBORDINATE] = 's',
    [PQ_TAG_WHETHER] = 'w',  [PQ_TAG_STOP] = '.'};

static void expect_tags(void *const *state, const char *text,
                        const char *tags) {
  parsed d;
  parse_text(&d, state, text, TO_TAGS);
  for (uint32_t i = 1; i < d.p.units.n; ++i) {
    pq_buf_char(&d.out, letters[pq_unit_at(&d.p, i)->tag]);
  }
  if (!pq_view_same(pq_buf_view(&d.out), pq_view_of(tags))) {
    print_error("%s\n", text);
  }
  ASSERT_VIEW(pq_buf_view(&d.out), tags);
  drop_parsed(&d);
}

static void test_voices(void **state) {
  expect_tags(state, "JAK2 phosphorylates STAT3", "nVn");
  expect_tags(state, "STAT3 is phosphorylated by JAK2", "nxVpn");
  expect_tags(state, "JAK2 has been shown to phosphorylate STAT3", "nxxVtVn");
  expect_tags(state, "SRC and FYN phosphorylate CBL", "n&nVn");
  expect_tags(state, "JAK2 phosphorylated STAT3", "nVn");
}

static void test_nouns_that_look_like_verbs(void **state) {
  expect_tags(state, "the binding of GRB2", "dnpn");
  expect_tags(state, "activated JAK2 rests", "nnn");
  expect_tags(state, "the activated JAK2 binds STAT3", "dnnVn");
  expect_tags(state, "the results of JAK2", "dnpn");
}

static void test_verbs_in_ing(void **state) {
  expect_tags(state, "JAK2 acts by binding STAT3", "nVpVn");
  expect_tags(state, "JAK2 is binding STAT3", "nxVn");
}

static void test_not_and_adverbs(void **state) {
  expect_tags(state, "JAK2 does not phosphorylate STAT3", "nx!Vn");
  expect_tags(state, "JAK2 rapidly phosphorylates STAT3", "naVn");
  expect_tags(state, "STAT3 is rapidly phosphorylated", "nxaV");
}

static void test_that(void **state) {
  expect_tags(state, "JAK2 that phosphorylates STAT3", "nrVn");
  expect_tags(state, "it shows that JAK2 binds STAT3", "nVsnVn");
}

static void test_to(void **state) {
  expect_tags(state, "GRB2 binds to SOS1", "nVpn");
  expect_tags(state, "JAK2 acts to bind SOS1", "nVtVn");
}

static void test_joints(void **state) {
  expect_tags(state, "whether JAK2 binds SOS1", "wnVn");
  expect_tags(state, "JAK2, which binds SOS1, rests", "n,rVn,n");
  expect_tags(state, "while JAK2 binds SOS1", "snVn");
  expect_tags(state, "JAK2 binds; SRC phosphorylates", "nV.nV");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_voices),
      cmocka_unit_test(test_nouns_that_look_like_verbs),
      cmocka_unit_test(test_verbs_in_ing),
      cmocka_unit_test(test_not_and_adverbs),
      cmocka_unit_test(test_that),
      cmocka_unit_test(test_to),
      cmocka_unit_test(test_joints),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
