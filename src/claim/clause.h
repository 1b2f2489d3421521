/* What the walk over a sentence's chunks carries. */
#ifndef PQ_CLAIM_CLAUSE_H
#define PQ_CLAIM_CLAUSE_H

#include "parse.h"

enum {
  PQ_LEADS_MOST = 3
};

/** "In response to X," before the subject. */
typedef struct pq_lead {
  uint32_t preposition, noun;
} pq_lead;

typedef struct pq_clause {
  uint32_t first;   /* chunk */
  uint32_t subject; /* noun chunk; 0 none */
  uint32_t verb;    /* the last verb chunk; 0 none */
  uint32_t object;  /* of the last verb; 0 none */
  uint32_t gap;     /* noun chunk whose verb is left out */
  uint32_t about;   /* of "to which": the noun chunk that it means; 0 none */
  uint32_t told;    /* of "a process that": the chunk of what happens */
  uint32_t under;   /* the last verb, if it is "to do" or "doing"; 0 else ... */
  uint32_t doer;    /* ... the noun chunk that does it, ... */
  uint32_t cause;   /* ... or the verb chunk that it follows from; 0 none ... */
  uint32_t outer;   /* ... and the hit that acts on it; 0 none */
  bool relative, event_subject, after_comma;
  pq_lead leads[PQ_LEADS_MOST];
  uint32_t n_leads;
} pq_clause;

typedef struct pq_walker {
  pq_parse *p;
  pq_clause stack[PQ_CLAUSES_MOST];
  uint32_t depth; /* at least 1 */
  uint32_t last_noun, number;
  uint32_t last_subject; /* of a clause before, with a name; 0 none */
  uint32_t main_subject; /* the same, but of no relative clause */
  pq_clause main;        /* that a clause of "when" stands behind, ... */
  uint32_t main_number;  /* ... and its number; 0 none */
  uint32_t dangling;     /* chunk of "once phosphorylated,": wants a subject */
  pq_status status;
} pq_walker;

static inline pq_clause *pq_walk_top(pq_walker *w) {
  return &w->stack[w->depth - 1];
}

/** A new clause at the ground. */
void pq_walk_restart(pq_walker *w, uint32_t chunk);

/** A clause upon the one at hand. */
void pq_walk_push(pq_walker *w, uint32_t chunk, uint32_t subject);

/** "which": a clause about what stands before it. */
void pq_walk_relative(pq_walker *w, uint32_t chunk);

/** What the verb says with its "for": "targets X for degradation" promotes it;
 * else its own trigger.  Never NULL. */
const pq_trigger *pq_purpose_ahead(const pq_parse *p, const pq_hit *h);

/** "X is cleaved, a process that": the chunk of what that happens to be, a verb
 * or a noun; 0 if the noun group is no such word. */
uint32_t pq_step_told(const pq_walker *w, uint32_t noun);

/** "only when X is active": let what the clause before tells depend on that. */
void pq_step_only(pq_walker *w, uint32_t when);

/** "has a motif to which X binds", "at S5, which binds X": the noun group of
 * what has such a site, or is meant itself; 0 none. */
uint32_t pq_step_site_of(const pq_walker *w, uint32_t noun);

/** "to which X binds": let the verb have what "which" means. */
void pq_step_which(pq_walker *w, uint32_t verb);

/** What the clause says that happens: its verb, or where that is "occurs", its
 * subject. */
uint32_t pq_walk_told(const pq_walker *w);

/** "A binds B in complex with C and recruits D": a finite verb behind "and"
 * goes on with A. */
void pq_walk_leave(pq_walker *w, uint32_t verb);

/** A noun group becomes the subject of a verb group. */
void pq_verb_subject(pq_walker *w, uint32_t verb, uint32_t noun);

/** Let a finite verb have its subject, or what happened, where that leads to
 * it. Does it go `on` with the verb before; `outer` is the one that a relative
 * clause stands in. */
void pq_verb_give_subject(pq_walker *w, uint32_t verb, bool on, uint32_t outer);

/** Does a verb behind "and" go on with "to do" or "doing" before it: "allows X
 * to do A and do B"?  Then it has what that has. */
bool pq_walk_joined(pq_walker *w, uint32_t i);

/** Is it a verb behind "and" that goes on with the verb before it? */
bool pq_verb_goes_on(pq_walker *w, uint32_t i);

/** A finite verb group; does it go `on` with the one before? */
void pq_verb_finite(pq_walker *w, uint32_t i, bool on);

/** A participle without "is": "RUNX2 phosphorylated by ERKs". */
void pq_verb_reduced(pq_walker *w, uint32_t i);

/** ", leading to ...": what the verb group `before` tells becomes the subject.
 * False if it is no happening, or the verb takes none. */
bool pq_verb_event_acts(pq_parse *p, uint32_t verb, uint32_t before);

/** "the reaction of A and B | to form C": is C the product of what is told? */
bool pq_verb_product(pq_parse *p, uint32_t i);

/** An infinitive: whose it is, and what it is to the verb before it. */
void pq_walk_infinitive(pq_walker *w, uint32_t i);

