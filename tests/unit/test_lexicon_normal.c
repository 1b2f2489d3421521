#include "test_lexicon_tables.h"

#include "base/utf8.h"
#include "lexicon/normal.h"

#include <stdio.h>

static void check_key(const char *raw, const char *key) {
  pq_normal k;
  ASSERT_VIEW(pq_normal_of(&k, pq_view_of(raw), 0), key);
}

static void check_spaced(const char *raw, const char *key) {
  pq_normal k;
  ASSERT_VIEW(pq_normal_of(&k, pq_view_of(raw), PQ_NORMAL_SPACE), key);
}

static void test_spellings(void **state) {
  (void)state;
  static const char *const stat3[] = {"STAT3",        "Stat3",
                                      "stat3",        "STAT-3",
                                      "STAT 3",       "STAT\u20113",
                                      "STAT\u2212 3", "STAT\u00a03",
                                      "STAT\u2083",   "\u00adSTA\u00adT3"};
  for (size_t i = 0; i < COUNT(stat3); ++i) {
    check_key(stat3[i], "stat3");
  }
  static const char *const nfkb[] = {
      "NF-\u03baB", "NF kappa B", "NF-kappa B", "NF\u03baB",  "NF-kappaB",
      "NFkappaB",   "NF kappaB",  "NFkappa B",  "NF-\u039aB", "NF-Kappa-B"};
  for (size_t i = 0; i < COUNT(nfkb); ++i) {
    check_key(nfkb[i], "nfkappab");
  }
  check_key("I kappa B alpha", "ikappabalpha");
  check_key("I\u03baB\u03b1", "ikappabalpha");
  check_key("IL-1\u03b2", "il1beta");
  check_key("IL 1 beta", "il1beta");
  check_key("nuclear factor-kappaB", "nuclear factorkappab");
  check_key("nuclear factor kappa B", "nuclear factorkappab");
  check_key("\u00b5-opioid", "muopioid");
}

static void test_spaces_stay(void **state) {
  (void)state;
  check_key("in a", "in a");
  check_key("as a", "as a");
  check_key("growth  factor", "growth factor");
  check_key(" cell cycle ", "cell cycle");
  check_key("alpha catenin", "alpha catenin");
  check_key("cell-cycle", "cellcycle");
  check_spaced("cell-cycle", "cell cycle");
  check_spaced("STAT-3", "stat3");
  check_spaced("NF-kappa-B", "nfkappab");
  check_key("cell - cycle", "cell cycle");
}

static void test_folds(void **state) {
  (void)state;
  check_key("Sj\u00f6gren\u2019s", "sjogren's");
  check_key("Sjo\u0308gren", "sjogren");
  check_key("\ufb01bronectin", "fibronectin");
  check_key("\u00d8rsted \u00e6on", "orsted aeon");
  check_key("Ca\u00b2\u207a", "ca2+");
  check_key("Ca2+", "ca2+");
  check_key("IL6:IL6R (gp130), a/b.", "il6:il6r (gp130), a/b.");
  check_key("---", "");
  check_key("", "");
}

static void test_case_kept(void **state) {
  (void)state;
  pq_normal k;
  ASSERT_VIEW(pq_normal_of(&k, PQ_LIT("NF-\u03baB p65"), PQ_NORMAL_CASE),
              "NFkappaB p65");
}

static void test_too_long(void **state) {
  (void)state;
  char text[400];
  pq_normal k;
  memset(text, 'a', sizeof text);
  assert_int_equal(pq_normal_of(&k, (pq_view){text, 160}, 0).len, 160);
  assert_int_equal(pq_normal_of(&k, (pq_view){text, 161}, 0).len, 0);
  assert_int_equal(pq_normal_of(&k, (pq_view){text, 400}, 0).len, 0);
  for (size_t i = 0; i + 1 < sizeof text; i += 2) {
    text[i] = '\xCE';
    text[i + 1] = '\xBA';
  }
  /* 32 kappas are 160 bytes of key */
  assert_int_equal(pq_normal_of(&k, (pq_view){text, 64}, 0).len, 160);
  assert_int_equal(pq_normal_of(&k, (pq_view){text, 66}, 0).len, 0);
}

static void test_runs(void **state) {
  (void)state;
  static const char *const runs[][2] = {
      {"stat3", "stat"},   {"nfkappab", "nf"},
      {"alphab", "alpha"}, {"betacatenin", "beta"},
      {"14-3-3", "14"},    {"cell cycle", "cell"},
      {"(p", "("},         {"pkceta", "pkceta"},
      {"p53", "p"},        {"a", "a"},
      {"alpha", "alpha"}};
  for (size_t i = 0; i < COUNT(runs); ++i) {
    ASSERT_VIEW(pq_normal_run(pq_view_of(runs[i][0])), runs[i][1]);
  }
}

