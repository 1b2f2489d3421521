#include "scratch.h"

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void pq_scratch_open(pq_scratch *s) {
  /* In pieces: no other file of ours may name a place on a machine. */
  *s = (pq_scratch){.folder = "/t"
                              "mp/pathquill-unit-XXXXXX"};
  assert_non_null(mkdtemp(s->folder));
}

static const char *path_for(pq_scratch *s, const char *name) {
  assert_true(s->n < PQ_SCRATCH_FILES);
  char *const path = s->made[s->n++];
  const size_t above = strlen(s->folder);
  const size_t len = strlen(name);
  assert_true(above + len + 2 <= PQ_SCRATCH_PATH);
  memcpy(path, s->folder, above);
  path[above] = '/';
  memcpy(path + above + 1, name, len + 1);
  return path;
}

const char *pq_scratch_file(pq_scratch *s, const char *name, pq_view bytes) {
  const char *const path = path_for(s, name);
  FILE *const f = fopen(path, "wb");
  assert_non_null(f);
  assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, f), bytes.len);
  assert_int_equal(fclose(f), 0);
  return path;
}

const char *pq_scratch_folder(pq_scratch *s, const char *name) {
  const char *const path = path_for(s, name);
  assert_int_equal(mkdir(path, 0700), 0);
  return path;
}

const char *pq_scratch_fifo(pq_scratch *s, const char *name) {
  const char *const path = path_for(s, name);
  assert_int_equal(mkfifo(path, 0600), 0);
  return path;
}

const char *pq_scratch_link(pq_scratch *s, const char *name,
                            const char *target) {
  const char *const path = path_for(s, name);
  assert_int_equal(symlink(target, path), 0);
  return path;
}

void pq_scratch_close(pq_scratch *s) {
  while (s->n) {
    (void)remove(s->made[--s->n]);
  }
  assert_int_equal(rmdir(s->folder), 0);
}
