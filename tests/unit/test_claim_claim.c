#include "failing.h"
#include "test_claim_text.h"

#include "graph/claim_name.h"
#include "write/line.h"

static void test_nothing(void **state) {
  assert_claims(state, "", "");
  assert_claims(state, "The weather was mild.", "");
  assert_claims(state, "JAK2 is a tyrosine kinase.", "");
}

static void test_the_shorter_span_is_kept(void **state) {
  assert_claims(state, "STAT3 is phosphorylated, and STAT3 is phosphorylated.",
                "STAT3 is phosphorylated\n");
}

static void test_sentences(void **state) {
  assert_claims(state, "GRB2 binds SOS1. GRB2 binds SOS1.",
                "GRB2 interacts with SOS1\n"
                "GRB2 interacts with SOS1\n");
}

/* A pronoun that means what the sentence before was about is told as such. */
static void test_words_of_a_pronoun(void **state) {
  told t;
  tell_text(&t, state, "STAT3 binds JAK2. PKA phosphorylates it at S660.");
  const pq_record *const r = &t.desk.record;
  assert_int_equal(r->evidence.n, 2);
  const pq_evidence *const e = &r->evidence.at[1];
  ASSERT_VIEW(pq_record_words(r, e->theme_sentence, e->theme), "it");
  drop_told(&t);
}

/* Of two that bind, the words tell which is acted on: the one that they mean,
 * and not the one that is named beside it. */
static void test_whom_a_noun_means(void **state) {
  told t;
  tell_text(&t, state,
            "NR3C1 binds cortisol. FKBP4 links the receptor to"
            " dynein.");
  const pq_claim_line line = pq_claim_line_of(&t.desk.graph, 1);
  ASSERT_VIEW(pq_node_label(&t.desk.graph, line.theme), "NR3C1");
  ASSERT_VIEW(pq_record_words(&t.desk.record, line.evidence->theme_sentence,
                              line.evidence->theme),
              "the receptor");
  drop_told(&t);
}

static const char sample[] =
    "Whether STAT3 activation downstream of ALK is mediated directly by the"
    " receptor itself or depends on JAK3 is controversial (Han et al 2006 a,b)."
    " STAT3 supports cell survival by promoting the expression of cell cycle"
    " and anti-apoptotic genes. It may bind JAK2, which does not phosphorylate"
    " STAT1 at Y701. The function of S727 phosphorylation is not clear.";

static void test_a_sound_graph(void **state) {
  told t;
  tell_text(&t, state, sample);
  assert_true(pq_graph_is_sound(&t.desk.graph));
  assert_true(t.desk.record.evidence.n > 8);
  drop_told(&t);
}

static void test_trace(void **state) {
  told t;
  pq_buf trace;
  const pq_raw raw = {.bytes = PQ_LIT("JAK2 phosphorylates STAT3."),
                      .format = PQ_RAW_PLAIN};
  tell_text(&t, state, "x");
  pq_buf_init(&trace, NULL);
  t.desk.trace = &trace;
  assert_int_equal(pq_desk_run(&t.desk, &raw), PQ_OK);
  assert_true(pq_view_starts(pq_buf_view(&trace), PQ_LIT("sentence 1")));
  pq_buf_clear(&trace);
  drop_told(&t);
}

/* Read and scan with one allocator, claim with the same. */
static pq_status claim_with(const pq_engine *e, pq_alloc *alloc, size_t cap) {
  pq_arena arena;
  pq_record r = {0};
  const pq_raw raw = {.bytes = pq_view_of(sample), .format = PQ_RAW_PLAIN};
  pq_arena_init(&arena, alloc, cap);
  pq_status st = pq_store_begin(&r, &arena, NULL);
  r.kinds = pq_grammar_kinds(e->grammar, &r.n_kinds);
  r.livings = pq_grammar_livings(e->grammar, &r.n_livings);
  if (!st) st = pq_read_record(&r, &raw, &e->stops);
  if (!st) st = pq_scan_record(&r, e->lexicon);
  if (!st) st = pq_claim_record(&r, e->grammar, &e->classes, NULL);
  pq_arena_clear(&arena);
  return st;
}

static pq_status claim_without_cap(void *user, pq_alloc *alloc) {
  return claim_with(user, alloc, 0);
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(claim_without_cap, *state, PQ_OK);
}

/* The arena asks for large blocks, so that few allocations can fail: a cap that
 * rises by a little reaches every place that takes memory. */
static void test_every_limit(void **state) {
  pq_status st = PQ_LIMIT;
  for (size_t cap = 4096; st && cap < (size_t)64 << 20; cap += cap / 16) {
    st = claim_with(*state, NULL, cap);
    assert_true(st == PQ_OK || st == PQ_LIMIT);
  }
  assert_int_equal(st, PQ_OK);
}

static pq_status swallow(void *user, const char *bytes, size_t len) {
  (void)bytes;
  *(size_t *)user += len;
  return PQ_OK;
}

/* A whole run, engine and all, with each allocation failing in turn: every
 * k-th, for an engine makes thousands of them. */
static pq_status run_with(void *user, pq_alloc *alloc) {
  (void)user;
  const char *const path = "docs/examples/R-HSA-9701524.md";
  size_t wrote = 0;
  pq_engine *engine = NULL;
  pq_tally tally = {0};
  const pq_options options = {.alloc = alloc};
  const pq_inputs inputs = {.paths = &path, .n_paths = 1};
  pq_output out = {.user = &wrote, .write = swallow};
  pq_status st = pq_engine_open(&options, NULL, &engine);
  if (!st) st = pq_extract(engine, &inputs, "jsonl", &out, NULL, &tally);
  if (!st && tally.failed) st = PQ_NO_MEM; /* given up for want of memory */
  assert_true(st || wrote > 1000);
  pq_engine_close(engine);
  return st;
}

static void test_out_of_memory_in_a_run(void **state) {
  (void)state;
  (void)pq_fail_some(run_with, NULL, PQ_OK, 400);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_the_shorter_span_is_kept),
      cmocka_unit_test(test_sentences),
      cmocka_unit_test(test_words_of_a_pronoun),
      cmocka_unit_test(test_whom_a_noun_means),
      cmocka_unit_test(test_a_sound_graph),
      cmocka_unit_test(test_trace),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_every_limit),
      cmocka_unit_test(test_out_of_memory_in_a_run),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
