/* Hits -> drafts of claims. */
#include "draft.h"

#include "anaphora.h"

/* ---- verbs and nouns of the event table ---- */

static bool is_agent_role(pq_frame_role role) {
  return role == PQ_AS_AGENT || role == PQ_AS_UPSTREAM ||
         role == PQ_AS_DEPENDS || role == PQ_AS_INDEPENDENT;
}

/* Is it said who does it, or on what it depends?  What is done without JAK2 is
 * done; that it happens is all that a verb says then. */
static bool has_agent(const pq_hit *h) {
  const bool noun = h->voice == PQ_NOMINAL;
  for (uint32_t i = 0; i < h->n_args; ++i) {
    const pq_frame_role role = h->args[i].role;
    if (is_agent_role(role) && (noun || role != PQ_AS_INDEPENDENT)) return true;
  }
  return false;
}

static pq_status happens(pq_parse *p, uint32_t hit, const pq_made *m) {
  if (p->hits.at[hit].trigger->stays) return pq_draft_stay(p, hit, m);
  pq_draft d = pq_draft_begin(p, hit, m);
  d.claim = (pq_claim){.subject = pq_entity_node(m->themes[0]),
                       .object = pq_event_node(m->event),
                       .relation = PQ_REL_HAPPENS,
                       .negated = m->negated};
  return pq_draft_keep(p, &d);
}

static pq_status self_agent(pq_parse *p, uint32_t hit, const pq_made *m) {
  pq_draft d = pq_draft_begin(p, hit, m);
  d.claim = (pq_claim){.subject = pq_entity_node(m->themes[0]),
                       .object = pq_event_node(m->event),
                       .relation = PQ_REL_DIRECT,
                       .polarity = PQ_POSITIVE,
                       .negated = m->negated};
  d.agent = m->theme;
  d.agent_sentence = m->theme_sentence;
  return pq_draft_keep(p, &d);
}

bool pq_draft_is_paired(const pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    /* "the former at S1 and the latter at S2" */
    if (pq_unit_says(p, i, "latter") &&
        pq_unit_at(p, i + 1)->tag == PQ_TAG_PREPOSITION) {
      return true;
    }
  }
  return pq_turn_pairs(p);
}

/* "Reduced activation of X by Y": Y may activate it less, or keep it from being
 * activated. */
static pq_polarity sign_of_less(const pq_parse *p, const pq_arg *a) {
  const bool by = pq_view_alike(pq_span_text(p->text, a->how), PQ_LIT("by"));
  return by ? PQ_POLARITY_UNSAID : pq_polarity_contrary(a->polarity);
}

static pq_link link_of(const pq_parse *p, const pq_hit *h, const pq_arg *a,
                       uint32_t event) {
  const bool depends = a->role == PQ_AS_DEPENDS || a->role == PQ_AS_INDEPENDENT;
  const bool paired =
      h->turn || (h->n_events > 1 && pq_draft_is_paired(p) &&
                  (a->hit || pq_turn_members(p, a) == h->n_events));
  if (h->turn) event = h->turn - 1;
  /* "decreased expression of X upon Y" */
  const bool less = a->role == PQ_AS_UPSTREAM && pq_hit_is_lessened(p, h);
  const pq_polarity sign = less ? sign_of_less(p, a) : a->polarity;
  return (pq_link){.relation = depends ? PQ_REL_DEPENDS_ON : a->relation,
                   .polarity = depends ? PQ_POSITIVE : sign,
                   .how = a->how,
                   .negated = a->negated || a->role == PQ_AS_INDEPENDENT,
                   .only = paired ? (int32_t)event : -1};
}

/* "X is required for activation by A but not by B": that X is required there is
 * denied, and not that B activates. */
static bool is_denied_around(const pq_hit *h, const pq_arg *a) {
  return a->negated && h->voice == PQ_NOMINAL && h->used_by;
}

