#include "test_claim_text.h"

static const char *const roles[PQ_N_PART_ROLES] = {
    [PQ_PART_THEME] = "theme",
    [PQ_PART_CAUSE] = "cause",
    [PQ_PART_SITE] = "site",
    [PQ_PART_AT] = "at",
    [PQ_PART_TO] = "to",
    [PQ_PART_FROM] = "from",
    [PQ_PART_PRODUCT] = "product",
    [PQ_PART_PARTICIPANT] = "participant",
    [PQ_PART_INSTRUMENT] = "instrument"};

static void say_words(told *t, pq_sentence_id sentence, pq_span span) {
  pq_buf_put(&t->out, pq_record_words(&t->desk.record, sentence, span));
}

static void say_filler(told *t, const pq_happening *h, const pq_filler *f) {
  const pq_record *const r = &t->desk.record;
  pq_buf_char(&t->out, ' ');
  pq_buf_text(&t->out, roles[f->role]);
  pq_buf_char(&t->out, '=');
  if (f->happening) {
    pq_buf_number(&t->out, f->happening);
  } else if (f->mention) {
    const pq_mention *const m = &r->mentions.at[f->mention];
    say_words(t, m->sentence, m->span);
  } else {
    say_words(t, h->sentence, f->span);
  }
}

static void say_happening(told *t, const pq_happening *h) {
  static const char signs[] = {'?', '+', '-'};
  say_words(t, h->sentence, h->trigger);
  if (h->sort == PQ_HAPPENING_CONTROL) {
    pq_buf_char(&t->out, ' ');
    pq_buf_char(&t->out, signs[h->sign]);
  }
  if (h->negated) pq_buf_text(&t->out, " not");
  if (h->hedged) pq_buf_text(&t->out, " perhaps");
  if (h->suggested) pq_buf_text(&t->out, " suggested");
  if (h->asked) pq_buf_text(&t->out, " asked");
  for (uint32_t i = 0; i < h->n_fillers; ++i) {
    say_filler(t, h, &h->fillers[i]);
  }
  pq_buf_char(&t->out, '\n');
}

/* What happens in a text, word by word, in the order in which it is told. */
static void assert_happens(void *const *state, const char *text,
                           const char *want) {
  told t = {.heard = {.n = 0}};
  const pq_raw raw = {.bytes = pq_view_of(text), .format = PQ_RAW_PLAIN};
  pq_heard_init(&t.heard);
  pq_buf_init(&t.out, NULL);
  pq_desk_open(&t.desk, *state, &t.heard.sink);
  t.desk.happenings = true;
  assert_int_equal(pq_desk_run(&t.desk, &raw), PQ_OK);
  for (uint32_t i = 1; i < t.desk.record.happenings.n; ++i) {
    say_happening(&t, &t.desk.record.happenings.at[i]);
  }
  ASSERT_VIEW(pq_buf_view(&t.out), want);
  drop_told(&t);
}

static void test_none_unless_wanted(void **state) {
  told t;
  tell_text(&t, state, "JAK2 phosphorylates STAT3.");
  assert_int_equal(t.desk.record.happenings.n, 1);
  drop_told(&t);
}

static void test_events(void **state) {
  assert_happens(state, "JAK2 and SRC phosphorylate STAT3 at Y705.",
                 "phosphorylate theme=STAT3 site=Y705 cause=JAK2\n"
                 "phosphorylate theme=STAT3 site=Y705 cause=SRC\n");
  assert_happens(state, "JAK2 autophosphorylates.",
                 "autophosphorylates theme=JAK2 cause=JAK2\n");
  assert_happens(state, "JAK2 and SRC bind STAT3.",
                 "bind theme=JAK2 theme=STAT3\n"
                 "bind theme=SRC theme=STAT3\n");
}

