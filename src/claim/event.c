/* A hit's happenings: its themes, its sites, its places. */
#include "draft.h"

/* What an event is made of before themes meet sites. */
typedef struct parts {
  pq_names themes, partners, from, to, in, products;
  pq_sites sites;
  bool inherited;
  pq_sentence_id theme_sentence;
} parts;

bool pq_event_has_kind(const pq_hit *h) {
  if (h->trigger->stands) return false;
  return h->trigger->type == PQ_TRIGGER_EVENT ||
         (h->trigger->type == PQ_TRIGGER_REGULATION &&
          h->trigger->has_thing_kind);
}

static uint32_t kind_of(const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT ? h->trigger->kind
                                              : h->trigger->thing_kind;
}

static unsigned theme_want(const pq_kind *kind) {
  unsigned want = PQ_WANT_THINGS;
  if (kind->needs_gene || kind->output_theme) want |= PQ_WANT_GROUPS;
  if (kind->leaves != PQ_ACTIVITY_UNSAID) want |= PQ_WANT_PROCESSES;
  return want;
}

static pq_status collect_role(pq_parse *p, const pq_hit *h, pq_frame_role role,
                              unsigned want, pq_names *out) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == role && !h->args[i].hit) {
      PQ_TRY(st, pq_named_collect(p, &h->args[i], want, out));
    }
  }
  return PQ_OK;
}

static pq_status collect_places(pq_parse *p, const pq_hit *h, parts *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, collect_role(p, h, PQ_AS_FROM, PQ_WANT_PLACES, &out->from));
  PQ_TRY(st, collect_role(p, h, PQ_AS_TO, PQ_WANT_PLACES, &out->to));
  return collect_role(p, h, PQ_AS_IN, PQ_WANT_PLACES, &out->in);
}

static void collect_sites(const pq_parse *p, const pq_hit *h, parts *out) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (h->args[i].role == PQ_AS_SITE) {
      pq_named_sites(p, &h->args[i], &out->sites);
    }
  }
}

/* What the hit's own arguments name. */
static pq_status collect_own(pq_parse *p, const pq_hit *h, parts *out) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[kind_of(h)];
  const unsigned want = theme_want(kind);
  PQ_TRY(st, collect_role(p, h, PQ_AS_THEME, want, &out->themes));
  PQ_TRY(st, collect_role(p, h, PQ_AS_PARTNER, want, &out->partners));
  PQ_TRY(st, collect_role(p, h, PQ_AS_PRODUCT, want, &out->products));
  PQ_TRY(st, collect_places(p, h, out));
  collect_sites(p, h, out);
  if (out->themes.n || !p->chunks.at[h->chunk].refers ||
      h->voice != PQ_NOMINAL) {
    return PQ_OK;
  }
  const pq_arg its = {.chunk = h->chunk}; /* "its activation" */
  return pq_named_collect(p, &its, want, &out->themes);
}

/* "T774 of PKN1": the protein that the words give the residue.  Where they
 * give none the clause's themes stand. */
static pq_status owners_of(pq_parse *p, const pq_placed *site, unsigned want,
                           pq_names *out) {
  const pq_arg whole = {.chunk = site->of};
  return site->of ? pq_named_collect(p, &whole, want, out) : PQ_OK;
}

/* Sites whose protein is said beside them make events of their own. */
static bool is_owned(const pq_parse *p, const pq_placed *site) {
  for (uint32_t i = site->of, depth = 0; i && depth < 4;
       i = p->chunks.at[i].of, ++depth) {
    if (p->chunks.at[i].name_end) return true;
  }
  return false;
}

/* ---- themes that the clause does not say ---- */

static void take_remembered(const pq_memory *m, parts *out) {
  out->themes.at[0] = (pq_named){
      .entity = m->theme, .span = m->theme_span, .sentence = m->sentence};
  out->themes.n = 1;
  out->inherited = true;
}

static bool same_site(pq_site a, pq_site b) {
  return a.position && a.position == b.position &&
         (a.residue == b.residue || !a.residue || !b.residue);
}

