/* Names of species in a sentence. */
#ifndef PQ_SCAN_SPECIES_H
#define PQ_SCAN_SPECIES_H

#include "mention.h"

/** Find species that no name of the sentence holds, and those that are written
 * onto one: r->species_said. */
PQ_NODISCARD pq_status pq_species_scan(const pq_scanner *s);

#endif
