#include "failing.h"
#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include "read/read.h"

#include <fcntl.h>
#include <unistd.h>

/* One line {"a":1} and its end, as one stored gzip block. */
static const unsigned char zipped[] = {
    0x1F, 0x8B, 8,    0,    0,    0,   0,   0,   0,   255, 1,
    8,    0,    0xF7, 0xFF, '{',  '"', 'a', '"', ':', '1', '}',
    '\n', 0x46, 0xA3, 0xE8, 0x74, 8,   0,   0,   0};

/* The same in one raw block of a zstd frame. */
static const unsigned char frame[] = {0x28, 0xB5, 0x2F, 0xFD, 0x24, 8,    0x41,
                                      0,    0,    '{',  '"',  'a',  '"',  ':',
                                      '1',  '}',  '\n', 0xE2, 0xEF, 0xEC, 0xE0};

/* A frame that asks for a window of 128 MiB. */
static const unsigned char wide[] = {0x28, 0xB5, 0x2F, 0xFD, 0,
                                     0x88, 9,    0,    0,    'x'};

typedef struct kit {
  pq_scratch disk;
  pq_heard heard;
  pq_inputs inputs;
  pq_stream *stream;
} kit;

static void begin(kit *k) {
  *k = (kit){.stream = NULL};
  pq_scratch_open(&k->disk);
  pq_heard_init(&k->heard);
}

static void open_paths(kit *k, const char *const *paths, size_t n) {
  k->inputs.paths = paths;
  k->inputs.n_paths = n;
  assert_int_equal(pq_stream_open(NULL, &k->inputs, &k->heard.sink, &k->stream),
                   PQ_OK);
}

static void end(kit *k) {
  pq_stream_close(k->stream);
  pq_scratch_close(&k->disk);
}

static pq_raw next(kit *k) {
  pq_raw raw = {0};
  assert_int_equal(pq_stream_next(k->stream, &raw), PQ_OK);
  return raw;
}

static void assert_fails(kit *k, pq_status st, const char *code) {
  pq_raw raw = {.bytes = PQ_LIT("as before")};
  assert_int_equal(pq_stream_next(k->stream, &raw), st);
  ASSERT_VIEW(raw.bytes, "as before");
  if (code) assert_non_null(pq_heard_find(&k->heard, code));
}

static void test_forms(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const char *const paths[] = {
      pq_scratch_file(&k.disk, "b.md", PQ_LIT("{x}\n")),
      pq_scratch_file(&k.disk, "a.jsonl", PQ_LIT("\n{1}\r\n  \n{2}")),
      pq_scratch_file(&k.disk, "c.txt", PQ_LIT("text")),
      pq_scratch_file(&k.disk, "lines", PQ_LIT(" {3}\n{4}\n")),
      pq_scratch_file(&k.disk, "text", PQ_LIT("prose"))};
  open_paths(&k, paths, 5);
  assert_int_equal(pq_stream_total(k.stream), 0);
  static const struct {
    const char *bytes;
    pq_raw_format format;
    uint32_t line;
  } want[] = {{"{x}\n", PQ_RAW_MARKDOWN, 1}, {"{1}", PQ_RAW_JSONL, 2},
              {"{2}", PQ_RAW_JSONL, 4},      {"text", PQ_RAW_MARKDOWN, 1},
              {" {3}", PQ_RAW_JSONL, 1},     {"{4}", PQ_RAW_JSONL, 2},
              {"prose", PQ_RAW_MARKDOWN, 1}};
  for (size_t i = 0; i < sizeof want / sizeof *want; ++i) {
    const pq_raw raw = next(&k);
    ASSERT_VIEW(raw.bytes, want[i].bytes);
    assert_int_equal(raw.format, want[i].format);
    assert_int_equal(raw.place.line, want[i].line);
  }
  assert_fails(&k, PQ_END, NULL);
  assert_fails(&k, PQ_END, NULL);
  assert_int_equal(k.heard.n, 0);
  end(&k);
}

static void test_total(void **state) {
  (void)state;
  kit k;
  begin(&k);
  pq_scratch_file(&k.disk, "a.md", PQ_LIT("x"));
  pq_scratch_file(&k.disk, "b.txt", PQ_LIT("y"));
  const char *const paths[] = {k.disk.folder};
  open_paths(&k, paths, 1);
  assert_int_equal(pq_stream_total(k.stream), 2);
  ASSERT_VIEW(next(&k).bytes, "x");
  ASSERT_VIEW(next(&k).bytes, "y");
  end(&k);
}

