#include "bench.h"
#include "unit.h"

#include "write/quads.h"
#include "write/write.h"

/* ---- the walk as N-Triples, which name everything in full ---- */

#define OWN  "https://w3id.org/pathquill/"
#define OBO  "http://purl.obolibrary.org/obo/"
#define A    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define PQ   OWN "ns#"

static void fill(pq_bench *b) {
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
}

static void assert_line(const pq_bench *b, const char *line) {
  if (!pq_holds(pq_buf_view(&b->out), line)) {
    print_error("missing: %s\n", line);
    fail();
  }
}

static void assert_no_line(const pq_bench *b, const char *part) {
  assert_false(pq_holds(pq_buf_view(&b->out), part));
}

static pq_entity_id protein(pq_bench *b, const char *label,
                            const char *accession) {
  const pq_entity e = {.kind = PQ_ENTITY_PROTEIN,
                       .id = pq_view_of(accession),
                       .label = pq_view_of(label),
                       .accession = pq_view_of(accession),
                       .taxon = PQ_LIT("9606")};
  return pq_bench_add(b, &e);
}

static pq_status push_evidence(pq_bench *b, pq_claim_id id) {
  pq_status st = PQ_OK;
  pq_text_id text = 0;
  if (!b->record.sentences.n) {
    PQ_TRY(st, pq_store_text(&b->record, PQ_SOURCE_FILE, PQ_LIT("A sentence."),
                             &text));
    PQ_PUSH(&b->arena, &b->record.sentences, ((pq_sentence){.span = {0, 11}}));
  }
  PQ_PUSH(&b->arena, &b->record.evidence,
          ((pq_evidence){.id = id, .span = {0, 10}}));
  return PQ_OK;
}

static void say(pq_bench *b, const pq_claim *c) {
  pq_claim_id id = 0;
  assert_int_equal(pq_store_claim(&b->record, c, &id), PQ_OK);
  assert_int_equal(push_evidence(b, id), PQ_OK);
}

static void say_thing(pq_bench *b, pq_entity_id id) {
  const pq_claim c = {.subject = {PQ_NODE_ENTITY, id},
                      .object = {PQ_NODE_ENTITY, id},
                      .relation = PQ_REL_INFLUENCES};
  say(b, &c);
}

static void say_event(pq_bench *b, const pq_event *e) {
  pq_event_id id = 0;
  assert_int_equal(pq_store_event(&b->record, e, &id), PQ_OK);
  const pq_claim c = {.subject = {PQ_NODE_ENTITY, e->themes[0]},
                      .object = {PQ_NODE_EVENT, id},
                      .relation = PQ_REL_HAPPENS};
  say(b, &c);
}

/* ---- the seed ---- */

static pq_status count(void *user, const pq_triple *t) {
  (void)t;
  ++*(size_t *)user;
  return PQ_OK;
}

static void test_seed_has_450_triples(void **state) {
  const pq_bench *const b = *state;
  size_t n = 0;
  const pq_triple_sink sink = {&n, count};
  assert_int_equal(pq_graph_walk(&b->graph, &sink), PQ_OK);
  assert_int_equal(n, 450);
}

static pq_status stop_at_ten(void *user, const pq_triple *t) {
  (void)t;
  return ++*(size_t *)user < 10 ? PQ_OK : PQ_BAD_WRITE;
}

static void test_a_sink_ends_the_walk(void **state) {
  const pq_bench *const b = *state;
  size_t n = 0;
  const pq_triple_sink sink = {&n, stop_at_ten};
  assert_int_equal(pq_graph_walk(&b->graph, &sink), PQ_BAD_WRITE);
  assert_int_equal(n, 10);
}

typedef struct last {
  pq_section section;
  bool in_order;
} last;

static pq_status look_at_section(void *user, const pq_triple *t) {
  last *const l = user;
  l->in_order = l->in_order && l->section <= t->section;
  l->section = t->section;
  return PQ_OK;
}

static void test_sections_in_order(void **state) {
  const pq_bench *const b = *state;
  last l = {PQ_SECTION_RECORD, true};
  const pq_triple_sink sink = {&l, look_at_section};
  assert_int_equal(pq_graph_walk(&b->graph, &sink), PQ_OK);
  assert_true(l.in_order);
  assert_int_equal(l.section, PQ_SECTION_PROVENANCE);
}

/* ---- rows of the RDF model ---- */

