#include "folder.h"

#include "base/note.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
  PATH_MOST = 4096
};

/* strerror is one for all threads; this table is nobody's. */
static const char *why(int error) {
  switch (error) {
  case ENOSPC: return "no space is left";
  case EDQUOT: return "the quota is used up";
  case EACCES:
  case EPERM: return "permission denied";
  case EROFS: return "the file system is read-only";
  case ENOENT: return "no such folder";
  case EEXIST:
  case ENOTDIR: return "a part of the path is no folder";
  case EISDIR: return "a folder has this name";
  case ENAMETOOLONG: return "the name is too long";
  case ELOOP: return "it is a link";
  case EFBIG: return "the file grew too large";
  default: return "input or output failed";
  }
}

static pq_status cannot(const pq_folder *folder, const char *name) {
  const int error = errno;
  char path[PATH_MOST];
  const int n = snprintf(path, sizeof path, "%s%s%s", folder->path,
                         *name ? "/" : "", name);
  const size_t len = n < 0 ? 0 : (size_t)n;
  const pq_place at = {
      .file = {path, len < sizeof path ? len : sizeof path - 1}};
  (void)pq_fail(folder->sink, PQ_BAD_WRITE, "output.not-written", at,
                "cannot write: %s", why(error));
  return PQ_BAD_WRITE;
}

/* Make the folder and those above it.  Whether there is one is found out when
 * it is opened; why not, the first that could not be made tells. */
static int make_folders(const char *path) {
  int error = 0;
  char part[PATH_MOST];
  const size_t len = strlen(path);
  if (len >= sizeof part) return ENAMETOOLONG;
  for (size_t i = 1; i <= len; ++i) {
    if (path[i] != '/' && path[i] != '\0') continue;
    memcpy(part, path, i);
    part[i] = '\0';
    if (mkdir(part, 0777) && errno != EEXIST && !error) error = errno;
  }
  return error;
}

pq_status pq_folder_open(const char *path, const pq_sink *sink,
                         pq_folder *out) {
  pq_folder folder = {.path = path, .sink = sink};
  const int error = make_folders(path);
  folder.fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder.fd < 0 && errno == ENOENT && error) errno = error;
  if (folder.fd < 0) return cannot(&folder, "");
  *out = folder;
  return PQ_OK;
}

