#include "bench.h"
#include "failing.h"
#include "unit.h"

#include "write/turtle.h"

static void test_seed_is_the_design(void **state) {
  pq_bench *const b = *state;
  pq_buf want;
  pq_buf_init(&want, NULL);
  if (!pq_bench_design("seed.ttl", &want)) {
    print_message("SKIP: ../shared/design/seed.ttl is not there\n");
    pq_buf_clear(&want);
    skip();
  }
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  assert_int_equal(b->out.len, want.len);
  assert_memory_equal(b->out.ptr, want.ptr, want.len);
  pq_buf_clear(&want);
}

static void test_head(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  const pq_view text = pq_buf_view(&b->out);
  assert_true(
      pq_view_starts(text, PQ_LIT("# R-HSA-9701524: STAT3 is "
                                  "phosphorylated downstream of active "
                                  "ALK\n@prefix pq:        <https://")));
  assert_false(pq_holds(text, "@prefix hgnc:")); /* only what is in use */
  assert_false(pq_holds(text, "@prefix mention:"));
  assert_true(pq_holds(text, "# ECO:0000033 author statement supported"));
  assert_true(pq_holds(text, "; SO:0005855 gene group.\n\n####"));
  assert_false(pq_holds(text, "# MOD:")); /* the file labels it itself */
}

/* Lines are short enough, but for what cannot be cut. */
static void test_columns(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  pq_view rest = pq_buf_view(&b->out);
  while (rest.len) {
    const pq_view line = pq_view_cut(&rest, '\n');
    const bool whole = pq_holds(line, "nif:anchorOf") ||
                       pq_holds(line, "nif:isString") ||
                       pq_holds(line, "rdfs:label");
    assert_true(whole || line.len <= PQ_TURTLE_COLUMNS);
    assert_false(pq_view_ends(line, PQ_LIT(" ")));
  }
}

static void put_statement(const pq_rdf *rdf, const pq_rdf_triple *t,
                          pq_buf *out) {
  const pq_rdf_id ids[] = {t->subject, t->predicate, t->object,
                           rdf->terms[t->object].type};
  for (size_t i = 0; i < 4; ++i) {
    pq_buf_char(out, '\t');
    pq_buf_put(out, pq_rdf_text(rdf, ids[i]));
  }
  pq_buf_char(out, '\n');
}

/* Turtle and N-Triples say the same. */
static void test_round_trip(void **state) {
  pq_bench *const b = *state;
  pq_rdf turtle;
  pq_rdf lines;
  pq_buf all;
  pq_buf one;
  pq_buf_init(&all, NULL);
  pq_buf_init(&one, NULL);
  b->record.title = PQ_LIT("a \"b\" \\ \t\r\n \xF0\x9F\x98\x80 '''");
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  pq_bench_read_back(&turtle, "turtle", pq_buf_view(&b->out));
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
  pq_bench_read_back(&lines, "ntriples", pq_buf_view(&b->out));
  assert_int_equal(turtle.n_triples, lines.n_triples);
  for (uint32_t i = 0; i < turtle.n_triples; ++i) {
    put_statement(&turtle, &turtle.triples[i], &all);
  }
  for (uint32_t i = 0; i < lines.n_triples; ++i) {
    pq_buf_reset(&one);
    put_statement(&lines, &lines.triples[i], &one);
    pq_buf_char(&one, '\0');
    assert_true(pq_holds(pq_buf_view(&all), one.ptr));
  }
  pq_buf_clear(&all);
  pq_buf_clear(&one);
  pq_rdf_close(&turtle);
  pq_rdf_close(&lines);
}

static void test_record_without_anything(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_graph_fill(&b->graph, &b->record, &b->maker), PQ_OK);
  assert_int_equal(pq_write_turtle(&b->graph, &b->out), PQ_OK);
  assert_true(pq_view_starts(pq_buf_view(&b->out),
                             PQ_LIT("# a record without id and title\n")));
}

static pq_status write_with(void *user, pq_alloc *alloc) {
  const pq_bench *const b = user;
  pq_buf out;
  pq_buf_init(&out, alloc);
  const pq_status st = pq_write_turtle(&b->graph, &out);
  pq_buf_clear(&out);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)pq_fail_each(write_with, *state, PQ_OK);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_seed_is_the_design, pq_bench_file),
      TEST(test_head, pq_bench_file),
      TEST(test_columns, pq_bench_rich),
      TEST(test_round_trip, pq_bench_file),
      TEST(test_round_trip, pq_bench_rich),
      TEST(test_record_without_anything, pq_bench_empty),
      TEST(test_out_of_memory, pq_bench_file),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
