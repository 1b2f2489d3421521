#include "failing.h"
#include "heard.h"
#include "unit.h"

#include "read/articles.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HEAD                                                       \
  "<?xml version=\"1.0\"?>\n"                                      \
  "<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD\" \"x.dtd\">\n" \
  "<PubmedArticleSet>\n"
#define TAIL "</PubmedArticleSet>\n"
#define ONE  "<PubmedArticle>1</PubmedArticle>"
#define TWO  "<PubmedArticle a=\"b\">\n2</PubmedArticle >"

typedef struct kit {
  pq_heard heard;
  pq_inlet in;
  pq_articles a;
} kit;

static void begin(kit *k, const char *text) {
  *k = (kit){.heard = {.n = 0}};
  pq_heard_init(&k->heard);
  pq_inlet_init(&k->in, NULL);
  assert_int_equal(pq_inlet_bytes(&k->in, pq_view_of(text)), PQ_OK);
  k->a = (pq_articles){
      .in = &k->in, .sink = &k->heard.sink, .file = PQ_LIT("a.xml")};
}

static void assert_next(kit *k, const char *want, uint32_t line) {
  pq_view bytes = {"", 0};
  uint32_t at = 0;
  assert_int_equal(pq_articles_next(&k->a, &bytes, &at), PQ_OK);
  ASSERT_VIEW(bytes, want);
  assert_int_equal(at, line);
}

static void assert_told(kit *k, pq_status st, uint32_t line, const char *text) {
  pq_view bytes = {"", 0};
  uint32_t at = 0;
  const size_t n = k->heard.n;
  assert_int_equal(pq_articles_next(&k->a, &bytes, &at), st);
  assert_true(k->a.told);
  assert_int_equal(k->heard.n, n + 1);
  assert_string_equal(k->heard.at[n].code, "input.pubmed");
  assert_int_equal(k->heard.at[n].line, line);
  assert_non_null(strstr(k->heard.at[n].text, text));
}

static void end(kit *k) {
  pq_view bytes = PQ_LIT("as before");
  uint32_t at = 7;
  assert_int_equal(pq_articles_next(&k->a, &bytes, &at), PQ_END);
  assert_int_equal(pq_articles_next(&k->a, &bytes, &at), PQ_END);
  assert_false(k->a.told);
  ASSERT_VIEW(bytes, "as before");
  assert_int_equal(at, 7);
  pq_inlet_clear(&k->in);
}

static void test_articles(void **state) {
  (void)state;
  kit k;
  begin(&k, "\xEF\xBB\xBF " HEAD ONE TWO "\n <!-- " ONE " -->" ONE TAIL);
  assert_next(&k, ONE, 4);
  assert_next(&k, TWO, 4);
  assert_next(&k, ONE, 6);
  assert_int_equal(k.heard.n, 0);
  end(&k);
}

/* `zcat *.xml.gz`, and an article by itself. */
static void test_sets(void **state) {
  (void)state;
  kit k;
  begin(&k, HEAD ONE TAIL HEAD TWO TAIL);
  assert_next(&k, ONE, 4);
  assert_next(&k, TWO, 8);
  end(&k);
  begin(&k, ONE);
  assert_next(&k, ONE, 1);
  end(&k);
  begin(&k, HEAD TAIL);
  end(&k);
  begin(&k, "");
  end(&k);
  assert_int_equal(k.heard.n, 0);
}

/* What only looks like the end of an article. */
static void test_hidden(void **state) {
  (void)state;
  static const char *const texts[] = {
      "<PubmedArticle><!-- </PubmedArticle> --></PubmedArticle>",
      "<PubmedArticle><![CDATA[</PubmedArticle>]]></PubmedArticle>",
      "<PubmedArticle></PubmedArticles><PubmedArticleX/></PubmedArticle>",
      "<PubmedArticle><PMID/><a>&lt;/PubmedArticle></a></PubmedArticle>"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    kit k;
    begin(&k, texts[i]);
    assert_next(&k, texts[i], 1);
    end(&k);
  }
}

