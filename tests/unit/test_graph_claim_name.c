#include "bench.h"
#include "unit.h"

#include "graph/claim_name.h"

#define OWN "https://w3id.org/pathquill/"
#define OBO "http://purl.obolibrary.org/obo/"

/* The first 32 digits of a canonical string's SHA-256 under a name space. */
static void assert_hash(pq_view iri, const char *space, const char *content) {
  pq_digest digest;
  pq_digest_of(pq_view_of(content), &digest);
  assert_true(pq_view_starts(iri, pq_view_of(space)));
  const pq_view local = pq_view_skip(iri, strlen(space));
  assert_int_equal(local.len, 32);
  assert_memory_equal(local.ptr, digest.hex, 32);
}

/* The two vectors of the RDF model. */
static void test_vectors(void **state) {
  const pq_bench *const b = *state;
  ASSERT_VIEW(b->graph.claims[3].iri,
              OWN "claim/30d0eec619626e19d1eaedc2afb8494c");
  assert_hash(b->graph.claims[3].iri, OWN "claim/",
              "claim 1\n" OWN "entity/Q9UM73.active\n" OBO "RO_0004032\n" OWN
              "event/phosphorylation.P40763.Y705\n\n\n");
  ASSERT_VIEW(b->graph.evidence[13],
              OWN "evidence/55c87f873ece2e17542afa8c9c25f69c");
  assert_hash(
      b->graph.evidence[13], OWN "evidence/",
      "evidence 1\n" OWN "question/c284ab771f928cbfc8f4f2b67eba7187\n" OWN
      "doc/e532ca8fd302ccae00c68f792cb78539\n1942\n2015\n" OWN
      "ns#Unclear\ncue not entirely clear\nevidence " OWN "work/gambi-2019");
}

static void test_dispute(void **state) {
  const pq_bench *const b = *state;
  assert_hash(b->graph.disputes[1].iri, OWN "dispute/",
              "dispute 1\n" OWN "claim/9454d0eec610e00acda40a64b9036b80\n" OWN
              "claim/c5a182e7967685e300c749a72e73875c");
}

/* Sides come by IRI, whatever their order in the text, and each once. */
static void test_sides(void **state) {
  const pq_bench *const b = *state;
  const pq_dispute d = {.alternatives = {8, 7, 8}, .n_alternatives = 3};
  pq_claim_id sides[4];
  assert_int_equal(pq_dispute_sides(&b->graph, &d, sides), 2);
  assert_int_equal(sides[0], 7);
  assert_int_equal(sides[1], 8);
}

/* Each qualifier is in the hash. */
static void test_qualifiers(void **state) {
  pq_bench *const b = *state;
  pq_namer n;
  pq_namer_open(&n, &b->graph);
  pq_claim *const c = &b->record.claims.at[3];
  c->direct = PQ_INDIRECTLY;
  c->negated = true;
  c->species = PQ_LIT("10090");
  assert_int_equal(pq_name_claim(&n, 3), PQ_OK);
  assert_hash(b->graph.claims[3].iri, OWN "claim/",
              "claim 1\n" OWN "entity/Q9UM73.active\n" OBO "RO_0004032\n" OWN
              "event/phosphorylation.P40763.Y705\nfalse\ntrue\n" OBO
              "NCBITaxon_10090");
  pq_namer_clear(&n);
}

