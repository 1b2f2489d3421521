/* Things that no lexicon has, told by the place where they stand. */
#ifndef PQ_CLAIM_COIN_H
#define PQ_CLAIM_COIN_H

#include "parse.h"

enum {
  PQ_STRANGE_MOST = 16
};

/** What is found in a sentence. */
typedef struct pq_coins {
  PQ_VEC(pq_mention) names;
  uint32_t n_strange;
  uint32_t strange[PQ_STRANGE_MOST]; /* noun groups of the stretch, without a
                                        name, in places of things */
} pq_coins;

/** A group of words that will be a name. */
typedef struct pq_coin {
  uint32_t begin, end; /* units */
  bool widens;         /* a name is part of it */
} pq_coin;

/** The noun of a name, before its number: "band" of "band 3", "inhibitor" of
 * "inhibitor-1". */
uint32_t pq_coin_head(const pq_parse *p, const pq_coin *words);

/** "nodulin", "isomerase": is the unit a protein's name by its end? */
bool pq_coin_has_protein_end(const pq_parse *p, uint32_t unit);

/** "subunit", "kinase", "receptor", "nodulin": is a protein meant? */
bool pq_coin_is_protein(const pq_parse *p, uint32_t unit);

/** Is it a thing, and no place, process, molecule or class? */
bool pq_coin_is_thing(const pq_parse *p, const pq_mention *m);

/** Does the group name a thing, and no more than where it is, a process or a
 * molecule that its name has: "the nucleocapsid protein", "sucrose-phosphate
 * synthase"? */
bool pq_coin_names_thing(const pq_parse *p, const pq_chunk *c);

/** The name that a noun group is, up to a unit: from behind what leads it and
 * any name that only tells it apart, "the novel CK2 substrate".  False: none.
 */
bool pq_coin_words(const pq_parse *p, const pq_chunk *c, uint32_t end,
                   pq_coin *out);

/** "CaM kinase I": a name that the lexicon has without its number is another
 * one's. */
bool pq_coin_widens(const pq_parse *p, const pq_chunk *c, pq_coin *out);

/** "tropomyosin kinase": no kinase itself, so who phosphorylates it. */
bool pq_coin_names_kinase(const pq_parse *p, const pq_chunk *c, pq_coin *out);

/** May the sentence, whose units are read, hold things that only their place
 * tells: "CDPK phosphorylates the nodulin 26"? */
bool pq_coin_may(const pq_parse *p);

/** Make names of them, among the record's mentions.  The units are used up: the
 * sentence is to be read again. */
PQ_NODISCARD pq_status pq_coin_read(pq_parse *p);

/** While they are sought: a group without a name is offered a place. */
void pq_coin_note(pq_parse *p, const pq_place_for *where, uint32_t chunk);

#endif
