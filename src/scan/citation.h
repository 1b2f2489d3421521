/* In-text citations: author, year, role.  Found before names are looked up, so
 * that "Han et al 2006 a,b" never reaches the lexicon. */
#ifndef PQ_SCAN_CITATION_H
#define PQ_SCAN_CITATION_H

#include "token.h"

/** Find the citations of a sentence, append them and their works to the record,
 * and mask their tokens; a bracket of nothing but citations is masked whole. */
PQ_NODISCARD pq_status pq_citation_scan(const pq_line *l);

#endif
