#include "unit.h"

#include "read/sentence.h"

static const pq_view words[] = {PQ_LIT_INIT("al"),  PQ_LIT_INIT("fig"),
                                PQ_LIT_INIT("ref"), PQ_LIT_INIT("vs"),
                                PQ_LIT_INIT("sp"),  PQ_LIT_INIT("et al")};
static const pq_stops stops = {words, sizeof words / sizeof *words};

static pq_status cut(pq_record *r, pq_arena *arena, pq_view text) {
  pq_status st = PQ_OK;
  pq_text_id id = 0;
  PQ_TRY(st, pq_store_begin(r, arena, NULL));
  PQ_TRY(st, pq_store_text(r, PQ_SOURCE_SUMMARY, text, &id));
  const pq_block block = {
      .text = id, .part = PQ_PART_SUMMARY, .span = {0, (uint32_t)text.len}};
  return pq_sentence_cut(r, &block, &stops);
}

/* `marked` is the text with | where a sentence ends and another begins; white
 * space around a | belongs to neither. */
static void assert_cut(const char *marked) {
  char text[1024];
  size_t n = 0;
  pq_arena arena;
  pq_record r = {0};
  assert_true(strlen(marked) < sizeof text);
  for (const char *p = marked; *p; ++p) {
    if (*p != '|') text[n++] = *p;
  }
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(cut(&r, &arena, (pq_view){text, n}), PQ_OK);
  pq_view rest = pq_view_of(marked);
  for (uint32_t i = 0; i < r.sentences.n; ++i) {
    char want[1024];
    const pq_view piece = pq_view_trim(pq_view_cut(&rest, '|'));
    memcpy(want, piece.ptr, piece.len);
    want[piece.len] = '\0';
    ASSERT_VIEW(pq_span_text((pq_view){text, n}, r.sentences.at[i].span), want);
  }
  assert_null(rest.ptr);
  pq_arena_clear(&arena);
}

static void test_plain(void **state) {
  (void)state;
  assert_cut("STAT3 binds DNA.| JAK3 does not.");
  assert_cut("Does STAT3 bind?| It does!| So it seems");
  assert_cut("  One.|  Two. ");
  assert_cut("He said \"it binds.\"| She did not.");
  assert_cut("**It binds.**| *So* it is.");
  assert_cut("It binds .| Then it leaves .");
}

static void test_abbreviations(void **state) {
  (void)state;
  assert_cut("Zhang et al. 2002 and Shi et al. Nature say so.");
  assert_cut("As in Fig. 2 and FIG. S3 it binds.| The rest is in ref. 3.");
  assert_cut("RAS vs. RAF, e.g. HRAS, i.e. H-Ras, a.k.a. Ha-Ras, binds.");
  assert_cut("The U.S. Army binds nothing.");
  assert_cut("Streptomyces sp. ABC lives.");
  assert_cut("It was seen by Shi et al.| The end."); /* no name begins so */
}

static void test_initials(void **state) {
  (void)state;
  assert_cut("It was shown by J. Smith and A. B. Cohen.");
  assert_cut("Robert A. Weinberg saw it.");
  assert_cut("In S. cerevisiae and E. coli it binds.");
  assert_cut("It binds MHC class I.| Peptides follow.");
  assert_cut("It binds Factor B.| The rest is free.");
  assert_cut("It lasts for 2 h.| RIN follows.");
}

static void test_stops_in_names(void **state) {
  (void)state;
  assert_cut("p.Arg1275Gln and c.901C>T are found at 0.5 mM in RAW264.7.");
  assert_cut("H2A.Z, Nkx2.5, Kv1.1, PU.1 and alpha1.alpha2 bind.");
  assert_cut("The U4/U6.U5 tri-snRNP binds.");
  assert_cut("See www.reactome.Org or https://x.org/a.Html for it.");
}

static void test_missing_space(void **state) {
  (void)state;
  assert_cut("It binds (Shi et al, 2005).|STAT3 leaves.");
  assert_cut("It makes the complex.|Putrescine follows.");
  assert_cut("It needs sIL6R.|A second way is known.");
  assert_cut("It needs GAD67.|The rest is free.");
  assert_cut("It binds ATM.(Takeda & Akira 2004).| It leaves.");
}

static void test_small_beginnings(void **state) {
  (void)state;
  assert_cut("It binds.| p38 leaves.| mTOR stays.| miR-155 goes.");
  assert_cut("It binds.| 8-OHdG is free.| 2) It leaves.| 5HT follows.");
  assert_cut("It takes approx. 15 min and more.");
  assert_cut("It binds (Turk 2007).| lef is a protease.");
  assert_cut("It binds.| \xCE\xB2-catenin leaves.");
  assert_cut("It binds.| (This is not sure.)| It leaves.");
}

static void test_brackets(void **state) {
  (void)state;
  assert_cut("It binds (A is free. B is not. So it is) and leaves.| End.");
  assert_cut("It binds [see A. B is not] it.| End.");
  assert_cut("It binds (Zhang et al. 2002. Shi 2006) it.| End.");
}

