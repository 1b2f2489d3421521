/* A file or standard input, a line at a time, twice if need be.  At its end it
 * rests: there may be more files than may be open at once. */
#ifndef PQ_CMD_FEED_H
#define PQ_CMD_FEED_H

#include "bytes.h"

#include <stdio.h>

enum {
  PQ_LINE_MOST = 32 << 20 /* a record's whole text, every byte escaped, fits */
};

typedef struct pq_feed {
  FILE *in; /* NULL while a regular file rests */
  const char *path;
  bool regular, ended;
  char *piece;
  size_t at, end; /* of what is unread in `piece` */
  pq_bytes line;
  uint32_t number; /* of the line that was read last */
} pq_feed;

/** Open `path`, or standard input for "-".  What cannot be read twice is copied
 * into a file without a name.  PQ_BAD_READ or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_feed_open(pq_feed *l, const char *path);

/** Close; what was never opened too, if it is all zero. */
void pq_feed_close(pq_feed *l);

/** Begin anew. */
void pq_feed_rewind(pq_feed *l);

/** The next line without its end.  PQ_END, PQ_BAD_READ, PQ_LIMIT (longer than
 * PQ_LINE_MOST) or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_feed_next(pq_feed *l, pq_view *out);

#endif