pq_status pq_folder_within(const pq_folder *folder, const char *name,
                           const char *path, pq_folder *out) {
  pq_folder inner = {.path = path, .sink = folder->sink};
  (void)mkdirat(folder->fd, name, 0777); /* found out when it is opened */
  inner.fd =
      openat(folder->fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (inner.fd < 0) return cannot(&inner, "");
  *out = inner;
  return PQ_OK;
}

void pq_folder_close(pq_folder *folder) {
  if (folder->fd >= 0) (void)close(folder->fd);
  folder->fd = -1;
}

void pq_folder_drop(const pq_folder *folder, const char *name) {
  (void)unlinkat(folder->fd, name, 0);
}

/* ".graph.nq.4711.part" of a process that is gone. */
static bool is_left(const char *name) {
  static const char tail[] = ".part";
  const size_t len = strlen(name);
  if (name[0] != '.' || len <= sizeof tail) return false;
  size_t at = len - (sizeof tail - 1);
  if (strcmp(name + at, tail) != 0) return false;
  unsigned long pid = 0;
  unsigned long unit = 1;
  while (at > 1 && pq_is_digit(name[at - 1]) && unit < 1000000000) {
    pid += unit * (unsigned long)(name[--at] - '0');
    unit *= 10;
  }
  if (unit == 1 || name[at - 1] != '.' || !pid) return false;
  return kill((pid_t)pid, 0) && errno == ESRCH;
}

/* Others may know processes that this system does not: another machine, or a
 * container with numbers of its own.  What is written grows at least once in an
 * hour. */
static bool is_old(const pq_folder *folder, const char *name) {
  enum {
    HOUR = 60 * 60
  };
  struct stat s;
  return !fstatat(folder->fd, name, &s, AT_SYMLINK_NOFOLLOW) &&
         s.st_mtime + HOUR < time(NULL);
}

void pq_folder_sweep(const pq_folder *folder) {
  const int fd = openat(folder->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *const dir = fd < 0 ? NULL : fdopendir(fd);
  if (!dir && fd >= 0) (void)close(fd);
  while (dir) {
    /* One thread reads this stream. */
    const struct dirent *const e =
        readdir(dir); /* NOLINT(concurrency-mt-unsafe) */
    if (!e) break;
    if (is_left(e->d_name) && is_old(folder, e->d_name)) {
      (void)unlinkat(folder->fd, e->d_name, 0);
    }
  }
  if (dir) (void)closedir(dir);
}

pq_status pq_bytes_write(int fd, pq_view bytes) {
  while (bytes.len) {
    const ssize_t n = write(fd, bytes.ptr, bytes.len);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return PQ_BAD_WRITE;
    bytes = pq_view_skip(bytes, (size_t)n);
  }
  return PQ_OK;
}

static int open_new(const pq_folder *folder, const char *name) {
  static const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int fd = openat(folder->fd, name, flags, 0666);
  if (fd >= 0 || errno != EEXIST) return fd;
  (void)unlinkat(folder->fd, name, 0); /* left by a run that was killed */
  return openat(folder->fd, name, flags, 0666);
}

/* What a file is called until it is whole. */
static void name_part(const char *name, char part[PQ_FILE_PART_MOST]) {
  (void)snprintf(part, PQ_FILE_PART_MOST, ".%s.%ld.part", name, (long)getpid());
}

pq_status pq_beside_open(const pq_folder *folder, const char *name,
                         pq_beside *out) {
  pq_beside file = {.folder = folder};
  if (strlen(name) > PQ_FILE_NAME_MOST) return PQ_INTERNAL;
  (void)snprintf(file.name, sizeof file.name, "%s", name);
  name_part(name, file.part);
  file.fd = open_new(folder, file.part);
  if (file.fd < 0) return cannot(folder, name);
  *out = file;
  return PQ_OK;
}

pq_status pq_beside_put(pq_beside *file, pq_view bytes) {
  if (!pq_bytes_write(file->fd, bytes)) return PQ_OK;
  return cannot(file->folder, file->name);
}

pq_status pq_beside_keep(pq_beside *file) {
  const int fd = file->fd;
  file->fd = -1;
  if (close(fd) ||
      renameat(file->folder->fd, file->part, file->folder->fd, file->name)) {
    const pq_status st = cannot(file->folder, file->name);
    (void)unlinkat(file->folder->fd, file->part, 0);
    return st;
  }
  return PQ_OK;
}

void pq_beside_drop(pq_beside *file) {
  if (!file->folder || file->fd < 0) return;
  (void)close(file->fd);
  file->fd = -1;
  (void)unlinkat(file->folder->fd, file->part, 0);
}

/* ---- whole files ---- */

static bool link_as(const pq_folder *folder, int fd, const char *name) {
  char path[64];
  (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  return !linkat(AT_FDCWD, path, folder->fd, name, AT_SYMLINK_FOLLOW);
}

/* Only where something has the name already, the file goes there by another. */
static bool give_name(const pq_folder *folder, int fd, const char *name) {
  char part[PQ_FILE_PART_MOST];
  if (link_as(folder, fd, name)) return true;
  if (errno != EEXIST) return false;
  name_part(name, part);
  if (!link_as(folder, fd, part)) return false;
  if (!renameat(folder->fd, part, folder->fd, name)) return true;
  (void)unlinkat(folder->fd, part, 0);
  return false;
}

/* A file is made without a name and gets it when it is whole.  Threads that
 * write into one folder wait less for each other than with a name beside its
 * own: one change of the folder, not two, and the file is made before it.
 * False, and nothing is left, where that cannot be. */
static bool put_nameless(const pq_folder *folder, const char *name,
                         pq_view bytes) {
  static const int flags = O_TMPFILE | O_WRONLY | O_CLOEXEC;
  const int fd = openat(folder->fd, ".", flags, 0666);
  if (fd < 0) return false;
  const bool named = !pq_bytes_write(fd, bytes) && give_name(folder, fd, name);
  const bool closed = !close(fd);
  if (named && !closed) (void)unlinkat(folder->fd, name, 0);
  return named && closed;
}

/* What is wrong shows itself again beside the name, and is told. */
pq_status pq_folder_put(const pq_folder *folder, const char *name,
                        pq_view bytes) {
  pq_status st = PQ_OK;
  pq_beside file = {.fd = -1};
  if (strlen(name) > PQ_FILE_NAME_MOST) return PQ_INTERNAL;
  if (put_nameless(folder, name, bytes)) return PQ_OK;
  PQ_TRY(st, pq_beside_open(folder, name, &file));
  st = pq_beside_put(&file, bytes);
  if (!st) st = pq_beside_keep(&file);
  pq_beside_drop(&file);
  return st;
}

pq_status pq_folder_scratch(const pq_folder *folder, int *fd) {
  char name[64];
  (void)snprintf(name, sizeof name, ".records.%ld.part", (long)getpid());
  const int made = open_new(folder, name);
  if (made < 0) return cannot(folder, name);
  (void)unlinkat(folder->fd, name, 0);
  *fd = made;
  return PQ_OK;
}

/* A device or a pipe is written to as it stands: a file in its place would be
 * something else. */
static bool is_special(const char *path) {
  struct stat about;
  return !stat(path, &about) && !S_ISREG(about.st_mode) &&
         !S_ISDIR(about.st_mode);
}

static pq_status write_special(const char *path, pq_view bytes,
                               const pq_sink *sink) {
  const pq_folder here = {.fd = -1, .path = path, .sink = sink};
  const int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return cannot(&here, "");
  pq_status st = pq_bytes_write(fd, bytes);
  if (st) st = cannot(&here, "");
  if (close(fd) && !st) st = cannot(&here, "");
  return st;
}

/* The folder is what stands before the last slash, which `above` keeps; `*name`
 * is the rest. */
static pq_status open_above(const char *path, const pq_sink *sink,
                            char above[PATH_MOST], pq_folder *out,
                            const char **name) {
  const char *const slash = strrchr(path, '/');
  const size_t n = slash ? (size_t)(slash - path) : 0;
  *name = slash ? slash + 1 : path;
  if (n >= PATH_MOST || !**name || strlen(*name) > PQ_FILE_NAME_MOST) {
    return pq_fail(sink, PQ_BAD_ARG, "output.name",
                   (pq_place){.file = pq_view_of(path)},
                   "this cannot be the name of a file");
  }
  const char *const root = slash ? "/" : ".";
  (void)snprintf(above, PATH_MOST, "%.*s", (int)(n ? n : 1), n ? path : root);
  return pq_folder_open(above, sink, out);
}

pq_status pq_file_save(const char *path, pq_view bytes, const pq_sink *sink) {
  pq_status st = PQ_OK;
  char above[PATH_MOST];
  pq_folder folder = {.fd = -1};
  const char *name = NULL;
  if (is_special(path)) return write_special(path, bytes, sink);
  PQ_TRY(st, open_above(path, sink, above, &folder, &name));
  st = pq_folder_put(&folder, name, bytes);
  pq_folder_close(&folder);
  return st;
}

pq_status pq_file_foresee(const char *path, const pq_sink *sink) {
  pq_status st = PQ_OK;
  char above[PATH_MOST];
  pq_folder folder = {.fd = -1};
  struct stat about;
  const char *name = NULL;
  if (is_special(path)) return PQ_OK;
  PQ_TRY(st, open_above(path, sink, above, &folder, &name));
  if (!fstatat(folder.fd, name, &about, 0) && S_ISDIR(about.st_mode)) {
    errno = EISDIR;
    st = cannot(&folder, name);
  }
  pq_folder_close(&folder);
  return st;
}
