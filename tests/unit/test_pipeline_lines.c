#include "bench.h"
#include "failing.h"
#include "heard.h"
#include "lines.h"
#include "unit.h"

#include "query/quads.h"
#include "write/write.h"

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

#define FULL(id, more)                         \
  LINE(id, "A", "asserted",                    \
       "],\"evidence\":\"ev:1\",\"document\":" \
       "\"doc:1\",\"nodes\":[" more)

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
           CITATION("Han", "20061", "null", "primary", "null", "")),
      FULL(CLAIM, "{\"id\":7}"),
      LINE(CLAIM, "A", "asserted", "],\"document\":\"doc:1\",\"nodes\":[")};
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

/* ---- full lines ---- */

/* What a full line has stands in the form of RDF. */
static void test_a_full_line(void **state) {
  (void)state;
  read_lines l;
  pq_view last = {NULL, 0};
  assert_int_equal(open(&l, NULL), PQ_OK);
  l.lines.full_only = true;
  assert_int_equal(
      take(&l,
           FULL(CLAIM, "{\"id\":\"ent:x\",\"label\":\"x\"}],\"subject\":"
                       "\"ent:x\",\"predicate\":\"RO:0002327\",\"object\":"
                       "\"ent:y\",\"more\":["),
           NULL),
      PQ_OK);
  assert_true(iri(&l, BASE "evidence/1") != 0);
  assert_int_equal(count(&l, PQ_TERM_SUBJECT, &last), 1);
  ASSERT_VIEW(last, BASE "entity/x");
  assert_int_equal(count(&l, PQ_TERM_PREDICATE, &last), 1);
  ASSERT_VIEW(last, "http://purl.obolibrary.org/obo/RO_0002327");
  assert_int_equal(count(&l, PQ_TERM_OBJECT, NULL), 1);
  assert_int_equal(count(&l, PQ_TERM_LABEL, NULL), 2);
  assert_int_equal(count(&l, PQ_TERM_REFERENCE_CONTEXT, &last), 1);
  ASSERT_VIEW(last, BASE "doc/1");
  assert_int_equal(count(&l, PQ_TERM_BEGIN_INDEX, &last), 1);
  ASSERT_VIEW(last, "3");
  assert_int_equal(count(&l, PQ_TERM_END_INDEX, &last), 1);
  ASSERT_VIEW(last, "9");
  close_all(&l);
}

/* A passage cites, and states nothing. */
static void test_a_full_passage(void **state) {
  (void)state;
  read_lines l;
  pq_view last = {NULL, 0};
  assert_int_equal(open(&l, NULL), PQ_OK);
  assert_int_equal(
      take(&l,
           LINE(BASE "passage/1", "A", "asserted",
                CITATION("Han", "2006", "null", "primary", "null",
                         ",\"work\":\"work:x\"") "],\"document\":\"doc:1\","
                                                 "\"about\":\"ent:x\","
                                                 "\"nodes\":["),
           NULL),
      PQ_OK);
  assert_int_equal(count(&l, PQ_TERM_CITES_EVIDENCE, &last), 1);
  ASSERT_VIEW(last, BASE "work/x");
  assert_int_equal(count(&l, PQ_TERM_DC_SUBJECT, &last), 1);
  ASSERT_VIEW(last, BASE "entity/x");
  assert_int_equal(count(&l, PQ_TERM_STATES, NULL), 0);
  close_all(&l);
}

/* Others are left to the caller, who knows what is asked. */
static void test_only_full_lines(void **state) {
  (void)state;
  read_lines l;
  pq_heard heard;
  pq_heard_init(&heard);
  assert_int_equal(open(&l, NULL), PQ_OK);
  l.lines.full_only = true;
  assert_int_equal(take(&l, LINE(CLAIM, "A", "hedged", ""), &heard.sink),
                   PQ_BAD_ARG);
  assert_int_equal(heard.n, 0);
  assert_int_equal(l.rdf.n_triples, 0);
  close_all(&l);
}

static pq_rdf_id same_term(const pq_rdf *of, const pq_rdf *in, pq_rdf_id id) {
  pq_rdf_term t = of->terms[id];
  if (t.type) {
    const pq_rdf_term type = of->terms[t.type];
    t.type = pq_rdf_id_of(in, &type);
  }
  return pq_rdf_id_of(in, &t);
}

