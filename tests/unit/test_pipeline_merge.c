#include "heard.h"
#include "pathquill.h"
#include "scratch.h"
#include "unit.h"

#include "base/buf.h"

#include <stdio.h>
#include <string.h>

#define G(n)    "<https://w3id.org/pathquill/graph/" n ">"
#define ID(s)   "<x:" s "> <http://purl.org/dc/terms/identifier> \"" s "\" "
#define SAYS(s) "<x:" s "> <x:p> \"a \\\" <b> .\"@en "

static pq_status collect(void *user, const char *bytes, size_t len) {
  pq_buf *const out = user;
  pq_buf_put(out, (pq_view){bytes, len});
  return out->status;
}

/* Merge files; what comes out is in `out`. */
static pq_status merge_into(pq_buf *out, const char *const *files, size_t n,
                            size_t memory, pq_heard *heard) {
  pq_output output = {.user = out, .write = collect};
  const pq_merge_options options = {.memory = memory};
  pq_merge_count count;
  pq_buf_init(out, NULL);
  return pq_merge(files, n, &options, &output, heard ? &heard->sink : NULL,
                  &count);
}

static void expect(const char *const *files, size_t n, const char *want) {
  pq_buf out;
  assert_int_equal(merge_into(&out, files, n, 0, NULL), PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), want);
  pq_buf_clear(&out);
}

static const char first[] = ID("R-2") G("aa") " .\n" SAYS("R-2")
    G("aa") " .\n" SAYS("none") G("00") " .\n";
static const char second[] =
    "# a comment\n\n" ID("R-1") G("bb") " .\n" SAYS("R-1") G("bb") " .\n";
static const char both[] =
    SAYS("none") G("00") " .\n" ID("R-1") G("bb") " .\n" SAYS("R-1")
        G("bb") " .\n" ID("R-2") G("aa") " .\n" SAYS("R-2") G("aa") " .\n";

static void test_by_id_and_once(void **state) {
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  const char *const a = pq_scratch_file(&s, "a.nq", pq_view_of(first));
  const char *const b = pq_scratch_file(&s, "b.nq", pq_view_of(second));
  expect((const char *const[]){a, b}, 2, both);
  expect((const char *const[]){b, a}, 2, both);
  expect((const char *const[]){a, b, a, a}, 4, both);
  pq_scratch_close(&s);
}

static void test_lines_of_all(void **state) {
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  const char *const a = pq_scratch_file(
      &s, "a.nq",
      pq_view_of(ID("R-1") G("aa") " .\n<x:b> <x:p> <x:o> " G("aa") " .\n"));
  const char *const b = pq_scratch_file(
      &s, "b.nq",
      pq_view_of(ID("R-1") G("aa") " .\n<x:a> <x:p> <x:o> " G("aa") " .\n"));
  const char want[] = "<x:R-1> <http://purl.org/dc/terms/identifier> "
                      "\"R-1\" " G("aa") " .\n<x:a> <x:p> <x:o> " G(
                          "aa") " .\n<x:b> <x:p> <x:o> " G("aa") " .\n";
  expect((const char *const[]){a, b}, 2, want);
  expect((const char *const[]){b, a, b}, 3, want);
  pq_scratch_close(&s);
}

/* Many records, a file for each third: with little memory there are more runs
 * than may be open at once, and the bytes are the same. */
static void test_runs(void **state) {
  (void)state;
  enum {
    RECORDS = 300
  };
  pq_scratch s;
  pq_scratch_open(&s);
  pq_buf parts[3];
  for (int k = 0; k < 3; ++k) {
    pq_buf_init(&parts[k], NULL);
  }
  for (int i = 0; i < RECORDS; ++i) {
    const int n = i * 7919 % RECORDS; /* in no order */
    pq_buf_format(&parts[i % 3],
                  "<x:%04d> <http://purl.org/dc/terms/identifier> \"R-%04d\" "
                  "<x:g/%04d> .\n<x:%04d> <x:p> <x:o> <x:g/%04d> .\n",
                  n, n, n, n, n);
  }
  const char *files[3];
  static const char *const names[] = {"a.nq", "b.nq", "c.nq"};
  for (int k = 0; k < 3; ++k) {
    files[k] = pq_scratch_file(&s, names[k], pq_buf_view(&parts[k]));
    pq_buf_clear(&parts[k]);
  }
  pq_buf whole;
  pq_buf pieces;
  assert_int_equal(merge_into(&whole, files, 3, 0, NULL), PQ_OK);
  assert_int_equal(merge_into(&pieces, files, 3, 600, NULL), PQ_OK);
  assert_true(pq_view_same(pq_buf_view(&whole), pq_buf_view(&pieces)));
  pq_view rest = pq_buf_view(&whole);
  for (int i = 0; i < RECORDS; ++i) {
    char id[16];
    (void)snprintf(id, sizeof id, "\"R-%04d\"", i);
    const pq_view line = pq_view_cut(&rest, '\n');
    char text[200];
    (void)snprintf(text, sizeof text, "%.*s", (int)line.len, line.ptr);
    assert_non_null(strstr(text, id));
    (void)pq_view_cut(&rest, '\n');
  }
  assert_int_equal(rest.len, 0);
  pq_buf_clear(&whole);
  pq_buf_clear(&pieces);
  pq_scratch_close(&s);
}

