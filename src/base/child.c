#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
  MESSAGE_MOST = 256 * 1024 * 1024
};

/* In milliseconds. */
static uint64_t now(void) {
  struct timespec t;
  if (clock_gettime(CLOCK_MONOTONIC, &t)) return 0;
  return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

/* ---- starting and ending ---- */

static void limit(int resource, size_t most) {
  const struct rlimit r = {most, most};
  (void)setrlimit(resource, &r);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#  define PQ_SHADOWED 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#    define PQ_SHADOWED 1
#  endif
#endif
#ifndef PQ_SHADOWED
#  define PQ_SHADOWED 0 /* sanitizers map more than any limit */
#endif

/* Address space that is taken already, by the threads of our caller too; 0
 * where the system does not tell. */
static size_t taken(void) {
  char text[32];
  size_t pages = 0;
  const int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  const ssize_t n = fd < 0 ? 0 : read(fd, text, sizeof text);
  if (fd >= 0) (void)close(fd);
  for (ssize_t i = 0; i < n && text[i] >= '0' && text[i] <= '9'; ++i) {
    pages = pages * 10 + (size_t)(text[i] - '0');
  }
  return pages * (size_t)sysconf(_SC_PAGESIZE);
}

static void set_limits(const pq_child_limits *limits) {
  limit(RLIMIT_CORE, 0);
  if (limits->bytes && !PQ_SHADOWED) limit(RLIMIT_AS, taken() + limits->bytes);
  if (limits->seconds) limit(RLIMIT_CPU, limits->seconds);
}

static void lead_nowhere(void) {
  const int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0) return;
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    (void)dup2(nowhere, fd);
  }
  if (nowhere > STDERR_FILENO) (void)close(nowhere);
}

/* Where our caller has closed a standard stream, a line may have its number. */
static int above_streams(int line) {
  if (line > STDERR_FILENO) return line;
  return fcntl(line, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
}

pq_status pq_child_start(pq_child *child, const pq_child_limits *limits,
                         void (*work)(void *user, int line), void *user,
                         int parent_line) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends)) return PQ_LIMIT;
  const pid_t pid = fork();
  if (pid < 0) {
    (void)close(ends[0]);
    (void)close(ends[1]);
    return PQ_LIMIT;
  }
  if (pid == 0) {
    (void)close(ends[0]);
    if (parent_line >= 0) (void)close(parent_line);
    const int line = above_streams(ends[1]);
    lead_nowhere();
    set_limits(limits);
    work(user, line);
    _exit(0);
  }
  (void)close(ends[1]);
  (void)fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  *child = (pq_child){pid, ends[0]};
  return PQ_OK;
}

/* Threads of this process; 0 where the system does not tell.  A folder links
 * to itself, to the one above, and to one for each thread. */
static uint32_t count_threads(void) {
  struct stat tasks;
  if (stat("/proc/self/task", &tasks) || tasks.st_nlink < 2) return 0;
  return (uint32_t)tasks.st_nlink - 2;
}

bool pq_child_alone(uint32_t milliseconds) {
  const struct timespec a_while = {.tv_nsec = 1000000};
  const uint64_t end = now() + milliseconds;
  uint32_t n = count_threads();
  while (n > 1 && now() < end) {
    (void)nanosleep(&a_while, NULL);
    n = count_threads();
  }
  return n == 1;
}

static void wait_for(pq_child *child) {
  while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR) {}
  *child = (pq_child){0, -1};
}

void pq_child_kill(pq_child *child) {
  if (!child->pid) return;
  (void)kill(child->pid, SIGKILL);
  (void)close(child->line);
  wait_for(child);
}

void pq_child_finish(pq_child *child) {
  if (!child->pid) return;
  (void)close(child->line);
  wait_for(child);
}

/* ---- messages ---- */

static pq_status send_all(int line, const char *ptr, size_t len) {
  while (len) {
    const ssize_t n = send(line, ptr, len, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return PQ_END;
    ptr += n;
    len -= (size_t)n;
  }
  return PQ_OK;
}

pq_status pq_line_send(int line, uint32_t number, pq_view bytes) {
  pq_status st = PQ_OK;
  const uint64_t head[2] = {number, bytes.len};
  char raw[sizeof head];
  memcpy(raw, head, sizeof head);
  PQ_TRY(st, send_all(line, raw, sizeof raw));
  return send_all(line, bytes.ptr, bytes.len);
}

/* Wait until there is something to read; `end` is a time, 0 is never. */
static pq_status wait_until(int line, uint64_t end) {
  for (;;) {
    struct pollfd p = {.fd = line, .events = POLLIN};
    const uint64_t at = end ? now() : 0;
    if (end && at >= end) return PQ_LIMIT;
    const int n = poll(&p, 1, end ? (int)(end - at) : -1);
    if (n > 0) return PQ_OK;
    if (n < 0 && errno != EINTR) return PQ_END;
  }
}

static pq_status receive_all(int line, uint64_t end, char *ptr, size_t len) {
  pq_status st = PQ_OK;
  while (len) {
    PQ_TRY(st, wait_until(line, end));
    const ssize_t n = recv(line, ptr, len, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return PQ_END;
    ptr += n;
    len -= (size_t)n;
  }
  return PQ_OK;
}

pq_status pq_line_receive(int line, uint32_t milliseconds, uint32_t *number,
                          pq_buf *bytes) {
  pq_status st = PQ_OK;
  const uint64_t end = milliseconds ? now() + milliseconds : 0;
  uint64_t head[2] = {0, 0};
  char raw[sizeof head];
  PQ_TRY(st, receive_all(line, end, raw, sizeof raw));
  memcpy(head, raw, sizeof head);
  if (head[1] > MESSAGE_MOST) return PQ_LIMIT;
  const size_t len = (size_t)head[1];
  PQ_TRY(st, pq_buf_reserve(bytes, len));
  PQ_TRY(st, receive_all(line, end, bytes->ptr + bytes->len, len));
  bytes->len += len;
  *number = (uint32_t)head[0];
  return PQ_OK;
}
