/* From hits with filled roles to happenings: what each word of the stretch says
 * that happens, and which words fill its roles.
 *
 *   "IL6-induced phosphorylation of STAT3 and STAT5A"
 *     hit phosphorylation   inner  phosphorylation(STAT3), ...(STAT5A)
 *                           outer  induced(inner 1, cause IL6), induced(...)
 * As an argument of another word a hit stands for its outer happenings.
 */
#ifndef PQ_CLAIM_HAPPEN_H
#define PQ_CLAIM_HAPPEN_H

#include "draft.h"

enum {
  PQ_FILL_MOST = 24,
  PQ_HAPPENINGS_MOST = 400 /* of a stretch */
};

/** What fills one role, in turns: each makes a happening of its own. */
typedef struct pq_fill {
  pq_filler at[PQ_FILL_MOST];
  uint32_t n;
} pq_fill;

/** Happenings of a hit: ids in a row. */
typedef struct pq_told {
  pq_happening_id first;
  uint32_t n;
} pq_told;

/** The hits of a stretch on their way to happenings. */
typedef struct pq_happener {
  pq_parse *p;
  pq_happening_id begin; /* first of the stretch */
  pq_told *told;         /* by hit: the outer ones */
  bool *done;            /* by hit */
  pq_told *groups;       /* by chunk: those of the process it is about */
  bool *used;            /* by unit: it is a trigger already */
} pq_happener;

/** An empty list in the record's arena, or NULL. */
static inline pq_fill *pq_fill_new(const pq_happener *w) {
  return pq_arena_take(w->p->r->arena, sizeof(pq_fill));
}

/** Append one; more than fit are left out. */
PQ_NODISCARD pq_status pq_happen_put(pq_happener *w, const pq_happening *h,
                                     const pq_filler *fillers, uint32_t n);

/** Processes and pathways that the stretch names. */
PQ_NODISCARD pq_status pq_happen_processes(pq_happener *w);

/** The process that a noun group is about; 0 none. */
pq_happening_id pq_happen_process_of(const pq_happener *w, uint32_t chunk);

/** The name that stands at a span of a sentence, or, for a pronoun there, the
 * last name of the same thing before it; 0 none. */
pq_mention_id pq_happen_mention(const pq_parse *p, pq_entity_id entity,
                                pq_sentence_id sentence, pq_span span);

/** The name of a thing that is not said at `span`: the last before it in the
 * sentence, else the first behind it, else the last of the text before. */
pq_mention_id pq_happen_mention_near(const pq_parse *p, pq_entity_id entity,
                                     pq_span span);

/** Append what an argument names or says that happens. */
PQ_NODISCARD pq_status pq_happen_fill(pq_happener *w, const pq_arg *arg,
                                      pq_part_role role, pq_fill *out);

/** Append the names of some units. */
PQ_NODISCARD pq_status pq_happen_units(pq_happener *w, uint32_t chunk,
                                       uint32_t begin, uint32_t end,
                                       pq_part_role role, pq_fill *out);

/** Append what an argument names of the kinds PQ_WANT_*, as themes. */
PQ_NODISCARD pq_status pq_happen_named(pq_happener *w, const pq_arg *arg,
                                       unsigned want, pq_fill *out);

/** A control by `trigger` over each of `themes`, by each of `causes`, if any.
 */
typedef struct pq_grip {
  pq_span trigger;
  pq_polarity sign;
  bool lacks, aside, loose, negated, hedged, asked, suggested;
  bool direct; /* "mediated": what acts carries out what it acts on */
} pq_grip;

/** What a hit tells that happens, as far as the words around it say it, before
 * its themes and causes are known. */
static inline pq_happening pq_happen_event_of(const pq_parse *p,
                                              const pq_hit *h,
                                              const pq_grip *grip) {
  return (pq_happening){.sort = PQ_HAPPENING_EVENT,
                        .kind = h->trigger->kind,
                        .sentence = p->sentence,
                        .trigger = grip->trigger,
                        .negated = grip->negated,
                        .hedged = grip->hedged,
                        .suggested = grip->suggested,
                        .asked = grip->asked};
}

PQ_NODISCARD pq_status pq_happen_control(pq_happener *w, const pq_grip *grip,
                                         const pq_fill *themes,
                                         const pq_fill *causes, pq_told *out);

/** "A and B activate C and D, respectively": does each of the causes act on one
 * of `n` themes alone? */
