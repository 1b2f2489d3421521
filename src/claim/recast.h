/* Verbs that mean something else with a certain phrase: see recast.c. */
#ifndef PQ_CLAIM_RECAST_H
#define PQ_CLAIM_RECAST_H

#include "parse.h"

/** "targets X for degradation": what the verb is done to happens to it; `as` is
 * what the verb means then. */
void pq_purpose_recast(pq_parse *p, uint32_t hit, const pq_trigger *as);

/** "miR-21 targets X": what the verb means of a microRNA. */
void pq_purpose_silence(const pq_parse *p, pq_hit *h);

/** "Promotes GDP to GTP exchange": what is promoted is the exchange of both. */
void pq_exchange_join(pq_parse *p, uint32_t hit);

/** "X produces B from A": A becomes B, where both are small molecules.  "X
 * cleaves two amino acids from A": A is cleaved. */
void pq_source_recast(pq_parse *p, uint32_t hit);

/** Does the hit tell of cleavage? */
bool pq_source_cleaves(const pq_parse *p, const pq_hit *h);

/** "X exchanges A for B": unless these are nucleotides, X moves both. */
void pq_exchange_recast(const pq_parse *p, pq_hit *h);

/** "Mutation of Y1062 in RET abolishes E": RET promotes it. */
void pq_mutated_recast(pq_parse *p, uint32_t hit);

/** "Plays a role in the regulation of E": regulates E. */
void pq_change_role(pq_parse *p, uint32_t hit);

/** "Causes a decrease in E": decreases E. */
void pq_change_recast(pq_parse *p, uint32_t hit);

/** The same of how much there is of a thing: "leads to decreased X levels". */
void pq_change_amount(pq_parse *p, uint32_t hit);

/** "A inhibits B by phosphorylation at S256": A phosphorylates B, and that
 * inhibits it. */
void pq_means_recast(pq_parse *p, uint32_t hit);

/** Is it the name of one of the things that do what a kind of event says: a
 * kinase, that phosphorylates? */
bool pq_argument_is_doer(const pq_parse *p, uint32_t unit, const pq_kind *kind);

/** "The formation of the A:B complex": its assembly. */
void pq_bond_whole(pq_parse *p, pq_hit *h);

/** "A binds B to form a complex": let what is formed be of both. */
void pq_bond_lend(pq_parse *p, uint32_t verb, uint32_t noun);

/** "reduces iron": does the hit say that what it is done to takes electrons, so
 * that there is no less of it? */
bool pq_redox_is(const pq_parse *p, const pq_hit *h);

/** "A ubiquitinates B, thereby recruiting C": let A bring C there without
 * binding it. */
void pq_drawn_recast(const pq_parse *p, pq_hit *h);

#endif