/* The theme of the last event of this kind, best one at the same site. */
static void remember(const pq_parse *p, const pq_hit *h, parts *out) {
  const pq_memory *last = NULL;
  const uint32_t kind = kind_of(h);
  for (uint32_t i = p->memory.n; i-- > 0;) {
    const pq_memory *const m = &p->memory.at[i];
    if (m->kind != kind) continue;
    for (uint32_t k = 0; k < out->sites.n; ++k) {
      if (same_site(m->site, out->sites.at[k].site)) {
        take_remembered(m, out);
        return;
      }
    }
    if (!last) last = m;
  }
  if (last && out->sites.n) take_remembered(last, out);
  if (out->themes.n || !out->sites.n || p->n_topics != 1) return;
  /* a residue and no name: of what the sentence before was about */
  out->themes.at[out->themes.n++] =
      (pq_named){.entity = p->topics[0], .sentence = p->sentence};
  out->inherited = true;
}

/* "This phosphorylation": the events of this kind that were told last, with all
 * that was said of them. */
static void take_again(const pq_parse *p, pq_hit *h) {
  const uint32_t kind = kind_of(h);
  uint32_t i = p->memory.n;
  while (i > 0 && p->memory.at[i - 1].kind != kind) {
    --i;
  }
  if (!i) return;
  const pq_memory *const last = &p->memory.at[i - 1];
  for (; i > 0 && h->n_events < PQ_MADE_MOST; --i) {
    const pq_memory *const m = &p->memory.at[i - 1];
    if (m->kind != kind || m->told_in != last->told_in) continue;
    bool again = false;
    for (uint32_t k = 0; k < h->n_events; ++k) {
      again = again || h->events[k].event == m->event;
    }
    if (again) continue;
    h->events[h->n_events++] = (pq_made){.event = m->event,
                                         .span = h->span,
                                         .theme = m->theme_span,
                                         .theme_sentence = m->sentence,
                                         .inherited = true,
                                         .known = true,
                                         .themes = {m->theme},
                                         .theme_spans = {m->theme_span},
                                         .n_themes = 1,
                                         .n_own = 1};
  }
}

/* The themes of another hit's first event. */
static void take_themes(const pq_hit *h, parts *out) {
  if (!h->n_events) return;
  const pq_made *const m = &h->events[0];
  for (uint32_t k = 0; k < m->n_own && out->themes.n < 8; ++k) {
    out->themes.at[out->themes.n++] = (pq_named){.entity = m->themes[k],
                                                 .span = m->theme_spans[k],
                                                 .sentence = m->theme_sentence};
  }
}

/* "CREB is activated by phosphorylation": of CREB. */
static pq_status inherit(pq_parse *p, uint32_t governor, unsigned want,
                         parts *out) {
  pq_status st = PQ_OK;
  if (!governor) return PQ_OK;
  const pq_hit *const g = &p->hits.at[governor];
  take_themes(g, out);
  if (!out->themes.n) {
    PQ_TRY(st, collect_role(p, g, PQ_AS_THEME, want, &out->themes));
  }
  for (uint32_t i = 0; i < g->n_args && !out->themes.n; ++i) {
    take_themes(&p->hits.at[g->args[i].hit], out);
  }
  out->inherited = out->themes.n > 0;
  return PQ_OK;
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
  e->themes[e->n_themes++] = n->entity;
  m->themes[m->n_themes] = n->entity;
  m->theme_spans[m->n_themes++] = n->span;
}

static void widen(const pq_parse *p, pq_made *m, const pq_named *n) {
  if (n->sentence == p->sentence && n->chunk) {
    m->span = pq_span_join(m->span, n->reach);
  }
}

/* One event: `theme` alone, or with all partners. */
static pq_status put_event(pq_parse *p, pq_hit *h, const parts *w,
                           uint32_t theme, const pq_placed *site) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[kind_of(h)];
  const bool whole = kind->assembly || kind->dissociation || kind->binding;
  if (h->n_events == PQ_MADE_MOST ||
      (h->trigger->needs_place && !w->from.n && !w->to.n)) {
    return PQ_OK;
  }
  pq_event e = {.kind = kind_of(h),
                .from = first_of(&w->from),
                .to = first_of(&w->to),
                .in = first_of(&w->in)};
  const pq_named *const first = &w->themes.at[theme];
  pq_made m = {.span = h->span,
               .theme = first->span,
               .theme_sentence = first->sentence,
               .inherited = w->inherited,
               .negated = first->negated,
               .not_span = first->not_span};
  for (uint32_t i = 0; i < w->themes.n; ++i) {
    if (i != theme && !whole) continue;
    add_theme(&e, &m, &w->themes.at[i]);
    widen(p, &m, &w->themes.at[i]);
  }
  m.n_own = m.n_themes;
  for (uint32_t i = 0; i < w->partners.n && whole; ++i) {
    add_theme(&e, &m, &w->partners.at[i]);
    widen(p, &m, &w->partners.at[i]);
  }
  for (uint32_t i = 0; i < w->products.n && i < PQ_THEMES_MOST; ++i) {
    e.products[e.n_products++] = w->products.at[i].entity;
    widen(p, &m, &w->products.at[i]);
  }
  if (site) {
    e.site = site->site;
    m.site = site->span;
    m.span = pq_span_join(m.span, site->span);
  }
  const pq_names *const places[] = {&w->from, &w->to, &w->in};
  for (size_t i = 0; i < 3; ++i) {
    if (places[i]->n) m.span = pq_span_join(m.span, places[i]->at[0].reach);
  }
  PQ_TRY(st, pq_store_event(p->r, &e, &m.event));
  h->events[h->n_events++] = m;
  return PQ_OK;
}

