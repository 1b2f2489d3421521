#include "bench.h"
#include "unit.h"

#include "query/verify.h"
#include "write/write.h"

/* The lexicon of the tests: position 727 of STAT3 is a tyrosine. */
static pq_verdict ask(const void *user, pq_view accession, pq_site site) {
  (void)user;
  pq_verdict v = {.check = PQ_SITE_UNVERIFIED};
  if (!pq_view_same(accession, PQ_LIT("P40763"))) return v;
  v.check = site.position == 727 ? PQ_SITE_MISMATCH : PQ_SITE_VERIFIED;
  v.there = (char)(site.position == 727 ? 'Y' : '\0');
  v.fits[v.n_fits++] = (pq_fit){.kind = PQ_FIT_NEXT, .position = 728};
  return v;
}

typedef struct job {
  const char *syntax, *base;
  bool ask;
} job;

static uint64_t verify(pq_view bytes, const job *j, pq_heard *heard) {
  pq_rdf rdf;
  pq_rdf_reader *reader = NULL;
  uint64_t n_errors = 0;
  pq_heard_init(heard);
  assert_int_equal(pq_rdf_open(&rdf, NULL), PQ_OK);
  assert_int_equal(pq_rdf_reader_open(&rdf, j->syntax, PQ_LIT("file"),
                                      &heard->sink, &reader),
                   PQ_OK);
  assert_int_equal(pq_rdf_reader_take(reader, bytes), PQ_OK);
  assert_int_equal(pq_rdf_reader_end(reader), PQ_OK);
  pq_rdf_reader_close(reader);
  const pq_verify v = {.rdf = &rdf,
                       .base = pq_view_of(j->base),
                       .file = PQ_LIT("file"),
                       .sink = &heard->sink,
                       .sequences = {NULL, j->ask ? ask : NULL}};
  assert_int_equal(pq_verify_file(&v, &n_errors), PQ_OK);
  pq_rdf_close(&rdf);
  return n_errors;
}

static const job usual = {"turtle", "https://w3id.org/pathquill/", false};

/* Whatever we write holds, in every syntax. */
static void test_our_files_hold(void **state) {
  pq_bench *const b = *state;
  static const char *const names[][2] = {{"ttl", "turtle"},
                                         {"nq", "nquads"},
                                         {"nt", "ntriples"},
                                         {"rdf", "rdfxml"}};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    pq_heard heard;
    const job j = {names[i][1], usual.base, false};
    pq_buf_reset(&b->out);
    assert_int_equal(
        pq_writer_named(pq_view_of(names[i][0]))->write(&b->graph, &b->out),
        PQ_OK);
    assert_int_equal(verify(pq_buf_view(&b->out), &j, &heard), 0);
    assert_int_equal(heard.n, 0);
  }
}

static void write_turtle(pq_bench *b) {
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
}

/* The bench's Turtle with one stretch in place of another. */
static void change(pq_bench *b, const char *from, const char *into) {
  pq_buf made;
  const pq_view text = pq_buf_view(&b->out);
  const pq_view old = pq_view_of(from);
  size_t at = 0;
  while (at < text.len && !pq_view_starts(pq_view_skip(text, at), old)) {
    ++at;
  }
  assert_true(at < text.len);
  pq_buf_init(&made, NULL);
  pq_buf_put(&made, pq_view_head(text, at));
  pq_buf_text(&made, into);
  pq_buf_put(&made, pq_view_skip(text, at + old.len));
  pq_buf_clear(&b->out);
  b->out = made;
}

/* One change of the file, and the finding that it must give. */
typedef struct fault {
  const char *from, *into, *code;
} fault;

#define EVIDENCE_OF_A                                                          \
  "nif:anchorOf \"STAT3 activation downstream of ALK is mediated directly by " \
  "the receptor itself\""

