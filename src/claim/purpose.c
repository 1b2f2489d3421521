/* What a verb leads to: "targets X for degradation" promotes the degradation of
 * X; "targets X" of a microRNA represses it. */
#include "clause.h"
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

const pq_trigger *pq_purpose_ahead(const pq_parse *p, const pq_hit *h) {
  const pq_trigger *const as = pq_rules_verb(p->g, h->trigger->when_for);
  return as && h->voice != PQ_NOMINAL && purpose_of(p, h) ? as : h->trigger;
}

/* "targets X for ubiquitination and degradation": for each of the list. */
static void lead_to_all(pq_parse *p, uint32_t hit, uint32_t first,
                        pq_arg thing) {
  const uint32_t chunk = p->hits.at[first].chunk;
  for (uint32_t i = p->chunks.at[chunk].next; i; i = p->chunks.at[i].next) {
    const uint32_t inner = p->chunks.at[i].hit;
    if (!inner || p->hits.at[inner].trigger->type != PQ_TRIGGER_EVENT) continue;
    if (!pq_hit_arg(&p->hits.at[inner], PQ_AS_THEME)) {
      pq_hit_add(p, inner, thing);
    }
    pq_arg led = thing;
    led.hit = inner;
    pq_hit_add(p, hit, led);
  }
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
  const pq_arg thing = *theme;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_THEME) h->args[i].hit = inner;
  }
  p->hits.at[inner].used_by = hit;
  lead_to_all(p, hit, inner, thing);
  /* "is targeted for degradation", and nobody does it */
  if (pq_doubt_is_unable(p, h->chunk)) {
    p->chunks.at[p->hits.at[inner].chunk].negated = true;
  } else if (!pq_hit_arg(h, PQ_AS_AGENT)) {
    p->hits.at[inner].said = true;
  }
}

/* "miR-21", "MIR21", "let-7" */
static bool is_micro(const pq_parse *p, const pq_arg *a) {
  const pq_chunk *const c = &p->chunks.at[a->chunk];
  if (a->hit || !c->name_end) return false;
  const pq_view said = pq_unit_text(p, c->name_begin);
  const pq_mention *const m =
      &p->r->mentions.at[p->units.at[c->name_begin].first];
  const pq_view label = pq_entity_at(p->r, m->entity)->label;
  return pq_view_starts(said, PQ_LIT("miR-")) ||
         pq_view_alike(pq_view_head(said, 4), PQ_LIT("let-")) ||
         (pq_view_starts(label, PQ_LIT("MIR")) && label.len > 3 &&
          pq_is_digit(label.ptr[3]));
}

void pq_purpose_silence(const pq_parse *p, pq_hit *h) {
  const pq_trigger *const as = pq_rules_verb(p->g, h->trigger->when_rna);
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  const bool moves = pq_hit_arg(h, PQ_AS_TO) || pq_hit_arg(h, PQ_AS_FROM);
  if (as && agent && !moves && is_micro(p, agent)) h->trigger = as;
}