/* The event at a residue that the words give to its own protein. */
static pq_status put_owned(pq_parse *p, pq_hit *h, const parts *w,
                           const pq_placed *site) {
  pq_status st = PQ_OK;
  parts *const own = pq_arena_take(p->r->arena, sizeof *own);
  if (!own) return p->r->arena->status;
  *own = *w;
  own->themes.n = 0;
  own->inherited = false;
  const unsigned want = theme_want(&p->r->kinds[kind_of(h)]);
  PQ_TRY(st, owners_of(p, site, want, &own->themes));
  for (uint32_t i = 0; i < own->themes.n; ++i) {
    PQ_TRY(st, put_event(p, h, own, i, site));
  }
  return PQ_OK;
}

/* Themes meet sites: one to one where there are as many of both, else each
 * theme has each site. */
static pq_status put_sites(pq_parse *p, pq_hit *h, const parts *w) {
  pq_status st = PQ_OK;
  const uint32_t n = w->themes.n;
  uint32_t free_sites = 0;
  for (uint32_t s = 0; s < w->sites.n; ++s) {
    const bool owned = is_owned(p, &w->sites.at[s]);
    free_sites += !owned;
    if (owned) PQ_TRY(st, put_owned(p, h, w, &w->sites.at[s]));
  }
  for (uint32_t t = 0; t < n && free_sites; ++t) {
    for (uint32_t s = 0; s < w->sites.n; ++s) {
      if (is_owned(p, &w->sites.at[s])) continue;
      if (n > 1 && free_sites == n && s != t) continue;
      PQ_TRY(st, put_event(p, h, w, t, &w->sites.at[s]));
    }
  }
  return PQ_OK;
}

static pq_status put_all(pq_parse *p, pq_hit *h, const parts *w) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[kind_of(h)];
  if (kind->assembly || kind->dissociation || kind->binding ||
      kind->conversion) {
    return w->themes.n ? put_event(p, h, w, 0, NULL) : PQ_OK;
  }
  if (w->sites.n) return put_sites(p, h, w);
  for (uint32_t t = 0; t < w->themes.n; ++t) {
    PQ_TRY(st, put_event(p, h, w, t, NULL));
  }
  return PQ_OK;
}

static bool any_owned(const pq_parse *p, const parts *w) {
  for (uint32_t s = 0; s < w->sites.n; ++s) {
    if (is_owned(p, &w->sites.at[s])) return true;
  }
  return false;
}

static pq_status keep_memory(pq_parse *p, const pq_hit *h) {
  for (uint32_t i = 0; i < h->n_events; ++i) {
    pq_made *const m = &h->events[i];
    const pq_event *const e = pq_event_at(p->r, m->event);
    for (uint32_t k = 0; k < p->memory.n; ++k) {
      m->known = m->known || p->memory.at[k].event == m->event;
    }
    const pq_memory memory = {.kind = e->kind,
                              .event = m->event,
                              .site = e->site,
                              .theme = m->themes[0],
                              .theme_span = m->theme,
                              .sentence = m->theme_sentence,
                              .told_in = p->sentence};
    PQ_PUSH(p->r->arena, &p->memory, memory);
  }
  return PQ_OK;
}

/* Themes from elsewhere in the sentence, for a hit that names none. */
static pq_status seek_themes(pq_parse *p, const pq_hit *h, uint32_t governor,
                             parts *out) {
  pq_status st = PQ_OK;
  const unsigned want = theme_want(&p->r->kinds[kind_of(h)]);
  PQ_TRY(st, inherit(p, governor, want, out));
  if (!out->themes.n && out->partners.n && !out->sites.n) {
    out->themes = out->partners; /* "binding to B" by an unnamed A */
    out->partners.n = 0;
  }
  if (out->themes.n || !out->sites.n || !p->context) return PQ_OK;
  const pq_arg in = {.chunk = p->context, .all = true};
  return pq_named_collect(p, &in, want, &out->themes);
}

