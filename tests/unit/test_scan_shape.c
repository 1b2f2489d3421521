#include "scratch.h"
#include "test_scan_text.h"

#include "scan/shape.h"

static uint32_t unknown_at(void *const *state, const char *text) {
  scanned s;
  const pq_line l = cut_text(&s, text);
  const uint32_t end = pq_shape_unknown(&l, *state, 0);
  drop_text(&s);
  return end;
}

static void test_what_looks_like_a_name(void **state) {
  assert_int_equal(unknown_at(state, "XQZ7 acts"), 1);
  assert_int_equal(unknown_at(state, "XQZ acts"), 1);
  assert_int_equal(unknown_at(state, "XQZ-2 acts"), 3);
  assert_int_equal(unknown_at(state, "Xqz7 acts"), 1);
  assert_int_equal(unknown_at(state, "miR-206 acts"), 3);
  assert_int_equal(unknown_at(state, "let-7a acts"), 3);
  assert_int_equal(unknown_at(state, "let-2 act"), 0);
  assert_int_equal(unknown_at(state, "XQbeta acts"), 1);
  assert_int_equal(unknown_at(state, "Xqbeta acts"), 0);
}

static uint32_t numbered_at(const char *text) {
  scanned s;
  const pq_line l = cut_text(&s, text);
  const uint32_t end = pq_shape_numbered(&l, 0);
  drop_text(&s);
  return end;
}

static void test_numbered(void **state) {
  (void)state;
  assert_int_equal(numbered_at("initiation factor 4A binds"), 3);
  assert_int_equal(numbered_at("fatty-acid binding protein 60, too"), 6);
  assert_int_equal(numbered_at("foaming protein-1 binds"), 4);
  assert_int_equal(numbered_at("foaming protein binds"), 0);
  assert_int_equal(numbered_at("foaming factor 2-fold"), 0);
  assert_int_equal(numbered_at("from factor 2 binds"), 0);
}

static void test_what_does_not(void **state) {
  static const char *const texts[] = {
      "binds it",   "The rest",  "A cell", "(XQZ7)", "2005 was",
      "DNA repair", "RNA binds", "II and", "SH2 is", "S727 is",
      "kDa each",   "G1 phase",  "ATPase"};
  for (size_t i = 0; i < sizeof texts / sizeof texts[0]; ++i) {
    if (unknown_at(state, texts[i])) {
      fail_msg("\"%s\" begins with no name", texts[i]);
    }
  }
}

/* A lexicon of one's own may list more, with their case. */
static void test_what_names_nothing(void **state) {
  pq_scratch s;
  pq_lexicon *lex = NULL;
  pq_scratch_open(&s);
  const char *const overlays[] = {pq_scratch_file(
      &s, "d.tsv", PQ_LIT("text\tid\tcontext\treason\nXqz7\t-\t\ta grant\n"))};
  const pq_lexicon_sources sources = {
      .image = pq_data_lexicon(), .overlays = overlays, .n_overlays = 1};
  assert_int_equal(pq_lexicon_open(NULL, &sources, NULL, &lex), PQ_OK);
  void *const own = lex;
  assert_int_equal(unknown_at(&own, "Xqz7 acts"), 0);
  assert_int_equal(unknown_at(&own, "XQZ7 acts"), 1);
  assert_int_equal(unknown_at(&own, "DNA repair"), 0);
  assert_int_equal(unknown_at(state, "Xqz7 acts"), 1);
  pq_lexicon_close(lex);
  pq_scratch_close(&s);
}

static void test_all_capitals(void **state) {
  (void)state;
  static const struct {
    const char *text;
    bool capitals;
  } rows[] = {
      {"PHOSPHORYLATION OF STAT3 PROMOTES CELL SURVIVAL", true},
      {"STAT3 is phosphorylated", false},
      {"STAT3, JAK2, ALK", false}, /* nothing but names says nothing */
      {"JAK2 PHOSPHORYLATES the STAT FACTORS", false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; ++i) {
    scanned s;
    const pq_line l = cut_text(&s, rows[i].text);
    assert_int_equal(pq_shape_all_capitals(&l), rows[i].capitals);
    drop_text(&s);
  }
}

static void test_head_nouns(void **state) {
  (void)state;
  scanned s;
  const pq_line l = cut_text(&s, "TOR kinase Pathway binds receptors");
  assert_false(pq_shape_is_head(&l, 0));
  assert_true(pq_shape_is_head(&l, 1));
  assert_true(pq_shape_is_head(&l, 2));
  assert_false(pq_shape_is_head(&l, 3));
  assert_false(pq_shape_is_head(&l, 99));
  drop_text(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_what_looks_like_a_name),
      cmocka_unit_test(test_numbered),
      cmocka_unit_test(test_what_does_not),
      cmocka_unit_test(test_what_names_nothing),
      cmocka_unit_test(test_all_capitals),
      cmocka_unit_test(test_head_nouns),
  };
  return cmocka_run_group_tests(tests, open_names, close_names);
}
