#include "unit.h"

#include "model/plain_part.h"

#include <stdio.h>

static void assert_tag(const char *text, pq_tag want, size_t length,
                       const char *inside) {
  size_t len = 0;
  pq_view within = {"", 0};
  const pq_tag tag = pq_plain_tag(pq_view_of(text), &len, &within);
  if (tag != want) (void)fprintf(stderr, "%s: %d\n", text, (int)tag);
  assert_int_equal(tag, want);
  if (want != PQ_TAG_NONE) assert_int_equal(len, length);
  if (inside) ASSERT_VIEW(within, inside);
}

static void test_tags(void **state) {
  (void)state;
  assert_tag("<i>x</i>", PQ_TAG_LOOK, 3, "x");
  assert_tag("</i> x", PQ_TAG_LOOK, 4, NULL);
  assert_tag("<A HREF=\"a\">x</a>", PQ_TAG_LOOK, 12, NULL);
  assert_tag("&lt;b&gt;x&lt;/b&gt;", PQ_TAG_LOOK, 9, "x");
  assert_tag("<sub>2</sub>", PQ_TAG_LOWER, 5, "2");
  assert_tag("<SUP>12</SUP>", PQ_TAG_UPPER, 5, "12");
  assert_tag("<br/>", PQ_TAG_BREAK, 5, NULL);
  assert_tag("<p class='x'>", PQ_TAG_BREAK, 13, NULL);
  assert_tag("</li>", PQ_TAG_BREAK, 5, NULL);
  assert_tag("<!-- a <b> -->x", PQ_TAG_LOOK, 14, NULL);
}

static void test_prose(void **state) {
  (void)state;
  assert_tag("< 0.05", PQ_TAG_NONE, 0, NULL);
  assert_tag("<B", PQ_TAG_NONE, 0, NULL);
  assert_tag("<script>a</script>", PQ_TAG_NONE, 0, NULL);
  assert_tag("<B>C", PQ_TAG_NONE, 0, NULL);
  assert_tag("<b and c> d</b>", PQ_TAG_NONE, 0, NULL);
  assert_tag("<mml:math>x</mml:math>", PQ_TAG_NONE, 0, NULL);
  assert_tag("<https://x.org>", PQ_TAG_NONE, 0, NULL);
  assert_tag("<!-- never closed", PQ_TAG_NONE, 0, NULL);
  assert_tag("<i <b>x</i>", PQ_TAG_NONE, 0, NULL);
  assert_tag("", PQ_TAG_NONE, 0, NULL);
}

static void assert_link(const char *text, const char *words, size_t length) {
  pq_view shown = {"", 0};
  size_t end = 0;
  const bool is = pq_plain_link(pq_view_of(text), &shown, &end);
  if (is != (length > 0)) (void)fprintf(stderr, "%s\n", text);
  assert_int_equal(is, length > 0);
  if (!is) return;
  ASSERT_VIEW(shown, words);
  assert_int_equal(end, length);
}

static void test_links(void **state) {
  (void)state;
  assert_link("[A](http://x.org/a_(b)) c", "A", 23);
  assert_link("[A](b.md \"C d\")", "A", 15);
  assert_link("[[A]](#a)", "[A]", 9);
  assert_link("[GRB2][1]", "GRB2", 9);
  assert_link("[12][13]", "", 0);
  assert_link("[Ca2+][PO4]", "", 0);
  assert_link("[3H](+)-pentazocine", "", 0);
  assert_link("[A] (http://x.org)", "", 0);
  assert_link("[A](http://x.org", "", 0);
  assert_link("[A](see b.md)", "", 0);
  assert_link("[](http://x.org)", "", 0);
}

static void test_citations(void **state) {
  (void)state;
  assert_true(pq_plain_cites(PQ_LIT("Wang 2001")));
  assert_true(pq_plain_cites(PQ_LIT("Wang et al")));
  assert_true(pq_plain_cites(PQ_LIT("12, 13")));
  assert_false(pq_plain_cites(PQ_LIT("STAT5A")));
  assert_false(pq_plain_cites(PQ_LIT("KIAA01234")));
}

static void test_footnotes(void **state) {
  (void)state;
  assert_int_equal(pq_plain_footnote(PQ_LIT("[^1] x")), 4);
  assert_int_equal(pq_plain_footnote(PQ_LIT("[^note]")), 7);
  assert_int_equal(pq_plain_footnote(PQ_LIT("[^1]: x")), 0);
  assert_int_equal(pq_plain_footnote(PQ_LIT("[^]")), 0);
  assert_int_equal(pq_plain_footnote(PQ_LIT("[^1")), 0);
  assert_int_equal(pq_plain_footnote(PQ_LIT("[1]")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_tags), cmocka_unit_test(test_prose),
      cmocka_unit_test(test_links), cmocka_unit_test(test_citations),
      cmocka_unit_test(test_footnotes)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
