/* What the programs share: the clock, records one by one, and medians. */
#ifndef PQ_BENCH_ROUNDS_H
#define PQ_BENCH_ROUNDS_H

#include "read/read.h"

/** Seconds of this process on a processor. */
double bench_now(void);

/** The middle of `n` times, which are sorted by that. */
double bench_median(double *times, size_t n);

/** Hand each record of a file to `work`, until it fails. */
pq_status bench_each(const char *path,
                     pq_status (*work)(void *user, const pq_raw *raw),
                     void *user);

#endif
