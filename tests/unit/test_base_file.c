#include "unit.h"

#include "base/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/pathquill-unit-XXXXXX";

static const char *path_of(const char *name, char room[256]) {
  (void)snprintf(room, 256, "%s/%s", folder, name);
  return room;
}

static int make_folder(void **state) {
  (void)state;
  return mkdtemp(folder) ? 0 : -1;
}

static int drop_folder(void **state) {
  (void)state;
  static const char *const names[] = {"a.md", "fifo"};
  char path[256];
  for (size_t i = 0; i < 2; ++i) {
    (void)unlink(path_of(names[i], path));
  }
  return rmdir(folder);
}

static void test_read(void **state) {
  (void)state;
  char path[256];
  FILE *const f = fopen(path_of("a.md", path), "w");
  assert_non_null(f);
  assert_true(fputs("abc", f) >= 0);
  assert_int_equal(fclose(f), 0);
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
}

static void test_refused(void **state) {
  (void)state;
  char path[256];
  int fd = -1;
  assert_int_equal(pq_file_open(path_of("none", path), PQ_FILE_NAMED, &fd),
                   PQ_BAD_READ);
  assert_int_equal(errno, ENOENT);
  assert_int_equal(pq_file_open(folder, PQ_FILE_NAMED, &fd), PQ_BAD_READ);
  assert_int_equal(errno, EISDIR);
  assert_int_equal(pq_file_open("/dev/zero", PQ_FILE_FOUND, &fd), PQ_BAD_READ);
  assert_int_equal(errno, EINVAL);
  assert_int_equal(fd, -1);
  assert_int_equal(pq_file_read(-1, path, 1, &(size_t){0}), PQ_BAD_READ);
}

/* Nobody writes into it: an open that waits would never come back. */
static void test_found_fifo_does_not_wait(void **state) {
  (void)state;
  char path[256];
  int fd = -1;
  assert_int_equal(mkfifo(path_of("fifo", path), 0600), 0);
  assert_int_equal(pq_file_open(path, PQ_FILE_FOUND, &fd), PQ_BAD_READ);
  assert_int_equal(errno, EINVAL);
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
  return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