/* "degradation of inclusions": of something that is no name, and so of nothing
 * that was named before. */
static bool is_of_other(const pq_parse *p, const pq_hit *h) {
  const uint32_t may_mean = PQ_W_PART | PQ_W_GENERIC | PQ_W_SITE | PQ_W_PRONOUN;
  const uint32_t of = h->chunk + 1;
  if (h->voice != PQ_NOMINAL || of + 1 >= p->chunks.n ||
      p->chunks.at[of].kind != PQ_CHUNK_PREPOSITION ||
      !pq_unit_says(p, p->chunks.at[of].begin, "of")) {
    return false;
  }
  const pq_chunk *const c = &p->chunks.at[of + 1];
  const pq_unit *const first = pq_unit_at(p, c->begin);
  if (c->kind != PQ_CHUNK_NOUN || c->name_end || c->hit || c->refers ||
      (first->classes & (PQ_W_DETERMINER | PQ_W_DEMONSTRATIVE))) {
    return false;
  }
  for (uint32_t i = c->begin; i < c->end; ++i) {
    const pq_unit *const u = &p->units.at[i];
    if (u->kind != PQ_UNIT_WORD || (u->classes & may_mean)) return false;
  }
  return true;
}

static bool says_agent(const pq_record *r, const pq_claim *c, uint32_t kind,
                       pq_entity_id agent) {
  return c->relation == PQ_REL_DIRECT && c->subject.kind == PQ_NODE_ENTITY &&
         c->subject.id == agent && c->object.kind == PQ_NODE_EVENT &&
         pq_event_at(r, c->object.id)->kind == kind &&
         pq_event_at(r, c->object.id)->themes[0] != agent;
}

/* "FURIN cleavage" where the record has said that FURIN cleaves: by FURIN. */
static bool is_known_agent(const pq_parse *p, const pq_hit *h,
                           const pq_names *themes) {
  const pq_record *const r = p->r;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_NOMINAL || h->trigger->self || !theme ||
      theme->chunk != h->chunk || themes->n != 1) {
    return false;
  }
  const pq_entity_id agent = themes->at[0].entity;
  for (uint32_t i = 0; i < r->claims.n; ++i) {
    if (says_agent(r, &r->claims.at[i], kind_of(h), agent)) return true;
  }
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    if (says_agent(r, &p->drafts.at[i].claim, kind_of(h), agent)) return true;
  }
  return false;
}

/* What a hit without a theme happens to; an event told before is taken again.
 */
static pq_status look_around(pq_parse *p, pq_hit *h, uint32_t governor,
                             parts *w) {
  pq_status st = PQ_OK;
  if (is_of_other(p, h)) return PQ_OK;
  PQ_TRY(st, seek_themes(p, h, governor, w));
  if (w->themes.n) return PQ_OK;
  if (!w->sites.n && pq_anaphor_event(p, h)) {
    take_again(p, h);
  } else {
    remember(p, h, w);
  }
  return PQ_OK;
}

pq_status pq_event_make(pq_parse *p, uint32_t inner, uint32_t governor) {
  pq_status st = PQ_OK;
  pq_hit *const h = &p->hits.at[inner];
  if (h->made || !pq_event_has_kind(h)) return PQ_OK;
  h->made = true;
  parts *const w = pq_arena_take(p->r->arena, sizeof *w);
  h->events = pq_arena_take(p->r->arena, PQ_MADE_MOST * sizeof *h->events);
  if (!w || !h->events) return p->r->arena->status;
  PQ_TRY(st, collect_own(p, h, w));
  if (h->trigger->type == PQ_TRIGGER_REGULATION && !w->themes.n) return PQ_OK;
  if (is_known_agent(p, h, &w->themes)) return PQ_OK;
  if (!w->themes.n && !any_owned(p, w)) {
    PQ_TRY(st, look_around(p, h, governor, w));
    if (!w->themes.n) return PQ_OK;
  }
  PQ_TRY(st, put_all(p, h, w));
  return keep_memory(p, h);
}

pq_status pq_event_within(pq_parse *p, pq_event_id event, pq_entity_id upstream,
                          pq_event_id *out) {
  pq_event e = *pq_event_at(p->r, event);
  e.downstream_of = upstream;
  return pq_store_event(p->r, &e, out);
}
