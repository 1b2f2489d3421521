/* A password or a token: from a file that only its owner can read, or from the
 * environment; never from the command line, which every user of the machine
 * can see. */
#ifndef PQ_CMD_SECRET_H
#define PQ_CMD_SECRET_H

#include "pathquill.h"

enum {
  PQ_SECRET_MOST = 4096
};

typedef struct pq_secret {
  char text[PQ_SECRET_MOST + 1]; /* empty: none */
} pq_secret;

/** The first line of a file, or, where `path` is NULL, what the environment
 * holds under `variable`.  Nothing there is no error: then `out` is empty.
 * PQ_BAD_READ: unreadable, empty, or open to others; PQ_BAD_ENCODING: no text.
 * What is wrong goes to `sink`. */
PQ_NODISCARD pq_status pq_secret_read(const char *path, const char *variable,
                                      const pq_sink *sink, pq_secret *out);

/** Overwrite it. */
void pq_secret_wipe(pq_secret *s);

#endif