static const fault faults[] = {
    /* names */
    {"pq:direct true", "pq:direct false", "check.claim-iri"},
    {"claim:fd37649112b77b784ff8454634253a9b a",
     "claim:fd37649112b77b784ff8454634253a9c a", "check.claim-iri"},
    {"rdf:object event:phosphorylation.P40763 .",
     "rdf:object event:phosphorylation.P40763.Y705 .", "check.claim-iri"},
    {"pq:direct false .", "pq:direct false ; biolink:negated true .",
     "check.claim-iri"},
    {"rdf:predicate RO:0002418 .", "rdf:predicate RO:0002502 .",
     "check.question-iri"},
    {"pq:alternative claim:9454d0eec610e00acda40a64b9036b80,",
     "pq:alternative claim:b220a1f802e5578d6c72433c95a0cd8f,",
     "check.dispute-iri"},
    {"nif:beginIndex 1080 ; nif:endIndex 1128",
     "nif:beginIndex 1081 ; nif:endIndex 1129", "check.evidence-iri"},
    {"\"not entirely clear\"", "\"not clear\"", "check.evidence-iri"},
    {"cito:citesAsEvidence work:gambi-2019",
     "cito:citesAsAuthority work:gambi-2019", "check.evidence-iri"},
    {"pq:status pq:Presupposed", "pq:status pq:Asserted", "check.evidence-iri"},
    {"claim:fd37649112b77b784ff8454634253a9b a", "claim:fd376491 a",
     "check.claim-iri"},
    /* form */
    {"a pq:Claim ;", "a pq:Claim ; pq:status pq:Asserted ;",
     "check.claim-form"},
    {"rdf:object event:phosphorylation.P40763 .",
     "rdf:object event:phosphorylation.P40763, ent:Q9UM73.active .",
     "check.claim-form"},
    {"rdf:predicate RO:0002418 .",
     "rdf:predicate RO:0002418 ; rdf:object uniprot:P40763 .",
     "check.question-form"},
    {", claim:c5a182e7967685e300c749a72e73875c .", " .", "check.dispute-form"},
    {"pq:status pq:Presupposed", "pq:status pq:Presupposed, pq:Asserted",
     "check.evidence-form"},
    {"ECO:0000034 ; pq:status pq:Presupposed",
     "ECO:0000033 ; pq:status pq:Presupposed", "check.evidence-form"},
    {"pq:status pq:Presupposed", "pq:status pq:Hedged", "check.evidence-form"},
    /* links */
    {"pq:states claim:b220a1f802e5578d6c72433c95a0cd8f",
     "pq:states claim:91b6a10d073ffe72f292d8aaab9809f2", "check.no-evidence"},
    {"pq:states question:c284ab771f928cbfc8f4f2b67eba7187",
     "pq:states claim:91b6a10d073ffe72f292d8aaab9809f2", "check.no-evidence"},
    {"uniprot:P42345 a", "uniprot:P42346 a", "check.orphan"},
    {"work:zhang-2002 a", "work:zhang-2003 a", "check.not-described"},
    /* text */
    {"supports cell survival\" ;", "supports survival\" ;", "check.span"},
    {"sha256:e532", "sha256:e533", "check.document"},
    {EVIDENCE_OF_A, EVIDENCE_OF_A " ; cito:citesAsEvidence work:shi-2006",
     "check.side-cites"},
    /* terms */
    {"rdfs:label \"mTOR\"", "rdfs:label \"mTOR\"^^xsd:string",
     "check.xsd-string"},
    {"rdfs:label \"mTOR\"", "rdfs:label \"mTOR\"@en", "check.language"},
    {"ent:Q9UM73.active a", "[] a", "check.blank-node"},
    {"uniprot:P42345 a", "<https://purl.uniprot.org/uniprot/P42345> a",
     "check.iri-form"},
    {"<https://reactome.org/content", "<content", "check.iri-form"},
    {"graph:e532ca8fd302ccae00c68f792cb78539 a", "graph:x a", "check.iri-form"},
};

