#include "failing.h"
#include "test_write_chance.h"

#include "query/quads.h"
#include "query/regraph.h"
#include "write/plan.h"
#include "write/write.h"

/* A graph, its statements, and what is made of these. */
typedef struct both {
  sample s;
  pq_maker maker;
  pq_rdf rdf;
  pq_regraph *rg;
  pq_arena arena;
  pq_record record;
  pq_graph again;
} both;

static void read_lines(pq_rdf *rdf, pq_view lines) {
  pq_quads quads;
  pq_quads_open(&quads, rdf, PQ_LIT("lines"), NULL);
  while (lines.len) {
    assert_int_equal(pq_quads_line(&quads, pq_view_cut(&lines, '\n'), 0),
                     PQ_OK);
  }
  pq_quads_close(&quads);
  pq_rdf_settle(rdf);
}

/* With mentions, for these tell the order of the papers. */
static void write_and_read(both *b) {
  pq_buf lines;
  pq_buf_init(&lines, NULL);
  b->maker = *b->s.graph.maker;
  b->maker.mentions = true;
  assert_int_equal(pq_graph_fill(&b->s.graph, &b->s.record, &b->maker), PQ_OK);
  assert_int_equal(pq_write_nquads(&b->s.graph, &lines), PQ_OK);
  assert_int_equal(pq_rdf_open(&b->rdf, NULL), PQ_OK);
  read_lines(&b->rdf, pq_buf_view(&lines));
  pq_buf_clear(&lines);
}

static pq_regraph_source source_of(const both *b) {
  return (pq_regraph_source){.rdf = &b->rdf,
                             .maker = &b->maker,
                             .kinds = b->s.record.kinds,
                             .n_kinds = b->s.record.n_kinds};
}

static void begin(both *b, void (*make)(sample *)) {
  make(&b->s);
  write_and_read(b);
  const pq_regraph_source source = source_of(b);
  assert_int_equal(pq_regraph_open(&source, &b->rg), PQ_OK);
  assert_int_equal(pq_regraph_count(b->rg), 1);
  pq_arena_init(&b->arena, NULL, 0);
  assert_int_equal(pq_regraph_fill(b->rg, 0, &b->arena, &b->record, &b->again),
                   PQ_OK);
}

static void end(both *b) {
  pq_regraph_close(b->rg);
  pq_rdf_close(&b->rdf);
  pq_arena_clear(&b->arena);
  pq_arena_clear(&b->s.arena);
}

static void check_same_view(const both *b, pq_plan_view view) {
  pq_buf one;
  pq_buf two;
  pq_buf_init(&one, NULL);
  pq_buf_init(&two, NULL);
  assert_int_equal(pq_write_view(&b->s.graph, view, &one), PQ_OK);
  assert_int_equal(pq_write_view(&b->again, view, &two), PQ_OK);
  assert_int_equal(one.len, two.len);
  assert_memory_equal(one.ptr, two.ptr, one.len);
  pq_buf_clear(&one);
  pq_buf_clear(&two);
}

/* What is drawn from a graph and from its statements is the same. */
static void test_drawings_are_the_same(void **state) {
  (void)state;
  both b;
  begin(&b, sample_seed);
  for (int view = 0; view < PQ_N_PLAN_VIEWS; ++view) {
    check_same_view(&b, (pq_plan_view)view);
  }
  end(&b);
}

/* But for the order of papers, where the samples' pointers stand nowhere. */
static void test_plans_are_the_same(void **state) {
  void (*const records[])(sample *) = {sample_nfat, sample_sncaip};
  (void)state;
  for (size_t i = 0; i < sizeof records / sizeof records[0]; ++i) {
    both b;
    pq_plan one;
    pq_plan two;
    begin(&b, records[i]);
    for (int view = 0; view < PQ_N_PLAN_VIEWS; ++view) {
      const pq_plan_view v = (pq_plan_view)view;
      assert_int_equal(pq_plan_fill(&b.s.graph, v, &one), PQ_OK);
      assert_int_equal(pq_plan_fill(&b.again, v, &two), PQ_OK);
      assert_int_equal(one.nodes.n, two.nodes.n);
      assert_int_equal(one.arcs.n, two.arcs.n);
      for (uint32_t k = 1; k < one.nodes.n; ++k) {
        assert_true(pq_view_same(one.nodes.at[k].name, two.nodes.at[k].name));
        assert_int_equal(one.nodes.at[k].column, two.nodes.at[k].column);
      }
    }
    end(&b);
  }
}

