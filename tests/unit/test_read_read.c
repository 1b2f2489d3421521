#include "failing.h"
#include "heard.h"
#include "seed_record.h"
#include "unit.h"

#include "base/buf.h"
#include "read/read.h"

static const pq_view words[] = {PQ_LIT_INIT("al")};
static const pq_stops stops = {words, 1};

typedef struct taken {
  pq_arena arena;
  pq_heard heard;
  pq_record r;
} taken;

static pq_status take(taken *t, pq_view bytes, pq_raw_format format) {
  *t = (taken){.heard = {.n = 0}};
  pq_arena_init(&t->arena, NULL, 0);
  pq_heard_init(&t->heard);
  assert_int_equal(pq_store_begin(&t->r, &t->arena, &t->heard.sink), PQ_OK);
  const pq_raw raw = {.bytes = bytes,
                      .format = format,
                      .place = {.file = PQ_LIT("a"), .line = 1}};
  t->r.place = raw.place;
  return pq_read_record(&t->r, &raw, &stops);
}

static void drop(taken *t) {
  pq_arena_clear(&t->arena);
}

static void assert_sentence(const taken *t, uint32_t i, pq_part part,
                            const char *text) {
  assert_true(i < t->r.sentences.n);
  const pq_sentence *const s = &t->r.sentences.at[i];
  assert_int_equal(s->part, part);
  ASSERT_VIEW(pq_record_words(&t->r, i, s->span), text);
}

static void test_seed(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, pq_seed_file, PQ_RAW_MARKDOWN), PQ_OK);
  assert_int_equal(t.heard.n, 0);
  ASSERT_VIEW(t.r.stable_id, "R-HSA-9701524");
  ASSERT_VIEW(t.r.species, "Homo sapiens");
  ASSERT_VIEW(t.r.title, "STAT3 is phosphorylated downstream of active ALK");
  assert_int_equal(t.r.texts.n, 1);
  assert_int_equal(t.r.texts.at[0].source, PQ_SOURCE_FILE);
  assert_ptr_equal(t.r.texts.at[0].bytes.ptr, pq_seed_file.ptr);
  assert_int_equal(t.r.sentences.n, 6);
  assert_sentence(&t, 0, PQ_PART_TITLE,
                  "STAT3 is phosphorylated downstream of active ALK");
  assert_sentence(&t, 4, PQ_PART_SUMMARY,
                  "The functional significance of S727 phosphorylation is not"
                  " entirely clear (Gambi et al, 2019).");
  static const char *const first[] = {
      "STAT3 is phosphorylated at tyrosine", "Whether STAT3 activation",
      "STAT3 is also phosphorylated", "The functional significance",
      "STAT3 supports cell survival"};
  for (uint32_t i = 1; i < 6; ++i) {
    const pq_view s = pq_record_words(&t.r, i, t.r.sentences.at[i].span);
    assert_true(pq_view_starts(s, pq_view_of(first[i - 1])));
    assert_true(pq_view_ends(s, PQ_LIT(".")));
    assert_int_equal(t.r.sentences.at[i].paragraph, 1);
  }
  drop(&t);
}

static void test_json_line(void **state) {
  (void)state;
  taken t;
  assert_int_equal(
      take(&t,
           PQ_LIT("{\"stable_id\":\"T\",\"species\":\"x\",\"display_name\":"
                  "\" A. B \",\"summary\":\"One.\\n\\nTwo (Shi et al. 2005)."
                  "Three.\",\"references\":[]}"),
           PQ_RAW_JSONL),
      PQ_OK);
  assert_int_equal(t.heard.n, 0);
  assert_int_equal(t.r.texts.n, 2);
  assert_int_equal(t.r.texts.at[0].source, PQ_SOURCE_DISPLAY_NAME);
  ASSERT_VIEW(t.r.texts.at[0].bytes, " A. B ");
  ASSERT_VIEW(t.r.title, "A. B");
  assert_int_equal(t.r.texts.at[1].source, PQ_SOURCE_SUMMARY);
  assert_int_equal(t.r.sentences.n, 4);
  assert_sentence(&t, 0, PQ_PART_TITLE, "A. B");
  assert_sentence(&t, 1, PQ_PART_SUMMARY, "One.");
  assert_sentence(&t, 2, PQ_PART_SUMMARY, "Two (Shi et al. 2005).");
  assert_sentence(&t, 3, PQ_PART_SUMMARY, "Three.");
  assert_int_equal(t.r.sentences.at[2].text, 1);
  drop(&t);
}

