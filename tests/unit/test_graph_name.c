#include "bench.h"
#include "unit.h"

#include "graph/name.h"

/* A graph in the making on an empty record: entities are added and named by
 * the test, one after another. */
typedef struct naming {
  pq_bench *b;
  pq_graph g;
  pq_namer n;
  pq_name names[64];
  pq_graph_event events[16];
  pq_name works[16];
  pq_view texts[4];
} naming;

static naming begin(void **state) {
  naming s = {.b = *state};
  s.g = (pq_graph){
      .arena = &s.b->arena, .record = &s.b->record, .maker = &s.b->maker};
  pq_buf_init(&s.n.room, NULL);
  return s;
}

static void bind(naming *s) {
  s->g.entities = s->names;
  s->g.events = s->events;
  s->g.works = s->works;
  s->g.texts = s->texts;
  s->n.g = &s->g;
}

static pq_entity_id add(naming *s, const pq_entity *e) {
  pq_entity_id id = 0;
  assert_int_equal(pq_store_entity(&s->b->record, e, &id), PQ_OK);
  assert_true(id < 64);
  assert_int_equal(pq_name_entity(&s->n, id), PQ_OK);
  return id;
}

static pq_entity protein(const char *id, const char *accession) {
  return (pq_entity){.kind = PQ_ENTITY_PROTEIN,
                     .id = pq_view_of(id),
                     .accession = pq_view_of(accession)};
}

#define OWN "https://w3id.org/pathquill/"
#define OBO "http://purl.obolibrary.org/obo/"

static void test_identifiers(void **state) {
  naming s = begin(state);
  bind(&s);
  static const struct {
    pq_entity e;
    const char *iri;
  } rows[] = {
      {{.kind = PQ_ENTITY_PROTEIN,
        .id = PQ_LIT_INIT("HGNC:11364"),
        .accession = PQ_LIT_INIT("P40763")},
       "http://purl.uniprot.org/uniprot/P40763"},
      {{.kind = PQ_ENTITY_PROTEIN, .accession = PQ_LIT_INIT("P40763-2")},
       "http://purl.uniprot.org/isoforms/P40763-2"},
      {{.kind = PQ_ENTITY_GENE, .id = PQ_LIT_INIT("HGNC:11364")},
       "https://identifiers.org/hgnc/11364"},
      {{.kind = PQ_ENTITY_PROCESS, .id = PQ_LIT_INIT("MIM:193300")},
       "https://identifiers.org/mim/193300"},
      {{.kind = PQ_ENTITY_FAMILY, .id = PQ_LIT_INIT("FPLX:MAPK")},
       "https://identifiers.org/fplx/MAPK"},
      {{.kind = PQ_ENTITY_MOLECULE, .id = PQ_LIT_INIT("CHEBI:15996")},
       OBO "CHEBI_15996"},
      {{.kind = PQ_ENTITY_PLACE, .id = PQ_LIT_INIT("GO:0005634")},
       OBO "GO_0005634"},
      {{.kind = PQ_ENTITY_PROCESS,
        .id = PQ_LIT_INIT("PQ:process.cell-survival")},
       OWN "entity/process.cell-survival"},
      {{.kind = PQ_ENTITY_MOLECULE, .id = PQ_LIT_INIT("MESH:D000001")},
       OWN "entity/MESH_D000001"},
      {{.kind = PQ_ENTITY_UNGROUNDED,
        .label = PQ_LIT_INIT("NF-\xCE\xBA"
                             "B p99")},
       OWN "entity/text.nf-kappab-p99"},
      {{.kind = PQ_ENTITY_UNGROUNDED,
        .id = PQ_LIT_INIT("HGNC:1"),
        .label = PQ_LIT_INIT("Tie")},
       OWN "entity/text.tie"}, /* never an identity */
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(s.names[add(&s, &rows[i].e)].iri, rows[i].iri);
  }
  pq_buf_clear(&s.n.room);
}

