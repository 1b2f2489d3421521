#include "test_lexicon_tables.h"

#include "lexicon/path.h"

static const table_text tables[] = {
    CONCEPTS("GO:0007049\tprocess\tcell cycle\t-\t\t\n"
             "HGNC:11364\tgene\tSTAT3\t9606\tUniProt:P40763\t\n"
             "HGNC:427\tgene\tALK\t9606\tUniProt:Q9UM73\t\n"),
    NAMES("cell cycle\tGO:0007049\tname\t\t\n"
          "STAT3\tHGNC:11364\tname\t\t\n"
          "ALK\tHGNC:427\tname\t\t\n"),
    AFFIXES("p\tprefix\tstate\tphospho\n")};

static void test_plurals(void **state) {
  (void)state;
  static const struct {
    const char *word, *singular; /* NULL: it is none */
  } rows[] = {{"kinases", "kinase"},    {"antibodies", "antibody"},
              {"complexes", "complex"}, {"STAT3s", "STAT3"},
              {"class", NULL},          {"virus", NULL},
              {"synthesis", NULL},      {"as", NULL},
              {"kinase", NULL}};
  for (size_t i = 0; i < COUNT(rows); ++i) {
    char room[32];
    pq_ending e;
    const pq_view word = pq_view_of(rows[i].word);
    const bool plural = pq_path_plural(word, &e);
    assert_int_equal(plural, rows[i].singular != NULL);
    if (!plural) continue;
    ASSERT_VIEW(pq_path_cut(word, e, room, sizeof room), rows[i].singular);
  }
}

static pq_look spelled_look(const pq_spellings *all, const sentence *s,
                            uint32_t at) {
  pq_look look = look_at(s, at);
  look.spellings = all->all.at;
  look.strange = all->strange;
  return look;
}

/* Each key is that of the tokens up to it, dashes dropped. */
static void test_keys(void **state) {
  (void)state;
  made m;
  sentence s;
  pq_path p;
  make_lexicon(&m, tables, COUNT(tables));
  cut_sentence(&s, "cell cycle arrest");
  pq_look look = look_at(&s, 0);
  pq_path_find(m.lex, &look, &p);
  assert_int_equal(p.n, 2);
  assert_int_equal(p.end_plain[0], strlen("cell"));
  assert_int_equal(p.end_plain[1], strlen("cell cycle"));
  look.at = 2; /* no name begins so */
  pq_path_find(m.lex, &look, &p);
  assert_int_equal(p.n, 0);
  unmake(&m);
}

/* What is passed over begins no name; a mark behind a word that begins names of
 * several is remembered as words are. */
static void test_passes(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t at;
    bool passes;
  } rows[] = {{"the ALK", 0, true},  /* begins no name, mostly */
              {"the ALK", 1, false}, /* is one */
              {"arrest of cells", 0, true},
              {"cell cycle", 0, false},    /* begins one */
              {"cell (ALK)", 0, true},     /* is none, and no name goes on so */
              {"pSTAT3 binds", 0, false}}; /* "p" is written onto one */
  made m;
  pq_spellings all = {.slots = NULL};
  pq_spellings_open(&all, NULL);
  make_lexicon(&m, tables, COUNT(tables));
  for (size_t i = 0; i < COUNT(rows); ++i) {
    sentence s;
    pq_path p;
    cut_sentence(&s, rows[i].text);
    spell_sentence(m.lex, &all, &s);
    const pq_look look = spelled_look(&all, &s, rows[i].at);
    pq_path_find(m.lex, &look, &p); /* remembers what it met */
    assert_int_equal(pq_path_passes(&look), rows[i].passes);
    if (rows[i].passes) assert_int_equal(p.n, 0);
    const pq_look plain = look_at(&s, rows[i].at);
    assert_false(pq_path_passes(&plain)); /* nothing is known */
  }
  pq_spellings_close(&all);
  unmake(&m);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_plurals),
      cmocka_unit_test(test_keys),
      cmocka_unit_test(test_passes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
