#include "scratch.h"
#include "unit.h"

#include "base/file.h"

#include <errno.h>
#include <unistd.h>

static void test_read(void **state) {
  (void)state;
  pq_scratch disk;
  pq_scratch_open(&disk);
  const char *const path = pq_scratch_file(&disk, "a.md", PQ_LIT("abc"));
  for (int trust = PQ_FILE_NAMED; trust <= PQ_FILE_FOUND; ++trust) {
    int fd = -1;
    char room[8];
    size_t n = 0;
    assert_int_equal(pq_file_open(path, (pq_file_trust)trust, &fd), PQ_OK);
    assert_int_equal(pq_file_read(fd, room, sizeof room, &n), PQ_OK);
    assert_int_equal(n, 3);
    assert_memory_equal(room, "abc", 3);
    assert_int_equal(pq_file_read(fd, room, sizeof room, &n), PQ_OK);
    assert_int_equal(n, 0);
    assert_int_equal(close(fd), 0);
  }
  pq_scratch_close(&disk);
}

static void assert_refused(const char *path, pq_file_trust trust, int why) {
  int fd = -1;
  assert_int_equal(pq_file_open(path, trust, &fd), PQ_BAD_READ);
  assert_int_equal(errno, why);
  assert_int_equal(fd, -1);
}

static void test_refused(void **state) {
  (void)state;
  pq_scratch disk;
  char room[4];
  size_t n = 0;
  pq_scratch_open(&disk);
  assert_refused("/none/a.md", PQ_FILE_NAMED, ENOENT);
  assert_refused(disk.folder, PQ_FILE_NAMED, EISDIR);
  assert_refused("/dev/zero", PQ_FILE_FOUND, EINVAL);
  assert_int_equal(pq_file_read(-1, room, 4, &n), PQ_BAD_READ);
  pq_scratch_close(&disk);
}

/* Nobody writes into it: an open that waits would never come back. */
static void test_found_fifo_does_not_wait(void **state) {
  (void)state;
  pq_scratch disk;
  pq_scratch_open(&disk);
  assert_refused(pq_scratch_fifo(&disk, "fifo"), PQ_FILE_FOUND, EINVAL);
  pq_scratch_close(&disk);
}

static void test_words(void **state) {
  (void)state;
  assert_string_equal(pq_file_why(ENOENT), "there is no such file");
  assert_non_null(pq_file_why(12345));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read),
      cmocka_unit_test(test_refused),
      cmocka_unit_test(test_found_fifo_does_not_wait),
      cmocka_unit_test(test_words),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
