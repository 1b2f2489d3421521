#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "query/quads.h"
#include "query/rdfin.h"

#define XSD "http://www.w3.org/2001/XMLSchema#"

/* All lines; the first failure ends it. */
static pq_status read_lines(pq_rdf *rdf, pq_view text, const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_quads quads;
  uint32_t number = 0;
  pq_quads_open(&quads, rdf, PQ_LIT("a.nq"), sink);
  while (!st && text.ptr && text.len) {
    st = pq_quads_line(&quads, pq_view_cut(&text, '\n'), ++number);
  }
  pq_quads_close(&quads);
  if (!st) pq_rdf_settle(rdf);
  return st;
}

static pq_status read_by_raptor(pq_rdf *rdf, pq_view text) {
  pq_status st = PQ_OK;
  pq_rdf_reader *reader = NULL;
  PQ_TRY(st, pq_rdf_reader_open(rdf, "nquads", PQ_LIT("a.nq"), NULL, &reader));
  st = pq_rdf_reader_take(reader, text);
  if (!st) st = pq_rdf_reader_end(reader);
  pq_rdf_reader_close(reader);
  return st;
}

static void assert_same_term(const pq_rdf *a, const pq_rdf *b, pq_rdf_id id) {
  const pq_rdf_term *const one = &a->terms[id];
  const pq_rdf_term *const two = &b->terms[id];
  assert_int_equal(one->kind, two->kind);
  assert_int_equal(one->type, two->type);
  assert_int_equal(one->graph, two->graph);
  assert_true(pq_view_same(one->language, two->language));
  if (!pq_view_same(one->text, two->text)) {
    print_error("%.*s: %.*s\n", (int)one->text.len, one->text.ptr,
                (int)two->text.len, two->text.ptr);
    fail();
  }
}

/* Both readers find the same terms, in the same order, and the same triples. */
static void assert_as_raptor(pq_view text) {
  pq_rdf ours;
  pq_rdf theirs;
  assert_int_equal(pq_rdf_open(&ours, NULL), PQ_OK);
  assert_int_equal(pq_rdf_open(&theirs, NULL), PQ_OK);
  assert_int_equal(read_lines(&ours, text, NULL), PQ_OK);
  assert_int_equal(read_by_raptor(&theirs, text), PQ_OK);
  assert_int_equal(ours.n_terms, theirs.n_terms);
  assert_int_equal(ours.n_triples, theirs.n_triples);
  for (pq_rdf_id i = 0; i < ours.n_terms; ++i) {
    assert_same_term(&ours, &theirs, i);
  }
  for (uint32_t i = 0; i < ours.n_triples; ++i) {
    assert_memory_equal(&ours.triples[i], &theirs.triples[i],
                        sizeof ours.triples[i]);
  }
  pq_rdf_close(&ours);
  pq_rdf_close(&theirs);
}

static void test_as_raptor(void **state) {
  (void)state;
  assert_as_raptor(
      PQ_LIT("<http://x/a> <http://x/p> <http://x/b> .\n"
             "<http://x/a> <http://x/p> <http://x/b> <http://x/g> .\n"
             "<http://x/a> <http://x/q> \"plain\" <http://x/h> .\n"
             "<http://x/ab> <http://x/q> \"plain\" .\n"
             "<http://x/a> <http://x/q> \"7\"^^<" XSD "integer> .\n"
             "\n"
             "# a comment\n"
             "<http://x/a> <http://x/q> \"deux\"@fr .\n"
             "_:b0 <http://x/p> _:b1 .\n"
             "_:b0 <http://x/p> \"NF-\xCE\xBA"
             "B\" .\n"
             "<http://x/c> <http://x/p> \"\" .\n"));
}

static void test_escapes_as_raptor(void **state) {
  (void)state;
  assert_as_raptor(
      PQ_LIT("<http://x/a> <http://x/p> \"q\\\" b\\\\ n\\n r\\r t\\t\" .\n"
             "<http://x/a> <http://x/p> \"\\u00E9\\U0001F600\" .\n"
             "<http://x/\\u00E9> <http://x/p> \"\\\\\" .\n"
             "<http://x/\xC3\xA9> <http://x/p> \"same\" .\n"));
}

/* White space as other writers have it. */
static void test_spaces(void **state) {
  (void)state;
  pq_rdf rdf;
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(
      read_lines(&rdf,
                 PQ_LIT(" \t<http://x/a>\t<http://x/p>  \"a\"@en. # end\r\n"
                        "<http://x/a><http://x/p>\"b\".\n"
                        "<http://x/a> <http://x/p> \"c\" . \n"
                        "   \r\n"),
                 NULL),
      PQ_OK);
  assert_int_equal(rdf.n_triples, 3);
  pq_rdf_close(&rdf);
}

