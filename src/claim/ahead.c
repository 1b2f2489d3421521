/* What leads in, before the subject: "After binding A, ...", "In response to A,
 * B and C bind D". */
#include "parse.h"

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
                    p->chunks.at[k - 1].form == PQ_VERB_ING))) {
    --k;
  }
  const bool begins = k == 1 || pq_chunk_is(p, k - 1, PQ_CHUNK_STOP);
  return k < i && begins && pq_chunk_is(p, k, PQ_CHUNK_PREPOSITION);
}