static pq_status agents(pq_parse *p, uint32_t hit, uint32_t event) {
  pq_status st = PQ_OK;
  const pq_made m = p->hits.at[hit].events[event];
  /* "is needed for A-dependent E of B but not of C": that it is, is denied */
  if (m.negated && p->hits.at[hit].used_by &&
      p->hits.at[hit].voice == PQ_NOMINAL) {
    return PQ_OK;
  }
  const pq_draft d = pq_draft_begin(p, hit, &m);
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (!is_agent_role(a.role) || is_denied_around(&p->hits.at[hit], &a) ||
        pq_turn_is_other(p, &p->hits.at[hit], &a, &m)) {
      continue;
    }
    const pq_link how = link_of(p, &p->hits.at[hit], &a, event);
    pq_draft one = d;
    if (a.role == PQ_AS_INDEPENDENT) one.not_span = a.how;
    PQ_TRY(st, pq_draft_by_arg(p, &one, &a, pq_event_node(m.event), &how));
  }
  return PQ_OK;
}

/* Is the event told without an agent?  Yes where none is named; and where a
 * passive names the residue, for the sentence says both. */
static bool is_bare(const pq_parse *p, const pq_hit *h, const pq_made *m) {
  const pq_site site = pq_event_at(p->r, m->event)->site;
  const bool passive = h->voice == PQ_PASSIVE && p->s->part != PQ_PART_TITLE;
  return h->voice != PQ_NOMINAL &&
         (!has_agent(h) || (passive && (site.residue || site.position)));
}

/* "Upon receptor activation, X is recruited", "the viral protease cleaves X":
 * it is, whatever acts; so too "a protease that cleaves X".  "The kinase that
 * cleaves X is unknown" asks who. */
static bool acts_unnamed(const pq_parse *p, const pq_hit *h) {
  const pq_arg *const agent = pq_hit_arg(h, PQ_AS_AGENT);
  if (h->voice == PQ_PASSIVE) return true;
  const uint32_t who = agent ? agent->chunk : 0;
  return h->voice == PQ_ACTIVE_VOICE &&
         !(pq_chunk_is(p, who + 1, PQ_CHUNK_RELATIVE) && who &&
           pq_unit_says(p, p->chunks.at[who].begin, "the"));
}

/* One event of a hit: by itself, and with each of its agents. */
static pq_status tell_event(pq_parse *p, uint32_t hit, uint32_t event) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_made m = h->events[event];
  const bool stays = h->trigger->stays;
  const bool plain = !pq_kind_is_bond(&p->r->kinds[h->trigger->kind]) &&
                     !h->trigger->self && !stays;
  if (h->trigger->self) PQ_TRY(st, self_agent(p, hit, &m));
  const bool bare = is_bare(p, h, &m);
  if (plain && bare) PQ_TRY(st, happens(p, hit, &m));
  if (stays && h->voice != PQ_NOMINAL) PQ_TRY(st, pq_draft_stay(p, hit, &m));
  const uint32_t first = p->drafts.n;
  PQ_TRY(st, agents(p, hit, event));
  const bool told = bare || p->drafts.n > first;
  return plain && !told && acts_unnamed(p, &p->hits.at[hit])
             ? happens(p, hit, &m)
             : PQ_OK;
}

static pq_status draft_event(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, hit, p->hits.at[hit].used_by));
  const uint32_t kind = p->hits.at[hit].trigger->kind;
  const bool moves = p->r->kinds[kind].transport;
  if (pq_kind_is_bond(&p->r->kinds[kind]) || moves) {
    PQ_TRY(st, pq_draft_bonds(p, hit));
  }
  PQ_TRY(st, pq_draft_controls(p, hit));
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_hit *const h = &p->hits.at[hit];
    if (pq_turn_skips(h, h->n_events, i)) continue;
    PQ_TRY(st, tell_event(p, hit, i));
  }
  return PQ_OK;
}

/* ---- carriers ---- */

/* What was drafted since `first` is said by the verb group of `hit`, which
 * tells how firmly. */
static void give_to_carrier(pq_parse *p, uint32_t hit, uint32_t first) {
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    pq_draft *const d = &p->drafts.at[i];
    d->hit = hit;
    d->span = pq_span_join(d->span, p->hits.at[hit].span);
    if (d->theme_sentence == p->sentence) {
      d->span = pq_span_join(d->span, d->theme);
    }
  }
}

