/* Events -> claims: who stands to them how. */
#include "draft.h"

#include <stdio.h>

pq_status pq_draft_add(pq_parse *p, const pq_draft *draft) {
  if (p->drafts.n >= PQ_DRAFTS_MOST) return PQ_OK;
  PQ_PUSH(p->r->arena, &p->drafts, *draft);
  p->hits.at[draft->hit].told = true;
  return PQ_OK;
}

static pq_node entity_node(pq_entity_id id) {
  return (pq_node){PQ_NODE_ENTITY, id};
}

static pq_node event_node(pq_event_id id) {
  return (pq_node){PQ_NODE_EVENT, id};
}

pq_status pq_draft_rule(const pq_parse *p, const pq_hit *h, pq_view *out) {
  static const char *const voices[] = {"", " active", " passive", " noun"};
  const uint32_t frame = h->trigger->frame;
  const pq_view pieces[] = {
      frame == PQ_NO_FRAME ? PQ_LIT("plain") : p->g->frames.at[frame].name,
      PQ_LIT(": "),
      h->trigger->lemma.len ? h->trigger->lemma : PQ_LIT("?"),
      pq_view_of(voices[h->voice]),
  };
  return pq_arena_join(p->r->arena, pieces, 4, out);
}

/* A draft of what a hit says; span and theme are those of the event. */
static pq_draft begin_draft(const pq_parse *p, uint32_t hit,
                            const pq_made *m) {
  pq_draft d = {.hit = hit,
                .span = p->hits.at[hit].span,
                .agent_sentence = p->sentence,
                .theme_sentence = p->sentence};
  if (m) {
    d.span = pq_span_join(d.span, m->span);
    d.theme = m->theme;
    d.theme_sentence = m->theme_sentence;
  }
  return d;
}

static pq_status keep(pq_parse *p, pq_draft *d) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_draft_rule(p, &p->hits.at[d->hit], &d->rule));
  return pq_draft_add(p, d);
}

/* ---- one thing or happening stands to one event or thing ---- */

typedef struct link {
  pq_relation relation;
  pq_polarity polarity;
  pq_span how;
} link;

/* The thing `n` stands to `node`. */
static pq_status by_thing(pq_parse *p, pq_draft d, const pq_named *n,
                          pq_node node, const link *how) {
  const bool depends = how->relation == PQ_REL_DEPENDS_ON;
  if (depends && node.kind != PQ_NODE_EVENT) return PQ_OK;
  d.claim = (pq_claim){.subject = depends ? node : entity_node(n->entity),
                       .object = depends ? entity_node(n->entity) : node,
                       .relation = how->relation,
                       .polarity = how->polarity,
                       .negated = n->negated};
  d.agent = n->span;
  d.agent_sentence = n->sentence;
  d.agent_chunk = n->chunk;
  d.span = pq_span_join(d.span, n->reach);
  if (!pq_span_empty(how->how)) d.span = pq_span_join(d.span, how->how);
  return keep(p, &d);
}

/* The happening `m` of another hit stands to `node`. */
static pq_status by_event(pq_parse *p, pq_draft d, const pq_made *m,
                          pq_node node, const link *how) {
  const bool depends = how->relation == PQ_REL_DEPENDS_ON;
  pq_relation relation = how->relation;
  if (relation == PQ_REL_DIRECT) relation = PQ_REL_UPSTREAM;
  if (node.kind == PQ_NODE_EVENT && node.id == m->event) return PQ_OK;
  if (depends) return PQ_OK; /* one event needs another: no term for it */
  d.claim = (pq_claim){.subject = event_node(m->event),
                       .object = node,
                       .relation = relation,
                       .polarity = how->polarity};
  d.agent = m->span;
  d.span = pq_span_join(d.span, m->span);
  return keep(p, &d);
}

static bool is_agent_role(pq_frame_role role) {
  return role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM ||
         role == PQ_AS_DEPENDS || role == PQ_AS_DOWN;
}

