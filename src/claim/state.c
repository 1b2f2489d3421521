/* Where a thing is, and what it is part of: "X is located in P", "X is a
 * subunit of C". */
#include "draft.h"

static pq_status put(pq_parse *p, uint32_t hit, const pq_named *thing,
                     const pq_named *whole) {
  pq_draft d = pq_draft_begin(p, hit, NULL);
  d.claim = (pq_claim){.subject = pq_entity_node(thing->entity),
                       .object = pq_entity_node(whole->entity),
                       .relation = p->hits.at[hit].trigger->relation,
                       .negated = thing->negated || whole->negated};
  d.theme = thing->span;
  d.theme_sentence = thing->sentence;
  if (thing->sentence == p->sentence) {
    d.span = pq_span_join(d.span, thing->reach);
  }
  d.span = pq_span_join(d.span, whole->reach);
  return pq_draft_keep(p, &d);
}

static bool may_be_part(const pq_parse *p, pq_relation relation,
                        pq_entity_id whole) {
  const pq_entity_kind k = pq_entity_at(p->r, whole)->kind;
  return relation != PQ_REL_PART_OF || k == PQ_ENTITY_COMPLEX ||
         k == PQ_ENTITY_PLACE;
}

/* One thing against each whole that may hold it. */
static pq_status put_in(pq_parse *p, uint32_t hit, const pq_named *thing,
                        const pq_names *wholes) {
  pq_status st = PQ_OK;
  const pq_relation relation = p->hits.at[hit].trigger->relation;
  for (uint32_t i = 0; i < wholes->n; ++i) {
    if (may_be_part(p, relation, wholes->at[i].entity)) {
      PQ_TRY(st, put(p, hit, thing, &wholes->at[i]));
    }
  }
  return PQ_OK;
}

pq_status pq_draft_stay(pq_parse *p, uint32_t hit, const pq_made *m) {
  const pq_event *const e = pq_event_at(p->r, m->event);
  if (!e->in || m->negated) return PQ_OK;
  pq_draft d = pq_draft_begin(p, hit, m);
  d.claim = (pq_claim){.subject = pq_entity_node(m->themes[0]),
                       .object = pq_entity_node(e->in),
                       .relation = PQ_REL_LOCATED_IN};
  return pq_draft_keep(p, &d);
}

pq_status pq_draft_state(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const bool part = h->trigger->relation == PQ_REL_PART_OF;
  const pq_arg *const in = pq_hit_arg(h, part ? PQ_AS_PARTNER : PQ_AS_IN);
  pq_names *const things = pq_names_new(p, 2);
  if (!things) return p->r->arena->status;
  pq_names *const wholes = things + 1;
  if (!theme || !in || theme->hit || in->hit) return PQ_OK;
  PQ_TRY(st, pq_named_collect(p, theme, PQ_WANT_THINGS, things));
  PQ_TRY(st, pq_named_collect(p, in, part ? PQ_WANT_THINGS : PQ_WANT_PLACES,
                              wholes));
  for (uint32_t i = 0; i < things->n; ++i) {
    PQ_TRY(st, put_in(p, hit, &things->at[i], wholes));
  }
  return PQ_OK;
}
