#include "rounds.h"

#include <stdlib.h>
#include <time.h>

double bench_now(void) {
  struct timespec t;
  (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_number(const void *a, const void *b) {
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

double bench_median(double *times, size_t n) {
  qsort(times, n, sizeof *times, by_number);
  return times[n / 2];
}

pq_status bench_each(const char *path,
                     pq_status (*work)(void *user, const pq_raw *raw),
                     void *user) {
  pq_status st = PQ_OK;
  const pq_inputs inputs = {.paths = &path, .n_paths = 1};
  pq_stream *stream = NULL;
  pq_raw raw;
  PQ_TRY(st, pq_stream_open(NULL, &inputs, NULL, &stream));
  while (!(st = pq_stream_next(stream, &raw))) {
    if ((st = work(user, &raw))) break;
  }
  pq_stream_close(stream);
  return st == PQ_END ? PQ_OK : st;
}
