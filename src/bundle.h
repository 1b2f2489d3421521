/* Records on their way to a worker and back: what came in, and what became of
 * it, in the order of the input.
 *
 *   reader  --> items: record, finding, record, record ...
 *   worker  --> bytes, findings, tally
 *
 * A bundle belongs to one thread at a time and shares nothing.
 */
#ifndef PQ_BUNDLE_H
#define PQ_BUNDLE_H

#include "run.h"
#include "told.h"

#include "write/write.h"

enum {
  PQ_BUNDLE_BYTES = 16 * 1024, /* of records: then it is full */
  PQ_BUNDLE_ITEMS = 64
};

/** A record, or what the reader found out between two. */
typedef struct pq_bundle_item {
  bool is_note;
  pq_raw raw;
  pq_note note;
} pq_bundle_item;

typedef struct pq_bundle {
  pq_arena arena;
  PQ_VEC(pq_bundle_item) items;
  size_t size; /* bytes of its records */
  pq_told told;
  pq_buf bytes;
  pq_tally tally;
  pq_status status; /* why it could not be worked on to its end */
} pq_bundle;

/** An empty bundle.  It must not move: its sink points to it. */
void pq_bundle_open(pq_bundle *b, pq_alloc *alloc);
void pq_bundle_close(pq_bundle *b);

/** Forget what it holds. */
void pq_bundle_reset(pq_bundle *b);

/** Copy a record, or a finding, in.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_bundle_add(pq_bundle *b, const pq_raw *raw);
PQ_NODISCARD pq_status pq_bundle_note(pq_bundle *b, const pq_note *note);

static inline bool pq_bundle_is_full(const pq_bundle *b) {
  return b->size >= PQ_BUNDLE_BYTES || b->items.n >= PQ_BUNDLE_ITEMS;
}

/** Take its records through the rooms at a desk whose findings wait in the
 * bundle, and through the writer. */
void pq_bundle_work(pq_bundle *b, pq_desk *desk, const pq_writer *writer);

/** Add the counts of one tally to another. */
void pq_tally_add(pq_tally *sum, const pq_tally *one);

#endif
