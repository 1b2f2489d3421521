/* Verbs and nouns that say what acts on what happens: promotes, inhibits,
 * depends on. */
#include "anaphora.h"
#include "draft.h"

bool pq_draft_is_process(const pq_parse *p, pq_entity_id id) {
  const pq_entity_kind k = pq_entity_at(p->r, id)->kind;
  return k == PQ_ENTITY_PROCESS || k == PQ_ENTITY_PATHWAY;
}

/* "Phosphorylation of X is mediated through autophosphorylation": that is no
 * other event, which would bring it about. */
static bool is_itself(const pq_parse *p, const pq_arg *a, pq_node node) {
  const pq_trigger *const t = p->hits.at[a->hit].trigger;
  return a->hit && t->self && node.kind == PQ_NODE_EVENT &&
         pq_event_at(p->r, node.id)->kind == t->kind;
}

pq_polarity pq_polarity_contrary(pq_polarity sign) {
  switch (sign) {
  case PQ_POSITIVE: return PQ_NEGATIVE;
  case PQ_NEGATIVE: return PQ_POSITIVE;
  case PQ_POLARITY_UNSAID: break;
  }
  return sign;
}

/* Does a lack say what the thing does: is it of a thing, and of more or less of
 * what happens? */
static bool is_turned(const pq_parse *p, const pq_arg *a, const pq_link *how) {
  return !a->hit && (a->end || p->chunks.at[a->chunk].name_end) &&
         how->polarity != PQ_POLARITY_UNSAID && how->relation != PQ_REL_DIRECT;
}

/* The subjects of a regulation against one node. */
static pq_status subjects(pq_parse *p, const pq_draft *d, pq_node node,
                          const pq_link *how) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[d->hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[d->hit].args[i];
    const bool lacking = a.role == PQ_AS_LACKING;
    if (a.role != PQ_AS_AGENT && a.role != PQ_AS_UPSTREAM && !lacking) continue;
    if (is_itself(p, &a, node) || (lacking && !is_turned(p, &a, how))) continue;
    pq_link one = *how;
    /* "is reduced in the absence of X": X brings it about */
    if (lacking) one.polarity = pq_polarity_contrary(how->polarity);
    one.how = a.how;
    one.negated = a.negated;
    PQ_TRY(st, pq_draft_by_arg(p, d, &a, node, &one));
  }
  return PQ_OK;
}

pq_polarity pq_hit_sign(const pq_parse *p, const pq_hit *h) {
  const pq_chunk *const c = &p->chunks.at[h->chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_POSITIVE) return PQ_POSITIVE;
    if (p->units.at[i].classes & PQ_W_NEGATIVE) return PQ_NEGATIVE;
  }
  return h->trigger->polarity;
}

/* Of several that act, the one whose turn it is; -1: all. */
static int32_t only_of(const pq_hit *h) {
  return h->turn ? (int32_t)h->turn - 1 : -1;
}

static pq_link link_of(const pq_parse *p, const pq_hit *h, bool other_actor) {
  pq_link how = {.relation = h->trigger->relation,
                 .polarity = pq_hit_sign(p, h),
                 .only = only_of(h)};
  if (how.relation == PQ_REL_UPSTREAM && other_actor &&
      how.polarity != PQ_POLARITY_UNSAID) {
    how.relation = PQ_REL_REGULATES;
  }
  return how;
}

/* "leads to reduced E" inhibits E, "leads to aberrant E" affects it. */
static void turn(pq_link *how, pq_change change) {
  if (how->relation == PQ_REL_DIRECT || change == PQ_CHANGE_NONE) return;
  how->polarity = change == PQ_CHANGE_LESS ? pq_polarity_contrary(how->polarity)
                                           : PQ_POLARITY_UNSAID;
}

/* "trafficking but not cleavage of X", "but not for cleavage of X": what the
 * argument is that an event stands in. */
static void deny(const pq_parse *p, const pq_arg *a, uint32_t inner,
                 pq_draft *d) {
  const pq_chunk *const c = &p->chunks.at[p->hits.at[inner].chunk];
  if (!c->negated && !a->negated) return;
  d->claim.negated = true;
  d->not_span = c->negated ? c->not_span : p->chunks.at[a->chunk - 1].not_span;
}

/* What a word before the noun of a hit says of it.  Where "reduced" is the verb
 * itself that is nothing, and "restores reduced E" is for more of it. */
static pq_change change_of_noun(const pq_parse *p, const pq_hit *verb,
                                const pq_hit *in) {
  const pq_chunk *const c = &p->chunks.at[in->chunk];
  const bool itself = verb->unit >= c->begin && verb->unit < c->end;
  if (in->voice != PQ_NOMINAL || itself || verb->trigger->back) {
    return PQ_CHANGE_NONE;
  }
  return pq_change_before(p, c, p->units.at[in->unit].span.begin);
}

