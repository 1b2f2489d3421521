/* The door of the room `scan`: a record's sentences in; tokens, citations,
 * definitions, sites and mentions out, all in the record. */
#ifndef PQ_SCAN_SCAN_H
#define PQ_SCAN_SCAN_H

#include "lexicon/lexicon.h"

/** Scan all sentences.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_scan_record(pq_record *r, const pq_lexicon *lex);

#endif
