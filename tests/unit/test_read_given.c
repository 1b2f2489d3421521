#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "read/given.h"

/* The beta takes two bytes: its words stand one byte later than they count. */
static const char text[] = "IKK\xCE\xB2 binds STAT3.\n";

typedef struct taken {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
} taken;

static pq_status take(taken *t, const char *lines) {
  pq_text_id id = 0;
  *t = (taken){.heard = {.n = 0}};
  pq_arena_init(&t->arena, NULL, 0);
  pq_heard_init(&t->heard);
  assert_int_equal(pq_store_begin(&t->r, &t->arena, &t->heard.sink), PQ_OK);
  assert_int_equal(pq_store_text(&t->r, PQ_SOURCE_FILE, pq_view_of(text), &id),
                   PQ_OK);
  return pq_given_read(&t->r, pq_view_of(lines), PQ_LIT("a.a1"));
}

static void drop(taken *t) {
  pq_arena_clear(&t->arena);
}

static void assert_given(const taken *t, uint32_t i, const char *id,
                         const char *type, const char *words) {
  assert_true(i < t->r.given.n);
  const pq_given *const g = &t->r.given.at[i];
  ASSERT_VIEW(g->id, id);
  ASSERT_VIEW(g->type, type);
  ASSERT_VIEW(pq_text_quote(&t->r.texts.at[0], g->span), words);
}

static void test_code_points(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "T2\tProtein 11 16\tSTAT3\n"
                            "T1\tProtein 0 4\tIKK\xCE\xB2\n"),
                   PQ_OK);
  assert_true(t.r.only_given);
  assert_int_equal(t.r.given.n, 2);
  assert_given(&t, 0, "T1", "Protein", "IKK\xCE\xB2");
  assert_given(&t, 1, "T2", "Protein", "STAT3");
  static const uint32_t cuts[] = {0, 5, 12, 17};
  assert_int_equal(t.r.cuts.n, 4);
  for (uint32_t i = 0; i < 4; ++i) {
    assert_int_equal(t.r.cuts.at[i], cuts[i]);
  }
  drop(&t);
}

static void test_pieces(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "T1\tComplex 0 4;11 16\tIKK STAT3\n"), PQ_OK);
  assert_given(&t, 0, "T1", "Complex", "IKK\xCE\xB2 binds STAT3");
  drop(&t);
}

static void test_other_lines(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "\n*\tEquiv T1 T2\nR1\tx Arg1:T1 Arg2:T2\n"
                            "#1\tAnnotatorNotes T1\tno\r\n"
                            "T1\tProtein 11 16\tSTAT3\r\n"),
                   PQ_OK);
  assert_int_equal(t.r.given.n, 1);
  drop(&t);
}

static void test_none(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, ""), PQ_OK);
  assert_true(t.r.only_given);
  assert_int_equal(t.r.given.n, 0);
  drop(&t);
}

static void assert_wrong(const char *lines, uint32_t line, uint32_t column) {
  taken t;
  assert_int_equal(take(&t, lines), PQ_BAD_SYNTAX);
  const pq_heard_note *const note = pq_heard_find(&t.heard, "given.syntax");
  assert_non_null(note);
  assert_int_equal(note->line, line);
  assert_int_equal(note->column, column);
  drop(&t);
}

static void test_places_of_mistakes(void **state) {
  (void)state;
  assert_wrong("Protein 0 3\n", 1, 1);
  assert_wrong("\nTx\tProtein 0 4\tIKK\xCE\xB2\n", 2, 1);
  assert_wrong("T1 Protein 0 4\n", 1, 1);        /* no tab */
  assert_wrong("T1\tProtein\n", 1, 4);           /* no offsets */
  assert_wrong("T1\tProtein x 4\tIKK\n", 1, 12); /* no digits */
  assert_wrong("T1\tProtein 0-4\tIKK\n", 1, 13);
  assert_wrong("T1\tProtein 4 4\tb\n", 1, 12);    /* empty */
  assert_wrong("T1\tProtein 11 99\tS\n", 1, 12);  /* behind the end */
  assert_wrong("T1\tProtein 0 4 IKK\n", 1, 15);   /* no tab before words */
  assert_wrong("T1\tProtein 0 4\tSTAT\n", 1, 16); /* other words */
  assert_wrong("T1\tProtein 9999999999 4\tx\n", 1, 12);
  assert_wrong("T1\tP 0 4\tIKK\xCE\xB2\nT1\tP 11 16\tSTAT3\n", 2, 1);
}

/* Nothing but a mark: there is no word of the text. */
static void test_a_mark_is_no_entity(void **state) {
  (void)state;
  static const char marked[] = "<i>IKK</i> binds STAT3.\n";
  pq_arena arena;
  pq_heard heard;
  pq_record r = {0};
  pq_text_id id = 0;
  pq_arena_init(&arena, NULL, 0);
  pq_heard_init(&heard);
  assert_int_equal(pq_store_begin(&r, &arena, &heard.sink), PQ_OK);
  assert_int_equal(pq_store_text(&r, PQ_SOURCE_FILE, pq_view_of(marked), &id),
                   PQ_OK);
  assert_int_equal(pq_given_read(&r, PQ_LIT("T1\tX 0 1\t<\n"), PQ_LIT("a.a1")),
                   PQ_BAD_SYNTAX);
  const pq_heard_note *const note = pq_heard_find(&heard, "given.syntax");
  assert_non_null(note);
  assert_int_equal(note->column, 6);
  pq_arena_clear(&arena);
}

static void test_the_end_is_in_reach(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "T1\tX 16 18\t.\n\n"), PQ_BAD_SYNTAX);
  drop(&t);
  assert_int_equal(take(&t, "T1\tX 16 17\t.\n"), PQ_OK);
  assert_given(&t, 0, "T1", "X", ".");
  drop(&t);
}

static void test_encoding(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, "T1\tP 0 4\tIKK\xCE\xB2\nT2\tP\xFF 0 4\tx\n"),
                   PQ_BAD_ENCODING);
  const pq_heard_note *const note = pq_heard_find(&t.heard, "given.encoding");
  assert_non_null(note);
  assert_int_equal(note->line, 2);
  assert_int_equal(note->column, 5);
  drop(&t);
}

static pq_status take_with(void *user, pq_alloc *alloc) {
  pq_arena arena;
  pq_record r = {0};
  pq_text_id id = 0;
  (void)user;
  pq_arena_init(&arena, alloc, 0);
  pq_status st = pq_store_begin(&r, &arena, NULL);
  if (!st) st = pq_store_text(&r, PQ_SOURCE_FILE, pq_view_of(text), &id);
  if (!st) {
    st = pq_given_read(&r, PQ_LIT("T1\tP 0 4\tIKK\xCE\xB2\n"), PQ_LIT("a"));
  }
  pq_arena_clear(&arena);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  (void)pq_fail_each(take_with, NULL, PQ_OK);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_code_points),
      cmocka_unit_test(test_pieces),
      cmocka_unit_test(test_other_lines),
      cmocka_unit_test(test_none),
      cmocka_unit_test(test_places_of_mistakes),
      cmocka_unit_test(test_a_mark_is_no_entity),
      cmocka_unit_test(test_the_end_is_in_reach),
      cmocka_unit_test(test_encoding),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
