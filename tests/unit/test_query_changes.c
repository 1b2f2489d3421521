#include "asked.h"
#include "failing.h"
#include "unit.h"

#include "query/ask.h"

#include <stdio.h>

/* A piece of evidence of a claim in a text of a record. */
#define NIF "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define EVIDENCE(e, claim, text, more)                                \
  "x:" e " pq:states x:" claim " ; <" NIF "referenceContext> x:" text \
  " ; " more " .\n"
#define RECORD(text, record) \
  "x:" text " <http://purl.org/dc/terms/subject> x:" record " .\n"
#define ASSERTED "pq:status pq:Asserted"
#define HEDGED   "pq:status pq:Hedged"
#define LABELS                                          \
  "x:c rdfs:label \"A promotes B\" .\n"                 \
  "x:d rdfs:label \"C promotes D\" .\n"                 \
  "x:w rdfs:label \"Han 2006\" . x:v rdfs:label \"Han " \
  "2006\" .\n" RECORD("t", "r") RECORD("u", "s")

/* "change|what|before|after|record", a line each; IRIs by their last part. */
static void put_row(const pq_answer *answer, uint32_t row, char *at) {
  for (uint32_t i = 0; i < answer->n_columns; ++i) {
    const pq_cell cell = answer->cell(answer->user, row, i);
    pq_view text = cell.kind == PQ_CELL_NONE ? PQ_LIT("") : cell.text;
    for (size_t k = 0; cell.kind == PQ_CELL_IRI && k < text.len;) {
      const bool ends = strchr("/#", text.ptr[k]) != NULL;
      ++k;
      if (ends) {
        text = pq_view_skip(text, k);
        k = 0;
      }
    }
    at += sprintf(at, "%s%.*s", i ? "|" : "", pq_view_width(text), text.ptr);
  }
  (void)strcpy(at, "\n");
}

static void assert_changes(const char *before, const char *after,
                           const char *want) {
  pq_asked a;
  pq_asked b;
  pq_gather g;
  char got[2048] = "";
  const char *columns[PQ_COLUMNS_MOST];
  const pq_asking asking = {.question = pq_question_named(PQ_LIT("changed"))};
  assert_int_equal(pq_asked_open(&a, NULL, before), PQ_OK);
  assert_int_equal(pq_asked_open(&b, NULL, after), PQ_OK);
  assert_int_equal(pq_ask_changes(&asking, &a.index, &b.index, &b.rdf, &g),
                   PQ_OK);
  const pq_answer answer = pq_ask_answer(&g, columns);
  assert_int_equal(answer.n_columns, 5);
  for (uint32_t i = 0; i < answer.n_rows; ++i) {
    put_row(&answer, i, got + strlen(got));
  }
  assert_string_equal(got, want);
  pq_gather_clear(&g);
  pq_asked_close(&b);
  pq_asked_close(&a);
}

static void test_nothing(void **state) {
  (void)state;
  static const char graph[] = LABELS EVIDENCE("e", "c", "t", ASSERTED);
  assert_changes("", "", "");
  assert_changes(graph, graph, "");
  /* Another place of the text, another name of the evidence: the same words. */
  assert_changes(graph, LABELS EVIDENCE("f", "c", "t", ASSERTED), "");
}

/* Of a statement that comes or goes its status alone is told. */
static void test_statements(void **state) {
  (void)state;
  static const char one[] = LABELS EVIDENCE("e", "c", "t", ASSERTED);
  static const char two[] = LABELS EVIDENCE("e", "c", "t", ASSERTED)
      EVIDENCE("f", "d", "t", HEDGED " ; cito:citesAsEvidence x:w");
  assert_changes(one, two, "added|C promotes D||Hedged|r\n");
  assert_changes(two, one, "removed|C promotes D|Hedged||r\n");
}

/* What one record says, another may say for the first time. */
static void test_records(void **state) {
  (void)state;
  static const char one[] = LABELS EVIDENCE("e", "c", "t", ASSERTED);
  static const char two[] = LABELS EVIDENCE("e", "c", "t", ASSERTED)
      EVIDENCE("f", "c", "u", ASSERTED);
  assert_changes(one, two, "added|A promotes B||Asserted|s\n");
}