static void test_others_of_the_set(void **state) {
  (void)state;
  kit k;
  begin(&k, HEAD "<PubmedBookArticle><PMID>1</PMID></PubmedBookArticle>\n" ONE
                 "<DeleteCitation><PMID>2</PMID></DeleteCitation>" TAIL);
  assert_next(&k, ONE, 5);
  assert_int_equal(k.heard.n, 1);
  assert_int_equal(k.heard.at[0].severity, PQ_NOTE_INFO);
  assert_int_equal(k.heard.at[0].line, 4);
  end(&k);
}

/* One article is broken: the others are whole. */
static void test_lost_tags(void **state) {
  (void)state;
  kit k;
  begin(&k, HEAD ONE "\n<PubmedArticle>3\n" TWO "\n" ONE TAIL);
  assert_next(&k, ONE, 4);
  assert_told(&k, PQ_BAD_READ, 5, "has no end");
  assert_next(&k, TWO, 6);
  assert_next(&k, ONE, 8);
  end(&k);
  begin(&k, HEAD "<PMID>1</PMID>\n</PubmedArticle> text\n" ONE TAIL);
  assert_told(&k, PQ_BAD_READ, 4, "in no article");
  assert_next(&k, ONE, 6);
  end(&k);
}

/* Cut off anywhere behind the first article. */
static void test_cut(void **state) {
  (void)state;
  static const char whole[] = HEAD ONE "\n" TWO "\n" TAIL;
  const size_t first = strlen(HEAD ONE);
  char text[sizeof whole];
  for (size_t n = first; n + 1 < sizeof whole - 1; ++n) {
    kit k;
    memcpy(text, whole, n);
    text[n] = '\0';
    begin(&k, text);
    assert_next(&k, ONE, 4);
    if (n >= first + 1 + strlen(TWO)) assert_next(&k, TWO, 5);
    pq_view bytes = {"", 0};
    uint32_t line = 0;
    assert_int_equal(pq_articles_next(&k.a, &bytes, &line), PQ_BAD_READ);
    assert_true(k.a.told);
    assert_true(k.heard.at[0].line >= 4);
    while (pq_articles_next(&k.a, &bytes, &line) != PQ_END) {
      assert_true(k.a.told);
    }
    pq_inlet_clear(&k.in);
  }
}

static void test_other_kinds(void **state) {
  (void)state;
  static const char *const texts[] = {"<html>" ONE "</html>", "text",
                                      "\xFF\xFE<",
                                      "<?xml version=\"1.0\"?><sbml/>"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
    kit k;
    begin(&k, texts[i]);
    assert_told(&k, PQ_BAD_READ, 1, "another kind");
    end(&k);
    begin(&k, texts[i]);
    k.a.other_is_fine = true;
    end(&k);
    assert_int_equal(k.heard.n, 1);
    assert_int_equal(k.heard.at[0].severity, PQ_NOTE_INFO);
    assert_true(k.a.news);
  }
}

static void test_declarations(void **state) {
  (void)state;
  kit k;
  begin(&k, "<!DOCTYPE PubmedArticleSet [\n<!ENTITY a \"b\">]>\n"
            "<PubmedArticleSet>" ONE TAIL);
  assert_told(&k, PQ_BAD_READ, 1, "declarations");
  end(&k);
}

/* Without its NUL. */
static void put(char *to, const char *text) {
  for (; *text; ++text, ++to) {
    *to = *text;
  }
}

/* As long as may be, and longer by a byte; memory stays bounded. */
static void test_long(void **state) {
  (void)state;
  static const char head[] = "<PubmedArticle>";
  static const char tail[] = "</PubmedArticle>";
  const size_t most = PQ_RECORD_MOST;
  char *const text = malloc(most + 200);
  assert_non_null(text);
  for (size_t more = 0; more < 2; ++more) {
    kit k;
    memset(text, 'x', most + more);
    put(text, head);
    put(text + most + more - strlen(tail), tail);
    put(text + most + more, ONE);
    text[most + more + strlen(ONE)] = '\0';
    begin(&k, text);
    if (more) {
      assert_told(&k, PQ_LIMIT, 1, "longer than 4 MiB");
    } else {
      pq_view bytes = {"", 0};
      uint32_t line = 0;
      assert_int_equal(pq_articles_next(&k.a, &bytes, &line), PQ_OK);
      assert_int_equal(bytes.len, most);
    }
    assert_next(&k, ONE, 1);
    end(&k);
  }
  free(text);
}

