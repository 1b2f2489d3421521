/* A sink that remembers what it was told. */
#ifndef PQ_TESTS_HEARD_H
#define PQ_TESTS_HEARD_H

#include "base/note.h"

enum {
  PQ_HEARD_MOST = 32
};

/** One finding, copied. */
typedef struct pq_heard_note {
  pq_severity severity;
  pq_status status;
  char code[40], text[400];
  uint32_t line, column;
} pq_heard_note;

/** Pass `&h.sink`.  It must not move. */
typedef struct pq_heard {
  pq_sink sink;
  size_t n; /* all that were told; the first PQ_HEARD_MOST are kept */
  pq_heard_note at[PQ_HEARD_MOST];
} pq_heard;

void pq_heard_init(pq_heard *h);

/** The first finding of this code, or NULL. */
const pq_heard_note *pq_heard_find(const pq_heard *h, const char *code);

#endif
