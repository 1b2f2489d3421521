#include "failing.h"
#include "unit.h"

#include "base/utf8.h"

static void test_check(void **state) {
  (void)state;
  static const struct {
    const char *text;
    size_t bad; /* offset, or the length */
  } cases[] = {
      {"", 0},
      {"abc", 3},
      {"\xCE\xB2\xE2\x80\x93\xF0\x9F\xA7\xAC", 9},
      {"ab\xFF", 2},
      {"a\x80", 1},    /* continues nothing */
      {"a\xCE", 1},    /* cut off */
      {"\xC0\x80", 0}, /* overlong */
      {"\xC1\xBF", 0},
      {"\xE0\x9F\xBF", 0},
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xED\x9F\xBF", 3}, /* the last before the surrogates */
      {"\xED\xA0\x80", 0},
      {"\xF4\x8F\xBF\xBF", 4}, /* U+10FFFF */
      {"\xF4\x90\x80\x80", 0},
      {"\xF5\x80\x80\x80", 0},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    assert_int_equal(pq_utf8_check(pq_view_of(cases[i].text)), cases[i].bad);
  }
  assert_int_equal(pq_utf8_check((pq_view){"a\0b", 3}), 1);
}

static void test_step_and_count(void **state) {
  (void)state;
  const pq_view text = PQ_LIT("a\xCE\xB2\xE2\x80\x93\xF0\x9F\xA7\xAC");
  static const uint32_t codes[] = {'a', 0x3B2, 0x2013, 0x1F9EC};
  size_t at = 0;
  for (size_t i = 0; i < 4; ++i) {
    const size_t before = at;
    char put[4];
    const uint32_t code = pq_utf8_next(text, &at);
    assert_int_equal(code, codes[i]);
    assert_int_equal(pq_utf8_put(code, put), at - before);
    assert_memory_equal(put, text.ptr + before, at - before);
  }
  assert_int_equal(at, text.len);
  assert_int_equal(pq_utf8_count(text), 4);
}

static void test_classes(void **state) {
  (void)state;
  assert_true(pq_utf8_is_letter('a'));
  assert_false(pq_utf8_is_letter('7'));
  assert_true(pq_utf8_is_letter(0x3B2));
  assert_false(pq_utf8_is_letter(0x2013));
  assert_true(pq_utf8_is_upper(0x394)); /* Delta */
  assert_false(pq_utf8_is_upper(0x3B4));
  assert_true(pq_utf8_is_mark(0x301));
  assert_false(pq_utf8_is_mark('a'));
  assert_int_equal(pq_utf8_lower(0x394), 0x3B4);
  assert_int_equal(pq_utf8_base(0xFC), 'u');
  assert_int_equal(pq_utf8_base(0xF8), 0xF8); /* o with stroke is whole */
}

static void assert_folds(const char *text, const char *want) {
  pq_buf b;
  pq_buf_init(&b, NULL);
  pq_utf8_fold(pq_view_of(text), &b);
  assert_int_equal(b.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&b), want);
  pq_buf_clear(&b);
}

static void test_fold(void **state) {
  (void)state;
  assert_folds("M\xC3\xBCller", "muller");
  assert_folds("Mu\xCC\x88ller", "muller");
  assert_folds("J\xC3\xB8rgensen", "jorgensen");
  assert_folds("\xC5\x81uczak", "luczak");
  assert_folds("Stra\xC3\x9F"
               "e",
               "strasse");
  assert_folds("\xC3\x86", "ae");
}

static void test_nfkc(void **state) {
  (void)state;
  pq_buf b;
  pq_buf_init(&b, NULL);
  pq_utf8_nfkc(PQ_LIT("e\xCC\x81 \xEF\xAC\x81 x\xC2\xB2"), &b);
  assert_int_equal(b.status, PQ_OK);
  ASSERT_VIEW(pq_buf_view(&b), "\xC3\xA9 fi x2");
  pq_buf_reset(&b);
  pq_utf8_nfkc(PQ_LIT(""), &b);
  ASSERT_VIEW(pq_buf_view(&b), "");
  pq_buf_clear(&b);
  for (size_t i = 0; i < 2; ++i) {
    pq_failing f = pq_failing_new(i);
    pq_buf_init(&b, &f.base);
    pq_utf8_nfkc(PQ_LIT("abc"), &b);
    assert_int_equal(b.status, PQ_NO_MEM);
    pq_buf_clear(&b);
  }
}

/* One bad byte at every place of a text that is longer than eight. */
static void test_check_long(void **state) {
  (void)state;
  for (size_t at = 0; at < 27; ++at) {
    char text[27];
    memset(text, 'x', sizeof text);
    const pq_view view = {text, sizeof text};
    assert_int_equal(pq_utf8_check(view), sizeof text);
    text[at] = '\0';
    assert_int_equal(pq_utf8_check(view), at);
    text[at] = '\x80';
    assert_int_equal(pq_utf8_check(view), at);
    text[at] = '\x01';
    assert_int_equal(pq_utf8_check(view), sizeof text);
  }
}

/* UTF-8 that was read as Windows-1252 and written again. */
static void test_mend(void **state) {
  (void)state;
  static const struct {
    const char *broken;
    const char *meant;
  } cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"K\u00C3\u00A4uper", "K\u00E4uper"},
      {"\u00C3\u00B6st", "\u00F6st"},
      {"Ib\u00C3\u00A1\u00C3\u00B1ez", "Ib\u00E1\u00F1ez"},
      {"IL2R\u00CE\u00B3", "IL2R\u03B3"},
      {"\u00CF\u2030-3", "\u03C9-3"},
      {"NF\u00E2\u20AC\u2018kB", "NF\u2011kB"},
      {"1\u00E2\u20AC\u201C4", "1\u20134"},
      {"TIL\u00E2\u20AC\u2122 domain", "TIL\u2019 domain"},
      {"5\u00E2\u20AC\u00B2", "5\u2032"},
      {"a\u00E2\u02C6\u2019b", "a\u2212b"},
      {"37 \u00C2\u00B0C, 2 \u00C2\u00B5M", "37 \u00B0C, 2 \u00B5M"},
      /* the last byte was lost: inside of a word a dash, else a quote */
      {"GM\u00E2\u20AC\uFFFDCSF", "GM\u2010CSF"},
      {"DPP\u00E2\u20AC\uFFFD) is", "DPP\u201D) is"},
      /* whole */
      {"K\u00E4uper, \u00C3, \u03B1, \u2013",
       "K\u00E4uper, \u00C3, \u03B1, \u2013"},
      {"2.5\u00C5\u20136\u00C5", "2.5\u00C5\u20136\u00C5"},
      {"\u00E2\u20ACx", "\u00E2\u20ACx"},
      {"\u00E2\u20AC", "\u00E2\u20AC"},
      {"\u00C3", "\u00C3"},
      {"x\u00E2\u0192\uFFFDy", "x\u00E2\u0192\uFFFDy"},
  };
  pq_arena arena;
  pq_arena_init(&arena, NULL, 0);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
    pq_view text = pq_view_of(cases[i].broken);
    assert_int_equal(pq_utf8_mend(&arena, &text), PQ_OK);
    ASSERT_VIEW(text, cases[i].meant);
  }
  pq_arena_clear(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_check),   cmocka_unit_test(test_step_and_count),
      cmocka_unit_test(test_classes), cmocka_unit_test(test_fold),
      cmocka_unit_test(test_nfkc),    cmocka_unit_test(test_check_long),
      cmocka_unit_test(test_mend),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
