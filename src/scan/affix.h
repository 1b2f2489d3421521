/* What is glued onto a name: p-Y705-STAT3, GFP-STAT3, STAT3-/-. */
#ifndef PQ_SCAN_AFFIX_H
#define PQ_SCAN_AFFIX_H

#include "mention.h"

/** Look at what is glued to each name of the sentence: states become entities,
 * other effects are noted. */
PQ_NODISCARD pq_status pq_affix_scan(pq_scanner *s);

/** A state of `thing` with these modifications (any order). */
PQ_NODISCARD pq_status pq_affix_state(pq_record *r, pq_entity_id thing,
                                      const pq_modification *mods, uint32_t n,
                                      pq_entity_id *out);

/** The PSI-MOD number of a phosphate on this residue; 696 where unknown. */
uint32_t pq_affix_phosphate(char residue);

#endif