/* Bare prose has no record: its text stands for one. */
static void test_prose(void **state) {
  (void)state;
  static const char one[] = LABELS EVIDENCE("e", "c", "p", ASSERTED);
  static const char two[] = LABELS EVIDENCE("e", "c", "q", ASSERTED);
  assert_changes(one, one, "");
  assert_changes(one, two,
                 "removed|A promotes B|Asserted||p\n"
                 "added|A promotes B||Asserted|q\n");
}

static void test_status(void **state) {
  (void)state;
  assert_changes(LABELS EVIDENCE("e", "c", "t", ASSERTED),
                 LABELS EVIDENCE("f", "c", "t", HEDGED)
                     EVIDENCE("g", "c", "t", HEDGED),
                 "status|A promotes B||Hedged|r\n"
                 "status|A promotes B|Asserted||r\n");
}

/* The role changed; the work is another one of the same name; both. */
static void test_works(void **state) {
  (void)state;
  static const char old[] =
      LABELS EVIDENCE("e", "c", "t", ASSERTED " ; cito:citesAsEvidence x:w");
  assert_changes(
      old,
      LABELS EVIDENCE("f", "c", "t", ASSERTED " ; cito:citesAsAuthority x:w"),
      "evidence|A promotes B|Han 2006||r\n"
      "review|A promotes B||Han 2006|r\n");
  assert_changes(
      old,
      LABELS EVIDENCE("f", "c", "t", ASSERTED " ; cito:citesAsEvidence x:v"),
      "evidence|A promotes B||Han 2006|r\n"
      "evidence|A promotes B|Han 2006||r\n");
}

static void test_words(void **state) {
  (void)state;
  assert_changes(LABELS EVIDENCE("e", "c", "t",
                                 ASSERTED " ; <" NIF "anchorOf> \"A to B\""),
                 LABELS EVIDENCE("e", "c", "t",
                                 ASSERTED " ; <" NIF "anchorOf> \"A on B\""),
                 "words|A promotes B||A on B|r\n"
                 "words|A promotes B|A to B||r\n");
}

/* Templates may change: the label is that of the graph that has the fact. */
static void test_labels(void **state) {
  (void)state;
  assert_changes("x:c rdfs:label \"old\" .\n" RECORD("t", "r")
                     EVIDENCE("e", "c", "t", ASSERTED),
                 "x:c rdfs:label \"new\" .\n" RECORD("t", "r")
                     EVIDENCE("e", "c", "t", HEDGED),
                 "status|new||Hedged|r\n"
                 "status|old|Asserted||r\n");
}

typedef struct pair {
  pq_asked before, after;
} pair;

static pq_status trial(void *user, pq_alloc *alloc) {
  pair *const p = user;
  pq_gather g;
  const pq_asking asking = {.question = pq_question_named(PQ_LIT("changed"))};
  pq_status st = pq_asked_open(
      &p->after, alloc, LABELS EVIDENCE("e", "d", "t", HEDGED " ; a 705"));
  if (st) return st;
  st = pq_ask_changes(&asking, &p->before.index, &p->after.index, &p->after.rdf,
                      &g);
  if (!st) pq_gather_clear(&g);
  pq_asked_close(&p->after);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  pair p;
  assert_int_equal(
      pq_asked_open(
          &p.before, NULL,
          LABELS EVIDENCE("e", "c", "t", ASSERTED " ; <" NIF "anchorOf> 7")),
      PQ_OK);
  assert_true(pq_fail_each(trial, &p, PQ_OK) > 6);
  pq_asked_close(&p.before);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_nothing),       cmocka_unit_test(test_statements),
      cmocka_unit_test(test_records),       cmocka_unit_test(test_prose),
      cmocka_unit_test(test_status),        cmocka_unit_test(test_works),
      cmocka_unit_test(test_words),         cmocka_unit_test(test_labels),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