/* All that an argument names or tells, against one node. */
static pq_status by_arg(pq_parse *p, const pq_draft *d, const pq_arg *a,
                        pq_node node, const link *how) {
  pq_status st = PQ_OK;
  pq_names *const names = pq_arena_take(p->r->arena, sizeof *names);
  if (!names) return p->r->arena->status;
  for (uint32_t c = a->chunk; a->hit && c; c = a->all ? p->chunks.at[c].next
                                                      : 0) {
    const uint32_t other = c == a->chunk ? a->hit : p->chunks.at[c].hit;
    if (!other || other == d->hit) continue;
    PQ_TRY(st, pq_event_make(p, other, d->hit));
    p->hits.at[other].acts = how->polarity != PQ_NEGATIVE;
    const pq_hit *const h = &p->hits.at[other];
    for (uint32_t i = 0; i < h->n_events; ++i) {
      PQ_TRY(st, by_event(p, *d, &h->events[i], node, how));
    }
  }
  if (!a->hit) {
    PQ_TRY(st, pq_named_collect(p, a, PQ_WANT_ACTORS, names));
    for (uint32_t i = 0; i < names->n; ++i) {
      PQ_TRY(st, by_thing(p, *d, &names->at[i], node, how));
    }
  }
  return PQ_OK;
}

/* ---- verbs and nouns of the event table ---- */

static bool has_agent(const pq_hit *h) {
  for (uint32_t i = 0; i < h->n_args; ++i) {
    if (is_agent_role(h->args[i].role)) return true;
  }
  return false;
}

static pq_status happens(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_draft d = begin_draft(p, hit, m);
  d.claim = (pq_claim){.subject = entity_node(m->themes[0]),
                       .object = event_node(m->event),
                       .relation = PQ_REL_HAPPENS};
  return keep(p, &d);
}

static pq_status agents(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_status st = PQ_OK;
  const pq_draft d = begin_draft(p, hit, m);
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (!is_agent_role(a.role)) continue;
    const link how = {.relation = a.role == PQ_AS_DEPENDS ? PQ_REL_DEPENDS_ON
                                                          : a.relation,
                      .polarity = a.polarity,
                      .how = a.how};
    PQ_TRY(st, by_arg(p, &d, &a, event_node(m->event), &how));
  }
  return PQ_OK;
}

static pq_status self_agent(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_draft d = begin_draft(p, hit, m);
  d.claim = (pq_claim){.subject = entity_node(m->themes[0]),
                       .object = event_node(m->event),
                       .relation = PQ_REL_DIRECT,
                       .polarity = PQ_POSITIVE};
  d.agent = m->theme;
  d.agent_sentence = m->theme_sentence;
  return keep(p, &d);
}

/* Does the clause itself put the event forward?  A verb does; a noun does if
 * nothing else in the sentence makes use of it. */
static bool is_main(const pq_hit *h) {
  return h->voice != PQ_NOMINAL;
}

static pq_status draft_event(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, hit, p->hits.at[hit].used_by));
  const pq_hit *const h = &p->hits.at[hit];
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  if (kind->binding || kind->assembly || kind->dissociation) {
    PQ_TRY(st, pq_draft_bonds(p, hit));
  }
  const bool title = p->s->part == PQ_PART_TITLE;
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    const bool agent = has_agent(h);
    const bool named = pq_event_at(p->r, m.event)->site.residue ||
                       pq_event_at(p->r, m.event)->site.position;
    const bool bare = !agent || (h->voice == PQ_PASSIVE && named && !title);
    const bool bond = kind->binding || kind->assembly || kind->dissociation;
    if (h->trigger->self) PQ_TRY(st, self_agent(p, hit, &m));
    if (bare && !bond && !h->trigger->self && is_main(h)) {
      PQ_TRY(st, happens(p, hit, &m));
    }
    PQ_TRY(st, agents(p, hit, &m));
  }
  return PQ_OK;
}

/* ---- regulation ---- */

static link link_of(const pq_hit *h, bool other_actor, bool process) {
  link how = {.relation = h->trigger->relation,
              .polarity = h->trigger->polarity};
  if (how.relation == PQ_REL_UPSTREAM && other_actor) {
    how.relation = PQ_REL_REGULATES;
  }
  (void)process;
  return how;
}