static bool says(const pq_rdf *of, const pq_rdf_triple *t, const pq_rdf *in) {
  uint32_t n = 0;
  const pq_rdf_id subject = same_term(of, in, t->subject);
  const pq_rdf_id predicate = same_term(of, in, t->predicate);
  const pq_rdf_id object = same_term(of, in, t->object);
  if (!subject || !predicate || !object) return false;
  const pq_rdf_triple *const found = pq_rdf_find(in, subject, predicate, &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (found[i].object == object) return true;
  }
  return false;
}

/* What no question asks, as lines.h has it. */
static bool is_left_out(const pq_rdf *rdf, const pq_rdf_triple *t) {
  static const pq_term terms[] = {PQ_TERM_SETTING,      PQ_TERM_TITLE,
                                  PQ_TERM_ISSUED,       PQ_TERM_DOI,
                                  PQ_TERM_IDENTIFIER,   PQ_TERM_SEE_ALSO,
                                  PQ_TERM_DERIVED_FROM, PQ_TERM_ATTRIBUTED_TO};
  static const char *const spaces[] = {BASE "work/", BASE "graph/",
                                       BASE "tool/", BASE "grammar/",
                                       BASE "lexicon/"};
  for (size_t i = 0; i < sizeof terms / sizeof *terms; ++i) {
    if (t->predicate == pq_rdf_of(terms[i])) return true;
  }
  const pq_view subject = pq_rdf_text(rdf, t->subject);
  for (size_t i = 0; i < sizeof spaces / sizeof *spaces; ++i) {
    if (!pq_view_starts(subject, pq_view_of(spaces[i]))) continue;
    return i > 0 || t->predicate == pq_rdf_of(PQ_TERM_TYPE) ||
           t->predicate == pq_rdf_of(PQ_TERM_CLOSE_MATCH);
  }
  return false;
}

static void assert_within(const pq_rdf *a, const pq_rdf *b) {
  for (uint32_t i = 0; i < a->n_triples; ++i) {
    const pq_rdf_triple *const t = &a->triples[i];
    if (is_left_out(a, t) || says(a, t, b)) continue;
    const pq_view subject = pq_rdf_text(a, t->subject);
    const pq_view predicate = pq_rdf_text(a, t->predicate);
    const pq_view object = pq_rdf_text(a, t->object);
    fail_msg("only one says %.*s %.*s %.*s", (int)subject.len, subject.ptr,
             (int)predicate.len, predicate.ptr, (int)object.len, object.ptr);
  }
}

/* The seed's RDF and its full lines say the same: nothing is lost, and nothing
 * is made up. */
static void test_the_seed(void **state) {
  pq_bench *const b = *state;
  read_lines l;
  pq_rdf rdf;
  pq_quads quads;
  b->maker.full = true;
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  pq_quads_open(&quads, &rdf, PQ_LIT("seed"), NULL);
  assert_int_equal(pq_write_nquads(&b->graph, &b->out), PQ_OK);
  assert_int_equal(pq_quads_text(&quads, pq_buf_view(&b->out)), PQ_OK);
  pq_rdf_settle(&rdf);
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_claim_lines(&b->graph, &b->out), PQ_OK);
  assert_int_equal(open(&l, NULL), PQ_OK);
  l.lines.full_only = true;
  pq_view rest = pq_buf_view(&b->out);
  while (rest.len) {
    const pq_raw raw = {.bytes = pq_view_cut(&rest, '\n'),
                        .format = PQ_RAW_JSONL,
                        .place = {.line = 1}};
    assert_int_equal(pq_lines_take(&l.lines, &raw), PQ_OK);
  }
  pq_rdf_settle(&l.rdf);
  assert_true(l.rdf.n_triples > 300);
  assert_within(&l.rdf, &rdf);
  assert_within(&rdf, &l.rdf);
  close_all(&l);
  pq_quads_close(&quads);
  pq_rdf_close(&rdf);
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
      cmocka_unit_test(test_which_lines),
      cmocka_unit_test(test_own_paper),
      cmocka_unit_test(test_a_claim),
      cmocka_unit_test(test_works),
      cmocka_unit_test(test_also),
      cmocka_unit_test(test_a_passage),
      cmocka_unit_test(test_wrong_lines),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_a_full_line),
      cmocka_unit_test(test_a_full_passage),
      cmocka_unit_test(test_only_full_lines),
      cmocka_unit_test_setup_teardown(test_the_seed, pq_bench_line,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
