/* What a verb leads to: "targets X for degradation" promotes the degradation of
 * X. */
#include "doubt.h"
#include "recast.h"

/* The noun that happens behind "for", in what the verb says; 0 none. */
static uint32_t purpose_of(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = h->chunk + 1; i + 1 < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    /* "targets X phosphorylated at T187 for degradation" */
    const bool verb = c->kind == PQ_CHUNK_VERB && c->form != PQ_VERB_REDUCED;
    if (verb || c->kind == PQ_CHUNK_STOP || c->kind == PQ_CHUNK_RELATIVE ||
        c->kind == PQ_CHUNK_SUBORDINATE) {
      return 0;
    }
    if (c->kind != PQ_CHUNK_PREPOSITION ||
        !pq_view_same(c->slot, PQ_LIT("for"))) {
      continue;
    }
    const uint32_t hit = p->chunks.at[i + 1].hit;
    const bool happens =
        hit && p->hits.at[hit].trigger->type == PQ_TRIGGER_EVENT;
    return happens ? hit : 0;
  }
  return 0;
}

/* What the verb is done to happens to it: "targets X for degradation". */
void pq_purpose_recast(pq_parse *p, uint32_t hit, const pq_trigger *as) {
  pq_hit *const h = &p->hits.at[hit];
  const uint32_t inner = purpose_of(p, h);
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!inner || !theme || theme->hit) return;
  if (!pq_hit_arg(&p->hits.at[inner], PQ_AS_THEME)) {
    pq_hit_add(p, inner, *theme);
  }
  h->trigger = as;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_THEME) h->args[i].hit = inner;
  }
  p->hits.at[inner].used_by = hit;
  /* "is targeted for degradation", and nobody does it */
  if (pq_doubt_is_unable(p, h->chunk)) {
    p->chunks.at[p->hits.at[inner].chunk].negated = true;
  } else if (!pq_hit_arg(h, PQ_AS_AGENT)) {
    p->hits.at[inner].said = true;
  }
}