static void test_seed(void **state) {
  (void)state;
  both b;
  begin(&b, sample_seed);
  ASSERT_VIEW(b.record.stable_id, "R-HSA-9701524");
  ASSERT_VIEW(b.record.title,
              "STAT3 is phosphorylated downstream of active ALK");
  assert_int_equal(b.again.n_claims, b.s.graph.n_claims);
  assert_int_equal(b.again.n_disputes, 1);
  assert_int_equal(b.again.n_evidence, b.s.graph.n_evidence);
  for (uint32_t i = 0; i < b.again.n_claims; ++i) {
    const pq_claim_id here = b.again.claim_order[i];
    const pq_claim_id there = b.s.graph.claim_order[i];
    assert_true(
        pq_view_same(b.again.claims[here].iri, b.s.graph.claims[there].iri));
    assert_int_equal(b.again.claims[here].predicate,
                     b.s.graph.claims[there].predicate);
    assert_int_equal(b.record.claims.at[here].relation,
                     b.s.record.claims.at[there].relation);
  }
  /* "Turner and Alexander 2006", "Han et al. 2006a" */
  uint32_t letters = 0;
  uint32_t pairs = 0;
  for (pq_work_id i = 1; i < b.record.works.n; ++i) {
    letters += b.record.works.at[i].letter != 0;
    pairs += b.record.works.at[i].n_authors == 2;
  }
  assert_int_equal(letters, 2);
  assert_int_equal(pairs, 1);
  end(&b);
}

/* The union of all records has the same claims, and no id. */
static void test_all_as_one(void **state) {
  (void)state;
  both b;
  pq_record record;
  pq_graph all;
  begin(&b, sample_seed);
  assert_int_equal(pq_regraph_fill(b.rg, 1, &b.arena, &record, &all), PQ_OK);
  assert_int_equal(all.n_claims, b.s.graph.n_claims);
  assert_int_equal(record.stable_id.len, 0);
  end(&b);
}

/* Statements of anybody: chains and circles of states, a claim without ends,
 * evidence of nothing. */
static void test_foreign_statements(void **state) {
  static const char lines[] =
      "<g:1> <http://www.w3.org/ns/prov#wasDerivedFrom> <d:1> .\n"
      "<d:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
      "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context>"
      " .\n"
      "<a:1> <https://w3id.org/pathquill/ns#stateOf> <a:2> .\n"
      "<a:2> <https://w3id.org/pathquill/ns#stateOf> <a:1> .\n"
      "<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> <a:1> .\n"
      "<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> <a:2> .\n"
      "<c:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> "
      "<http://purl.obolibrary.org/obo/RO_0002566> .\n"
      "<e:1> <https://w3id.org/pathquill/ns#states> <c:1> .\n"
      "<e:2> <https://w3id.org/pathquill/ns#states> <c:2> .\n"
      "<e:1> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core"
      "#referenceContext> <d:1> .\n"
      "<e:2> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core"
      "#referenceContext> <d:1> .\n";
  (void)state;
  both b = {.maker = pq_sample_maker};
  pq_buf dot;
  b.s.record.kinds = pq_sample_kinds;
  b.s.record.n_kinds = PQ_N_SAMPLE_KINDS;
  assert_int_equal(pq_rdf_open(&b.rdf, NULL), PQ_OK);
  read_lines(&b.rdf, pq_view_of(lines));
  const pq_regraph_source source = source_of(&b);
  assert_int_equal(pq_regraph_open(&source, &b.rg), PQ_OK);
  pq_arena_init(&b.arena, NULL, 0);
  pq_buf_init(&dot, NULL);
  assert_int_equal(pq_regraph_count(b.rg), 1);
  assert_int_equal(pq_regraph_fill(b.rg, 0, &b.arena, &b.record, &b.again),
                   PQ_OK);
  assert_int_equal(b.again.n_claims, 1); /* what c:2 says is not there */
  for (int view = 0; view < PQ_N_PLAN_VIEWS; ++view) {
    assert_int_equal(pq_write_view(&b.again, (pq_plan_view)view, &dot), PQ_OK);
  }
  pq_buf_clear(&dot);
  pq_regraph_close(b.rg);
  pq_rdf_close(&b.rdf);
  pq_arena_clear(&b.arena);
}

