#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "read/read.h"

static const pq_view words[] = {PQ_LIT_INIT("al")};
static const pq_stops stops = {words, 1};

typedef struct taken {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
} taken;

static pq_status take_with(taken *t, const char *text, pq_alloc *alloc) {
  pq_status st = PQ_OK;
  *t = (taken){.heard = {.n = 0}};
  pq_arena_init(&t->arena, alloc, 0);
  pq_heard_init(&t->heard);
  PQ_TRY(st, pq_store_begin(&t->r, &t->arena, &t->heard.sink));
  const pq_raw raw = {.bytes = pq_view_of(text),
                      .format = PQ_RAW_PUBMED,
                      .place = {.file = PQ_LIT("a"), .line = 10}};
  t->r.place = raw.place;
  return pq_read_record(&t->r, &raw, &stops);
}

static pq_status take(taken *t, const char *text) {
  return take_with(t, text, NULL);
}

static void drop(taken *t) {
  pq_arena_clear(&t->arena);
}

#define ARTICLE(pmid, article)                                \
  "<PubmedArticle><MedlineCitation><PMID Version=\"1\">" pmid \
  "</PMID><Article>" article "</Article></MedlineCitation></PubmedArticle>"
#define YEAR(year)                                                    \
  "<Journal><JournalIssue><PubDate>" year "</PubDate></JournalIssue>" \
  "</Journal>"
#define TITLE   "<ArticleTitle>\n The <i>ALK</i> &amp;\n&#x3B2; </ArticleTitle>"
#define LAST(a) "<LastName>" a "</LastName>"

static const char full[] = ARTICLE(
    "0101", YEAR("<Year>2002</Year>") TITLE
    "<ELocationID EIdType=\"doi\" ValidYN=\"N\">10.1/no</ELocationID>"
    "<ELocationID EIdType=\"doi\">10.1000/X</ELocationID>"
    "<Abstract><AbstractText Label=\"AIM\">Of Smith et al. One.</AbstractText>"
    "<AbstractText Label=\"NOTHING\"> </AbstractText>"
    "<AbstractText Label=\"UNLABELLED\">Two. <b>Three</b>.</AbstractText>"
    "<CopyrightInformation>(c) Nobody</CopyrightInformation></Abstract>"
    "<AuthorList><Author ValidYN=\"N\">" LAST(
        "Smitt") "</Author>"
                 "<Author>" LAST(
                     "Smith") "<ForeName>Ann B</ForeName>"
                              "<Initials>AB</Initials></Author>"
                              "<Author><CollectiveName>A "
                              "Group</CollectiveName></Author></AuthorList>");

static void assert_sentence(const taken *t, uint32_t i, pq_part part,
                            uint32_t paragraph, const char *text) {
  assert_true(i < t->r.sentences.n);
  const pq_sentence *const s = &t->r.sentences.at[i];
  assert_int_equal(s->part, part);
  assert_int_equal(s->paragraph, paragraph);
  ASSERT_VIEW(pq_record_words(&t->r, i, s->span), text);
}

static void test_texts(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, full), PQ_OK);
  assert_int_equal(t.heard.n, 0);
  ASSERT_VIEW(t.r.stable_id, "PMID:101");
  ASSERT_VIEW(t.r.title, "The ALK & \xCE\xB2");
  ASSERT_VIEW(t.r.species, "");
  assert_int_equal(t.r.texts.n, 2);
  assert_int_equal(t.r.texts.at[0].source, PQ_SOURCE_DISPLAY_NAME);
  ASSERT_VIEW(t.r.texts.at[0].bytes, "The ALK &\n\xCE\xB2");
  assert_int_equal(t.r.texts.at[1].source, PQ_SOURCE_SUMMARY);
  ASSERT_VIEW(t.r.texts.at[1].bytes,
              "AIM\nOf Smith et al. One.\n\nTwo. Three.");
  assert_int_equal(t.r.sentences.n, 5);
  assert_sentence(&t, 0, PQ_PART_TITLE, 0, "The ALK &\n\xCE\xB2");
  assert_sentence(&t, 1, PQ_PART_HEADING, 1, "AIM");
  assert_sentence(&t, 2, PQ_PART_SUMMARY, 2, "Of Smith et al. One.");
  assert_sentence(&t, 3, PQ_PART_SUMMARY, 3, "Two.");
  assert_sentence(&t, 4, PQ_PART_SUMMARY, 3, "Three.");
  drop(&t);
}