/* "FAK undergoes autophosphorylation", "A and B form a complex": the noun is
 * told as a verb would be. */
static pq_status carry(pq_parse *p, uint32_t hit, uint32_t inner) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, inner, hit));
  const pq_trigger *const t = p->hits.at[inner].trigger;
  const uint32_t first = p->drafts.n;
  p->hits.at[inner].said = true;
  p->hits.at[inner].carrier = hit;
  const bool bond = pq_kind_is_bond(&p->r->kinds[t->kind]);
  if (bond) PQ_TRY(st, pq_draft_bonds(p, inner));
  for (uint32_t k = 0; k < p->hits.at[inner].n_events; ++k) {
    const pq_made m = p->hits.at[inner].events[k];
    if (t->self) PQ_TRY(st, self_agent(p, inner, &m));
    if (!t->self && !bond) {
      PQ_TRY(st, happens(p, inner, &m));
    }
  }
  give_to_carrier(p, hit, first);
  return PQ_OK;
}

/* "undergoes cleavage", "undergoes inhibition by X" */
static bool is_carried(const pq_hit *h) {
  return h->trigger->type == PQ_TRIGGER_EVENT ||
         (h->trigger->type == PQ_TRIGGER_REGULATION && pq_event_has_kind(h) &&
          pq_hit_arg(h, PQ_AS_THEME));
}

/* "X-deficient cells exhibit reduced E": of X, and not of the cells. */
static bool is_of_lack(const pq_parse *p, uint32_t inner) {
  const uint32_t by = p->hits.at[inner].used_by;
  return by && pq_hit_arg(&p->hits.at[by], PQ_AS_LACKING);
}

/* Each of a list that is carried out: "undergoes A, B and C". */
static pq_status carry_all(pq_parse *p, uint32_t hit, const pq_arg *a) {
  pq_status st = PQ_OK;
  for (uint32_t c = a->chunk; c; c = a->all ? p->chunks.at[c].next : 0) {
    const uint32_t inner = c == a->chunk ? a->hit : p->chunks.at[c].hit;
    if (inner && is_carried(&p->hits.at[inner]) && !is_of_lack(p, inner)) {
      PQ_TRY(st, carry(p, hit, inner));
    }
  }
  return PQ_OK;
}

static pq_status draft_carrier(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t n = p->hits.at[hit].n_args;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_arg a = p->hits.at[hit].args[i];
    if (a.role != PQ_AS_PARTNER || !a.hit || a.hit == hit ||
        pq_silent_response(p, &p->hits.at[a.hit])) {
      continue;
    }
    PQ_TRY(st, carry_all(p, hit, &a));
  }
  return PQ_OK;
}

/* ---- means ---- */

static pq_status chain(pq_parse *p, const pq_draft *a, const pq_draft *b) {
  pq_draft m = *a;
  const uint32_t whole = a->hit;
  const uint32_t hit = b->hit;
  m.claim.subject = b->claim.object;
  m.claim.polarity =
      a->claim.polarity == b->claim.polarity ? PQ_POSITIVE : PQ_NEGATIVE;
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[hit], PQ_AS_THEME);
  const pq_span from =
      theme && theme->hit ? p->hits.at[theme->hit].span : p->hits.at[hit].span;
  m.span = (pq_span){p->hits.at[whole].span.begin, b->span.end};
  m.agent = (pq_span){from.begin, b->span.end};
  m.agent_sentence = p->sentence;
  m.agent_chunk = 0;
  if (m.claim.subject.kind == m.claim.object.kind &&
      m.claim.subject.id == m.claim.object.id) {
    return PQ_OK;
  }
  return pq_draft_keep(p, &m);
}

static bool is_step(const pq_draft *d) {
  return d->claim.relation == PQ_REL_UPSTREAM ||
         d->claim.relation == PQ_REL_DIRECT;
}

