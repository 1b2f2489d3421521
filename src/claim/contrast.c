/* What is named only to be set aside: "phosphorylates A rather than binding B",
 * "by A instead of by B", "degradation rather than activation". */
#include "parse.h"

static bool sets_aside(const pq_parse *p, uint32_t chunk) {
  return pq_chunk_is(p, chunk, PQ_CHUNK_PREPOSITION) &&
         pq_view_same(p->chunks.at[chunk].slot, PQ_LIT("rather than"));
}

bool pq_contrast_drops(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t first =
      c->kind == PQ_CHUNK_NOUN && c->prior ? c->prior : chunk;
  return sets_aside(p, first - 1) ||
         (pq_chunk_is(p, first - 1, PQ_CHUNK_PREPOSITION) &&
          sets_aside(p, first - 2));
}
