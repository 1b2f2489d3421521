/* What a verb that only joins says of its subject beside a name: on whom what
 * happens depends, and what a thing is a substrate for. */
#include "clause.h"

void pq_quality_take(pq_parse *p, uint32_t subject, uint32_t verb,
                     uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const uint32_t hit = subject ? p->chunks.at[subject].hit : 0;
  const pq_unit *const u = &p->units.at[c->end - 1];
  if (!hit || c->end < c->begin + 3 || !u->compound ||
      u->compound == UINT32_MAX ||
      p->units.at[c->end - 3].kind != PQ_UNIT_NAME) {
    return;
  }
  const pq_compound *const how = &p->g->compounds.at[u->compound - 1];
  pq_hit_add(p, hit,
             (pq_arg){.role = pq_compound_role(how),
                      .chunk = noun,
                      .begin = c->end - 3,
                      .end = c->end - 2,
                      .how = u->span,
                      .relation = how->relation,
                      .polarity = how->polarity,
                      .negated = p->chunks.at[verb].negated});
  p->hits.at[hit].said = true;
}

bool pq_quality_suffers(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const pq_clause *const now = pq_walk_top(w);
  const uint32_t hit = p->chunks.at[noun].hit;
  if (!hit || !now->subject || now->object != noun - 2 || !now->verb ||
      !p->chunks.at[now->verb].copula ||
      !(pq_unit_says(p, p->chunks.at[noun - 1].begin, "for") ||
        pq_unit_says(p, p->chunks.at[noun - 1].begin, "of")) ||
      !pq_unit_means(p, p->chunks.at[noun - 2].end - 1, PQ_M_TARGET)) {
    return false;
  }
  const pq_place_for where = {.hit = hit, .slot = PQ_LIT("of")};
  p->hits.at[hit].said = pq_argument_attach(p, &where, now->subject);
  return p->hits.at[hit].said;
}