static void test_states(void **state) {
  naming s = begin(state);
  bind(&s);
  const pq_entity stat3 = protein("HGNC:11364", "P40763");
  const pq_entity pi3k = {.kind = PQ_ENTITY_COMPLEX, .id = PQ_LIT("FPLX:PI3K")};
  const pq_entity nucleus = {.kind = PQ_ENTITY_PLACE,
                             .id = PQ_LIT("GO:0005634")};
  const pq_entity_id of = add(&s, &stat3);
  const pq_entity_id family = add(&s, &pi3k);
  const pq_entity_id place = add(&s, &nucleus);
  const pq_modification both[] = {{{'Y', 705}, 48}, {{'S', 727}, 46}};
  const pq_modification unknown = {{0, 0}, 696};
  const struct {
    pq_entity e;
    const char *local;
  } rows[] = {
      {{.of = of, .active = PQ_ACTIVE}, "P40763.active"},
      {{.of = of, .active = PQ_INACTIVE}, "P40763.inactive"},
      {{.of = family, .active = PQ_ACTIVE}, "FPLX_PI3K.active"},
      {{.of = of, .mods = both, .n_mods = 1}, "P40763.Y705.MOD_00048"},
      {{.of = of, .mods = both, .n_mods = 2},
       "P40763.Y705.MOD_00048.S727.MOD_00046"},
      {{.of = of, .mods = &unknown, .n_mods = 1}, "P40763.MOD_00696"},
      {{.of = of, .mutant = PQ_LIT("F1174L")}, "P40763.F1174L"},
      {{.of = of, .in_place = place}, "P40763.in.GO_0005634"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_view iri = s.names[add(&s, &rows[i].e)].iri;
    assert_true(pq_view_starts(iri, PQ_LIT(OWN "entity/")));
    ASSERT_VIEW(pq_view_skip(iri, strlen(OWN "entity/")), rows[i].local);
  }
  pq_buf_clear(&s.n.room);
}

static void test_made_of_parts(void **state) {
  naming s = begin(state);
  bind(&s);
  const pq_entity il6 = protein("HGNC:6018", "P05231");
  const pq_entity receptor = protein("HGNC:6019", "P08887");
  const pq_entity_id a = add(&s, &il6);
  const pq_entity_id b = add(&s, &receptor);
  const pq_entity_id ab[] = {a, b};
  const pq_entity_id ba[] = {b, a};
  const pq_entity_id bb[] = {b, b};
  const pq_entity rows[] = {
      {.kind = PQ_ENTITY_COMPLEX, .members = ab, .n_members = 2},
      {.kind = PQ_ENTITY_COMPLEX, .members = ba, .n_members = 2},
      {.kind = PQ_ENTITY_COMPLEX, .members = bb, .n_members = 2},
      {.kind = PQ_ENTITY_FUSION, .members = ba, .n_members = 2},
      {.kind = PQ_ENTITY_FUSION, .members = ba, .n_members = 1},
  };
  static const char *const iris[] = {
      OWN "entity/complex.P05231--P08887", OWN "entity/complex.P05231--P08887",
      OWN "entity/complex.P08887--P08887", /* a homodimer keeps its repeat */
      OWN "entity/fusion.P08887--P05231",  /* 5' partner first */
      OWN "entity/fusion.P08887"};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    ASSERT_VIEW(s.names[add(&s, &rows[i])].iri, iris[i]);
  }
  pq_buf_clear(&s.n.room);
}

static void test_long_complex(void **state) {
  naming s = begin(state);
  bind(&s);
  pq_entity_id members[PQ_MEMBERS_MOST];
  for (unsigned i = 0; i < PQ_MEMBERS_MOST; ++i) {
    char *const accession = pq_arena_take(&s.b->arena, 8);
    accession[0] = 'Q';
    accession[1] = (char)('a' + i);
    memcpy(accession + 2, "00000", 6);
    const pq_entity e = protein(accession, accession);
    members[i] = add(&s, &e);
  }
  const pq_entity e = {.kind = PQ_ENTITY_COMPLEX,
                       .members = members,
                       .n_members = PQ_MEMBERS_MOST};
  const pq_view iri = s.names[add(&s, &e)].iri;
  assert_true(pq_view_starts(iri, PQ_LIT(OWN "entity/complex.")));
  assert_int_equal(iri.len, strlen(OWN "entity/complex.") + 32);
  pq_buf_clear(&s.n.room);
}

static pq_view event_iri(naming *s, const pq_event *e) {
  pq_event_id id = 0;
  assert_int_equal(pq_store_event(&s->b->record, e, &id), PQ_OK);
  assert_int_equal(pq_name_event(&s->n, id), PQ_OK);
  return s->events[id].iri;
}

