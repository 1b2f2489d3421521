#include "bench.h"
#include "scratch.h"
#include "unit.h"

#include "write/write.h"

/* The seed as files: RDF that we wrote, and the record that it quotes. */
typedef struct desk {
  pq_scratch scratch;
  pq_heard heard;
  pq_engine *engine;
} desk;

static void open_desk(desk *d, const char *base) {
  const pq_options options = {.base = base};
  pq_scratch_open(&d->scratch);
  pq_heard_init(&d->heard);
  assert_int_equal(pq_engine_open(&options, &d->heard.sink, &d->engine), PQ_OK);
}

static void close_desk(desk *d) {
  pq_engine_close(d->engine);
  pq_scratch_close(&d->scratch);
}

static const char *write_file(desk *d, pq_bench *b, const char *format) {
  char name[16] = "seed.";
  pq_buf_reset(&b->out);
  assert_int_equal(
      pq_writer_named(pq_view_of(format))->write(&b->graph, &b->out), PQ_OK);
  for (size_t i = 0; i <= strlen(format); ++i) {
    name[5 + i] = format[i];
  }
  return pq_scratch_file(&d->scratch, name, pq_buf_view(&b->out));
}

static uint64_t check(desk *d, const char *file, const char *record,
                      pq_status want) {
  uint64_t n_errors = 0;
  const pq_inputs records = {.paths = &record, .n_paths = 1};
  assert_int_equal(pq_check(d->engine, &file, 1, record ? &records : NULL,
                            &d->heard.sink, &n_errors),
                   want);
  return n_errors;
}

static void test_every_syntax(void **state) {
  static const char *const formats[] = {"ttl", "nq", "nt", "rdf"};
  desk d;
  open_desk(&d, NULL);
  const char *const record =
      pq_scratch_file(&d.scratch, "seed.md", pq_seed_file);
  for (size_t i = 0; i < sizeof formats / sizeof formats[0]; ++i) {
    const char *const file = write_file(&d, *state, formats[i]);
    assert_int_equal(check(&d, file, NULL, PQ_OK), 0);
    assert_int_equal(check(&d, file, record, PQ_OK), 0);
  }
  assert_int_equal(d.heard.n, 0);
  close_desk(&d);
}

/* One letter of the record changes: it is another document. */
static void test_another_record(void **state) {
  desk d;
  pq_buf bytes;
  open_desk(&d, NULL);
  pq_buf_init(&bytes, NULL);
  pq_buf_put(&bytes, pq_seed_file);
  bytes.ptr[bytes.len - 3] = '9';
  const char *const record =
      pq_scratch_file(&d.scratch, "seed.md", pq_buf_view(&bytes));
  const char *const file = write_file(&d, *state, "ttl");
  assert_int_equal(check(&d, file, record, PQ_OK), 0);
  assert_int_equal(d.heard.n, 1); /* once for all its quotes */
  assert_non_null(pq_heard_find(&d.heard, "check.no-record"));
  assert_int_equal(d.heard.at[0].severity, PQ_NOTE_WARN);
  pq_buf_clear(&bytes);
  close_desk(&d);
}

/* A quote of the right length that the record does not have. */
static void test_wrong_quote(void **state) {
  pq_bench *const b = *state;
  desk d;
  pq_buf bytes;
  static const char old[] = "nif:anchorOf \"STAT3 supports";
  open_desk(&d, NULL);
  pq_buf_init(&bytes, NULL);
  assert_int_equal(pq_write_turtle(&b->graph, &bytes), PQ_OK);
  for (size_t i = 0; i < bytes.len; ++i) {
    const pq_view rest = pq_view_skip(pq_buf_view(&bytes), i);
    if (pq_view_starts(rest, pq_view_of(old))) bytes.ptr[i + 14] = 'X';
  }
  const char *const file =
      pq_scratch_file(&d.scratch, "x.ttl", pq_buf_view(&bytes));
  const char *const record =
      pq_scratch_file(&d.scratch, "seed.md", pq_seed_file);
  assert_int_equal(check(&d, file, NULL, PQ_OK), 0); /* hashes hold */
  assert_int_equal(check(&d, file, record, PQ_OK), 3);
  assert_int_equal(pq_bench_told(&d.heard, "check.quote"), 3);
  assert_true(d.heard.at[0].line > 0);
  pq_buf_clear(&bytes);
  close_desk(&d);
}

/* A file that cannot be read or parsed ends in a status; the others are
 * checked all the same. */
static void test_bad_files(void **state) {
  (void)state;
  desk d;
  uint64_t n_errors = 7;
  open_desk(&d, NULL);
  const char *const files[] = {
      "no/such.ttl", pq_scratch_file(&d.scratch, "a.txt", PQ_LIT("")),
      pq_scratch_file(&d.scratch, "b.ttl", PQ_LIT("x:a x:b .")),
      pq_scratch_file(&d.scratch, "c.nt",
                      PQ_LIT("<http://x/a> <http://x/b> _:c .\n"))};
  assert_int_equal(pq_check(d.engine, files, 4, NULL, &d.heard.sink, &n_errors),
                   PQ_BAD_READ);
  assert_int_equal(n_errors, 7); /* untouched */
  assert_non_null(pq_heard_find(&d.heard, "check.unread"));
  assert_non_null(pq_heard_find(&d.heard, "check.ending"));
  assert_non_null(pq_heard_find(&d.heard, "check.syntax"));
  assert_non_null(pq_heard_find(&d.heard, "check.blank-node"));
  close_desk(&d);
}

static void test_base_of_the_engine(void **state) {
  desk d;
  open_desk(&d, "http://example.org/");
  assert_int_equal(check(&d, write_file(&d, *state, "nt"), NULL, PQ_OK), 1);
  assert_non_null(pq_heard_find(&d.heard, "check.iri-form"));
  close_desk(&d);
}

static void test_nothing_to_check(void **state) {
  (void)state;
  desk d;
  uint64_t n_errors = 7;
  open_desk(&d, NULL);
  assert_int_equal(pq_check(d.engine, NULL, 0, NULL, NULL, &n_errors), PQ_OK);
  assert_int_equal(n_errors, 0);
  assert_int_equal(pq_check(NULL, NULL, 0, NULL, NULL, NULL), PQ_BAD_ARG);
  assert_int_equal(pq_check(d.engine, NULL, 1, NULL, NULL, NULL), PQ_BAD_ARG);
  close_desk(&d);
}

#define TEST(name) \
  cmocka_unit_test_setup_teardown(name, pq_bench_file, pq_bench_close)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_every_syntax),       TEST(test_another_record),
      TEST(test_wrong_quote),        cmocka_unit_test(test_bad_files),
      TEST(test_base_of_the_engine), cmocka_unit_test(test_nothing_to_check),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
