#include "failing.h"
#include "unit.h"

#include "base/buf.h"
#include "base/gzip.h"

#include <stdio.h>
#include <unistd.h>

/* "hello\n" as one stored block, by RFC 1952 and 1951: header, block of 6
 * bytes, CRC-32 and length. */
static const unsigned char hello[] = {
    0x1F, 0x8B, 8,    0,    0,    0,   0,   0,   0,   255,
    1,    6,    0,    0xF9, 0xFF, 'h', 'e', 'l', 'l', 'o',
    '\n', 0x20, 0x30, 0x3A, 0x36, 6,   0,   0,   0};

/* A file with these bytes, read from its start. */
static FILE *file_of(const unsigned char *bytes, size_t n) {
  FILE *const f = tmpfile();
  assert_non_null(f);
  assert_int_equal(fwrite(bytes, 1, n, f), n);
  assert_int_equal(fflush(f), 0);
  assert_int_equal(lseek(fileno(f), 0, SEEK_SET), 0);
  return f;
}

/* Inflate it all, `step` bytes at a time. */
static pq_status inflate_all(FILE *f, size_t step, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_gzip *g = NULL;
  char room[16];
  PQ_TRY(st, pq_gzip_open(out->alloc, fileno(f), PQ_LIT(""), &g));
  for (;;) {
    size_t n = 0;
    st = pq_gzip_read(g, room, step, &n);
    if (st || !n) break;
    pq_buf_put(out, (pq_view){room, n});
  }
  pq_gzip_close(g);
  return st;
}

static pq_status inflate_bytes(const unsigned char *bytes, size_t n,
                               size_t step, pq_buf *out) {
  FILE *const f = file_of(bytes, n);
  pq_buf_init(out, NULL);
  const pq_status st = inflate_all(f, step, out);
  (void)fclose(f);
  return st;
}

static void test_one_member(void **state) {
  (void)state;
  pq_buf out;
  for (size_t step = 1; step <= 16; step += 5) {
    assert_int_equal(inflate_bytes(hello, sizeof hello, step, &out), PQ_OK);
    ASSERT_VIEW(pq_buf_view(&out), "hello\n");
    pq_buf_clear(&out);
  }
}

static void test_members_and_zeros(void **state) {
  (void)state;
  unsigned char two[2 * sizeof hello + 10] = {0};
  memcpy(two, hello, sizeof hello);
  memcpy(two + sizeof hello, hello, sizeof hello);
  pq_buf out;
  assert_int_equal(inflate_bytes(two, sizeof two, 16, &out), PQ_OK);
  ASSERT_VIEW(pq_buf_view(&out), "hello\nhello\n");
  pq_buf_clear(&out);
}

static void test_damage(void **state) {
  (void)state;
  pq_buf out;
  unsigned char bad[sizeof hello];
  for (size_t n = 0; n < sizeof hello; ++n) { /* cut off anywhere */
    assert_int_equal(inflate_bytes(hello, n, 16, &out), PQ_BAD_SYNTAX);
    assert_true(pq_view_starts(PQ_LIT("hello\n"), pq_buf_view(&out)));
    pq_buf_clear(&out);
  }
  memcpy(bad, hello, sizeof bad);
  bad[16] ^= 1U; /* a letter: the sum is wrong at the end */
  assert_int_equal(inflate_bytes(bad, sizeof bad, 16, &out), PQ_BAD_SYNTAX);
  assert_int_equal(out.len, 6); /* what came before is given */
  pq_buf_clear(&out);
  assert_int_equal(inflate_bytes((const unsigned char *)"no gzip", 7, 16, &out),
                   PQ_BAD_SYNTAX);
  pq_buf_clear(&out);
}

static void test_head(void **state) {
  (void)state;
  FILE *const f = file_of(hello + 12, sizeof hello - 12);
  pq_gzip *g = NULL;
  char room[16];
  size_t n = 0;
  const pq_view head = {(const char *)hello, 12};
  assert_true(pq_gzip_begins(head));
  assert_false(pq_gzip_begins(PQ_LIT("\x1F")));
  assert_int_equal(pq_gzip_open(NULL, fileno(f), head, &g), PQ_OK);
  assert_int_equal(pq_gzip_read(g, room, sizeof room, &n), PQ_OK);
  assert_int_equal(n, 6);
  pq_gzip_close(g);
  pq_gzip_close(NULL);
  (void)fclose(f);
}

static void test_bad_descriptor(void **state) {
  (void)state;
  pq_gzip *g = NULL;
  char room[4];
  size_t n = 0;
  assert_int_equal(pq_gzip_open(NULL, -1, PQ_LIT(""), &g), PQ_OK);
  assert_int_equal(pq_gzip_read(g, room, sizeof room, &n), PQ_BAD_READ);
  pq_gzip_close(g);
}

static pq_status inflate_with(void *user, pq_alloc *alloc) {
  FILE *const f = user;
  pq_buf out;
  pq_buf_init(&out, alloc);
  assert_int_equal(lseek(fileno(f), 0, SEEK_SET), 0);
  pq_status st = inflate_all(f, 16, &out);
  if (!st) st = out.status;
  pq_buf_clear(&out);
  return st;
}

static void test_out_of_memory(void **state) {
  (void)state;
  FILE *const f = file_of(hello, sizeof hello);
  assert_true(pq_fail_each(inflate_with, f, PQ_OK) <= 20);
  (void)fclose(f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_one_member),
      cmocka_unit_test(test_members_and_zeros),
      cmocka_unit_test(test_damage),
      cmocka_unit_test(test_head),
      cmocka_unit_test(test_bad_descriptor),
      cmocka_unit_test(test_out_of_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
