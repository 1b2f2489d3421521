/* What leads in, before the subject: "After binding A, ...", "In response to A,
 * B and C bind D". */
#include "clause.h"
#include "list.h"

bool pq_lead_is(const pq_parse *p, uint32_t verb) {
  return p->chunks.at[verb].form == PQ_VERB_ING &&
         pq_chunk_is(p, verb - 1, PQ_CHUNK_PREPOSITION) &&
         (verb == 2 || pq_chunk_is(p, verb - 2, PQ_CHUNK_STOP));
}

bool pq_lead_ends(const pq_parse *p, uint32_t i) {
  if (!pq_chunk_is(p, i + 1, PQ_CHUNK_COMMA)) return false;
  uint32_t k = i;
  while (k > 1 && (pq_chunk_is(p, k - 1, PQ_CHUNK_PREPOSITION) ||
                   pq_chunk_is(p, k - 1, PQ_CHUNK_NOUN) ||
                   (pq_chunk_is(p, k - 1, PQ_CHUNK_VERB) &&
                    p->chunks.at[k - 1].form != PQ_VERB_FINITE))) {
    --k;
  }
  const bool begins = k == 1 || pq_chunk_is(p, k - 1, PQ_CHUNK_STOP);
  return k < i && begins && !pq_chunk_is(p, k, PQ_CHUNK_NOUN);
}

/* "A binds B, but in response to C, A binds D": the phrase leads in what
 * follows. */
bool pq_lead_next(const pq_parse *p, uint32_t i) {
  uint32_t k = i;
  while (p->chunks.at[k].next) {
    k = p->chunks.at[k].next;
  }
  return pq_chunk_is(p, i - 2, PQ_CHUNK_AND) &&
         pq_chunk_is(p, i - 3, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 1, PQ_CHUNK_COMMA) &&
         pq_chunk_is(p, k + 2, PQ_CHUNK_NOUN) && pq_walk_has_verb(p, k + 2);
}
