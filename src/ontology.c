#include "ontology.h"

#include "base/note.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

void pq_ontology_init(pq_ontology *o, pq_alloc *alloc) {
  *o = (pq_ontology){.n = 0};
  pq_arena_init(&o->arena, alloc, PQ_GRAMMAR_MOST * 2);
}

void pq_ontology_clear(pq_ontology *o) {
  pq_arena_clear(&o->arena);
  o->n = 0;
}

static int by_name(const void *one, const void *two) {
  const pq_grammar_file *const a = one;
  const pq_grammar_file *const b = two;
  return pq_view_order(a->name, b->name);
}

/* Read all of an open file of `size` bytes; one that grows meanwhile is read
 * to its old size. */
static pq_status read_bytes(pq_arena *arena, int fd, size_t size,
                            pq_view *out) {
  char *const bytes = pq_arena_take(arena, size + 1);
  if (!bytes) return arena->status;
  size_t n = 0;
  while (n < size) {
    const ssize_t got = read(fd, bytes + n, size - n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return PQ_BAD_READ;
    if (got == 0) break;
    n += (size_t)got;
  }
  *out = (pq_view){bytes, n};
  return PQ_OK;
}

static pq_status read_file(pq_ontology *o, const char *path, pq_view *out) {
  struct stat about;
  const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return PQ_BAD_READ;
  pq_status st = PQ_BAD_READ;
  if (!fstat(fd, &about) && S_ISREG(about.st_mode)) {
    st = about.st_size > (off_t)PQ_GRAMMAR_MOST
             ? PQ_LIMIT
             : read_bytes(&o->arena, fd, (size_t)about.st_size, out);
  }
  (void)close(fd);
  return st;
}

static pq_status add_file(pq_ontology *o, const char *folder, const char *name,
                          const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_view path = {0};
  pq_grammar_file file = {{0}, {0}};
  const pq_view parts[] = {pq_view_of(folder), PQ_LIT("/grammar/"),
                           pq_view_of(name)};
  PQ_TRY(st, pq_arena_join(&o->arena, parts, 3, &path));
  const pq_place at = {.file = path};
  if (o->n == PQ_GRAMMAR_FILES_MOST) {
    return pq_fail(sink, PQ_LIMIT, "grammar.too-many", at,
                   "a grammar has %d files at the most", PQ_GRAMMAR_FILES_MOST);
  }
  st = read_file(o, path.ptr, &file.bytes);
  if (st == PQ_NO_MEM) return st;
  if (st) {
    return pq_fail(sink, st, "grammar.unread", at, "cannot read the file: %s",
                   pq_status_text(st));
  }
  file.name = path;
  o->files[o->n++] = file;
  return PQ_OK;
}

pq_status pq_ontology_read(pq_ontology *o, const char *folder,
                           const pq_sink *sink) {
  pq_status st = PQ_OK;
  pq_view path = {0};
  const pq_view parts[] = {pq_view_of(folder), PQ_LIT("/grammar")};
  PQ_TRY(st, pq_arena_join(&o->arena, parts, 2, &path));
  const pq_place at = {.file = path};
  DIR *const dir = opendir(path.ptr);
  if (!dir) {
    return pq_fail(sink, PQ_BAD_READ, "grammar.unread", at,
                   "cannot open the folder; an ontology has the folders"
                   " grammar and lexicon");
  }
  while (!st) {
    /* The stream is ours alone; then readdir is safe. */
    /* NOLINTNEXTLINE(concurrency-mt-unsafe) */
    const struct dirent *const e = readdir(dir);
    if (!e) break;
    const pq_view name = pq_view_of(e->d_name);
    const bool hidden = pq_view_starts(name, PQ_LIT("."));
    if (hidden || !pq_view_ends(name, PQ_LIT(".yaml"))) continue;
    st = add_file(o, folder, e->d_name, sink);
  }
  (void)closedir(dir);
  if (!st && !o->n) {
    st = pq_fail(sink, PQ_BAD_READ, "grammar.none", at,
                 "the folder holds no .yaml file");
  }
  if (!st) qsort(o->files, o->n, sizeof *o->files, by_name);
  return st;
}