static void test_begin(void **state) {
  (void)state;
  assert_true(pq_articles_begin(PQ_LIT("<?xml version")));
  assert_true(pq_articles_begin(PQ_LIT("<!DOCTYPE PubmedArticleSet")));
  assert_true(pq_articles_begin(PQ_LIT("<PubmedArticleSet>")));
  assert_false(pq_articles_begin(PQ_LIT("<!-- a comment in Markdown -->")));
  assert_false(pq_articles_begin(PQ_LIT("<?xm")));
  assert_false(pq_articles_begin(PQ_LIT("")));
}

static void test_ready(void **state) {
  (void)state;
  kit k;
  begin(&k, HEAD ONE "<PubmedArticle>");
  assert_true(pq_articles_ready(&k.a));
  assert_next(&k, ONE, 4);
  assert_false(pq_articles_ready(&k.a));
  pq_inlet_clear(&k.in);
}

/* From a pipe an article comes as soon as its end is there. */
static void test_pipe(void **state) {
  (void)state;
  static const char text[] = HEAD ONE;
  kit k;
  int ends[2];
  begin(&k, "");
  assert_int_equal(pipe(ends), 0);
  assert_int_equal(write(ends[1], text, strlen(text)), strlen(text));
  assert_int_equal(pq_inlet_adopt(&k.in, ends[0]), PQ_OK);
  assert_next(&k, ONE, 4);
  assert_false(pq_articles_ready(&k.a));
  assert_true(pq_inlet_is_dry(&k.in));
  assert_int_equal(write(ends[1], TAIL, strlen(TAIL)), strlen(TAIL));
  (void)close(ends[1]);
  end(&k);
}

enum {
  CHUNK = 64 * 1024 /* as much is read at once */
};

/* Wherever the bytes that were read at once end. */
static void test_seams(void **state) {
  (void)state;
  static const char set[] =
      HEAD "<!-- - -->" ONE "<PubmedArticle><![CDATA[]>]]></PubmedArticle>"
           "\n" TAIL;
  char *const text = malloc(CHUNK + sizeof set);
  assert_non_null(text);
  for (size_t n = 0; n < sizeof set; ++n) {
    kit k;
    begin(&k, "");
    memset(text, ' ', CHUNK - n);
    put(text + CHUNK - n, set);
    FILE *const f = tmpfile();
    assert_non_null(f);
    const size_t len = CHUNK - n + strlen(set);
    assert_int_equal(fwrite(text, 1, len, f), len);
    assert_int_equal(fflush(f), 0);
    assert_int_equal(lseek(fileno(f), 0, SEEK_SET), 0);
    assert_int_equal(pq_inlet_adopt(&k.in, dup(fileno(f))), PQ_OK);
    assert_next(&k, ONE, 4);
    assert_next(&k, "<PubmedArticle><![CDATA[]>]]></PubmedArticle>", 4);
    end(&k);
    (void)fclose(f);
  }
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_articles),
      cmocka_unit_test(test_sets),
      cmocka_unit_test(test_hidden),
      cmocka_unit_test(test_others_of_the_set),
      cmocka_unit_test(test_lost_tags),
      cmocka_unit_test(test_cut),
      cmocka_unit_test(test_other_kinds),
      cmocka_unit_test(test_declarations),
      cmocka_unit_test(test_long),
      cmocka_unit_test(test_begin),
      cmocka_unit_test(test_ready),
      cmocka_unit_test(test_pipe),
      cmocka_unit_test(test_seams),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
