/* A hit's happenings: its themes, its places; its sites see event_sites.c. */
#include "seek.h"

bool pq_event_has_kind(const pq_hit *h) {
  if (h->trigger->stands) return false;
  return h->trigger->type == PQ_TRIGGER_EVENT ||
         (h->trigger->type == PQ_TRIGGER_REGULATION &&
          h->trigger->has_thing_kind);
}

/* "shuttles between P and Q": there and back. */
static void set_both_ways(const pq_parse *p, const pq_hit *h, pq_parts *out) {
  const pq_arg *const from = pq_hit_arg(h, PQ_AS_FROM);
  if (!from ||
      !pq_view_alike(pq_span_text(p->text, from->how), PQ_LIT("between"))) {
    return;
  }
  out->both_ways = out->from.n == 2 && !out->to.n;
  out->from.n = out->both_ways ? 1 : 0;
  if (out->both_ways) out->to.at[out->to.n++] = out->from.at[1];
}

static pq_status collect_places(pq_parse *p, const pq_hit *h, pq_parts *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_seek_role(p, h, PQ_AS_FROM, PQ_WANT_PLACES, &out->from));
  PQ_TRY(st, pq_seek_role(p, h, PQ_AS_TO, PQ_WANT_PLACES, &out->to));
  set_both_ways(p, h, out);
  return pq_seek_role(p, h, PQ_AS_IN, PQ_WANT_PLACES, &out->in);
}

/* "activation of CHEK2 and apoptosis": of CHEK2. */
static void drop_processes(const pq_parse *p, pq_names *themes) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < themes->n; ++i) {
    const bool process = pq_draft_is_process(p, themes->at[i].entity);
    if (n && process && !pq_draft_is_process(p, themes->at[0].entity)) continue;
    themes->at[n++] = themes->at[i];
  }
  themes->n = n;
}

/* What is converted is told whole. */
static pq_status add_substances(pq_parse *p, const pq_hit *h, pq_parts *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_substance_add(p, h, PQ_AS_THEME, &out->themes));
  PQ_TRY(st, pq_substance_add(p, h, PQ_AS_PARTNER, &out->partners));
  return pq_substance_add(p, h, PQ_AS_PRODUCT, &out->products);
}

static bool is_listed(pq_view list, pq_view id) {
  while (list.len) {
    if (pq_view_same(pq_view_cut(&list, ' '), id)) return true;
  }
  return false;
}

/* Of some kinds only few things are told: of an exchange, nucleotides. */
static void keep_listed(const pq_parse *p, pq_view list, pq_names *things) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < things->n && list.len; ++i) {
    const pq_entity *const e = pq_entity_at(p->r, things->at[i].entity);
    if (is_listed(list, e->id)) things->at[n++] = things->at[i];
  }
  if (list.len) things->n = n;
}

/* What is written out in the hit's arguments: themes, partners, products. */
static pq_status collect_things(pq_parse *p, const pq_hit *h, pq_parts *out) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[pq_seek_kind(h)];
  const unsigned want = pq_seek_want(kind);
  PQ_TRY(st, pq_seek_role(p, h, PQ_AS_THEME, want, &out->themes));
  if (h->voice == PQ_NOMINAL) drop_processes(p, &out->themes);
  PQ_TRY(st, pq_seek_role(p, h, PQ_AS_PARTNER, want, &out->partners));
  PQ_TRY(st, pq_seek_role(p, h, PQ_AS_PRODUCT,
                          want | (kind->into.len ? PQ_WANT_PIECES : 0),
                          &out->products));
  if (kind->conversion || h->exchanges || pq_hit_arg(h, PQ_AS_PRODUCT)) {
    PQ_TRY(st, add_substances(p, h, out));
  }
  keep_listed(p, kind->only, &out->themes);
  keep_listed(p, kind->only, &out->products);
  return PQ_OK;
}

