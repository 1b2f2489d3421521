#include "data.h"
#include "failing.h"
#include "heard.h"
#include "ontology.h"
#include "unit.h"

#include "claim/rules.h"

#include <stdio.h>

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
  assert_int_equal(kinds[0].product_unsaid, 696);
  size_t n_stops = 0;
  const pq_view *const stops = pq_grammar_stops(g, &n_stops);
  assert_int_equal(n_stops, 2);
  ASSERT_VIEW(stops[0], "al");
  pq_grammar_close(g);
  pq_grammar_close(NULL);
}

#define LIVING "living:\n  - words: [growth, cell cycle]\n    pc: Pathway\n"

/* One row for each word; a word by itself is known in the text, too. */
static void test_living(void **state) {
  (void)state;
  pq_heard heard;
  pq_grammar *g = NULL;
  uint32_t n = 0;
  assert_int_equal(
      open_one(LIVING "    of: place\n    things: true\n", NULL, &heard, &g),
      PQ_OK);
  const pq_living *const l = pq_grammar_livings(g, &n);
  assert_int_equal(n, 2);
  ASSERT_VIEW(l[1].word, "cell cycle");
  ASSERT_VIEW(l[1].pc, "Pathway");
  assert_int_equal(l[1].cg.len, 0);
  assert_int_equal(l[1].of, PQ_OF_PLACE);
  assert_true(l[1].of_things);
  const pq_word *const w = pq_rules_word(g, PQ_LIT("growth"));
  assert_non_null(w);
  assert_true(pq_meanings_have(&w->meanings, PQ_M_LIVING));
  assert_null(pq_rules_word(g, PQ_LIT("cell cycle")));
  pq_grammar_close(g);
  assert_int_equal(open_one(LIVING, NULL, &heard, &g), PQ_BAD_SYNTAX);
  assert_int_equal(open_one(LIVING "    of: nobody\n", NULL, &heard, &g),
                   PQ_BAD_SYNTAX);
  assert_int_equal(open_one(LIVING "    of: place\n  - words: [growth]\n"
                                   "    of: theme\n",
                            NULL, &heard, &g),
                   PQ_BAD_SYNTAX);
}

#define ANATOMY "anatomy:\n  - words: [lung, bone marrow]\n    ends: [oma]\n"

/* Ends of words stand first, and all are sorted. */
static void test_anatomy(void **state) {
  (void)state;
  pq_heard heard;
  pq_grammar *g = NULL;
  uint32_t n = 0;
  assert_int_equal(
      open_one(ANATOMY "    cg: Organ\n    alone: true\n", NULL, &heard, &g),
      PQ_OK);
  const pq_body *const b = pq_grammar_bodies(g, &n);
  assert_int_equal(n, 3);
  ASSERT_VIEW(b[0].word, "oma");
  assert_true(b[0].ends);
  ASSERT_VIEW(b[1].word, "bone marrow");
  ASSERT_VIEW(b[2].word, "lung");
  ASSERT_VIEW(b[2].cg, "Organ");
  assert_true(b[2].alone);
  pq_grammar_close(g);
  assert_int_equal(open_one(ANATOMY, NULL, &heard, &g), PQ_BAD_SYNTAX);
  assert_int_equal(open_one(ANATOMY "    cg: none\n  - words: [lung]\n"
                                    "    cg: Organ\n",
                            NULL, &heard, &g),
                   PQ_BAD_SYNTAX);
}

#define NAMES "names:\n  disease-end: [emia, oma]\n  defect: [mutation]\n"

/* A list may go on in another file. */
static void test_names(void **state) {
  (void)state;
  static const pq_grammar_file files[] = {
      {PQ_LIT_INIT("a.yaml"), PQ_LIT_INIT(NAMES)},
      {PQ_LIT_INIT("b.yaml"), PQ_LIT_INIT("names:\n  disease-end: [itis]\n")}};
  pq_heard heard;
  pq_grammar *g = NULL;
  pq_heard_init(&heard);
  assert_int_equal(pq_grammar_open(NULL, files, 2, &heard.sink, &g), PQ_OK);
  const pq_wordlist *const lists = pq_grammar_lists(g);
  assert_int_equal(lists[PQ_LIST_DISEASE_END].words.n, 3);
  assert_true(
      pq_wordlist_ends(&lists[PQ_LIST_DISEASE_END], PQ_LIT("gastritis")));
  assert_true(pq_wordlist_begins(&lists[PQ_LIST_DEFECT], PQ_LIT("Mutations")));
  assert_int_equal(lists[PQ_LIST_DISEASE_KIND].words.n, 0);
  pq_grammar_close(g);
}

