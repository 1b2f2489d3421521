/* Bytes <-> dense id: each text once, numbered as it came.
 *
 *   put "b", "a", "b"  ->  0, 1, 0        ids are indices, from 0
 * Texts are copied into the arena, which must outlive the table. */
#ifndef PQ_BASE_INTERN_H
#define PQ_BASE_INTERN_H

#include "vec.h"

typedef struct pq_intern {
  pq_arena *arena;
  PQ_VEC(pq_view) texts; /* by id */
  uint32_t *slots;       /* id + 1, 0: free; open addressing */
  uint32_t n_slots;
} pq_intern;

void pq_intern_init(pq_intern *table, pq_arena *arena);

/** The id of a text; a new one is table->texts.n - 1 then.  PQ_OK, PQ_NO_MEM or
 * PQ_LIMIT. */
PQ_NODISCARD pq_status pq_intern_put(pq_intern *table, pq_view text,
                                     uint32_t *id);

/** The id of a text, or UINT32_MAX. */
uint32_t pq_intern_find(const pq_intern *table, pq_view text);

#endif