bool pq_happen_turns(const pq_happener *w, const pq_fill *causes, uint32_t n);

/** "X catalyzes phosphorylation of Y": X phosphorylates, in a kind of which any
 * name will do.  Causes that are names become causes of the themes. */
PQ_NODISCARD pq_status pq_happen_carry(pq_happener *w, const pq_fill *themes,
                                       const pq_fill *causes);

/** "Phosphorylation of X with PKA": append who does it.  Own names only. */
PQ_NODISCARD pq_status pq_happen_with(pq_happener *w, uint32_t hit,
                                      pq_fill *causes);

/** "When S16 was exchanged, PKA phosphorylated less": in a sentence that tells
 * of phosphorylation each residue is taken for a site of it.  Own names only.
 */
PQ_NODISCARD pq_status pq_happen_sites(pq_happener *w);

/** An event without a theme: residues and who acts, in a kind of which any name
 * will do. */
PQ_NODISCARD pq_status pq_happen_told(pq_happener *w, const pq_happening *h,
                                      const pq_fill *causes,
                                      const pq_sites *sites);

/** What a hit tells that names no theme: residues and who acts, in a kind of
 * which any name will do. */
PQ_NODISCARD pq_status pq_happen_bare(pq_happener *w, uint32_t hit,
                                      const pq_fill *causes,
                                      const pq_grip *grip);

/** The words of a hit that tell of it, and how firmly they do. */
pq_span pq_happen_trigger(const pq_parse *p, const pq_hit *h);
pq_grip pq_happen_grip(const pq_happener *w, uint32_t hit);

/** Places and products of a hit. */
PQ_NODISCARD pq_status pq_happen_others(pq_happener *w, uint32_t hit,
                                        pq_fill *out);

/** What a verb or noun of the event table tells: its happenings. */
PQ_NODISCARD pq_status pq_happen_event(pq_happener *w, uint32_t hit,
                                       pq_told *outer);

/** Who or what acts, as far as no word of its own tells of it. */
PQ_NODISCARD pq_status pq_happen_causes(pq_happener *w, uint32_t hit,
                                        pq_fill *out);

/** Who is called so, where no cause is known: "X (an inhibitor of Y)", "the Y
 * inhibitor, X,". */
PQ_NODISCARD pq_status pq_happen_office(pq_happener *w, uint32_t hit,
                                        pq_fill *out);

/** "IL6-induced ...", "... in response to IL6": a control of its own over what
 * the hit says. */
PQ_NODISCARD pq_status pq_happen_wrap(pq_happener *w, uint32_t hit,
                                      pq_told *outer);

/** "X inhibits Y through phosphorylation of Z": X phosphorylates, and that is
 * what inhibits. */
void pq_happen_lend(pq_parse *p, uint32_t hit);

/** "... in A, but not in B": what a verb told, once more, denied. */
PQ_NODISCARD pq_status pq_happen_elsewhere(pq_happener *w, uint32_t hit,
                                           const pq_told *told);

/** These words are a trigger now. */
void pq_happen_use(pq_happener *w, pq_span trigger);

/** The happenings of a word that stands before what it is said of:
 * "phosphorylated STAT3", "reduced expression", "IL6-induced". */
PQ_NODISCARD pq_status pq_happen_before(pq_happener *w, uint32_t chunk,
                                        uint32_t end, pq_told *outer);
PQ_NODISCARD pq_status pq_happen_adjectives(pq_happener *w);

/** "phosphorylation-dependent": what happens to the things of `themes` before
 * the dash at `unit`, as a cause. */
PQ_NODISCARD pq_status pq_happen_condition(pq_happener *w, uint32_t chunk,
                                           uint32_t unit, const pq_fill *themes,
                                           pq_fill *causes);

/** "site", "element", "sequence": does the word at a unit name a place? */
bool pq_happen_is_place(const pq_parse *p, uint32_t unit);

/** A noun that happens within a group of something else: "phosphorylation sites
 * of X". */
PQ_NODISCARD pq_status pq_happen_inner(pq_happener *w, uint32_t chunk,
                                       uint32_t unit, uint32_t kind);

/** "X binds Y in a phosphorylation-dependent manner": X is phosphorylated, and
 * the binding depends on that. */
PQ_NODISCARD pq_status pq_happen_manners(pq_happener *w);

#endif
