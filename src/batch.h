/* Records on their way to a worker and back: what came in, and what became of
 * it, in the order of the input.
 *
 *   reader  --> items: record, finding, record, record ...
 *   worker  --> bytes, findings, tally
 *
 * A batch belongs to one thread at a time and shares nothing.
 */
#ifndef PQ_BATCH_H
#define PQ_BATCH_H

#include "run.h"

#include "write/write.h"

enum {
  PQ_BATCH_BYTES = 16 * 1024, /* of records: then it is full */
  PQ_BATCH_ITEMS = 64
};

/** A record, or what the reader found out between two. */
typedef struct pq_batch_item {
  bool is_note;
  pq_raw raw;
  pq_note note;
} pq_batch_item;

typedef struct pq_batch {
  pq_arena arena;
  PQ_VEC(pq_batch_item) items;
  size_t size;  /* bytes of its records */
  pq_sink sink; /* takes findings into `told` */
  PQ_VEC(pq_note) told;
  pq_buf bytes;
  pq_tally tally;
  pq_status status; /* why it could not be worked on to its end */
} pq_batch;

/** An empty batch.  It must not move: its sink points to it. */
void pq_batch_open(pq_batch *b, pq_alloc *alloc);
void pq_batch_close(pq_batch *b);

/** Forget what it holds. */
void pq_batch_reset(pq_batch *b);

/** Copy a record, or a finding, in.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_batch_add(pq_batch *b, const pq_raw *raw);
PQ_NODISCARD pq_status pq_batch_note(pq_batch *b, const pq_note *note);

static inline bool pq_batch_is_full(const pq_batch *b) {
  return b->size >= PQ_BATCH_BYTES || b->items.n >= PQ_BATCH_ITEMS;
}

/** Take its records through the rooms at a desk whose outer sink is that of the
 * batch, and through the writer. */
void pq_batch_work(pq_batch *b, pq_desk *desk, const pq_writer *writer);

/** Add the counts of one tally to another. */
void pq_tally_add(pq_tally *sum, const pq_tally *one);

#endif
