/* What an event is made of, and where its themes come from if its own words do
 * not name them. */
#ifndef PQ_CLAIM_SEEK_H
#define PQ_CLAIM_SEEK_H

#include "draft.h"

/** What an event is made of before themes meet sites. */
typedef struct pq_parts {
  pq_names themes, partners, from, to, in, products;
  pq_sites sites;
  bool both_ways; /* "between P and Q": from P to Q, and back */
  bool acts;      /* it brings something about */
  bool inherited;
  bool one_side; /* only partners are said, and not of what */
  pq_sentence_id theme_sentence;
} pq_parts;

/** The kind of a hit's events. */
uint32_t pq_seek_kind(const pq_hit *h);

/** What a theme of the kind may be: PQ_WANT_*. */
unsigned pq_seek_want(const pq_kind *kind);

/** Append what the hit's arguments in a role name. */
PQ_NODISCARD pq_status pq_seek_role(pq_parse *p, const pq_hit *h,
                                    pq_frame_role role, unsigned want,
                                    pq_names *out);

/** Keep what was told: p->memory. */
PQ_NODISCARD pq_status pq_memory_keep(pq_parse *p, const pq_memory *memory);

/** Was it told of this event before? */
bool pq_memory_happened(const pq_parse *p, pq_event_id event);

/** Was it told that this is done to the thing itself? */
bool pq_memory_done_to(const pq_parse *p, uint32_t kind, pq_entity_id theme);

/** What was told last of the kind, or NULL. */
const pq_memory *pq_memory_of_kind(const pq_parse *p, uint32_t kind);

/** Back through all that may be told of residues at a position: the last, and
 * the one before another; they count from 1, 0 is none. */
uint32_t pq_memory_at_site(const pq_parse *p, uint32_t position);
uint32_t pq_memory_before(const pq_parse *p, uint32_t which);

/** Two numbers as one key of a pq_map. */
static inline uint64_t pq_memory_pair(uint32_t a, uint32_t b) {
  return (uint64_t)a << 32 | b;
}

/** Is what it happens to, as far as the words tell, the one that does it?
 * "FURIN cleavage" where the record has said that FURIN cleaves; "LONP1
 * degrades the protein", where somebody else is meant: who does it to itself is
 * called so.
 */
PQ_NODISCARD pq_status pq_seek_is_self(pq_parse *p, const pq_hit *h,
                                       const pq_names *themes, bool *out);

/** Can it have residues? */
bool pq_seek_has_residues(const pq_parse *p, pq_entity_id id);

/** What was remembered becomes the theme. */
void pq_seek_take(const pq_memory *m, pq_parts *out);

/** The protein that all sites of the hit were said to be of becomes its theme.
 */
void pq_seek_owner(const pq_parse *p, const pq_hit *h, pq_parts *out);

/** The noun group that a residue is of whose protein is not said: of "In X," at
 * the start, or of "X is inhibited when S5 is phosphorylated", where nothing
 * else is named; 0 none. */
uint32_t pq_seek_about(const pq_parse *p, const pq_hit *h);

/** "NF-kappaB activation": does a word right before the noun of a hit say what
 * it is of, though it is no name that is known? */
bool pq_seek_is_of_class(const pq_parse *p, const pq_hit *h);

/** Does it happen to what its words name, though no known thing is called so:
 * "activation of these pathways", "expression of many genes"? */
bool pq_seek_is_of_other(const pq_parse *p, const pq_hit *h, const pq_parts *w);

/** What a hit without a theme happens to; an event told before is taken again:
 * h->events. */
PQ_NODISCARD pq_status pq_seek_themes(pq_parse *p, pq_hit *h, uint32_t governor,
                                      pq_parts *w);

/** Add the sites of the hit's arguments. */
void pq_event_collect_sites(const pq_parse *p, const pq_hit *h, pq_parts *out);

/** Is some site one whose protein is said beside it: "T774 of PKN1"? */
bool pq_event_any_owned(const pq_parse *p, const pq_hit *h, const pq_parts *w);

/** An event of the theme with that index, alone or with all that come together,
 * at a site or (NULL) without: h->events. */
PQ_NODISCARD pq_status pq_event_put(pq_parse *p, pq_hit *h, const pq_parts *w,
                                    uint32_t theme, const pq_placed *site);

/** Events of all themes at all sites, or each at its own: h->events. */
PQ_NODISCARD pq_status pq_event_put_sites(pq_parse *p, pq_hit *h,
                                          const pq_parts *w);

/** Add what the hit's arguments in a role name that looks like a chemical and
 * that no lexicon knows. */
PQ_NODISCARD pq_status pq_substance_add(pq_parse *p, const pq_hit *h,
                                        pq_frame_role role, pq_names *out);

/** "A or B forms a complex with C": does each by itself, in the words of the
 * hit, or of the verb that has it? */
bool pq_bond_is_choice(const pq_parse *p, const pq_hit *h, const pq_parts *w);

/** What comes together one by one: partners of dimers, things that bind what
 * has no name.  NULL: all of it at once. */
pq_names *pq_bond_each(const pq_parse *p, const pq_hit *h, pq_parts *w);

/** "NGF binds NTRK1, leading to phosphorylation": which theme of the bond a
 * ligand binds; PQ_THEMES_MOST where neither or both of the two are ligands. */
uint32_t pq_seek_bound_by_ligand(const pq_parse *p, const pq_made *m);

/** "AMP binds AMPK, promoting phosphorylation of T172": of the one of the two
 * that has residues; of A or B if both have, and that is neither.  Is `h` such
 * a bond, that a hit with residues follows from? */
bool pq_seek_sited_of_bond(const pq_parse *p, const pq_hit *h,
                           const pq_hit *governor, pq_parts *out);

/** "Phosphorylation at S5": the theme of the last event of this kind, or what
 * the sentence before was about, if no other is named that the residue may be
 * of. */
void pq_seek_remember(const pq_parse *p, const pq_hit *h, pq_parts *out);

/** "A recruits B after phosphorylation by C": may that happen to A as well as
 * to B? */
bool pq_seek_is_of_either(const pq_parse *p, const pq_hit *h,
                          uint32_t governor);

#endif
