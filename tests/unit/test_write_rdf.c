#include "bench.h"
#include "unit.h"

#include "write/rdf.h"
#include "write/write.h"

#include <stdio.h>
#include <unistd.h>

static pq_rdf_id id_in(const pq_rdf *rdf, const pq_rdf *other, pq_rdf_id id) {
  const pq_rdf_term *const t = &other->terms[id];
  for (pq_rdf_id i = 1; i < rdf->n_terms; ++i) {
    const pq_rdf_term *const u = &rdf->terms[i];
    if (u->kind != t->kind || !pq_view_same(u->text, t->text)) continue;
    if (pq_view_same(pq_rdf_text(rdf, u->type), pq_rdf_text(other, t->type))) {
      return i;
    }
  }
  return 0;
}

static bool says(const pq_rdf *rdf, const pq_rdf *other,
                 const pq_rdf_triple *t) {
  uint32_t n = 0;
  const pq_rdf_id object = id_in(rdf, other, t->object);
  const pq_rdf_triple *const found = pq_rdf_find(
      rdf, id_in(rdf, other, t->subject), id_in(rdf, other, t->predicate), &n);
  for (uint32_t i = 0; i < n; ++i) {
    if (found[i].object == object) return true;
  }
  return false;
}

/* The same statements as our N-Triples, read by another parser. */
static void test_same_statements(void **state) {
  pq_bench *const b = *state;
  pq_rdf xml;
  pq_rdf lines;
  assert_int_equal(pq_write_rdfxml(&b->graph, &b->out), PQ_OK);
  pq_bench_read_back(&xml, "rdfxml", pq_buf_view(&b->out));
  pq_buf_reset(&b->out);
  assert_int_equal(pq_write_ntriples(&b->graph, &b->out), PQ_OK);
  pq_bench_read_back(&lines, "ntriples", pq_buf_view(&b->out));
  assert_true(lines.n_triples > 400);
  assert_int_equal(xml.n_triples, lines.n_triples);
  for (uint32_t i = 0; i < lines.n_triples; ++i) {
    assert_true(says(&xml, &lines, &lines.triples[i]));
  }
  pq_rdf_close(&xml);
  pq_rdf_close(&lines);
}

static void test_same_bytes(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_rdfxml(&b->graph, &b->out), PQ_OK);
  const size_t half = b->out.len;
  assert_true(half > 10000);
  assert_int_equal(pq_write_rdfxml(&b->graph, &b->out), PQ_OK);
  assert_int_equal(b->out.len, 2 * half);
  assert_memory_equal(b->out.ptr, b->out.ptr + half, half);
}

static void test_elements(void **state) {
  pq_bench *const b = *state;
  assert_int_equal(pq_write_rdfxml(&b->graph, &b->out), PQ_OK);
  const pq_view xml = pq_buf_view(&b->out);
  assert_true(pq_view_starts(xml, PQ_LIT("<?xml version=\"1.0\"")));
  assert_true(pq_holds(xml, "<pq:Claim rdf:about=\"https://w3id.org/pathquill/"
                            "claim/30d0eec619626e19d1eaedc2afb8494c\">"));
  assert_true(pq_holds(xml, "xmlns:obo=\"http://purl.obolibrary.org/obo/\""));
  assert_false(pq_holds(xml, "xmlns:c4o")); /* only what is in use */
}

static bool has_text(const pq_rdf *rdf, pq_view text) {
  for (pq_rdf_id i = 1; i < rdf->n_terms; ++i) {
    if (pq_view_same(rdf->terms[i].text, text)) return true;
  }
  return false;
}

/* What XML cannot hold, and what a parser would change. */
static void test_hard_text(void **state) {
  pq_bench *const b = *state;
  pq_rdf xml;
  b->record.title = PQ_LIT("a\x01<b>&\"c\"\r\n\t d\xEF\xBF\xBF end");
  assert_int_equal(pq_write_rdfxml(&b->graph, &b->out), PQ_OK);
  pq_bench_read_back(&xml, "rdfxml", pq_buf_view(&b->out));
  assert_true(has_text(&xml, PQ_LIT("a\xEF\xBF\xBD<b>&\"c\"\r\n\t d"
                                    "\xEF\xBF\xBD end")));
  pq_rdf_close(&xml);
}

/* Everything that is printed on stderr goes into a file, until the end. */
typedef struct aside {
  FILE *file;
  int kept;
} aside;

static void aside_open(aside *a) {
  a->file = tmpfile();
  assert_non_null(a->file);
  (void)fflush(stderr);
  a->kept = dup(STDERR_FILENO);
  assert_true(a->kept >= 0);
  assert_true(dup2(fileno(a->file), STDERR_FILENO) >= 0);
}

/* How many bytes went there. */
static off_t aside_close(aside *a) {
  (void)fflush(stderr);
  const off_t n = lseek(STDERR_FILENO, 0, SEEK_END);
  const int back = dup2(a->kept, STDERR_FILENO);
  (void)close(a->kept);
  (void)fclose(a->file);
  assert_true(back >= 0);
  return n;
}

/* XML allows U+007F, and raptor complains of it: it is replaced in silence. */
static void test_delete_in_silence(void **state) {
  pq_bench *const b = *state;
  aside a;
  pq_rdf xml;
  b->record.title = PQ_LIT("a\x7F"
                           "b");
  aside_open(&a);
  const pq_status st = pq_write_rdfxml(&b->graph, &b->out);
  const off_t printed = aside_close(&a);
  assert_int_equal(st, PQ_OK);
  assert_int_equal(printed, 0);
  assert_false(pq_holds(pq_buf_view(&b->out), "\x7F"));
  pq_bench_read_back(&xml, "rdfxml", pq_buf_view(&b->out));
  assert_true(has_text(&xml, PQ_LIT("a\xEF\xBF\xBD"
                                    "b")));
  pq_rdf_close(&xml);
}

static void test_row_of_the_table(void **state) {
  (void)state;
  const pq_writer *const w = pq_writer_named(PQ_LIT("rdf"));
  assert_non_null(w);
  assert_string_equal(w->ending, ".rdf");
  assert_true(w->write == pq_write_rdfxml);
}

#define TEST(name, open) \
  cmocka_unit_test_setup_teardown(name, open, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_same_statements, pq_bench_file),
      TEST(test_same_statements, pq_bench_rich),
      TEST(test_same_bytes, pq_bench_rich),
      TEST(test_elements, pq_bench_file),
      TEST(test_hard_text, pq_bench_file),
      TEST(test_delete_in_silence, pq_bench_file),
      cmocka_unit_test(test_row_of_the_table),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