/* The subjects of a regulation against one node. */
static pq_status subjects(pq_parse *p, const pq_draft *d, pq_node node,
                          const link *how) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[d->hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[d->hit].args[i];
    if (a.role != PQ_AS_AGENT && a.role != PQ_AS_UPSTREAM) continue;
    link one = *how;
    one.how = a.how;
    PQ_TRY(st, by_arg(p, d, &a, node, &one));
  }
  return PQ_OK;
}

static pq_status regulate_event(pq_parse *p, uint32_t hit, uint32_t other) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, other, 0));
  const bool actor = pq_hit_arg(&p->hits.at[other], PQ_AS_AGENT) != NULL;
  const link how = link_of(&p->hits.at[hit], actor, false);
  for (uint32_t i = 0; i < p->hits.at[other].n_events; ++i) {
    const pq_made m = p->hits.at[other].events[i];
    const pq_draft d = begin_draft(p, hit, &m);
    PQ_TRY(st, subjects(p, &d, event_node(m.event), &how));
  }
  return PQ_OK;
}

static bool is_process(const pq_parse *p, pq_entity_id id) {
  const pq_entity_kind k = pq_entity_at(p->r, id)->kind;
  return k == PQ_ENTITY_PROCESS || k == PQ_ENTITY_PATHWAY;
}

/* "supports cell survival": a process or pathway is what is regulated. */
static pq_status regulate_process(pq_parse *p, uint32_t hit,
                                  const pq_named *n) {
  pq_draft d = begin_draft(p, hit, NULL);
  d.theme = n->span;
  d.span = pq_span_join(d.span, n->reach);
  const link how = link_of(&p->hits.at[hit], false, true);
  return subjects(p, &d, entity_node(n->entity), &how);
}

/* "inhibits Y": inactivation of Y; "regulates Y": no more than that. */
static pq_status regulate_thing(pq_parse *p, uint32_t hit,
                                const pq_named *n) {
  pq_draft d = begin_draft(p, hit, NULL);
  const pq_trigger *const t = p->hits.at[hit].trigger;
  if (t->relation != PQ_REL_REGULATES) return PQ_OK;
  d.theme = n->span;
  d.span = pq_span_join(d.span, n->reach);
  const link how = {.relation = PQ_REL_INFLUENCES};
  return subjects(p, &d, entity_node(n->entity), &how);
}

static pq_status regulate_arg(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  for (uint32_t c = a->chunk; c; c = a->all ? p->chunks.at[c].next : 0) {
    const uint32_t other = c == a->chunk ? a->hit : p->chunks.at[c].hit;
    if (other && other != hit) PQ_TRY(st, regulate_event(p, hit, other));
  }
  pq_names *const names = pq_arena_take(p->r->arena, sizeof *names);
  if (!names) return p->r->arena->status;
  if (a->hit) return PQ_OK;
  PQ_TRY(st, pq_named_collect(p, a, PQ_WANT_ACTORS, names));
  for (uint32_t i = 0; i < names->n; ++i) {
    if (is_process(p, names->at[i].entity)) {
      PQ_TRY(st, regulate_process(p, hit, &names->at[i]));
    } else if (!p->hits.at[hit].trigger->has_thing_kind) {
      PQ_TRY(st, regulate_thing(p, hit, &names->at[i]));
    }
  }
  return PQ_OK;
}

/* A thing as object makes an event of it: "inhibits STAT3". */
static pq_status regulate_made(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, hit, 0));
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    if (m.inherited || is_process(p, m.themes[0])) continue;
    const pq_draft d = begin_draft(p, hit, &m);
    const link how = {.relation = PQ_REL_UPSTREAM, .polarity = PQ_POSITIVE};
    PQ_TRY(st, subjects(p, &d, event_node(m.event), &how));
  }
  return PQ_OK;
}

static pq_status draft_regulation(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role == PQ_AS_THEME) PQ_TRY(st, regulate_arg(p, hit, &a));
  }
  return pq_event_has_kind(&p->hits.at[hit]) ? regulate_made(p, hit) : PQ_OK;
}

/* ---- dependence ---- */

