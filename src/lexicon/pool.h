/* Strings of an image: each once, sorted.
 *
 * What writes the image runs twice.  The first time it only tells the pool
 * which strings it wants; then they are sorted and get their offsets; the
 * second time the same calls return these. */
#ifndef PQ_LEXICON_POOL_H
#define PQ_LEXICON_POOL_H

#include "base/buf.h"
#include "base/vec.h"

/** A text that was asked for. */
typedef struct pq_pool_text {
  pq_view text;
  uint32_t offset; /* once they are sorted */
} pq_pool_text;

typedef struct pq_pool_slot {
  uint32_t tag, index; /* of a text, from 1; 0: free */
} pq_pool_slot;

typedef struct pq_pool {
  pq_arena *arena;
  PQ_VEC(pq_pool_text) texts; /* each once */
  pq_pool_slot *slots;        /* open addressing by the texts' hash */
  uint32_t n_slots;
  bool sorted;
  pq_status status; /* the first failure; kept */
} pq_pool;

/** Four bytes as a number, the first one highest. */
static inline uint32_t pq_pool_four(const unsigned char *s) {
  return (uint32_t)s[0] << 24U | (uint32_t)s[1] << 16U | (uint32_t)s[2] << 8U |
         s[3];
}

/** The first bytes of a text as a number, in the order of the texts: where two
 * differ there, nothing more has to be compared. */
static inline uint64_t pq_pool_head(pq_view text) {
  const unsigned char *const s = (const unsigned char *)text.ptr;
  const size_t n = text.len;
  if (n >= 8) return (uint64_t)pq_pool_four(s) << 32U | pq_pool_four(s + 4);
  if (n >= 4) { /* the first four and the last four, which may overlap */
    return (uint64_t)pq_pool_four(s) << 32U | (uint64_t)pq_pool_four(s + n - 4)
                                                  << 8 * (8 - n);
  }
  if (n == 0) return 0; /* the first, the middle and the last */
  return (uint64_t)s[0] << 56U | (uint64_t)s[n / 2] << 8 * (7 - n / 2) |
         (uint64_t)s[n - 1] << 8 * (8 - n);
}

void pq_pool_init(pq_pool *pool, pq_arena *arena);

/** Offset of a text: 0 until the pool is sorted, and for the empty text. */
uint32_t pq_pool_ref(pq_pool *pool, pq_view text);

/** Sort what was asked for and append its bytes to `out`. */
PQ_NODISCARD pq_status pq_pool_sort(pq_pool *pool, pq_buf *out);

#endif
