/* YAML front matter of a Markdown record.
 *
 *   ---                         a byte order mark and blank lines may be before
 *   stable_id: R-HSA-9701524
 *   display_name: ...
 *   species: Homo sapiens
 *   ---                         or "..."
 */
#ifndef PQ_READ_FRONT_H
#define PQ_READ_FRONT_H

#include "model/store.h"

typedef struct pq_front {
  bool found;
  uint32_t end; /* byte behind its last line, or behind the byte order mark */
  pq_view summary; /* as YAML folds it: no stretch of the file */
  pq_span title;   /* the display_name, if it stands there word for word */
} pq_front;

/** Read the front matter of r->bytes into the record's fields.  PQ_OK, also
 * without front matter; or, told with line and column, PQ_BAD_SYNTAX or
 * PQ_LIMIT; or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_front_read(pq_record *r, pq_front *out);

#endif
