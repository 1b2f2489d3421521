#include "test_claim_text.h"

/* Noun groups in [], verb groups in {}, all else as it stands. */
static void expect_chunks(void *const *state, const char *text,
                          const char *want) {
  parsed d;
  parse_text(&d, state, text, TO_CHUNKS);
  for (uint32_t i = 1; i < d.p.chunks.n; ++i) {
    const pq_chunk_kind kind = d.p.chunks.at[i].kind;
    if (i > 1) pq_buf_char(&d.out, ' ');
    if (kind == PQ_CHUNK_NOUN) pq_buf_char(&d.out, '[');
    if (kind == PQ_CHUNK_VERB) pq_buf_char(&d.out, '{');
    pq_buf_put(&d.out, chunk_words(&d, i));
    if (kind == PQ_CHUNK_NOUN) pq_buf_char(&d.out, ']');
    if (kind == PQ_CHUNK_VERB) pq_buf_char(&d.out, '}');
  }
  ASSERT_VIEW(pq_buf_view(&d.out), want);
  drop_parsed(&d);
}

static void test_groups(void **state) {
  expect_chunks(state, "the active ALK kinase phosphorylates STAT3",
                "[the active ALK kinase] {phosphorylates} [STAT3]");
  expect_chunks(state, "STAT3 is rapidly phosphorylated by JAK2 at Y705",
                "[STAT3] {is rapidly phosphorylated} by [JAK2] at [Y705]");
  expect_chunks(state, "JAK2 may not bind STAT3",
                "[JAK2] {may not bind} [STAT3]");
  expect_chunks(state, "phosphorylation of STAT3 in response to ALK",
                "[phosphorylation] of [STAT3] in response to [ALK]");
  expect_chunks(state, "STAT3 moves, and ALK, which binds, stays",
                "[STAT3] {moves} , and [ALK] , which {binds} , {stays}");
}

static const pq_chunk *verb_of(const parsed *d) {
  for (uint32_t i = 1; i < d->p.chunks.n; ++i) {
    if (d->p.chunks.at[i].kind == PQ_CHUNK_VERB) return &d->p.chunks.at[i];
  }
  fail_msg("no verb");
  return NULL;
}

static void test_verb_groups(void **state) {
  static const struct {
    const char *text;
    pq_verb_form form;
    bool negated, copula;
  } rows[] = {
      {"JAK2 phosphorylates STAT3", PQ_VERB_FINITE, false, false},
      {"JAK2 does not phosphorylate STAT3", PQ_VERB_FINITE, true, false},
      {"JAK2 is a kinase", PQ_VERB_FINITE, false, true},
      {"to phosphorylate STAT3", PQ_VERB_INFINITIVE, false, false},
      {"by phosphorylating STAT3", PQ_VERB_ING, false, false},
      {"STAT3 phosphorylated by JAK2", PQ_VERB_REDUCED, false, false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    parsed d;
    parse_text(&d, state, rows[i].text, TO_CHUNKS);
    const pq_chunk *const c = verb_of(&d);
    if (c->form != rows[i].form || c->negated != rows[i].negated ||
        c->copula != rows[i].copula) {
      fail_msg("%s", rows[i].text);
    }
    drop_parsed(&d);
  }
}

static void test_hits(void **state) {
  parsed d;
  parse_text(&d, state, "phosphorylation of STAT3 promotes JAK2 activation",
             TO_CHUNKS);
  assert_int_equal(d.p.hits.n, 4);
  const pq_hit *const h = d.p.hits.at;
  assert_int_equal(h[1].voice, PQ_NOMINAL);
  assert_int_equal(h[1].trigger->type, PQ_TRIGGER_EVENT);
  assert_int_equal(h[2].trigger->type, PQ_TRIGGER_REGULATION);
  ASSERT_VIEW(h[2].trigger->lemma, "promote");
  assert_int_equal(h[3].voice, PQ_NOMINAL);
  drop_parsed(&d);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_groups),
      cmocka_unit_test(test_verb_groups),
      cmocka_unit_test(test_hits),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
