/* Words that stand for a noun said before: "that of", "those of". */
#include "tag.h"

/* "phosphorylation of X", "X phosphorylation": a noun for what happens. */
static bool is_happening(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  return u->kind == PQ_UNIT_WORD && u->noun &&
         (pq_unit_says(p, i + 1, "of") ||
          pq_unit_at(p, i - 1)->kind == PQ_UNIT_NAME);
}

/* Does what stands before the word set it beside a noun: "and", "but not", a
 * verb that tells of it, or what stands before that noun too?  "Like that of",
 * "similar to that of" compare. */
static bool is_beside(const pq_parse *p, uint32_t i, uint32_t noun) {
  const pq_unit *const u = pq_unit_at(p, i - 1);
  if (u->kind == PQ_UNIT_WORD && (u->classes & (PQ_W_AND | PQ_W_NOT))) {
    return true;
  }
  if (u->verb && u->forms && !(u->classes & PQ_W_PREPOSITION)) return true;
  if (!(u->classes & PQ_W_PREPOSITION)) return false;
  const uint32_t before = noun - 1;
  const uint32_t lead =
      pq_unit_at(p, before)->classes & PQ_W_DETERMINER ? before - 1 : before;
  return pq_view_same(pq_unit_at(p, lead)->slot, u->slot);
}

/* "phosphorylation of A, but not that of B": what "that" stands for happens to
 * B. */
void pq_tag_stand_ins(pq_parse *p) {
  for (uint32_t i = 3; i + 1 < p->units.n; ++i) {
    pq_unit *const u = &p->units.at[i];
    if (u->kind != PQ_UNIT_WORD || !(u->classes & PQ_W_DEMONSTRATIVE) ||
        !pq_unit_says(p, i + 1, "of")) {
      continue;
    }
    uint32_t noun = i - 1;
    while (noun > 1 && !is_happening(p, noun)) {
      --noun;
    }
    if (noun <= 1 && !is_happening(p, noun)) continue;
    if (!is_beside(p, i, noun)) continue;
    u->noun = p->units.at[noun].noun;
    u->classes = 0;
  }
}