/* Digits and signs that are written higher or lower are told apart from the
 * word before them. */
static void test_scripts(void **state) {
  (void)state;
  taken t;
  assert_int_equal(
      take(&t, "<PubmedArticle><MedlineCitation><PMID>7</PMID><Article>"
               "<Abstract><AbstractText>STAT3<sup>12, 13</sup> and "
               "p27<sup>Kip1</sup> bind AKT1<sup>S473</sup> and "
               "Ca<sup>2+</sup> with H<sub>2</sub>O.</AbstractText>"
               "</Abstract></Article></MedlineCitation></PubmedArticle>"),
      PQ_OK);
  assert_int_equal(t.r.texts.n, 1);
  ASSERT_VIEW(t.r.texts.at[0].bytes,
              "STAT3\xC2\xB9\xC2\xB2, \xC2\xB9\xC2\xB3 and p27Kip1 bind "
              "AKT1<sup>S473</sup> and Ca\xC2\xB2\xE2\x81\xBA with "
              "H\xE2\x82\x82O.");
  assert_sentence(&t, 0, PQ_PART_SUMMARY, 0,
                  "STAT3 and p27Kip1 bind AKT1 S473 and Ca2+ with H2O.");
  drop(&t);
}

static void test_paper(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, full), PQ_OK);
  const pq_paper *const p = t.r.paper;
  assert_non_null(p);
  assert_int_equal(p->role, PQ_ROLE_PRIMARY);
  assert_int_equal(p->work.year, 2002);
  assert_int_equal(p->work.n_authors, 2);
  ASSERT_VIEW(p->work.authors[0], "Smith");
  ASSERT_VIEW(p->work.authors[1], "A Group");
  assert_false(p->work.et_al);
  ASSERT_VIEW(p->reference.pmid, "101");
  ASSERT_VIEW(p->reference.doi, "10.1000/x");
  ASSERT_VIEW(p->reference.title, "The ALK & \xCE\xB2");
  ASSERT_VIEW(p->reference.authors, "Smith AB, A Group");
  assert_int_equal(t.r.references.n, 0);
  assert_false(t.r.has_references);
  drop(&t);
}

#define AUTHOR "<Author>" LAST("Li") "</Author>"

/* Cited by the first author and "et al" where there are three or more, be they
 * listed or not. */
static void test_authors(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t n_authors;
    bool et_al;
  } rows[] = {
      {ARTICLE("1", YEAR("<Year>2002</Year>")), 0, false},
      {ARTICLE("1", "<AuthorList>" AUTHOR "</AuthorList>"), 1, false},
      {ARTICLE("1", "<AuthorList>" AUTHOR AUTHOR "</AuthorList>"), 2, false},
      {ARTICLE("1", "<AuthorList>" AUTHOR AUTHOR AUTHOR "</AuthorList>"), 1,
       true},
      {ARTICLE("1",
               "<AuthorList CompleteYN=\"N\">" AUTHOR AUTHOR "</AuthorList>"),
       1, true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
    taken t;
    assert_int_equal(take(&t, rows[i].text), PQ_OK);
    assert_int_equal(t.r.paper->work.n_authors, rows[i].n_authors);
    assert_int_equal(t.r.paper->work.et_al, rows[i].et_al);
    drop(&t);
  }
}

