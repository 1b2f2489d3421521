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

/** Digits, as PubMed's numbers are. */
static inline bool pq_field_is_pmid(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    if (!pq_is_digit(text.ptr[i])) return false;
  }
  return text.len > 0 && text.len <= 9;
}

/** "https://doi.org/10.1038/X", "doi: 10.1038/X" -> "10.1038/x", in the arena;
 * empty for what is no DOI.  Case means nothing in a DOI. */
PQ_NODISCARD pq_status pq_field_doi(pq_arena *arena, pq_view text,
                                    pq_view *out);

#endif
