/* What a mutated residue no longer brings about, the thing did that has it:
 *
 *   Mutation of Y1062 in RET abolishes binding of SHC1    RET promotes it
 *   is reduced by mutation of RET at Y1062                so too
 * Of "increases" nothing is told: the residue may hold it off, or the mutant
 * may do what the thing does not.
 */
#include "recast.h"

static bool is_mutation(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  return c->kind == PQ_CHUNK_NOUN && !c->hit && !c->name_end && !c->negated &&
         pq_unit_means(p, c->end - 1, PQ_M_MUTATION);
}

/* The noun group of the thing, in the phrases behind a mutation at `noun`: "of
 * Y1062 in RET", "of RET at Y1062"; 0 if residue or thing is not said. */
static uint32_t bearer(const pq_parse *p, uint32_t noun) {
  uint32_t thing = 0;
  bool site = false;
  for (uint32_t i = noun + 1; pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) &&
                              pq_chunk_is(p, i + 1, PQ_CHUNK_NOUN);
       i += 2) {
    const pq_chunk *const c = &p->chunks.at[i + 1];
    if (c->next || c->hit) return 0;
    site = site || c->sites;
    if (c->name_end && pq_argument_content(p, i + 1).things) {
      if (thing) return 0;
      thing = i + 1;
    }
  }
  return site ? thing : 0;
}

/* Where the mutation is told that the verb of a hit is of: its subject, or
 * behind "by"; 0 none. */
static uint32_t mutation_of(const pq_parse *p, const pq_hit *h) {
  uint32_t i = h->chunk;
  if (h->voice == PQ_PASSIVE) {
    const bool by = pq_chunk_is(p, i + 1, PQ_CHUNK_PREPOSITION) &&
                    pq_unit_says(p, p->chunks.at[i + 1].begin, "by");
    return by && is_mutation(p, i + 2) ? i + 2 : 0;
  }
  while (i-- > 1) {
    const pq_chunk_kind kind = p->chunks.at[i].kind;
    if (kind != PQ_CHUNK_NOUN && kind != PQ_CHUNK_PREPOSITION) return 0;
    if (is_mutation(p, i)) return i;
  }
  return 0;
}

void pq_mutated_recast(pq_parse *p, uint32_t hit) {
  pq_hit *const h = &p->hits.at[hit];
  if (h->trigger->polarity != PQ_NEGATIVE || h->voice == PQ_NOMINAL ||
      h->trigger->type != PQ_TRIGGER_REGULATION || pq_hit_arg(h, PQ_AS_AGENT)) {
    return;
  }
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_trigger *const as = pq_rules_verb(p->g, PQ_LIT("promote"));
  if (!as || !theme || !theme->hit) return;
  const uint32_t noun = mutation_of(p, h);
  const uint32_t thing = noun ? bearer(p, noun) : 0;
  const pq_hit *const inner = &p->hits.at[theme->hit];
  /* "abolishes its binding": what it then binds, and not whether it binds */
  if (!thing || p->chunks.at[inner->chunk].refers ||
      !pq_hit_arg(inner, PQ_AS_THEME)) {
    return;
  }
  h->trigger = as;
  pq_hit_add(p, hit,
             (pq_arg){.role = PQ_AS_AGENT,
                      .chunk = thing,
                      .how = p->chunks.at[noun].span,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}
