#include "bench.h"
#include "unit.h"

#include "write/layout.h"

#define OWN "https://w3id.org/pathquill/"

static void test_short_names(void **state) {
  pq_bench *const b = *state;
  static const char *const cases[][2] = {
      {OWN "claim/30d0eec6", "claim:30d0eec6"},
      {OWN "entity/P40763.Y705.MOD_00048", "ent:P40763.Y705.MOD_00048"},
      {"http://purl.obolibrary.org/obo/RO_0002327", "RO:0002327"},
      {"http://purl.uniprot.org/isoforms/P40763-2", "isoform:P40763-2"},
      {OWN "entity/a.", "<" OWN "entity/a.>"}, /* a dot may not be last */
      {OWN "entity/-a", "<" OWN "entity/-a>"}, /* nor a dash first */
      {OWN "entity/", "<" OWN "entity/>"},
      {OWN "work/a%20b", "<" OWN "work/a%20b>"}, /* not without an escape */
      {OWN "claim/a/b", "<" OWN "claim/a/b>"},
      {"http://example.org/x", "<http://example.org/x>"},
  };
  pq_layout layout;
  assert_int_equal(pq_layout_begin(&layout, &b->graph, NULL), PQ_OK);
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; ++i) {
    pq_buf_reset(&b->out);
    pq_layout_iri(&layout, &b->out, pq_view_of(cases[i][0]));
    ASSERT_VIEW(pq_buf_view(&b->out), cases[i][1]);
  }
  assert_true(layout.used[PQ_PREFIX_CLAIM]);
  assert_true(layout.used[PQ_PREFIX_RO]);
  assert_false(layout.used[PQ_PREFIX_WORK]);
  pq_layout_clear(&layout);
}

static void add(pq_layout *layout, pq_section section, pq_term predicate,
                const char *object, pq_literal literal) {
  const pq_triple t = {.section = section,
                       .subject = PQ_LIT(OWN "entity/s"),
                       .predicate = pq_term_iri(predicate),
                       .object = pq_view_of(object),
                       .literal = literal};
  assert_int_equal(pq_layout_triple(layout, &t), PQ_OK);
}

static void test_one_statement(void **state) {
  pq_bench *const b = *state;
  pq_layout layout;
  assert_int_equal(pq_layout_begin(&layout, &b->graph, NULL), PQ_OK);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_TYPE,
      "http://purl.org/spar/fabio/Work", PQ_IRI);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_LABEL, "a \"b\"", PQ_PLAIN);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_ISSUED, "2002", PQ_YEAR);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_CLOSE_MATCH, OWN "work/a", PQ_IRI);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_CLOSE_MATCH, OWN "work/b", PQ_IRI);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_ACTIVE, "true", PQ_BOOLEAN);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_POSITION, "7", PQ_INTEGER);
  add(&layout, PQ_SECTION_WORKS, PQ_TERM_IDENT_CONF, "0.576", PQ_DECIMAL);
  pq_layout_end(&layout);
  ASSERT_VIEW(
      pq_buf_view(&layout.body),
      "#### works cited\n\n"
      "ent:s a fabio:Work ; rdfs:label \"a \\\"b\\\"\" ;"
      " dcterms:issued \"2002\"^^xsd:gYear ;"
      " skos:closeMatch work:a, work:b ;\n"
      "    pq:active true ; faldo:position 7 ; nif:taIdentConf 0.576 .\n");
  pq_layout_clear(&layout);
}

/* Sections that stand apart have a blank line between subjects, and a comment
 * may come before one. */
static void test_apart(void **state) {
  pq_bench *const b = *state;
  pq_layout layout;
  pq_triple t = {.section = PQ_SECTION_EVIDENCE,
                 .subject = PQ_LIT(OWN "evidence/1"),
                 .predicate = pq_term_iri(PQ_TERM_CUE),
                 .object = PQ_LIT("may"),
                 .literal = PQ_PLAIN,
                 .comment = PQ_LIT("two\nlines")};
  assert_int_equal(pq_layout_begin(&layout, &b->graph, NULL), PQ_OK);
  assert_int_equal(pq_layout_triple(&layout, &t), PQ_OK);
  t.subject = PQ_LIT(OWN "evidence/2");
  t.comment = PQ_LIT("");
  assert_int_equal(pq_layout_triple(&layout, &t), PQ_OK);
  pq_layout_end(&layout);
  ASSERT_VIEW(pq_buf_view(&layout.body),
              "#### evidence, in the order of the text\n\n"
              "# two lines\nev:1 pq:cue \"may\" .\n\n"
              "ev:2 pq:cue \"may\" .\n");
  pq_layout_clear(&layout);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_short_names),
      TEST(test_one_statement),
      TEST(test_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
