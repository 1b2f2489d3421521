/* One JSON object as a record; the only door to jansson. */
#ifndef PQ_READ_JSONL_H
#define PQ_READ_JSONL_H

#include "model/store.h"

/** Read r->bytes, one object, into the record's fields: stable_id,
 * display_name, species, type, pathways, references of pmid, authors, title
 * and year.  `*summary` is the decoded summary, in the arena, or empty.  PQ_OK,
 * or, told with line and column, PQ_BAD_SYNTAX; or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_jsonl_read(pq_record *r, pq_view *summary);

#endif
