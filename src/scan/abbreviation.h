/* "anaplastic lymphoma kinase (ALK)": what a record defines. */
#ifndef PQ_SCAN_ABBREVIATION_H
#define PQ_SCAN_ABBREVIATION_H

#include "mention.h"

/** A name followed by an unknown short form in brackets gives the short form
 * its meaning for the rest of the record. */
PQ_NODISCARD pq_status pq_abbreviation_scan(pq_scanner *s);

#endif
