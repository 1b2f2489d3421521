/* How many documents put each claim, question and dispute forward, counted from
 * the lines of a merged graph: 24 bytes for each. */
#ifndef PQ_SUPPORT_H
#define PQ_SUPPORT_H

#include "base/buf.h"

typedef enum pq_stated {
  PQ_STATED_CLAIM,
  PQ_STATED_QUESTION,
  PQ_STATED_DISPUTE,
  PQ_N_STATED
} pq_stated;

/** One that was stated. */
typedef struct pq_support_row {
  uint64_t hash; /* of its IRI; two of one hash are not looked for */
  uint32_t documents, evidence;
  pq_stated kind;
  bool used;
} pq_support_row;

typedef struct pq_support {
  pq_alloc *alloc;
  pq_support_row *rows; /* open addressing, by hash */
  size_t n, cap;
} pq_support;

void pq_support_init(pq_support *s, pq_alloc *alloc);
void pq_support_clear(pq_support *s);

/** Count the lines of one graph, which is one document.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_support_add(pq_support *s, pq_view quads);

/** A table: documents, claims, questions, disputes that so many documents put
 * forward, and the evidence for them.  Appended to `out`; PQ_OK or PQ_NO_MEM.
 */
PQ_NODISCARD pq_status pq_support_table(const pq_support *s, pq_buf *out);

#endif
