#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* errno for what was opened, or 0 if it may be read. */
static int unfit(int fd, pq_file_trust trust) {
  struct stat s;
  if (fstat(fd, &s)) return errno;
  if (S_ISDIR(s.st_mode)) return EISDIR;
  if (trust == PQ_FILE_FOUND && !S_ISREG(s.st_mode)) return EINVAL;
  return 0;
}

pq_status pq_file_open(const char *path, pq_file_trust trust, int *fd) {
  /* A FIFO opened without waiting is looked at and closed again. */
  const int wait = trust == PQ_FILE_FOUND ? O_NONBLOCK : 0;
  int got = -1;
  do {
    got = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | wait);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return PQ_BAD_READ;
  const int error = unfit(got, trust);
  if (error) {
    (void)close(got);
    errno = error;
    return PQ_BAD_READ;
  }
  *fd = got;
  return PQ_OK;
}

pq_status pq_file_read(int fd, char *to, size_t cap, size_t *n) {
  ssize_t got = -1;
  do {
    got = read(fd, to, cap);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return PQ_BAD_READ;
  *n = (size_t)got;
  return PQ_OK;
}

const char *pq_file_why(int error) {
  switch (error) {
  case ENOENT: return "there is no such file";
  case EACCES:
  case EPERM: return "permission denied";
  case EISDIR: return "it is a folder";
  case ENOTDIR: return "a part of the path is no folder";
  case EINVAL: return "it is no regular file";
  case ELOOP: return "too many links";
  case ENAMETOOLONG: return "the path is too long";
  case EMFILE:
  case ENFILE: return "too many open files";
  case EIO: return "the device reports an error";
  default: return "the system refused";
  }
}