/* By the ids, not by how they are written: a quote comes after a space, and
 * what is escaped begins with another character. */
static void test_order_of_ids(void **state) {
  (void)state;
  static const char *const ids[] = {"A",      "A\\n", "A B", "A!",
                                    "A\\\"q", "A#",   "A-1", "A\\\\"};
  pq_scratch s;
  pq_scratch_open(&s);
  pq_buf lines;
  pq_buf_init(&lines, NULL);
  for (size_t i = sizeof ids / sizeof *ids; i-- > 0;) {
    pq_buf_format(&lines,
                  "<x:r> <http://purl.org/dc/terms/identifier> \"%s\" <x:%c> "
                  ".\n",
                  ids[i], (char)('z' - (char)i));
  }
  const char *const file = pq_scratch_file(&s, "a.nq", pq_buf_view(&lines));
  pq_buf out;
  assert_int_equal(merge_into(&out, &file, 1, 0, NULL), PQ_OK);
  pq_view rest = pq_buf_view(&out);
  for (size_t i = 0; i < sizeof ids / sizeof *ids; ++i) {
    const char end[] = {' ', '<', 'x', ':', (char)('z' - (char)i),
                        '>', ' ', '.', 0};
    assert_true(pq_view_ends(pq_view_cut(&rest, '\n'), pq_view_of(end)));
  }
  assert_int_equal(rest.len, 0);
  pq_buf_clear(&out);
  pq_buf_clear(&lines);
  pq_scratch_close(&s);
}

/* Lines of two graphs by turns are many blocks of each. */
static void test_graphs_by_turns(void **state) {
  enum {
    LINES = 30000
  };
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  pq_buf lines;
  pq_buf want;
  pq_buf_init(&lines, NULL);
  pq_buf_init(&want, NULL);
  for (int i = 0; i < 2 * LINES; ++i) {
    const int n = i / 2 * 7919 % LINES; /* in no order */
    pq_buf_format(&lines, "<x:%05d> <x:p> <x:o> <x:%d> .\n", n, i % 2);
    pq_buf_format(&want, "<x:%05d> <x:p> <x:o> <x:%d> .\n", i % LINES,
                  i / LINES);
  }
  const char *const file = pq_scratch_file(&s, "a.nq", pq_buf_view(&lines));
  for (size_t memory = 100000; memory < 20000000; memory *= 100) {
    pq_buf out;
    assert_int_equal(merge_into(&out, &file, 1, memory, NULL), PQ_OK);
    assert_true(pq_view_same(pq_buf_view(&out), pq_buf_view(&want)));
    pq_buf_clear(&out);
  }
  pq_buf_clear(&lines);
  pq_buf_clear(&want);
  pq_scratch_close(&s);
}

static void expect_refused(const char *bytes, uint32_t line) {
  pq_scratch s;
  pq_scratch_open(&s);
  pq_heard heard;
  pq_heard_init(&heard);
  pq_buf out;
  const char *const file = pq_scratch_file(&s, "a.nq", pq_view_of(bytes));
  assert_int_equal(merge_into(&out, &file, 1, 0, &heard), PQ_BAD_SYNTAX);
  assert_int_equal(pq_heard_find(&heard, "merge.line")->line, line);
  assert_int_equal(out.len, 0);
  pq_buf_clear(&out);
  pq_scratch_close(&s);
}

static void test_what_is_no_quad(void **state) {
  (void)state;
  expect_refused("<x:a> <x:p> <x:o> <x:g> .\n<x:a> <x:p> .\n", 2);
  expect_refused("{\"record\": 1}\n", 1);
  expect_refused("<x:a> <x:p> \"open <x:g> .\n", 1);
  expect_refused("<x:a> <x:p> <x:o> <x:g>\n", 1);
  expect_refused("<x:a> <x:p> <x:o> <x:g> . more\n", 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_by_id_and_once),
      cmocka_unit_test(test_lines_of_all),
      cmocka_unit_test(test_runs),
      cmocka_unit_test(test_order_of_ids),
      cmocka_unit_test(test_graphs_by_turns),
      cmocka_unit_test(test_what_is_no_quad),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
