#include "bench.h"
#include "unit.h"

#include "base/utf8.h"
#include "write/quads.h"

#include <raptor2.h>

#include <stdio.h>
#include <stdlib.h>

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

static size_t count_lines(pq_view text) {
  size_t n = 0;
  while (text.len) {
    (void)pq_view_cut(&text, '\n');
    ++n;
  }
  return n;
}

/* More rows of one subject than are sorted by insertion; 37 and 100 have no
 * common factor, so that each id comes once. */
static void test_many_rows(void **state) {
  enum {
    N = 100
  };
  pq_bench *const b = *state;
  static char ids[N][16];
  static pq_view views[N];
  for (unsigned i = 0; i < N; ++i) {
    (void)snprintf(ids[i], sizeof ids[i], "R-HSA-%u", 1 + 37 * i % N);
    views[i] = pq_view_of(ids[i]);
  }
  b->record.pathways.n = 0;
  assert_int_equal(pq_write_nquads(&b->graph, &b->out), PQ_OK);
  const size_t n = count_lines(pq_buf_view(&b->out));
  b->record.pathways.at = views;
  b->record.pathways.n = N;
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_nquads(&b->graph, &b->out), PQ_OK);
  check_order(pq_buf_view(&b->out), n + N);
}

/* A subject that comes twice: its lines stand together, each once.  The record
 * and the thing were of one species, which now is said once. */
static void test_same_subject(void **state) {
  pq_bench *const b = *state;
  const pq_graph *const g = &b->graph;
  const pq_view thing = g->entities[g->entity_order[0]].iri;
  assert_true(thing.len > 0);
  b->graph.record_iri = thing;
  assert_int_equal(pq_write_nquads(g, &b->out), PQ_OK);
  check_order(pq_buf_view(&b->out), 449);
}

/* What begins alike: '2' sorts before the '>' that ends an IRI. */
static void test_prefixes(void **state) {
  pq_bench *const b = *state;
  static pq_view views[] = {PQ_LIT_INIT("R-HSA-1"), PQ_LIT_INIT("R-HSA-12")};
  b->record.pathways.at = views;
  b->record.pathways.n = 2;
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
  pq_buf_char(&b->out, '\0');
  const char *const one = strstr(b->out.ptr, "reactome/R-HSA-1> .");
  const char *const twelve = strstr(b->out.ptr, "reactome/R-HSA-12> .");
  assert_non_null(one);
  assert_non_null(twelve);
  assert_true(twelve < one);
}

/* Tokens are copied in blocks of 64 bytes: any length, to the byte. */
static void test_lengths(void **state) {
  enum {
    MOST = 2 * 64 + 1
  };
  pq_bench *const b = *state;
  static char title[MOST + 1];
  static char want[MOST + 16];
  for (size_t n = 1; n <= MOST; ++n) {
    memset(title, 'a', n);
    b->record.title = (pq_view){title, n};
    (void)snprintf(want, sizeof want, "label> \"%s\" .\n", title);
    pq_buf_clear(&b->out);
    assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
    check_order(pq_buf_view(&b->out), 450);
    assert_true(pq_holds(pq_buf_view(&b->out), want));
  }
}

/* ---- beside raptor's writer ---- */

typedef struct peer {
  raptor_world *world;
  raptor_serializer *to;
  pq_view graph;
  pq_buf out;
} peer;

static int put_byte(void *user, const int byte) {
  pq_buf_char(user, (char)byte);
  return 0;
}

static int put_bytes(void *user, const void *bytes, size_t size, size_t n) {
  pq_buf_put(user, (pq_view){bytes, size * n});
  return (int)n;
}

static int end_bytes(void *user) {
  (void)user;
  return 0;
}

static raptor_term *iri_of(const peer *p, pq_view iri) {
  return raptor_new_term_from_counted_uri_string(
      p->world, (const unsigned char *)iri.ptr, iri.len);
}

static raptor_term *literal_of(const peer *p, const pq_triple *t) {
  static const char *const types[] = {
      [PQ_INTEGER] = XSD "integer",
      [PQ_DECIMAL] = XSD "decimal",
      [PQ_BOOLEAN] = XSD "boolean",
      [PQ_YEAR] = XSD "gYear",
  };
  raptor_uri *const type =
      t->literal == PQ_PLAIN
          ? NULL
          : raptor_new_uri(p->world, (const unsigned char *)types[t->literal]);
  raptor_term *const term = raptor_new_term_from_counted_literal(
      p->world, (const unsigned char *)t->object.ptr, t->object.len, type, NULL,
      0);
  if (type) raptor_free_uri(type);
  return term;
}