static void test_controls(void **state) {
  assert_happens(state, "SOCS3 inhibits JAK2.",
                 "inhibits - theme=JAK2 cause=SOCS3\n");
  assert_happens(state, "SRC activates transcription of FOS.",
                 "transcription theme=FOS\n"
                 "activates + theme=1 cause=SRC\n");
  assert_happens(state, "Phosphorylation of STAT3 requires JAK2.",
                 "Phosphorylation theme=STAT3\n"
                 "requires + theme=1 cause=JAK2\n");
}

static void test_words_of_agents(void **state) {
  assert_happens(state, "IL6-induced phosphorylation of STAT3 was seen.",
                 "phosphorylation theme=STAT3\n"
                 "induced + theme=1 cause=IL6\n");
  assert_happens(state, "STAT3 is phosphorylated in response to IL6.",
                 "phosphorylated theme=STAT3\n"
                 "in response to + theme=1 cause=IL6\n");
  assert_happens(state, "JAK2-independent phosphorylation of STAT3 was seen.",
                 "phosphorylation theme=STAT3\n"
                 "independent ? not theme=1 cause=JAK2\n");
}

static void test_adjectives(void **state) {
  assert_happens(state, "Active ALK is here.", "Active theme=ALK\n");
  assert_happens(state, "Unphosphorylated STAT3 is here.",
                 "Unphosphorylated not theme=STAT3\n");
  assert_happens(state,
                 "Phosphorylation-dependent degradation of TP53 was"
                 " seen.",
                 "degradation theme=TP53\n"
                 "Phosphorylation theme=TP53\n"
                 "dependent + theme=1 cause=2\n");
}

static void test_adjectives_of_others(void **state) {
  assert_happens(state, "Some phosphorylated and acetylated STAT3 is here.",
                 "phosphorylated theme=STAT3\n"
                 "acetylated theme=STAT3\n");
  assert_happens(state, "The phosphorylated form of STAT3 is here.",
                 "phosphorylated theme=STAT3\n");
  assert_happens(state, "Phosphorylated STAT3 expression is here.",
                 "expression theme=STAT3\n"
                 "Phosphorylated theme=STAT3\n");
}

/* "the JAK2 inhibitor X": who acts stands behind. */
static void test_actors(void **state) {
  assert_happens(state, "The JAK2 inhibitor SOCS3 is here.",
                 "inhibitor - theme=JAK2 cause=SOCS3\n");
}

/* What holds a level is what happens; release needs no place. */
static void test_levels(void **state) {
  assert_happens(state, "STAT3 expression levels are high.",
                 "expression theme=STAT3\n");
  assert_happens(state, "Release of IL6 was seen.", "Release theme=IL6\n");
}

static void test_living(void **state) {
  assert_happens(state, "SRC promotes growth of HeLa cells.",
                 "growth theme=HeLa cells\n"
                 "promotes + theme=1 cause=SRC\n");
  assert_happens(state, "SRC is seen in metastatic HeLa cells.",
                 "metastatic theme=HeLa cells\n");
}

/* One side of a bond has no name. */
static void test_lone_bonds(void **state) {
  assert_happens(state, "DNA binding by VDR was seen.", "binding theme=VDR\n");
  assert_happens(state, "A new element binds ELF1 and HMGA1.",
                 "binds theme=ELF1\n"
                 "binds theme=HMGA1\n");
}

/* What is denied of others, without a name, is told once more. */
static void test_elsewhere(void **state) {
  assert_happens(state,
                 "STAT3 is phosphorylated in monocytes, but not in serum.",
                 "phosphorylated theme=STAT3\n"
                 "phosphorylated not theme=STAT3\n");
  assert_happens(state, "STAT3 is phosphorylated by JAK2 but not SRC.",
                 "phosphorylated theme=STAT3 cause=JAK2\n"
                 "phosphorylated not theme=STAT3 cause=SRC\n");
}

static void test_manners(void **state) {
  assert_happens(state, "STAT3 moves to the nucleus.",
                 "moves theme=STAT3 to=nucleus\n");
  assert_happens(state,
                 "STAT3 moves to the nucleus in a phosphorylation-dependent"
                 " manner.",
                 "moves theme=STAT3 to=nucleus\n"
                 "phosphorylation theme=STAT3\n"
                 "dependent + theme=1 cause=2\n");
}

