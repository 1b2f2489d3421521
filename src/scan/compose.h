/* Names made of names: lists, complexes, fusions, pathways. */
#ifndef PQ_SCAN_COMPOSE_H
#define PQ_SCAN_COMPOSE_H

#include "mention.h"

/** "SMAD2/3", "AKT1-3", "STAT5A/B", "PRKD1, 2 and 3": add the members that are
 * only hinted at, if every one is known. */
PQ_NODISCARD pq_status pq_compose_lists(pq_scanner *s);

/** "IL6:IL6R" and the like become one complex, "NPM1-ALK" one fusion, "ALK
 * fusion proteins" a fusion with one partner named. */
PQ_NODISCARD pq_status pq_compose_bonds(pq_scanner *s);

/** "PI3K, mTOR and MAPK pathways": pathways named after what stands there. */
PQ_NODISCARD pq_status pq_compose_pathways(pq_scanner *s);

#endif
