/* Entities that came with a text: what names are is settled then, and no other
 * name acts or is acted on. */
#ifndef PQ_MODEL_GIVEN_H
#define PQ_MODEL_GIVEN_H

#include "id.h"
#include "span.h"

/** A line of standoff annotation: `T1<TAB>Protein 0 5<TAB>STAT3`. */
typedef struct pq_given {
  pq_view id;    /* "T1" */
  pq_view type;  /* "Protein" */
  pq_span span;  /* of one in pieces, from the first to the last */
  uint32_t line; /* of its file */
} pq_given;

#endif
