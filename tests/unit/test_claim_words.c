#include "failing.h"
#include "unit.h"

#include "claim/rules.h"

/* A grammar without a file. */
typedef struct bare {
  pq_grammar g;
  pq_trigger triggers[3];
} bare;

static pq_status take_first_word(pq_grammar *g) {
  PQ_PUSH(&g->arena, &g->words, (pq_word){.classes = 0});
  return PQ_OK;
}

static void open_bare(bare *b, pq_alloc *alloc) {
  *b = (bare){.triggers = {{.type = PQ_TRIGGER_PLAIN},
                           {.type = PQ_TRIGGER_PLAIN},
                           {.type = PQ_TRIGGER_EVENT}}};
  pq_arena_init(&b->g.arena, alloc, 0);
  b->g.triggers.at = b->triggers;
  b->g.triggers.n = 3;
  (void)take_first_word(&b->g);
}

static void close_bare(bare *b) {
  pq_arena_clear(&b->g.arena);
}

static uint32_t forms_of(const bare *b, const char *word) {
  const pq_word *const w = pq_rules_word(&b->g, pq_view_of(word));
  return w ? w->forms : 0;
}

static void add_verb(bare *b, const char *forms) {
  assert_int_equal(pq_rules_add_verb(&b->g, pq_view_of(forms), 2), PQ_OK);
}

static void test_regular_verbs(void **state) {
  (void)state;
  bare b;
  open_bare(&b, NULL);
  add_verb(&b, "promote");
  assert_int_equal(forms_of(&b, "promote"), PQ_FORM_BASE);
  assert_int_equal(forms_of(&b, "promotes"), PQ_FORM_S);
  assert_int_equal(forms_of(&b, "promoted"), PQ_FORM_ED | PQ_FORM_EN);
  assert_int_equal(forms_of(&b, "promoting"), PQ_FORM_ING);
  assert_int_equal(forms_of(&b, "promoteing"), 0);
  add_verb(&b, "block");
  assert_int_equal(forms_of(&b, "blocked"), PQ_FORM_ED | PQ_FORM_EN);
  add_verb(&b, "modify");
  assert_int_equal(forms_of(&b, "modifies"), PQ_FORM_S);
  assert_int_equal(forms_of(&b, "modified"), PQ_FORM_ED | PQ_FORM_EN);
  assert_int_equal(forms_of(&b, "modifying"), PQ_FORM_ING);
  add_verb(&b, "suppress");
  assert_int_equal(forms_of(&b, "suppresses"), PQ_FORM_S);
  add_verb(&b, "destroy");
  assert_int_equal(forms_of(&b, "destroys"), PQ_FORM_S);
  assert_int_equal(forms_of(&b, "destroyed"), PQ_FORM_ED | PQ_FORM_EN);
  close_bare(&b);
}

static void test_irregular_verbs(void **state) {
  (void)state;
  bare b;
  open_bare(&b, NULL);
  add_verb(&b, "bind bound bound");
  assert_int_equal(forms_of(&b, "binds"), PQ_FORM_S);
  assert_int_equal(forms_of(&b, "bound"), PQ_FORM_ED | PQ_FORM_EN);
  assert_int_equal(forms_of(&b, "binding"), PQ_FORM_ING);
  assert_int_equal(forms_of(&b, "binded"), 0);
  add_verb(&b, "undergo underwent undergone");
  assert_int_equal(forms_of(&b, "undergoes"), PQ_FORM_S);
  assert_int_equal(forms_of(&b, "underwent"), PQ_FORM_ED);
  assert_int_equal(forms_of(&b, "undergone"), PQ_FORM_EN);
  close_bare(&b);
}

static void test_a_plain_verb_gives_way(void **state) {
  (void)state;
  bare b;
  open_bare(&b, NULL);
  assert_int_equal(pq_rules_add_verb(&b.g, PQ_LIT("form"), 1), PQ_OK);
  assert_int_equal(pq_rules_add_verb(&b.g, PQ_LIT("form"), 2), PQ_OK);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("forms"))->verb, 2);
  assert_int_equal(pq_rules_add_verb(&b.g, PQ_LIT("form"), 1), PQ_OK);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("forms"))->verb, 2);
  close_bare(&b);
}

static void test_nouns(void **state) {
  (void)state;
  bare b;
  open_bare(&b, NULL);
  assert_int_equal(pq_rules_add_noun(&b.g, PQ_LIT("activation"), 2), PQ_OK);
  assert_int_equal(pq_rules_add_noun(&b.g, PQ_LIT("activity"), 2), PQ_OK);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("activation"))->noun, 2);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("activations"))->noun, 2);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("activities"))->noun, 2);
  assert_null(pq_rules_word(&b.g, PQ_LIT("activitys")));
  close_bare(&b);
}

static void test_many_words(void **state) {
  (void)state;
  bare b;
  char text[8];
  open_bare(&b, NULL);
  for (unsigned i = 0; i < 3000; ++i) {
    text[0] = 'w';
    for (unsigned k = 0, n = i; k < 4; ++k, n /= 10) {
      text[4 - k] = (char)('0' + n % 10);
    }
    pq_word *const w = pq_rules_add_word(&b.g, (pq_view){text, 5});
    assert_non_null(w);
    w->classes = i + 1;
  }
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("w0000"))->classes, 1);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("w1234"))->classes, 1235);
  assert_int_equal(pq_rules_word(&b.g, PQ_LIT("w2999"))->classes, 3000);
  assert_null(pq_rules_word(&b.g, PQ_LIT("w3000")));
  assert_ptr_equal(pq_rules_add_word(&b.g, PQ_LIT("w1234")),
                   pq_rules_word(&b.g, PQ_LIT("w1234")));
  close_bare(&b);
}

