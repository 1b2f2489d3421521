#include "bench.h"
#include "unit.h"

#include "write/quads.h"

#define GRAPH \
  " <https://w3id.org/pathquill/graph/e532ca8fd302ccae00c68f792cb78539> .\n"

/* Every line once, sorted by bytes as `LC_ALL=C sort -u` has it. */
static void check_order(pq_view text, size_t n_lines) {
  size_t n = 0;
  pq_view last = {NULL, 0};
  assert_true(pq_view_ends(text, PQ_LIT(" .\n")));
  text.len -= 1; /* no empty line after the last */
  while (text.len) {
    const pq_view line = pq_view_cut(&text, '\n');
    assert_true(!last.ptr || pq_view_order(last, line) < 0);
    last = line;
    ++n;
  }
  assert_int_equal(n, n_lines);
}

static void test_triples(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
  check_order(pq_buf_view(&b->out), 450);
  assert_false(pq_holds(pq_buf_view(&b->out), GRAPH));
}

static void test_quads(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_nquads(&b->graph, &b->out), PQ_OK);
  check_order(pq_buf_view(&b->out), 450);
  pq_view rest = pq_buf_view(&b->out);
  while (rest.len) {
    const size_t n = pq_view_find(rest, '\n') + 1;
    assert_true(pq_view_ends(pq_view_head(rest, n), PQ_LIT(GRAPH)));
    rest = pq_view_skip(rest, n);
  }
}

static void test_objects(void **state) {
  pq_bench *const b = *state;
#define XSD "http://www.w3.org/2001/XMLSchema#"
  static const struct {
    const char *object;
    pq_literal literal;
    const char *want;
  } rows[] = {
      {"http://x/a", PQ_IRI, "<http://x/a>"},
      {"a\n\"b\" \xCE\xBA", PQ_PLAIN, "\"a\\n\\\"b\\\" \xCE\xBA\""},
      {"7", PQ_INTEGER, "\"7\"^^<" XSD "integer>"},
      {"0.576", PQ_DECIMAL, "\"0.576\"^^<" XSD "decimal>"},
      {"true", PQ_BOOLEAN, "\"true\"^^<" XSD "boolean>"},
      {"2002", PQ_YEAR, "\"2002\"^^<" XSD "gYear>"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    const pq_triple t = {.object = pq_view_of(rows[i].object),
                         .literal = rows[i].literal};
    pq_buf_reset(&b->out);
    pq_quads_object(&b->out, &t);
    ASSERT_VIEW(pq_buf_view(&b->out), rows[i].want);
  }
}

/* A tab sorts before the line end that would follow a shorter line. */
static void test_hard_text(void **state) {
  pq_bench *const b = *state;
  b->record.title = PQ_LIT("\t\x01\r\n\\ \"");
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
  check_order(pq_buf_view(&b->out), 450);
  assert_true(
      pq_holds(pq_buf_view(&b->out), "label> \"\t\x01\\r\\n\\\\ \\\"\" .\n"));
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_triples),
      TEST(test_quads),
      TEST(test_objects),
      TEST(test_hard_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