static void test_each_fault_is_found(void **state) {
  pq_bench *const b = *state;
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; ++i) {
    pq_heard heard;
    write_turtle(b);
    change(b, faults[i].from, faults[i].into);
    const uint64_t n = verify(pq_buf_view(&b->out), &usual, &heard);
    if (!pq_bench_told(&heard, faults[i].code)) {
      print_error("%s: not found in \"%s\"\n", faults[i].code, faults[i].into);
      fail();
    }
    assert_int_equal(n, heard.n); /* every error was told */
  }
}

/* A bracket inside the disputed words gives a work its side. */
static void test_a_side_may_have_its_works(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  write_turtle(b);
  change(b, EVIDENCE_OF_A,
         EVIDENCE_OF_A " ; cito:citesAsEvidence work:shi-2006");
  change(b, "nif:anchorOf \"Whether STAT3 activation downstream",
         "nif:anchorOf \"Whether STAT3 activation (Shi, 2006) downstream");
  (void)verify(pq_buf_view(&b->out), &usual, &heard);
  assert_int_equal(pq_bench_told(&heard, "check.side-cites"), 0);
}

static void test_other_base(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  const job other = {"turtle", "http://example.org/", false};
  write_turtle(b);
  assert_int_equal(verify(pq_buf_view(&b->out), &other, &heard), 1);
  assert_int_equal(pq_bench_told(&heard, "check.iri-form"), 1);
}

static void test_residues_are_asked_for(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  const job j = {"turtle", usual.base, true};
  write_turtle(b);
  assert_int_equal(verify(pq_buf_view(&b->out), &j, &heard), 0);
  assert_int_equal(heard.n, 1); /* a warning, no error */
  const pq_heard_note *const n = pq_heard_find(&heard, "check.residue");
  assert_non_null(n);
  assert_int_equal(n->severity, PQ_NOTE_WARN);
  assert_string_equal(n->text,
                      "S727: P40763 has Y there; S728 fits (one off); the file"
                      " does not say so: write it anew");
}

static void test_lines_are_told(void **state) {
  (void)state;
  pq_heard heard;
  const pq_view text = PQ_LIT("<http://x/a> <http://x/p> <http://x/b> .\n"
                              "<http://x/b> <http://x/p> \"s\"@en .\n"
                              "<http://x/b> <http://x/p> _:c .\n");
  const job j = {"ntriples", usual.base, false};
  assert_int_equal(verify(text, &j, &heard), 3);
  assert_int_equal(pq_bench_told(&heard, "check.orphan"), 1);
  for (uint32_t i = 0; i < heard.n; ++i) {
    const bool orphan = !strcmp(heard.at[i].code, "check.orphan");
    const bool language = !strcmp(heard.at[i].code, "check.language");
    assert_int_equal(heard.at[i].line, orphan ? 1 : language ? 2 : 3);
  }
}

/* With the whole text in the file, quotes need no record. */
static void test_quotes_of_a_whole_text(void **state) {
  pq_bench *const b = *state;
  pq_heard heard;
  write_turtle(b);
  change(b, "nif:anchorOf \"STAT3 supports cell survival\"",
         "nif:anchorOf \"STAT3 promotes survival too!\"");
  assert_int_equal(verify(pq_buf_view(&b->out), &usual, &heard), 1);
  assert_int_equal(pq_bench_told(&heard, "check.quote"), 1);
  write_turtle(b);
  change(b, "nif:isString \"STAT3 is", "nif:isString \"STAT3 was");
  assert_true(verify(pq_buf_view(&b->out), &usual, &heard) > 0);
  assert_int_equal(pq_bench_told(&heard, "check.document"), 1);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_our_files_hold, pq_bench_file),
      TEST(test_our_files_hold, pq_bench_line),
      TEST(test_our_files_hold, pq_bench_rich),
      TEST(test_each_fault_is_found, pq_bench_file),
      TEST(test_a_side_may_have_its_works, pq_bench_file),
      TEST(test_other_base, pq_bench_file),
      TEST(test_residues_are_asked_for, pq_bench_file),
      cmocka_unit_test(test_lines_are_told),
      TEST(test_quotes_of_a_whole_text, pq_bench_rich),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
