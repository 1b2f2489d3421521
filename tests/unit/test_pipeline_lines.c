#include "failing.h"
#include "heard.h"
#include "lines.h"
#include "unit.h"

#define BASE  "https://w3id.org/pathquill/"
#define CLAIM BASE "claim/00000000000000000000000000000001"
#define LINE(id, label, status, more)                                         \
  "{\"record\":\"R-HSA-1\",\"id\":\"" id                                      \
  "\",\"kind\":\"x\",\"label\":\"" label                                      \
  "\",\"negated\":false,\"directness\":\"indirect\",\"status\":\"" status     \
  "\",\"alternatives\":[],\"source\":\"summary\",\"span\":[3,9],\"quote\":"   \
  "\"a b\",\"cues\":[{\"text\":\"not  sure\",\"span\":[1,2]}],\"citations\":" \
  "[" more "]}"
#define CITATION(text, year, suffix, role, pmid, more)          \
  "{\"text\":\"" text "\",\"authors\":[\"Han\"],\"year\":" year \
  ",\"suffix\":" suffix ",\"role\":\"" role "\",\"pmid\":" pmid more "}"

#define NUMBERED CITATION("Han", "2006", "null", "primary", "\"17\"", "")
#define WITH_DOI \
  CITATION("Han", "2006", "null", "primary", "null", ",\"doi\":\"10.1/x\"")
#define PLAIN \
  CITATION("Han et al", "2006", "null", "primary", "null", ",\"unlisted\":true")
#define LETTERED CITATION("Han", "2006", "\"a\"", "primary", "null", "")
#define ITSELF   ",\"own\":true"
#define OWN      CITATION("", "2006", "null", "primary", "\"17\"", ITSELF)
#define PRESS    CITATION("Han", "null", "null", "primary", "null", "")
#define SEVERAL \
  CITATION("Han", "2007", "null", "review", "null", ",\"et_al\":true")

typedef struct read_lines {
  pq_rdf rdf;
  pq_lines lines;
} read_lines;

static pq_status take(read_lines *l, const char *text, const pq_sink *sink) {
  const pq_raw raw = {.bytes = pq_view_of(text),
                      .format = PQ_RAW_JSONL,
                      .place = {.file = PQ_LIT("a"), .line = 7}};
  l->lines.sink = sink;
  return pq_lines_take(&l->lines, &raw);
}

static pq_status open(read_lines *l, pq_alloc *alloc) {
  const pq_status st = pq_rdf_open(&l->rdf, alloc);
  if (!st) pq_lines_open(&l->lines, &l->rdf, PQ_LIT(BASE), NULL);
  return st;
}

static void close_all(read_lines *l) {
  pq_lines_close(&l->lines);
  pq_rdf_close(&l->rdf);
}

static pq_rdf_id iri(const read_lines *l, const char *text) {
  const pq_rdf_term t = {.kind = PQ_RDF_IRI, .text = pq_view_of(text)};
  return pq_rdf_id_of(&l->rdf, &t);
}

/* How often a term of the vocabulary is said, and the last object of it. */
static uint32_t count(const read_lines *l, pq_term predicate, pq_view *last) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->rdf.n_triples; ++i) {
    const pq_rdf_triple *const t = &l->rdf.triples[i];
    if (t->predicate != pq_rdf_of(predicate)) continue;
    ++n;
    if (last) *last = pq_rdf_text(&l->rdf, t->object);
  }
  return n;
}

static void test_which_lines(void **state) {
  (void)state;
  assert_true(pq_lines_know(PQ_LIT("{\"record\":\"\"}")));
  assert_true(pq_lines_know(PQ_LIT(" { \"record\" : 1")));
  assert_false(pq_lines_know(PQ_LIT("{\"stable_id\":\"record\"}")));
  assert_false(pq_lines_know(PQ_LIT("{\"records\":1}")));
  assert_false(pq_lines_know(PQ_LIT("{\"record\"")));
  assert_false(pq_lines_know(PQ_LIT("")));
}

static void test_a_claim(void **state) {
  (void)state;
  read_lines l;
  pq_view last = {NULL, 0};
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(take(&l, LINE(CLAIM, "A", "hedged", ""), NULL), PQ_OK);
  pq_rdf_settle(&l.rdf);
  /* Of the claim: type, label, directness; of the evidence: claim, status,
   * words, cue, type. */
  assert_int_equal(l.rdf.n_triples, 8);
  assert_int_equal(count(&l, PQ_TERM_DIRECT, &last), 1);
  ASSERT_VIEW(last, "false");
  assert_int_equal(count(&l, PQ_TERM_CUE, &last), 1);
  ASSERT_VIEW(last, "not sure"); /* as in RDF: white space is collapsed */
  assert_int_equal(count(&l, PQ_TERM_STATUS, &last), 1);
  ASSERT_VIEW(last, BASE "ns#Hedged");
  assert_int_equal(count(&l, PQ_TERM_TYPE, &last), 2);
  close_all(&l);
}

