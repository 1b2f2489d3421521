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
  r->texts.at[0].plain.bytes = r->texts.at[0].bytes;
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

/* The type of a name of this thing. */
static pq_view type_of(pq_scheme scheme, pq_entity e) {
  pq_entity all[] = {{.kind = PQ_ENTITY_UNGROUNDED}, e};
  pq_record r = {.entities = {.at = all, .n = 2}};
  const pq_mention m = {.entity = 1};
  return pq_scheme_entity(scheme, &r, &m);
}

static void test_entities(void **state) {
  (void)state;
  const pq_entity gene = {.kind = PQ_ENTITY_PROTEIN};
  const pq_entity molecule = {.kind = PQ_ENTITY_MOLECULE};
  const pq_entity process = {.kind = PQ_ENTITY_PROCESS};
  const pq_entity cell = {.kind = PQ_ENTITY_CELL};
  ASSERT_VIEW(type_of(PQ_SCHEME_GE, gene), "Protein");
  ASSERT_VIEW(type_of(PQ_SCHEME_GE, molecule), "");
  ASSERT_VIEW(type_of(PQ_SCHEME_PC, process), "");
  ASSERT_VIEW(type_of(PQ_SCHEME_PC, cell), "");
  ASSERT_VIEW(type_of(PQ_SCHEME_CG, cell), "Cell");
}

/* GENIA marks no families, but the proteins of viruses. */
static void test_families(void **state) {
  (void)state;
  const pq_entity family = {.kind = PQ_ENTITY_FAMILY,
                            .taxon = PQ_LIT_INIT("9606")};
  const pq_entity tat = {.kind = PQ_ENTITY_FAMILY,
                         .taxon = PQ_LIT_INIT("11676")};
  const pq_entity complex = {.kind = PQ_ENTITY_COMPLEX,
                             .id = PQ_LIT_INIT("FPLX:PI3K")};
  const pq_entity pair = {.kind = PQ_ENTITY_COMPLEX};
  ASSERT_VIEW(type_of(PQ_SCHEME_GE, family), "");
  ASSERT_VIEW(type_of(PQ_SCHEME_EPI, family), "Protein");
  ASSERT_VIEW(type_of(PQ_SCHEME_GE, tat), "Protein");
  ASSERT_VIEW(type_of(PQ_SCHEME_PC, complex), "Complex");
  ASSERT_VIEW(type_of(PQ_SCHEME_EPI, complex), "");
  ASSERT_VIEW(type_of(PQ_SCHEME_GE, pair), "Protein");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_names),      cmocka_unit_test(test_signs),
      cmocka_unit_test(test_what_lacks), cmocka_unit_test(test_words),
      cmocka_unit_test(test_processes),  cmocka_unit_test(test_kinds),
      cmocka_unit_test(test_entities),   cmocka_unit_test(test_families),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
