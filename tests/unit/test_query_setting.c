#include "asked.h"
#include "heard.h"
#include "unit.h"

#include "query/setting.h"

static const char graph[] =
    "uniprot:P40763 rdfs:label \"STAT3\" .\n"
    "uniprot:Q9UM73 rdfs:label \"ALK\" . x:alk rdfs:label \"ALK\" .\n"
    "x:family rdfs:label \"Akt\" . x:text rdfs:label \"akt\" .\n"
    "x:one rdfs:label \"Wang 2008\", \"WANG 2008\" . x:words pq:cue \"Stat3\" "
    ".\n"
    "x:site rdfs:label \"two words\" ; x:position 705 .\n"
    "work:zhang-2002.1 rdfs:label \"Zhang et al. 2002\" ;"
    "  skos:exactMatch pubmed:1 .\n"
    "work:a-2001.2 skos:exactMatch pubmed:2 ."
    " work:b-2001.2 skos:exactMatch pubmed:2 .\n";

enum {
  PROTEIN = 1,
  FAST
};

static const pq_question question = {
    .name = "sample",
    .parameters = {{"protein", PROTEIN, "uniprot:P40763", false},
                   {NULL, FAST, "x:never", false}},
};

static pq_status take(const pq_asked *a, const char *setting,
                      const pq_sink *sink, pq_row row) {
  const pq_settings settings = {&setting, setting ? 1 : 0};
  const pq_question one = {.name = "sample",
                           .parameters = {question.parameters[0]}};
  return pq_settings_take(&one, &settings, &a->index,
                          PQ_LIT("https://w3id.org/pathquill/"), sink, row);
}

static void assert_found(const char *setting, const char *want) {
  pq_asked a;
  pq_row row = {0};
  pq_heard heard;
  pq_heard_init(&heard);
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  assert_int_equal(take(&a, setting, &heard.sink, row), PQ_OK);
  assert_int_equal(heard.n, 0);
  if (want) {
    assert_true(row[PROTEIN] < a.rdf.n_terms);
    ASSERT_VIEW(pq_rdf_text(&a.rdf, row[PROTEIN]), want);
  } else {
    assert_int_equal(row[PROTEIN], PQ_RDF_ABSENT);
  }
  pq_asked_close(&a);
}

static void assert_refused(const char *setting, const char *code,
                           const char *words) {
  pq_asked a;
  pq_row row = {0};
  pq_heard heard;
  pq_heard_init(&heard);
  assert_int_equal(pq_asked_open(&a, NULL, graph), PQ_OK);
  assert_int_equal(take(&a, setting, &heard.sink, row), PQ_BAD_ARG);
  assert_int_equal(heard.n, 1);
  assert_string_equal(heard.at[0].code, code);
  assert_non_null(strstr(heard.at[0].text, words));
  pq_asked_close(&a);
}

#define STAT3 "http://purl.uniprot.org/uniprot/P40763"
#define WORKS "https://w3id.org/pathquill/work/"

static void test_ids(void **state) {
  (void)state;
  assert_found(NULL, STAT3); /* the default */
  assert_found("protein=uniprot:P40763", STAT3);
  assert_found("protein=" STAT3, STAT3);
  assert_found("protein=<" STAT3 ">", STAT3);
  assert_found("protein=work:zhang-2002.1", WORKS "zhang-2002.1");
  assert_found("protein=uniprot:P00000", NULL);
  assert_found("protein=http://x/none", NULL);
}

static void test_numbers(void **state) {
  (void)state;
  assert_found("protein=705", "705");
  assert_found("protein=727", NULL);
}

static void test_names(void **state) {
  (void)state;
  assert_found("protein=STAT3", STAT3);
  assert_found("protein=stat3", STAT3);
  assert_found("protein=two words", "http://x/site");
  assert_refused("protein=STAT", "ask.unknown", "'STAT'");
  assert_refused("protein=nothing: such", "ask.unknown", "protein");
  assert_refused("protein=<", "ask.unknown", "'<'");
  assert_refused("protein=ALK", "ask.several", "uniprot/Q9UM73");
  assert_refused("protein=alk", "ask.several", "http://x/alk");
  /* Which was read first must not decide. */
  assert_refused("protein=AKT", "ask.several", "http://x/text");
  assert_refused("protein=AKT", "ask.several", "http://x/family");
  assert_found("protein=akt", "http://x/text");
  assert_found("protein=wang 2008", "http://x/one");
  /* Words that are no label, but of the same letters as one. */
  assert_found("protein=Stat3", STAT3);
}

static void test_a_paper_by_its_number(void **state) {
  (void)state;
  assert_found("protein=pubmed:1", WORKS "zhang-2002.1");
  assert_found("protein=pubmed:3", NULL);
  assert_refused("protein=pubmed:2", "ask.several", "b-2001.2");
}

static void assert_bad(const char *one, const char *two, const char *words) {
  pq_heard heard;
  pq_heard_init(&heard);
  const char *const both[] = {one, two};
  const pq_settings settings = {both, two ? 2 : 1};
  assert_int_equal(pq_settings_check(&question, &settings, &heard.sink),
                   PQ_BAD_ARG);
  assert_int_equal(heard.n, 1);
  assert_string_equal(heard.at[0].code, "ask.setting");
  assert_non_null(strstr(heard.at[0].text, words));
}

static void test_settings(void **state) {
  (void)state;
  const char *const good = "protein=a=b";
  const pq_settings settings = {&good, 1};
  assert_int_equal(pq_settings_check(&question, &settings, NULL), PQ_OK);
  assert_bad("protein", NULL, "sets nothing");
  assert_bad("protein=", NULL, "sets nothing");
  assert_bad("", NULL, "sets nothing");
  assert_bad("=x", NULL, "no parameter ''");
  assert_bad("gene=x", NULL, "no parameter 'gene'");
  assert_bad("protein=a", "protein=b", "twice");
}

static pq_status trial(pq_asked *a) {
  pq_row row = {0};
  return take(a, "protein=pubmed:1", NULL, row);
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_asked_fail_each(trial, graph) > 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_ids),
      cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_a_paper_by_its_number),
      cmocka_unit_test(test_settings),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
