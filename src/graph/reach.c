#include "reach.h"

/* Note that an entity is there, and look into it later. */
static pq_status touch_entity(pq_reach *reach, pq_entity_id id) {
  if (!id || pq_reach_has(reach, id)) return PQ_OK;
  pq_arena *const arena = reach->record->arena;
  while (reach->entities.n <= id) {
    PQ_PUSH(arena, &reach->entities, false);
  }
  reach->entities.at[id] = true;
  PQ_PUSH(arena, &reach->queue, ((pq_node){PQ_NODE_ENTITY, id}));
  return PQ_OK;
}

static pq_status touch_event(pq_reach *reach, pq_event_id id) {
  if (!id) return PQ_OK;
  pq_arena *const arena = reach->record->arena;
  while (reach->events.n <= id) {
    PQ_PUSH(arena, &reach->events, ((pq_reached_event){.seen = false}));
  }
  if (reach->events.at[id].seen) return PQ_OK;
  reach->events.at[id].seen = true;
  PQ_PUSH(arena, &reach->queue, ((pq_node){PQ_NODE_EVENT, id}));
  return PQ_OK;
}

static pq_status touch_all(pq_reach *reach, const pq_entity_id *ids,
                           uint32_t n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, touch_entity(reach, ids[i]));
  }
  return PQ_OK;
}

pq_status pq_single_state(pq_record *r, const pq_entity *e, uint32_t mod,
                          pq_entity_id *out) {
  const pq_entity single = {
      .kind = e->kind, .of = e->of, .mods = &e->mods[mod], .n_mods = 1};
  return pq_store_entity(r, &single, out);
}

static pq_status look_into_entity(pq_reach *reach, pq_entity_id id) {
  pq_status st = PQ_OK;
  const pq_entity e = *pq_entity_at(reach->record, id);
  PQ_TRY(st, touch_entity(reach, e.of));
  PQ_TRY(st, touch_entity(reach, e.in_place));
  PQ_TRY(st, touch_all(reach, e.members, e.n_members));
  for (uint32_t i = 0; i < 4 && e.after_entity[i]; ++i) {
    PQ_TRY(st, touch_entity(reach, e.after_entity[i]));
  }
  for (uint32_t i = 0; e.of && e.n_mods > 1 && i < e.n_mods; ++i) {
    pq_entity_id single = 0;
    PQ_TRY(st, pq_single_state(reach->record, &e, i, &single));
    PQ_TRY(st, touch_entity(reach, single));
  }
  return PQ_OK;
}

static bool is_bare(const pq_event *e) {
  return !e->n_products && !e->site.residue && !e->site.position && !e->from &&
         !e->to && !e->in && !e->downstream_of;
}

static pq_status find_broader(pq_record *r, const pq_event *e,
                              pq_event_id *out) {
  if (is_bare(e)) return PQ_OK;
  pq_event bare = {.kind = e->kind, .n_themes = e->n_themes};
  memcpy(bare.themes, e->themes, sizeof bare.themes);
  return pq_store_event(r, &bare, out);
}

/* PSI-MOD number of what the event puts on its theme, or 0. */
static uint32_t product_term(const pq_kind *kind, pq_site site) {
  if (!pq_is_upper(site.residue)) return kind->product_unsaid;
  const uint32_t term = kind->product[site.residue - 'A'];
  return term ? term : kind->product_else;
}

/* The modifications of a state and one more, in order. */
static pq_status add_mod(pq_arena *arena, pq_entity *state,
                         pq_modification more) {
  if (state->n_mods >= PQ_MODS_MOST) return PQ_OK;
  pq_modification *const mods =
      pq_arena_take(arena, (state->n_mods + 1) * sizeof *mods);
  if (!mods) return arena->status;
  uint32_t at = 0;
  while (at < state->n_mods &&
         pq_modification_order(&state->mods[at], &more) < 0) {
    mods[at] = state->mods[at];
    ++at;
  }
  if (at < state->n_mods &&
      pq_modification_order(&state->mods[at], &more) == 0) {
    return PQ_OK;
  }
  mods[at] = more;
  for (uint32_t i = at; i < state->n_mods; ++i) {
    mods[i + 1] = state->mods[i];
  }
  state->mods = mods;
  ++state->n_mods;
  return PQ_OK;
}