static void test_expression(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "BCL2", "P10415");
  const pq_entity gene = {.kind = PQ_ENTITY_GENE,
                          .id = PQ_LIT("HGNC:990"),
                          .label = PQ_LIT("BCL2")};
  const pq_entity_id g = pq_bench_add(b, &gene);
  const pq_event of_protein = {
      .kind = PQ_KIND_EXPRESSION, .themes = {p}, .n_themes = 1};
  const pq_event of_gene = {
      .kind = PQ_KIND_EXPRESSION, .themes = {g}, .n_themes = 1};
  say_event(b, &of_protein);
  say_event(b, &of_gene);
  fill(b);
  assert_line(b, "<" OWN "event/expression.P10415> <" OBO "RO_0002234> "
                 "<http://purl.uniprot.org/uniprot/P10415> .\n");
  assert_no_line(b, "event/expression.P10415> <" OBO "RO_0002233>");
  assert_line(b, "<" OWN "event/expression.HGNC_990> <" OBO "RO_0002233> "
                 "<https://identifiers.org/hgnc/990> .\n");
  assert_no_line(b, "event/expression.HGNC_990> <" OBO "RO_0002234>");
}

static void test_homodimer(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "STAT3", "P40763");
  const pq_event e = {
      .kind = PQ_KIND_ASSEMBLY, .themes = {p, p}, .n_themes = 2};
  say_event(b, &e);
  fill(b);
  assert_line(b, "<" OWN "entity/complex.P40763--P40763> <" OBO "BFO_0000051> "
                 "<http://purl.uniprot.org/uniprot/P40763> .\n");
  assert_line(b, "<" OWN "event/assembly.P40763--P40763> <" OBO
                 "RO_0002234> <" OWN "entity/complex.P40763--P40763> .\n");
  assert_line(b, "<" OWN "event/assembly.P40763--P40763> <" OBO "RO_0002233> "
                 "<http://purl.uniprot.org/uniprot/P40763> .\n");
}

static void test_dissociation(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "IL6", "P05231");
  const pq_entity_id q = protein(b, "IL6R", "P08887");
  const pq_entity_id members[] = {p, q};
  const pq_entity complex = {
      .kind = PQ_ENTITY_COMPLEX, .members = members, .n_members = 2};
  const pq_event e = {.kind = PQ_KIND_DISSOCIATION,
                      .themes = {pq_bench_add(b, &complex)},
                      .n_themes = 1};
  say_event(b, &e);
  fill(b);
#define EVENT "<" OWN "event/dissociation.complex.P05231--P08887> <" OBO
  assert_line(b,
              EVENT "RO_0002233> <" OWN "entity/complex.P05231--P08887> .\n");
  assert_line(b, EVENT "RO_0002234> <http://purl.uniprot.org/uniprot/P05231>");
  assert_line(b, EVENT "RO_0002234> <http://purl.uniprot.org/uniprot/P08887>");
#undef EVENT
}

static void test_conversion_and_places(void **state) {
  pq_bench *const b = *state;
  const pq_entity pip2 = {.kind = PQ_ENTITY_MOLECULE,
                          .id = PQ_LIT("CHEBI:18348"),
                          .label = PQ_LIT("PIP2")};
  const pq_entity pip3 = {.kind = PQ_ENTITY_MOLECULE,
                          .id = PQ_LIT("CHEBI:16618"),
                          .label = PQ_LIT("PIP3")};
  const pq_entity cell = {.kind = PQ_ENTITY_PLACE,
                          .id = PQ_LIT("GO:0005886"),
                          .label = PQ_LIT("plasma membrane")};
  const pq_event e = {.kind = PQ_KIND_CONVERSION,
                      .themes = {pq_bench_add(b, &pip2)},
                      .n_themes = 1,
                      .products = {pq_bench_add(b, &pip3)},
                      .n_products = 1,
                      .in = pq_bench_add(b, &cell)};
  say_event(b, &e);
  fill(b);
#define EVENT \
  "<" OWN "event/conversion.CHEBI_18348.to.CHEBI_16618.in.GO_0005886> <"
  assert_line(b, EVENT OBO "RO_0002233> <" OBO "CHEBI_18348> .\n");
  assert_line(b, EVENT OBO "RO_0002234> <" OBO "CHEBI_16618> .\n");
  assert_line(b, EVENT OBO "BFO_0000066> <" OBO "GO_0005886> .\n");
  assert_line(b,
              EVENT SKOS "broader> <" OWN "event/conversion.CHEBI_18348> .\n");
  assert_line(b, "<" OWN "event/conversion.CHEBI_18348> " A);
  assert_line(b, "<" OBO "GO_0005886> " A
                 " <https://w3id.org/biolink/vocab/CellularComponent> .\n");
#undef EVENT
}