static void test_slots(void **state) {
  (void)state;
  bare b;
  uint32_t at = 0;
  open_bare(&b, NULL);
  const pq_view subject = PQ_LIT("subject");
  pq_frame_row *const rows = pq_arena_take(&b.g.arena, 4 * sizeof *rows);
  assert_non_null(rows);
  rows[0] = (pq_frame_row){PQ_ACTIVE_VOICE, subject, PQ_AS_AGENT};
  rows[1] = (pq_frame_row){PQ_PASSIVE, subject, PQ_AS_THEME};
  rows[2] = (pq_frame_row){PQ_PASSIVE, subject, PQ_AS_SITE};
  rows[3] = (pq_frame_row){PQ_VOICE_ANY, PQ_LIT("by"), PQ_AS_AGENT};
  pq_frame_rule rule = {
      .name = PQ_LIT_INIT("modify"), .rows = rows, .n_rows = 4};
  for (uint32_t i = 0; i < rule.n_rows; ++i) {
    pq_rules_mark_row(&rule, &rows[i], i);
  }
  b.g.frames.at = &rule;
  b.g.frames.n = 1;
  const pq_grammar *const g = &b.g;
  assert_int_equal(pq_rules_frame(g, PQ_LIT("modify")), 0);
  assert_int_equal(pq_rules_frame(g, PQ_LIT("bind")), PQ_NO_FRAME);
  assert_ptr_equal(pq_rules_slot(g, 0, PQ_PASSIVE, subject, &at), &rows[1]);
  assert_ptr_equal(pq_rules_slot(g, 0, PQ_PASSIVE, subject, &at), &rows[2]);
  assert_null(pq_rules_slot(g, 0, PQ_PASSIVE, subject, &at));
  at = 0;
  assert_ptr_equal(pq_rules_slot(g, 0, PQ_NOMINAL, PQ_LIT("by"), &at),
                   &rows[3]);
  at = 0;
  assert_null(pq_rules_slot(g, PQ_NO_FRAME, PQ_PASSIVE, subject, &at));
  close_bare(&b);
}

static void test_an_empty_grammar_knows_nothing(void **state) {
  (void)state;
  const pq_grammar g = {.n_slots = 0};
  assert_null(pq_rules_word(&g, PQ_LIT("x")));
  assert_null(pq_rules_compound(&g, PQ_LIT("mediated")));
}

static void test_out_of_memory(void **state) {
  (void)state;
  bare b;
  pq_failing f = pq_failing_new(0);
  open_bare(&b, &f.base);
  assert_null(pq_rules_add_word(&b.g, PQ_LIT("word")));
  assert_int_equal(pq_rules_add_verb(&b.g, PQ_LIT("block"), 2), PQ_NO_MEM);
  assert_int_equal(pq_rules_add_noun(&b.g, PQ_LIT("block"), 2), PQ_NO_MEM);
  close_bare(&b);
}

static void add_cue(bare *b, const char *first, const char *second) {
  const pq_cue_rule cue = {.words = {pq_view_of(first), pq_view_of(second)},
                           .n_words = second ? 2 : 1};
  assert_int_equal(pq_rules_add_cue(&b->g, &cue), PQ_OK);
}

/* "may" and "MAX" lie in one drawer: a length and a first letter. */
static void test_cues_of_a_word(void **state) {
  (void)state;
  bare b;
  uint32_t n = 0;
  open_bare(&b, NULL);
  assert_int_equal(pq_rules_cue(&b.g, PQ_LIT("may")), 0);
  add_cue(&b, "may", NULL);
  add_cue(&b, "max", NULL);
  add_cue(&b, "may", "be");
  add_cue(&b, "may", "not");
  for (uint32_t i = pq_rules_cue(&b.g, PQ_LIT("May")); i;
       i = b.g.cues.at[i - 1].next) {
    ASSERT_VIEW(b.g.cues.at[i - 1].words[0], "may");
    ++n;
  }
  assert_int_equal(n, 3);
  const pq_cue_rule *const first =
      &b.g.cues.at[pq_rules_cue(&b.g, PQ_LIT("may")) - 1];
  assert_int_equal(first->alone, 1);
  assert_true(first->seconds ==
              (pq_second_mark(PQ_LIT("be")) | pq_second_mark(PQ_LIT("not"))));
  assert_true(pq_second_mark(PQ_LIT("Not")) == pq_second_mark(PQ_LIT("not")));
  assert_int_equal(pq_rules_cue(&b.g, PQ_LIT("max")), 2);
  assert_int_equal(pq_rules_cue(&b.g, PQ_LIT("mad")), 0);
  close_bare(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_regular_verbs),
      cmocka_unit_test(test_irregular_verbs),
      cmocka_unit_test(test_a_plain_verb_gives_way),
      cmocka_unit_test(test_nouns),
      cmocka_unit_test(test_many_words),
      cmocka_unit_test(test_slots),
      cmocka_unit_test(test_cues_of_a_word),
      cmocka_unit_test(test_an_empty_grammar_knows_nothing),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