/* The theme as it is after a modification or activation. */
static pq_status leave_state(pq_record *r, const pq_event *e,
                             pq_entity_id *out) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &r->kinds[e->kind];
  const uint32_t term = product_term(kind, e->site);
  if (!term && kind->leaves == PQ_ACTIVITY_UNSAID) return PQ_OK;
  const pq_entity_id base = pq_entity_base(r, e->themes[0]);
  const pq_entity *const theme = pq_entity_at(r, e->themes[0]);
  pq_entity state = {.kind = pq_entity_at(r, base)->kind, .of = base};
  if (theme->of) {
    state.active = theme->active;
    state.mods = theme->mods;
    state.n_mods = theme->n_mods;
    state.mutant = theme->mutant;
    state.in_place = theme->in_place;
  }
  if (kind->leaves != PQ_ACTIVITY_UNSAID) state.active = kind->leaves;
  if (term) {
    PQ_TRY(st, add_mod(r->arena, &state, (pq_modification){e->site, term}));
  }
  return pq_store_entity(r, &state, out);
}

static pq_status form_complex(pq_record *r, const pq_event *e,
                              pq_entity_id *out) {
  pq_entity_id *const members =
      pq_arena_take(r->arena, e->n_themes * sizeof *members);
  if (!members) return r->arena->status;
  memcpy(members, e->themes, e->n_themes * sizeof *members);
  const pq_entity complex = {
      .kind = PQ_ENTITY_COMPLEX, .members = members, .n_members = e->n_themes};
  return pq_store_entity(r, &complex, out);
}

static pq_status find_product(pq_record *r, const pq_event *e,
                              pq_entity_id *out) {
  const pq_kind *const kind = &r->kinds[e->kind];
  if (kind->assembly && e->n_themes > 1) return form_complex(r, e, out);
  if (e->n_themes == 1) return leave_state(r, e, out);
  return PQ_OK;
}

/* Everything that an event names. */
static pq_status touch_parts(pq_reach *reach, const pq_event *e) {
  pq_status st = PQ_OK;
  PQ_TRY(st, touch_all(reach, e->themes, e->n_themes));
  PQ_TRY(st, touch_all(reach, e->products, e->n_products));
  const pq_entity_id others[] = {e->from, e->to, e->in, e->downstream_of};
  return touch_all(reach, others, sizeof others / sizeof others[0]);
}

static pq_status look_into_event(pq_reach *reach, pq_event_id id) {
  pq_status st = PQ_OK;
  const pq_event e = *pq_event_at(reach->record, id);
  pq_event_id broader = 0;
  pq_entity_id product = 0;
  PQ_TRY(st, find_broader(reach->record, &e, &broader));
  PQ_TRY(st, find_product(reach->record, &e, &product));
  reach->events.at[id].broader = broader;
  reach->events.at[id].product = product;
  PQ_TRY(st, touch_event(reach, broader));
  PQ_TRY(st, touch_entity(reach, product));
  for (uint32_t i = 0; i < e.n_themes; ++i) { /* a site is on the base */
    PQ_TRY(st, touch_entity(reach, pq_entity_base(reach->record, e.themes[i])));
  }
  return touch_parts(reach, &e);
}

pq_status pq_reach_node(pq_reach *reach, pq_node node) {
  pq_status st = PQ_OK;
  if (node.kind == PQ_NODE_ENTITY) st = touch_entity(reach, node.id);
  if (node.kind == PQ_NODE_EVENT) st = touch_event(reach, node.id);
  for (; !st && reach->head < reach->queue.n; ++reach->head) {
    const pq_node next = reach->queue.at[reach->head];
    st = next.kind == PQ_NODE_EVENT ? look_into_event(reach, next.id)
                                    : look_into_entity(reach, next.id);
  }
  return st;
}
