#include "walk.h"

#include "base/buf.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static pq_status push(pq_paths *p, pq_view name, pq_file_trust trust,
                      int error) {
  pq_status st = PQ_OK;
  pq_path made = {.trust = trust, .error = error};
  PQ_TRY(st, pq_arena_copy(p->arena, name, &made.name));
  PQ_PUSH(p->arena, &p->all, made);
  return PQ_OK;
}

/* ---- folders ---- */

/* Folders that are still to be read. */
typedef struct agenda {
  PQ_VEC(pq_view) folders;
} agenda;

static pq_status join(pq_arena *arena, pq_view folder, const char *name,
                      pq_view *out) {
  const bool slash = pq_view_ends(folder, PQ_LIT("/"));
  const pq_view parts[] = {folder, slash ? PQ_LIT("") : PQ_LIT("/"),
                           pq_view_of(name)};
  return pq_arena_join(arena, parts, 3, out);
}

static void tell_link(const pq_paths *p, pq_view path) {
  pq_warn(p->sink, "input.link", (pq_place){.file = path},
          "a link to a folder is not followed inside a folder; name it as an"
          " input of its own");
}

static pq_status take_entry(pq_paths *p, agenda *a, pq_view path) {
  struct stat s;
  const pq_view name = path;
  bool link = false;
  if (lstat(path.ptr, &s)) return PQ_OK; /* gone since */
  if (S_ISLNK(s.st_mode)) {
    link = true;
    if (stat(path.ptr, &s)) s.st_mode = 0; /* told when it is opened */
  }
  if (S_ISDIR(s.st_mode)) {
    if (link) {
      tell_link(p, path);
      return PQ_OK;
    }
    PQ_PUSH(p->arena, &a->folders, path);
    return PQ_OK;
  }
  return p->wanted(name) ? push(p, path, PQ_FILE_FOUND, 0) : PQ_OK;
}

static pq_status read_folder(pq_paths *p, agenda *a, pq_view folder) {
  DIR *const dir = opendir(folder.ptr);
  if (!dir) return push(p, folder, PQ_FILE_FOUND, errno);
  pq_status st = PQ_OK;
  errno = 0;
  for (;;) {
    /* One thread reads this stream. */
    const struct dirent *const e =
        readdir(dir); /* NOLINT(concurrency-mt-unsafe) */
    if (!e) break;
    pq_view path = {0};
    if (e->d_name[0] == '.') continue;
    st = join(p->arena, folder, e->d_name, &path);
    if (!st) st = take_entry(p, a, path);
    if (st) break;
    errno = 0;
  }
  const int error = st ? 0 : errno;
  (void)closedir(dir);
  return error ? push(p, folder, PQ_FILE_FOUND, error) : st;
}

static int by_name(const void *one, const void *two) {
  const pq_path *const a = one;
  const pq_path *const b = two;
  return pq_view_order(a->name, b->name);
}

static pq_status walk(pq_paths *p, pq_view folder) {
  pq_status st = PQ_OK;
  agenda a = {0};
  const uint32_t first = p->all.n;
  PQ_PUSH(p->arena, &a.folders, folder);
  for (uint32_t i = 0; i < a.folders.n; ++i) {
    PQ_TRY(st, read_folder(p, &a, a.folders.at[i]));
  }
  const uint32_t n = p->all.n - first;
  if (n) qsort(p->all.at + first, n, sizeof *p->all.at, by_name);
  return PQ_OK;
}

pq_status pq_paths_add(pq_paths *p, pq_view name) {
  pq_status st = PQ_OK;
  pq_view path = {0};
  struct stat s;
  PQ_TRY(st, pq_arena_copy(p->arena, name, &path));
  const bool input = pq_view_same(path, PQ_LIT("-"));
  if (!input && !stat(path.ptr, &s) && S_ISDIR(s.st_mode)) {
    return walk(p, path);
  }
  return push(p, path, PQ_FILE_NAMED, 0);
}

/* ---- lists ---- */

static pq_status read_all(int fd, pq_buf *out) {
  enum {
    CHUNK = 64 * 1024
  };
  pq_status st = PQ_OK;
  size_t n = 0;
  do {
    PQ_TRY(st, pq_buf_reserve(out, CHUNK));
    PQ_TRY(st, pq_file_read(fd, out->ptr + out->len, CHUNK, &n));
    out->len += n;
  } while (n);
  return PQ_OK;
}

static pq_status read_list(const char *list, pq_buf *out) {
  pq_status st = PQ_OK;
  int fd = STDIN_FILENO;
  const bool input = pq_view_same(pq_view_of(list), PQ_LIT("-"));
  if (!input) PQ_TRY(st, pq_file_open(list, PQ_FILE_NAMED, &fd));
  st = read_all(fd, out);
  const int error = errno;
  if (!input) (void)close(fd);
  errno = error;
  return st;
}

static pq_status add_listed(pq_paths *p, pq_view list) {
  pq_status st = PQ_OK;
  const bool nul = pq_view_find(list, '\0') < list.len;
  while (list.len) {
    pq_view name = pq_view_cut(&list, nul ? '\0' : '\n');
    if (!nul && pq_view_ends(name, PQ_LIT("\r"))) --name.len;
    if (name.len) PQ_TRY(st, pq_paths_add(p, name));
  }
  return PQ_OK;
}

pq_status pq_paths_add_list(pq_paths *p, const char *list) {
  pq_buf all;
  pq_buf_init(&all, p->arena->alloc);
  pq_status st = read_list(list, &all);
  if (st == PQ_BAD_READ) {
    const char *const why = pq_file_why(errno);
    st =
        pq_fail(p->sink, st, "input.list", (pq_place){.file = pq_view_of(list)},
                "the list of files cannot be read: %s", why);
  }
  if (!st) st = add_listed(p, pq_buf_view(&all));
  pq_buf_clear(&all);
  return st;
}