/* The event that the same subject brings about by the hit leads to `a`. */
static pq_status chain_from(pq_parse *p, const pq_draft *a, uint32_t hit,
                            uint32_t n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_draft b = p->drafts.at[i];
    const bool same = a->claim.subject.kind == b.claim.subject.kind &&
                      a->claim.subject.id == b.claim.subject.id;
    if (b.hit == hit && same && is_step(&b) && !b.claim.negated &&
        b.claim.object.kind == PQ_NODE_EVENT) {
      PQ_TRY(st, chain(p, a, &b));
    }
  }
  return PQ_OK;
}

/* "X does A by doing B": B's event brings A about. */
static pq_status draft_means(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const uint32_t whole = p->hits.at[hit].means_of;
  const uint32_t n = p->drafts.n;
  for (uint32_t i = 0; whole && i < n; ++i) {
    const pq_draft a = p->drafts.at[i];
    if (a.hit != whole || a.claim.relation != PQ_REL_UPSTREAM) continue;
    PQ_TRY(st, chain_from(p, &a, hit, n));
  }
  return PQ_OK;
}

/* ---- nouns that nothing else tells ---- */

static bool has_verb(const pq_parse *p) {
  for (uint32_t i = 1; i < p->chunks.n; ++i) {
    if (p->chunks.at[i].kind == PQ_CHUNK_VERB) return true;
  }
  return false;
}

/* "Conversion of A" alone is no news; "of A to B" is. */
static bool is_half(const pq_parse *p, const pq_hit *h) {
  return p->r->kinds[h->trigger->kind].conversion &&
         (!h->n_events || !pq_event_at(p->r, h->events[0].event)->n_products);
}

/* "Two enzymes catalyze the conversion of A to B": the verb says that it
 * happens, whoever does it. */
static void give_to_doer(pq_parse *p, pq_hit *h) {
  const pq_hit *const user = &p->hits.at[h->used_by];
  if (h->used_by && user->voice == PQ_ACTIVE_VOICE &&
      user->trigger->type == PQ_TRIGGER_REGULATION &&
      user->trigger->relation == PQ_REL_DIRECT &&
      p->r->kinds[h->trigger->kind].conversion) {
    h->carrier = h->used_by;
    h->said = true;
  }
}

/* "The drug failed to induce E", "whether it induces E is unclear": nobody says
 * that it happens. */
static bool is_open(const pq_parse *p, const pq_hit *h) {
  const pq_hit *const user = &p->hits.at[h->used_by];
  const pq_arg *const theme = pq_hit_arg(user, PQ_AS_THEME);
  if (!h->used_by || !p->cues.n || h->acts || user->voice == PQ_NOMINAL ||
      user->trigger->type != PQ_TRIGGER_REGULATION || !theme ||
      theme->chunk != h->chunk) {
    return false;
  }
  const pq_firmness f = pq_modality_of_hit(p, h->used_by);
  return f.negated || f.asked;
}

/* The noun's events without an agent, where they are news. */
static pq_status bare_noun(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_kind *const kind = &p->r->kinds[h->trigger->kind];
  if (h->carrier || (h->told && !h->acts && !h->said) ||
      pq_kind_is_bond(kind) || is_half(p, h) || pq_silent_lacks(p, h) ||
      is_open(p, h)) {
    return PQ_OK;
  }
  give_to_doer(p, &p->hits.at[hit]);
  const bool told = h->told; /* by others */
  for (uint32_t i = 0; i < p->hits.at[hit].n_events; ++i) {
    const pq_made m = p->hits.at[hit].events[i];
    const pq_site site = pq_event_at(p->r, m.event)->site;
    const bool news = !m.known && site.position;
    if (news || (!m.inherited && !told) || h->said) {
      PQ_TRY(st, happens(p, hit, &m));
    }
  }
  return PQ_OK;
}

/* What a noun says is taken for granted, unless it is all that the sentence
 * says, or its verb says no more. */
static void set_granted(pq_parse *p, uint32_t hit, uint32_t first) {
  if (!has_verb(p) || p->hits.at[hit].said) return;
  for (uint32_t i = first; i < p->drafts.n; ++i) {
    p->drafts.at[i].stance = PQ_PRESUPPOSED;
  }
}

/* "X localization to the nucleus", if nothing keeps it off. */
static pq_status draft_place(pq_parse *p, uint32_t hit) {
  return pq_silent_lacks(p, &p->hits.at[hit]) ? PQ_OK : pq_draft_state(p, hit);
}

