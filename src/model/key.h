/* What makes rows of a record's tables the same, as a number: equal rows have
 * equal keys, and few others have. */
#ifndef PQ_MODEL_KEY_H
#define PQ_MODEL_KEY_H

#include "entity.h"

#include "base/arena.h"

/** The key of a row; the arena has the allocator for what it needs meanwhile.
 * PQ_OK or PQ_NO_MEM. */
typedef pq_status pq_key_of(const void *row, const pq_arena *arena,
                            uint32_t *key);

/** Of a pq_entity, pq_event, pq_claim, pq_work. */
PQ_NODISCARD pq_status pq_key_entity(const void *row, const pq_arena *arena,
                                     uint32_t *key);
PQ_NODISCARD pq_status pq_key_event(const void *row, const pq_arena *arena,
                                    uint32_t *key);
PQ_NODISCARD pq_status pq_key_claim(const void *row, const pq_arena *arena,
                                    uint32_t *key);
PQ_NODISCARD pq_status pq_key_work(const void *row, const pq_arena *arena,
                                   uint32_t *key);

/** Of a site of a protein. */
uint32_t pq_key_site(pq_entity_id protein, pq_site site);

#endif
