/* What the fields of a record mean, however they were written down. */
#ifndef PQ_READ_FIELD_H
#define PQ_READ_FIELD_H

#include "model/record.h"

/** "Pathway", "Reaction": what the record says it is. */
static inline pq_record_type pq_field_type(pq_view text) {
  if (pq_view_alike(text, PQ_LIT("pathway"))) return PQ_RECORD_PATHWAY;
  if (pq_view_alike(text, PQ_LIT("reaction"))) return PQ_RECORD_REACTION;
  return PQ_RECORD_UNSAID;
}

/** PubMed counts from 1; some exports write 0 where there is no number. */
static inline pq_view pq_field_pmid(pq_view text) {
  return pq_view_same(text, PQ_LIT("0")) ? PQ_LIT("") : text;
}

#endif
