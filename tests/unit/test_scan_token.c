#include "test_scan_text.h"

#include "scan/token.h"

#include <stdio.h>

static void expect_words(const char *text, const char *words) {
  scanned s;
  const pq_line l = cut_text(&s, text);
  for (uint32_t i = 0; i < l.n; ++i) {
    if (i) pq_buf_char(&s.told, ' ');
    pq_buf_put(&s.told, pq_line_word(&l, i));
  }
  ASSERT_VIEW(pq_buf_view(&s.told), words);
  drop_text(&s);
}

static void test_words_and_marks(void **state) {
  (void)state;
  expect_words("STAT3 binds JAK2.", "STAT3 binds JAK2 .");
  expect_words("p-Y705-STAT3 (Tyr705)", "p - Y705 - STAT3 ( Tyr705 )");
  expect_words("IL6:IL6R/gp130", "IL6 : IL6R / gp130");
  expect_words("NF-\xCE\xBA"
               "B\xE2\x80\x93p65",
               "NF - \xCE\xBA"
               "B \xE2\x80\x93 p65");
  expect_words("caf\xC3\xA9 M\xC3\xBCller's", "caf\xC3\xA9 M\xC3\xBCller ' s");
}

/* Markdown's marks are no tokens, and no space. */
static void test_emphasis(void **state) {
  (void)state;
  expect_words("**JAK2** binds *STAT3* `Y705`", "JAK2 binds STAT3 Y705");
  expect_words("HLA-A*02", "HLA - A * 02");
  scanned s;
  const pq_line l = cut_text(&s, "**JAK2**-mediated *in vitro*");
  assert_int_equal(l.n, 5);
  assert_true(l.at[1].classes & PQ_TOKEN_GLUED);
  assert_true(l.at[2].classes & PQ_TOKEN_GLUED);
  assert_false(l.at[3].classes & PQ_TOKEN_GLUED);
  drop_text(&s);
}

static void test_classes(void **state) {
  (void)state;
  scanned s;
  const pq_line l = cut_text(&s, "Stat3 MAPK is (at) 705 mTOR \xCE\xB2");
  assert_int_equal(l.n, 9);
  const uint32_t stat3 = l.at[0].classes;
  assert_true(stat3 & PQ_TOKEN_WORD);
  assert_true(stat3 & PQ_TOKEN_CAPITAL);
  assert_true(stat3 & PQ_TOKEN_DIGITS);
  assert_false(stat3 & (PQ_TOKEN_CAPITALS | PQ_TOKEN_MIXED | PQ_TOKEN_GLUED));
  assert_true(l.at[1].classes & PQ_TOKEN_CAPITALS);
  assert_false(l.at[2].classes & (PQ_TOKEN_CAPITAL | PQ_TOKEN_CAPITALS));
  assert_true(l.at[3].classes & PQ_TOKEN_MARK);
  assert_false(l.at[3].classes & PQ_TOKEN_GLUED);
  assert_true(l.at[4].classes & PQ_TOKEN_GLUED);
  assert_true(l.at[5].classes & PQ_TOKEN_GLUED);
  assert_true(l.at[6].classes & PQ_TOKEN_NUMBER);
  assert_true(l.at[7].classes & PQ_TOKEN_MIXED);
  assert_true(l.at[8].classes & PQ_TOKEN_GREEK);
  drop_text(&s);
}

/* A letter of another script changes none of the classes of the word before it
 * but those that say that all of it is so. */
static void test_classes_of_mixed_scripts(void **state) {
  (void)state;
  static const char *const words[] = {"Ab", "AB", "aB", "A1", "12", "a1B"};
  for (size_t i = 0; i < sizeof words / sizeof *words; ++i) {
    scanned plain;
    scanned wide;
    char text[20];
    (void)snprintf(text, sizeof text, "%s\xD7\x90", words[i]);
    const pq_line a = cut_text(&plain, words[i]);
    const pq_line b = cut_text(&wide, text);
    assert_int_equal(a.n, 1);
    assert_int_equal(b.n, 1);
    const uint32_t whole = PQ_TOKEN_CAPITALS | PQ_TOKEN_NUMBER;
    const uint32_t kept = a.at[0].classes & ~whole;
    assert_int_equal(b.at[0].classes & kept, kept);
    drop_text(&plain);
    drop_text(&wide);
  }
}

static void test_spans_are_bytes(void **state) {
  (void)state;
  scanned s;
  const pq_line l = cut_text(&s, "\xF0\x9D\x9B\xBC is \xCE\xB1.");
  assert_int_equal(l.n, 4);
  assert_int_equal(l.at[1].span.begin, 5);
  assert_int_equal(l.at[2].span.begin, 8);
  assert_int_equal(l.at[2].span.end, 10);
  drop_text(&s);
}

static void test_masks(void **state) {
  (void)state;
  static const want masked[] = {
      {"ALK (MIM:105590) acts", "MIM : 105590"},
      {"see http://a.org/b for it", "http : / / a . org / b"},
      {"EC 2.7.10.1 acts", "EC 2 . 7 . 10 . 1"},
      {"PMID:11751994 says so", "PMID : 11751994"},
      {"IL6:IL6R acts", ""},
      {"STAT3 acts", ""},
  };
  for (size_t k = 0; k < sizeof masked / sizeof masked[0]; ++k) {
    scanned s;
    const pq_line l = cut_text(&s, masked[k].text);
    pq_token_mask(&s.r, &s.r.sentences.at[0]);
    for (uint32_t i = 0; i < l.n; ++i) {
      if (!(l.at[i].classes & PQ_TOKEN_MASKED)) continue;
      if (s.told.len) pq_buf_char(&s.told, ' ');
      pq_buf_put(&s.told, pq_line_word(&l, i));
    }
    ASSERT_VIEW(pq_buf_view(&s.told), masked[k].said);
    drop_text(&s);
  }
}

static void test_line_helpers(void **state) {
  (void)state;
  scanned s;
  const pq_line l = cut_text(&s, "Stat-3 \xE2\x80\x91 (x)");
  assert_true(pq_line_says(&l, 0, "STAT"));
  assert_false(pq_line_says(&l, 0, "STA"));
  assert_true(pq_line_dash(&l, 1));
  assert_true(pq_line_dash(&l, 3));
  assert_false(pq_line_dash(&l, 2));
  assert_true(pq_line_mark(&l, 4, '('));
  assert_false(pq_line_mark(&l, 5, '('));
  assert_true(pq_line_glued(&l, 5));
  assert_false(pq_line_glued(&l, 4));
  /* behind the end there is nothing */
  assert_int_equal(pq_line_word(&l, 99).len, 0);
  assert_false(pq_line_mark(&l, 99, '('));
  assert_false(pq_line_glued(&l, 99));
  assert_false(pq_line_dash(&l, 99));
  drop_text(&s);
}

static void test_numbers(void **state) {
  (void)state;
  assert_int_equal(pq_number_of(PQ_LIT("705")), 705);
  assert_int_equal(pq_number_of(PQ_LIT("007")), 7);
  assert_int_equal(pq_number_of(PQ_LIT("")), 0);
  assert_int_equal(pq_number_of(PQ_LIT("7a")), 0);
  assert_int_equal(pq_number_of(PQ_LIT("99999999999999999999")), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_words_and_marks),
      cmocka_unit_test(test_emphasis),
      cmocka_unit_test(test_classes),
      cmocka_unit_test(test_classes_of_mixed_scripts),
      cmocka_unit_test(test_spans_are_bytes),
      cmocka_unit_test(test_masks),
      cmocka_unit_test(test_line_helpers),
      cmocka_unit_test(test_numbers),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
