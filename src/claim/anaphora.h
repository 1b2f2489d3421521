/* What words mean that name nothing: "it", "this kinase", "these sites". */
#ifndef PQ_CLAIM_ANAPHORA_H
#define PQ_CLAIM_ANAPHORA_H

#include "parse.h"

/** What a noun group without a name means: "it", "the receptor itself".  At
 * most PQ_TOPICS_MOST things. */
PQ_NODISCARD pq_status pq_anaphor_find(pq_parse *p, uint32_t chunk,
                                       pq_entity_id *out, uint32_t *n);

/** How many things "its" may mean at the begin of a noun group, or "it" that a
 * verb acts on, if that is nothing that the sentence names: what the sentence
 * before was about, or said that something happens to.  0, 1, which is `*one`,
 * or 2 for more. */
uint32_t pq_anaphor_owners(const pq_parse *p, uint32_t chunk,
                           pq_entity_id *one);

/** The one thing that it means, or 0. */
pq_entity_id pq_anaphor_whose(const pq_parse *p, uint32_t chunk);

/** "These genes", "the two cytokines": the members of the list that was named
 * last, PQ_TOPICS_MOST at most.  How many; 0 if the group means none. */
uint32_t pq_anaphor_list(const pq_parse *p, uint32_t chunk, pq_entity_id *out);

/** Is the noun group one of these, whether a list was named or not? */
bool pq_anaphor_is_list(const pq_parse *p, const pq_chunk *c);

/** "both proteins", "these two kinases": does the noun group mean two things
 * said before? */
bool pq_anaphor_is_pair(const pq_parse *p, const pq_chunk *c);

/** The event that a bare "this" means: the last one told; NULL if the group is
 * no such word, or there was none. */
const pq_memory *pq_anaphor_this(const pq_parse *p, uint32_t chunk);

/** Does the noun group mean residues said before: "this site", "both residues"?
 */
bool pq_anaphor_is_site(const pq_parse *p, uint32_t chunk);

/** Does the noun group speak of an event said before: "this phosphorylation"?
 */
bool pq_anaphor_event(const pq_parse *p, const pq_hit *h);

/** Keep what the sentence at hand was about, for the next one's "it" and
 * "they": the subject of its main clause, or what was spoken of before and
 * still is. */
PQ_NODISCARD pq_status pq_topic_keep(pq_parse *p);

/** The subject of the sentence before: one thing for "it", several for "they".
 * How many, PQ_TOPICS_MOST at most; 0 none. */
uint32_t pq_topic_meant(const pq_parse *p, uint32_t chunk, bool plural,
                        pq_entity_id *out);

/** "It is degraded", "it enters the nucleus": does something happen to it? */
bool pq_topic_undergoes(const pq_parse *p, uint32_t chunk);

/** "It is then", "is thereby": does it go on with what was done to it? */
bool pq_topic_goes_on(const pq_parse *p, uint32_t chunk);

/** The last two things that "and" joins before byte `at`, here or in the
 * sentence before: the first of them, as an index of mentions; 0 none. */
uint32_t pq_anaphor_last_pair(const pq_parse *p, uint32_t at);

/** The same of this sentence alone. */
uint32_t pq_anaphor_pair_here(const pq_parse *p, uint32_t at);

/** "both", "both kinases", "both of them"? */
bool pq_anaphor_says_both(const pq_parse *p, uint32_t chunk);

/** "SRC binds FYN.  Both kinases ...": the two that are joined, or all that the
 * clauses or the sentence before names, where that is not known by other words.
 * 2, or 1 where one name is of two, or 0. */
uint32_t pq_anaphor_both(const pq_parse *p, uint32_t chunk, pq_entity_id *out);

/** Is the thing of a class of nouns: "kinase"? */
bool pq_anaphor_is_a(const pq_parse *p, uint32_t class_noun, pq_entity_id id);

#endif
