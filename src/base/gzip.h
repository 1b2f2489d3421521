/* Inflating .gz in fixed memory; the only door to zlib.
 *
 *   fd -> [64 KiB] -> inflate -> the caller's bytes
 * Members may follow each other, as `cat a.gz b.gz` makes them; zeros may
 * follow the last.
 */
#ifndef PQ_BASE_GZIP_H
#define PQ_BASE_GZIP_H

#include "base/status.h"
#include "base/view.h"

typedef struct pq_gzip pq_gzip;

/** Do these first bytes of a file begin a gzip member? */
static inline bool pq_gzip_begins(pq_view head) {
  return pq_view_starts(head, PQ_LIT("\x1f\x8b"));
}

/** Inflate what `head` holds (bytes that were read already, 64 KiB at the most,
 * copied) and then what is read from `fd`, which stays the caller's.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_gzip_open(pq_alloc *alloc, int fd, pq_view head,
                                    pq_gzip **out);

/** Give up to `cap` bytes, at least one unless all is read: then `*n` is 0.
 * PQ_OK; PQ_BAD_SYNTAX: the data are damaged, cut off, or no gzip;
 * PQ_BAD_READ with errno; PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_gzip_read(pq_gzip *g, char *to, size_t cap,
                                    size_t *n);

/** Close; NULL is allowed. */
void pq_gzip_close(pq_gzip *g);

#endif
