#include "failing.h"
#include "test_scan_text.h"

static const char sample[] =
    "Anaplastic lymphoma kinase (ALK) phosphorylates p-Y705-STAT3 at serine 727"
    " (Han et al 2006 a,b; reviewed in Palmer et al, 2009). NPM-ALK, IL6:IL6R,"
    " CDK4/6 and the PI3K, mTOR and MAPK pathways follow. XQZ7 does not.";

static void test_all_at_once(void **state) {
  scanned s;
  scan_text(&s, state, sample);
  assert_int_equal(s.r.sentences.n, 3);
  assert_int_equal(s.r.citations.n, 3);
  assert_int_equal(s.r.works.n, 4);
  ASSERT_VIEW(say_sites(&s), "S727");
  uint32_t last = 0;
  for (uint32_t i = 1; i < s.r.mentions.n; ++i) {
    const pq_mention *const m = &s.r.mentions.at[i];
    const pq_sentence *const at = &s.r.sentences.at[m->sentence];
    assert_true(m->entity > 0 && m->entity < s.r.entities.n);
    assert_true(at->span.begin <= m->span.begin);
    assert_true(m->span.end <= at->span.end);
    assert_true(m->span.begin >= last); /* in text order */
    assert_true(m->token >= at->token);
    assert_true(m->token + m->n_tokens <= at->token + at->n_tokens);
    last = m->span.begin;
  }
  drop_text(&s);
}

static void test_nothing(void **state) {
  scanned s;
  scan_text(&s, state, "");
  assert_int_equal(s.r.mentions.n, 1);
  assert_int_equal(s.r.sites.n, 0);
  assert_int_equal(s.r.citations.n, 0);
  drop_text(&s);
}

static pq_status scan_with(void *user, pq_alloc *alloc) {
  const pq_lexicon *const lex = user;
  static const pq_stops stops = {NULL, 0};
  pq_arena arena;
  pq_record r = {0};
  const pq_raw raw = {.bytes = pq_view_of(sample), .format = PQ_RAW_PLAIN};
  pq_arena_init(&arena, alloc, 0);
  pq_status st = pq_store_begin(&r, &arena, NULL);
  r.lists = pq_grammar_lists(pq_data_grammar());
  if (!st) st = pq_read_record(&r, &raw, &stops);
  if (!st) st = pq_scan_record(&r, lex);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(scan_with, *state, PQ_OK);
}

/* The arena asks for large blocks, so that few allocations can fail: a cap that
 * rises by a little reaches every place that takes memory. */
static void test_every_limit(void **state) {
  static const pq_stops stops = {NULL, 0};
  const pq_raw raw = {.bytes = pq_view_of(sample), .format = PQ_RAW_PLAIN};
  pq_status st = PQ_LIMIT;
  size_t cap = 4096;
  for (; st && cap < (size_t)64 << 20; cap += cap / 8) {
    pq_arena arena;
    pq_record r = {0};
    pq_arena_init(&arena, NULL, cap);
    st = pq_store_begin(&r, &arena, NULL);
    r.lists = pq_grammar_lists(pq_data_grammar());
    if (!st) st = pq_read_record(&r, &raw, &stops);
    if (!st) st = pq_scan_record(&r, *state);
    assert_true(st == PQ_OK || st == PQ_LIMIT);
    pq_arena_clear(&arena);
  }
  assert_int_equal(st, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_all_at_once),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_every_limit),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