/* An IRI that is spelled with a backslash is not the one that has it. */
static void test_backslashes_in_subjects(void **state) {
  (void)state;
  pq_rdf rdf;
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(
      read_lines(&rdf,
                 PQ_LIT("<http://x/\\u005Cu0041> <http://x/p> \"a\" .\n"
                        "<http://x/\\u0041> <http://x/p> \"b\" .\n"),
                 NULL),
      PQ_OK);
  assert_int_equal(rdf.n_triples, 2);
  assert_int_not_equal(rdf.triples[0].subject, rdf.triples[1].subject);
  ASSERT_VIEW(pq_rdf_text(&rdf, rdf.triples[0].subject), "http://x/\\u0041");
  ASSERT_VIEW(pq_rdf_text(&rdf, rdf.triples[1].subject), "http://x/A");
  pq_rdf_close(&rdf);
}

static void assert_broken(pq_view line, pq_status want, uint32_t column) {
  pq_rdf rdf;
  pq_heard heard;
  pq_heard_init(&heard);
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  const pq_status st = read_lines(&rdf, line, &heard.sink);
  if (st != want || heard.n != 1 || heard.at[0].column != column) {
    print_error("%.*s: %d, column %u\n", (int)line.len, line.ptr, (int)st,
                (unsigned)heard.at[0].column);
    fail();
  }
  assert_int_equal(heard.at[0].line, 1);
  assert_int_equal(rdf.n_triples, 0);
  pq_rdf_close(&rdf);
}

#define GOOD "<http://x/a> <http://x/p> "

/* Where each mistake is: at what cannot be read on from. */
static void test_mistakes(void **state) {
  (void)state;
  const pq_status st = PQ_BAD_SYNTAX;
  assert_broken(PQ_LIT("{}"), st, 1);
  assert_broken(PQ_LIT("<http://x/a"), st, 2);
  assert_broken(PQ_LIT("<> <http://x/p> \"a\" ."), st, 3);
  assert_broken(PQ_LIT("<http://x/ a> <http://x/p> \"a\" ."), st, 14);
  assert_broken(PQ_LIT("\"a\" <http://x/p> \"a\" ."), st, 1);
  assert_broken(PQ_LIT("<http://x/a> _:p \"a\" ."), st, 14);
  assert_broken(PQ_LIT(GOOD "."), st, 27);
  assert_broken(PQ_LIT(GOOD "\"\xC3\xA9 ."), st, 28);
  assert_broken(PQ_LIT(GOOD "\"\xC3\xA9\" "), st, 31);
  assert_broken(PQ_LIT(GOOD "\"a\"@ ."), st, 31);
  assert_broken(PQ_LIT(GOOD "\"a\"^^x ."), st, 32);
  assert_broken(PQ_LIT(GOOD "_: ."), st, 29);
  assert_broken(PQ_LIT(GOOD "\"a\" . x"), st, 33);
  assert_broken(PQ_LIT(GOOD "\"a\" <http://x/g> <http://x/g> ."), st, 44);
  assert_broken(PQ_LIT(GOOD "\"\\x\" ."), st, 31);
  assert_broken(PQ_LIT(GOOD "\"\\u12\" ."), st, 33);
  assert_broken(PQ_LIT(GOOD "\"\\uD800\" ."), st, 35);
  assert_broken(PQ_LIT(GOOD "\"\\U00110000\" ."), st, 39);
  assert_broken(PQ_LIT(GOOD "\"\\u0000\" ."), st, 35);
  assert_broken(PQ_LIT("<http://x/\\n> <http://x/p> \"a\" ."), st, 14);
  assert_broken(PQ_LIT(GOOD "\"a\xFF\" ."), PQ_BAD_ENCODING, 31);
}

static const char sample[] =
    "<http://x/a> <http://x/p> \"\\n\"^^<" XSD "date> <http://x/g> .\n"
    "<http://x/a> <http://x/p> \"c\"@en .\n";

static pq_status trial(void *user, pq_alloc *alloc) {
  (void)user;
  pq_rdf rdf;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_rdf_open(&rdf, alloc));
  st = read_lines(&rdf, pq_view_of(sample), NULL);
  pq_rdf_close(&rdf);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(trial, NULL, PQ_OK) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_as_raptor),
      cmocka_unit_test(test_escapes_as_raptor),
      cmocka_unit_test(test_spaces),
      cmocka_unit_test(test_backslashes_in_subjects),
      cmocka_unit_test(test_mistakes),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
