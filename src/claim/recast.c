/* Verbs that mean something else with a certain phrase, as their rules say:
 *
 *   target   "targets X for degradation"   promotes the degradation of X
 *   release  "is released from X"          dissociates from X, if X is no place
 *   reduce   "reduces retinal to retinol"  converts it
 */
#include "parse.h"

static const pq_trigger *verb_named(const pq_grammar *g, pq_view lemma) {
  const pq_word *const w = lemma.len ? pq_rules_word(g, lemma) : NULL;
  return w && w->verb ? &g->triggers.at[w->verb] : NULL;
}

/* The noun that happens behind "for", in what the verb says; 0 none. */
static uint32_t purpose_of(const pq_parse *p, const pq_hit *h) {
  for (uint32_t i = h->chunk + 1; i + 1 < p->chunks.n; ++i) {
    const pq_chunk *const c = &p->chunks.at[i];
    if (c->kind == PQ_CHUNK_VERB || c->kind == PQ_CHUNK_STOP ||
        c->kind == PQ_CHUNK_RELATIVE || c->kind == PQ_CHUNK_SUBORDINATE) {
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
static void recast_purpose(pq_parse *p, uint32_t hit, const pq_trigger *as) {
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
  if (!pq_hit_arg(h, PQ_AS_AGENT)) p->hits.at[inner].said = true;
}

static bool has_place(const pq_hit *h) {
  return pq_hit_arg(h, PQ_AS_FROM) || pq_hit_arg(h, PQ_AS_TO);
}

/* With a place, what a thing comes from is no partner of it. */
static void drop_partners(pq_hit *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role != PQ_AS_PARTNER) h->args[n++] = h->args[i];
  }
  h->n_args = n;
}

/* Is it said what comes from what? */
static bool names_both(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *const partner = pq_hit_arg(h, PQ_AS_PARTNER);
  return theme && partner && !theme->hit && !partner->hit &&
         (theme->end || pq_argument_content(p, theme->chunk).things) &&
         pq_argument_content(p, partner->chunk).things;
}

void pq_hits_recast(pq_parse *p) {
  if (p->r->wants_happenings) return; /* annotation asks for the words */
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    pq_hit *const h = &p->hits.at[i];
    const pq_trigger *const purpose = verb_named(p->g, h->trigger->when_for);
    const pq_trigger *const apart = verb_named(p->g, h->trigger->when_from);
    if (purpose && h->voice != PQ_NOMINAL) recast_purpose(p, i, purpose);
    const pq_trigger *const makes = verb_named(p->g, h->trigger->when_to);
    if (makes && pq_hit_arg(h, PQ_AS_PRODUCT)) h->trigger = makes;
    if (!apart) continue;
    if (has_place(h)) {
      drop_partners(h);
    } else if (names_both(p, h)) {
      h->trigger = apart;
    }
  }
}
