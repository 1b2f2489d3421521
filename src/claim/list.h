/* Noun groups that are joined, or lead to each other. */
#ifndef PQ_CLAIM_LIST_H
#define PQ_CLAIM_LIST_H

#include "parse.h"

/** What a noun group is about. */
typedef enum pq_topic {
  PQ_ABOUT_OTHER,
  PQ_ABOUT_NAMES,
  PQ_ABOUT_SITES,
  PQ_ABOUT_EVENT
} pq_topic;

static inline pq_topic pq_list_about(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (c->hit && !pq_hit_is_part(p, c->hit)) return PQ_ABOUT_EVENT;
  if (c->name_end) return PQ_ABOUT_NAMES;
  return c->sites ? PQ_ABOUT_SITES : PQ_ABOUT_OTHER;
}

/** "activation of X upstream of Y": is the preposition the end of that? */
static inline bool pq_chunk_is_upstream_of(const pq_parse *p, uint32_t i) {
  const uint32_t begin = p->chunks.at[i].begin;
  return pq_unit_says(p, begin - 1, "upstream") && pq_unit_says(p, begin, "of");
}

/** Let a noun group that only leads to another be about that. */
void pq_lead_read(pq_parse *p, uint32_t chunk);

/** "STAT proteins such as STAT1 and STAT3": the examples go with the rest. */
void pq_lead_examples(pq_parse *p, uint32_t i);

/** "After binding A, ...": does the -ing lead in what its clause says? */
bool pq_lead_is(const pq_parse *p, uint32_t verb);

/** "In response to A, B and C bind D": does the noun group end what leads in?
 */
bool pq_lead_ends(const pq_parse *p, uint32_t noun);

/** Is there a verb group before chunk i in its clause? */
bool pq_list_verb_before(const pq_parse *p, uint32_t i);

/** Is noun group i the subject of a verb that follows? */
bool pq_list_leads_verb(const pq_parse *p, uint32_t i);

/** Does the noun group name a process? */
bool pq_list_is_process(const pq_parse *p, uint32_t i);

/** May noun group b go on with a list that begins with a? */
bool pq_list_fits(const pq_parse *p, uint32_t a, uint32_t b);

/** "A and B until C binds it": is the verb behind noun group i its own? */
bool pq_lead_has_own_verb(const pq_parse *p, uint32_t noun);

/** The noun group that one such as "the rate of E" means, if it is one, else
 * itself.  To what `binds`, "the extracellular region of X" means X. */
uint32_t pq_lead_past(const pq_parse *p, uint32_t chunk, bool binds);

#endif
