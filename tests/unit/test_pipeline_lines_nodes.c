#include "failing.h"
#include "lines_nodes.h"
#include "unit.h"

#define BASE "http://e.org/"

typedef struct told {
  pq_rdf rdf;
  pq_arena arena;
  pq_buf room;
  pq_node_reader reader;
} told;

static pq_status open(told *t, pq_alloc *alloc) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_rdf_open(&t->rdf, alloc));
  pq_arena_init(&t->arena, alloc, 0);
  pq_buf_init(&t->room, alloc);
  t->reader = (pq_node_reader){
      .rdf = &t->rdf, .base = PQ_LIT(BASE), .room = &t->room, .line = 3};
  return PQ_OK;
}

static void drop(told *t) {
  pq_buf_clear(&t->room);
  pq_arena_clear(&t->arena);
  pq_rdf_close(&t->rdf);
}

static pq_status take(told *t, const char *text) {
  pq_status st = PQ_OK;
  bool sure = false;
  pq_json *nodes = NULL;
  PQ_TRY(st, pq_json_read(&t->arena, pq_view_of(text), &nodes, &sure));
  return pq_nodes_take(&t->reader, nodes);
}

/* The object of what was said `n`th. */
static const pq_rdf_term *object(const told *t, uint32_t n) {
  assert_true(n < t->rdf.n_triples);
  return &t->rdf.terms[t->rdf.triples[n].object];
}

static void test_names(void **state) {
  (void)state;
  static const struct {
    const char *name, *iri;
  } cases[] = {
      {"uniprot:P40763", "http://purl.uniprot.org/uniprot/P40763"},
      {"site:P40763.Y705", BASE "site/P40763.Y705"},
      {"MI:0217", "http://purl.obolibrary.org/obo/MI_0217"},
      {"http://e.org/a:b", "http://e.org/a:b"},
      {"nothing", "nothing"},
  };
  told t;
  assert_int_equal(open(&t, NULL), PQ_OK);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_rdf_id id = 0;
    assert_int_equal(pq_node_name(&t.reader, pq_view_of(cases[i].name), &id),
                     PQ_OK);
    ASSERT_VIEW(pq_rdf_text(&t.rdf, id), cases[i].iri);
    assert_int_equal(t.rdf.terms[id].kind, PQ_RDF_IRI);
  }
  drop(&t);
}

/* Each kind of value as RDF has it. */
static void test_a_node(void **state) {
  (void)state;
  told t;
  assert_int_equal(open(&t, NULL), PQ_OK);
  assert_int_equal(
      take(&t, "[{\"id\":\"ent:a\",\"type\":\"Ungrounded\",\"label\":\"a:b\","
               "\"position\":705,\"active\":true,\"later\":{\"x\":1},"
               "\"input\":[\"fplx:AKT\",\"ent:b\"],\"type\":\"MI:0217\"}]"),
      PQ_OK);
  assert_int_equal(t.rdf.n_triples, 7);
  ASSERT_VIEW(pq_rdf_text(&t.rdf, t.rdf.triples[0].subject), BASE "entity/a");
  assert_int_equal(t.rdf.triples[0].line, 3);
  ASSERT_VIEW(object(&t, 0)->text, "https://w3id.org/pathquill/ns#Ungrounded");
  assert_int_equal(object(&t, 1)->kind, PQ_RDF_LITERAL);
  ASSERT_VIEW(object(&t, 1)->text, "a:b");
  assert_int_equal(object(&t, 1)->type, 0);
  ASSERT_VIEW(object(&t, 2)->text, "705");
  assert_int_equal(object(&t, 2)->type, pq_rdf_of(PQ_TERM_INTEGER));
  ASSERT_VIEW(object(&t, 3)->text, "true");
  assert_int_equal(object(&t, 3)->type, pq_rdf_of(PQ_TERM_BOOLEAN));
  assert_int_equal(t.rdf.triples[4].predicate, pq_rdf_of(PQ_TERM_HAS_INPUT));
  ASSERT_VIEW(object(&t, 5)->text, BASE "entity/b");
  drop(&t);
}

static void test_what_is_none(void **state) {
  (void)state;
  static const char *const wrong[] = {"{}",
                                      "[1]",
                                      "[{\"label\":\"x\"}]",
                                      "[{\"id\":1}]",
                                      "[{\"id\":\"ent:a\",\"label\":null}]",
                                      "[{\"id\":\"ent:a\",\"input\":[[]]}]"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; ++i) {
    told t;
    assert_int_equal(open(&t, NULL), PQ_OK);
    assert_int_equal(take(&t, wrong[i]), PQ_BAD_SYNTAX);
    drop(&t);
  }
}

static pq_status trial(void *user, pq_alloc *alloc) {
  told t;
  (void)user;
  pq_status st = open(&t, alloc);
  if (st) return st;
  st = take(&t, "[{\"id\":\"ent:a\",\"label\":\"a\",\"position\":7}]");
  drop(&t);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(trial, NULL, PQ_OK) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),
      cmocka_unit_test(test_a_node),
      cmocka_unit_test(test_what_is_none),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
