#include "failing.h"
#include "unit.h"

#include "base/buf.h"
#include "base/zst.h"

#include <stdio.h>
#include <unistd.h>

/* "hello\n" by RFC 8878: magic; one segment, with a checksum; 6 bytes; a last,
 * raw block of 6 bytes; the lower half of XXH64. */
static const unsigned char hello[] = {0x28, 0xB5, 0x2F, 0xFD, 0x24, 6,   0x31,
                                      0,    0,    'h',  'e',  'l',  'l', 'o',
                                      '\n', 0x53, 0x88, 0xBD, 0x91};

/* 2 bytes that are no data. */
static const unsigned char skipped[] = {0x5F, 0x2A, 0x4D, 0x18, 2,
                                        0,    0,    0,    'x',  'x'};

/* "x" in a frame with a window of 2^(10 + exponent) bytes. */
enum {
  EXPONENT_AT = 5
};
static const unsigned char windowed[] = {0x28, 0xB5, 0x2F, 0xFD, 0,
                                         0,    9,    0,    0,    'x'};

/* A file with these bytes, read from its start. */
static FILE *file_of(const unsigned char *bytes, size_t n) {
  FILE *const f = tmpfile();
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, n, f), n);
  assert_int_equal(fflush(f), 0);
  assert_int_equal(lseek(fileno(f), 0, SEEK_SET), 0);
  return f;
}

/* Unpack it all, `step` bytes at a time. */
static pq_status unpack_all(FILE *f, size_t step, pq_buf *out, bool *wide) {
  pq_status st = PQ_OK;
  pq_zstd *z = NULL;
  char room[16];
  PQ_TRY(st, pq_zstd_open(out->alloc, fileno(f), PQ_LIT(""), &z));
  for (;;) {
    size_t n = 0;
    st = pq_zstd_read(z, room, step, &n);
    if (st || !n) break;
    pq_buf_put(out, (pq_view){room, n});
  }
  *wide = pq_zstd_is_wide(z);
  pq_zstd_close(z);
  return st;
}

static void assert_unpacks(const unsigned char *bytes, size_t n, size_t step,
                           pq_status want, const char *text) {
  bool wide = false;
  pq_buf out;
  FILE *const f = file_of(bytes, n);
  pq_buf_init(&out, NULL);
  assert_int_equal(unpack_all(f, step, &out, &wide), want);
  if (want) {
    assert_true(pq_view_starts(pq_view_of(text), pq_buf_view(&out)));
  } else {
    ASSERT_VIEW(pq_buf_view(&out), text);
  }
  assert_false(wide);
  pq_buf_clear(&out);
  (void)fclose(f);
}

static void test_one_frame(void **state) {
  (void)state;
  for (size_t step = 1; step <= 16; step += 5) {
    assert_unpacks(hello, sizeof hello, step, PQ_OK, "hello\n");
  }
}

static void test_frames(void **state) {
  (void)state;
  unsigned char all[2 * sizeof hello + sizeof skipped];
  memcpy(all, hello, sizeof hello);
  memcpy(all + sizeof hello, skipped, sizeof skipped);
  memcpy(all + sizeof hello + sizeof skipped, hello, sizeof hello);
  assert_unpacks(all, sizeof all, 16, PQ_OK, "hello\nhello\n");
  assert_unpacks(skipped, sizeof skipped, 16, PQ_OK, "");
}

static void test_damage(void **state) {
  (void)state;
  unsigned char bad[sizeof hello + 2];
  for (size_t n = 1; n < sizeof hello; ++n) { /* cut off anywhere */
    assert_unpacks(hello, n, 16, PQ_BAD_SYNTAX, "hello\n");
  }
  memcpy(bad, hello, sizeof hello);
  bad[9] ^= 1U; /* a letter: the sum is wrong at the end */
  assert_unpacks(bad, sizeof hello, 16, PQ_BAD_SYNTAX, "iello\n");
  bad[9] ^= 1U;
  bad[sizeof hello] = bad[sizeof hello + 1] = 0; /* no frame */
  assert_unpacks(bad, sizeof bad, 16, PQ_BAD_SYNTAX, "hello\n");
  assert_unpacks((const unsigned char *)"no frame", 8, 16, PQ_BAD_SYNTAX, "");
}

static bool is_wide(unsigned char exponent) {
  unsigned char bytes[sizeof windowed];
  bool wide = false;
  pq_buf out;
  memcpy(bytes, windowed, sizeof bytes);
  bytes[EXPONENT_AT] = (unsigned char)(exponent << 3U);
  FILE *const f = file_of(bytes, sizeof bytes);
  pq_buf_init(&out, NULL);
  const pq_status st = unpack_all(f, 16, &out, &wide);
  assert_int_equal(st, wide ? PQ_BAD_SYNTAX : PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), wide ? "" : "x");
  pq_buf_clear(&out);
  (void)fclose(f);
  return wide;
}

static void test_window(void **state) {
  (void)state;
  assert_false(is_wide(13));
  assert_false(is_wide(PQ_ZSTD_WINDOW_LOG - 10));
  assert_true(is_wide(PQ_ZSTD_WINDOW_LOG - 10 + 1));
}

static void test_head(void **state) {
  (void)state;
  FILE *const f = file_of(hello + 12, sizeof hello - 12);
  pq_zstd *z = NULL;
  char room[16];
  size_t n = 0;
  const pq_view head = {(const char *)hello, 12};
  assert_true(pq_zstd_begins(head));
  assert_true(pq_zstd_begins((pq_view){(const char *)skipped, 4}));
  assert_false(pq_zstd_begins(pq_view_head(head, 3)));
  assert_false(pq_zstd_begins(PQ_LIT("P*M.")));
  assert_int_equal(pq_zstd_open(NULL, fileno(f), head, &z), PQ_OK);
  for (size_t got = 0; got < 6; got += n) {
    assert_int_equal(pq_zstd_read(z, room + got, sizeof room - got, &n), PQ_OK);
    assert_true(n > 0);
  }
  assert_memory_equal(room, "hello\n", 6);
  pq_zstd_close(z);
  pq_zstd_close(NULL);
  (void)fclose(f);
}

static void test_bad_descriptor(void **state) {
  (void)state;
  pq_zstd *z = NULL;
  char room[4];
  size_t n = 0;
  assert_int_equal(pq_zstd_open(NULL, -1, PQ_LIT(""), &z), PQ_OK);
  assert_int_equal(pq_zstd_read(z, room, sizeof room, &n), PQ_BAD_READ);
  pq_zstd_close(z);
}

static pq_status unpack_with(void *user, pq_alloc *alloc) {
  FILE *const f = user;
  bool wide = false;
  pq_buf out;
  pq_buf_init(&out, alloc);
  assert_int_equal(lseek(fileno(f), 0, SEEK_SET), 0);
  pq_status st = unpack_all(f, 16, &out, &wide);
  if (!st) st = out.status;
  pq_buf_clear(&out);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  FILE *const f = file_of(hello, sizeof hello);
  assert_true(pq_fail_each(unpack_with, f, PQ_OK) <= 20);
  (void)fclose(f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_frame),
      cmocka_unit_test(test_frames),
      cmocka_unit_test(test_damage),
      cmocka_unit_test(test_window),
      cmocka_unit_test(test_head),
      cmocka_unit_test(test_bad_descriptor),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
