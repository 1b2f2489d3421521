#include "unit.h"

#include "read/json.h"

typedef struct made {
  pq_arena arena;
  pq_json *root;
  bool sure;
} made;

static const pq_json *read(made *m, const char *text) {
  *m = (made){.root = NULL};
  pq_arena_init(&m->arena, NULL, 0);
  assert_int_equal(
      pq_json_read(&m->arena, pq_view_of(text), &m->root, &m->sure), PQ_OK);
  return m->root;
}

static void drop(made *m) {
  pq_arena_clear(&m->arena);
}

static void test_tree(void **state) {
  (void)state;
  made m;
  const pq_json *const v = read(
      &m, " {\"a\" : [1, \"x\", {}, []], \"b\":null,\"c\": true ,\"\":-20 }\n");
  assert_non_null(v);
  assert_true(m.sure);
  assert_int_equal(v->kind, PQ_JSON_OBJECT);
  assert_int_equal(v->n, 4);
  const pq_json *const a = pq_json_at(v, "a");
  assert_non_null(a);
  assert_int_equal(a->kind, PQ_JSON_LIST);
  assert_int_equal(a->n, 4);
  assert_int_equal(a->child->kind, PQ_JSON_INTEGER);
  ASSERT_VIEW(a->child->text, "1");
  ASSERT_VIEW(a->child->next->text, "x");
  assert_int_equal(a->child->next->next->kind, PQ_JSON_OBJECT);
  assert_int_equal(a->last->kind, PQ_JSON_LIST);
  assert_null(a->last->next);
  assert_int_equal(pq_json_at(v, "b")->kind, PQ_JSON_NULL);
  assert_int_equal(pq_json_at(v, "b")->text.len, 0);
  assert_int_equal(pq_json_at(v, "c")->kind, PQ_JSON_BOOL);
  ASSERT_VIEW(pq_json_at(v, "c")->text, "true");
  ASSERT_VIEW(pq_json_at(v, "")->text, "-20");
  assert_null(pq_json_at(v, "d"));
  assert_null(pq_json_at(a, "a"));
  drop(&m);
}

/* Escapes as RFC 8259, section 7, lists them; the G clef is its example. */
static void test_escapes(void **state) {
  (void)state;
  made m;
  const pq_json *const v =
      read(&m, "\"\\\"\\\\\\/\\b\\f\\n\\r\\t.\\u03B2\\uD834\\udd1E\"");
  assert_non_null(v);
  assert_true(m.sure);
  ASSERT_VIEW(v->text, "\"\\/\b\f\n\r\t.\xCE\xB2\xF0\x9D\x84\x9E");
  drop(&m);
}

static void test_no_json(void **state) {
  (void)state;
  static const char *const texts[] = {"",
                                      "{",
                                      "[1",
                                      "[1,]",
                                      "{\"a\"}",
                                      "{\"a\":}",
                                      "{\"a\" 1}",
                                      "{\"a\":1,}",
                                      "[1}",
                                      "nul",
                                      "\"a",
                                      "\"\\",
                                      "\"\\x\"",
                                      "\"\\u12\"",
                                      "\"\\u0000\"",
                                      "\"\\ud800\"",
                                      "\"\\udc00\"",
                                      "\"\\ud800\\u0041\"",
                                      "\"a\tb\"",
                                      "01",
                                      "-",
                                      "1 2",
                                      "{} {}",
                                      "{a:1}",
                                      "\"\\u12g4\""};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    made m;
    assert_null(read(&m, texts[i]));
    assert_false(m.sure);
    drop(&m);
  }
}

/* What may be JSON, or may be too much for the library. */
static void test_unsure(void **state) {
  (void)state;
  static const char *const texts[] = {
      "1.5", "1e5", "-0.25E-3", "9223372036854775808", "{\"a\":1,\"a\":2}"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    made m;
    assert_non_null(read(&m, texts[i]));
    assert_false(m.sure);
    drop(&m);
  }
  char deep[1001];
  memset(deep, '[', 500);
  memset(deep + 500, ']', 500);
  deep[1000] = '\0';
  made m;
  assert_non_null(read(&m, deep));
  assert_false(m.sure);
  drop(&m);
}

static void test_zero(void **state) {
  (void)state;
  made m;
  ASSERT_VIEW(read(&m, "-0")->text, "0"); /* as an integer prints it */
  assert_true(m.sure);
  drop(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tree),    cmocka_unit_test(test_escapes),
      cmocka_unit_test(test_no_json), cmocka_unit_test(test_unsure),
      cmocka_unit_test(test_zero),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
