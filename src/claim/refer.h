/* Whom pronouns mean: the ways to know, which refer.c asks in turn. */
#ifndef PQ_CLAIM_REFER_H
#define PQ_CLAIM_REFER_H

#include "clause.h"

/** How a pronoun is used. */
typedef enum pq_pronoun_use {
  PQ_ITS = 1,     /* "its E", "their E" */
  PQ_IT_DONE = 2, /* "binds it", "binding of it" */
  PQ_IT_DOES = 4  /* "it binds", "where its E", that a clause begins with */
} pq_pronoun_use;

typedef struct pq_pronoun {
  const pq_parse *p;
  const pq_walker *w;
  const pq_clause *now; /* the clause that it stands in */
  uint32_t noun;        /* the noun group that it stands in */
  pq_pronoun_use use;
  bool own;    /* "its", whatever its use */
  bool object; /* behind a verb or a preposition */
} pq_pronoun;

/** What a way tells of a pronoun: nothing; that it means a noun group; or, with
 * chunk 0, that it may mean two, or what no word of the sentence names. */
typedef struct pq_meant {
  bool told;
  uint32_t chunk;
} pq_meant;

#define PQ_NOT_TOLD ((pq_meant){.told = false})
#define PQ_NOBODY   ((pq_meant){.told = true})

/** Told, and so is 0. */
static inline pq_meant pq_meant_for(uint32_t chunk) {
  return (pq_meant){.told = true, .chunk = chunk};
}

/** Told, but for 0. */
static inline pq_meant pq_meant_if(uint32_t chunk) {
  return (pq_meant){.told = chunk != 0, .chunk = chunk};
}

/* ---- "it" that a clause begins with: refer_clause.c ---- */

/** "X recruits Y to the membrane, | where it ...", "transport of Y to Z,
 * where": what was brought there. */
pq_meant pq_refer_brought_there(const pq_pronoun *it);

/** "A recruits B so that | it dimerizes": B, which that is done to for it; of A
 * or B, where they bind, nobody. */
pq_meant pq_refer_for_purpose(const pq_pronoun *it);

/** "A ubiquitinates, or binds, B when it is phosphorylated": nobody, for it may
 * be either. */
pq_meant pq_refer_when_done(const pq_pronoun *it);

/** "A dissociates from B after it ...": so too. */
pq_meant pq_refer_bound(const pq_pronoun *it);

/** "A ubiquitinates B; it is then degraded": B. */
pq_meant pq_refer_half(const pq_pronoun *it);

/** The subject before, or else the one thing that its verb acts on, by their
 * number. */
pq_meant pq_refer_subject_before(const pq_pronoun *it);

/* ---- by the clause: refer_clause.c ---- */

/** "A degrades B, and its expression, its loss ...": A's, for that goes on
 * about what A is and not about what A does. */
pq_meant pq_refer_goes_on(const pq_pronoun *it);

/** "X does Y, which leads to its Z", "which relieves its Z": of Y, which stands
 * before "which", or of what that is done to. */
pq_meant pq_refer_of_which(const pq_pronoun *it);

/** "X is recruited to Y through its interaction with Z": of X. */
pq_meant pq_refer_means(const pq_pronoun *it);

/** "X requires Y for its E": of X. */
pq_meant pq_refer_need(const pq_pronoun *it);

/** "A binds B until C phosphorylates it": nobody, for it may be either. */
pq_meant pq_refer_until(const pq_pronoun *it);

/** "When A binds B, C cleaves it", "C increases its E": nobody, for it may be
 * either. */
pq_meant pq_refer_when_bound(const pq_pronoun *it);

/** "A is phosphorylated by X, which inhibits it": A. */
pq_meant pq_refer_done_by_which(const pq_pronoun *it);

/* ---- by a verb before: refer_verb.c ---- */

/** The last finite verb up to chunk i; 0 none. */
uint32_t pq_refer_finite(const pq_parse *p, uint32_t i);

/** "binds the MYC promoter with B and prevents its transcription": of MYC. */
pq_meant pq_refer_gene(const pq_pronoun *it);

/** "A recruits B to C, leading to its degradation": B. */
pq_meant pq_refer_done_to(const pq_pronoun *it);

/** "A is phosphorylated upon B stimulation, allowing it to recruit C": A. */
pq_meant pq_refer_undergone(const pq_pronoun *it);

/** "A recruits B to C and activates it": B. */
pq_meant pq_refer_recruited(const pq_pronoun *it);

/** "A ubiquitinates B, which targets it for E": B. */
pq_meant pq_refer_primed(const pq_pronoun *it);

/** "its association with X and its localization": of the same. */
pq_meant pq_refer_said_of(const pq_pronoun *it);

/** "A is phosphorylated by B, which inhibits its C": A, where `subject`, B, is
 * what stands before "which"; else `subject`. */
uint32_t pq_refer_who_undergoes(const pq_parse *p, uint32_t subject);

/** "A binds X mRNA until B phosphorylates it": may "it" be what group `k`
 * names?
 */
bool pq_refer_may_undergo(const pq_parse *p, uint32_t noun, uint32_t k);

/** "X impairs chloride transport and reduces its stability": does "its" in the
 * noun group pass over what `theme` names, a small molecule that no such thing
 * happens to? */
bool pq_refer_passes(const pq_parse *p, uint32_t noun, const pq_arg *theme);

/** "Phosphorylation of X makes room for Y and prevents its E": of X, where Y,
 * the group `near`, is only said by the way; else `near`. */
uint32_t pq_refer_of_event(const pq_parse *p, const pq_clause *now,
                           uint32_t noun, uint32_t near);

/* ---- by a pronoun before: refer_before.c ---- */

/** Does "its" mean what another "its" or "it" before it means?  Then that, or
 * nobody of this sentence. */
pq_meant pq_refer_with_another(const pq_pronoun *it);

/** "A phosphorylates it at S5, which primes it for E": what the pronoun before
 * means, that something was done to, where that is not the subject, which does
 * it. */
pq_meant pq_refer_acted_on(const pq_pronoun *it);

/** "When it binds A, B cleaves it": the same, which is not the subject. */
pq_meant pq_refer_repeated(const pq_pronoun *it);

/** May "its" in the noun group `noun` mean the subject of its clause: one that
 * has a name, "X loses its E"?  Not in "Y brings about its E", where the
 * sentence before was about X, nor in "this leads to its E". */
bool pq_refer_may_own(const pq_parse *p, uint32_t subject, uint32_t noun);

/* ---- by the place: refer_near.c ---- */

/** The nearest thing that may be meant and is not the subject. */
pq_meant pq_refer_near(const pq_pronoun *it);

/** The subject of its clause, where "its" may be of that. */
pq_meant pq_refer_subject(const pq_pronoun *it);

/* ---- one thing or several: refer_number.c ---- */

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

/* ---- other names for what is named beside them: refer_apposed.c ---- */

/** "EIF2AK1, a kinase that phosphorylates X": let the kinase be EIF2AK1. */
void pq_refer_appose(pq_parse *p, uint32_t noun);

/** "The protein encoded by X": let it be X. */
void pq_refer_encode(pq_parse *p, uint32_t noun);

/** "X acts as a kinase that phosphorylates Y": let the kinase be X. */
void pq_refer_as(pq_parse *p, uint32_t subject, uint32_t noun);

/** "the receptor", "this kinase": what was named before? */
bool pq_refer_is_class(const pq_parse *p, uint32_t k);

/** "until it is degraded": does the noun group begin a clause behind a
 * preposition? */
bool pq_refer_begins_clause(const pq_parse *p, uint32_t noun);

#endif