/* Two records with one text: the named graphs tell them apart. */
static void test_named_graphs(void **state) {
  (void)state;
  both b;
  begin(&b, sample_seed);
  pq_rdf_id states = pq_rdf_of(PQ_TERM_STATES);
  pq_rdf_quad quads[64];
  uint32_t n = 0;
  pq_rdf_id other = 0;
  const pq_rdf_term name = {.text = PQ_LIT("urn:other")};
  assert_int_equal(pq_rdf_add_term(&b.rdf, &name, &other), PQ_OK);
  for (uint32_t i = 0; i < b.rdf.n_triples && n < 64; ++i) {
    const pq_rdf_triple *const t = &b.rdf.triples[i];
    if (t->predicate != states) continue;
    quads[n++] = (pq_rdf_quad){t->subject, t->predicate, t->object, other};
  }
  pq_regraph_source source = source_of(&b);
  source.quads = quads;
  source.n_quads = n;
  pq_regraph_close(b.rg);
  assert_int_equal(pq_regraph_open(&source, &b.rg), PQ_OK);
  assert_int_equal(pq_regraph_fill(b.rg, 0, &b.arena, &b.record, &b.again),
                   PQ_OK);
  assert_int_equal(b.again.n_evidence, 0); /* all is of another graph */
  end(&b);
}

/* One sentence for all of a text. */
static pq_status one_sentence(void *user, pq_record *r, pq_text_id text) {
  const pq_sentence one = {
      .text = text, .span = {0, (uint32_t)r->texts.at[text].plain.bytes.len}};
  ++*(uint32_t *)user;
  PQ_PUSH(r->arena, &r->sentences, one);
  return PQ_OK;
}

static void check_quotes(const both *b) {
  const pq_record *const r = &b->record;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    const pq_evidence *const was =
        &b->s.record.evidence.at[b->s.graph.evidence_order[i]];
    const pq_text *const t = &r->texts.at[r->sentences.at[e->sentence].text];
    const pq_text *const then =
        &b->s.record.texts.at[b->s.record.sentences.at[was->sentence].text];
    assert_int_equal(pq_text_points(t, e->span).begin,
                     pq_text_points(then, was->span).begin);
    assert_true(
        pq_view_same(pq_record_words(r, e->sentence, e->span),
                     pq_record_words(&b->s.record, was->sentence, was->span)));
    assert_int_equal(e->n_cues, was->n_cues);
  }
}

/* Without the text, what is quoted stands where it stood. */
static void test_quotes_in_their_places(void **state) {
  (void)state;
  both b;
  begin(&b, sample_seed);
  assert_true((b.again.lacks & PQ_LACKS_TEXT) != 0);
  assert_true((b.again.lacks & PQ_LACKS_MENTIONS) != 0); /* nobody asked */
  assert_int_equal(b.record.evidence.n, b.s.graph.n_evidence);
  check_quotes(&b);
  for (uint32_t i = 0; i < b.record.sentences.n; ++i) { /* a quote each */
    const pq_sentence *const s = &b.record.sentences.at[i];
    assert_false(pq_span_empty(s->span));
    assert_int_not_equal(*pq_record_words(&b.record, i, s->span).ptr, ' ');
  }
  end(&b);
}

/* With all layers, text and names are those of the record. */
static void test_layers(void **state) {
  (void)state;
  both b;
  pq_buf lines;
  uint32_t n_cut = 0;
  sample_seed(&b.s);
  b.maker = *b.s.graph.maker;
  b.maker.mentions = b.maker.text = true;
  pq_buf_init(&lines, NULL);
  assert_int_equal(pq_graph_fill(&b.s.graph, &b.s.record, &b.maker), PQ_OK);
  assert_int_equal(pq_write_nquads(&b.s.graph, &lines), PQ_OK);
  assert_int_equal(pq_rdf_open(&b.rdf, NULL), PQ_OK);
  read_lines(&b.rdf, pq_buf_view(&lines));
  pq_buf_clear(&lines);
  pq_regraph_source source = source_of(&b);
  source.cut = one_sentence;
  source.user = &n_cut;
  assert_int_equal(pq_regraph_open(&source, &b.rg), PQ_OK);
  pq_arena_init(&b.arena, NULL, 0);
  assert_int_equal(pq_regraph_fill(b.rg, 0, &b.arena, &b.record, &b.again),
                   PQ_OK);
  assert_int_equal(b.again.lacks & PQ_LACKS_TEXT, 0);
  assert_int_equal(n_cut, b.s.record.texts.n);
  assert_int_equal(b.record.texts.n, b.s.record.texts.n);
  for (uint32_t i = 0; i < b.record.texts.n; ++i) {
    assert_true(
        pq_view_same(b.record.texts.at[i].bytes, b.s.record.texts.at[i].bytes));
  }
  check_quotes(&b);
  assert_true(pq_view_same(b.again.maker->lexicon,
                           pq_view_head(b.maker.lexicon, PQ_DIGEST_SHORT)));
  assert_true(pq_view_same(b.again.maker->version, b.maker.version));
  end(&b);
}