/* Several modifications: each pair of residue and term stays together. */
static void test_state_with_two_modifications(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "STAT3", "P40763");
  const pq_modification mods[] = {{{'Y', 705}, 48}, {{'S', 727}, 46}};
  const pq_entity e = {
      .kind = PQ_ENTITY_PROTEIN, .of = p, .mods = mods, .n_mods = 2};
  say_thing(b, pq_bench_add(b, &e));
  fill(b);
#define STATE "<" OWN "entity/P40763.Y705.MOD_00048.S727.MOD_00046> <"
  assert_line(b,
              STATE SKOS "broader> <" OWN "entity/P40763.S727.MOD_00046> .\n");
  assert_line(b,
              STATE SKOS "broader> <" OWN "entity/P40763.Y705.MOD_00048> .\n");
  assert_no_line(b, STATE PQ "modification>");
  assert_line(b, "<" OWN "entity/P40763.S727.MOD_00046> <" PQ
                 "modification> <" OBO "MOD_00046> .\n");
  assert_line(b, "<" OWN "site/P40763.S727> " A);
#undef STATE
}

static pq_status push_checked(pq_record *r, pq_checked row) {
  PQ_PUSH(r->arena, &r->checked, row);
  return PQ_OK;
}

static void test_sites(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "ALK", "Q9UM73");
  const pq_event unplaced = {.kind = PQ_KIND_PHOSPHORYLATION,
                             .themes = {p},
                             .n_themes = 1,
                             .site = {'Y', 0}};
  const pq_event wrong = {.kind = PQ_KIND_PHOSPHORYLATION,
                          .themes = {p},
                          .n_themes = 1,
                          .site = {'Y', 1358}};
  const pq_modification mod = {{'Y', 1604}, 48};
  const pq_entity marked = {
      .kind = PQ_ENTITY_PROTEIN, .of = p, .mods = &mod, .n_mods = 1};
  say_event(b, &unplaced);
  say_event(b, &wrong);
  say_thing(b, pq_bench_add(b, &marked));
  const pq_checked checked[] = {
      {p, {'Y', 1358}, {.check = PQ_SITE_MISMATCH, .there = 'V'}},
      {p, {'Y', 1604}, {.check = PQ_SITE_MISMATCH, .length = 1600}}};
  for (size_t i = 0; i < 2; ++i) {
    assert_int_equal(push_checked(&b->record, checked[i]), PQ_OK);
  }
  fill(b);
  assert_line(b, "<" OWN "site/Q9UM73.Y> " A
                 " <http://biohackathon.org/resource/faldo#FuzzyPosition>");
  assert_no_line(b, "site/Q9UM73.Y> <http://biohackathon.org/resource/"
                    "faldo#position>");
  assert_line(b, "<" OWN "site/Q9UM73.Y1358> <" PQ
                 "sequenceResidue> \"V\" .\n"); /* kept, and flagged */
  assert_line(b, "<" OWN "site/Q9UM73.Y1358> <" SKOS "notation> \"Y1358\" .\n");
  /* Behind the end of the sequence there is no residue to name. */
  assert_line(b, "<" OWN "site/Q9UM73.Y1604> <" SKOS "notation> \"Y1604\" .\n");
  assert_no_line(b, "site/Q9UM73.Y1604> <" PQ "sequenceResidue>");
}

static void test_fusions(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id alk = protein(b, "ALK", "Q9UM73");
  const pq_entity_id npm1 = protein(b, "NPM1", "P06748");
  const pq_entity_id both[] = {npm1, alk};
  const pq_entity fusion = {
      .kind = PQ_ENTITY_FUSION, .members = both, .n_members = 2};
  const pq_entity_id id = pq_bench_add(b, &fusion);
  const pq_entity active = {
      .kind = PQ_ENTITY_FUSION, .of = id, .active = PQ_ACTIVE};
  say_thing(b, pq_bench_add(b, &active));
  fill(b);
#define FUSION "<" OWN "entity/fusion.P06748--Q9UM73> <"
  assert_line(b, FUSION PQ
              "fusionOf> <http://purl.uniprot.org/uniprot/P06748> .\n");
  assert_line(b, FUSION PQ
              "fusionOf> <http://purl.uniprot.org/uniprot/Q9UM73> .\n");
  assert_line(b, "<" OWN "entity/fusion.P06748--Q9UM73.active> <" PQ
                 "stateOf> <" OWN "entity/fusion.P06748--Q9UM73> .\n");
  assert_no_line(b, FUSION PQ "stateOf>"); /* no state of its partner */
#undef FUSION
}