static void test_gzip(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const pq_view bytes = {(const char *)zipped, sizeof zipped};
  const char *const paths[] = {
      pq_scratch_file(&k.disk, "a.jsonl.gz", bytes),
      pq_scratch_file(&k.disk, "sniffed", bytes),
      pq_scratch_file(&k.disk, "cut.jsonl.gz",
                      pq_view_head(bytes, bytes.len - 4)),
      pq_scratch_file(&k.disk, "no.jsonl.gz", PQ_LIT("{\"a\":1}\n")),
      pq_scratch_file(&k.disk, "b.jsonl.gz", bytes)};
  open_paths(&k, paths, 5);
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}"); /* before the damage */
  assert_fails(&k, PQ_BAD_READ, "input.gzip");
  assert_fails(&k, PQ_BAD_READ, NULL);
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  assert_fails(&k, PQ_END, NULL);
  end(&k);
}

static void test_zstd(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const pq_view bytes = {(const char *)frame, sizeof frame};
  const char *const paths[] = {
      pq_scratch_file(&k.disk, "a.jsonl.zst", bytes),
      pq_scratch_file(&k.disk, "sniffed", bytes),
      pq_scratch_file(&k.disk, "misnamed.jsonl.gz", bytes),
      pq_scratch_file(&k.disk, "cut.jsonl.zst",
                      pq_view_head(bytes, bytes.len - 4)),
      pq_scratch_file(&k.disk, "no.jsonl.zst", PQ_LIT("{\"a\":1}\n")),
      pq_scratch_file(&k.disk, "b.jsonl.zst", bytes)};
  open_paths(&k, paths, 6);
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}"); /* before the damage */
  assert_fails(&k, PQ_BAD_READ, "input.zstd");
  assert_fails(&k, PQ_BAD_READ, NULL);
  ASSERT_VIEW(next(&k).bytes, "{\"a\":1}");
  assert_fails(&k, PQ_END, NULL);
  end(&k);
}

static void test_wide_zstd(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const pq_view bytes = {(const char *)wide, sizeof wide};
  const char *const paths[] = {pq_scratch_file(&k.disk, "a.jsonl.zst", bytes),
                               pq_scratch_file(&k.disk, "b.md", PQ_LIT("x"))};
  open_paths(&k, paths, 2);
  assert_fails(&k, PQ_BAD_READ, "input.zstd");
  assert_non_null(
      strstr(pq_heard_find(&k.heard, "input.zstd")->text, "a window of over"));
  ASSERT_VIEW(next(&k).bytes, "x");
  assert_fails(&k, PQ_END, NULL);
  end(&k);
}

#define ARTICLE "<PubmedArticle/></PubmedArticle>"
#define SET     "<PubmedArticleSet>\n" ARTICLE "</PubmedArticleSet>"

static void test_articles(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const char *const paths[] = {
      pq_scratch_file(&k.disk, "a.xml", PQ_LIT(SET)),
      pq_scratch_file(&k.disk, "sniffed", PQ_LIT("\n " SET)),
      pq_scratch_file(&k.disk, "cut.xml",
                      PQ_LIT("<PubmedArticleSet>\n" ARTICLE)),
      pq_scratch_file(&k.disk, "other.xml", PQ_LIT("<sbml/>")),
      pq_scratch_file(&k.disk, "empty.xml", PQ_LIT("")),
      pq_scratch_file(&k.disk, "b.xml", PQ_LIT(SET))};
  open_paths(&k, paths, 6);
  assert_int_equal(pq_stream_total(k.stream), 0);
  static const uint32_t lines[] = {2, 3, 2};
  for (size_t i = 0; i < 3; ++i) {
    const pq_raw raw = next(&k);
    ASSERT_VIEW(raw.bytes, ARTICLE);
    assert_int_equal(raw.format, PQ_RAW_PUBMED);
    assert_int_equal(raw.place.line, lines[i]);
    assert_false(pq_stream_waits(k.stream));
  }
  assert_fails(&k, PQ_BAD_READ, "input.pubmed");
  assert_fails(&k, PQ_BAD_READ, NULL);
  ASSERT_VIEW(next(&k).bytes, ARTICLE);
  assert_non_null(pq_heard_find(&k.heard, "input.empty"));
  assert_fails(&k, PQ_END, NULL);
  assert_int_equal(k.heard.n, 3);
  end(&k);
}

/* In a folder other XML may lie beside; nobody named it. */
static void test_other_xml_in_a_folder(void **state) {
  (void)state;
  kit k;
  begin(&k);
  pq_scratch_file(&k.disk, "a.xml", PQ_LIT("<sbml/>"));
  pq_scratch_file(&k.disk, "b.xml", PQ_LIT(SET));
  const char *const paths[] = {k.disk.folder};
  open_paths(&k, paths, 1);
  ASSERT_VIEW(next(&k).bytes, ARTICLE);
  assert_fails(&k, PQ_END, NULL);
  assert_int_equal(k.heard.n, 1);
  assert_int_equal(k.heard.at[0].severity, PQ_NOTE_INFO);
  end(&k);
}

