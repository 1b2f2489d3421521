/* What the fields of a record mean, however they were written down. */
#ifndef PQ_READ_FIELD_H
#define PQ_READ_FIELD_H

#include "base/note.h"
#include "model/record.h"

/** "Pathway", "Reaction": what the record says it is. */
static inline pq_record_type pq_field_type(pq_view text) {
  if (pq_view_alike(text, PQ_LIT("pathway"))) return PQ_RECORD_PATHWAY;
  if (pq_view_alike(text, PQ_LIT("reaction"))) return PQ_RECORD_REACTION;
  return PQ_RECORD_UNSAID;
}

/** PubMed counts from 1; some exports write 0 where there is no number, or fill
 * one up with zeros. */
static inline pq_view pq_field_pmid(pq_view text) {
  while (pq_view_starts(text, PQ_LIT("0"))) {
    text = pq_view_skip(text, 1);
  }
  return text;
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

/** Is a key another one with a letter or two wrong, missing or too many, or in
 * other letters (case)? */
bool pq_field_is_near(pq_view key, pq_view known);

/** The first run of four digits, perhaps with a letter that ends the text:
 * "2002 Jan", "Winter 2002", "05/2002"; or empty. */
pq_view pq_field_year(pq_view text);

/** Bring the PubMed number and the DOI of a reference into their one form. What
 * is none is told at a place, by the codes of the two, and left out: it would
 * be the name of another paper, or of none. */
PQ_NODISCARD pq_status pq_field_ids(pq_arena *arena, const pq_sink *sink,
                                    pq_place at, const char *const codes[2],
                                    pq_reference *ref);

/** Authors as one text.  A semicolon parts the names where one of them has a
 * comma, as in "Smith, John". */
PQ_NODISCARD pq_status pq_field_authors(pq_arena *arena, const pq_view *names,
                                        uint32_t n, pq_view *out);

#endif