/* A thing that is not named here is the nearest of that name, even behind. */
static void test_names_near_by(void **state) {
  assert_happens(state,
                 "JAK2 phosphorylates TP53 at S15. S15 phosphorylation"
                 " stabilizes p53.",
                 "phosphorylates theme=TP53 site=S15 cause=JAK2\n"
                 "phosphorylation theme=p53 site=S15\n"
                 "stabilizes theme=p53 cause=2\n");
}

static void test_sites_before(void **state) {
  assert_happens(state,
                 "JAK2 phosphorylates STAT3 at Y705. SRC phosphorylates this"
                 " site.",
                 "phosphorylates theme=STAT3 site=Y705 cause=JAK2\n"
                 "phosphorylates theme=STAT3 site=Y705 cause=SRC\n");
}

static void test_markers(void **state) {
  assert_happens(state, "CD4-positive cells are here.", "positive theme=CD4\n");
}

static void test_inner_nouns(void **state) {
  assert_happens(state, "STAT3 phosphorylation sites are known.",
                 "phosphorylation theme=STAT3\n");
  assert_happens(state, "A transcription factor of STAT3 is known.", "");
  assert_happens(state, "The JAK2 phosphorylation sites in STAT3 are known.",
                 "phosphorylation theme=STAT3 cause=JAK2\n");
  assert_happens(state,
                 "JAK2 phosphorylates STAT3 at Y705. The phosphorylation site"
                 " Y705 is known.",
                 "phosphorylates theme=STAT3 site=Y705 cause=JAK2\n"
                 "phosphorylation theme=STAT3 site=Y705\n");
}

static void test_pronouns(void **state) {
  assert_happens(state, "STAT3 is known. It is phosphorylated by JAK2.",
                 "phosphorylated theme=STAT3 cause=JAK2\n");
}

/* "its binding" is what happens, and not who does it. */
static void test_own_events(void **state) {
  assert_happens(state,
                 "STAT3 is phosphorylated, which affects its binding to"
                 " JAK2.",
                 "phosphorylated theme=STAT3\n"
                 "binding theme=STAT3 theme=JAK2\n"
                 "affects ? theme=2 cause=1\n");
}

/* What binds the same thing, which has no name, does not bind each other. */
static void test_bonds_to_unnamed(void **state) {
  assert_happens(state, "JAK2 and SRC bind the motif.",
                 "bind theme=JAK2\nbind theme=SRC\n");
  assert_happens(state, "Binding of JAK2 and SRC to the motif was seen.",
                 "Binding theme=JAK2\nBinding theme=SRC\n");
  assert_happens(state, "JAK2 and SRC bind each other.",
                 "bind theme=JAK2 theme=SRC\n");
}

/* What is not said of one of a list is what is told of it all. */
static void test_but_not(void **state) {
  assert_happens(state, "IL6 enhanced expression of FOS but not JUN.",
                 "expression theme=FOS\nexpression theme=JUN\n"
                 "enhanced + theme=1 cause=IL6\n"
                 "enhanced + not theme=2 cause=IL6\n");
  assert_happens(state, "JAK3 is dispensable for expression of FOS.",
                 "expression theme=FOS\n"
                 "dispensable + not theme=1 cause=JAK3\n");
}

/* Nouns of which no claim is made. */
static void test_told_nouns(void **state) {
  told t;
  static const char *const text = "IL6 induces accumulation of STAT3.";
  assert_happens(state, text,
                 "accumulation theme=STAT3\n"
                 "induces + theme=1 cause=IL6\n");
  tell_text(&t, state, text);
  assert_int_equal(t.desk.record.claims.n, 1); /* [0] is no claim */
  drop_told(&t);
}

