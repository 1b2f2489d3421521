#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "base/yaml.h"

/* A reader over some text, with all that it needs. */
typedef struct reader {
  pq_arena arena;
  pq_heard heard;
  pq_yaml *yaml;
} reader;

static void open_reader(reader *r, const char *text) {
  pq_arena_init(&r->arena, NULL, 0);
  pq_heard_init(&r->heard);
  const pq_yaml_source source = {.bytes = pq_view_of(text),
                                 .file = PQ_LIT("x.yaml"),
                                 .line = 5,
                                 .sink = &r->heard.sink};
  r->yaml = NULL;
  assert_int_equal(pq_yaml_open(&r->arena, &source, &r->yaml), PQ_OK);
}

static void close_reader(reader *r) {
  pq_yaml_close(r->yaml);
  pq_arena_clear(&r->arena);
}

static pq_yaml_event take(reader *r) {
  pq_yaml_event e = {.kind = PQ_YAML_DOCUMENT_END};
  assert_int_equal(pq_yaml_next(r->yaml, &e), PQ_OK);
  return e;
}

static void expect(reader *r, pq_yaml_kind kind, const char *text) {
  const pq_yaml_event e = take(r);
  assert_int_equal(e.kind, kind);
  ASSERT_VIEW(e.text, text);
}

/* The first failure over a text: its status, and where. */
static pq_status failure(const char *text, pq_heard *heard) {
  reader r;
  pq_status st = PQ_OK;
  pq_yaml_event e;
  open_reader(&r, text);
  while (!st) {
    st = pq_yaml_next(r.yaml, &e);
  }
  if (st != PQ_END) assert_int_equal(pq_yaml_next(r.yaml, &e), st);
  *heard = r.heard;
  close_reader(&r);
  return st;
}

static void assert_fails(const char *text, pq_status st, uint32_t line,
                         uint32_t column) {
  pq_heard heard;
  assert_int_equal(failure(text, &heard), st);
  assert_int_equal(heard.n, 1);
  assert_int_equal(heard.at[0].severity, PQ_NOTE_ERROR);
  assert_int_equal(heard.at[0].line, line);
  assert_int_equal(heard.at[0].column, column);
}

static void test_events(void **state) {
  (void)state;
  reader r;
  open_reader(&r, "key: [a, 'b']\nno: ~\n");
  expect(&r, PQ_YAML_MAPPING, "");
  expect(&r, PQ_YAML_SCALAR, "key");
  expect(&r, PQ_YAML_SEQUENCE, "");
  expect(&r, PQ_YAML_SCALAR, "a");
  expect(&r, PQ_YAML_SCALAR, "b");
  expect(&r, PQ_YAML_SEQUENCE_END, "");
  expect(&r, PQ_YAML_SCALAR, "no");
  expect(&r, PQ_YAML_SCALAR, "~");
  expect(&r, PQ_YAML_MAPPING_END, "");
  expect(&r, PQ_YAML_DOCUMENT_END, "");
  pq_yaml_event e;
  assert_int_equal(pq_yaml_next(r.yaml, &e), PQ_END);
  close_reader(&r);
}

static void test_places_count_code_points(void **state) {
  (void)state;
  reader r;
  open_reader(&r, "a: x\n\xCE\xB2: \"\xCE\xB2\" # b\n");
  (void)take(&r);
  const pq_yaml_event key = take(&r);
  assert_int_equal(key.at.line, 5);
  assert_int_equal(key.at.column, 1);
  assert_true(key.plain);
  (void)take(&r);
  (void)take(&r);
  const pq_yaml_event value = take(&r);
  ASSERT_VIEW(value.at.file, "x.yaml");
  assert_int_equal(value.at.line, 6);
  assert_int_equal(value.at.column, 4);
  assert_int_equal(value.begin, 9);
  assert_false(value.plain);
  ASSERT_VIEW(value.text, "\xCE\xB2");
  close_reader(&r);
}

static void test_scalars_fold(void **state) {
  (void)state;
  reader r;
  open_reader(&r, "a: one\n  two\nb: |\n  one\n  two\nc: >\n  x\n  y\n");
  (void)take(&r);
  expect(&r, PQ_YAML_SCALAR, "a");
  expect(&r, PQ_YAML_SCALAR, "one two");
  expect(&r, PQ_YAML_SCALAR, "b");
  expect(&r, PQ_YAML_SCALAR, "one\ntwo\n");
  expect(&r, PQ_YAML_SCALAR, "c");
  expect(&r, PQ_YAML_SCALAR, "x y\n");
  close_reader(&r);
}