/* What the build links in is what is read from the files. */
static void test_names_emitted(void **state) {
  (void)state;
  pq_ontology files;
  pq_grammar *g = NULL;
  pq_ontology_init(&files, NULL);
  assert_int_equal(pq_ontology_read(&files, "ontology", NULL), PQ_OK);
  assert_int_equal(pq_grammar_open(NULL, files.files, files.n, NULL, &g),
                   PQ_OK);
  const pq_wordlist *const read = pq_grammar_lists(g);
  const pq_wordlist *const made = pq_grammar_lists(pq_data_grammar());
  for (uint32_t i = 0; i < PQ_N_LISTS; ++i) {
    assert_int_equal(made[i].words.n, read[i].words.n);
    assert_memory_equal(made[i].from, read[i].from, sizeof read[i].from);
    for (uint32_t k = 0; k < read[i].words.n; ++k) {
      assert_true(pq_view_same(made[i].words.at[k], read[i].words.at[k]));
    }
    assert_true(read[i].words.n > 0); /* each is told in the files */
  }
  pq_grammar_close(g);
  pq_ontology_clear(&files);
}

/* Tests run where the sources lie. */
static void test_whole(void **state) {
  (void)state;
  pq_ontology files;
  pq_heard heard;
  pq_grammar *g = NULL;
  uint32_t n = 0;
  pq_heard_init(&heard);
  pq_ontology_init(&files, NULL);
  assert_int_equal(pq_ontology_read(&files, "ontology", &heard.sink), PQ_OK);
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

/* The order in which files are given says nothing, and a file may use what one
 * of a later name defines. */
static void test_order(void **state) {
  (void)state;
  const pq_grammar_file files[] = {
      {PQ_LIT("g/a.yaml"), PQ_LIT("events:\n  - kind: phosphorylation\n"
                                  "    frame: modify\n    verbs: [kinate]\n"
                                  "  - kind: acetylation\n    term: MI:0192\n"
                                  "    participle: acetylated\n"
                                  "    frame: modify\n")},
      {PQ_LIT("g/b.yaml"), pq_view_of(EVENT)},
      {PQ_LIT("g/c.yaml"), pq_view_of(FRAME)},
  };
  static const size_t orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                     {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  char digest[80] = "";
  for (size_t i = 0; i < sizeof orders / sizeof orders[0]; ++i) {
    pq_grammar_file given[3];
    pq_heard heard;
    pq_grammar *g = NULL;
    uint32_t n = 0;
    for (size_t k = 0; k < 3; ++k) {
      given[k] = files[orders[i][k]];
    }
    pq_heard_init(&heard);
    assert_int_equal(pq_grammar_open(NULL, given, 3, &heard.sink, &g), PQ_OK);
    assert_int_equal(heard.n, 0);
    const pq_kind *const kinds = pq_grammar_kinds(g, &n);
    assert_int_equal(n, 2);
    ASSERT_VIEW(kinds[0].name, "acetylation");
    ASSERT_VIEW(kinds[1].term, "MI:0217");
    const pq_word *const w = pq_rules_word(g, PQ_LIT("kinated"));
    assert_non_null(w);
    assert_int_equal(g->triggers.at[w->verb].kind, 1);
    if (i) assert_string_equal(pq_grammar_digest(g), digest);
    (void)snprintf(digest, sizeof digest, "%s", pq_grammar_digest(g));
    pq_grammar_close(g);
  }
}

#define SAID \
  "examples: [{text: X does., claims: [X does, Y]}, {text: No., claims: []}]"

/* Examples may stand at every rule, and change nothing. */
static void test_examples(void **state) {
  (void)state;
  static const char *const text =
      "frames:\n"
      "  modify: {rows: [[active, subject, agent]], " SAID "}\n"
      "  regulate: [[active, subject, agent]]\n"
      "  depend: [[active, subject, theme]]\n"
      "  carry-out: [[active, subject, theme]]\n"
      "events:\n  - {kind: x, term: \"MI:1\", participle: xed, "
      "frame: modify, verbs: [xify], " SAID "}\n"
      "regulation:\n  - {verbs: [help], " SAID "}\n"
      "dependence:\n  - {verbs: [need], " SAID "}\n"
      "carriers: {verbs: [undergo], " SAID "}\n"
      "compounds:\n  - {words: [made], " SAID "}\n"
      "words:\n  be: {words: [is], " SAID "}\n  seen: [is]\n"
      "phrases:\n  - {words: due to, class: preposition, " SAID "}\n"
      "cues:\n  hedge: {group: [may], " SAID "}\n";
  pq_heard heard;
  pq_grammar *g = NULL;
  assert_int_equal(open_one(text, NULL, &heard, &g), PQ_OK);
  assert_int_equal(heard.n, 0);
  assert_int_equal(g->frames.n, 4);
  assert_int_equal(g->frames.at[0].n_rows, 1);
  assert_int_equal(g->cues.n, 1);
  assert_int_equal(pq_rules_word(g, PQ_LIT("is"))->classes, PQ_W_BE);
  assert_true(
      pq_meanings_have(&pq_rules_word(g, PQ_LIT("is"))->meanings, PQ_M_SEEN));
  assert_null(pq_rules_word(g, PQ_LIT("claims")));
  pq_grammar_close(g);
}

/* "a|b c|d" is four cues. */
static void test_alternatives(void **state) {
  (void)state;
  static const char text[] =
      "cues:\n  negation:\n    group: [loses|lost the|its ability, not]\n";
  static const char *const wanted[] = {"loses the", "lost the", "loses its",
                                       "lost its"};
  pq_heard heard;
  pq_grammar *g = NULL;
  assert_int_equal(open_one(text, NULL, &heard, &g), PQ_OK);
  assert_int_equal(heard.n, 0);
  assert_int_equal(g->cues.n, 5);
  for (uint32_t i = 0; i < 4; ++i) {
    const pq_cue_rule *const cue = &g->cues.at[i];
    char words[32];
    assert_int_equal(cue->n_words, 3);
    (void)snprintf(words, sizeof words, "%.*s %.*s", (int)cue->words[0].len,
                   cue->words[0].ptr, (int)cue->words[1].len,
                   cue->words[1].ptr);
    assert_string_equal(words, wanted[i]);
    ASSERT_VIEW(cue->words[2], "ability");
  }
  ASSERT_VIEW(g->cues.at[4].words[0], "not");
  pq_grammar_close(g);
}

/* Mistakes, and the line of each. */
static const struct {
  const char *text;
  uint32_t line;
} mistakes[] = {
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
    {FRAME "  modify: []\n", 6},
    {FRAME "  self: {rows: [], row: []}\n", 6},
    {FRAME "  self: {examples: []}\n", 6},
    {"examples: []\n", 1},
    {FRAME EVENT "  - kind: phosphorylation\n    frame: modify\n"
                 "    badge: q\n",
     15},
    {FRAME EVENT "  - kind: phosphorylation\n    frame: modify\n"
                 "    term: MI:0217\n    participle: p\n",
     15},
    {FRAME "events:\n  - {kind: y, frame: modify}\n", 7},
    {FRAME EVENT "  - kind: phosphorylation\n    frame: modify\n"
                 "    verbs:\n      - phosphorylate\n",
     18},
    {FRAME EVENT "  - kind: phosphorylation\n    frame: modify\n"
                 "    nouns:\n      - phosphorylation\n",
     18},
    {FRAME "events:\n  - {frame: modify}\n", 7},
    {FRAME "events:\n  - kind: Y 2\n    frame: modify\n", 7},
    {FRAME EVENT "    examples: x\n", 15},
    {FRAME EVENT "    examples: [x]\n", 15},
    {FRAME EVENT "    examples:\n      - text: x\n", 16},
    {FRAME EVENT "    examples:\n      - text: \"\"\n        claims: []\n", 16},
    {FRAME EVENT "    examples:\n      - text: x\n        claims: y\n", 17},
    {FRAME EVENT "    examples:\n      - text: x\n        claims: [\"\"]\n",
     17},
    {FRAME EVENT "    examples:\n      - text: x\n        claims: []\n"
                 "        claim: y\n",
     18},
    {"compounds:\n  - {words: [made]}\n  - {words: [made]}\n", 3},
    {"phrases:\n  - {words: due to, class: be}\n"
     "  - {words: due to, class: and}\n",
     3},
    {"cues:\n  hedge:\n    group: [may|might,\n      might|could]\n", 4},
    {"cues:\n  hedge:\n    group: [may]\n  denial:\n    group: [may]\n", 5},
    {"classes:\n  a: [x]\n  b: [x]\n", 3},
    {"words:\n  be: [is]\n  heard: [x]\n", 3},
    {"names: [x]\n", 1},
    {"names:\n  defect: [x]\n", 2},
    {"names:\n  defect: x\n", 2},
    {"names:\n  defect: {word: [loss]}\n", 2},
    {"names:\n  defects: [loss]\n", 2},
    {"names:\n  defect: [loss,\n    lost, Loss]\n", 3},
    {"names:\n  defect: [loss,\n    lost, loss]\n", 3},
    {"names:\n  defect: [loss,\n    loss of]\n", 3},
    {"names:\n  defect: [loss,\n    \"\"]\n", 3},
    {"names:\n  disease-end: [oma,\n    ia]\n", 3},
};

/* Each mistake is told with its place. */
static void test_mistakes(void **state) {
  (void)state;
  for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; ++i) {
    pq_heard heard;
    pq_grammar *g = NULL;
    const pq_status st = open_one(mistakes[i].text, NULL, &heard, &g);
    if (st != PQ_BAD_SYNTAX || heard.n == 0) fail_msg("%s", mistakes[i].text);
    assert_null(g);
    if (heard.at[0].line != mistakes[i].line) {
      fail_msg("line %u, not %u: %s", heard.at[0].line, mistakes[i].line,
               mistakes[i].text);
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
      cmocka_unit_test(test_small),
      cmocka_unit_test(test_living),
      cmocka_unit_test(test_anatomy),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_names_emitted),
      cmocka_unit_test(test_whole),
      cmocka_unit_test(test_digest),
      cmocka_unit_test(test_order),
      cmocka_unit_test(test_examples),
      cmocka_unit_test(test_alternatives),
      cmocka_unit_test(test_mistakes),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