static void test_predicates(void **state) {
  pq_bench *const b = *state;
  const pq_record *const r = &b->record;
  const pq_node thing = {PQ_NODE_ENTITY, 1};    /* STAT3 */
  const pq_node event = {PQ_NODE_EVENT, 1};     /* its phosphorylation */
  const pq_node pathway = {PQ_NODE_ENTITY, 9};  /* PI3K pathway */
  const pq_node process = {PQ_NODE_ENTITY, 12}; /* cell survival */
  const struct {
    pq_node subject;
    pq_relation relation;
    pq_polarity polarity;
    const char *number;
  } rows[] = {
      {thing, PQ_REL_HAPPENS, PQ_POLARITY_UNSAID, "RO_0000056"},
      {thing, PQ_REL_DIRECT, PQ_POSITIVE, "RO_0002327"},
      {thing, PQ_REL_UPSTREAM, PQ_POSITIVE, "RO_0004032"},
      {thing, PQ_REL_UPSTREAM, PQ_NEGATIVE, "RO_0004033"},
      {thing, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID, "RO_0002264"},
      {event, PQ_REL_UPSTREAM, PQ_POSITIVE, "RO_0004047"},
      {event, PQ_REL_UPSTREAM, PQ_NEGATIVE, "RO_0004046"},
      {process, PQ_REL_UPSTREAM, PQ_POLARITY_UNSAID, "RO_0002418"},
      {thing, PQ_REL_REGULATES, PQ_POSITIVE, "RO_0002429"},
      {thing, PQ_REL_REGULATES, PQ_NEGATIVE, "RO_0002430"},
      {thing, PQ_REL_REGULATES, PQ_POLARITY_UNSAID, "RO_0002428"},
      {pathway, PQ_REL_REGULATES, PQ_POSITIVE, "RO_0002213"},
      {event, PQ_REL_REGULATES, PQ_NEGATIVE, "RO_0002212"},
      {event, PQ_REL_REGULATES, PQ_POLARITY_UNSAID, "RO_0002211"},
      {event, PQ_REL_DEPENDS_ON, PQ_POSITIVE, "RO_0002502"},
      {thing, PQ_REL_INTERACTS, PQ_POLARITY_UNSAID, "RO_0002436"},
      {thing, PQ_REL_INFLUENCES, PQ_POLARITY_UNSAID, "RO_0002566"},
      {thing, PQ_REL_LOCATED_IN, PQ_POLARITY_UNSAID, "RO_0001025"},
      {thing, PQ_REL_PART_OF, PQ_POLARITY_UNSAID, "BFO_0000050"},
      {thing, PQ_REL_OUTPUT_OF, PQ_POLARITY_UNSAID, "RO_0002353"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_claim c = {.subject = rows[i].subject,
                        .object = event,
                        .relation = rows[i].relation,
                        .polarity = rows[i].polarity};
    const pq_view iri = pq_term_iri(pq_claim_predicate(r, &c));
    ASSERT_VIEW(pq_view_skip(iri, strlen(OBO)), rows[i].number);
  }
}

/* "A binds B" and "B binds A" are one claim. */
static void test_symmetry(void **state) {
  pq_bench *const b = *state;
  pq_namer n;
  pq_namer_open(&n, &b->graph);
  const pq_node stat3 = {PQ_NODE_ENTITY, 1}; /* .../P40763 */
  const pq_node alk = {PQ_NODE_ENTITY, 2};   /* .../Q9UM73 */
  pq_claim *const one = &b->record.claims.at[1];
  pq_claim *const two = &b->record.claims.at[2];
  *one =
      (pq_claim){.subject = alk, .object = stat3, .relation = PQ_REL_INTERACTS};
  *two =
      (pq_claim){.subject = stat3, .object = alk, .relation = PQ_REL_INTERACTS};
  pq_node subject;
  pq_node object;
  pq_claim_ends(&b->graph, one, &subject, &object);
  assert_int_equal(subject.id, 1);
  assert_int_equal(object.id, 2);
  assert_int_equal(pq_name_claim(&n, 1), PQ_OK);
  assert_int_equal(pq_name_claim(&n, 2), PQ_OK);
  assert_true(pq_view_same(b->graph.claims[1].iri, b->graph.claims[2].iri));
  one->relation = PQ_REL_INFLUENCES; /* this one has a direction */
  two->relation = PQ_REL_INFLUENCES;
  assert_int_equal(pq_name_claim(&n, 1), PQ_OK);
  assert_int_equal(pq_name_claim(&n, 2), PQ_OK);
  assert_false(pq_view_same(b->graph.claims[1].iri, b->graph.claims[2].iri));
  pq_namer_clear(&n);
}

/* X does it: direct, whether the text says so or not. */
static void test_enables_is_direct(void **state) {
  (void)state;
  pq_claim c = {.relation = PQ_REL_DIRECT};
  assert_int_equal(pq_claim_direct(&c), PQ_DIRECTLY);
  c.relation = PQ_REL_INTERACTS;
  assert_int_equal(pq_claim_direct(&c), PQ_DIRECT_UNSAID);
  c.direct = PQ_INDIRECTLY;
  assert_int_equal(pq_claim_direct(&c), PQ_INDIRECTLY);
}

static void test_sorted_once(void **state) {
  (void)state;
  pq_view at[] = {PQ_LIT("b"), PQ_LIT("a"), PQ_LIT("ab"), PQ_LIT("b"),
                  PQ_LIT("")};
  pq_views v = {at, 5};
  pq_views_sort(&v);
  assert_int_equal(v.n, 4);
  ASSERT_VIEW(v.at[0], "");
  ASSERT_VIEW(v.at[1], "a");
  ASSERT_VIEW(v.at[2], "ab");
  ASSERT_VIEW(v.at[3], "b");
}

/* Cues as written, but for white space; sorted by bytes, each once. */
static void test_cues(void **state) {
  pq_bench *const b = *state;
  pq_text_id id = 0;
  const pq_view text = PQ_LIT("may  not\n be, whether, may  not\n be");
  assert_int_equal(pq_store_text(&b->record, PQ_SOURCE_FILE, text, &id), PQ_OK);
  b->record.sentences.at[0].text = id;
  const pq_span cues[] = {{14, 21}, {0, 12}, {23, 35}};
  const pq_evidence e = {.sentence = 0, .cues = cues, .n_cues = 3};
  pq_views v;
  assert_int_equal(pq_evidence_cues(&b->graph, &e, &v), PQ_OK);
  assert_int_equal(v.n, 2);
  ASSERT_VIEW(v.at[0], "may not be");
  ASSERT_VIEW(v.at[1], "whether");
}

static void test_works_by_role(void **state) {
  pq_bench *const b = *state;
  pq_views v;
  const pq_evidence *const e = &b->record.evidence.at[5];
  assert_int_equal(pq_evidence_works(&b->graph, e, PQ_ROLE_PRIMARY, &v), PQ_OK);
  assert_int_equal(v.n, 6);
  ASSERT_VIEW(v.at[0], OWN "work/R-HSA-9701524.han-2006a");
  assert_int_equal(pq_evidence_works(&b->graph, e, PQ_ROLE_REVIEW, &v), PQ_OK);
  assert_int_equal(v.n, 1);
  ASSERT_VIEW(v.at[0], OWN "work/palmer-2009");
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_vectors),
      TEST(test_dispute),
      TEST(test_sides),
      TEST(test_qualifiers),
      TEST(test_predicates),
      TEST(test_symmetry),
      cmocka_unit_test(test_enables_is_direct),
      cmocka_unit_test(test_sorted_once),
      TEST(test_cues),
      TEST(test_works_by_role),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