/** "prevents X from binding Y": is the verb group what X is kept from? */
bool pq_walk_kept_from(pq_walker *w, uint32_t i);

/** "assists X in | binding Y": does what the object does take the verb? */
bool pq_walk_assisted(pq_walker *w, uint32_t i);

/** "protects X from degradation": X is degraded, and that is what the verb
 * holds off.  Is all said of the noun group behind "from"? */
bool pq_walk_held_off(pq_walker *w, uint32_t noun);

/** A verb group: its subject, and what it goes on with. */
void pq_walk_verb(pq_walker *w, uint32_t chunk);

/** "A does B through interaction with C": let A bind C. */
void pq_bond_means(pq_walker *w, uint32_t noun);

/** "in a JAK2-dependent manner": let what the clause tells depend on JAK2.
 * False if the noun group is no such manner. */
bool pq_manner_take(pq_walker *w, uint32_t noun);

/** A noun group behind a preposition: what takes it. */
void pq_walk_phrase(pq_walker *w, uint32_t i);

/** Where the noun behind a preposition goes at a hit. */
pq_place_for pq_phrase_place(const pq_parse *p, uint32_t hit,
                             uint32_t preposition);

/** "X is a kinase of Y": let the noun tell what such an enzyme does, if it is
 * one.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_office_make(pq_parse *p, uint32_t subject,
                                      uint32_t noun);

/** "X is a homodimer", "functions as a homodimer": let X come together, where
 * the noun group says so.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_oligomer_make(pq_parse *p, uint32_t subject,
                                        uint32_t noun);

/** Does the noun say what its subject is: "an inhibitor", "a docking site";
 * does it act, or is it part of something: "an inhibitor of X", "a subunit of
 * X"? */
bool pq_office_is(const pq_parse *p, uint32_t noun);
bool pq_office_acts(const pq_parse *p, uint32_t noun);

/** "plays a role in", "is an inhibitor of": let the subject of the verb act in
 * what the noun says. */
void pq_office_lend(pq_parse *p, uint32_t subject, uint32_t noun);

/** The same for each of a list: "is an inhibitor of Y and an activator of Z".
 */
void pq_office_lend_all(pq_parse *p, uint32_t subject, uint32_t noun);

/** "A phosphorylates and B dephosphorylates C": C is the object of the first
 * verb, too. */
void pq_raise_object(pq_parse *p, uint32_t verb, uint32_t noun);

/** "A activates, whereas B inhibits, C": C is the object of both.  False if it
 * is not. */
bool pq_raise_closed(pq_parse *p, uint32_t noun);

/** Is the noun group the subject of a verb that follows? */
bool pq_walk_has_verb(const pq_parse *p, uint32_t noun);

/** "A binds B, but in response to C, A binds D": does the phrase of a noun
 * group lead in what follows? */
bool pq_lead_next(const pq_parse *p, uint32_t noun);

/** "A is done at B and C at D", "A does B at C and D at E": a noun, or a noun
 * behind a preposition, for which the verb is said only once.  False if it is
 * no such noun. */
bool pq_gap_noun(pq_walker *w, uint32_t noun);
bool pq_gap_phrase(pq_walker *w, uint32_t noun);

/** "A binds B through D and C through E": C is an object more.  False if the
 * noun is none. */
bool pq_gap_object(pq_walker *w, uint32_t noun);

/** "whereas C does not", "as is D": a verb group that stands for a verb said
 * before says it once more. */
void pq_gap_verb(pq_walker *w, uint32_t verb);

/** The same for "nor does", and what may stand for it, before a noun group. */
void pq_gap_turned(pq_walker *w, uint32_t lead);

/** What a pronoun in the noun group means, as far as this sentence tells. */
void pq_refer_noun(pq_walker *w, uint32_t noun);

/** The name of the way by which it was found, for `explain --trace`. */
const char *pq_refer_way(uint8_t way);

/** The noun group that a relative clause behind noun group `last` is about, if
 * that hangs on it and it is another name for what stands before: "EIF2AK1, a
 * kinase of the response that ..."; else 0. */
uint32_t pq_refer_apposed(const pq_parse *p, uint32_t last);

/** "Phosphorylation of X is JAK2-dependent": let what happens depend on the
 * name in the noun group behind the verb. */
void pq_quality_take(pq_parse *p, uint32_t subject, uint32_t verb,
                     uint32_t noun);

/** "X undergoes inhibition by Y": let the subject be what is inhibited. */
void pq_quality_undergoes(pq_parse *p, uint32_t subject, uint32_t verb,
                          uint32_t noun);

/** "X is a substrate for phosphorylation by Y": let the subject be what it
 * happens to.  False if that is not said. */
bool pq_quality_suffers(pq_walker *w, uint32_t noun);

/** "X dissociates from Y", but "X dissociates Y from Z": before an active verb
 * gets an object, where without one its subject is what the object is. */
void pq_verb_subject_acts(pq_parse *p, pq_hit *h);

#endif
