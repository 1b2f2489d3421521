#include "print.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name_of(const pq_outlet *o) {
  return o->path ? o->path : "standard output";
}

const char *pq_why_unwritten(int error) {
  switch (error) {
  case ENOSPC: return "no space is left";
  case EACCES: return "permission denied";
  case ENOENT: return "no such folder";
  case EISDIR: return "it is a folder";
  case EBADF: return "it is closed";
  default: return "input or output failed";
  }
}

static void complain(const pq_outlet *o, int error) {
  (void)fprintf(stderr, "pathquill: error: cannot write to %s: %s\n",
                name_of(o), pq_why_unwritten(error));
}

static pq_status write_bytes(void *user, const char *bytes, size_t len) {
  pq_outlet *const o = user;
  while (len) {
    const ssize_t n = write(o->fd, bytes, len);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) {
      o->closed = errno == EPIPE;
      o->error = errno;
      return PQ_BAD_WRITE;
    }
    bytes += n;
    len -= (size_t)n;
  }
  return PQ_OK;
}

/* A device or a pipe is written to as it stands; a file beside its name. */
static bool is_special(const char *path) {
  struct stat about;
  return !stat(path, &about) && !S_ISREG(about.st_mode);
}

bool pq_outlet_open(pq_outlet *o, const char *path) {
  *o = (pq_outlet){.fd = STDOUT_FILENO};
  o->output = (pq_output){.user = o, .write = write_bytes};
  if (!path || strcmp(path, "-") == 0) return true;
  o->path = path;
  const char *opened = path;
  int flags = O_WRONLY | O_CLOEXEC;
  if (!is_special(path)) {
    const int n =
        snprintf(o->part, sizeof o->part, "%s.%ld.part", path, (long)getpid());
    if (n < 0 || (size_t)n >= sizeof o->part) {
      complain(o, ENOENT);
      return false;
    }
    opened = o->part;
    flags |= O_CREAT | O_TRUNC | O_NOFOLLOW;
  }
  o->fd = open(opened, flags, 0666);
  if (o->fd < 0) complain(o, errno);
  return o->fd >= 0;
}

int pq_outlet_close(pq_outlet *o, bool whole) {
  int error = o->closed ? 0 : o->error;
  if (o->path && close(o->fd) && !error) error = errno;
  if (o->part[0]) {
    const bool keep = whole && !error && !o->closed;
    if (!keep) (void)unlink(o->part);
    if (keep && rename(o->part, o->path)) error = errno;
  }
  if (error) complain(o, error);
  return error ? PQ_EXIT_OUTPUT : PQ_EXIT_DONE;
}

int pq_outlet_end(pq_outlet *o, pq_printer *p, pq_status st,
                  const pq_tally *tally) {
  const bool ours = st == PQ_BAD_WRITE && (o->error || o->closed);
  const int closed = pq_outlet_close(o, !st);
  p->n_errors += closed != PQ_EXIT_DONE;
  const int status = pq_printer_close(p, ours ? PQ_OK : st, tally);
  return status > closed ? status : closed;
}
