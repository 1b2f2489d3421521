/* Files that are read: opened without surprises. */
#ifndef PQ_BASE_FILE_H
#define PQ_BASE_FILE_H

#include "base/status.h"

typedef enum pq_file_trust {
  PQ_FILE_NAMED, /* somebody named it: pipes and devices too */
  PQ_FILE_FOUND  /* a walk found it: a regular file, and nothing that waits */
} pq_file_trust;

/** Open a file to read.  PQ_OK (the caller closes `*fd`) or PQ_BAD_READ; then
 * errno says why, EINVAL for what is no regular file, EISDIR for a folder. */
PQ_NODISCARD pq_status pq_file_open(const char *path, pq_file_trust trust,
                                    int *fd);

/** Read up to `cap` bytes, at least one unless the file is at its end: then
 * `*n` is 0.  PQ_OK, or PQ_BAD_READ with errno. */
PQ_NODISCARD pq_status pq_file_read(int fd, char *to, size_t cap, size_t *n);

/** Words for the errno of a failed open or read, whatever the locale. */
const char *pq_file_why(int error);

#endif