static void test_skip(void **state) {
  (void)state;
  reader r;
  open_reader(&r, "a: {b: [c, {d: e}]}\nf: g\n");
  (void)take(&r);
  pq_yaml_event e = take(&r);
  assert_int_equal(pq_yaml_skip(r.yaml, &e), PQ_OK); /* a scalar: nothing */
  e = take(&r);
  assert_int_equal(e.kind, PQ_YAML_MAPPING);
  assert_int_equal(pq_yaml_skip(r.yaml, &e), PQ_OK);
  expect(&r, PQ_YAML_SCALAR, "f");
  close_reader(&r);
}

static void test_empty(void **state) {
  (void)state;
  reader r;
  open_reader(&r, "");
  expect(&r, PQ_YAML_DOCUMENT_END, "");
  close_reader(&r);
  pq_yaml_close(NULL);
}

static void test_broken(void **state) {
  (void)state;
  assert_fails("a: [b\nc: d\n", PQ_BAD_SYNTAX, 6, 2);
  assert_fails("a: b\n\tc: d\n", PQ_BAD_SYNTAX, 6, 1);
  assert_fails("a: \"b\n", PQ_BAD_SYNTAX, 6, 1);
  assert_fails("a: b\n---\nc: d\n", PQ_BAD_SYNTAX, 6, 1);
}

static void test_no_names(void **state) {
  (void)state;
  assert_fails("a: &x b\n", PQ_BAD_SYNTAX, 5, 4);
  assert_fails("a: *x\n", PQ_BAD_SYNTAX, 5, 4);
  assert_fails("a: !!int 3\n", PQ_BAD_SYNTAX, 5, 4);
  assert_fails("a: &x [b]\n", PQ_BAD_SYNTAX, 5, 4);
  assert_fails("a: !t {b: c}\n", PQ_BAD_SYNTAX, 5, 4);
}

static void test_encoding(void **state) {
  (void)state;
  assert_fails("a: b\nc: \xFF\n", PQ_BAD_ENCODING, 6, 4);
  assert_fails("a: b\x01\n", PQ_BAD_SYNTAX, 5, 5);
  assert_fails("a: \"\\0\"\n", PQ_BAD_ENCODING, 5, 4);
}

static void test_depth(void **state) {
  (void)state;
  char text[2 * PQ_YAML_DEPTH_MOST + 3];
  const size_t most = PQ_YAML_DEPTH_MOST;
  memset(text, '[', most);
  memset(text + most, ']', most);
  text[2 * most] = '\0';
  pq_heard heard;
  assert_int_equal(failure(text, &heard), PQ_END);
  memset(text, '[', most + 1);
  memset(text + most + 1, ']', most + 1);
  text[2 * most + 2] = '\0';
  assert_fails(text, PQ_LIMIT, 5, PQ_YAML_DEPTH_MOST + 1);
}

static void test_too_many(void **state) {
  (void)state;
  static char text[3 * PQ_YAML_EVENTS_MOST + 1];
  for (size_t i = 0; i < PQ_YAML_EVENTS_MOST; ++i) {
    text[3 * i] = '-';
    text[3 * i + 1] = ' ';
    text[3 * i + 2] = '\n';
  }
  pq_heard heard;
  assert_int_equal(failure(text, &heard), PQ_LIMIT);
  assert_string_equal(heard.at[0].code, "yaml.events");
}

static pq_status read_through(void *user, pq_alloc *alloc) {
  (void)user;
  static char text[100 * 1024]; /* more than the arena's first block */
  pq_arena arena;
  pq_yaml *yaml = NULL;
  memset(text, 'x', sizeof text - 1);
  pq_arena_init(&arena, alloc, 0);
  const pq_yaml_source source = {.bytes = pq_view_of(text)};
  pq_status st = pq_yaml_open(&arena, &source, &yaml);
  pq_yaml_event e;
  while (!st) {
    st = pq_yaml_next(yaml, &e);
  }
  pq_yaml_close(yaml);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(read_through, NULL, PQ_END) >= 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_events),
      cmocka_unit_test(test_places_count_code_points),
      cmocka_unit_test(test_scalars_fold),
      cmocka_unit_test(test_skip),
      cmocka_unit_test(test_empty),
      cmocka_unit_test(test_broken),
      cmocka_unit_test(test_no_names),
      cmocka_unit_test(test_encoding),
      cmocka_unit_test(test_depth),
      cmocka_unit_test(test_too_many),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
