/* Workers over a ring of slots; results come back in the order in which they
 * were sent.
 *
 *   one thread   free -> fill -> send ... next: the oldest, ready -> done
 *   a worker                      work(user, worker, slot)
 *
 * A slot belongs to the one thread until it is sent, to one worker until it is
 * ready, and to the one thread again.  Nothing else is shared.  The one thread
 * is a worker too, while it waits.
 */
#ifndef PQ_BASE_POOL_H
#define PQ_BASE_POOL_H

#include "base/status.h"

typedef struct pq_pool pq_pool;

/** What workers do: `worker` counts from 0, which is the one thread, and tells
 * threads apart. */
typedef struct pq_pool_job {
  void *user;
  void (*work)(void *user, uint32_t worker, uint32_t slot);
} pq_pool_job;

/** Start workers, but for the one thread itself; fewer than wanted where no
 * more threads can be had.  PQ_OK, PQ_NO_MEM or PQ_BAD_ARG. */
PQ_NODISCARD pq_status pq_pool_open(pq_alloc *alloc, uint32_t n_workers,
                                    uint32_t n_slots, const pq_pool_job *job,
                                    pq_pool **out);

/** Drop what no worker has begun, wait for the others, end the threads.  NULL
 * is allowed. */
void pq_pool_close(pq_pool *pool);

/** Is there a free slot to fill?  Then `*slot` is it. */
bool pq_pool_free(const pq_pool *pool, uint32_t *slot);

/** Send the slot that pq_pool_free gave. */
void pq_pool_send(pq_pool *pool);

/** Work, or wait, until the oldest slot that was sent is ready; false if none
 * was. */
bool pq_pool_next(pq_pool *pool, uint32_t *slot);

/** The slot that pq_pool_next gave is free again. */
void pq_pool_done(pq_pool *pool);

#endif