/* "SEC61 translocates proteins": then it does not move itself. */
static bool moves_others(const pq_parse *p, const pq_hit *h,
                         const pq_parts *w) {
  uint32_t at = 0;
  const pq_frame_row *const row =
      pq_rules_slot(p->g, h->trigger->frame, h->voice, PQ_LIT("object"), &at);
  const uint32_t next = h->chunk + 1;
  const bool others =
      h->other_partner ||
      (pq_chunk_is(p, next, PQ_CHUNK_NOUN) && !p->chunks.at[next].name_end);
  return others && !w->partners.n && h->voice == PQ_ACTIVE_VOICE && row &&
         row->role == PQ_AS_PARTNER && p->r->kinds[pq_seek_kind(h)].transport;
}

/* What the hit's own arguments name. */
static pq_status collect_own(pq_parse *p, const pq_hit *h, pq_parts *out) {
  pq_status st = PQ_OK;
  const unsigned want = pq_seek_want(&p->r->kinds[pq_seek_kind(h)]);
  PQ_TRY(st, collect_things(p, h, out));
  PQ_TRY(st, collect_places(p, h, out));
  if (h->trigger->to_agent && h->voice != PQ_NOMINAL && !out->partners.n &&
      !out->to.n) {
    PQ_TRY(st, pq_seek_role(p, h, PQ_AS_AGENT, want, &out->partners));
  }
  pq_event_collect_sites(p, h, out);
  if (out->themes.n || h->voice != PQ_NOMINAL || h->trigger->needs_theme ||
      (pq_chunk_is(p, h->chunk + 1, PQ_CHUNK_PREPOSITION) &&
       pq_unit_says(p, p->chunks.at[h->chunk + 1].begin, "of"))) {
    return PQ_OK; /* "its inhibition of Y": not its own */
  }
  const pq_arg its = {.chunk = h->chunk}; /* "its activation" */
  if (p->chunks.at[h->chunk].refers) {
    return pq_named_collect(p, &its, want, &out->themes);
  }
  pq_named_whose(p, h->chunk, want, &out->themes);
  return PQ_OK;
}

/* "Its activation", of what nothing tells. */
static bool is_of_whom(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  return h->voice == PQ_NOMINAL && !w->themes.n && !c->refers &&
         pq_unit_says(p, c->begin, "its") && !h->trigger->self &&
         !p->r->wants_happenings;
}

/* ---- putting together ---- */

static pq_entity_id first_of(const pq_names *n) {
  return n->n ? n->at[0].entity : 0;
}

static void add_theme(pq_event *e, pq_made *m, const pq_named *n) {
  if (e->n_themes == PQ_THEMES_MOST) return;
  for (uint32_t i = 0; i < m->n_themes; ++i) {
    if (m->themes[i] == n->entity) return;
  }
  if (n->negated) {
    m->not_themes |= 1U << m->n_themes;
    m->not_span = n->not_span;
  }
  e->themes[e->n_themes++] = n->entity;
  m->themes[m->n_themes] = n->entity;
  m->theme_spans[m->n_themes++] = n->span;
}

static void widen(const pq_parse *p, pq_made *m, const pq_named *n) {
  if (n->sentence == p->sentence && n->chunk) {
    m->span = pq_span_join(m->span, n->reach);
  }
}

/* The theme alone, or with all that come together, and their partners. */
static void take_things(const pq_parse *p, const pq_parts *w, uint32_t theme,
                        pq_event *e, pq_made *m) {
  const pq_kind *const kind = &p->r->kinds[e->kind];
  const bool whole =
      kind->assembly || kind->dissociation || kind->binding || kind->conversion;
  for (uint32_t i = 0; i < w->themes.n; ++i) {
    if (i != theme && !whole) continue;
    /* "dimerization of A but not of B" */
    if (w->themes.at[i].negated && !w->themes.at[0].negated &&
        (kind->assembly || kind->dissociation)) {
      continue;
    }
    add_theme(e, m, &w->themes.at[i]);
    widen(p, m, &w->themes.at[i]);
  }
  m->n_own = m->n_themes;
  for (uint32_t i = 0; i < w->partners.n && whole; ++i) {
    if (w->partners.at[i].negated && i > 0 &&
        (kind->assembly || kind->dissociation || w->acts)) {
      continue; /* "binding of A to B, but not to C, does D" */
    }
    add_theme(e, m, &w->partners.at[i]);
    widen(p, m, &w->partners.at[i]);
  }
  /* What a thing is recruited to is no part of its coming there. */
  for (uint32_t i = 0; i < w->partners.n && kind->transport; ++i) {
    if (m->n_themes == PQ_THEMES_MOST) break;
    if (w->partners.at[i].negated) m->not_themes |= 1U << m->n_themes;
    m->themes[m->n_themes] = w->partners.at[i].entity;
    m->theme_spans[m->n_themes++] = w->partners.at[i].span;
  }
}

