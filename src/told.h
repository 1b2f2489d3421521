/* Findings that wait for their turn: threads are not in the order of the input,
 * and what they find must be. */
#ifndef PQ_TOLD_H
#define PQ_TOLD_H

#include "base/vec.h"

typedef struct pq_told {
  pq_arena *arena; /* holds the copies */
  PQ_VEC(pq_note) notes;
  pq_sink sink;     /* takes findings into `notes` */
  pq_status status; /* why one could not be kept */
} pq_told;

/** Nothing was told yet.  It must not move: its sink points to it. */
void pq_told_open(pq_told *told, pq_arena *arena);

/** Forget all, when the arena has been reset. */
void pq_told_reset(pq_told *told);

/** Hand all over, in order. */
void pq_told_pass(const pq_told *told, const pq_sink *sink);

/** A copy of a finding that outlives the call.  PQ_OK, PQ_NO_MEM or PQ_LIMIT.
 */
PQ_NODISCARD pq_status pq_note_copy(pq_arena *arena, const pq_note *note,
                                    pq_note *out);

#endif