static pq_status hand_over(void *user, const pq_triple *t) {
  peer *const p = user;
  raptor_statement s;
  raptor_statement_init(&s, p->world);
  s.subject = iri_of(p, t->subject);
  s.predicate = iri_of(p, t->predicate);
  s.object = t->literal == PQ_IRI ? iri_of(p, t->object) : literal_of(p, t);
  s.graph = iri_of(p, p->graph);
  const int failed = raptor_serializer_serialize_statement(p->to, &s);
  raptor_statement_clear(&s);
  return failed ? PQ_INTERNAL : PQ_OK;
}

static void write_by_raptor(peer *p, const pq_graph *g) {
  static const raptor_iostream_handler to_buffer = {.version = 2,
                                                    .write_byte = put_byte,
                                                    .write_bytes = put_bytes,
                                                    .write_end = end_bytes};
  const pq_triple_sink sink = {p, hand_over};
  p->world = raptor_new_world_internal(RAPTOR_VERSION);
  assert_non_null(p->world);
  p->to = raptor_new_serializer(p->world, "nquads");
  raptor_iostream *const stream =
      raptor_new_iostream_from_handler(p->world, &p->out, &to_buffer);
  assert_int_equal(raptor_serializer_start_to_iostream(p->to, NULL, stream), 0);
  assert_int_equal(pq_graph_walk(g, &sink), PQ_OK);
  assert_int_equal(raptor_serializer_serialize_end(p->to), 0);
  raptor_free_iostream(stream);
  raptor_free_serializer(p->to);
  raptor_free_world(p->world);
}

/* As raptor has it: what is not ASCII, and tabs, escaped. */
static void put_ascii(pq_buf *out, pq_view text) {
  for (size_t at = 0; at < text.len;) {
    const uint32_t code = pq_utf8_next(text, &at);
    if (code == '\t') {
      pq_buf_text(out, "\\t");
    } else if (code < 0x80) {
      pq_buf_char(out, (char)code);
    } else {
      pq_buf_format(out, code < 0x10000 ? "\\u%04X" : "\\U%08X",
                    (unsigned)code);
    }
  }
}

static int by_bytes(const void *a, const void *b) {
  return pq_view_order(*(const pq_view *)a, *(const pq_view *)b);
}

enum {
  LINES_MOST = 2000
};

static size_t sorted(pq_view text, pq_view lines[LINES_MOST]) {
  size_t n = 0;
  while (text.len) {
    assert_true(n < LINES_MOST);
    lines[n++] = pq_view_cut(&text, '\n');
  }
  qsort(lines, n, sizeof *lines, by_bytes);
  return n;
}

/* With mentions and whole texts. */
static void test_as_raptor(void **state) {
  static pq_view ours[LINES_MOST];
  static pq_view theirs[LINES_MOST];
  pq_bench *const b = *state;
  peer p = {.graph = b->graph.graph_iri};
  pq_buf ascii;
  pq_buf_init(&p.out, NULL);
  pq_buf_init(&ascii, NULL);
  b->record.title = PQ_LIT("\t\r\n\\ \" \xCE\xBA \xF0\x9F\xA7\xAC");
  assert_int_equal(pq_write_nquads(&b->graph, &b->out), PQ_OK);
  put_ascii(&ascii, pq_buf_view(&b->out));
  write_by_raptor(&p, &b->graph);
  const size_t n = sorted(pq_buf_view(&ascii), ours);
  assert_true(n > 450);
  assert_int_equal(sorted(pq_buf_view(&p.out), theirs), n);
  for (size_t i = 0; i < n; ++i) {
    assert_int_equal(ours[i].len, theirs[i].len);
    assert_memory_equal(ours[i].ptr, theirs[i].ptr, ours[i].len);
  }
  pq_buf_clear(&ascii);
  pq_buf_clear(&p.out);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_triples),
      TEST(test_quads),
      TEST(test_objects),
      TEST(test_hard_text),
      TEST(test_many_rows),
      TEST(test_same_subject),
      TEST(test_prefixes),
      TEST(test_lengths),
      cmocka_unit_test_setup_teardown(test_as_raptor, pq_bench_rich,
                                      pq_bench_close),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
