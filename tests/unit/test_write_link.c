#include "bench.h"
#include "unit.h"

#include "write/link.h"

static void assert_links(pq_bench *b, const pq_entity *e, const char *address,
                         const char *curie) {
  const pq_entity_id id = pq_bench_add(b, e);
  pq_buf_reset(&b->out);
  pq_link_entity(&b->out, &b->record, id);
  ASSERT_VIEW(pq_buf_view(&b->out), address);
  pq_buf_reset(&b->out);
  pq_link_curie(&b->out, &b->record, id);
  ASSERT_VIEW(pq_buf_view(&b->out), curie);
}

static void test_things(void **state) {
  pq_bench *const b = *state;
  assert_links(b,
               &(pq_entity){.kind = PQ_ENTITY_PROTEIN,
                            .id = PQ_LIT_INIT("HGNC:11364"),
                            .accession = PQ_LIT_INIT("P40763-2")},
               "https://www.uniprot.org/uniprotkb/P40763/entry",
               "uniprot:P40763-2");
  assert_links(
      b, &(pq_entity){.kind = PQ_ENTITY_FAMILY, .id = PQ_LIT_INIT("FPLX:PI3K")},
      "https://identifiers.org/fplx/PI3K", "FPLX:PI3K");
  assert_links(b,
               &(pq_entity){.kind = PQ_ENTITY_MOLECULE,
                            .id = PQ_LIT_INIT("CHEBI:15422")},
               "https://www.ebi.ac.uk/chebi/searchId.do?chebiId=CHEBI:15422",
               "CHEBI:15422");
}

/* Our own things have no page; what nothing knows has no id either. */
static void test_without_page(void **state) {
  pq_bench *const b = *state;
  assert_links(b,
               &(pq_entity){.kind = PQ_ENTITY_PROCESS,
                            .id = PQ_LIT_INIT("PQ:process.cell-survival")},
               "", "PQ:process.cell-survival");
  assert_links(b,
               &(pq_entity){.kind = PQ_ENTITY_UNGROUNDED,
                            .id = PQ_LIT_INIT("HGNC:1"),
                            .label = PQ_LIT_INIT("QZX9")},
               "", "");
}

/* A state leads to its thing; ids stay behind their head, whatever they hold.
 */
static void test_states_and_odd_ids(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id thing = pq_bench_add(
      b, &(pq_entity){.kind = PQ_ENTITY_GENE, .id = PQ_LIT_INIT("HGNC:7")});
  assert_links(
      b, &(pq_entity){.kind = PQ_ENTITY_GENE, .of = thing, .active = PQ_ACTIVE},
      "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:7",
      "HGNC:7");
  assert_links(
      b,
      &(pq_entity){.kind = PQ_ENTITY_DRUG, .id = PQ_LIT_INIT("MESH:D1\"><x y")},
      "https://id.nlm.nih.gov/mesh/D1%22%3E%3Cx%20y", "MESH:D1\"><x y");
  assert_links(b,
               &(pq_entity){.kind = PQ_ENTITY_DRUG,
                            .id = PQ_LIT_INIT("javascript:alert(1)")},
               "", "javascript:alert(1)");
}

static void assert_put(pq_bench *b, void (*put)(pq_buf *out, pq_view text),
                       const char *text, const char *want) {
  pq_buf_reset(&b->out);
  put(&b->out, pq_view_of(text));
  ASSERT_VIEW(pq_buf_view(&b->out), want);
}

static void test_papers(void **state) {
  pq_bench *const b = *state;
  assert_put(b, pq_link_pmid, "11751994",
             "https://pubmed.ncbi.nlm.nih.gov/11751994/");
  assert_put(b, pq_link_pmid, "javascript:x",
             "https://pubmed.ncbi.nlm.nih.gov/javascript%3Ax/");
  assert_put(b, pq_link_doi, "10.1093/nar/gkad1025",
             "https://doi.org/10.1093/nar/gkad1025");
  assert_put(b, pq_link_reactome, "R-HSA-9701524.1",
             "https://reactome.org/content/detail/R-HSA-9701524");
}

static void test_search(void **state) {
  pq_bench *const b = *state;
  const pq_work work = {
      .authors = {PQ_LIT_INIT("M\xC3\xBCller")}, .n_authors = 1, .year = 2006};
  const pq_work nobody = {.year = 0};
  pq_buf_reset(&b->out);
  pq_link_search(&b->out, &work, PQ_LIT("STAT3 & co"));
  ASSERT_VIEW(pq_buf_view(&b->out),
              "https://pubmed.ncbi.nlm.nih.gov/?term=M%C3%BCller%5Bau%5D+"
              "2006%5Bdp%5D+STAT3+%26+co");
  pq_buf_reset(&b->out);
  pq_link_search(&b->out, &nobody, PQ_LIT("STAT3"));
  ASSERT_VIEW(pq_buf_view(&b->out),
              "https://pubmed.ncbi.nlm.nih.gov/?term=STAT3");
}

#define WITH_RECORD(test) \
  cmocka_unit_test_setup_teardown(test, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      WITH_RECORD(test_things),
      WITH_RECORD(test_without_page),
      WITH_RECORD(test_states_and_odd_ids),
      WITH_RECORD(test_papers),
      WITH_RECORD(test_search),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
