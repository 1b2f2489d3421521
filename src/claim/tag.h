/* What decides what a unit does: the units beside it, and small words. */
#ifndef PQ_CLAIM_TAG_H
#define PQ_CLAIM_TAG_H

#include "parse.h"

/** The unit before or behind i that is no adverb, or 0. */
uint32_t pq_tag_before(const pq_parse *p, uint32_t i);
uint32_t pq_tag_behind(const pq_parse *p, uint32_t i);

static inline bool pq_tag_is_noun_like(pq_tag tag) {
  return tag == PQ_TAG_NOUN || tag == PQ_TAG_DETERMINER;
}

/** Can the unit begin a noun group? */
bool pq_tag_begins_noun(const pq_parse *p, uint32_t i);

bool pq_tag_is_preposition(const pq_parse *p, uint32_t i);

/** Is it a mark or an "and", or is there nothing? */
bool pq_tag_is_end(const pq_parse *p, uint32_t i);

/** "IL6 binding | induces X": is it a verb, and no noun that is bound? */
bool pq_tag_is_clear_verb(const pq_parse *p, uint32_t i);

/** "GTP | bound | RHOJ binds X": does RHOJ, with GTP, do so? */
bool pq_tag_is_bound(const pq_parse *p, uint32_t i);

/** Does the stretch before i hold a verb since its last break? */
bool pq_tag_has_verb(const pq_parse *p, uint32_t i);

/** The same, but for a verb of a clause that a comma and "and" set apart. */
bool pq_tag_has_own_verb(const pq_parse *p, uint32_t i);

/** "called", "termed": does a name follow? */
bool pq_tag_is_naming(const pq_parse *p, uint32_t unit);

/** Is the noun group that ends with the unit one of many? */
bool pq_tag_is_plural(const pq_parse *p, uint32_t i);

/** "JAK2, a kinase, forms": does the comma at `comma` close what another one
 * opens behind the subject?  Where that one stands, or 0. */
uint32_t pq_tag_aside(const pq_parse *p, uint32_t comma);

/** A word like "bind" behind one with the tag `prev`: is it a verb? */
bool pq_tag_base_is_verb(const pq_parse *p, uint32_t i, pq_tag prev);

/** A word in -ing behind one with the tag `prev`: is it what somebody does ("by
 * binding X"), and no noun ("the binding of X")? */
bool pq_tag_ing_is_verb(const pq_parse *p, uint32_t i, pq_tag prev);

/** "phosphorylation of A, but not that of B": what "that" stands for happens to
 * B. */
void pq_tag_stand_ins(pq_parse *p);

/** "nor does": does the phrase turn verb and subject? */
bool pq_tag_turns(const pq_parse *p, uint32_t i);

/** "the serine/threonine kinase AKT1": does the mark keep one group together?
 */
bool pq_tag_joins_residues(const pq_parse *p, uint32_t i);

/** The tag of a mark before unit `next`. */
pq_tag pq_tag_mark(const pq_unit *u, const pq_unit *next);

/** "is most strongly phosphorylated", "most efficiently binds": does "most"
 * tell how, and not of "the most highly conserved residue"? */
bool pq_tag_is_degree(const pq_parse *p, uint32_t i);

/** Is it "this" or "it", of one thing? */
bool pq_tag_is_this(const pq_parse *p, uint32_t i);

/** "both", "it", "these": by its neighbours; PQ_TAG_VERB where they do not
 * tell.
 */
pq_tag pq_tag_pronoun(const pq_parse *p, uint32_t i);

/** The tag of a word that does not ask its neighbours; PQ_TAG_VERB where they
 * must be asked. */
pq_tag pq_tag_small(const pq_parse *p, uint32_t i);

/** "glioma inactivated | 1 (LGI1)", "SET domain containing | 6 (SETD6)": is it
 * a word of a name that ends in the number of its symbol? */
bool pq_tag_is_in_name(const pq_parse *p, uint32_t i);

/** "XKR8 cleaved by CASP3 scrambles lipids": is a word in -s behind a name,
 * that nobody knows, the verb of a clause that has no other? */
bool pq_tag_is_strange_verb(const pq_parse *p, uint32_t i);

/** ", unmasking its signal": a verb that no rule knows? */
bool pq_tag_is_strange_ing(const pq_parse *p, uint32_t i);

/** "A binds B, and the fragment of it | forms C": is the comma the only one
 * since the verb before, so that there is no list? */
bool pq_tag_begins_clause(const pq_parse *p, uint32_t i);

/** Does another verb follow in the clause: "A, B, activated C and D | bind"? */
bool pq_tag_verb_follows(const pq_parse *p, uint32_t i);

/** Is a word in -ed, or a participle, a verb here? */
bool pq_tag_done_is_verb(pq_parse *p, uint32_t i, pq_tag prev);

/** "results | in", "leads | to": does the word at `next` lead to the object of
 * the verb at the unit? */
bool pq_tag_leads(const pq_parse *p, uint32_t i, uint32_t next);

/** "after", "until": may a clause begin behind the unit? */
bool pq_tag_leads_clause(const pq_parse *p, uint32_t i);

/** "After | A has done B, | C does D": does a clause begin with the name at the
 * unit? */
bool pq_tag_begins_own(const pq_parse *p, uint32_t at);

/** Is what the verb at the unit says said of who does it: "moved", "dimerized"?
 */
bool pq_tag_is_of_itself(const pq_parse *p, uint32_t i);

/** "X bound A and | phosphorylated B": does a word in -ed go on with what the
 * subject did? */
bool pq_tag_goes_on_in_past(const pq_parse *p, uint32_t i);

#endif
