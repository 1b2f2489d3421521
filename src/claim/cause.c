/* "Phosphorylation of X leads to degradation": of X. */
#include "draft.h"

/* "nuclear export": says the unit only where? */
static bool is_place(const pq_parse *p, const pq_hit *h, uint32_t unit) {
  if (p->units.at[unit].kind != PQ_UNIT_NAME) return false;
  const pq_entity_id id = pq_unit_entity(p, unit);
  bool place = false;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_frame_role role = h->args[i].role;
    place =
        place || (h->args[i].chunk == h->chunk &&
                  (role == PQ_AS_FROM || role == PQ_AS_TO || role == PQ_AS_IN));
  }
  return place &&
         pq_entity_at(p->r, pq_entity_base(p->r, id))->kind == PQ_ENTITY_PLACE;
}

/* "degradation", "phosphorylation of Y705", "export to the cytosol", and not
 * "receptor internalization" or "disassembly of the pore": is nothing said of
 * what it happens to? */
static bool is_bare(const pq_parse *p, uint32_t chunk) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t idle = PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE;
  static const char *const where[] = {"to",  "into",    "onto", "from", "in",
                                      "at",  "within",  "on",   "by",   "with",
                                      "via", "through", NULL};
  if (!c->hit) return false;
  const pq_hit *const h = &p->hits.at[c->hit];
  if (h->voice != PQ_NOMINAL || pq_hit_arg(h, PQ_AS_THEME)) return false;
  const bool sited = pq_hit_arg(h, PQ_AS_SITE) != NULL;
  if (!sited && pq_chunk_is(p, chunk + 1, PQ_CHUNK_PREPOSITION) &&
      !pq_view_says_any(p->chunks.at[chunk + 1].slot, where)) {
    return false;
  }
  if (pq_chunk_is(p, chunk + 1, PQ_CHUNK_RELATIVE) ||
      pq_unit_says(p, c->end, "that")) {
    return false;
  }
  for (uint32_t i = c->begin; i < h->unit; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind == PQ_UNIT_SITE || (u->classes & idle)) continue;
    if (pq_unit_means(p, i, PQ_M_IN_WHAT_WAY) ||
        pq_unit_means(p, i, PQ_M_ONE_MORE)) {
      continue;
    }
    if (!is_place(p, h, i)) return false;
  }
  return true;
}

/* Of nothing in the whole list: "degradation rather than activation of Y". */
static bool lacks_thing(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  for (uint32_t c = theme ? theme->chunk : 0; c; c = p->chunks.at[c].next) {
    if (!is_bare(p, c)) return false;
  }
  return theme != NULL;
}

/* "Phosphorylation of X or acetylation of Y": of whom is what follows? */
static bool is_one_cause(const pq_parse *p, const pq_hit *h) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_arg *const a = &h->args[i];
    if (a->role != PQ_AS_AGENT && a->role != PQ_AS_UPSTREAM) continue;
    n += p->chunks.at[a->chunk].next ? 2 : 1;
  }
  return n == 1;
}

pq_status pq_cause_make(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  if (p->r->wants_happenings || !lacks_thing(p, &p->hits.at[hit]) ||
      !is_one_cause(p, &p->hits.at[hit])) {
    return PQ_OK;
  }
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    const bool cause = a.role == PQ_AS_AGENT || a.role == PQ_AS_UPSTREAM;
    if (cause && a.hit && a.hit < hit &&
        p->hits.at[a.hit].voice == PQ_NOMINAL &&
        pq_hit_arg(&p->hits.at[a.hit], PQ_AS_THEME)) {
      PQ_TRY(st, pq_event_make(p, a.hit, hit));
    }
  }
  return PQ_OK;
}
