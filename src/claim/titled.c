/* What stands before a name says what that does: "the EGFR inhibitor
 * gefitinib", "the NMDA receptor antagonist memantine". */
#include "draft.h"

/* "kinase" in "the EGFR kinase inhibitor": it goes with the name before it. */
static uint32_t whose_at(const pq_parse *p, const pq_chunk *c, uint32_t unit) {
  const bool more = unit > c->begin &&
                    (p->units.at[unit].classes & PQ_W_GENERIC) &&
                    p->units.at[unit - 1].kind == PQ_UNIT_NAME;
  const uint32_t name = more ? unit - 1 : unit;
  if (name < c->begin || p->units.at[name].n != 1 ||
      (name > c->begin && p->units.at[name - 1].kind == PQ_UNIT_MARK)) {
    return 0;
  }
  return pq_unit_is_kind(p, name, PQ_ENTITY_PROTEIN) ||
                 pq_unit_is_kind(p, name, PQ_ENTITY_FAMILY) ||
                 pq_unit_is_kind(p, name, PQ_ENTITY_COMPLEX)
             ? name
             : 0;
}

/* Can a name be of what has such a title: a drug, a protein? */
static bool may_act(const pq_parse *p, const pq_chunk *c) {
  const uint32_t name = c->name_begin;
  return c->end == c->name_end && p->units.at[name].n == 1 &&
         (pq_unit_is_kind(p, name, PQ_ENTITY_DRUG) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_MOLECULE) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_PROTEIN) ||
          pq_unit_is_kind(p, name, PQ_ENTITY_UNGROUNDED));
}

/* The title's noun right before the name of a noun group; 0 none. */
static uint32_t title_of(const pq_parse *p, const pq_chunk *c) {
  const uint32_t unit = c->name_begin - 1;
  if (!c->name_end || c->name_begin < c->begin + 2 || c->hit || c->negated ||
      p->units.at[unit].kind != PQ_UNIT_WORD || !p->units.at[unit].noun) {
    return 0;
  }
  const pq_trigger *const t = &p->g->triggers.at[p->units.at[unit].noun];
  const bool acts = t->actor && t->type == PQ_TRIGGER_REGULATION &&
                    t->has_thing_kind && t->relation == PQ_REL_UPSTREAM;
  return acts && may_act(p, c) ? unit : 0;
}

/* "the E2F activators (E2F1 ...)": of the kind themselves. */
static bool is_one_of_them(const pq_parse *p, uint32_t name, uint32_t whose) {
  const pq_view id = pq_entity_at(p->r, pq_unit_entity(p, name))->id;
  const pq_view all = pq_entity_at(p->r, pq_unit_entity(p, whose))->id;
  return id.len && all.len && p->classes && p->classes->under &&
         p->classes->under(p->classes->user, id, all);
}

/* "inhibitors A and B": so do the others of the list. */
static void give_list(pq_parse *p, uint32_t hit, uint32_t chunk) {
  for (uint32_t k = p->chunks.at[chunk].next; k; k = p->chunks.at[k].next) {
    const pq_chunk *const c = &p->chunks.at[k];
    if (!c->name_end || c->hit || c->negated || !may_act(p, c) ||
        c->begin != c->name_begin) {
      return;
    }
    pq_hit_add(p, hit,
               (pq_arg){.role = PQ_AS_AGENT,
                        .relation = PQ_REL_DIRECT,
                        .polarity = PQ_POSITIVE,
                        .chunk = k,
                        .begin = c->name_begin,
                        .end = c->name_end});
  }
}

static pq_status give(pq_parse *p, uint32_t chunk, uint32_t title,
                      uint32_t whose) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_hit_new(p, &p->g->triggers.at[p->units.at[title].noun], chunk,
                        title, PQ_NOMINAL));
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_THEME,
                      .chunk = chunk,
                      .begin = whose,
                      .end = whose + 1});
  pq_hit_add(p, p->hits.n - 1,
             (pq_arg){.role = PQ_AS_AGENT,
                      .relation = PQ_REL_DIRECT,
                      .polarity = PQ_POSITIVE,
                      .chunk = chunk,
                      .begin = c->name_begin,
                      .end = c->name_end});
  if (pq_view_ends(pq_unit_text(p, title), PQ_LIT("s"))) {
    give_list(p, p->hits.n - 1, chunk);
  }
  return PQ_OK;
}

pq_status pq_titled_read(pq_parse *p) {
  if (p->r->wants_happenings) return PQ_OK;
  for (uint32_t i = pq_first_noun(p); i; i = p->chunks.at[i].noun_behind) {
    const uint32_t title = title_of(p, &p->chunks.at[i]);
    const uint32_t whose = title ? whose_at(p, &p->chunks.at[i], title - 1) : 0;
    if (!whose || is_one_of_them(p, p->chunks.at[i].name_begin, whose) ||
        p->hits.n >= PQ_HITS_MOST) {
      continue;
    }
    pq_status st = PQ_OK;
    PQ_TRY(st, give(p, i, title, whose));
  }
  return PQ_OK;
}