static pq_status regulate_event(pq_parse *p, uint32_t hit, const pq_arg *a,
                                uint32_t inner) {
  pq_status st = PQ_OK;
  /* "regulates the receptor for X": not that they bind */
  if (p->hits.at[inner].trigger->actor &&
      p->hits.at[hit].trigger->relation == PQ_REL_REGULATES) {
    return PQ_OK;
  }
  PQ_TRY(st, pq_event_make(p, inner, hit));
  const bool actor = pq_hit_arg(&p->hits.at[inner], PQ_AS_AGENT) != NULL;
  pq_link how = link_of(p, &p->hits.at[hit], actor);
  turn(&how, change_of_noun(p, &p->hits.at[hit], &p->hits.at[inner]));
  for (uint32_t i = 0; i < p->hits.at[inner].n_events; ++i) {
    const pq_made m = p->hits.at[inner].events[i];
    const uint32_t n = p->hits.at[inner].n_events;
    if (pq_turn_skips(&p->hits.at[hit], n, i)) continue;
    pq_draft d = pq_draft_begin(p, hit, &m);
    const bool own = pq_refer_is_own(p, hit); /* to each its own */
    const bool paired = n > 1 && pq_draft_is_paired(p);
    if (own || paired) how.only = (int32_t)i;
    deny(p, a, inner, &d);
    PQ_TRY(st, subjects(p, &d, pq_event_node(m.event), &how));
  }
  return PQ_OK;
}

/* "negatively regulates Y": inactivation of Y. */
static pq_status regulate_signed(pq_parse *p, const pq_draft *d,
                                 const pq_named *n, pq_polarity sign) {
  pq_status st = PQ_OK;
  const pq_activity leaves = sign == PQ_POSITIVE ? PQ_ACTIVE : PQ_INACTIVE;
  for (uint32_t k = 0; k < p->r->n_kinds; ++k) {
    if (p->r->kinds[k].leaves != leaves) continue;
    const pq_event e = {.kind = k, .themes = {n->entity}, .n_themes = 1};
    const pq_link how = {.relation = PQ_REL_UPSTREAM,
                         .polarity = PQ_POSITIVE,
                         .only = only_of(&p->hits.at[d->hit])};
    pq_event_id event = 0;
    PQ_TRY(st, pq_store_event(p->r, &e, &event));
    return subjects(p, d, pq_event_node(event), &how);
  }
  return PQ_OK;
}

/* "a disorder of E that is caused by X": X does not cause E. */
static bool is_disordered(const pq_parse *p, uint32_t chunk) {
  return chunk > 2 && p->chunks.at[chunk - 2].kind == PQ_CHUNK_NOUN &&
         pq_unit_says(p, p->chunks.at[chunk - 1].begin, "of") &&
         pq_unit_means(p, p->chunks.at[chunk - 2].end - 1, PQ_M_DISORDER);
}

/* "supports cell survival": a process or pathway is what is regulated;
 * "regulates Y": no more than an influence on a thing. */
static pq_status regulate_named(pq_parse *p, uint32_t hit, const pq_named *n) {
  const pq_trigger *const t = p->hits.at[hit].trigger;
  const bool process = pq_draft_is_process(p, n->entity);
  if (!process && (t->has_thing_kind || t->relation != PQ_REL_REGULATES)) {
    return PQ_OK;
  }
  pq_draft d = pq_draft_begin(p, hit, NULL);
  d.theme = n->span;
  d.theme_sentence = n->sentence;
  d.claim.negated = n->negated;
  d.not_span = n->not_span;
  d.span = pq_span_join(d.span, n->reach);
  pq_link how = link_of(p, &p->hits.at[hit], false);
  if (process) {
    turn(&how, pq_change_before(p, &p->chunks.at[n->chunk], n->span.begin));
    if (is_disordered(p, n->chunk)) turn(&how, PQ_CHANGE_LESS);
    return subjects(p, &d, pq_entity_node(n->entity), &how);
  }
  if (how.polarity != PQ_POLARITY_UNSAID) {
    return regulate_signed(p, &d, n, how.polarity);
  }
  how.relation = PQ_REL_INFLUENCES;
  return subjects(p, &d, pq_entity_node(n->entity), &how);
}

/* "required for apoptosis but not for autophagy" */
static void deny_name(const pq_parse *p, const pq_arg *a, pq_named *n) {
  if (!a->negated) return;
  n->negated = true;
  n->not_span = p->chunks.at[a->chunk - 1].not_span;
}

/* Things and processes that an argument names. */
static pq_status regulate_names(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  PQ_TRY(st, pq_named_collect(p, a, PQ_WANT_ACTORS, names));
  for (uint32_t i = 0; i < names->n; ++i) {
    if (pq_turn_skips(&p->hits.at[hit], names->n, i)) continue;
    deny_name(p, a, &names->at[i]);
    PQ_TRY(st, regulate_named(p, hit, &names->at[i]));
  }
  return PQ_OK;
}