static void test_plain(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t, PQ_LIT("# One. Two.\n"), PQ_RAW_PLAIN), PQ_OK);
  assert_int_equal(t.heard.n, 0);
  assert_int_equal(t.r.sentences.n, 2);
  assert_sentence(&t, 0, PQ_PART_SUMMARY, "# One.");
  drop(&t);
}

static void test_mark_and_line_ends(void **state) {
  (void)state;
  taken t;
  assert_int_equal(
      take(&t,
           PQ_LIT("\xEF\xBB\xBF---\r\nstable_id: T\r\nspecies: x\r\n---\r\n"
                  "# T\r\n## Summary\r\nOne\r\ntwo. Three.\r\n"),
           PQ_RAW_MARKDOWN),
      PQ_OK);
  assert_int_equal(t.heard.n, 0);
  assert_sentence(&t, 1, PQ_PART_SUMMARY, "One\r\ntwo.");
  assert_int_equal(pq_text_point(&t.r.texts.at[0], 3), 1); /* the mark */
  drop(&t);
}

static void assert_told(const char *text, pq_raw_format format,
                        pq_severity severity, const char *code) {
  taken t;
  assert_int_equal(take(&t, pq_view_of(text), format), PQ_OK);
  const pq_heard_note *const note = pq_heard_find(&t.heard, code);
  assert_non_null(note);
  assert_int_equal(note->severity, severity);
  drop(&t);
}

static void test_findings(void **state) {
  (void)state;
  static const pq_severity warn = PQ_NOTE_WARN;
  static const pq_severity news = PQ_NOTE_INFO;
  static const pq_raw_format md = PQ_RAW_MARKDOWN;
  assert_told("One.", md, warn, "record.no-front-matter");
  assert_told("---\na: b\n---\n# T\n", md, warn, "record.no-id");
  assert_told("---\na: b\n---\n# T\n", md, warn, "record.no-species");
  assert_told("---\na: b\n---\nOne.\n", md, news, "record.no-title");
  assert_told("---\na: b\n---\nOne.\n", md, warn, "record.no-heading");
  assert_told("---\nsummary: One.\n---\n# T\n", md, news,
              "record.front-summary");
  assert_told("---\na: b\n---\n# T\n", md, warn, "record.no-summary");
  assert_told("---\na: b\n---\nOne.\n## References\n- A\n", md, warn,
              "record.references-unread");
  assert_told("---\nsummary: One.\n---\n## Summary\nTwo.\n", md, news,
              "record.two-summaries");
  assert_told("---\na: b\n---\n## Summary\nOne.\n## More\nTwo.\n", md, news,
              "record.section-unread");
  assert_told("{}", PQ_RAW_JSONL, warn, "record.no-id");
  assert_told("{}", PQ_RAW_JSONL, warn, "record.no-summary");
}

static void test_title_of_the_front_matter(void **state) {
  (void)state;
  taken t;
  assert_int_equal(take(&t,
                        PQ_LIT("---\nstable_id: T\nspecies: x\n"
                               "display_name: 'A binds B'\n---\nOne.\n"),
                        PQ_RAW_MARKDOWN),
                   PQ_OK);
  assert_sentence(&t, 0, PQ_PART_TITLE, "A binds B");
  assert_sentence(&t, 1, PQ_PART_SUMMARY, "One.");
  drop(&t);
}