#define TYPE(t)                              \
  "<PublicationTypeList><PublicationType>" t \
  "</PublicationType></PublicationTypeList>"

static void test_reviews_and_years(void **state) {
  (void)state;
  taken t;
  assert_int_equal(
      take(&t, ARTICLE("1", YEAR("<MedlineDate>1998 Nov-Dec"
                                 "</MedlineDate>") TYPE("Systematic Review"))),
      PQ_OK);
  assert_int_equal(t.r.paper->role, PQ_ROLE_REVIEW);
  assert_int_equal(t.r.paper->work.year, 1998);
  drop(&t);
  assert_int_equal(take(&t, ARTICLE("1", TYPE("Journal Article"))), PQ_OK);
  assert_int_equal(t.r.paper->role, PQ_ROLE_PRIMARY);
  assert_int_equal(t.r.paper->work.year, 0);
  assert_non_null(pq_heard_find(&t.heard, "article.no-year"));
  drop(&t);
}

static void test_retracted(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, ARTICLE("1", YEAR("<Year>2002</Year>")
                                             TYPE("Retracted Publication"))),
                   PQ_OK);
  const pq_heard_note *const note =
      pq_heard_find(&t.heard, "article.retracted");
  assert_non_null(note);
  assert_int_equal(note->severity, PQ_NOTE_WARN);
  drop(&t);
}

/* News, no warnings: nearly half of PubMed is so. */
static void test_no_abstract(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, ARTICLE("1", YEAR("<Year>2002</Year>") TITLE)),
                   PQ_OK);
  assert_int_equal(t.heard.n, 1);
  assert_string_equal(t.heard.at[0].code, "record.no-summary");
  assert_int_equal(t.heard.at[0].severity, PQ_NOTE_INFO);
  assert_int_equal(t.r.sentences.n, 1);
  drop(&t);
}

static void test_no_number(void **state) {
  (void)state;
  static const char *const numbers[] = {
      ARTICLE("", TITLE), ARTICLE("x7", TITLE), ARTICLE("0", TITLE)};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i) {
    taken t;
    assert_int_equal(take(&t, numbers[i]), PQ_OK);
    assert_non_null(pq_heard_find(&t.heard, "record.no-id"));
    assert_null(t.r.paper);
    ASSERT_VIEW(t.r.stable_id, "");
    drop(&t);
  }
}

static void assert_broken(const char *text, pq_status st, uint32_t line) {
  taken t;
  assert_int_equal(take(&t, text), st);
  const pq_heard_note *const note = pq_heard_find(&t.heard, "article.syntax");
  assert_non_null(note);
  assert_int_equal(note->line, line);
  drop(&t);
}

static void test_broken(void **state) {
  (void)state;
  assert_broken("<PubmedArticle>\n</PubmedArticl></PubmedArticle>",
                PQ_BAD_SYNTAX, 11);
  assert_broken("<PubmedArticle>", PQ_BAD_SYNTAX, 10);
  assert_broken("<PubmedArticle>&uuml;</PubmedArticle>", PQ_BAD_SYNTAX, 10);
  assert_broken("<html></html>", PQ_BAD_SYNTAX, 10);
  assert_broken("<!DOCTYPE a [<!ENTITY b \"c\">]><PubmedArticle/>",
                PQ_BAD_SYNTAX, 10);
}

static pq_status take_full(void *user, pq_alloc *alloc) {
  taken t;
  (void)user;
  const pq_status st = take_with(&t, full, alloc);
  drop(&t);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  assert_true(pq_fail_each(take_full, NULL, PQ_OK) > 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_texts),
      cmocka_unit_test(test_scripts),
      cmocka_unit_test(test_paper),
      cmocka_unit_test(test_authors),
      cmocka_unit_test(test_reviews_and_years),
      cmocka_unit_test(test_retracted),
      cmocka_unit_test(test_no_abstract),
      cmocka_unit_test(test_no_number),
      cmocka_unit_test(test_broken),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
