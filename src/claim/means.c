/* "A inhibits B by phosphorylation at S256": A phosphorylates B there, and that
 * inhibits B. */
#include "recast.h"

/* The verb that the noun of a hit is the means of: "inhibits B by E"; 0 none.
 */
static uint32_t verb_of(const pq_parse *p, const pq_hit *h) {
  static const char *const words[] = {"by", "through", "via", NULL};
  uint32_t i = h->chunk - 1;
  if (!pq_chunk_is(p, i, PQ_CHUNK_PREPOSITION) ||
      !pq_view_says_any(p->chunks.at[i].slot, words)) {
    return 0;
  }
  while (i > 1 && pq_chunk_is(p, i - 1, PQ_CHUNK_NOUN)) {
    --i;
    if (pq_chunk_is(p, i - 1, PQ_CHUNK_AND)) --i; /* "A and B" */
  }
  const uint32_t hit =
      pq_chunk_is(p, i - 1, PQ_CHUNK_VERB) ? p->chunks.at[i - 1].hit : 0;
  return hit && i < h->chunk - 1 ? hit : 0;
}

/* Is one thing said that the verb acts on, and who does so? */
static const pq_arg *acted_on(const pq_parse *p, const pq_hit *v) {
  const pq_arg *const theme = pq_hit_arg(v, PQ_AS_THEME);
  const bool event = v->trigger->type == PQ_TRIGGER_EVENT &&
                     p->r->kinds[v->trigger->kind].leaves;
  const bool acts = v->trigger->type == PQ_TRIGGER_REGULATION &&
                    v->trigger->has_thing_kind && !v->trigger->causative;
  return v->voice == PQ_ACTIVE_VOICE && (event || acts) && theme &&
                 !theme->hit && !theme->end && theme->chunk > v->chunk
             ? theme
             : NULL;
}

/* Is it a kinase, of what phosphorylates?  "EGF activates B by phosphorylation"
 * does not say who does it. */
static bool does(const pq_parse *p, const pq_arg *a, const pq_kind *kind) {
  const pq_chunk *const c = &p->chunks.at[a->chunk];
  return kind->doer.len && !a->end && c->name_end &&
         pq_argument_is_doer(p, c->name_begin, kind);
}

/* "VEGFA activates B through phosphorylation of Y1175": whose residue that is,
 * nobody says, if who acts is no kinase. */
static bool is_of_residue(const pq_parse *p, const pq_hit *h) {
  return pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION) &&
         pq_unit_says(p, p->chunks.at[h->chunk + 1].begin, "of");
}

static bool is_doer_arg(const pq_parse *p, const pq_hit *v, const pq_arg *a,
                        const pq_kind *kind) {
  return (a->role == PQ_AS_AGENT || a->role == PQ_AS_UPSTREAM) && !a->hit &&
         a->chunk <= v->chunk && does(p, a, kind);
}

static bool has_doer(const pq_parse *p, const pq_hit *v, const pq_kind *kind) {
  for (uint32_t i = 0; i < v->n_args; ++i) {
    if (is_doer_arg(p, v, &v->args[i], kind)) return true;
  }
  return false;
}

void pq_means_recast(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  if (h->voice != PQ_NOMINAL || h->trigger->type != PQ_TRIGGER_EVENT ||
      !p->r->kinds[h->trigger->kind].product_unsaid ||
      pq_hit_arg(h, PQ_AS_THEME) || pq_hit_arg(h, PQ_AS_AGENT)) {
    return;
  }
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  const uint32_t verb = verb_of(p, h);
  if (is_of_residue(p, h) &&
      (p->r->wants_happenings || !pq_hit_arg(h, PQ_AS_SITE) ||
       !has_doer(p, &p->hits.at[verb], kind))) {
    return;
  }
  const pq_arg *const theme = verb ? acted_on(p, &p->hits.at[verb]) : NULL;
  /* of two things, each has an event of its own */
  if (!theme || p->chunks.at[theme->chunk].next ||
      p->chunks.at[p->hits.at[verb].chunk].negated) {
    return;
  }
  p->hits.at[hit].carrier = verb; /* which tells how firmly it is said */
  p->hits.at[hit].said = true;
  pq_hit_add(p, hit, *theme);
  const pq_hit *const v = &p->hits.at[verb];
  for (uint32_t i = 0; i < v->n_args; ++i) {
    pq_arg a = v->args[i];
    if (!is_doer_arg(p, v, &a, kind)) continue;
    a.role = PQ_AS_AGENT;
    a.relation = PQ_REL_DIRECT;
    pq_hit_add(p, hit, a);
  }
  pq_hit_add(p, verb,
             (pq_arg){.role = PQ_AS_UPSTREAM,
                      .chunk = h->chunk,
                      .hit = hit,
                      .how = p->chunks.at[h->chunk - 1].span,
                      .relation = PQ_REL_UPSTREAM,
                      .polarity = PQ_POSITIVE});
}
