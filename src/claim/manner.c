/* In which manner something happens: "in a JAK2-dependent manner".
 *
 *   in a JAK2- and SRC-dependent manner     it depends on both
 *   in a JAK2 or SRC kinase-dependent way   on either, and a word between
 *   in a calcium dependent fashion          the dash is left out
 */
#include "clause.h"

/* "induces phosphorylation", "upregulates expression": what is told is that. */
static uint32_t induced(const pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool acts = h->trigger->type == PQ_TRIGGER_REGULATION ||
                    h->trigger->more || h->trigger->less;
  return acts && theme && theme->hit && !p->hits.at[theme->hit].trigger->actor
             ? theme->hit
             : hit;
}

/* The group that ends with the manner: the last of a list, "JAK2 and
 * SRC-dependent manner"; 0 if none does. */
static uint32_t manner_of(const pq_parse *p, uint32_t noun) {
  while (p->chunks.at[noun].next) {
    noun = p->chunks.at[noun].next;
  }
  const uint32_t last = p->chunks.at[noun].end - 1;
  return p->units.at[last].classes & PQ_W_MANNER ? noun : 0;
}

/* The name that "dependent" is said of, before its dash and "kinase"; 0 none.
 */
static uint32_t name_before(const pq_parse *p, uint32_t word, uint32_t begin) {
  uint32_t i = word - 1;
  if (i > begin && pq_unit_is_mark(p, i, '-')) --i;
  while (i > begin && p->units.at[i].kind == PQ_UNIT_WORD &&
         (p->units.at[i].classes & PQ_W_GENERIC)) {
    --i;
  }
  return i >= begin && p->units.at[i].kind == PQ_UNIT_NAME ? i : 0;
}

/* May it stand between the names of such a list: "JAK2-, SRC- and"? */
static bool joins(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  return u->kind == PQ_UNIT_MARK ? u->mark == '-' || u->mark == ','
                                 : (u->classes & PQ_W_AND) != 0;
}

/* "a non-calcium dependent manner" */
static bool is_denied(const pq_parse *p, uint32_t name) {
  return name > 2 && pq_unit_is_mark(p, name - 1, '-') &&
         pq_unit_says(p, name - 2, "non");
}

/* All names up to the one at unit `last`, the last first. */
static void depend_on(pq_parse *p, uint32_t hit, uint32_t chunk, uint32_t last,
                      const pq_compound *how, uint32_t word) {
  const uint32_t begin = p->chunks.at[chunk].begin;
  bool is_or = false;
  for (uint32_t i = last; i >= begin; --i) {
    const pq_unit *const u = &p->units.at[i];
    is_or = is_or || (u->classes & PQ_W_OR);
    if (u->kind != PQ_UNIT_NAME) {
      if (!joins(p, i)) return;
      continue;
    }
    const bool spared = is_denied(p, i);
    const pq_frame_role role =
        spared ? PQ_AS_INDEPENDENT : pq_compound_role(how);
    pq_hit_add(p, hit,
               (pq_arg){.role = role,
                        .chunk = chunk,
                        .begin = i,
                        .end = i + 1,
                        .is_or = is_or,
                        .how = p->units.at[spared ? i - 2 : word].span});
  }
}

bool pq_manner_take(pq_walker *w, uint32_t noun) {
  pq_parse *const p = w->p;
  const uint32_t chunk = manner_of(p, noun);
  const uint32_t hit = chunk ? induced(p, pq_walk_told(w)) : 0;
  if (!hit) return false;
  const uint32_t begin = p->chunks.at[noun].begin;
  for (uint32_t i = begin + 1; i < p->chunks.at[chunk].end; ++i) {
    const pq_compound *const how =
        p->units.at[i].kind == PQ_UNIT_WORD
            ? pq_rules_compound(p->g, pq_unit_text(p, i))
            : NULL;
    if (!how || how->relation != PQ_REL_DEPENDS_ON) continue;
    const uint32_t name = name_before(p, i, begin);
    if (name) depend_on(p, hit, noun, name, how, i);
    return name != 0;
  }
  return false;
}
