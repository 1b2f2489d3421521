/* Names with brackets inside: "nuclear factor (NF)-kappaB", "PGE(2)". */
#ifndef PQ_SCAN_BRACKETED_H
#define PQ_SCAN_BRACKETED_H

#include "mention.h"

/** May the sentence have such names? */
bool pq_bracketed_in(const pq_line *l);

/** Take the one at token `i`, if there is one. */
PQ_NODISCARD pq_status pq_bracketed_scan(pq_scanner *s, uint32_t i,
                                         uint32_t *next);

#endif
