/* Exchange of one thing for another: of nucleotides it is one event, of other
 * things both move. */
#include "recast.h"

/* Is the first thing that an argument names one of the kind's own? */
static bool is_told_of(const pq_parse *p, const pq_hit *h, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  if (!c->name_end) return false;
  const pq_mention *const m =
      &p->r->mentions.at[p->units.at[c->name_begin].first];
  pq_view list = p->r->kinds[h->trigger->kind].only;
  while (list.len) {
    if (pq_view_same(pq_view_cut(&list, ' '),
                     pq_entity_at(p->r, m->entity)->id)) {
      return true;
    }
  }
  return false;
}

/* "Promotes GDP to GTP exchange": what is promoted is the exchange of both. */
void pq_exchange_join(pq_parse *p, uint32_t hit) {
  static const char *const slots[] = {"to", "for", NULL};
  const pq_hit *const h = &p->hits.at[hit];
  const uint32_t at = h->chunk;
  const pq_arg *const product = pq_hit_arg(h, PQ_AS_PRODUCT);
  if (h->voice != PQ_NOMINAL || !h->trigger->when_other.len || at < 3 ||
      !product || product->chunk != at || pq_hit_arg(h, PQ_AS_THEME) ||
      !pq_chunk_is(p, at - 1, PQ_CHUNK_PREPOSITION) ||
      !pq_view_says_any(p->chunks.at[at - 1].slot, slots) ||
      !is_told_of(p, h, at - 2)) {
    return;
  }
  pq_hit_add(p, hit, (pq_arg){.role = PQ_AS_THEME, .chunk = at - 2});
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    for (uint32_t k = 0; i != hit && k < p->hits.at[i].n_args; ++k) {
      pq_arg *const a = &p->hits.at[i].args[k];
      if (a->chunk != at - 2 || a->hit || a->role != PQ_AS_THEME) continue;
      a->chunk = at;
      a->hit = hit;
      p->hits.at[hit].used_by = i;
    }
  }
}

/* "exchange of A and B" */
static bool is_of_two(const pq_parse *p, const pq_hit *h, const pq_arg *theme) {
  const uint32_t other = p->chunks.at[theme->chunk].next;
  return h->voice == PQ_NOMINAL && other && !p->chunks.at[other].next &&
         pq_argument_is_molecule(p, other, false) && !is_told_of(p, h, other);
}

/* "X exchanges A for B": unless these are nucleotides, X moves both.  "X
 * exchanges GDP for GTP": X may hold them, or load another. */
void pq_exchange_recast(const pq_parse *p, pq_hit *h) {
  const pq_trigger *const as = pq_rules_verb(p->g, h->trigger->when_other);
  const pq_arg *const theme = as ? pq_hit_arg(h, PQ_AS_THEME) : NULL;
  if (!theme || theme->end || theme->hit) return;
  const bool told = h->voice == PQ_NOMINAL || pq_hit_arg(h, PQ_AS_AGENT);
  const bool other = told && pq_argument_is_molecule(p, theme->chunk, false) &&
                     !is_told_of(p, h, theme->chunk) &&
                     (pq_hit_arg(h, PQ_AS_PRODUCT) || is_of_two(p, h, theme));
  const bool holds =
      h->voice == PQ_ACTIVE_VOICE && !pq_hit_arg(h, PQ_AS_PARTNER);
  for (uint32_t i = 0; i < h->n_args; ++i) {
    pq_arg *const a = &h->args[i];
    if (other && a->role == PQ_AS_PRODUCT) pq_hit_turn(h, a, PQ_AS_THEME);
    if (!other && holds && a->role == PQ_AS_AGENT) {
      pq_hit_turn(h, a, PQ_AS_NONE);
    }
  }
  h->exchanges = other;
  if (other) h->trigger = as;
}