/* "E depends on X", and the event keeps what it is said to be downstream of. */
static pq_status depend_event(pq_parse *p, uint32_t hit, uint32_t other) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, other, 0));
  const pq_arg *const up = pq_hit_arg(&p->hits.at[other], PQ_AS_UPSTREAM);
  pq_names *const names = pq_arena_take(p->r->arena, sizeof *names);
  if (!names) return p->r->arena->status;
  if (up && !up->hit) {
    PQ_TRY(st, pq_named_collect(p, up, PQ_WANT_THINGS, names));
  }
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < p->hits.at[other].n_events; ++i) {
    pq_made m = p->hits.at[other].events[i];
    if (names->n == 1) {
      PQ_TRY(st, pq_event_within(p, m.event, names->at[0].entity, &m.event));
      m.span = pq_span_join(m.span, names->at[0].reach);
    }
    const pq_draft d = begin_draft(p, hit, &m);
    for (uint32_t k = 0; k < n; ++k) {
      const pq_arg a = p->hits.at[hit].args[k];
      if (a.role != PQ_AS_DEPENDS) continue;
      const link how = {PQ_REL_DEPENDS_ON, PQ_POSITIVE, a.how};
      PQ_TRY(st, by_arg(p, &d, &a, event_node(m.event), &how));
    }
  }
  return PQ_OK;
}

static pq_status draft_dependence(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role != PQ_AS_THEME || !a.hit) continue;
    for (uint32_t c = a.chunk; c; c = a.all ? p->chunks.at[c].next : 0) {
      const uint32_t other = c == a.chunk ? a.hit : p->chunks.at[c].hit;
      if (other) PQ_TRY(st, depend_event(p, hit, other));
    }
  }
  return PQ_OK;
}

/* ---- carriers, means, and nouns that nothing else tells ---- */

/* "FAK undergoes autophosphorylation": the noun is told as a verb would be. */
static pq_status draft_carrier(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    const uint32_t other = a.hit;
    if (a.role != PQ_AS_PARTNER || !other || other == hit) continue;
    if (p->hits.at[other].trigger->type != PQ_TRIGGER_EVENT) continue;
    PQ_TRY(st, pq_event_make(p, other, hit));
    for (uint32_t k = 0; k < p->hits.at[other].n_events; ++k) {
      pq_made m = p->hits.at[other].events[k];
      m.span = pq_span_join(m.span, p->hits.at[hit].span);
      if (m.theme_sentence == p->sentence) {
        m.span = pq_span_join(m.span, m.theme);
      }
      if (p->hits.at[other].trigger->self) {
        PQ_TRY(st, self_agent(p, other, &m));
        p->drafts.at[p->drafts.n - 1].span = m.span;
      } else {
        PQ_TRY(st, happens(p, other, &m));
      }
    }
  }
  return PQ_OK;
}

/* "X does A by doing B": B's event brings A about. */
static pq_status draft_means(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t whole = p->hits.at[hit].means_of;
  if (!whole) return PQ_OK;
  const uint32_t n = p->drafts.n;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_draft a = p->drafts.at[i];
    if (a.hit != whole || a.claim.relation != PQ_REL_UPSTREAM) continue;
    for (uint32_t k = 0; k < n; ++k) {
      const pq_draft b = p->drafts.at[k];
      if (b.hit != hit || b.claim.relation != PQ_REL_UPSTREAM ||
          b.claim.object.kind != PQ_NODE_EVENT ||
          a.claim.subject.kind != b.claim.subject.kind ||
          a.claim.subject.id != b.claim.subject.id) {
        continue;
      }
      pq_draft m = a;
      m.claim.subject = b.claim.object;
      m.claim.polarity =
          a.claim.polarity == b.claim.polarity ? PQ_POSITIVE : PQ_NEGATIVE;
      const pq_arg *const theme = pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME);
      const pq_span from = theme && theme->hit
                               ? p->hits.at[theme->hit].span
                               : p->hits.at[hit].span;
      m.span = (pq_span){p->hits.at[whole].span.begin, b.span.end};
      m.agent = pq_span_join(from, b.theme);
      m.agent.end = b.span.end;
      PQ_TRY(st, keep(p, &m));
    }
  }
  return PQ_OK;
}

/* "loss of p14 expression", "X inhibits phosphorylation of Y": nothing says
 * that it happens. */
