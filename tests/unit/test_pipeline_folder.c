#include "folder.h"
#include "heard.h"
#include "scratch.h"
#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct place {
  pq_scratch scratch;
  pq_heard heard;
  pq_folder folder;
  char path[PQ_SCRATCH_PATH + 16];
} place;

static void open_place(place *p, const char *below) {
  pq_scratch_open(&p->scratch);
  pq_heard_init(&p->heard);
  (void)snprintf(p->path, sizeof p->path, "%s%s", p->scratch.folder, below);
  assert_int_equal(pq_folder_open(p->path, &p->heard.sink, &p->folder), PQ_OK);
}

static void assert_file(const place *p, const char *name, const char *want) {
  char path[512];
  char bytes[256];
  (void)snprintf(path, sizeof path, "%s/%s", p->path, name);
  FILE *const in = fopen(path, "rb");
  assert_int_equal(in != NULL, want != NULL);
  if (!in || !want) return;
  const size_t n = fread(bytes, 1, sizeof bytes, in);
  (void)fclose(in);
  assert_int_equal(n, strlen(want));
  assert_memory_equal(bytes, want, n);
}

static void close_place(place *p) {
  pq_folder_close(&p->folder);
  pq_scratch_close(&p->scratch);
}

static void test_put_and_drop(void **state) {
  (void)state;
  place p;
  open_place(&p, "");
  assert_int_equal(pq_folder_put(&p.folder, "a.ttl", PQ_LIT("one")), PQ_OK);
  assert_file(&p, "a.ttl", "one");
  assert_int_equal(pq_folder_put(&p.folder, "a.ttl", PQ_LIT("")), PQ_OK);
  assert_file(&p, "a.ttl", "");
  pq_folder_drop(&p.folder, "a.ttl");
  assert_file(&p, "a.ttl", NULL);
  pq_folder_drop(&p.folder, "a.ttl"); /* not there: nothing */
  assert_int_equal(p.heard.n, 0);
  close_place(&p);
}

/* A new file may be read by whom the mask of the process lets; so may one that
 * replaces another. */
static void test_mode(void **state) {
  (void)state;
  place p;
  open_place(&p, "");
  const mode_t old = umask(027);
  for (int i = 0; i < 2; ++i) {
    struct stat found;
    assert_int_equal(pq_folder_put(&p.folder, "a", PQ_LIT("one")), PQ_OK);
    assert_int_equal(fstatat(p.folder.fd, "a", &found, 0), 0);
    assert_int_equal(found.st_mode & 0777, 0640);
    assert_int_equal(found.st_nlink, 1);
  }
  (void)umask(old);
  pq_folder_drop(&p.folder, "a");
  close_place(&p);
}

/* It is not replaced, and no part is left beside it. */
static void test_folder_in_the_way(void **state) {
  (void)state;
  place p;
  open_place(&p, "");
  assert_int_equal(mkdirat(p.folder.fd, "a", 0777), 0);
  assert_int_equal(pq_folder_put(&p.folder, "a", PQ_LIT("one")), PQ_BAD_WRITE);
  assert_non_null(pq_heard_find(&p.heard, "output.not-written"));
  assert_int_equal(p.heard.n, 1);
  assert_int_equal(unlinkat(p.folder.fd, "a", AT_REMOVEDIR), 0);
  close_place(&p);
}

static void test_folders_are_made(void **state) {
  (void)state;
  place p;
  open_place(&p, "/b/c");
  assert_int_equal(pq_folder_put(&p.folder, "x", PQ_LIT("y")), PQ_OK);
  assert_file(&p, "x", "y");
  pq_folder_drop(&p.folder, "x");
  assert_int_equal(rmdir(p.path), 0);
  p.path[strlen(p.path) - 2] = '\0';
  assert_int_equal(rmdir(p.path), 0);
  close_place(&p);
}

/* Old bytes or new ones, never halves. */
static void test_beside(void **state) {
  (void)state;
  place p;
  pq_beside file = {.fd = -1};
  open_place(&p, "");
  assert_int_equal(pq_folder_put(&p.folder, "a", PQ_LIT("old")), PQ_OK);
  assert_int_equal(pq_beside_open(&p.folder, "a", &file), PQ_OK);
  assert_int_equal(pq_beside_put(&file, PQ_LIT("new")), PQ_OK);
  assert_file(&p, "a", "old");
  pq_beside_drop(&file); /* given up */
  assert_file(&p, "a", "old");
  assert_int_equal(pq_beside_open(&p.folder, "a", &file), PQ_OK);
  assert_int_equal(pq_beside_put(&file, PQ_LIT("ne")), PQ_OK);
  assert_int_equal(pq_beside_put(&file, PQ_LIT("w")), PQ_OK);
  assert_int_equal(pq_beside_keep(&file), PQ_OK);
  pq_beside_drop(&file); /* nothing left to drop */
  assert_file(&p, "a", "new");
  pq_folder_drop(&p.folder, "a");
  close_place(&p); /* fails if a part was left */
}

