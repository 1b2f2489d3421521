#include "scratch.h"
#include "unit.h"

#include "base/inlet.h"

#include <stdlib.h>

typedef struct kit {
  pq_scratch disk;
  pq_inlet in;
} kit;

static void open_kit(kit *k, pq_view bytes) {
  pq_scratch_open(&k->disk);
  pq_inlet_init(&k->in, NULL);
  const char *const path = pq_scratch_file(&k->disk, "a", bytes);
  assert_int_equal(pq_inlet_open(&k->in, path, PQ_FILE_FOUND), PQ_OK);
}

static void close_kit(kit *k) {
  pq_inlet_clear(&k->in);
  pq_inlet_clear(&k->in);
  pq_scratch_close(&k->disk);
}

static void assert_line(kit *k, uint32_t number, const char *want) {
  pq_view line = {0};
  uint32_t got = 0;
  assert_int_equal(pq_inlet_line(&k->in, &line, &got), PQ_OK);
  ASSERT_VIEW(line, want);
  assert_int_equal(got, number);
}

static void assert_no_line(kit *k) {
  pq_view line = {0};
  uint32_t number = 0;
  assert_int_equal(pq_inlet_line(&k->in, &line, &number), PQ_END);
  assert_int_equal(pq_inlet_line(&k->in, &line, &number), PQ_END);
}

static void test_lines(void **state) {
  (void)state;
  kit k;
  open_kit(&k, PQ_LIT("\xEF\xBB\xBF"
                      "a\r\n\nb\n\r\nlast"));
  char first = 'x';
  assert_int_equal(pq_inlet_peek(&k.in, &first), PQ_OK);
  assert_int_equal(first, 'a');
  assert_line(&k, 1, "a");
  assert_line(&k, 2, "");
  assert_line(&k, 3, "b");
  assert_line(&k, 4, "");
  assert_line(&k, 5, "last");
  assert_no_line(&k);
  close_kit(&k);
}

static void test_nothing(void **state) {
  (void)state;
  kit k;
  open_kit(&k, PQ_LIT(""));
  char first = 'x';
  assert_int_equal(pq_inlet_peek(&k.in, &first), PQ_OK);
  assert_int_equal(first, '\0');
  assert_no_line(&k);
  pq_view all = PQ_LIT("x");
  assert_int_equal(pq_inlet_whole(&k.in, &all), PQ_OK);
  ASSERT_VIEW(all, "");
  close_kit(&k);
}

/* Lines of every length around a chunk of 64 KiB, and far beyond. */
static void test_long_lines(void **state) {
  (void)state;
  const size_t most = PQ_RECORD_MOST;
  char *const text = malloc(2 * most + 100);
  assert_non_null(text);
  memset(text, 'x', 2 * most + 100);
  text[most] = '\n';         /* as long as may be */
  text[2 * most + 2] = '\n'; /* one byte more */
  text[2 * most + 5] = '\n'; /* xx */
  text[2 * most + 99] = '\n';
  kit k;
  open_kit(&k, (pq_view){text, 2 * most + 100});
  pq_view line = {0};
  uint32_t number = 0;
  assert_int_equal(pq_inlet_line(&k.in, &line, &number), PQ_OK);
  assert_int_equal(line.len, most);
  assert_int_equal(pq_inlet_line(&k.in, &line, &number), PQ_LIMIT);
  assert_int_equal(number, 2);
  assert_line(&k, 3, "xx");
  assert_int_equal(pq_inlet_line(&k.in, &line, &number), PQ_OK);
  assert_int_equal(line.len, 93);
  assert_no_line(&k);
  assert_true(k.in.hold.cap < 3 * most);
  close_kit(&k);
  free(text);
}

static void test_whole(void **state) {
  (void)state;
  char *const text = malloc(PQ_RECORD_MOST + 1);
  assert_non_null(text);
  memset(text, 'x', PQ_RECORD_MOST + 1);
  for (size_t more = 0; more < 2; ++more) {
    kit k;
    pq_view all = {0};
    open_kit(&k, (pq_view){text, PQ_RECORD_MOST + more});
    assert_int_equal(pq_inlet_whole(&k.in, &all), more ? PQ_LIMIT : PQ_OK);
    assert_int_equal(all.len, more ? 0 : PQ_RECORD_MOST);
    close_kit(&k);
  }
  free(text);
}

/* For formats that are no lines: bytes ahead, then as many of them as are used.
 */
static void test_ahead(void **state) {
  (void)state;
  kit k;
  pq_view all = {"", 0};
  open_kit(&k, PQ_LIT("ab\ncd\nef"));
  assert_int_equal(pq_inlet_ahead(&k.in, 100, &all), PQ_OK);
  ASSERT_VIEW(all, "ab\ncd\nef");
  assert_int_equal(k.in.line, 1);
  pq_inlet_pass(&k.in, 4);
  assert_int_equal(k.in.line, 2);
  assert_int_equal(pq_inlet_ahead(&k.in, 1, &all), PQ_OK);
  ASSERT_VIEW(all, "d\nef");
  pq_inlet_pass(&k.in, 0);
  pq_inlet_pass(&k.in, 99);
  assert_int_equal(k.in.line, 3);
  assert_int_equal(pq_inlet_ahead(&k.in, 1, &all), PQ_OK);
  ASSERT_VIEW(all, "");
  assert_false(pq_inlet_is_dry(&k.in));
  close_kit(&k);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_lines),      cmocka_unit_test(test_nothing),
      cmocka_unit_test(test_long_lines), cmocka_unit_test(test_whole),
      cmocka_unit_test(test_ahead),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
