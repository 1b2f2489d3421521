/* A folder of a test's own. */
#ifndef PQ_TESTS_SCRATCH_H
#define PQ_TESTS_SCRATCH_H

#include "base/view.h"

enum {
  PQ_SCRATCH_PATH = 300,
  PQ_SCRATCH_FILES = 32
};

typedef struct pq_scratch {
  char folder[PQ_SCRATCH_PATH];
  char made[PQ_SCRATCH_FILES][PQ_SCRATCH_PATH]; /* in the order they came */
  size_t n;
} pq_scratch;

/** Make the folder.  All functions fail the test if the system refuses. */
void pq_scratch_open(pq_scratch *s);

/** Make a file, a folder, a FIFO or a link in it; the path, as long as `s`. */
const char *pq_scratch_file(pq_scratch *s, const char *name, pq_view bytes);
const char *pq_scratch_folder(pq_scratch *s, const char *name);
const char *pq_scratch_fifo(pq_scratch *s, const char *name);
const char *pq_scratch_link(pq_scratch *s, const char *name,
                            const char *target);

/** Remove all that was made, and the folder. */
void pq_scratch_close(pq_scratch *s);

#endif
