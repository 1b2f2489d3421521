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

/** May the sentence, whose units are read, hold things that only their place
 * tells: "CDPK phosphorylates the nodulin 26"? */
bool pq_coin_may(const pq_parse *p);

/** Make names of them, among the record's mentions.  The units are used up: the
 * sentence is to be read again. */
PQ_NODISCARD pq_status pq_coin_read(pq_parse *p);

/** While they are sought: a group without a name is offered a place. */
void pq_coin_note(pq_parse *p, const pq_place_for *where, uint32_t chunk);

#endif
