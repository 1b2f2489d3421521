#include "pool.h"

#include "alloc.h"

#include <pthread.h>

/* One worker, told apart by where it stands. */
typedef struct pool_worker {
  pq_pool *pool;
  uint32_t id;
  pthread_t thread;
} pool_worker;

/* Slots are counted on and on; each stands at its number modulo `n_slots`.
 *
 *   done <= begun <= sent <= done + n_slots
 *
 * The one thread works too, where it would else wait: as many threads as cores
 * then are busy, and hardly one is ever woken. */
struct pq_pool {
  pq_alloc *alloc;
  pq_pool_job job;
  pool_worker *workers;
  uint32_t n_threads, n_slots;
  uint64_t sent, done; /* of the one thread; workers see `sent` locked */
  pthread_mutex_t lock;
  pthread_cond_t work, ready; /* something was sent; something is ready */
  uint64_t begun;
  bool *is_ready;   /* per slot */
  uint32_t waiting; /* the slot that the one thread waits for; n_slots: none */
  bool closing;
};

/* The next slot that was sent.  The lock is held. */
static uint32_t begin(pq_pool *pool) {
  return (uint32_t)(pool->begun++ % pool->n_slots);
}

/* Take the next slot that was sent, or learn that there will be none. */
static bool take(pq_pool *pool, uint32_t *slot) {
  (void)pthread_mutex_lock(&pool->lock);
  while (!pool->closing && pool->begun == pool->sent) {
    (void)pthread_cond_wait(&pool->work, &pool->lock);
  }
  const bool any = !pool->closing;
  if (any) *slot = begin(pool);
  (void)pthread_mutex_unlock(&pool->lock);
  return any;
}

static void give(pq_pool *pool, uint32_t slot) {
  (void)pthread_mutex_lock(&pool->lock);
  pool->is_ready[slot] = true;
  if (slot == pool->waiting) (void)pthread_cond_signal(&pool->ready);
  (void)pthread_mutex_unlock(&pool->lock);
}

static void *work(void *of) {
  const pool_worker *const w = of;
  uint32_t slot = 0;
  while (take(w->pool, &slot)) {
    w->pool->job.work(w->pool->job.user, w->id, slot);
    give(w->pool, slot);
  }
  return NULL;
}

static bool start(pq_pool *pool) {
  pool_worker *const w = &pool->workers[pool->n_threads];
  w->pool = pool;
  w->id = pool->n_threads + 1; /* 0 is the one thread */
  if (pthread_create(&w->thread, NULL, work, w)) return false;
  ++pool->n_threads;
  return true;
}

static void drop(pq_pool *pool) {
  pq_alloc *const alloc = pool->alloc;
  pq_free(alloc, pool->workers);
  pq_free(alloc, pool->is_ready);
  pq_free(alloc, pool);
}

static pq_pool *make(pq_alloc *alloc, uint32_t n_workers, uint32_t n_slots) {
  pq_pool *const pool = pq_calloc(alloc, sizeof *pool);
  if (!pool) return NULL;
  pool->alloc = alloc;
  pool->n_slots = pool->waiting = n_slots;
  pool->workers = pq_calloc(alloc, n_workers * sizeof *pool->workers);
  pool->is_ready = pq_calloc(alloc, n_slots * sizeof *pool->is_ready);
  if (pool->workers && pool->is_ready) return pool;
  drop(pool);
  return NULL;
}

pq_status pq_pool_open(pq_alloc *alloc, uint32_t n_workers, uint32_t n_slots,
                       const pq_pool_job *job, pq_pool **out) {
  if (!n_workers || !n_slots) return PQ_BAD_ARG;
  pq_pool *const pool = make(alloc, n_workers, n_slots);
  if (!pool) return PQ_NO_MEM;
  pool->job = *job;
  /* With default attributes these three only fill in their places. */
  (void)pthread_mutex_init(&pool->lock, NULL);
  (void)pthread_cond_init(&pool->work, NULL);
  (void)pthread_cond_init(&pool->ready, NULL);
  while (pool->n_threads + 1 < n_workers && start(pool)) {}
  *out = pool;
  return PQ_OK;
}

void pq_pool_close(pq_pool *pool) {
  if (!pool) return;
  (void)pthread_mutex_lock(&pool->lock);
  pool->closing = true;
  (void)pthread_cond_broadcast(&pool->work);
  (void)pthread_mutex_unlock(&pool->lock);
  for (uint32_t i = 0; i < pool->n_threads; ++i) {
    (void)pthread_join(pool->workers[i].thread, NULL);
  }
  (void)pthread_cond_destroy(&pool->ready);
  (void)pthread_cond_destroy(&pool->work);
  (void)pthread_mutex_destroy(&pool->lock);
  drop(pool);
}

bool pq_pool_free(const pq_pool *pool, uint32_t *slot) {
  if (pool->sent - pool->done == pool->n_slots) return false;
  *slot = (uint32_t)(pool->sent % pool->n_slots);
  return true;
}

void pq_pool_send(pq_pool *pool) {
  (void)pthread_mutex_lock(&pool->lock);
  pool->is_ready[pool->sent % pool->n_slots] = false;
  ++pool->sent;
  (void)pthread_cond_signal(&pool->work);
  (void)pthread_mutex_unlock(&pool->lock);
}

/* Work on the next slot, or wait until the oldest is ready.  The lock is held
 * before and after. */
static void help(pq_pool *pool, uint32_t oldest) {
  if (pool->begun == pool->sent) {
    pool->waiting = oldest;
    (void)pthread_cond_wait(&pool->ready, &pool->lock);
    pool->waiting = pool->n_slots;
    return;
  }
  const uint32_t slot = begin(pool);
  (void)pthread_mutex_unlock(&pool->lock);
  pool->job.work(pool->job.user, 0, slot);
  (void)pthread_mutex_lock(&pool->lock);
  pool->is_ready[slot] = true;
}

bool pq_pool_next(pq_pool *pool, uint32_t *slot) {
  if (pool->done == pool->sent) return false;
  const uint32_t oldest = (uint32_t)(pool->done % pool->n_slots);
  (void)pthread_mutex_lock(&pool->lock);
  while (!pool->is_ready[oldest]) {
    help(pool, oldest);
  }
  (void)pthread_mutex_unlock(&pool->lock);
  *slot = oldest;
  return true;
}

void pq_pool_done(pq_pool *pool) {
  ++pool->done;
}