/* A code point from each plane, and those at the edges. */
static const uint32_t planes[] = {
    0x41,    0x7F,    0x80,    0x3BA,   0x7FF,   0x800,   0x4E2D,
    0xFB01,  0xFFFD,  0x10000, 0x1D6C2, 0x20000, 0x30000, 0x40000,
    0x50000, 0x60000, 0x70000, 0x80000, 0x90000, 0xA0000, 0xB0000,
    0xC0000, 0xD0000, 0xE0001, 0xF0000, 0x10FFFF};

static void test_planes(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(planes); ++i) {
    char text[20] = "ab ";
    size_t len = 3;
    len += pq_utf8_put(planes[i], text + len);
    text[len++] = ' ';
    text[len++] = 'z';
    pq_normal k;
    const pq_view key = pq_normal_of(&k, (pq_view){text, len}, 0);
    assert_true(key.len >= 4);
    assert_int_equal(key.ptr[key.len - 1], 'z');
    ASSERT_VIEW(pq_view_head(key, 2), "ab");
    assert_int_equal(pq_utf8_check(key), key.len);
  }
}

/* Words that are put in as they are make the key that their bytes make. */
static void test_words(void **state) {
  (void)state;
  static const char *const before[] = {"", "STAT", "STAT3", "p-", "kappa", "("};
  static const char *const words[] = {"kinase", "Of", "DNA", "alphaX", "B"};
  for (size_t i = 0; i < COUNT(before); ++i) {
    for (size_t w = 0; w < COUNT(words); ++w) {
      for (int gap = 0; gap < 2; ++gap) {
        char text[40];
        pq_normal whole;
        pq_normal by_word;
        (void)snprintf(text, sizeof text, "%s%s%s", before[i], gap ? " " : "",
                       words[w]);
        const pq_view key = pq_normal_of(&whole, pq_view_of(text), 0);
        (void)pq_normal_of(&by_word, pq_view_of(before[i]), 0);
        /* "alphaX" and "B" are not apart, letters need a mark before them */
        const bool glued = !gap && pq_is_alpha(before[i][0]);
        if (glued ||
            !pq_normal_word(&by_word, pq_view_of(words[w]), gap, w < 3)) {
          assert_true(glued || w >= 3);
          continue;
        }
        assert_true(pq_view_same(pq_normal_key(&by_word), key));
      }
    }
  }
  pq_normal full;
  char room[PQ_KEY_MOST];
  memset(room, 'a', sizeof room);
  (void)pq_normal_of(&full, (pq_view){room, sizeof room}, 0);
  assert_false(pq_normal_word(&full, PQ_LIT("bc"), true, true));
  assert_int_equal(full.len, PQ_KEY_MOST);
}

/* Whatever is fed token by token is what the whole gives. */
static void test_prefixes(void **state) {
  (void)state;
  static const char *const words[] = {"STAT",  "3",   "-",      " ",
                                      "kappa", "B",   "(",      "\u03b1",
                                      ".",     "eta", "alphaX", "\u2011"};
  uint32_t seed = 7;
  for (uint32_t round = 0; round < 20000; ++round) {
    char text[80];
    sentence s;
    size_t len = 0;
    for (uint32_t k = 0; k < 7; ++k) {
      seed = seed * 1664525U + 1013904223U;
      const char *const w = words[(seed >> 16U) % COUNT(words)];
      memcpy(text + len, w, strlen(w));
      len += strlen(w);
    }
    text[len] = '\0';
    cut_sentence(&s, text);
    if (s.n == 0) continue;
    pq_normal whole;
    pq_normal part;
    pq_normal_begin(&part, round & 1U ? PQ_NORMAL_SPACE : 0);
    size_t from = s.tokens[0].span.begin;
    for (uint32_t i = 0; i < s.n; ++i) {
      const size_t to = s.tokens[i].span.end;
      assert_true(pq_normal_add(&part, s.text, from, to));
      from = to;
      const pq_view all = pq_normal_of(
          &whole,
          pq_span_text(s.text, (pq_span){s.tokens[0].span.begin, (uint32_t)to}),
          part.how);
      assert_true(pq_view_same(all, pq_normal_key(&part)));
    }
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_spellings), cmocka_unit_test(test_spaces_stay),
      cmocka_unit_test(test_folds),     cmocka_unit_test(test_case_kept),
      cmocka_unit_test(test_too_long),  cmocka_unit_test(test_runs),
      cmocka_unit_test(test_planes),    cmocka_unit_test(test_words),
      cmocka_unit_test(test_prefixes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