static void test_ungrounded(void **state) {
  pq_bench *const b = *state;
  const pq_tie ties[] = {{PQ_LIT("HGNC:1"), PQ_LIT("ONE"), 578},
                         {PQ_LIT("FPLX:A"), PQ_LIT("A"), 576},
                         {PQ_LIT("HGNC:1"), PQ_LIT("ONE"), 576}};
  const pq_entity e = {.kind = PQ_ENTITY_UNGROUNDED,
                       .label = PQ_LIT("p99"),
                       .candidates = ties,
                       .n_candidates = 3};
  say_thing(b, pq_bench_add(b, &e));
  fill(b);
  assert_line(b, "<" OWN "entity/text.p99> " A " <" PQ "Ungrounded> .\n");
  assert_line(b, "<" OWN "entity/text.p99> <" SKOS
                 "closeMatch> <https://identifiers.org/fplx/A> .\n");
  assert_no_line(b, "exactMatch");
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  assert_line(b, "skos:closeMatch fplx:A, hgnc:1 ."); /* sorted, each once */
}

static void test_isoform(void **state) {
  pq_bench *const b = *state;
  say_thing(b, protein(b, "STAT3-2", "P40763-2"));
  fill(b);
  assert_line(b, "<http://purl.uniprot.org/isoforms/P40763-2> <" SKOS
                 "broader> <http://purl.uniprot.org/uniprot/P40763> .\n");
}

static void test_qualifiers(void **state) {
  pq_bench *const b = *state;
  const pq_entity_id p = protein(b, "STAT3", "P40763");
  const pq_claim c = {.subject = {PQ_NODE_ENTITY, p},
                      .object = {PQ_NODE_ENTITY, p},
                      .relation = PQ_REL_INTERACTS,
                      .direct = PQ_INDIRECTLY,
                      .negated = true,
                      .species = PQ_LIT("10090")};
  say(b, &c);
  fill(b);
  assert_line(b, "<" PQ "direct> \"false\"^^<http://www.w3.org/2001/"
                 "XMLSchema#boolean> .\n");
  assert_line(b, "<https://w3id.org/biolink/vocab/negated> \"true\"^^");
  assert_line(b, "species_context_qualifier> <" OBO "NCBITaxon_10090> .\n");
  assert_line(b, "<" OBO "NCBITaxon_10090> <http://www.w3.org/2000/01/"
                 "rdf-schema#label> \"Mus musculus\" .\n");
}

/* Nothing is said that the record does not say. */
static void test_bare_record(void **state) {
  pq_bench *const b = *state;
  fill(b);
  assert_no_line(b, "\"\"");
  assert_no_line(b, "dcterms");
  b->record.stable_id = PQ_LIT("R-HSA-1.3");
  fill(b);
  assert_line(b, "<https://identifiers.org/reactome/R-HSA-1> " A
                 " <http://www.biopax.org/release/biopax-level3.owl#Entity>");
  assert_line(b, "<http://purl.org/dc/terms/identifier> \"R-HSA-1.3\" .\n");
  assert_no_line(b, "R-HSA-1> <http://www.w3.org/2000/01/rdf-schema#label>");
  b->record.type = PQ_RECORD_PATHWAY;
  fill(b);
  assert_line(b, "biopax-level3.owl#Pathway> .\n");
}

/* Neither a reaction, nor a kind of the event that its title names. */
static void test_paper(void **state) {
  pq_bench *const b = *state;
  b->record.stable_id = PQ_LIT("PMID:17");
  fill(b);
  assert_line(b, "<http://rdf.ncbi.nlm.nih.gov/pubmed/17> " A
                 " <http://purl.org/spar/fabio/Work> .\n");
  assert_line(b, "<http://purl.org/dc/terms/identifier> \"PMID:17\" .\n");
  assert_line(b, "seeAlso> <https://pubmed.ncbi.nlm.nih.gov/17/> .\n");
}

static pq_status push_pathway(pq_record *r, const char *id) {
  PQ_PUSH(r->arena, &r->pathways, pq_view_of(id));
  return PQ_OK;
}

