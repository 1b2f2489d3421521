/* Parts of what pronouns mean: see refer_verb.c and refer_apposed.c. */
#ifndef PQ_CLAIM_REFER_H
#define PQ_CLAIM_REFER_H

#include "clause.h"

/* refer_number.c: one thing or several */

/** The first of the list that a chunk belongs to. */
uint32_t pq_refer_first_of(const pq_parse *p, uint32_t i);

/** Is it several, by its look? */
bool pq_refer_is_many(const pq_parse *p, uint32_t i);

/** "dNTPs", "MAPKs": an s behind a capital or a digit? */
bool pq_refer_is_plural(const pq_parse *p, const pq_chunk *c);

/** "A and B": two names at least? */
bool pq_refer_is_list(const pq_parse *p, uint32_t k);

/** One protein or the like, and no list? */
bool pq_refer_is_one(const pq_parse *p, uint32_t k);

/** What "it" or "they" means that a clause begins with, by its number: the
 * subject before, or else the one thing that its verb acts on; 0 none. */
uint32_t pq_refer_agreeing(const pq_parse *p, uint32_t subject, uint32_t noun);

/** "EIF2AK1, a kinase that phosphorylates X": let the kinase be EIF2AK1. */
void pq_refer_appose(pq_parse *p, uint32_t noun);

/** "The protein encoded by X": let it be X. */
void pq_refer_encode(pq_parse *p, uint32_t noun);

/** "X acts as a kinase that phosphorylates Y": let the kinase be X. */
void pq_refer_as(pq_parse *p, uint32_t subject, uint32_t noun);

/** "binds it and causes its E": is "its" of the same as `*it`? */
bool pq_refer_is_of_it(const pq_parse *p, uint32_t noun, uint32_t *it);

/** "A binds X mRNA until B phosphorylates it": may "it" be what group `k`
 * names?
 */
bool pq_refer_may_undergo(const pq_parse *p, uint32_t noun, uint32_t k);

/* Each gives the noun group that "its" or "it" in the noun group `noun` means
 * by the verb before it, as an index of chunks; 0 none. */

/** "binds the MYC promoter with B and prevents its transcription": of MYC. */
uint32_t pq_refer_gene(const pq_parse *p, uint32_t noun);

/** "A recruits B to C, leading to its degradation": B. */
uint32_t pq_refer_done_to(const pq_parse *p, uint32_t noun);

/** "A is phosphorylated upon B stimulation, allowing it to recruit C": A. */
uint32_t pq_refer_undergone(const pq_parse *p, uint32_t noun);

/** "A recruits B to C and activates it": B. */
uint32_t pq_refer_recruited(const pq_parse *p, uint32_t noun);

/** "A ubiquitinates B, which targets it for E": B. */
uint32_t pq_refer_primed(const pq_parse *p, uint32_t noun);

/** "its association with X and its localization": of the same. */
uint32_t pq_refer_said_of(const pq_parse *p, uint32_t noun);

/** "A is phosphorylated by B, which inhibits its C": A, where `subject`, B, is
 * what stands before "which"; else `subject`. */
uint32_t pq_refer_who_undergoes(const pq_parse *p, uint32_t subject);

/** May "its" in the noun group `noun` mean the subject of its clause: one that
 * has a name, "X loses its E"?  Not in "Y brings about its E", where the
 * sentence before was about X, nor in "this leads to its E". */
bool pq_refer_may_own(const pq_parse *p, uint32_t subject, uint32_t noun);

/** Does "its" in the noun group `noun` mean what another "its" or "it" before
 * it means, whatever that is?  Then it has what that has. */
bool pq_refer_with_another(pq_parse *p, uint32_t noun);

/** "A phosphorylates it at S5, which primes it for E": what the pronoun before
 * means, that something was done to, where this is not `subject`, which does
 * it; 0 none. */
uint32_t pq_refer_same(const pq_parse *p, uint32_t noun, uint32_t subject);

/** "A recruits B so that | it dimerizes": B; 0 where that may be A as well.
 * `*told`: "so that" tells, and no more is to be sought. */
uint32_t pq_refer_for_purpose(const pq_parse *p, uint32_t noun, bool *told);

/** "the receptor", "this kinase": what was named before? */
bool pq_refer_is_class(const pq_parse *p, uint32_t k);

/** "X requires Y for its E": is "its" in the noun group of the subject? */
bool pq_refer_needs_for(const pq_parse *p, const pq_clause *now, uint32_t noun);

/** "X impairs chloride transport and reduces its stability": does "its" in the
 * noun group pass over what `theme` names, a small molecule that no such thing
 * happens to? */
bool pq_refer_passes(const pq_parse *p, uint32_t noun, const pq_arg *theme);

/** "X recruits Y to the membrane, | where it ...", "transport of Y to Z,
 * where": what was brought there; 0 none. */
uint32_t pq_refer_brought_there(const pq_parse *p, uint32_t noun);

/** "Phosphorylation of X makes room for Y and prevents its E": of X, where Y,
 * the group `near`, is only said by the way; else `near`. */
uint32_t pq_refer_of_event(const pq_parse *p, const pq_clause *now,
                           uint32_t noun, uint32_t near);

#endif
