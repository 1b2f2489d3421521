#include "unit.h"

#include "model/store.h"
#include "read/prose.h"

static void assert_span(const char *text, pq_span got, const char *want) {
  ASSERT_VIEW(pq_span_text(pq_view_of(text), got), want);
}

static void test_our_layout(void **state) {
  (void)state;
  static const char text[] = "\n# A title #\n**Reactome ID:** [R](u)\n"
                             "**Species:** Homo sapiens\n\n## Summary\n\n"
                             "One.\n\n### More\nTwo.\n\n## References\nX\n";
  const pq_prose p = pq_prose_find(pq_view_of(text), 0);
  assert_true(p.summary);
  assert_span(text, p.title, "A title");
  assert_span(text, p.body, "\nOne.\n\n### More\nTwo.\n\n");
  assert_int_equal(p.unread, 0);
  assert_int_equal(p.listed, strlen(text) - 2);
}

static void test_references(void **state) {
  (void)state;
  static const char first[] = "## Literature cited:\n- A\n# T\nOne.\n";
  pq_prose p = pq_prose_find(pq_view_of(first), 0);
  assert_span(first, p.title, "T"); /* their heading is no title */
  assert_int_equal(p.listed, strlen("## Literature cited:\n- "));
  static const char none[] = "# T\nOne.\n\n## References\n\n## More\nTwo.\n";
  p = pq_prose_find(pq_view_of(none), 0);
  assert_int_equal(p.listed, 0); /* nothing is lost */
  static const char other[] = "# T\n## Summary\nOne.\n## More\nTwo.\n";
  p = pq_prose_find(pq_view_of(other), 0);
  assert_int_equal(p.unread, strlen(other) - strlen("Two.\n"));
}

static void test_no_summary(void **state) {
  (void)state;
  static const char text[] = "# T\nOne.\n## Two\nThree.\n";
  const pq_prose p = pq_prose_find(pq_view_of(text), 0);
  assert_false(p.summary);
  assert_span(text, p.title, "T");
  assert_span(text, p.body, "One.\n## Two\nThree.\n");
  assert_int_equal(p.unread, 0);
}

static void test_other_forms(void **state) {
  (void)state;
  static const char under[] = "T one\n=====\r\n\r\nsummary\r\n---\r\nOne.\r\n";
  pq_prose p = pq_prose_find(pq_view_of(under), 0);
  assert_span(under, p.title, "T one");
  assert_true(p.summary);
  assert_span(under, p.body, "One.\r\n");
  static const char only[] = "## Summary\nOne.\n# T\n";
  p = pq_prose_find(pq_view_of(only), 0);
  assert_span(only, p.title, "");
  assert_span(only, p.body, "One.\n");
  static const char bare[] = "One. Two.";
  p = pq_prose_find(pq_view_of(bare), 0);
  assert_span(bare, p.title, "");
  assert_span(bare, p.body, bare);
  static const char code[] = "```\n# no title\n```\n# T\n";
  p = pq_prose_find(pq_view_of(code), 0);
  assert_span(code, p.title, "T");
  static const char open[] = "```\n# T\n";
  p = pq_prose_find(pq_view_of(open), 0);
  assert_span(open, p.title, "T"); /* never closed: no code */
}

/* Sentences as "part:words|": S, H or I. */
static void assert_cut(const char *text, const char *want) {
  pq_arena arena;
  pq_record r = {0};
  pq_text_id id = 0;
  char got[512];
  size_t n = 0;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_store_begin(&r, &arena, NULL), PQ_OK);
  assert_int_equal(pq_store_text(&r, PQ_SOURCE_FILE, pq_view_of(text), &id),
                   PQ_OK);
  const pq_span all = {0, (uint32_t)r.texts.at[id].plain.bytes.len};
  assert_int_equal(pq_prose_cut(&r, id, all, NULL), PQ_OK);
  for (uint32_t i = 0; i < r.sentences.n; ++i) {
    const pq_view one = pq_record_words(&r, i, r.sentences.at[i].span);
    got[n++] = "TSHI"[r.sentences.at[i].part];
    got[n++] = ':';
    memcpy(got + n, one.ptr, one.len);
    n += one.len;
    got[n++] = '|';
    if (i) {
      assert_true(r.sentences.at[i].paragraph >=
                  r.sentences.at[i - 1].paragraph);
    }
  }
  got[n] = '\0';
  assert_string_equal(got, want);
  pq_arena_clear(&arena);
}

static void test_blocks(void **state) {
  (void)state;
  assert_cut("One. Two\nthree.\n\nFour.\n", "S:One.|S:Two\nthree.|S:Four.|");
  assert_cut("### Head. Two\nOne.\n", "H:Head. Two|S:One.|");
  assert_cut("One:\n- a b\n  c\n* d\n2. e\n\nTwo.\n",
             "S:One:|I:a b\n  c|I:d|I:e|S:Two.|");
  assert_cut("> One.\n\n---\nTwo.\n", "S:One.|S:Two.|");
  assert_cut("| a | b |\n|---|---|\n| c | d |\n",
             "I:| a | b ||I:|---|---||I:| c | d ||");
  assert_cut("**Species:** Homo sapiens\nOne.\n", "S:One.|");
  assert_cut("```\ncode. More.\n```\nOne.\n", "S:One.|");
  assert_cut("**Bold. Text.** See [A link](http://x.Org/a). End.\n",
             "S:**Bold.|S:Text.**|S:See A link.|S:End.|");
}

static void test_references_are_no_prose(void **state) {
  (void)state;
  assert_cut("One.\n\n## References\n- A. B.\n### Reviews\nC.\n## D\nTwo.\n",
             "S:One.|H:D|S:Two.|");
  assert_cut("One.\n\nBibliography\n------------\nC.\n", "S:One.|");
  assert_cut("## References to STAT3\nOne.\n", "H:References to STAT3|S:One.|");
}

static void test_paragraphs_count(void **state) {
  (void)state;
  pq_arena arena;
  pq_record r = {0};
  pq_text_id id = 0;
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(pq_store_begin(&r, &arena, NULL), PQ_OK);
  const pq_view text = PQ_LIT("One. Two.\n\nThree.\n");
  assert_int_equal(pq_store_text(&r, PQ_SOURCE_FILE, text, &id), PQ_OK);
  assert_int_equal(pq_prose_cut(&r, id, (pq_span){0, (uint32_t)text.len}, NULL),
                   PQ_OK);
  assert_int_equal(r.sentences.n, 3);
  assert_int_equal(r.sentences.at[0].paragraph, 0);
  assert_int_equal(r.sentences.at[1].paragraph, 0);
  assert_int_equal(r.sentences.at[2].paragraph, 1);
  pq_arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_our_layout),
      cmocka_unit_test(test_no_summary),
      cmocka_unit_test(test_other_forms),
      cmocka_unit_test(test_blocks),
      cmocka_unit_test(test_references),
      cmocka_unit_test(test_references_are_no_prose),
      cmocka_unit_test(test_paragraphs_count),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
