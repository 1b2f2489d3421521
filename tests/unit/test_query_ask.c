#include "asked.h"
#include "heard.h"
#include "unit.h"

#include "base/buf.h"
#include "query/ask.h"

static const char graph[] = "x:c a pq:Claim ; rdfs:label \"A promotes B\" .\n"
                            "x:d a pq:Claim ; rdfs:label \"C promotes D\" .\n"
                            "x:e pq:states x:c ; cito:citesAsAuthority x:w .\n"
                            "x:f pq:states x:d ; cito:citesAsAuthority x:w .\n"
                            "x:g pq:states x:d ; cito:citesAsEvidence x:v .\n"
                            "x:w rdfs:label \"Palmer 2009\" .\n";

static pq_asking about(const char *name) {
  return (pq_asking){.question = pq_question_named(pq_view_of(name)),
                     .base = PQ_LIT("https://w3id.org/pathquill/")};
}

static void test_an_answer(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  const char *columns[PQ_COLUMNS_MOST];
  const pq_asking asking = about("review-only");
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  assert_int_equal(pq_ask_index(&asking, &a.index, &g), PQ_OK);
  const pq_answer answer = pq_ask_answer(&g, columns);
  assert_int_equal(answer.n_rows, 1);
  assert_int_equal(answer.n_columns, 2);
  assert_string_equal(answer.columns[1], "review");
  ASSERT_VIEW(answer.cell(answer.user, 0, 0).text, "A promotes B");
  ASSERT_VIEW(answer.cell(answer.user, 0, 1).text, "Palmer 2009");
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

/* Numbers are whole numbers of XSD. */
static void test_a_count(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  const char *columns[PQ_COLUMNS_MOST];
  const pq_asking asking = about("claims-per-work");
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  assert_int_equal(pq_ask_index(&asking, &a.index, &g), PQ_OK);
  const pq_answer answer = pq_ask_answer(&g, columns);
  assert_int_equal(answer.n_rows, 1); /* the other work has no label */
  const pq_cell cell = answer.cell(answer.user, 0, 1);
  assert_int_equal(cell.kind, PQ_CELL_TEXT);
  ASSERT_VIEW(cell.text, "2");
  ASSERT_VIEW(cell.type, "http://www.w3.org/2001/XMLSchema#integer");
  pq_gather_clear(&g);
  pq_asked_close(&a);
}

/* A thing that the graph does not have: every question, no row. */
static void test_an_empty_graph(void **state) {
  (void)state;
  pq_asked a;
  const pq_question *q = NULL;
  assert_int_equal(pq_asked_open(&a, NULL, ""), PQ_OK);
  for (size_t i = 0; (q = pq_question_at(i)); ++i) {
    pq_gather g;
    if (q->compares) continue; /* wants two */
    const pq_asking asking = about(q->name);
    assert_int_equal(pq_ask_index(&asking, &a.index, &g), PQ_OK);
    assert_int_equal(g.n, 0);
    pq_gather_clear(&g);
  }
  pq_asked_close(&a);
}

static void test_a_bad_setting(void **state) {
  (void)state;
  pq_asked a;
  pq_gather g;
  pq_heard heard;
  const char *const setting = "protein=nobody";
  pq_heard_init(&heard);
  pq_asking asking = about("acts-on");
  asking.settings = (pq_settings){&setting, 1};
  asking.sink = &heard.sink;
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  assert_int_equal(pq_ask_index(&asking, &a.index, &g), PQ_BAD_ARG);
  assert_non_null(pq_heard_find(&heard, "ask.unknown"));
  pq_asked_close(&a);
}

/* Four things, each of which acts on each other in many claims: one step leads
 * from the first to the second in `many` ways, two in 2 many^2, three in
 * 2 many^3. */
static pq_status ask_ways(unsigned many, const pq_sink *sink, uint32_t *n) {
  pq_asked a;
  pq_gather g;
  pq_buf text;
  static const char *const settings[] = {"from=http://x/0", "to=http://x/1"};
  pq_buf_init(&text, NULL);
  for (unsigned i = 0; i < 16 * many; ++i) {
    pq_buf_format(&text,
                  "x:c%u a pq:Claim ; rdf:subject x:%u ; rdf:object x:%u ;"
                  " rdf:predicate RO:0002327 ; rdfs:label \"%u\" .\n"
                  "x:e%u pq:states x:c%u ; pq:status pq:Asserted .\n",
                  i, i % 4, i / 4 % 4, i, i, i);
  }
  pq_buf_char(&text, '\0');
  pq_asking asking = about("paths");
  asking.settings = (pq_settings){settings, 2};
  asking.sink = sink;
  assert_int_equal(text.status, PQ_OK);
  assert_int_equal(pq_asked_open(&a, NULL, text.ptr), PQ_OK);
  const pq_status st = pq_ask_index(&asking, &a.index, &g);
  if (!st) {
    *n = g.n;
    pq_gather_clear(&g);
  }
  pq_asked_close(&a);
  pq_buf_clear(&text);
  return st;
}

static void test_ways(void **state) {
  (void)state;
  uint32_t n = 0;
  assert_int_equal(ask_ways(1, NULL, &n), PQ_OK);
  assert_int_equal(n, 1 + 2 + 2);
  assert_int_equal(ask_ways(5, NULL, &n), PQ_OK);
  assert_int_equal(n, 5 + 2 * 25 + 2 * 125);
}

/* One claim whose ends have 128 labels and types each: more rows than anybody
 * reads.  That is said, and nothing is given. */
static void test_too_large(void **state) {
  (void)state;
  enum {
    MANY = 128
  };
  pq_asked a;
  pq_gather g;
  pq_buf text;
  pq_heard heard;
  pq_heard_init(&heard);
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, "x:c rdf:predicate RO:0002502 ; rdf:subject x:s ;"
                     " rdf:object x:o .\n"
                     "x:e pq:states x:c ; pq:status pq:Asserted .\n");
  for (unsigned i = 0; i < MANY; ++i) {
    pq_buf_format(&text,
                  "x:s rdfs:label \"%u\" . x:o rdfs:label \"%u\" ;"
                  " a x:t%u .\n",
                  i, i, i);
  }
  pq_buf_char(&text, '\0');
  pq_asking asking = about("depends-on");
  asking.sink = &heard.sink;
  assert_int_equal(text.status, PQ_OK);
  assert_int_equal(pq_asked_open(&a, NULL, text.ptr), PQ_OK);
  assert_int_equal(pq_ask_index(&asking, &a.index, &g), PQ_LIMIT);
  assert_non_null(pq_heard_find(&heard, "ask.too-large"));
  pq_asked_close(&a);
  pq_buf_clear(&text);
}

static pq_status trial(pq_asked *a) {
  pq_gather g;
  const pq_asking asking = about("claims-per-work");
  const pq_status st = pq_ask_index(&asking, &a->index, &g);
  if (!st) pq_gather_clear(&g);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_asked_fail_each(trial, graph) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_an_answer),
      cmocka_unit_test(test_a_count),
      cmocka_unit_test(test_an_empty_graph),
      cmocka_unit_test(test_a_bad_setting),
      cmocka_unit_test(test_ways),
      cmocka_unit_test(test_too_large),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
