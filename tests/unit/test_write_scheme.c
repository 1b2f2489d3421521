#include "unit.h"

#include "write/scheme.h"

static pq_happening control(pq_polarity sign, bool lacks) {
  return (pq_happening){
      .sort = PQ_HAPPENING_CONTROL, .sign = sign, .lacks = lacks};
}

static const pq_living livings[] = {
    {.word = PQ_LIT_INIT("apoptosis"),
     .pc = PQ_LIT_INIT("Pathway"),
     .cg = PQ_LIT_INIT("Cell_death"),
     .of = PQ_OF_CELLS},
    {.word = PQ_LIT_INIT("cell cycle"),
     .pc = PQ_LIT_INIT("Pathway"),
     .of = PQ_OF_PLACE},
    {.word = PQ_LIT_INIT("progression"),
     .cg = PQ_LIT_INIT("Development"),
     .of = PQ_OF_THEME},
    {.word = PQ_LIT_INIT("growth"), .cg = PQ_LIT_INIT("Growth")}};

/* A record that is one sentence of these words. */
static void begin(pq_record *r, pq_arena *arena, const char *words) {
  pq_arena_init(arena, NULL, 0);
  *r = (pq_record){.arena = arena, .livings = livings, .n_livings = 4};
  r->texts.at = pq_arena_take(arena, sizeof *r->texts.at);
  r->sentences.at = pq_arena_take(arena, sizeof *r->sentences.at);
  assert_non_null(r->texts.at);
  assert_non_null(r->sentences.at);
  r->texts.at[0].bytes = pq_view_of(words);
  r->texts.n = 1;
  r->sentences.n = 1;
}

/* The type of a happening whose trigger is all of the words. */
static void assert_type(pq_scheme scheme, const char *words, pq_happening h,
                        const char *want) {
  pq_arena arena;
  pq_record r;
  begin(&r, &arena, words);
  h.trigger.end = (uint32_t)strlen(words);
  ASSERT_VIEW(pq_scheme_event_of(scheme, &r, &h).type, want);
  pq_arena_clear(&arena);
}

static void test_names(void **state) {
  (void)state;
  size_t n = 0;
  for (; pq_scheme_name(n).len; ++n) {
    assert_int_equal(pq_scheme_named(pq_scheme_name(n)), n);
  }
  assert_int_equal(n, PQ_N_SCHEMES);
  assert_int_equal(pq_scheme_named(PQ_LIT("none")), PQ_N_SCHEMES);
}

static void test_signs(void **state) {
  (void)state;
  assert_type(PQ_SCHEME_GE, "x", control(PQ_POSITIVE, false),
              "Positive_regulation");
  assert_type(PQ_SCHEME_PC, "x", control(PQ_POLARITY_UNSAID, false),
              "Regulation");
  assert_type(PQ_SCHEME_EPI, "x", control(PQ_POSITIVE, false), "Catalysis");
  assert_type(PQ_SCHEME_EPI, "x", control(PQ_NEGATIVE, false), "");
  assert_true(pq_scheme_catalyses(PQ_LIT("Mediated")));
  assert_false(pq_scheme_catalyses(PQ_LIT("results")));
}

static void test_what_lacks(void **state) {
  (void)state;
  assert_type(PQ_SCHEME_PC, "loss", control(PQ_NEGATIVE, true), "Inactivation");
  assert_type(PQ_SCHEME_GE, "loss", control(PQ_NEGATIVE, true),
              "Negative_regulation");
}

static void test_words(void **state) {
  (void)state;
  assert_type(PQ_SCHEME_PC, "Overexpression", control(PQ_POSITIVE, false),
              "Gene_expression");
  assert_type(PQ_SCHEME_GE, "overexpression", control(PQ_POSITIVE, false),
              "Positive_regulation");
  assert_type(PQ_SCHEME_PC, "treatments", control(PQ_POSITIVE, false), "");
}

static void test_processes(void **state) {
  (void)state;
  const pq_happening h = {.sort = PQ_HAPPENING_PROCESS};
  assert_type(PQ_SCHEME_PC, "cell cycle progression", h, "Pathway");
  assert_type(PQ_SCHEME_PC, "mitotic cell cycle", h, "Pathway");
  assert_type(PQ_SCHEME_PC, "cell cycles", h, "");
  assert_type(PQ_SCHEME_PC, "signaling pathway", h, "Pathway");
  assert_type(PQ_SCHEME_CG, "apoptosis", h, "Cell_death");
  assert_type(PQ_SCHEME_GE, "apoptosis", h, "");
  assert_type(PQ_SCHEME_CG, "tumor progression", h, "Development");
  assert_type(PQ_SCHEME_CG, "growth", h, "Growth");
  assert_type(PQ_SCHEME_PC, "growth", h, "");
}

static void test_kinds(void **state) {
  (void)state;
  static const pq_kind kinds[] = {
      {.name = PQ_LIT_INIT("translocation")},
      {.name = PQ_LIT_INIT("expression"), .output_theme = true},
      {.name = PQ_LIT_INIT("no such kind")}};
  static const char *const ge[] = {"Localization", "Transcription", ""};
  static const char *const pc[] = {"Transport", "Transcription", ""};
  for (uint32_t i = 0; i < 3; ++i) {
    pq_arena arena;
    pq_record r;
    begin(&r, &arena, "x");
    r.kinds = kinds;
    r.n_kinds = 3;
    const pq_happening h = {
        .sort = PQ_HAPPENING_EVENT, .kind = i, .of_rna = true};
    ASSERT_VIEW(pq_scheme_event_of(PQ_SCHEME_GE, &r, &h).type, ge[i]);
    ASSERT_VIEW(pq_scheme_event_of(PQ_SCHEME_PC, &r, &h).type, pc[i]);
    pq_arena_clear(&arena);
  }
}

static void test_entities(void **state) {
  (void)state;
  ASSERT_VIEW(pq_scheme_entity(PQ_SCHEME_GE, PQ_ENTITY_FAMILY), "Protein");
  ASSERT_VIEW(pq_scheme_entity(PQ_SCHEME_GE, PQ_ENTITY_MOLECULE), "");
  ASSERT_VIEW(pq_scheme_entity(PQ_SCHEME_PC, PQ_ENTITY_COMPLEX), "Complex");
  ASSERT_VIEW(pq_scheme_entity(PQ_SCHEME_PC, PQ_ENTITY_PROCESS), "");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),      cmocka_unit_test(test_signs),
      cmocka_unit_test(test_what_lacks), cmocka_unit_test(test_words),
      cmocka_unit_test(test_processes),  cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_entities),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
