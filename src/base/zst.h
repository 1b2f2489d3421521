/* Unpacking .zst in bounded memory; the only door to libzstd.
 *
 *   fd -> [64 KiB] -> window of the frame -> the caller's bytes
 * Frames may follow each other, as `cat a.zst b.zst` makes them, and frames to
 * be skipped may stand between them.
 */
#ifndef PQ_BASE_ZST_H
#define PQ_BASE_ZST_H

#include "base/status.h"
#include "base/view.h"

enum {
  /* A frame may ask for a window of 64 MiB.  `zstd -19` asks for 8, and only
   * `--ultra -22` and `--long` for more than 64. */
  PQ_ZSTD_WINDOW_LOG = 26
};

typedef struct pq_zstd pq_zstd;

/** Do these first bytes of a file begin a frame, be it one to be skipped? */
bool pq_zstd_begins(pq_view head);

/** Unpack what `head` holds (bytes that were read already, 64 KiB at the most,
 * copied) and then what is read from `fd`, which stays the caller's.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_zstd_open(pq_alloc *alloc, int fd, pq_view head,
                                    pq_zstd **out);

/** Give up to `cap` bytes, at least one unless all is read: then `*n` is 0.
 * PQ_OK; PQ_BAD_SYNTAX: the data are damaged, cut off, no frame, or a frame is
 * too wide; PQ_BAD_READ with errno; PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_zstd_read(pq_zstd *z, char *to, size_t cap,
                                    size_t *n);

/** Did it fail because a frame asks for a larger window than may be? */
bool pq_zstd_is_wide(const pq_zstd *z);

/** Close; NULL is allowed. */
void pq_zstd_close(pq_zstd *z);

#endif