/* "This reaction is catalyzed by X": what was told before. */
static pq_status regulate_this(pq_parse *p, uint32_t hit, uint32_t chunk,
                               bool *done) {
  const pq_memory *const m = pq_anaphor_this(p, chunk);
  *done = m != NULL;
  if (!m) return PQ_OK;
  const pq_made made = {.event = m->event,
                        .span = p->chunks.at[chunk].span,
                        .theme = m->theme_span,
                        .theme_sentence = m->sentence};
  const pq_draft d = pq_draft_begin(p, hit, &made);
  const pq_link how = link_of(p, &p->hits.at[hit], false);
  return subjects(p, &d, pq_event_node(m->event), &how);
}

/* Does an argument, or one of its list, say that something happens:
 * "hypertrophy and expression of X"? */
static bool tells_event(const pq_parse *p, const pq_arg *a) {
  uint32_t c = a->all && !a->end ? a->chunk : 0;
  if (a->hit) return true;
  while (c && !p->chunks.at[c].hit) {
    c = p->chunks.at[c].next;
  }
  return c > 0;
}

static pq_status regulate_arg(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  bool done = false;
  PQ_TRY(st, regulate_this(p, hit, a->chunk, &done));
  if (done) return PQ_OK;
  if (tells_event(p, a)) {
    for (uint32_t c = a->chunk; c; c = a->all ? p->chunks.at[c].next : 0) {
      const uint32_t other = c == a->chunk ? a->hit : p->chunks.at[c].hit;
      if (other && other != hit) PQ_TRY(st, regulate_event(p, hit, a, other));
      const pq_arg one = {.chunk = c, .negated = a->negated};
      if (!other) PQ_TRY(st, regulate_names(p, hit, &one));
    }
    return PQ_OK;
  }
  return regulate_names(p, hit, a);
}

/* A thing as object makes an event of it: "inhibits STAT3". */
static pq_status regulate_made(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, hit, 0));
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    const pq_hit *const h = &p->hits.at[hit];
    if (m.inherited || pq_draft_is_process(p, m.themes[0]) ||
        pq_turn_skips(h, h->n_events, i)) {
      continue;
    }
    const pq_draft d = pq_draft_begin(p, hit, &m);
    const pq_link how = {.relation = PQ_REL_UPSTREAM,
                         .polarity = PQ_POSITIVE,
                         .only = only_of(h)};
    PQ_TRY(st, subjects(p, &d, pq_event_node(m.event), &how));
  }
  return PQ_OK;
}

pq_status pq_draft_regulation(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  bool this = false; /* "a reaction that is sped up": no thing */
  PQ_TRY(st, pq_cause_make(p, hit));
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role != PQ_AS_THEME) continue;
    this = this || pq_anaphor_this(p, a.chunk);
    PQ_TRY(st, regulate_arg(p, hit, &a));
  }
  const bool made = !this && pq_event_has_kind(&p->hits.at[hit]);
  return made ? regulate_made(p, hit) : PQ_OK;
}

/* What happens in a hit, promoted or inhibited by the subjects of another. */
static pq_status control_event(pq_parse *p, uint32_t hit, const pq_arg *a,
                               uint32_t inner, pq_link *how) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, inner, hit));
  const uint32_t n = p->hits.at[inner].n_events;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_made m = p->hits.at[inner].events[i];
    if (pq_turn_skips(&p->hits.at[hit], n, i)) continue;
    pq_draft d = pq_draft_begin(p, hit, &m);
    deny(p, a, inner, &d);
    if (pq_refer_is_own(p, hit)) how->only = (int32_t)i;
    PQ_TRY(st, subjects(p, &d, pq_event_node(m.event), how));
  }
  return PQ_OK;
}

/* "activates transcription of X", "downregulates expression of X": as
 * "promotes" it, as "inhibits" it. */
pq_status pq_draft_controls(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_kind *const kind = &p->r->kinds[p->hits.at[hit].trigger->kind];
  const pq_trigger *const t = p->hits.at[hit].trigger;
  const bool more = t->more || kind->leaves == PQ_ACTIVE;
  if (!more && !t->less && kind->leaves == PQ_ACTIVITY_UNSAID) return PQ_OK;
  pq_link how = {.relation = PQ_REL_UPSTREAM,
                 .polarity = more ? PQ_POSITIVE : PQ_NEGATIVE,
                 .only = only_of(&p->hits.at[hit])};
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME);
  if (!theme || !theme->hit) return PQ_OK;
  const pq_arg a = *theme;
  for (uint32_t c = a.chunk; c; c = a.all ? p->chunks.at[c].next : 0) {
    const uint32_t inner = c == a.chunk ? a.hit : p->chunks.at[c].hit;
    if (!inner || inner == hit) continue;
    PQ_TRY(st, control_event(p, hit, &a, inner, &how));
  }
  return PQ_OK;
}

