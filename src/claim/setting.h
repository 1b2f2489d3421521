/* Which claims a phrase such as "in mice" holds for: see setting_reach.c. */
#ifndef PQ_CLAIM_SETTING_H
#define PQ_CLAIM_SETTING_H

#include "parse.h"

/** The last verb group before a chunk, with no turn between; 0 none. */
uint32_t pq_setting_verb_before(const pq_parse *p, uint32_t chunk);

/** The verb group that tells of a hit: its own, that of the hit that it fills a
 * role of, or the one before it; 0 none. */
uint32_t pq_setting_verb_of(const pq_parse *p, const pq_hit *h);

/** "A binds B, and in mice C binds D", "A binds B and, in vitro, binds C": the
 * verb that a phrase at `chunk` leads in; 0 if it is no such phrase. */
uint32_t pq_setting_leads_in(const pq_parse *p, uint32_t chunk);

/** Does what a phrase at `chunk` says hold for the draft? */
bool pq_setting_reaches(const pq_parse *p, const pq_draft *d, uint32_t chunk);

#endif