/* As its JSON line would be; an escape is no letter of the file. */
static void test_summary_of_the_front_matter(void **state) {
  (void)state;
  taken t;
  assert_int_equal(
      take(&t,
           PQ_LIT("---\nstable_id: T\nspecies: x\nsummary: \"IL1\\u03B2 "
                  "binds\n  B. Two.\"\n---\n# Title\n**Species:** x\n"),
           PQ_RAW_MARKDOWN),
      PQ_OK);
  assert_int_equal(t.heard.n, 1); /* nothing but that it was taken there */
  assert_non_null(pq_heard_find(&t.heard, "record.front-summary"));
  assert_int_equal(t.r.texts.n, 2);
  assert_int_equal(t.r.texts.at[1].source, PQ_SOURCE_SUMMARY);
  assert_int_equal(t.r.sentences.n, 3);
  assert_sentence(&t, 0, PQ_PART_TITLE, "Title");
  assert_sentence(&t, 1, PQ_PART_SUMMARY, "IL1\xCE\xB2 binds B.");
  assert_sentence(&t, 2, PQ_PART_SUMMARY, "Two.");
  drop(&t);
}

static void assert_fails(pq_view bytes, pq_status st, uint32_t line,
                         uint32_t column) {
  taken t;
  assert_int_equal(take(&t, bytes, PQ_RAW_MARKDOWN), st);
  assert_int_equal(t.heard.n, 1);
  assert_int_equal(t.heard.at[0].severity, PQ_NOTE_ERROR);
  assert_int_equal(t.heard.at[0].status, st);
  assert_int_equal(t.heard.at[0].line, line);
  assert_int_equal(t.heard.at[0].column, column);
  drop(&t);
}

static void test_bad_bytes(void **state) {
  (void)state;
  assert_fails(PQ_LIT("a\n\xCE\xB2\xFF"), PQ_BAD_ENCODING, 2, 2);
  assert_fails(PQ_LIT("a\nb\0c"), PQ_BAD_ENCODING, 2, 2);
  assert_fails(PQ_LIT("\xFF\xFE"
                      "a\0"),
               PQ_BAD_ENCODING, 1, 1);
  static char big[((size_t)4 << 20) + 1];
  memset(big, 'x', sizeof big);
  assert_fails((pq_view){big, sizeof big}, PQ_LIMIT, 1, 0);
}

static pq_status read_one(pq_alloc *alloc, pq_view bytes,
                          pq_raw_format format) {
  pq_arena arena;
  pq_record r = {0};
  const pq_raw raw = {.bytes = bytes, .format = format};
  pq_arena_init(&arena, alloc, 0);
  pq_status st = pq_store_begin(&r, &arena, NULL);
  if (!st) st = pq_read_record(&r, &raw, &stops);
  pq_arena_clear(&arena);
  return st;
}

typedef struct text_to_read {
  pq_view bytes;
  pq_raw_format format;
} text_to_read;

static pq_status read_text_with(void *user, pq_alloc *alloc) {
  const text_to_read *const t = user;
  return read_one(alloc, t->bytes, t->format);
}

/* A text with a middle of many sentences, so that the arena asks for more
 * memory while each part is read. */
static void fail_each(const char *head, const char *tail,
                      pq_raw_format format) {
  pq_buf text;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, head);
  while (text.len < 150000) {
    pq_buf_text(&text, "So (it).");
  }
  pq_buf_text(&text, tail);
  assert_int_equal(text.status, PQ_OK);
  text_to_read t = {pq_buf_view(&text), format};
  assert_true(pq_fail_each(read_text_with, &t, PQ_OK) > 2);
  pq_buf_clear(&text);
}

static void test_out_of_memory(void **state) {
  (void)state;
  fail_each("---\na: b\n---\n## Summary\n", "\n", PQ_RAW_MARKDOWN);
  fail_each("---\nsummary: ", "\n---\n# T\n", PQ_RAW_MARKDOWN);
  fail_each("{\"summary\":\"", "\"}", PQ_RAW_JSONL);
  fail_each("", "", PQ_RAW_PLAIN);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_seed),
      cmocka_unit_test(test_json_line),
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_mark_and_line_ends),
      cmocka_unit_test(test_findings),
      cmocka_unit_test(test_title_of_the_front_matter),
      cmocka_unit_test(test_summary_of_the_front_matter),
      cmocka_unit_test(test_bad_bytes),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