static bool is_lacking(const pq_parse *p, const pq_hit *h) {
  const uint32_t c = h->chunk;
  if (c > 2 && p->chunks.at[c - 1].kind == PQ_CHUNK_PREPOSITION &&
      p->chunks.at[c - 2].kind == PQ_CHUNK_NOUN) {
    const pq_unit *const last = &p->units.at[p->chunks.at[c - 2].end - 1];
    if (last->classes & PQ_W_LACK) return true;
  }
  for (uint32_t i = p->chunks.at[c].begin; i < h->unit; ++i) {
    if (p->units.at[i].classes & PQ_W_LACK) return true;
  }
  if (!h->used_by) return false;
  const pq_hit *const user = &p->hits.at[h->used_by];
  return user->trigger->type == PQ_TRIGGER_REGULATION && !h->acts &&
         (user->trigger->polarity == PQ_NEGATIVE ||
          p->chunks.at[user->chunk].negated);
}

/* A noun with its own words, which no claim has told yet: taken for granted,
 * or, in a title or a sentence without a verb, said. */
static pq_status draft_noun(pq_parse *p, uint32_t hit) {
  const pq_hit *const h = &p->hits.at[hit];
  if (h->voice != PQ_NOMINAL || h->trigger->type != PQ_TRIGGER_EVENT ||
      h->trigger->weak) {
    return PQ_OK;
  }
  const uint32_t before = p->drafts.n;
  pq_status st = PQ_OK;
  if (h->told && !h->acts && is_lacking(p, h)) return PQ_OK;
  PQ_TRY(st, draft_event(p, hit));
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  const bool bare = p->drafts.n == before && (!h->told || h->acts) &&
                    !kind->binding && !kind->assembly && !kind->dissociation &&
                    !kind->conversion && !is_lacking(p, h);
  for (uint32_t i = 0; bare && i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    const pq_site site = pq_event_at(p->r, m.event)->site;
    const bool news = !m.known && (site.position || h->acts);
    if (!m.inherited || news) PQ_TRY(st, happens(p, hit, &m));
  }
  bool verb = false;
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    verb = verb || p->chunks.at[i].kind == PQ_CHUNK_VERB;
  }
  for (uint32_t i = before; i < p->drafts.n; ++i) {
    if (verb && !p->hits.at[hit].said) {
      p->drafts.at[i].stance = PQ_PRESUPPOSED;
    }
  }
  return PQ_OK;
}

/* Nouns whose events another claim of the sentence is about already. */
static void mark_told(pq_parse *p) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    pq_hit *const h = &p->hits.at[i];
    for (uint32_t k = 0; k < h->n_events; ++k) {
      for (uint32_t d = 0; d < p->drafts.n; ++d) {
        const pq_claim *const c = &p->drafts.at[d].claim;
        const pq_event_id e = h->events[k].event;
        if ((c->object.kind == PQ_NODE_EVENT && c->object.id == e) ||
            (c->subject.kind == PQ_NODE_EVENT && c->subject.id == e)) {
          h->told = true;
        }
      }
    }
  }
}

static pq_status draft_verb(pq_parse *p, uint32_t hit) {
  switch (p->hits.at[hit].trigger->type) {
  case PQ_TRIGGER_EVENT: return draft_event(p, hit);
  case PQ_TRIGGER_REGULATION: return draft_regulation(p, hit);
  case PQ_TRIGGER_DEPENDENCE: return draft_dependence(p, hit);
  case PQ_TRIGGER_CARRIER: return draft_carrier(p, hit);
  case PQ_TRIGGER_PLAIN:
  case PQ_TRIGGER_THOUGHT: break;
  }
  return PQ_OK;
}

pq_status pq_draft_all(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_event_share(p);
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    if (p->hits.at[i].voice != PQ_NOMINAL ||
        p->hits.at[i].trigger->type == PQ_TRIGGER_REGULATION) {
      PQ_TRY(st, draft_verb(p, i));
    }
  }
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    PQ_TRY(st, draft_means(p, i));
  }
  mark_told(p);
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    PQ_TRY(st, draft_noun(p, i));
  }
  return PQ_OK;
}
