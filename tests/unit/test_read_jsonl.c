#include "heard.h"
#include "unit.h"

#include "read/jsonl.h"

typedef struct taken {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
  pq_view summary;
} taken;

static pq_status take(taken *t, const char *text) {
  *t = (taken){.summary = PQ_LIT("as before")};
  pq_arena_init(&t->arena, NULL, 0);
  pq_heard_init(&t->heard);
  assert_int_equal(pq_store_begin(&t->r, &t->arena, &t->heard.sink), PQ_OK);
  t->r.bytes = pq_view_of(text);
  t->r.place = (pq_place){.file = PQ_LIT("a.jsonl"), .line = 4};
  return pq_jsonl_read(&t->r, &t->summary);
}

static void drop(taken *t) {
  pq_arena_clear(&t->arena);
}

static void test_fields(void **state) {
  (void)state;
  taken t;
  static const char text[] =
      "{\"stable_id\":\" R-HSA-1 \",\"display_name\":\"A \\u03b2\","
      "\"species\":\"Homo sapiens\",\"summary\":\" One\\ntwo. \","
      "\"kind\":\"Reaction\",\"pathways\":[\"R-HSA-2\"],\"x\":{\"y\":[1]}}";
  assert_int_equal(take(&t, text), PQ_OK);
  ASSERT_VIEW(t.r.stable_id, "R-HSA-1");
  ASSERT_VIEW(t.r.title, "A \xCE\xB2");
  ASSERT_VIEW(t.r.species, "Homo sapiens");
  ASSERT_VIEW(t.summary, " One\ntwo. "); /* offsets count in all of it */
  assert_int_equal(t.r.type, PQ_RECORD_REACTION);
  assert_int_equal(t.r.pathways.n, 1);
  assert_false(t.r.has_references);
  assert_int_equal(t.heard.n, 0);
  drop(&t);
}

/* The place of what is wrong is the line of the record. */
static void test_bad_ids(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "{\"references\":[{\"pmid\":\"PMC1\",\"doi\":\"x\","
                            "\"authors\":[\"Shi, Y\",\"Han, W\"]}]}"),
                   PQ_OK);
  assert_int_equal(t.heard.n, 2);
  assert_string_equal(t.heard.at[0].code, "reference.pmid");
  assert_int_equal(t.heard.at[0].line, 4);
  ASSERT_VIEW(t.r.references.at[0].pmid, "");
  ASSERT_VIEW(t.r.references.at[0].authors, "Shi, Y; Han, W");
  drop(&t);
}

static void test_references(void **state) {
  (void)state;
  taken t;
  static const char text[] =
      "{\"references\":[{\"pmid\":123,\"year\":2002,\"title\":\"T\","
      "\"authors\":\"Zamo A\"},{\"pmid\":\"0\",\"year\":\"2003\","
      "\"authors\":[\"Shi Y\",\"Han W\"]},7]}";
  assert_int_equal(take(&t, text), PQ_OK);
  assert_true(t.r.has_references);
  assert_int_equal(t.r.references.n, 2);
  ASSERT_VIEW(t.r.references.at[0].pmid, "123");
  ASSERT_VIEW(t.r.references.at[0].year, "2002");
  ASSERT_VIEW(t.r.references.at[0].authors, "Zamo A");
  ASSERT_VIEW(t.r.references.at[0].title, "T");
  ASSERT_VIEW(t.r.references.at[1].pmid, "");
  ASSERT_VIEW(t.r.references.at[1].year, "2003");
  ASSERT_VIEW(t.r.references.at[1].authors, "Shi Y, Han W");
  assert_int_equal(t.heard.n, 1);
  assert_int_equal(t.heard.at[0].severity, PQ_NOTE_WARN);
  drop(&t);
  assert_int_equal(take(&t, "{\"references\":[]}"), PQ_OK);
  assert_true(t.r.has_references);
  drop(&t);
  assert_int_equal(take(&t, "{\"references\":null,\"summary\":null}"), PQ_OK);
  assert_false(t.r.has_references);
  drop(&t);
}

static void test_bad(void **state) {
  (void)state;
  static const struct {
    const char *text, *code;
    uint32_t column;
  } cases[] = {
      {"{\"a\": 1", "json.syntax", 7},
      {"{\"\xCE\xB2\" 1}", "json.syntax", 6},
      {"{\"a\":1,\"a\":2}", "json.syntax", 10},
      {"{\"a\":\"\\u0000\"}", "json.syntax", 0},
      {"{} {}", "json.syntax", 4},
      {"[1]", "json.form", 1},
      {"\"text\"", "json.form", 1},
      {"{\"summary\":7}", "json.form", 1},
      {"{\"references\":{}}", "json.form", 1},
      {"{\"references\":[{\"authors\":[1]}]}", "json.form", 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    taken t;
    assert_int_equal(take(&t, cases[i].text), PQ_BAD_SYNTAX);
    assert_int_equal(t.heard.n, 1);
    assert_string_equal(t.heard.at[0].code, cases[i].code);
    assert_int_equal(t.heard.at[0].line, 4);
    if (cases[i].column) {
      assert_int_equal(t.heard.at[0].column, cases[i].column);
    }
    ASSERT_VIEW(t.summary, "as before");
    drop(&t);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),
      cmocka_unit_test(test_references),
      cmocka_unit_test(test_bad_ids),
      cmocka_unit_test(test_bad),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
