#include "heard.h"
#include "unit.h"

#include "read/front.h"

/* What a text's front matter gave. */
typedef struct taken {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
  pq_front front;
} taken;

static pq_status take(taken *t, const char *text) {
  *t = (taken){.front = {.end = 77}};
  pq_arena_init(&t->arena, NULL, 0);
  pq_heard_init(&t->heard);
  assert_int_equal(pq_store_begin(&t->r, &t->arena, &t->heard.sink), PQ_OK);
  t->r.bytes = pq_view_of(text);
  t->r.place = (pq_place){.file = PQ_LIT("a.md"), .line = 1};
  return pq_front_read(&t->r, &t->front);
}

static void drop(taken *t) {
  pq_arena_clear(&t->arena);
}

static void assert_fails(const char *text, pq_status st, const char *code,
                         uint32_t line, uint32_t column) {
  taken t;
  assert_int_equal(take(&t, text), st);
  const pq_heard_note *const note = pq_heard_find(&t.heard, code);
  assert_non_null(note);
  assert_int_equal(note->severity, PQ_NOTE_ERROR);
  assert_int_equal(note->line, line);
  assert_int_equal(note->column, column);
  assert_int_equal(t.front.end, 77); /* untouched */
  drop(&t);
}

static void test_fields(void **state) {
  (void)state;
  taken t;
  static const char text[] = "---\nstable_id: R-HSA-1\n"
                             "display_name: A binds B\n"
                             "species: 'Homo sapiens'\nsummary: One\n  two.\n"
                             "type: Pathway\nother: {a: [b]}\n---\nText";
  assert_int_equal(take(&t, text), PQ_OK);
  assert_true(t.front.found);
  ASSERT_VIEW(pq_view_skip(t.r.bytes, t.front.end), "Text");
  ASSERT_VIEW(t.r.stable_id, "R-HSA-1");
  ASSERT_VIEW(t.r.title, "A binds B");
  ASSERT_VIEW(t.r.species, "Homo sapiens");
  ASSERT_VIEW(t.front.summary, "One two.");
  ASSERT_VIEW(pq_span_text(t.r.bytes, t.front.title), "A binds B");
  assert_int_equal(t.r.type, PQ_RECORD_PATHWAY);
  assert_false(t.r.has_references);
  assert_int_equal(t.heard.n, 0);
  drop(&t);
}

static void test_lists(void **state) {
  (void)state;
  taken t;
  static const char text[] =
      "---\npathways: [R-HSA-2, {stable_id: R-HSA-3, name: x}]\n"
      "references:\n- pmid: 123\n  year: 2002\n  authors: Zamo A, Amin HM.\n"
      "  title: T\n- pmid: 0\n  authors: [Shi Y, Han W]\n  more: [x]\n- what\n"
      "...\n";
  assert_int_equal(take(&t, text), PQ_OK);
  assert_int_equal(t.r.pathways.n, 2);
  ASSERT_VIEW(t.r.pathways.at[0], "R-HSA-2");
  ASSERT_VIEW(t.r.pathways.at[1], "R-HSA-3");
  assert_true(t.r.has_references);
  assert_int_equal(t.r.references.n, 2);
  ASSERT_VIEW(t.r.references.at[0].pmid, "123");
  ASSERT_VIEW(t.r.references.at[0].year, "2002");
  ASSERT_VIEW(t.r.references.at[0].authors, "Zamo A, Amin HM.");
  ASSERT_VIEW(t.r.references.at[1].pmid, "");
  ASSERT_VIEW(t.r.references.at[1].authors, "Shi Y, Han W");
  assert_int_equal(t.heard.n, 1);
  assert_string_equal(t.heard.at[0].code, "front.form");
  assert_int_equal(t.heard.at[0].line, 11);
  drop(&t);
}

static void test_fences(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "\xEF\xBB\xBF\r\n---\r\nstable_id: a\r\n---\r\nx"),
                   PQ_OK);
  ASSERT_VIEW(t.r.stable_id, "a");
  ASSERT_VIEW(pq_view_skip(t.r.bytes, t.front.end), "x");
  drop(&t);
  assert_int_equal(take(&t, "---\n---\nx"), PQ_OK);
  assert_true(t.front.found);
  drop(&t);
}

static void test_none(void **state) {
  (void)state;
  static const char *const texts[] = {"", "# T\n---\na: b\n---\n", "----\n"};
  taken t;
  for (size_t i = 0; i < 3; ++i) {
    assert_int_equal(take(&t, texts[i]), PQ_OK);
    assert_false(t.front.found);
    assert_int_equal(t.front.end, 0);
    assert_int_equal(t.heard.n, 0);
    drop(&t);
  }
  assert_int_equal(take(&t, "\xEF\xBB\xBF# T\n"), PQ_OK);
  assert_int_equal(t.front.end, 3); /* the mark is no text */
  drop(&t);
}

static void test_bad(void **state) {
  (void)state;
  assert_fails("---\na: b\n", PQ_BAD_SYNTAX, "front.no-end", 1, 1);
  assert_fails("\n---\na: [b\n---\n", PQ_BAD_SYNTAX, "yaml.syntax", 4, 1);
  assert_fails("---\na: &b c\n---\n", PQ_BAD_SYNTAX, "yaml.anchor", 2, 4);
  assert_fails("---\nstable_id: a\nstable_id: b\n---\n", PQ_BAD_SYNTAX,
               "front.twice", 3, 1);
  assert_fails("---\nstable_id: [a]\n---\n", PQ_BAD_SYNTAX, "front.not-text", 2,
               12);
  assert_fails("---\n? [a]\n: b\n---\n", PQ_BAD_SYNTAX, "front.key", 2, 3);
  assert_fails("---\njust text\n---\n", PQ_BAD_SYNTAX, "front.form", 2, 1);
}

static void test_title_with_escapes_is_no_text(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "---\ndisplay_name: \"A\\u0020b\"\n---\n"), PQ_OK);
  ASSERT_VIEW(t.r.title, "A b");
  assert_true(pq_span_empty(t.front.title));
  drop(&t);
}

static void test_slips(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "---\nstable_id: T\nSumary: One.\nnote: x\n---\n"),
                   PQ_OK);
  assert_int_equal(t.heard.n, 1); /* others' keys are not told */
  assert_string_equal(t.heard.at[0].code, "front.unknown");
  assert_int_equal(t.heard.at[0].severity, PQ_NOTE_WARN);
  assert_int_equal(t.heard.at[0].line, 3);
  drop(&t);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fields),
      cmocka_unit_test(test_lists),
      cmocka_unit_test(test_fences),
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_bad),
      cmocka_unit_test(test_slips),
      cmocka_unit_test(test_title_with_escapes_is_no_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