static pq_status draft_noun(pq_parse *p, uint32_t hit) {
  pq_status st = PQ_OK;
  const pq_hit *const h = &p->hits.at[hit];
  const pq_trigger_type type = h->trigger->type;
  const uint32_t first = p->drafts.n;
  if (pq_silent_is(p, h)) return PQ_OK;
  if (type == PQ_TRIGGER_STATE) {
    PQ_TRY(st, draft_place(p, hit));
  } else if (type == PQ_TRIGGER_EVENT) {
    PQ_TRY(st, draft_event(p, hit));
    if (p->drafts.n == first) PQ_TRY(st, bare_noun(p, hit));
  } else if (type == PQ_TRIGGER_REGULATION) {
    PQ_TRY(st, pq_draft_regulation(p, hit));
  }
  set_granted(p, hit, first);
  const uint32_t carrier = p->hits.at[hit].carrier;
  if (carrier) give_to_carrier(p, carrier, first);
  return PQ_OK;
}

/* Is a claim of the sentence about the event? */
static bool is_claimed(const pq_parse *p, pq_event_id event) {
  for (uint32_t i = 0; i < p->drafts.n; ++i) {
    const pq_claim *const c = &p->drafts.at[i].claim;
    if ((c->object.kind == PQ_NODE_EVENT && c->object.id == event) ||
        (c->subject.kind == PQ_NODE_EVENT && c->subject.id == event)) {
      return true;
    }
  }
  return false;
}

/* Nouns whose events another claim of the sentence is about already. */
static void mark_told(pq_parse *p) {
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    pq_hit *const h = &p->hits.at[i];
    for (uint32_t k = 0; k < h->n_events; ++k) {
      if (is_claimed(p, h->events[k].event)) h->told = true;
    }
  }
}

static pq_status draft_verb(pq_parse *p, uint32_t hit) {
  if (p->hits.at[hit].kept_from || pq_silent_restricts(p, &p->hits.at[hit])) {
    return PQ_OK;
  }
  switch (p->hits.at[hit].trigger->type) {
  case PQ_TRIGGER_EVENT: return draft_event(p, hit);
  case PQ_TRIGGER_REGULATION: return pq_draft_regulation(p, hit);
  case PQ_TRIGGER_DEPENDENCE: return pq_draft_dependence(p, hit);
  case PQ_TRIGGER_CARRIER: return draft_carrier(p, hit);
  case PQ_TRIGGER_STATE: return pq_draft_state(p, hit);
  case PQ_TRIGGER_PLAIN:
  case PQ_TRIGGER_THOUGHT: break;
  }
  return PQ_OK;
}

/* "Phosphorylation of X at S5 is slow, and phosphorylation of this site ...":
 * what a hit means by such words is told before it. */
static pq_status make_sites(pq_parse *p) {
  pq_status st = PQ_OK;
  uint32_t end = 0;
  for (uint32_t i = 2; i < p->hits.n; ++i) {
    const pq_arg *const site = pq_hit_arg(&p->hits.at[i], PQ_AS_SITE);
    if (site && !site->end && pq_anaphor_is_site(p, site->chunk)) end = i;
  }
  for (uint32_t i = 1; i < end; ++i) {
    if (pq_hit_arg(&p->hits.at[i], PQ_AS_SITE)) {
      PQ_TRY(st, pq_event_make(p, i, p->hits.at[i].used_by));
    }
  }
  return PQ_OK;
}

pq_status pq_draft_all(pq_parse *p) {
  pq_status st = PQ_OK;
  pq_event_share(p);
  PQ_TRY(st, make_sites(p));
  for (uint32_t i = 1; i < p->hits.n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    const uint32_t first = p->drafts.n;
    const bool noun = h->voice == PQ_NOMINAL;
    const bool dashed = noun && p->units.at[h->unit].compound;
    if (noun && h->trigger->type != PQ_TRIGGER_DEPENDENCE) continue;
    PQ_TRY(st, draft_verb(p, i));
    if (dashed) set_granted(p, i, first); /* "X-dependent apoptosis" */
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
