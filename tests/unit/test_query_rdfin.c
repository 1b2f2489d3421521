#include "bench.h"
#include "failing.h"
#include "scratch.h"
#include "unit.h"

#include "query/rdfin.h"

#include <stdio.h>

/* Read bytes in pieces of `step`. */
static pq_status read_text(pq_rdf *rdf, const char *syntax, pq_view bytes,
                           size_t step, const pq_sink *sink) {
  pq_rdf_reader *reader = NULL;
  pq_status st =
      pq_rdf_reader_open(rdf, syntax, PQ_LIT("a.ttl"), sink, &reader);
  while (!st && bytes.len) {
    st = pq_rdf_reader_take(reader, pq_view_head(bytes, step));
    bytes = pq_view_skip(bytes, step);
  }
  if (!st) st = pq_rdf_reader_end(reader);
  pq_rdf_reader_close(reader);
  return st;
}

static pq_rdf_id find_iri(const pq_rdf *rdf, const char *iri) {
  for (pq_rdf_id i = 1; i < rdf->n_terms; ++i) {
    const pq_rdf_term *const t = &rdf->terms[i];
    if (t->kind == PQ_RDF_IRI && pq_view_same(t->text, pq_view_of(iri))) {
      return i;
    }
  }
  return 0;
}

static void test_syntax_by_name(void **state) {
  (void)state;
  assert_string_equal(pq_rdf_syntax(PQ_LIT("out/R-HSA-1.ttl")), "turtle");
  assert_string_equal(pq_rdf_syntax(PQ_LIT("graph.nq")), "nquads");
  assert_string_equal(pq_rdf_syntax(PQ_LIT("a.nt")), "ntriples");
  assert_string_equal(pq_rdf_syntax(PQ_LIT("a.rdf")), "rdfxml");
  assert_null(pq_rdf_syntax(PQ_LIT("a.svg")));
  assert_null(pq_rdf_syntax(PQ_LIT("nt")));
}

static const char turtle[] =
    "@prefix x: <http://x/> .\n"
    "x:b x:p \"one\" .\n"
    "x:a x:p x:b, x:b ;\n"
    "  x:q \"1\"^^<http://www.w3.org/2001/XMLSchema#integer>, 1, true .\n";

static void check_turtle(const pq_rdf *rdf) {
  uint32_t n = 0;
  assert_int_equal(rdf->n_triples, 5 - 1); /* "1" and 1 are one; x:b is once */
  const pq_rdf_id a = find_iri(rdf, "http://x/a");
  const pq_rdf_id b = find_iri(rdf, "http://x/b");
  const pq_rdf_triple *t = pq_rdf_find(rdf, a, find_iri(rdf, "http://x/q"), &n);
  assert_int_equal(n, 2);
  ASSERT_VIEW(pq_rdf_text(rdf, t->object), "1");
  assert_int_equal(rdf->terms[t->object].type, pq_rdf_of(PQ_TERM_INTEGER));
  assert_int_equal(rdf->terms[t[1].object].type, pq_rdf_of(PQ_TERM_BOOLEAN));
  t = pq_rdf_find(rdf, b, find_iri(rdf, "http://x/p"), &n);
  assert_int_equal(n, 1);
  assert_int_equal(t->line, 2);
  assert_int_equal(rdf->terms[t->object].kind, PQ_RDF_LITERAL);
  assert_int_equal(rdf->terms[t->object].type, 0);
  assert_null(pq_rdf_find(rdf, b, find_iri(rdf, "http://x/q"), &n));
  assert_int_equal(n, 0);
}

/* Wherever the chunks are cut. */
static void test_turtle(void **state) {
  (void)state;
  for (size_t step = 1; step < 60; step += 7) {
    pq_rdf rdf;
    assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
    assert_int_equal(read_text(&rdf, "turtle", pq_view_of(turtle), step, NULL),
                     PQ_OK);
    check_turtle(&rdf);
    pq_rdf_close(&rdf);
  }
}

