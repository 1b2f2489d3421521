/* Which part of the records a run takes, when many runs share them: each
 * decides for itself, by a hash of the stable id. */
#ifndef PQ_SHARD_H
#define PQ_SHARD_H

#include "base/hash.h"

typedef struct pq_shard {
  uint32_t k, n; /* 1 to n; n 0: all */
} pq_shard;

/** Is there such a shard? */
static inline bool pq_shard_is_sound(uint32_t k, uint32_t n) {
  return !n || (k && k <= n);
}

/** Does the record belong to the shard?  One without an id goes by its bytes.
 */
static inline bool pq_shard_has(const pq_shard *s, pq_view id, pq_view bytes) {
  return !s->n || pq_hash(id.len ? id : bytes) % s->n + 1 == s->k;
}

#endif
