#include "failing.h"
#include "unit.h"

#include "model/plain.h"

typedef struct made {
  pq_arena arena;
  pq_view text;
  pq_plain plain;
} made;

static void make(made *m, const char *text) {
  pq_arena_init(&m->arena, NULL, 0);
  m->text = pq_view_of(text);
  assert_int_equal(pq_plain_make(&m->arena, m->text, &m->plain), PQ_OK);
}

static void assert_plain(const char *text, const char *want) {
  made m;
  make(&m, text);
  ASSERT_VIEW(m.plain.bytes, want);
  pq_arena_clear(&m.arena);
}

/* Some words of the plain text stand so in the text as written. */
static void assert_quote(const char *text, const char *words,
                         const char *want) {
  made m;
  make(&m, text);
  uint32_t at = 0;
  while (!pq_view_starts(pq_view_skip(m.plain.bytes, at), pq_view_of(words))) {
    assert_true(++at < m.plain.bytes.len);
  }
  const pq_span span = {at, at + (uint32_t)strlen(words)};
  const pq_span quote = pq_plain_written(&m.plain, span);
  ASSERT_VIEW(pq_span_text(m.text, quote), want);
  const pq_span back = pq_plain_span(&m.plain, quote);
  assert_int_equal(back.begin, span.begin);
  assert_int_equal(back.end, span.end);
  pq_arena_clear(&m.arena);
}

static void test_no_marks(void **state) {
  (void)state;
  static const char *const texts[] = {
      "",
      "JAK2 binds STAT3 [12] (p < 0.05).",
      "A & B; C",
      "[Ca2+]i, [3H]thymidine, [PMID:123]",
      "A<B",
      "IFN-\xCE\xB3 and IL\xE2\x80\x93 6\xC2\xA0",
      "\xEF\xBB\xBFJAK2"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    made m;
    make(&m, texts[i]);
    assert_ptr_equal(m.plain.bytes.ptr, m.text.ptr);
    assert_int_equal(m.plain.bytes.len, m.text.len);
    assert_int_equal(m.plain.n_seams, 0);
    pq_arena_clear(&m.arena);
  }
}

static void test_marks(void **state) {
  (void)state;
  assert_plain("H<sub>2</sub>O<sub>2</sub>", "H2O2");
  assert_plain("PO<sub>4</sub><sup>3&minus;</sup>.", "PO4(3\xE2\x88\x92).");
  assert_plain("PO\xE2\x82\x84\xC2\xB3\xE2\x81\xBB.", "PO4(3-).");
  assert_plain("STAT3<sup>12</sup> acts", "STAT3 acts");
  assert_plain("STAT3\xC2\xB9\xC2\xB2,\xC2\xB3 acts", "STAT3 acts");
  assert_plain("STAT3<sup><a href='x'>12</a></sup> acts", "STAT3 acts");
  assert_plain("AKT1<sup>S473</sup>", "AKT1 S473");
  assert_plain("Tyr<sup>845</sup>,<sup>1068</sup>", "Tyr845,1068");
  assert_plain("Ser<sup>218</sup>/<sup>222</sup>", "Ser218/222");
  assert_plain("Tyr<sup>845</sup>, <sup>992</sup>,<sup>1068</sup>",
               "Tyr845, 992,1068");
  assert_plain("Tyr<sup>845</sup>,<sup>12</sup> x", "Tyr845, x");
  assert_plain("serine,<sup>123</sup> x", "serine, x");
  assert_plain("STAT3,<sup>123</sup> x", "STAT3, x");
  assert_plain("10<sup>5</sup>, 10&sup2;", "10^5, 10^2");
  assert_plain("NF-&kappa;B<br>x", "NF-\xCE\xBA"
                                   "B\n\nx");
  assert_plain("a<i>b</i>c<!-- d -->e", "abce");
  assert_plain("[A](http://x.org) and [B][1][^2] ![C](c.png)", "A and B ");
  /* What stands for an image is no prose. */
  assert_plain("A binds B ![A cuts B](c.png).", "A binds B .");
  assert_plain("([Wang 2001](http://x.org))", "(Wang 2001)");
  assert_plain("phos\xC2\xADpho\xE2\x80\x8Brylates", "phosphorylates");
  assert_plain("\xC3\x8E\xC2\xB2-catenin<i>a</i>", "\xC3\x8E\xC2\xB2-catenina");
  assert_plain("A&lt;B<i>C</i>", "A<BC");
}

static void test_places(void **state) {
  (void)state;
  assert_quote("so H<sub>2</sub>O is", "H2O", "H<sub>2</sub>O");
  assert_quote("so <b>JAK2</b> is", "JAK2", "JAK2");
  assert_quote("so <b>JAK2</b> is", "JAK2 is", "JAK2</b> is");
  assert_quote("so <b>JAK2</b> is", "so JAK2", "so <b>JAK2");
  assert_quote("a &beta;-chain", "\xCE\xB2", "&beta;");
  assert_quote("a &beta;-chain", "\xCE\xB2-chain", "&beta;-chain");
  assert_quote("<i>&beta;</i>x", "\xCE\xB2", "&beta;");
  assert_quote("AKT1<sup>S473</sup> x", "AKT1", "AKT1");
  assert_quote("AKT1<sup>S473</sup> x", "S473", "S473");
  assert_quote("[A](http://x.org) b", "A", "A");
  assert_quote("A<br>b", "b", "b");
}

static void test_titles(void **state) {
  (void)state;
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  pq_view text = PQ_LIT("M&uuml;ller");
  assert_int_equal(pq_plain_text(&arena, &text), PQ_OK);
  ASSERT_VIEW(text, "M\xC3\xBCller");
  text = (pq_view){NULL, 0};
  assert_int_equal(pq_plain_text(&arena, &text), PQ_OK);
  assert_int_equal(text.len, 0);
  pq_arena_clear(&arena);
}

static pq_status build(void *user, pq_alloc *alloc) {
  (void)user;
  pq_arena arena;
  pq_plain plain;
  pq_arena_init(&arena, alloc, 0);
  const pq_status st =
      pq_plain_make(&arena, PQ_LIT("<i>a</i>&beta;[b](#c)"), &plain);
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(build, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_no_marks), cmocka_unit_test(test_marks),
      cmocka_unit_test(test_places), cmocka_unit_test(test_titles),
      cmocka_unit_test(test_out_of_memory)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
