/* Which claims a cue reaches. */
#ifndef PQ_CLAIM_SCOPE_H
#define PQ_CLAIM_SCOPE_H

#include "parse.h"

/** Units [begin, end) of the verb group that tells a hit, with the adverbs
 * before it: they say how firmly. */
typedef struct pq_zone {
  uint32_t begin, end;
} pq_zone;

/** The zone of a hit; empty if no verb tells it. */
pq_zone pq_scope_zone(const pq_parse *p, const pq_hit *h);

/** Does the cue begin in the zone, and not in an aside between commas? */
bool pq_scope_holds(const pq_parse *p, const pq_zone *z, const pq_cue *cue);

/** "..., but this could not be confirmed": is the draft of the last verb before
 * the cue? */
bool pq_scope_denies(const pq_parse *p, const pq_draft *d, const pq_cue *cue);

/** Does the cue reach the draft, whose hit has the zone `z`? */
bool pq_scope_reaches(const pq_parse *p, const pq_draft *d, const pq_zone *z,
                      const pq_cue *cue);

/** Is the unit an adverb before the verb, or the comma behind one: "X,
 * presumably, does"? */
bool pq_scope_is_aside(const pq_parse *p, uint32_t i);

#endif
