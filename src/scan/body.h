/* Names of what lives that have no identifier: "breast cancer cells". */
#ifndef PQ_SCAN_BODY_H
#define PQ_SCAN_BODY_H

#include "mention.h"

/** The row of the grammar whose words stand at token `i`, the longest; 0 or 1 +
 * its index, and `*n` how many tokens they are. */
uint32_t pq_body_at(const pq_line *l, uint32_t i, uint32_t *n);

/** A new entity for a name of this row; one without a type is no thing. */
PQ_NODISCARD pq_status pq_body_entity(pq_record *r, uint32_t body, pq_view name,
                                      pq_entity_id *out);

/** "HUVEC" and "HUVECs". */
bool pq_body_is_plural(pq_view one, pq_view other);

/** Take the words at `i` for such a name, or for a part of the one before. */
PQ_NODISCARD pq_status pq_body_scan(pq_scanner *s, uint32_t i, uint32_t *next);

#endif
