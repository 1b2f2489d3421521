/* Where sentences end.
 *
 *   block    -> segments, at blank lines, list items, <br> and <p>
 *   segment  -> brackets that are balanced and not too long
 *            -> stops outside of them, each asked: does a sentence end here?
 * A full stop ends none behind "et al", an initial, inside p.Arg1275Gln; it
 * ends one without a space behind it in "2005).STAT3".  A bracket of citations
 * behind the full stop belongs to the sentence before it.
 */
#ifndef PQ_READ_SENTENCE_H
#define PQ_READ_SENTENCE_H

#include "read.h"

/** A piece of a text that is prose. */
typedef struct pq_block {
  pq_text_id text;
  pq_part part;
  pq_span span;
  bool whole; /* one sentence, whatever it holds: a title, a heading */
} pq_block;

/** Append the block's sentences to r->sentences; it begins a new paragraph.
 * PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_sentence_cut(pq_record *r, const pq_block *block,
                                       const pq_stops *stops);

#endif