static void test_unbalanced_brackets(void **state) {
  (void)state;
  assert_cut("It binds (never closed.| Then it leaves (Shi 2006).| End.");
  assert_cut("It binds) here.| Then [it leaves.| End.");
  char text[1200] = "It binds (so.| Then ";
  for (size_t i = strlen(text); i < 900; ++i) {
    text[i] = 'x';
  }
  memcpy(text + 900, " it leaves) late.| End.", 24);
  assert_cut(text); /* too far to be one */
}

static void test_citations_behind_the_stop(void **state) {
  (void)state;
  assert_cut("It degrades. (Qin et al., 2003; Gilula 2001).| Then it ends.");
  assert_cut("It degrades. (Karin & Ben-Neriah 2000)| Then it ends.");
  assert_cut("It degrades. (Yoshida et al)");
  assert_cut("(All is annotated.) (Roach et al. 2012).| Then it ends.");
}

static void test_breaks(void **state) {
  (void)state;
  assert_cut("It binds\n\n|Then it leaves\r\n \r\n|End");
  assert_cut("It binds\n|- one\n|- two. | Three\n|2) four\n|12. five");
  assert_cut("It binds\nand leaves.| End.");
}

static void test_html(void **state) {
  (void)state;
  static const char text[] = "It binds<br>Then<BR/>it<p class=\"x\">is</p> a"
                             " <i>b</i> &lt; cat.&nbsp;Next&nbsp;";
  static const char *const want[] = {"It binds", "Then",       "it",
                                     "is",       "a b < cat.", "Next"};
  pq_arena arena;
  pq_record r = {0};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(cut(&r, &arena, pq_view_of(text)), PQ_OK);
  assert_int_equal(r.sentences.n, 6);
  for (uint32_t i = 0; i < 6; ++i) {
    ASSERT_VIEW(pq_record_words(&r, i, r.sentences.at[i].span), want[i]);
  }
  assert_int_equal(r.sentences.at[0].paragraph, 0);
  assert_int_equal(r.sentences.at[1].paragraph, 1);
  assert_int_equal(r.sentences.at[5].paragraph, r.sentences.at[4].paragraph);
  pq_arena_clear(&arena);
}

static void test_whole(void **state) {
  (void)state;
  pq_arena arena;
  pq_record r = {0};
  pq_arena_init(&arena, NULL, 0);
  assert_int_equal(cut(&r, &arena, PQ_LIT("One. Two.")), PQ_OK);
  const pq_block title = {
      .text = 0, .part = PQ_PART_TITLE, .span = {0, 9}, .whole = true};
  assert_int_equal(pq_sentence_cut(&r, &title, NULL), PQ_OK);
  assert_int_equal(r.sentences.n, 3);
  assert_int_equal(r.sentences.at[2].span.end, 9);
  assert_int_equal(r.sentences.at[2].part, PQ_PART_TITLE);
  assert_int_equal(r.sentences.at[2].paragraph, 1);
  pq_arena_clear(&arena);
}

static void test_nothing(void **state) {
  (void)state;
  static const char *const texts[] = {"", " \n ", "\xC2\xA0", "<br>"};
  for (size_t i = 0; i < 4; ++i) {
    pq_arena arena;
    pq_record r = {0};
    pq_arena_init(&arena, NULL, 0);
    assert_int_equal(cut(&r, &arena, pq_view_of(texts[i])), PQ_OK);
    assert_int_equal(r.sentences.n, 0);
    pq_arena_clear(&arena);
  }
}

/* Whatever stands in a text: sentences are in order, apart, and leave out
 * nothing but white space and tags. */
static void test_nothing_is_lost(void **state) {
  (void)state;
  static const char alphabet[] = "aB1.() \n";
  uint32_t seed = 7;
  for (int round = 0; round < 5000; ++round) {
    char text[40];
    bool held[40] = {false};
    for (size_t i = 0; i < sizeof text; ++i) {
      seed = seed * 1664525U + 1013904223U;
      text[i] = alphabet[(seed >> 16U) % (sizeof alphabet - 1)];
    }
    pq_arena arena;
    pq_record r = {0};
    pq_arena_init(&arena, NULL, 0);
    assert_int_equal(cut(&r, &arena, (pq_view){text, sizeof text}), PQ_OK);
    uint32_t last = 0;
    for (uint32_t i = 0; i < r.sentences.n; ++i) {
      const pq_span s = r.sentences.at[i].span;
      assert_true(s.begin >= last && s.begin < s.end);
      for (uint32_t k = s.begin; k < s.end; ++k) {
        held[k] = true;
      }
      last = s.end;
    }
    for (size_t i = 0; i < sizeof text; ++i) {
      assert_true(held[i] || pq_is_space(text[i]));
    }
    pq_arena_clear(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_abbreviations),
      cmocka_unit_test(test_initials),
      cmocka_unit_test(test_stops_in_names),
      cmocka_unit_test(test_missing_space),
      cmocka_unit_test(test_small_beginnings),
      cmocka_unit_test(test_brackets),
      cmocka_unit_test(test_unbalanced_brackets),
      cmocka_unit_test(test_citations_behind_the_stop),
      cmocka_unit_test(test_breaks),
      cmocka_unit_test(test_html),
      cmocka_unit_test(test_whole),
      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_nothing_is_lost),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
