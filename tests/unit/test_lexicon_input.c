#include "failing.h"
#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include "lexicon/import/input.h"

/* "hello\n" as one stored block, by RFC 1952 and 1951. */
static const char hello_gz[] = {
    0x1F, (char)0x8B, 8,   0,   0,    0,          0,          0,
    0,    (char)255,  1,   6,   0,    (char)0xF9, (char)0xFF, 'h',
    'e',  'l',        'l', 'o', '\n', 0x20,       0x30,       0x3A,
    0x36, 6,          0,   0,   0};

/* SHA-256 of "abc", from FIPS 180-2, appendix B.1. */
static const char abc_digest[] =
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

static void expect_line(pq_input *in, const char *text, uint32_t number) {
  pq_view line;
  assert_int_equal(pq_input_line(in, &line), PQ_OK);
  ASSERT_VIEW(line, text);
  assert_int_equal(in->line, number);
}

static void expect_end(pq_input *in) {
  pq_view line;
  assert_int_equal(pq_input_line(in, &line), PQ_END);
  assert_int_equal(pq_input_line(in, &line), PQ_END);
}

static void test_lines(void **state) {
  (void)state;
  pq_scratch s;
  pq_input in;
  pq_scratch_open(&s);
  const char *const path =
      pq_scratch_file(&s, "a", PQ_LIT("\xEF\xBB\xBFone\r\n\ntwo\rx\n\r\nlast"));
  assert_int_equal(pq_input_open(&in, NULL, path, NULL), PQ_OK);
  expect_line(&in, "one", 1);
  expect_line(&in, "", 2);
  expect_line(&in, "two\rx", 3);
  expect_line(&in, "", 4);
  expect_line(&in, "last", 5);
  expect_end(&in);
  pq_input_close(&in);
  const char *const empty = pq_scratch_file(&s, "b", PQ_LIT(""));
  assert_int_equal(pq_input_open(&in, NULL, empty, NULL), PQ_OK);
  expect_end(&in);
  pq_input_close(&in);
  pq_scratch_close(&s);
}

static void test_digest(void **state) {
  (void)state;
  pq_scratch s;
  pq_input in;
  pq_scratch_open(&s);
  const char *const path = pq_scratch_file(&s, "a", PQ_LIT("abc"));
  assert_int_equal(pq_input_open(&in, NULL, path, NULL), PQ_OK);
  assert_string_equal(in.digest.hex, abc_digest);
  expect_line(&in, "abc", 1);
  pq_input_close(&in);
  assert_int_equal(pq_input_bytes(&in, NULL, "x", PQ_LIT("abc")), PQ_OK);
  assert_string_equal(in.digest.hex, abc_digest);
  expect_line(&in, "abc", 1);
  expect_end(&in);
  pq_input_close(&in);
  pq_scratch_close(&s);
}

static void test_gzip(void **state) {
  (void)state;
  pq_scratch s;
  pq_input in;
  pq_heard h;
  pq_view line;
  pq_heard_init(&h);
  pq_scratch_open(&s);
  const pq_view whole = {hello_gz, sizeof hello_gz};
  const char *path = pq_scratch_file(&s, "a.gz", whole);
  assert_int_equal(pq_input_open(&in, NULL, path, &h.sink), PQ_OK);
  expect_line(&in, "hello", 1);
  expect_end(&in);
  pq_input_close(&in);
  assert_int_equal(h.n, 0);
  /* Cut off: what came is given, then it is told. */
  path = pq_scratch_file(&s, "b.gz", pq_view_head(whole, whole.len - 4));
  assert_int_equal(pq_input_open(&in, NULL, path, &h.sink), PQ_OK);
  expect_line(&in, "hello", 1);
  assert_int_equal(pq_input_line(&in, &line), PQ_BAD_SYNTAX);
  pq_input_close(&in);
  path = pq_scratch_file(&s, "c.gz", PQ_LIT("\x1F\x8B junk"));
  assert_int_equal(pq_input_open(&in, NULL, path, &h.sink), PQ_BAD_SYNTAX);
  pq_input_close(&in);
  assert_string_equal(h.at[0].code, "import.gzip");
  pq_scratch_close(&s);
}

/* A line longer than a chunk is whole; one that is too long is passed over. */
static void test_long_lines(void **state) {
  (void)state;
  pq_buf text;
  pq_input in;
  pq_view line;
  pq_buf_init(&text, NULL);
  for (size_t i = 0; i < 200000; ++i) {
    pq_buf_char(&text, 'a');
  }
  pq_buf_char(&text, '\n');
  for (size_t i = 0; i <= PQ_RECORD_MOST; ++i) {
    pq_buf_char(&text, 'b');
  }
  pq_buf_text(&text, "\nshort\n");
  assert_int_equal(text.status, PQ_OK);
  pq_scratch s;
  pq_scratch_open(&s);
  const char *const path = pq_scratch_file(&s, "a", pq_buf_view(&text));
  assert_int_equal(pq_input_open(&in, NULL, path, NULL), PQ_OK);
  assert_int_equal(pq_input_line(&in, &line), PQ_OK);
  assert_int_equal(line.len, 200000);
  assert_int_equal(pq_input_line(&in, &line), PQ_LIMIT);
  expect_line(&in, "short", 3);
  expect_end(&in);
  pq_input_close(&in);
  pq_scratch_close(&s);
  pq_buf_clear(&text);
}

static void test_no_file(void **state) {
  (void)state;
  pq_scratch s;
  pq_input in;
  pq_heard h;
  pq_heard_init(&h);
  pq_scratch_open(&s);
  const char *const fifo = pq_scratch_fifo(&s, "f");
  assert_int_equal(pq_input_open(&in, NULL, "/no/such", &h.sink), PQ_BAD_READ);
  pq_input_close(&in);
  assert_int_equal(pq_input_open(&in, NULL, fifo, &h.sink), PQ_BAD_READ);
  pq_input_close(&in);
  assert_int_equal(pq_input_open(&in, NULL, s.folder, &h.sink), PQ_BAD_READ);
  pq_input_close(&in);
  assert_int_equal(h.n, 3);
  assert_non_null(strstr(h.at[0].text, "no such file"));
  assert_non_null(strstr(h.at[1].text, "no regular file"));
  assert_non_null(strstr(h.at[2].text, "a folder"));
  pq_scratch_close(&s);
}

static pq_status read_all(void *user, pq_alloc *alloc) {
  pq_input in;
  pq_view line;
  pq_status st = pq_input_open(&in, alloc, user, NULL);
  while (!st) {
    st = pq_input_line(&in, &line);
  }
  pq_input_close(&in);
  return st == PQ_END ? PQ_OK : st;
}

static void test_no_memory(void **state) {
  (void)state;
  pq_scratch s;
  pq_scratch_open(&s);
  const char *const path =
      pq_scratch_file(&s, "a.gz", (pq_view){hello_gz, sizeof hello_gz});
  char room[PQ_SCRATCH_PATH];
  memcpy(room, path, strlen(path) + 1);
  (void)pq_fail_each(read_all, room, PQ_OK);
  pq_scratch_close(&s);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines),   cmocka_unit_test(test_digest),
      cmocka_unit_test(test_gzip),    cmocka_unit_test(test_long_lines),
      cmocka_unit_test(test_no_file), cmocka_unit_test(test_no_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