static bool is_among(const pq_entity_id *things, uint32_t n, pq_entity_id one) {
  for (uint32_t k = 0; k < n; ++k) {
    if (things[k] == one) return true;
  }
  return false;
}

/* What comes out; a thing that is there before and after is not made. */
static pq_status take_products(pq_parse *p, const pq_parts *w, pq_event *e,
                               pq_made *m) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < w->products.n; ++i) {
    const pq_named *const n = &w->products.at[i];
    pq_entity_id thing = n->entity;
    if (p->r->kinds[e->kind].into.len &&
        is_among(e->themes, e->n_themes, thing)) {
      PQ_TRY(st, pq_named_piece(p, n, &thing));
    }
    if (e->n_products == PQ_THEMES_MOST ||
        is_among(e->themes, e->n_themes, thing) ||
        is_among(e->products, e->n_products, thing)) {
      continue;
    }
    e->products[e->n_products++] = thing;
    widen(p, m, n);
  }
  return PQ_OK;
}

static void take_places(const pq_parts *w, pq_event *e, pq_made *m) {
  const pq_names *const places[] = {&w->from, &w->to, &w->in};
  pq_entity_id *const rooms[] = {&e->from, &e->to, &e->in};
  for (size_t i = 0; i < 3; ++i) {
    *rooms[i] = first_of(places[i]);
    if (places[i]->n) m->span = pq_span_join(m->span, places[i]->at[0].reach);
  }
}

pq_status pq_event_keep(const pq_parse *p, pq_hit *h, const pq_made *made) {
  if (h->n_events == h->events_cap) {
    const uint32_t more = h->events_cap ? h->events_cap : 1;
    pq_made *const events = pq_vec_room(p->r->arena, h->events, h->n_events,
                                        more, sizeof *h->events);
    if (!events) return p->r->arena->status;
    h->events = events;
    h->events_cap = h->n_events + more;
  }
  h->events[h->n_events++] = *made;
  return PQ_OK;
}

/* "GABA release" is into another place; a protein may be released from another
 * one. */
static bool is_molecule_before(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_NOMINAL || !theme || theme->end != h->unit ||
      pq_hit_arg(h, PQ_AS_PARTNER)) {
    return false;
  }
  return pq_unit_is_kind(p, theme->end - 1, PQ_ENTITY_MOLECULE);
}

/* "release of IL8", from cells as it seems: enough for annotation. */
static bool is_release(const pq_parse *p, const pq_hit *h) {
  return (p->r->wants_happenings ? h->voice != PQ_ACTIVE_VOICE
                                 : is_molecule_before(p, h)) &&
         pq_view_alike(pq_view_head(pq_unit_text(p, h->unit), 6),
                       PQ_LIT("releas"));
}

pq_status pq_event_put(pq_parse *p, pq_hit *h, const pq_parts *w,
                       uint32_t theme, const pq_placed *site) {
  pq_status st = PQ_OK;
  const pq_named *const first = &w->themes.at[theme];
  pq_event e = {.kind = pq_seek_kind(h)};
  pq_made m = {.span = h->span,
               .theme = first->span,
               .theme_sentence = first->sentence,
               .inherited = w->inherited,
               .one_side = w->one_side,
               .negated = first->negated,
               .not_span = first->not_span};
  /* "X makes glutamate, and its expression": of X, which is not said here */
  const bool odd =
      p->r->kinds[e.kind].needs_gene && !p->r->wants_happenings &&
      pq_entity_at(p->r, first->entity)->kind == PQ_ENTITY_MOLECULE;
  const bool placed = w->from.n || w->to.n || w->in.n || is_release(p, h);
  if (odd || h->n_events == PQ_MADE_MOST ||
      (h->trigger->needs_place && !placed)) {
    return PQ_OK;
  }
  take_things(p, w, theme, &e, &m);
  PQ_TRY(st, take_products(p, w, &e, &m));
  if (site) {
    e.site = site->site;
    m.site = site->span;
    m.negated = m.negated || site->negated;
    if (site->negated) m.not_span = site->not_span;
    m.span = pq_span_join(m.span, site->span);
  }
  take_places(w, &e, &m);
  PQ_TRY(st, pq_store_event(p->r, &e, &m.event));
  return pq_event_keep(p, h, &m);
}

