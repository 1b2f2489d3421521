/* Whether who seems to be the theme is the one that does it. */
#include "seek.h"

static bool says_agent(const pq_record *r, const pq_claim *c, uint32_t kind,
                       pq_entity_id agent) {
  return c->relation == PQ_REL_DIRECT && c->subject.kind == PQ_NODE_ENTITY &&
         c->subject.id == agent && c->object.kind == PQ_NODE_EVENT &&
         pq_event_at(r, c->object.id)->kind == kind &&
         pq_event_at(r, c->object.id)->themes[0] != agent;
}

/* Was it told that this happens to the thing itself? */
static bool was_done_to(const pq_parse *p, uint32_t kind, pq_entity_id thing) {
  for (uint32_t i = 0; i < p->memory.n; ++i) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->kind == kind && m->theme == thing) return true;
  }
  return false;
}

/* "FURIN cleavage" where the record has said that FURIN cleaves, and not that
 * it is cleaved: by FURIN. */
static bool is_agent(const pq_parse *p, const pq_hit *h,
                     const pq_names *themes) {
  const pq_record *const r = p->r;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_NOMINAL || h->trigger->self || !theme ||
      theme->chunk != h->chunk || themes->n != 1) {
    return false;
  }
  const pq_entity_id agent = themes->at[0].entity;
  if (was_done_to(p, pq_seek_kind(h), agent)) return false;
  for (uint32_t i = 0; i < r->claims.n; ++i) {
    if (says_agent(r, &r->claims.at[i], pq_seek_kind(h), agent)) return true;
  }
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    if (says_agent(r, &p->drafts.at[i].claim, pq_seek_kind(h), agent)) {
      return true;
    }
  }
  return false;
}

pq_status pq_seek_is_self(pq_parse *p, const pq_hit *h, const pq_names *themes,
                          bool *out) {
  pq_status st = PQ_OK;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *agent = pq_hit_arg(h, PQ_AS_AGENT);
  if (!agent) agent = pq_hit_arg(h, PQ_AS_UPSTREAM);
  *out = is_agent(p, h, themes);
  if (*out || !theme || !agent || theme->hit || theme->end || agent->hit ||
      h->trigger->self || themes->n != 1) {
    return PQ_OK;
  }
  const pq_chunk *const c = &p->chunks.at[theme->chunk];
  /* "X ubiquitinates it": it is not X */
  const bool it =
      pq_unit_says(p, c->begin, "it") || pq_unit_says(p, c->begin, "them");
  if (c->name_end || (c->refers && !it) || c->of) return PQ_OK;
  pq_names *const who = pq_names_new(p, 1);
  if (!who) return p->r->arena->status;
  PQ_TRY(st, pq_named_collect(p, agent, PQ_WANT_THINGS, who));
  *out = who->n == 1 && pq_entity_base(p->r, who->at[0].entity) ==
                            pq_entity_base(p->r, themes->at[0].entity);
  return PQ_OK;
}