/* ---- dependence ---- */

static pq_status depend_node(pq_parse *p, const pq_draft *d, pq_node node) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[d->hit].n_args;
  for (uint32_t k = 0; k < n; ++k) {
    const pq_arg a = p->hits.at[d->hit].args[k];
    const bool spared = a.role == PQ_AS_INDEPENDENT; /* "is dispensable for" */
    if (a.role != PQ_AS_DEPENDS && !spared) continue;
    const pq_link how = {.relation = PQ_REL_DEPENDS_ON,
                         .polarity = PQ_POSITIVE,
                         .how = a.how,
                         .negated = a.negated || spared,
                         .only = -1};
    pq_draft one = *d;
    if (spared) {
      one.not_span = p->units.at[p->hits.at[d->hit].unit].span;
    }
    PQ_TRY(st, pq_draft_by_arg(p, &one, &a, node, &how));
  }
  return PQ_OK;
}

/* The same event, but downstream of something. */
static pq_status event_within(pq_parse *p, pq_event_id event,
                              pq_entity_id upstream, pq_event_id *out) {
  pq_event e = *pq_event_at(p->r, event);
  e.downstream_of = upstream;
  return pq_store_event(p->r, &e, out);
}

/* "E depends on X", and the event keeps what it is said to be downstream of. */
static pq_status depend_event(pq_parse *p, uint32_t hit, const pq_arg *a,
                              uint32_t inner) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, inner, hit));
  const pq_arg *const up = pq_hit_arg(&p->hits.at[inner], PQ_AS_UPSTREAM);
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  if (up && !up->hit) {
    PQ_TRY(st, pq_named_collect(p, up, PQ_WANT_THINGS, names));
  }
  for (uint32_t i = 0; i < p->hits.at[inner].n_events; ++i) {
    pq_made m = p->hits.at[inner].events[i];
    if (names->n == 1) {
      PQ_TRY(st, event_within(p, m.event, names->at[0].entity, &m.event));
      m.span = pq_span_join(m.span, names->at[0].reach);
    }
    pq_draft d = pq_draft_begin(p, hit, &m);
    deny(p, a, inner, &d);
    PQ_TRY(st, depend_node(p, &d, pq_event_node(m.event)));
  }
  return PQ_OK;
}

/* "Apoptosis requires X", "this requires X". */
static pq_status depend_named(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  pq_draft d = pq_draft_begin(p, hit, NULL);
  const pq_memory *const this = pq_anaphor_this(p, a->chunk);
  if (this) {
    d.theme = this->theme_span;
    d.theme_sentence = this->sentence;
    d.span = pq_span_join(d.span, p->chunks.at[a->chunk].span);
    return depend_node(p, &d, pq_event_node(this->event));
  }
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  PQ_TRY(st, pq_named_collect(p, a, PQ_WANT_PROCESSES, names));
  for (uint32_t i = 0; i < names->n; ++i) {
    pq_draft one = d;
    deny_name(p, a, &names->at[i]);
    one.theme = names->at[i].span;
    one.span = pq_span_join(d.span, names->at[i].reach);
    one.claim.negated = names->at[i].negated;
    one.not_span = names->at[i].not_span;
    PQ_TRY(st, depend_node(p, &one, pq_entity_node(names->at[i].entity)));
  }
  return PQ_OK;
}

/* What happens on either side, made before the one is set against the other. */
static pq_status make_sides(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role == PQ_AS_THEME && a.hit &&
        pq_hit_arg(&p->hits.at[a.hit], PQ_AS_THEME)) {
      PQ_TRY(st, pq_event_make(p, a.hit, hit));
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role == PQ_AS_DEPENDS && a.hit) {
      PQ_TRY(st, pq_event_make(p, a.hit, hit));
    }
  }
  return PQ_OK;
}

static pq_status depend_arg(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  if (!tells_event(p, a)) return depend_named(p, hit, a);
  for (uint32_t c = a->chunk; c; c = a->all ? p->chunks.at[c].next : 0) {
    const uint32_t other = c == a->chunk ? a->hit : p->chunks.at[c].hit;
    if (other) PQ_TRY(st, depend_event(p, hit, a, other));
    const pq_arg one = {.chunk = c, .negated = a->negated};
    if (!other) PQ_TRY(st, depend_named(p, hit, &one));
  }
  return PQ_OK;
}

pq_status pq_draft_dependence(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  PQ_TRY(st, make_sides(p, hit));
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role == PQ_AS_THEME) PQ_TRY(st, depend_arg(p, hit, &a));
  }
  return PQ_OK;
}
