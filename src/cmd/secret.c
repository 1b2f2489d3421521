#include "secret.h"

#include "say.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void pq_secret_wipe(pq_secret *s) {
  /* A plain memset of what is not read again may be left out. */
  volatile char *const text = s->text;
  for (size_t i = 0; i < sizeof s->text; ++i) {
    text[i] = '\0';
  }
}

static pq_status refuse(const pq_sink *sink, const char *path,
                        const char *why) {
  return pq_say_at(sink, PQ_BAD_READ, "secret.file", path, 0, "%s", why);
}

/* Up to the end of the first line. */
static pq_status take_line(pq_secret *s, size_t n, const pq_sink *sink,
                           const char *from) {
  s->text[n] = '\0';
  s->text[strcspn(s->text, "\r\n")] = '\0';
  if (!s->text[0]) return refuse(sink, from, "the first line is empty");
  for (const char *c = s->text; *c; ++c) {
    if ((unsigned char)*c >= 0x20 && *c != 0x7F) continue;
    (void)refuse(sink, from, "there is a control character in the first line");
    return PQ_BAD_ENCODING;
  }
  return PQ_OK;
}

static pq_status read_all(int fd, char *to, size_t most, size_t *n) {
  while (*n < most) {
    const ssize_t got = read(fd, to + *n, most - *n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return PQ_BAD_READ;
    if (!got) break;
    *n += (size_t)got;
  }
  return PQ_OK;
}

static pq_status read_file(const char *path, const pq_sink *sink,
                           pq_secret *out) {
  struct stat about;
  size_t n = 0;
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return refuse(sink, path, "it cannot be opened");
  pq_status st = fstat(fd, &about) ? PQ_BAD_READ : PQ_OK;
  if (st || S_ISDIR(about.st_mode)) {
    st = refuse(sink, path, "it is no file");
  } else if (about.st_mode & (S_IRWXG | S_IRWXO)) {
    st = refuse(sink, path,
                "others may read or change it; take that from them: chmod 600");
  } else if (read_all(fd, out->text, PQ_SECRET_MOST, &n)) {
    st = refuse(sink, path, "it cannot be read");
  } else if (n == PQ_SECRET_MOST && !memchr(out->text, '\n', n)) {
    st = refuse(sink, path, "the first line is too long");
  }
  (void)close(fd);
  return st ? st : take_line(out, n, sink, path);
}

pq_status pq_secret_read(const char *path, const char *variable,
                         const pq_sink *sink, pq_secret *out) {
  *out = (pq_secret){{0}};
  if (path) {
    const pq_status st = read_file(path, sink, out);
    if (st) pq_secret_wipe(out);
    return st;
  }
  /* NOLINTNEXTLINE(concurrency-mt-unsafe): the tool has one thread here. */
  const char *const text = getenv(variable);
  if (!text || !*text) return PQ_OK;
  if (strlen(text) > PQ_SECRET_MOST) {
    return refuse(sink, variable, "the variable is too long");
  }
  memcpy(out->text, text, strlen(text) + 1);
  const pq_status st = take_line(out, strlen(text), sink, variable);
  if (st) pq_secret_wipe(out);
  return st;
}