/* One name for each: known by its number, by its DOI, by key alone, bound to
 * the record by a letter, or since several references of its list fit. */
static void test_works(void **state) {
  (void)state;
  static const char *const names[] = {
      "work/han-2006.17", "work/10.1%2Fx.han-2006", "work/han-2006",
      "work/R-HSA-1.han-2006a", "work/R-HSA-1.han-2007"};
  static const char line[] =
      LINE(CLAIM, "A", "asserted",
           NUMBERED "," WITH_DOI "," PLAIN "," LETTERED "," PRESS "," SEVERAL);
  read_lines l;
  pq_view last = {NULL, 0};
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(take(&l, line, NULL), PQ_OK);
  for (size_t i = 0; i < sizeof names / sizeof *names; ++i) {
    char name[128] = BASE;
    assert_true(iri(&l, strcat(name, names[i])) != 0);
  }
  assert_int_equal(count(&l, PQ_TERM_CITES_EVIDENCE, NULL), 4);
  assert_int_equal(count(&l, PQ_TERM_CITES_AUTHORITY, NULL), 1);
  assert_int_equal(count(&l, PQ_TERM_LABEL, &last), 6);
  ASSERT_VIEW(last, "Han et al. 2007");
  assert_int_equal(count(&l, PQ_TERM_EXACT_MATCH, &last), 1);
  ASSERT_VIEW(last, "http://rdf.ncbi.nlm.nih.gov/pubmed/17");
  close_all(&l);
}

/* One line for two pieces of evidence; the same line twice is one. */
static void test_also(void **state) {
  (void)state;
  static const char line[] = LINE(
      CLAIM, "A", "asserted",
      "],\"also\":[{\"status\":\"hedged\",\"cues\":[],\"citations\":[" CITATION(
          "Han", "2006", "null", "primary", "null", "") "]}");
  read_lines l;
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(take(&l, line, NULL), PQ_OK);
  assert_int_equal(take(&l, line, NULL), PQ_OK);
  pq_rdf_settle(&l.rdf);
  assert_int_equal(count(&l, PQ_TERM_STATUS, NULL), 2);
  assert_int_equal(count(&l, PQ_TERM_CITES_EVIDENCE, NULL), 1);
  close_all(&l);
}

/* A passage states nothing, but what it cites has a label. */
static void test_a_passage(void **state) {
  (void)state;
  read_lines l;
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(
      take(&l,
           LINE(BASE "passage/1", "A", "asserted",
                CITATION("Han", "2006", "null", "primary", "null", "")),
           NULL),
      PQ_OK);
  assert_int_equal(l.rdf.n_triples, 1);
  assert_int_equal(count(&l, PQ_TERM_LABEL, NULL), 1);
  close_all(&l);
}

static void test_wrong_lines(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "{\"record\":",
      "{\"record\":\"R-HSA-1\"}",
      LINE(CLAIM, "A", "sure", ""),
      LINE("http://e.org/claim/1", "A", "asserted", ""),
      LINE(CLAIM, "A", "asserted",
           CITATION("Han", "\"2006\"", "\"ab\"", "primary", "null", "")),
      LINE(CLAIM, "A", "asserted",
           CITATION("Han", "20061", "null", "primary", "null", ""))};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
    read_lines l;
    pq_heard heard;
    pq_heard_init(&heard);
    assert_int_equal(open(&l, NULL), PQ_OK);
    assert_int_equal(take(&l, wrong[i], &heard.sink), PQ_BAD_SYNTAX);
    assert_int_equal(heard.n, 1);
    assert_non_null(pq_heard_find(&heard, "ask.claim-line"));
    close_all(&l);
  }
}

static pq_status trial(void *user, pq_alloc *alloc) {
  read_lines l;
  (void)user;
  pq_status st = open(&l, alloc);
  if (st) return st;
  st = take(&l,
            LINE(CLAIM, "A", "asserted",
                 CITATION("Han", "2006", "null", "primary", "\"17\"", "")),
            NULL);
  close_all(&l);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(trial, NULL, PQ_OK) > 6);
}

/* The paper that the text is of has no words in it. */
static void test_own_paper(void **state) {
  (void)state;
  read_lines l;
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(take(&l, LINE(CLAIM, "A", "asserted", OWN), NULL), PQ_OK);
  assert_true(iri(&l, BASE "work/han-2006.17") != 0);
  assert_int_equal(count(&l, PQ_TERM_CITES_EVIDENCE, NULL), 1);
  close_all(&l);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_which_lines), cmocka_unit_test(test_own_paper),
      cmocka_unit_test(test_a_claim),     cmocka_unit_test(test_works),
      cmocka_unit_test(test_also),        cmocka_unit_test(test_a_passage),
      cmocka_unit_test(test_wrong_lines), cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
