/* Whether who seems to be the theme is the one that does it. */
#include "seek.h"

enum {
  MANY_CLAIMS = 64 /* up to here a look through costs less than a table */
};

/* Does the claim tell of somebody who does something to another? */
static bool tells_agent(const pq_record *r, const pq_claim *c) {
  return c->relation == PQ_REL_DIRECT && c->subject.kind == PQ_NODE_ENTITY &&
         c->object.kind == PQ_NODE_EVENT &&
         pq_event_at(r, c->object.id)->themes[0] != c->subject.id;
}

static bool says_agent(const pq_record *r, const pq_claim *c, uint32_t kind,
                       pq_entity_id agent) {
  return c->subject.id == agent && tells_agent(r, c) &&
         pq_event_at(r, c->object.id)->kind == kind;
}

/* The claims that came since go into the table. */
static pq_status catch_up(pq_parse *p) {
  pq_status st = PQ_OK;
  const pq_record *const r = p->r;
  pq_recall *const c = &p->recall;
  for (; c->n_claims < r->claims.n; ++c->n_claims) {
    const pq_claim *const one = &r->claims.at[c->n_claims];
    if (!tells_agent(r, one)) continue;
    const uint32_t kind = pq_event_at(r, one->object.id)->kind;
    const uint64_t key = pq_memory_pair(kind, one->subject.id);
    PQ_TRY(st, pq_map_put(&c->done_by, r->arena, key, c->n_claims));
  }
  return PQ_OK;
}

/* Has the record said that the thing does this to another? */
static pq_status has_told(pq_parse *p, uint32_t kind, pq_entity_id agent,
                          bool *out) {
  pq_status st = PQ_OK;
  const pq_record *const r = p->r;
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    *out = *out || says_agent(r, &p->drafts.at[i].claim, kind, agent);
  }
  if (r->claims.n > MANY_CLAIMS) {
    PQ_TRY(st, catch_up(p));
    const uint64_t key = pq_memory_pair(kind, agent);
    *out = *out || pq_map_get(&p->recall.done_by, key);
    return PQ_OK;
  }
  for (uint32_t i = 0; i < r->claims.n && !*out; ++i) {
    *out = says_agent(r, &r->claims.at[i], kind, agent);
  }
  return PQ_OK;
}

/* "FURIN cleavage" where the record has said that FURIN cleaves, and not that
 * it is cleaved: by FURIN. */
static pq_status is_agent(pq_parse *p, const pq_hit *h, const pq_names *themes,
                          bool *out) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  *out = false;
  if (h->voice != PQ_NOMINAL || h->trigger->self || !theme ||
      theme->chunk != h->chunk || themes->n != 1) {
    return PQ_OK;
  }
  const pq_entity_id agent = themes->at[0].entity;
  const uint32_t kind = pq_seek_kind(h);
  if (pq_memory_done_to(p, kind, agent)) return PQ_OK;
  return has_told(p, kind, agent, out);
}

pq_status pq_seek_is_self(pq_parse *p, const pq_hit *h, const pq_names *themes,
                          bool *out) {
  pq_status st = PQ_OK;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  const pq_arg *agent = pq_hit_arg(h, PQ_AS_AGENT);
  if (!agent) agent = pq_hit_arg(h, PQ_AS_UPSTREAM);
  PQ_TRY(st, is_agent(p, h, themes, out));
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