/* Each of these is held: "GDP" of HRAS is HRAS:GDP. */
static pq_status hold(pq_parse *p, pq_entity_id holder, pq_names *things) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < things->n; ++i) {
    const pq_entity_id pair[] = {holder, things->at[i].entity};
    PQ_TRY(st, pq_bond_complex(p, pair, 2, &things->at[i].entity));
  }
  return PQ_OK;
}

/* "The exchange of GDP for GTP on HRAS": HRAS:GDP becomes HRAS:GTP. */
static pq_status put_held(pq_parse *p, pq_hit *h, const pq_parts *w) {
  pq_status st = PQ_OK;
  pq_parts *const own = pq_arena_room(p->r->arena, sizeof *own);
  if (!own) return p->r->arena->status;
  for (uint32_t i = 0; i < w->partners.n; ++i) {
    const pq_named *const holder = &w->partners.at[i];
    *own = *w;
    own->partners.n = 0;
    PQ_TRY(st, hold(p, holder->entity, &own->themes));
    PQ_TRY(st, hold(p, holder->entity, &own->products));
    PQ_TRY(st, pq_event_put(p, h, own, 0, NULL));
  }
  return PQ_OK;
}

/* "inhibits binding of A but not B": what it inhibits is not of B. */
static void drop_negated(pq_names *names) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < names->n; ++i) {
    if (!names->at[i].negated) names->at[n++] = names->at[i];
  }
  if (n) names->n = n;
}

/* All that comes together, or one event for each partner. */
static pq_status put_each(pq_parse *p, pq_hit *h, pq_parts *w) {
  pq_status st = PQ_OK;
  pq_names *const each = pq_bond_each(p, h, w);
  if (!each) return w->themes.n ? pq_event_put(p, h, w, 0, NULL) : PQ_OK;
  const uint32_t n = each->n;
  const pq_named first = each->at[0];
  each->n = 1;
  for (uint32_t i = 0; w->themes.n && i < n; ++i) {
    if (i) each->at[0] = each->at[i];
    PQ_TRY(st, pq_event_put(p, h, w, 0, NULL));
  }
  each->at[0] = first;
  each->n = n;
  return PQ_OK;
}

/* What comes together; "A or B with C" each by itself. */
static pq_status put_together(pq_parse *p, pq_hit *h, pq_parts *w) {
  pq_status st = PQ_OK;
  if (h->voice == PQ_NOMINAL && h->used_by) {
    drop_negated(&w->themes);
    drop_negated(&w->partners);
  }
  if (!w->partners.n) pq_bond_part(p, h, &w->themes);
  if (!pq_bond_is_choice(p, h, w)) return put_each(p, h, w);
  pq_named all[PQ_THEMES_MOST];
  const uint32_t n = w->themes.n;
  memcpy(all, w->themes.at, n * sizeof *all);
  for (uint32_t i = 0; i < n; ++i) {
    w->themes.n = 1;
    w->themes.at[0] = all[i];
    PQ_TRY(st, put_each(p, h, w));
  }
  return PQ_OK;
}

/* "between P and Q": from P to Q, and from Q to P. */
static pq_status put_ways(pq_parse *p, pq_hit *h, pq_parts *w) {
  pq_status st = PQ_OK;
  const pq_named from = w->from.at[0];
  for (uint32_t t = 0; t < 2 * w->themes.n; ++t) {
    if (t == w->themes.n) {
      w->from.at[0] = w->to.at[0];
      w->to.at[0] = from;
    }
    PQ_TRY(st, pq_event_put(p, h, w, t % w->themes.n, NULL));
  }
  return PQ_OK;
}

