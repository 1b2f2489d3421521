/* Preloaded before Fontconfig: sorting fonts takes long and holds a lock that
 * finding one needs.  Pango sorts in a thread, so who forks while it does so
 * has a child that finds no font, ever. */
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

typedef struct set set;
typedef struct pattern pattern;
typedef struct config config;
typedef struct charset charset;

/* Named by Fontconfig. */
// NOLINTBEGIN(readability-identifier-naming)
set *FcFontSetSort(config *c, set **sets, int n, pattern *p, int trim,
                   charset **covered, int *result);
pattern *FcFontSetMatch(config *c, set **sets, int n, pattern *p, int *result);
// NOLINTEND(readability-identifier-naming)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *find(const char *name) {
  void *const library = dlopen("libfontconfig.so.1", RTLD_LAZY);
  return library ? dlsym(library, name) : NULL;
}

/* So that a test knows that fonts were sorted here. */
static void leave_mark(void) {
  const char *const path =
      getenv("SLOW_FONTS_MARK"); /* NOLINT(concurrency-mt-unsafe): only read */
  const int fd = path ? open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600) : -1;
  if (fd >= 0) (void)close(fd);
}

set *FcFontSetSort(config *c, set **sets, int n, pattern *p, int trim,
                   charset **covered, int *result) {
  const struct timespec a_while = {.tv_nsec = 100000000};
  set *(*next)(config *, set **, int, pattern *, int, charset **, int *);
  *(void **)&next = find("FcFontSetSort");
  leave_mark();
  (void)pthread_mutex_lock(&lock);
  (void)nanosleep(&a_while, NULL);
  set *const sorted = next(c, sets, n, p, trim, covered, result);
  (void)pthread_mutex_unlock(&lock);
  return sorted;
}

pattern *FcFontSetMatch(config *c, set **sets, int n, pattern *p, int *result) {
  pattern *(*next)(config *, set **, int, pattern *, int *);
  *(void **)&next = find("FcFontSetMatch");
  (void)pthread_mutex_lock(&lock);
  pattern *const found = next(c, sets, n, p, result);
  (void)pthread_mutex_unlock(&lock);
  return found;
}