static void test_events(void **state) {
  naming s = begin(state);
  bind(&s);
  const pq_entity stat3 = protein("HGNC:11364", "P40763");
  const pq_entity alk = protein("HGNC:427", "Q9UM73");
  const pq_entity cytosol = {.kind = PQ_ENTITY_PLACE,
                             .id = PQ_LIT("GO:0005829")};
  const pq_entity nucleus = {.kind = PQ_ENTITY_PLACE,
                             .id = PQ_LIT("GO:0005634")};
  const pq_entity pip2 = {.kind = PQ_ENTITY_MOLECULE,
                          .id = PQ_LIT("CHEBI:18348")};
  const pq_entity pip3 = {.kind = PQ_ENTITY_MOLECULE,
                          .id = PQ_LIT("CHEBI:16618")};
  const pq_entity_id a = add(&s, &stat3);
  const pq_entity_id b = add(&s, &alk);
  const pq_entity_id from = add(&s, &cytosol);
  const pq_entity_id to = add(&s, &nucleus);
  const pq_entity_id in = add(&s, &pip2);
  const pq_entity_id out = add(&s, &pip3);
  const struct {
    pq_event e;
    const char *local;
  } rows[] = {
      {{.kind = PQ_KIND_PHOSPHORYLATION, .themes = {a}, .n_themes = 1},
       "phosphorylation.P40763"},
      {{.kind = PQ_KIND_PHOSPHORYLATION,
        .themes = {a},
        .n_themes = 1,
        .site = {'Y', 0}},
       "phosphorylation.P40763.Y"},
      {{.kind = PQ_KIND_PHOSPHORYLATION,
        .themes = {a},
        .n_themes = 1,
        .site = {0, 705},
        .downstream_of = b},
       "phosphorylation.P40763.705.downstream-of.Q9UM73"},
      {{.kind = PQ_KIND_TRANSLOCATION,
        .themes = {a},
        .n_themes = 1,
        .from = from,
        .to = to},
       "translocation.P40763.from.GO_0005829.to.GO_0005634"},
      {{.kind = PQ_KIND_EXPRESSION, .themes = {a}, .n_themes = 1, .in = to},
       "expression.P40763.in.GO_0005634"},
      {{.kind = PQ_KIND_BINDING, .themes = {b, a}, .n_themes = 2},
       "binding.P40763--Q9UM73"},
      {{.kind = PQ_KIND_CONVERSION,
        .themes = {in},
        .n_themes = 1,
        .products = {out},
        .n_products = 1},
       "conversion.CHEBI_18348.to.CHEBI_16618"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_view iri = event_iri(&s, &rows[i].e);
    ASSERT_VIEW(pq_view_skip(iri, strlen(OWN "event/")), rows[i].local);
  }
  pq_buf_clear(&s.n.room);
}

static pq_view work_iri(naming *s, pq_work w) {
  pq_work_id id = s->b->record.works.n;
  assert_int_equal(pq_store_work(&s->b->record, &w, &id), PQ_OK);
  assert_int_equal(pq_name_work(&s->n, id, 0), PQ_OK);
  return s->works[id].iri;
}

static pq_status add_reference(pq_record *r, const char *pmid) {
  PQ_PUSH(r->arena, &r->references, ((pq_reference){.pmid = pq_view_of(pmid)}));
  return PQ_OK;
}

static void test_works(void **state) {
  naming s = begin(state);
  bind(&s);
  s.b->record.stable_id = PQ_LIT("R-HSA-9701524.2");
  assert_int_equal(add_reference(&s.b->record, "11751994"), PQ_OK);
  assert_int_equal(add_reference(&s.b->record, "2"), PQ_OK);
  pq_work w = {.authors = {PQ_LIT("Zhang")},
               .n_authors = 1,
               .et_al = true,
               .year = 2002};
  ASSERT_VIEW(work_iri(&s, w), OWN "work/zhang-2002");
  w.letter = 'a'; /* a letter means something in its record only */
  ASSERT_VIEW(work_iri(&s, w), OWN "work/R-HSA-9701524.zhang-2002a");
  ASSERT_VIEW(s.works[2].label, "Zhang et al. 2002a");
  w.letter = 0;
  w.year = 2003;
  w.n_fits = 1;
  ASSERT_VIEW(work_iri(&s, w), OWN "work/zhang-2003.11751994");
  w.year = 2004; /* two fit: bound to the record, no identity */
  w.n_fits = 2;
  w.fits[1] = 1;
  ASSERT_VIEW(work_iri(&s, w), OWN "work/R-HSA-9701524.zhang-2004");
  const pq_work pair = {.authors = {PQ_LIT("Turner"), PQ_LIT("Alexander")},
                        .n_authors = 2,
                        .year = 2006};
  ASSERT_VIEW(work_iri(&s, pair), OWN "work/turner-alexander-2006");
  ASSERT_VIEW(s.works[5].label, "Turner and Alexander 2006");
  pq_buf_clear(&s.n.room);
}

/* A DOI stands before the key where there is no number of PubMed; what is only
 * a candidate is no identity. */
static void test_works_with_a_doi(void **state) {
  naming s = begin(state);
  bind(&s);
  s.b->record.stable_id = PQ_LIT("R-HSA-1");
  assert_int_equal(add_reference(&s.b->record, ""), PQ_OK);
  pq_reference *const ref = &s.b->record.references.at[0];
  pq_work w = {.authors = {PQ_LIT("Zhang")},
               .n_authors = 1,
               .year = 2002,
               .n_fits = 1,
               .letter = 'a'};
  ref->doi = PQ_LIT("10.1000/x(1)");
  ASSERT_VIEW(work_iri(&s, w), OWN "work/10.1000%2Fx%281%29.zhang-2002");
  w.year = 2003;
  w.maybe = true;
  ASSERT_VIEW(work_iri(&s, w), OWN "work/R-HSA-1.zhang-2003a");
  w.letter = 0;
  ASSERT_VIEW(work_iri(&s, w), OWN "work/R-HSA-1.zhang-2003");
  w.maybe = false;
  w.year = 2004;
  ref->pmid = PQ_LIT("7");
  ASSERT_VIEW(work_iri(&s, w), OWN "work/zhang-2004.7");
  w.year = 2005;
  ref->pmid = PQ_LIT("");
  ref->doi = PQ_LIT("10.1000/abcdefghijklmnopqrstuvwxyz"
                    "abcdefghijklmnopqrstuvwxyz");
  const pq_view iri = work_iri(&s, w);
  assert_int_equal(iri.len, strlen(OWN "work/.zhang-2005") + 32);
  assert_true(pq_view_ends(iri, PQ_LIT(".zhang-2005")));
  pq_buf_clear(&s.n.room);
}

/* Without a record id the document's digits stand in its place. */
static void test_work_of_bare_prose(void **state) {
  naming s = begin(state);
  bind(&s);
  pq_text_id id = 0;
  assert_int_equal(
      pq_store_text(&s.b->record, PQ_SOURCE_FILE, PQ_LIT("abc"), &id), PQ_OK);
  const pq_work w = {
      .authors = {PQ_LIT("Han")}, .n_authors = 1, .year = 2006, .letter = 'b'};
  ASSERT_VIEW(work_iri(&s, w),
              OWN "work/ba7816bf8f01cfea414140de5dae2223.han-2006b");
  pq_buf_clear(&s.n.room);
}

static void test_stable_ids(void **state) {
  (void)state;
  ASSERT_VIEW(pq_bare_id(PQ_LIT("R-HSA-9701524.12")), "R-HSA-9701524");
  ASSERT_VIEW(pq_bare_id(PQ_LIT("R-HSA-9701524")), "R-HSA-9701524");
  ASSERT_VIEW(pq_bare_id(PQ_LIT("12")), "12");
  ASSERT_VIEW(pq_bare_id(PQ_LIT("")), "");
  assert_true(pq_is_reactome_id(PQ_LIT("R-HSA-9701524")));
  assert_true(pq_is_reactome_id(PQ_LIT("R-MMU-1.2")));
  assert_false(pq_is_reactome_id(PQ_LIT("R-HSA-")));
  assert_false(pq_is_reactome_id(PQ_LIT("REACT_1234")));
  assert_false(pq_is_reactome_id(PQ_LIT("R-hsa-12")));
}

static void test_pubmed_numbers(void **state) {
  (void)state;
  ASSERT_VIEW(pq_pubmed_number(PQ_LIT("PMID:11751994")), "11751994");
  ASSERT_VIEW(pq_pubmed_number(PQ_LIT("PMID:")), "");
  ASSERT_VIEW(pq_pubmed_number(PQ_LIT("PMID:1x")), "");
  ASSERT_VIEW(pq_pubmed_number(PQ_LIT("pmid:1")), "");
  ASSERT_VIEW(pq_pubmed_number(PQ_LIT("R-HSA-1")), "");
}

static void test_record_names(void **state) {
  naming s = begin(state);
  bind(&s);
  pq_record *const r = &s.b->record;
  pq_digest_of(PQ_LIT("abc"), &r->digest);
  r->stable_id = PQ_LIT("R-HSA-9701524.1");
  assert_int_equal(pq_name_record(&s.n), PQ_OK);
  ASSERT_VIEW(s.g.record_iri, "https://identifiers.org/reactome/R-HSA-9701524");
  ASSERT_VIEW(s.g.graph_iri, OWN "graph/ba7816bf8f01cfea414140de5dae2223");
  r->stable_id = PQ_LIT("my record");
  assert_int_equal(pq_name_record(&s.n), PQ_OK);
  ASSERT_VIEW(s.g.record_iri, OWN "entity/record.my%20record");
  r->stable_id = PQ_LIT("");
  assert_int_equal(pq_name_record(&s.n), PQ_OK);
  ASSERT_VIEW(s.g.record_iri, "");
  pq_buf_clear(&s.n.room);
}

static void test_other_base(void **state) {
  naming s = begin(state);
  bind(&s);
  s.b->maker.base = PQ_LIT("http://example.org/x#");
  const pq_entity alk = protein("HGNC:427", "Q9UM73");
  const pq_entity_id id = add(&s, &alk);
  const pq_entity active = {.of = id, .active = PQ_ACTIVE};
  const pq_entity_id state_id = add(&s, &active);
  ASSERT_VIEW(s.names[state_id].iri,
              "http://example.org/x#entity/Q9UM73.active");
  pq_put_local(&s.n.room, &s.g, s.names[state_id].iri);
  ASSERT_VIEW(pq_buf_view(&s.n.room), "Q9UM73.active");
  pq_buf_clear(&s.n.room);
}

/* The way back: what an IRI was spelled from. */
static void test_ids_of_iris(void **state) {
  pq_bench *const b = *state;
  static const struct {
    const char *iri, *id;
  } rows[] = {
      {"http://purl.uniprot.org/uniprot/P40763", "UniProt:P40763"},
      {"http://purl.uniprot.org/isoforms/P40763-2", "UniProt:P40763-2"},
      {"https://identifiers.org/hgnc/427", "HGNC:427"},
      {"https://identifiers.org/fplx/PI3K", "FPLX:PI3K"},
      {"https://identifiers.org/mim/193300", "MIM:193300"},
      {OBO "GO_0005634", "GO:0005634"},
      {OBO "CHEBI_15377", "CHEBI:15377"},
      {OWN "entity/process.cell-survival", "PQ:process.cell-survival"},
      {OWN "entity/complex.nucleosome", "PQ:complex.nucleosome"},
      {OWN "entity/pathway.G%20protein", "PQ:pathway.G protein"},
      {OWN "entity/a%2", "PQ:a%2"},
      {OWN "entity/MESH_D000001", "MESH:D000001"},
      {OWN "entity/CVCL_0030", "CVCL_0030"},
      {OWN "entity/text.qzx9", ""},
      {OWN "entity/complex.P05231--P08887", ""},
      {OWN "entity/fusion.P06748--Q9UM73", ""},
      {OWN "event/binding.P40763", ""},
      {"http://example.org/P40763", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_view id = {NULL, 0};
    assert_int_equal(
        pq_id_of(&b->arena, &b->maker, pq_view_of(rows[i].iri), &id), PQ_OK);
    ASSERT_VIEW(id, rows[i].id);
  }
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_empty, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_identifiers),
      TEST(test_ids_of_iris),
      TEST(test_states),
      TEST(test_made_of_parts),
      TEST(test_long_complex),
      TEST(test_events),
      TEST(test_works),
      TEST(test_works_with_a_doi),
      TEST(test_work_of_bare_prose),
      cmocka_unit_test(test_stable_ids),
      cmocka_unit_test(test_pubmed_numbers),
      TEST(test_record_names),
      TEST(test_other_base),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