/* A link in the way is replaced, and what it points to stays. */
static void test_links_are_not_followed(void **state) {
  (void)state;
  place p;
  open_place(&p, "");
  const char *const victim =
      pq_scratch_file(&p.scratch, "victim", PQ_LIT("safe"));
  (void)pq_scratch_link(&p.scratch, "a.ttl", victim);
  assert_int_equal(pq_folder_put(&p.folder, "a.ttl", PQ_LIT("one")), PQ_OK);
  assert_file(&p, "victim", "safe");
  assert_file(&p, "a.ttl", "one");
  close_place(&p);
}

static void test_what_cannot_be_written(void **state) {
  (void)state;
  place p;
  pq_folder none = {.fd = -1};
  open_place(&p, "");
  const char *const file = pq_scratch_file(&p.scratch, "f", PQ_LIT(""));
  assert_int_equal(pq_folder_open(file, &p.heard.sink, &none), PQ_BAD_WRITE);
  assert_non_null(pq_heard_find(&p.heard, "output.not-written"));
  assert_int_equal(pq_folder_put(&p.folder, "no/such", PQ_LIT("x")),
                   PQ_BAD_WRITE);
  pq_folder_close(&none); /* never opened */
  close_place(&p);
}

static void test_long_names_are_ours_to_avoid(void **state) {
  (void)state;
  place p;
  char name[PQ_FILE_NAME_MOST + 2];
  memset(name, 'a', sizeof name - 1);
  name[sizeof name - 1] = '\0';
  open_place(&p, "");
  assert_int_equal(pq_folder_put(&p.folder, name, PQ_LIT("x")), PQ_INTERNAL);
  close_place(&p);
}

/* The scratch file has no name: the folder stays empty. */
static void test_scratch(void **state) {
  (void)state;
  place p;
  int fd = -1;
  char bytes[4] = "";
  open_place(&p, "");
  assert_int_equal(pq_folder_scratch(&p.folder, &fd), PQ_OK);
  assert_int_equal(pq_bytes_write(fd, PQ_LIT("abc")), PQ_OK);
  assert_int_equal(pread(fd, bytes, 3, 0), 3);
  assert_string_equal(bytes, "abc");
  assert_int_equal(close(fd), 0);
  assert_int_equal(pq_bytes_write(-1, PQ_LIT("x")), PQ_BAD_WRITE);
  close_place(&p);
}

/* A folder inside is made, or found, but no link to one is followed. */
static void test_within(void **state) {
  (void)state;
  place p;
  pq_folder inner = {.fd = -1};
  open_place(&p, "");
  for (int i = 0; i < 2; ++i) {
    assert_int_equal(pq_folder_within(&p.folder, "in", "in", &inner), PQ_OK);
    assert_int_equal(pq_folder_put(&inner, "a", PQ_LIT("one")), PQ_OK);
    pq_folder_close(&inner);
  }
  assert_file(&p, "in/a", "one");
  assert_int_equal(unlinkat(p.folder.fd, "in/a", 0), 0);
  assert_int_equal(unlinkat(p.folder.fd, "in", AT_REMOVEDIR), 0);
  inner.fd = -1;
  (void)pq_scratch_link(&p.scratch, "link", "in");
  assert_int_equal(pq_folder_within(&p.folder, "link", "link", &inner),
                   PQ_BAD_WRITE);
  assert_non_null(pq_heard_find(&p.heard, "output.not-written"));
  assert_int_equal(inner.fd, -1);
  close_place(&p);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_put_and_drop),
      cmocka_unit_test(test_mode),
      cmocka_unit_test(test_folder_in_the_way),
      cmocka_unit_test(test_folders_are_made),
      cmocka_unit_test(test_beside),
      cmocka_unit_test(test_links_are_not_followed),
      cmocka_unit_test(test_what_cannot_be_written),
      cmocka_unit_test(test_long_names_are_ours_to_avoid),
      cmocka_unit_test(test_scratch),
      cmocka_unit_test(test_within),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
