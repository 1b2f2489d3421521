/* Finding rows of a table again by a hash of what they hold.
 *
 *   hashes   of row 1, row 2, row 3 ...
 *   slots    [2][0][3][1] ...          a row where its hash points; 0: free
 * The catalog compares hashes alone: which row is the same is for the table to
 * say.  Rows of one hash come in their order, as in a walk over all of them. */
#ifndef PQ_BASE_CATALOG_H
#define PQ_BASE_CATALOG_H

#include "vec.h"

/** Zeroed is empty. */
typedef struct pq_catalog {
  PQ_VEC(uint32_t) hashes;
  uint32_t *slots;
  uint32_t n_slots;
} pq_catalog;

/** Put the next row: the first is 1.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_catalog_put(pq_catalog *catalog, pq_arena *arena,
                                      uint32_t hash);

/** Forget all rows. */
void pq_catalog_empty(pq_catalog *catalog);

/** The next row with this hash, or 0.  `*at` is where to go on; at first it is
 * the hash. */
uint32_t pq_catalog_next(const pq_catalog *catalog, uint32_t hash,
                         uint32_t *at);

#endif
