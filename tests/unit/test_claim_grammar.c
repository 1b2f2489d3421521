#include "failing.h"
#include "heard.h"
#include "ontology.h"
#include "unit.h"

#include "claim/rules.h"

#define FRAME                                            \
  "frames:\n  modify:\n    - [active, subject, agent]\n" \
  "    - [active, object, theme]\n    - [any, at, site]\n"
#define EVENT                                                   \
  "events:\n  - kind: phosphorylation\n    term: MI:0217\n"     \
  "    participle: phosphorylated\n    badge: p\n"              \
  "    product: {S: 46, T: 47, else: 696}\n    frame: modify\n" \
  "    verbs: [phosphorylate]\n    nouns: [phosphorylation]\n"

static pq_status open_one(const char *text, pq_alloc *alloc, pq_heard *heard,
                          pq_grammar **out) {
  const pq_grammar_file file = {PQ_LIT("a.yaml"), pq_view_of(text)};
  pq_heard_init(heard);
  return pq_grammar_open(alloc, &file, 1, &heard->sink, out);
}

static void test_small(void **state) {
  (void)state;
  pq_heard heard;
  pq_grammar *g = NULL;
  uint32_t n = 0;
  assert_int_equal(open_one(FRAME EVENT "stops: [al, fig]\n", NULL, &heard, &g),
                   PQ_OK);
  assert_int_equal(heard.n, 0);
  const pq_kind *const kinds = pq_grammar_kinds(g, &n);
  assert_int_equal(n, 1);
  ASSERT_VIEW(kinds[0].name, "phosphorylation");
  ASSERT_VIEW(kinds[0].term, "MI:0217");
  ASSERT_VIEW(kinds[0].badge, "p");
  assert_int_equal(kinds[0].product['S' - 'A'], 46);
  assert_int_equal(kinds[0].product['T' - 'A'], 47);
  assert_int_equal(kinds[0].product['Y' - 'A'], 0);
  assert_int_equal(kinds[0].product_else, 696);
  size_t n_stops = 0;
  const pq_view *const stops = pq_grammar_stops(g, &n_stops);
  assert_int_equal(n_stops, 2);
  ASSERT_VIEW(stops[0], "al");
  pq_grammar_close(g);
  pq_grammar_close(NULL);
}

static void test_built_in(void **state) {
  (void)state;
  pq_ontology files;
  pq_heard heard;
  pq_grammar *g = NULL;
  uint32_t n = 0;
  pq_heard_init(&heard);
  pq_ontology_init(&files, NULL);
  pq_ontology_built_in(&files);
  assert_int_equal(pq_grammar_open(NULL, files.files, files.n, &heard.sink, &g),
                   PQ_OK);
  assert_int_equal(heard.n, 0);
  assert_int_equal(strlen(pq_grammar_digest(g)), 64);
  const pq_kind *const kinds = pq_grammar_kinds(g, &n);
  bool degraded = false;
  for (uint32_t i = 0; i < n; ++i) {
    degraded = degraded || pq_view_same(kinds[i].name, PQ_LIT("degradation"));
    assert_true(kinds[i].term.len > 0);
  }
  assert_true(degraded);
  pq_grammar_close(g);
  pq_ontology_clear(&files);
}

static void test_digest(void **state) {
  (void)state;
  pq_heard heard;
  pq_grammar *one = NULL;
  pq_grammar *two = NULL;
  pq_grammar *other = NULL;
  assert_int_equal(open_one(FRAME, NULL, &heard, &one), PQ_OK);
  assert_int_equal(open_one(FRAME "# a remark\n", NULL, &heard, &other), PQ_OK);
  const pq_grammar_file elsewhere = {PQ_LIT("/b/c/a.yaml"), pq_view_of(FRAME)};
  assert_int_equal(pq_grammar_open(NULL, &elsewhere, 1, NULL, &two), PQ_OK);
  assert_string_equal(pq_grammar_digest(one), pq_grammar_digest(two));
  assert_string_not_equal(pq_grammar_digest(one), pq_grammar_digest(other));
  pq_grammar_close(one);
  pq_grammar_close(two);
  pq_grammar_close(other);
}

/* Each mistake is told with its place. */
static void test_mistakes(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t line;
  } rows[] = {
      {"nonsense: 1\n", 1},
      {"frames:\n  modify:\n    - [active, subject]\n", 3},
      {"frames:\n  modify:\n    - [loud, subject, agent]\n", 3},
      {"frames:\n  modify:\n    - [active, subject, boss]\n", 3},
      {FRAME "events:\n  - kind: x\n    term: MI:0217\n    participle: xed\n"
             "    frame: nowhere\n",
       10},
      {FRAME "events:\n  - kind: x\n    whatever: y\n", 8},
      {"words:\n  strange: [x]\n", 2},
      {"cues:\n  hedge:\n    group: may\n", 3},
      {"stops: al\n", 1},
      {"regulation:\n  - {verbs: [help], relation: sideways}\n", 2},
      {"carriers: [undergo]\n", 1},
      {"dependence:\n  - {verbs: [depend], to: \"on\"}\n", 2},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_heard heard;
    pq_grammar *g = NULL;
    const pq_status st = open_one(rows[i].text, NULL, &heard, &g);
    if (st != PQ_BAD_SYNTAX || heard.n == 0) fail_msg("%s", rows[i].text);
    assert_null(g);
    if (heard.at[0].line != rows[i].line) {
      fail_msg("line %u, not %u: %s", heard.at[0].line, rows[i].line,
               rows[i].text);
    }
  }
}

static pq_status open_with(void *user, pq_alloc *alloc) {
  pq_grammar *g = NULL;
  const pq_status st = open_one(FRAME EVENT, alloc, user, &g);
  if (st) assert_null(g);
  pq_grammar_close(g);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  pq_heard heard;
  (void)pq_fail_each(open_with, &heard, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_small),         cmocka_unit_test(test_built_in),
      cmocka_unit_test(test_digest),        cmocka_unit_test(test_mistakes),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
