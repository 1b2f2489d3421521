/* "X is a kinase of Y": X phosphorylates Y.  The word is no rule's noun, for
 * "kinases of the JNK family" and "the kinase" tell of no event. */
#include "clause.h"

/* The noun of the grammar that says what such an enzyme does, by what a noun
 * group ends in, as the phrases have it for "kinase for"; or NULL. */
static const pq_trigger *deed_of(const pq_parse *p, const pq_chunk *c) {
  const pq_word *const w = &p->g->words.at[p->units.at[c->end - 1].word];
  const pq_phrase *f = NULL;
  for (uint32_t k = w->phrases; k; k = f->next) {
    f = &p->g->phrases.at[k - 1];
    if (f->n_words > 1 || !pq_view_same(f->before, PQ_LIT("for"))) continue;
    const pq_trigger *const t = pq_noun_rule(p, f->as);
    if (t && t->type == PQ_TRIGGER_EVENT && t->actor) return t;
  }
  return NULL;
}

/* Is it a protein, and nothing behind its name: no family or pathway? */
static bool is_protein(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  if (c->kind != PQ_CHUNK_NOUN || !c->name_end || c->hit ||
      c->end != c->name_end) {
    return false;
  }
  return pq_unit_is_kind(p, c->name_begin, PQ_ENTITY_PROTEIN);
}

/* "X is a glucose transporter": X moves glucose.  "A transporter" before a name
 * is no more than what that is. */
static bool carries(const pq_parse *p, uint32_t noun) {
  const pq_chunk *const c = &p->chunks.at[noun];
  const bool one = pq_unit_says(p, c->begin, "a") ||
                   pq_unit_says(p, c->begin, "an") ||
                   pq_unit_says(p, c->begin, "the");
  return one && !c->next && !c->prior && !c->negated && !c->of &&
         c->end > c->begin + 2 && pq_unit_means(p, c->end - 1, PQ_M_CARRIER) &&
         pq_unit_is_kind(p, c->end - 2, PQ_ENTITY_MOLECULE);
}

/* What comes behind is said of X: "a glucose transporter that is expressed in".
 */
static pq_status make_carrier(pq_parse *p, uint32_t subject, uint32_t noun) {
  pq_chunk *const c = &p->chunks.at[noun];
  const pq_trigger *const t = pq_noun_rule(p, PQ_LIT("conveyor"));
  if (!t) return PQ_OK;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, noun, c->end - 1, PQ_NOMINAL));
  c->hit = p->hits.n - 1;
  pq_hit_add(p, c->hit,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = noun,
                      .begin = c->end - 2,
                      .end = c->end - 1});
  pq_office_lend(p, subject, noun);
  p->chunks.at[noun].hit = 0;
  return PQ_OK;
}

pq_status pq_office_make(pq_parse *p, uint32_t subject, uint32_t noun) {
  pq_chunk *const c = &p->chunks.at[noun];
  if (!subject || !p->chunks.at[subject].name_end || c->hit ||
      p->r->wants_happenings || p->hits.n >= PQ_HITS_MOST) {
    return PQ_OK;
  }
  if (carries(p, noun)) return make_carrier(p, subject, noun);
  if (c->name_end || c->sites || c->of != noun + 2 || !is_protein(p, c->of)) {
    return PQ_OK;
  }
  const pq_trigger *const t = deed_of(p, c);
  if (!t) return PQ_OK;
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, t, noun, c->end - 1, PQ_NOMINAL));
  c->hit = p->hits.n - 1;
  c->of = 0;
  return PQ_OK;
}
