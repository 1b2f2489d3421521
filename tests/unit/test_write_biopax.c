#include "bench.h"
#include "heard.h"
#include "test_write_records.h"
#include "unit.h"

#include "write/biopax.h"

static size_t count(pq_view text, const char *part) {
  size_t n = 0;
  const pq_view want = pq_view_of(part);
  for (; text.len >= want.len; text = pq_view_skip(text, 1)) {
    n += pq_view_starts(text, want);
  }
  return n;
}

static void test_seed(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  pq_heard_init(&heard);
  b->record.sink = &heard.sink;
  assert_int_equal(pq_write_biopax(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  /* The two of Y705 and the title's, and what three pathways do to S727. */
  assert_int_equal(count(text, "<bp:Control "), 6);
  assert_int_equal(count(text, "<bp:Catalysis "), 0); /* an alternative */
  assert_int_equal(count(text, "<bp:BiochemicalReaction "), 3);
  assert_int_equal(count(text, "<bp:PublicationXref "), 9);
  assert_false(pq_holds(text, "JAK3")); /* only a rival says it */
  assert_true(pq_holds(text, "<!-- 9 of 17 claims are not here: 4 without "
                             "plain assertion, 5 without words in BioPAX; 1 "
                             "dispute -->"));
  const pq_heard_note *const note = pq_heard_find(&heard, "biopax.left-out");
  assert_non_null(note);
  assert_non_null(strstr(note->text, "without 9 of 17 claims: 4 that"));
}

static void test_reaction(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_biopax(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  static const char *const parts[] = {
      "  <bp:left rdf:resource=\"https://w3id.org/pathquill/biopax/"
      "thing.P40763\"/>\n",
      "  <bp:right rdf:resource=\"https://w3id.org/pathquill/biopax/"
      "thing.P40763.Y705.MOD_00048\"/>\n"
      "  <bp:evidence rdf:resource=\"https://w3id.org/pathquill/biopax/"
      "evidence.045e905fd5184df29e7097f8c9a84f15\"/>\n",
      "  <bp:controller rdf:resource=\"https://w3id.org/pathquill/biopax/"
      "thing.pathway.PI3K\"/>\n"
      "  <bp:controlled rdf:resource=\"https://w3id.org/pathquill/biopax/"
      "event.phosphorylation.P40763.S727\"/>\n"};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
    assert_true(pq_holds(text, parts[i]));
  }
}

/* A paper without a PubMed number is known by its DOI. */
static void test_doi(void **state) {
  pq_bench *const b = *state;
  for (uint32_t i = 0; i < b->record.references.n; ++i) {
    b->record.references.at[i].pmid = PQ_LIT("");
    b->record.references.at[i].doi = PQ_LIT("10.1/a<b>");
  }
  assert_int_equal(pq_write_biopax(&b->graph, &b->out), PQ_OK);
  assert_true(
      pq_holds(pq_buf_view(&b->out),
               "#string\">doi</bp:db>\n"
               "  <bp:id rdf:datatype=\"http://www.w3.org/2001/XMLSchema#"
               "string\">10.1/a&lt;b&gt;</bp:id>\n"));
}

/* What is negated or hedged is not there, and what is asserted is. */
static void test_negation_and_hedge(void **state) {
  (void)state;
  sample s;
  sample_nfat(&s);
  const pq_view text = sample_write(&s, pq_write_biopax);
  assert_int_equal(count(text, "<bp:MolecularInteraction "), 1);
  assert_int_equal(count(text, "<bp:Catalysis "), 0); /* a group goes */
  assert_int_equal(count(text, "<bp:Transport "), 0); /* only hedged */
  sample_close(&s);
}

static void test_nasty_record(void **state) {
  (void)state;
  sample s;
  sample_nasty(&s);
  const pq_view text = sample_write(&s, pq_write_biopax);
  assert_true(pq_view_ends(text, PQ_LIT("</rdf:RDF>\n")));
  assert_false(pq_holds(text, "\x01"));
  sample_close(&s);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_seed),
      TEST(test_reaction),
      cmocka_unit_test_setup_teardown(test_doi, pq_bench_line, pq_bench_close),
      cmocka_unit_test(test_negation_and_hedge),
      cmocka_unit_test(test_nasty_record),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