/* A place that its words do not fit in, or that no text has. */
static void test_wild_places(void **state) {
  static const char nif[] =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  static const struct {
    const char *begin, *end, *words;
  } rows[] = {{"0", "4294967294", "a"},  {"9", "3", "bc"},
              {"99999999999", "3", "d"}, {"-1", "", "\xCE\xB1\xCE\xB2"},
              {"7", "9", "ef"},          {"8", "10", "fg"}};
  (void)state;
  both b = {.maker = pq_sample_maker};
  pq_buf lines;
  b.s.record.kinds = pq_sample_kinds;
  b.s.record.n_kinds = PQ_N_SAMPLE_KINDS;
  pq_buf_init(&lines, NULL);
  pq_buf_format(
      &lines,
      "<g:1> <http://www.w3.org/ns/prov#wasDerivedFrom> <d:1> .\n"
      "<d:1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "
      "<%sContext> .\n<c:1> <http://www.w3.org/1999/02/22-rdf-syntax"
      "-ns#predicate> <http://purl.obolibrary.org/obo/RO_0002566> .\n",
      nif);
  for (unsigned i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    pq_buf_format(&lines,
                  "<e:%u> <https://w3id.org/pathquill/ns#states> <c:1> .\n"
                  "<e:%u> <%sreferenceContext> <d:1> .\n"
                  "<e:%u> <%sbeginIndex> \"%s\" .\n"
                  "<e:%u> <%sendIndex> \"%s\" .\n"
                  "<e:%u> <%sanchorOf> \"%s\" .\n",
                  i, i, nif, i, nif, rows[i].begin, i, nif, rows[i].end, i, nif,
                  rows[i].words);
  }
  assert_int_equal(pq_rdf_open(&b.rdf, NULL), PQ_OK);
  read_lines(&b.rdf, pq_buf_view(&lines));
  pq_buf_clear(&lines);
  const pq_regraph_source source = source_of(&b);
  assert_int_equal(pq_regraph_open(&source, &b.rg), PQ_OK);
  pq_arena_init(&b.arena, NULL, 0);
  assert_int_equal(pq_regraph_fill(b.rg, 0, &b.arena, &b.record, &b.again),
                   PQ_OK);
  assert_int_equal(b.record.evidence.n, 6);
  assert_true(b.record.texts.at[0].bytes.len < 64);
  uint32_t found = 0; /* each has its words, wherever they are */
  for (uint32_t i = 0; i < 6; ++i) {
    const pq_evidence *const e = &b.record.evidence.at[i];
    const pq_view words = pq_record_words(&b.record, e->sentence, e->span);
    for (size_t k = 0; k < sizeof rows / sizeof rows[0]; ++k) {
      found += pq_view_same(words, pq_view_of(rows[k].words));
    }
  }
  assert_int_equal(found, 6);
  pq_regraph_close(b.rg);
  pq_rdf_close(&b.rdf);
  pq_arena_clear(&b.arena);
}

static pq_status fill(void *user, pq_alloc *alloc) {
  both *const b = user;
  pq_status st = PQ_OK;
  pq_arena arena;
  pq_record record;
  pq_graph g;
  pq_regraph *rg = NULL;
  uint32_t n_cut = 0;
  b->rdf.alloc = alloc; /* what it holds already is not touched */
  pq_regraph_source source = source_of(b);
  source.cut = one_sentence; /* and mentions */
  source.user = &n_cut;
  pq_arena_init(&arena, alloc, 0);
  PQ_TRY_GOTO(done, st, pq_regraph_open(&source, &rg));
  st = pq_regraph_fill(rg, 0, &arena, &record, &g);
done:
  pq_regraph_close(rg);
  pq_arena_clear(&arena);
  b->rdf.alloc = NULL;
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  both b;
  begin(&b, sample_seed);
  (void)pq_fail_each(fill, &b, PQ_OK);
  end(&b);
}

static void test_nothing(void **state) {
  (void)state;
  pq_regraph_close(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_drawings_are_the_same),
      cmocka_unit_test(test_plans_are_the_same),
      cmocka_unit_test(test_seed),
      cmocka_unit_test(test_all_as_one),
      cmocka_unit_test(test_foreign_statements),
      cmocka_unit_test(test_named_graphs),
      cmocka_unit_test(test_quotes_in_their_places),
      cmocka_unit_test(test_layers),
      cmocka_unit_test(test_wild_places),
      cmocka_unit_test(test_out_of_memory),
      cmocka_unit_test(test_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