static void test_part_of(void **state) {
  pq_bench *const b = *state;
  b->record.stable_id = PQ_LIT("R-HSA-1");
  assert_int_equal(push_pathway(&b->record, "R-HSA-9.2"), PQ_OK);
  assert_int_equal(push_pathway(&b->record, "R-HSA-8"), PQ_OK);
  assert_int_equal(push_pathway(&b->record, "R-HSA-9"), PQ_OK);
  assert_int_equal(push_pathway(&b->record, "none"), PQ_OK);
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  assert_line(b, "BFO:0000050 reactome:R-HSA-8, reactome:R-HSA-9 ;");
}

/* ---- works and the optional layers ---- */

static void test_works_that_fit(void **state) {
  pq_bench *const b = *state;
  fill(b);
#define PUBMED "http://rdf.ncbi.nlm.nih.gov/pubmed/"
  assert_line(b, "<" OWN "work/zhang-2002.11751994> <" SKOS
                 "exactMatch> <" PUBMED "11751994> .\n");
  assert_line(b, "<" OWN "work/R-HSA-9701524.han-2006a> <" SKOS
                 "closeMatch> <" PUBMED "16825495> .\n");
  assert_line(b, "<" OWN "work/R-HSA-9701524.han-2006a> <" SKOS
                 "closeMatch> <" PUBMED "16871283> .\n");
  assert_no_line(b, "work/R-HSA-9701524.han-2006a> <" SKOS "exactMatch>");
  assert_line(b, "<" OWN "work/palmer-2009.19459784> " A
                 " <http://purl.org/spar/fabio/ReviewArticle> .\n");
}

/* A DOI is a literal beside the number of PubMed; of a candidate without a
 * number it is the IRI. */
static void test_works_with_a_doi(void **state) {
  pq_bench *const b = *state;
  pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->references.n; ++i) {
    pq_reference *const ref = &r->references.at[i];
    ref->doi = PQ_LIT("10.1000/x(1)");
    if (pq_view_same(ref->pmid, PQ_LIT("16825495"))) ref->pmid = PQ_LIT("");
  }
  fill(b);
  assert_line(b, "<" OWN "work/zhang-2002.11751994> <http://prismstandard.org/"
                 "namespaces/basic/2.0/doi> \"10.1000/x(1)\" .\n");
  assert_line(b, "<" OWN "work/R-HSA-9701524.han-2006a> <" SKOS
                 "closeMatch> <https://doi.org/10.1000/x%281%29> .\n");
  assert_line(b, "<" OWN "work/R-HSA-9701524.han-2006a> <" SKOS
                 "closeMatch> <" PUBMED "16871283> .\n");
  assert_no_line(b, "work/R-HSA-9701524.han-2006a> <http://prism");
}

static void test_rich_layers(void **state) {
  pq_bench *const b = *state;
  fill(b);
  /* "Han et al 2006 a,b": one pointer, two works */
#define POINTER "mention/a1516d6238d8f28fd67205e2727e8adf.478-496> <"
  assert_line(b, POINTER "http://www.w3.org/2005/11/its/rdf#taIdentRef> <" OWN
                         "work/R-HSA-9701524.han-2006a> .\n");
  assert_line(b, POINTER "http://www.w3.org/2005/11/its/rdf#taIdentRef> <" OWN
                         "work/R-HSA-9701524.han-2006b> .\n");
  assert_line(b, "<" PQ "rule> \"sample\" .\n");
  assert_line(b, "isString> \"STAT3 is phosphorylated downstream of active"
                 " ALK\" .\n");
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_seed_has_450_triples, pq_bench_file),
      TEST(test_a_sink_ends_the_walk, pq_bench_file),
      TEST(test_sections_in_order, pq_bench_rich),
      TEST(test_expression, pq_bench_empty),
      TEST(test_homodimer, pq_bench_empty),
      TEST(test_dissociation, pq_bench_empty),
      TEST(test_conversion_and_places, pq_bench_empty),
      TEST(test_state_with_two_modifications, pq_bench_empty),
      TEST(test_sites, pq_bench_empty),
      TEST(test_fusions, pq_bench_empty),
      TEST(test_ungrounded, pq_bench_empty),
      TEST(test_isoform, pq_bench_empty),
      TEST(test_qualifiers, pq_bench_empty),
      TEST(test_bare_record, pq_bench_empty),
      TEST(test_paper, pq_bench_empty),
      TEST(test_part_of, pq_bench_empty),
      TEST(test_works_that_fit, pq_bench_line),
      TEST(test_works_with_a_doi, pq_bench_line),
      TEST(test_rich_layers, pq_bench_rich),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