static void test_known_terms_have_fixed_ids(void **state) {
  (void)state;
  pq_rdf rdf;
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(rdf.n_terms, PQ_N_TERMS + 1);
  ASSERT_VIEW(pq_rdf_text(&rdf, pq_rdf_of(PQ_TERM_STATES)),
              "https://w3id.org/pathquill/ns#states");
  ASSERT_VIEW(pq_rdf_text(&rdf, 0), "");
  pq_rdf_close(&rdf);
}

static void test_quads(void **state) {
  (void)state;
  pq_rdf rdf;
  const pq_view text =
      PQ_LIT("<http://x/a> <http://x/p> \"\\u00E9\"@en <http://x/g> .\n"
             "_:b <http://x/p> \"s\"^^<http://www.w3.org/2001/XMLSchema#"
             "string> <http://x/h> .\n"
             "<http://x/a> <http://x/p> \"\\u00E9\"@en <http://x/h> .\n");
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(read_text(&rdf, "nquads", text, 1000, NULL), PQ_OK);
  assert_int_equal(rdf.n_triples, 2); /* one statement, two graphs */
  assert_true(rdf.terms[find_iri(&rdf, "http://x/g")].graph);
  assert_true(rdf.terms[find_iri(&rdf, "http://x/h")].graph);
  assert_false(rdf.terms[find_iri(&rdf, "http://x/a")].graph);
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_rdf_find(&rdf, find_iri(&rdf, "http://x/a"),
                                             find_iri(&rdf, "http://x/p"), &n);
  ASSERT_VIEW(rdf.terms[t->object].language, "en");
  ASSERT_VIEW(pq_rdf_text(&rdf, t->object), "\xC3\xA9");
  assert_int_equal(t->line, 1);
  pq_rdf_close(&rdf);
}

static void assert_broken(const char *syntax, pq_view text, const char *code) {
  pq_rdf rdf;
  pq_heard heard;
  pq_heard_init(&heard);
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  const pq_status st = read_text(&rdf, syntax, text, 1000, &heard.sink);
  assert_true(st == PQ_BAD_SYNTAX || st == PQ_BAD_ENCODING);
  assert_true(pq_bench_told(&heard, code) > 0);
  pq_rdf_close(&rdf);
}

static void test_broken_files(void **state) {
  (void)state;
  assert_broken("turtle", PQ_LIT("x:a x:b x:c .\n"), "check.syntax");
  assert_broken("turtle", PQ_LIT("<http://x/a> <http://x/b> \"open .\n"),
                "check.syntax");
  assert_broken("ntriples", PQ_LIT("<http://x/a> <http://x/b> .\n"),
                "check.syntax");
  assert_broken("nquads", PQ_LIT("{}\n"), "check.syntax");
  assert_broken("rdfxml", PQ_LIT("<rdf:RDF>"), "check.syntax");
  assert_broken("turtle", PQ_LIT("<http://x/a> <http://x/b> \"a\xFF\" .\n"),
                "check.encoding");
}

#define RDF_XML                                                            \
  "<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""         \
  " xmlns:x=\"http://x/\"><r:Description r:about=\"http://x/a\"><x:p>(%s)" \
  "</x:p></r:Description></r:RDF>\n"
#define MARKER "marker-of-another-file"

static pq_status read_rdfxml(pq_rdf *rdf, const char *entity,
                             const char *doctype) {
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, "<?xml version=\"1.0\"?>\n");
  pq_buf_text(&text, doctype);
  pq_buf_format(&text, RDF_XML, entity);
  assert_int_equal(text.status, PQ_OK);
  assert_int_equal(pq_rdf_open(rdf, NULL), PQ_OK);
  const pq_status st = read_text(rdf, "rdfxml", pq_buf_view(&text), 1000, NULL);
  pq_buf_clear(&text);
  return st;
}