static void test_bad_inputs(void **state) {
  (void)state;
  kit k;
  begin(&k);
  pq_scratch_file(&k.disk, "a.md", PQ_LIT(""));
  pq_scratch_file(&k.disk, "b.md", PQ_LIT("\xEF\xBB\xBF \r\n"));
  pq_scratch_file(&k.disk, "c.jsonl", PQ_LIT("\n \n"));
  pq_scratch_fifo(&k.disk, "d.md");
  pq_scratch_link(&k.disk, "e.md", "nowhere");
  pq_scratch_file(&k.disk, "f.md", PQ_LIT("x"));
  const char *const paths[] = {k.disk.folder, "/none/x.md"};
  open_paths(&k, paths, 2);
  assert_fails(&k, PQ_BAD_READ, "input.empty");
  assert_int_equal(k.heard.n, 4); /* three empty ones, and the FIFO */
  assert_fails(&k, PQ_BAD_READ, "input.unreadable");
  ASSERT_VIEW(next(&k).bytes, "x");
  assert_fails(&k, PQ_BAD_READ, NULL);
  assert_fails(&k, PQ_END, NULL);
  end(&k);
}

static void test_plain(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const char *const paths[] = {
      pq_scratch_file(&k.disk, "a.txt", PQ_LIT("# x")),
      pq_scratch_file(&k.disk, "b", PQ_LIT("{x}")),
      pq_scratch_file(&k.disk, "c.jsonl", PQ_LIT("{1}"))};
  k.inputs.plain = true;
  open_paths(&k, paths, 3);
  assert_int_equal(next(&k).format, PQ_RAW_PLAIN);
  assert_int_equal(next(&k).format, PQ_RAW_PLAIN);
  assert_int_equal(next(&k).format, PQ_RAW_JSONL); /* the name says so */
  end(&k);
}

static void test_standard_input(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const char *const path = pq_scratch_file(&k.disk, "in", PQ_LIT("{1}\n"));
  const int kept = dup(STDIN_FILENO);
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
  open_paths(&k, NULL, 0); /* no path at all: standard input */
  ASSERT_VIEW(next(&k).bytes, "{1}");
  assert_fails(&k, PQ_END, NULL);
  if (kept >= 0) assert_int_equal(dup2(kept, STDIN_FILENO), STDIN_FILENO);
  if (kept >= 0) (void)close(kept);
  (void)close(fd);
  end(&k);
}

static void test_list(void **state) {
  (void)state;
  kit k;
  begin(&k);
  char text[2 * PQ_SCRATCH_PATH];
  const pq_view one = pq_view_of(pq_scratch_file(&k.disk, "a.md", PQ_LIT("x")));
  memcpy(text, one.ptr, one.len);
  text[one.len] = '\n';
  k.inputs.files_from =
      pq_scratch_file(&k.disk, "list", (pq_view){text, one.len + 1});
  open_paths(&k, NULL, 0);
  ASSERT_VIEW(next(&k).bytes, "x");
  assert_fails(&k, PQ_END, NULL);
  pq_stream_close(k.stream);
  k.stream = NULL;
  k.inputs.files_from = "/none/list";
  assert_int_equal(pq_stream_open(NULL, &k.inputs, &k.heard.sink, &k.stream),
                   PQ_BAD_READ);
  assert_null(k.stream);
  end(&k);
}

static pq_status read_all(void *user, pq_alloc *alloc) {
  const pq_inputs *const inputs = user;
  pq_status st = PQ_OK;
  pq_stream *s = NULL;
  PQ_TRY(st, pq_stream_open(alloc, inputs, NULL, &s));
  while (!st) {
    pq_raw raw = {0};
    st = pq_stream_next(s, &raw);
  }
  pq_stream_close(s);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  kit k;
  begin(&k);
  const pq_view bytes = {(const char *)zipped, sizeof zipped};
  pq_scratch_file(&k.disk, "a.jsonl.gz", bytes);
  pq_scratch_file(&k.disk, "b.md", PQ_LIT("x"));
  const char *const paths[] = {k.disk.folder};
  pq_inputs inputs = {.paths = paths, .n_paths = 1};
  assert_true(pq_fail_each(read_all, &inputs, PQ_END) > 3);
  pq_stream_close(NULL);
  end(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_forms),
      cmocka_unit_test(test_total),
      cmocka_unit_test(test_gzip),
      cmocka_unit_test(test_zstd),
      cmocka_unit_test(test_wide_zstd),
      cmocka_unit_test(test_bad_inputs),
      cmocka_unit_test(test_articles),
      cmocka_unit_test(test_other_xml_in_a_folder),
      cmocka_unit_test(test_plain),
      cmocka_unit_test(test_standard_input),
      cmocka_unit_test(test_list),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