static void test_bonds_by_means(void **state) {
  assert_happens(state, "SRC inhibits JAK2 through interaction with STAT3.",
                 "interaction theme=STAT3 theme=SRC\n"
                 "inhibits - theme=JAK2 cause=1\n");
}

static void test_marks(void **state) {
  assert_happens(state, "JAK2 may not phosphorylate STAT3.",
                 "phosphorylate not perhaps theme=STAT3 cause=JAK2\n");
  assert_happens(state, "This suggests that JAK2 phosphorylates STAT3.",
                 "phosphorylates suggested theme=STAT3 cause=JAK2\n");
  assert_happens(state, "We asked whether JAK2 activates STAT3 expression.",
                 "expression theme=STAT3\n"
                 "activates + perhaps theme=1 cause=JAK2\n");
  assert_happens(state,
                 "To determine the effect of JAK2 on STAT3 expression,"
                 " we used cells.",
                 "expression theme=STAT3\n"
                 "effect ? asked theme=1 cause=JAK2\n");
}

/* One of several is denied, and the others are not. */
static void test_marks_of_one(void **state) {
  assert_happens(state, "JAK2 regulates STAT1 but not STAT3.",
                 "regulates ? theme=STAT1 cause=JAK2\n"
                 "regulates ? not theme=STAT3 cause=JAK2\n");
  assert_happens(state, "STAT1, but not STAT3, binds JAK2.",
                 "binds theme=STAT1 theme=JAK2\n"
                 "binds not theme=STAT3 theme=JAK2\n");
  assert_happens(state, "STAT3 is phosphorylated by JAK2 but not by SRC.",
                 "phosphorylated theme=STAT3 cause=JAK2\n"
                 "phosphorylated not theme=STAT3 cause=SRC\n");
  assert_happens(state, "STAT3 expression depends on JAK2 but not on SRC.",
                 "expression theme=STAT3\n"
                 "depends + theme=1 cause=JAK2\n"
                 "depends + not theme=1 cause=SRC\n");
}

static void test_marks_of_others(void **state) {
  assert_happens(state, "IL4 transcription was not detectable.",
                 "transcription not theme=IL4\n");
  assert_happens(state, "IL4 transcription was not remarkable.",
                 "transcription theme=IL4\n");
  assert_happens(state, "We were unable to detect phosphorylation of STAT3.",
                 "phosphorylation not theme=STAT3\n");
  assert_happens(state, "We saw a lack of phosphorylation of STAT3.",
                 "phosphorylation not theme=STAT3\nlack - theme=1\n");
  assert_happens(state, "We examined phosphorylation of STAT3.",
                 "phosphorylation asked theme=STAT3\n");
  assert_happens(state, "The phosphorylation status of STAT3 was seen.",
                 "phosphorylation asked theme=STAT3\n");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_none_unless_wanted),
      cmocka_unit_test(test_events),
      cmocka_unit_test(test_controls),
      cmocka_unit_test(test_words_of_agents),
      cmocka_unit_test(test_adjectives),
      cmocka_unit_test(test_adjectives_of_others),
      cmocka_unit_test(test_actors),
      cmocka_unit_test(test_levels),
      cmocka_unit_test(test_living),
      cmocka_unit_test(test_lone_bonds),
      cmocka_unit_test(test_elsewhere),
      cmocka_unit_test(test_manners),
      cmocka_unit_test(test_names_near_by),
      cmocka_unit_test(test_sites_before),
      cmocka_unit_test(test_markers),
      cmocka_unit_test(test_inner_nouns),
      cmocka_unit_test(test_pronouns),
      cmocka_unit_test(test_own_events),
      cmocka_unit_test(test_bonds_to_unnamed),
      cmocka_unit_test(test_but_not),
      cmocka_unit_test(test_told_nouns),
      cmocka_unit_test(test_bonds_by_means),
      cmocka_unit_test(test_marks),
      cmocka_unit_test(test_marks_of_one),
      cmocka_unit_test(test_marks_of_others),
  };
  return cmocka_run_group_tests(tests, open_engine, close_engine);
}