/* No entity of another file comes in. */
static void test_no_outside_entities(void **state) {
  (void)state;
  pq_rdf rdf;
  pq_scratch s;
  char doctype[PQ_SCRATCH_PATH + 100];
  pq_scratch_open(&s);
  const char *const path = pq_scratch_file(&s, "other", PQ_LIT(MARKER));
  (void)snprintf(doctype, sizeof doctype,
                 "<!DOCTYPE r [<!ENTITY e SYSTEM \"file://%s\">]>\n", path);
  const pq_status st = read_rdfxml(&rdf, "&e;", doctype);
  assert_true(st == PQ_OK || st == PQ_BAD_SYNTAX);
  for (pq_rdf_id i = 1; i < rdf.n_terms; ++i) {
    assert_false(pq_holds(rdf.terms[i].text, MARKER));
    if (rdf.terms[i].kind == PQ_RDF_LITERAL) {
      assert_true(rdf.terms[i].text.len <= 2);
    }
  }
  pq_rdf_close(&rdf);
  pq_scratch_close(&s);
}

/* The same document with the words in itself is read. */
static void test_the_same_without_entities(void **state) {
  (void)state;
  pq_rdf rdf;
  uint32_t n = 0;
  assert_int_equal(read_rdfxml(&rdf, MARKER, ""), PQ_OK);
  const pq_rdf_triple *const t = pq_rdf_find(&rdf, find_iri(&rdf, "http://x/a"),
                                             find_iri(&rdf, "http://x/p"), &n);
  assert_int_equal(n, 1);
  assert_int_equal(rdf.terms[t->object].kind, PQ_RDF_LITERAL);
  ASSERT_VIEW(pq_rdf_text(&rdf, t->object), "(" MARKER ")");
  pq_rdf_close(&rdf);
}

/* More terms than the table begins with. */
static void test_many_terms(void **state) {
  (void)state;
  enum {
    MANY = 5000
  };
  pq_rdf rdf;
  pq_buf text;
  pq_buf_init(&text, NULL);
  for (int i = MANY; i > 0; --i) {
    pq_buf_format(&text, "<http://x/%d> <http://x/p> \"%d\" .\n", i, i % 7);
  }
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(read_text(&rdf, "ntriples", pq_buf_view(&text), 4096, NULL),
                   PQ_OK);
  assert_int_equal(rdf.n_triples, MANY);
  assert_int_equal(rdf.n_terms, PQ_N_TERMS + 1 + MANY + 1 + 7);
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_rdf_find(&rdf, find_iri(&rdf, "http://x/9"),
                                             find_iri(&rdf, "http://x/p"), &n);
  assert_int_equal(n, 1);
  ASSERT_VIEW(pq_rdf_text(&rdf, t->object), "2");
  assert_int_equal(t->line, MANY - 8);
  pq_buf_clear(&text);
  pq_rdf_close(&rdf);
}

static pq_status read_with(void *user, pq_alloc *alloc) {
  (void)user;
  pq_rdf rdf;
  pq_status st = pq_rdf_open(&rdf, alloc);
  if (st) return st;
  st = read_text(&rdf, "turtle", pq_view_of(turtle), 1000, NULL);
  pq_rdf_close(&rdf);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(read_with, NULL, PQ_OK);
}

static void test_closing_nothing(void **state) {
  (void)state;
  pq_rdf rdf = {.alloc = NULL};
  pq_rdf_close(&rdf);
  pq_rdf_reader_close(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_syntax_by_name),
      cmocka_unit_test(test_turtle),
      cmocka_unit_test(test_known_terms_have_fixed_ids),
      cmocka_unit_test(test_quads),
      cmocka_unit_test(test_broken_files),
      cmocka_unit_test(test_no_outside_entities),
      cmocka_unit_test(test_the_same_without_entities),
      cmocka_unit_test(test_many_terms),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_closing_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