static pq_status put_all(pq_parse *p, pq_hit *h, pq_parts *w) {
  pq_status st = PQ_OK;
  if (w->both_ways) return put_ways(p, h, w);
  const pq_kind *const kind = &p->r->kinds[pq_seek_kind(h)];
  if (kind->held && w->partners.n) return put_held(p, h, w);
  if (kind->assembly || kind->dissociation || kind->binding ||
      kind->conversion) {
    return put_together(p, h, w);
  }
  if (w->sites.n) return pq_event_put_sites(p, h, w);
  for (uint32_t t = 0; t < w->themes.n; ++t) {
    PQ_TRY(st, pq_event_put(p, h, w, t, NULL));
  }
  return PQ_OK;
}

static pq_status keep_memory(pq_parse *p, const pq_hit *h) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < h->n_events; ++i) {
    pq_made *const m = &h->events[i];
    const pq_event *const e = pq_event_at(p->r, m->event);
    if (m->negated || (m->not_themes && m->n_themes == 2)) {
      continue; /* it does not happen */
    }
    m->known = m->known || pq_memory_happened(p, m->event);
    const pq_memory memory = {.kind = e->kind,
                              .event = m->event,
                              .site = e->site,
                              .theme = m->themes[0],
                              .theme_span = m->theme,
                              .sentence = m->theme_sentence,
                              .told_in = p->sentence};
    PQ_TRY(st, pq_memory_keep(p, &memory));
  }
  return PQ_OK;
}

/* Empty parts, of which only what is used is ever touched; or NULL.  They are
 * large, and nobody keeps them. */
static pq_parts *no_parts(pq_parse *p) {
  if (!p->parts) p->parts = pq_arena_room(p->r->arena, sizeof *p->parts);
  pq_parts *const w = p->parts;
  if (!w) return NULL;
  w->themes.n = w->partners.n = w->products.n = 0;
  w->from.n = w->to.n = w->in.n = 0;
  w->sites.n = 0;
  w->inherited = w->one_side = w->both_ways = false;
  w->theme_sentence = 0;
  return w;
}

/* "The formation of A", "generated from B": only half of it is said. */
static bool lacks_side(const pq_parse *p, const pq_hit *h, const pq_parts *w) {
  const bool makes = p->r->kinds[pq_seek_kind(h)].conversion;
  return !w->themes.n || (makes && !w->products.n);
}

/* What the hit's own words tell; `*none`: of nothing that could be made. */
static pq_status collect_told(pq_parse *p, pq_hit *h, pq_parts *w, bool *none) {
  pq_status st = PQ_OK;
  PQ_TRY(st, collect_own(p, h, w));
  PQ_TRY(st, pq_seek_is_self(p, h, &w->themes, none));
  *none = *none || is_of_whom(p, h, w) ||
          (h->trigger->type == PQ_TRIGGER_REGULATION && !w->themes.n);
  return PQ_OK;
}

pq_status pq_event_make(pq_parse *p, uint32_t inner, uint32_t governor) {
  pq_status st = PQ_OK;
  pq_hit *const h = &p->hits.at[inner];
  if (h->made || !pq_event_has_kind(h)) return PQ_OK;
  h->made = true;
  pq_parts *const w = no_parts(p);
  if (!w) return p->r->arena->status;
  bool none = false;
  PQ_TRY(st, collect_told(p, h, w, &none));
  w->acts = pq_bond_acts(p, inner, governor);
  if (none) return PQ_OK;
  if (moves_others(p, h, w) ||
      pq_bond_lacks(p, h, w->themes.n, w->partners.n)) {
    return PQ_OK;
  }
  if (h->trigger->needs_theme && lacks_side(p, h, w)) return PQ_OK;
  if (!w->themes.n && !pq_event_any_owned(p, h, w)) {
    PQ_TRY(st, pq_seek_themes(p, h, governor, w));
    if (!w->themes.n) return PQ_OK;
  }
  PQ_TRY(st, put_all(p, h, w));
  return keep_memory(p, h);
}
