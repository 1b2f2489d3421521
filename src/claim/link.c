/* Drafts: one thing or happening stands to one event or thing. */
#include "anaphora.h"
#include "draft.h"

pq_status pq_draft_add(pq_parse *p, const pq_draft *draft) {
  if (p->drafts.n >= PQ_DRAFTS_MOST) return PQ_OK;
  PQ_PUSH(p->r->arena, &p->drafts, *draft);
  p->hits.at[draft->hit].told = true;
  return PQ_OK;
}

static pq_status name_rule(const pq_parse *p, const pq_hit *h, pq_view *out) {
  static const char *const voices[] = {"", " active", " passive", " noun"};
  const uint32_t frame = h->trigger->frame;
  pq_view lemma = h->trigger->lemma;
  lemma.len = pq_view_find(lemma, ' ');
  const pq_view pieces[] = {
      frame == PQ_NO_FRAME ? PQ_LIT("plain") : p->g->frames.at[frame].name,
      PQ_LIT(": "),
      lemma.len ? lemma : PQ_LIT("?"),
      pq_view_of(voices[h->voice]),
  };
  return pq_arena_join(p->r->arena, pieces, 4, out);
}

pq_status pq_draft_keep(pq_parse *p, pq_draft *draft) {
  pq_status st = PQ_OK;
  PQ_TRY(st, name_rule(p, &p->hits.at[draft->hit], &draft->rule));
  return pq_draft_add(p, draft);
}

pq_draft pq_draft_begin(const pq_parse *p, uint32_t hit, const pq_made *made) {
  pq_draft d = {.hit = hit,
                .span = p->hits.at[hit].span,
                .agent_sentence = p->sentence,
                .theme_sentence = p->sentence};
  if (made) {
    d.span = pq_span_join(d.span, made->span);
    d.theme = made->theme;
    d.site = made->site;
    d.theme_sentence = made->theme_sentence;
    d.claim.negated = made->negated;
    d.not_span = made->not_span;
  }
  return d;
}

static void join_how(pq_draft *d, const pq_link *how) {
  if (!pq_span_empty(how->how)) d->span = pq_span_join(d->span, how->how);
}

/* The thing `n` stands to `node`. */
static pq_status by_thing(pq_parse *p, pq_draft d, const pq_named *n,
                          pq_node node, const pq_link *how) {
  const bool depends = how->relation == PQ_REL_DEPENDS_ON;
  if (pq_oneself_acts(p, &d, n, node, how->relation)) return PQ_OK;
  const bool negated = d.claim.negated || n->negated || how->negated;
  d.claim = (pq_claim){.subject = depends ? node : pq_entity_node(n->entity),
                       .object = depends ? pq_entity_node(n->entity) : node,
                       .relation = how->relation,
                       .polarity = how->polarity,
                       .negated = negated};
  if (n->negated) d.not_span = n->not_span;
  d.agent = n->span;
  d.agent_sentence = n->sentence;
  d.agent_chunk = n->chunk;
  d.span = pq_span_join(d.span, n->reach);
  join_how(&d, how);
  return pq_draft_keep(p, &d);
}

/* The happening `m` of another hit stands to `node`. */
static pq_status by_event(pq_parse *p, pq_draft d, const pq_made *m,
                          pq_node node, const pq_link *how) {
  const bool depends = how->relation == PQ_REL_DEPENDS_ON;
  const pq_relation relation =
      how->relation == PQ_REL_DIRECT ? PQ_REL_UPSTREAM : how->relation;
  if (node.kind == PQ_NODE_EVENT && node.id == m->event) return PQ_OK;
  const pq_node event = pq_event_node(m->event);
  d.claim =
      (pq_claim){.subject = depends ? node : event,
                 .object = depends ? event : node,
                 .relation = relation,
                 .polarity = how->polarity,
                 .negated = d.claim.negated || how->negated || m->negated};
  if (m->negated) d.not_span = m->not_span;
  d.agent = m->span;
  /* "X moves, probably through binding Y": X is named further on the left */
  if (m->span.begin < how->how.begin && how->how.end < m->span.end) {
    d.agent.begin = how->how.end;
  }
  d.span = pq_span_join(d.span, m->span);
  join_how(&d, how);
  return pq_draft_keep(p, &d);
}

/* "a MEK inhibitor", of which no name is told: less of what MEK does; "a TLR4
 * agonist": more.  "An inhibitor of A, B and C" says not of which, and "a NO
 * synthase inhibitor" is none of NO. */
static bool is_drug_of(const pq_parse *p, const pq_hit *h) {
  const pq_trigger *const t = h->trigger;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (!theme || !theme->end || !t->actor || !t->has_thing_kind ||
      pq_unit_is_kind(p, theme->begin, PQ_ENTITY_MOLECULE) ||
      pq_hit_arg(h, PQ_AS_AGENT)) {
    return false;
  }
  return t->polarity == PQ_NEGATIVE
             ? p->r->kinds[t->thing_kind].leaves == PQ_INACTIVE
             : pq_view_starts(pq_unit_text(p, h->unit), PQ_LIT("agonist"));
}

/* "a promoter construct of X" does nothing of what X does; "antisense X" takes
 * it away. */
static bool is_construct(const pq_parse *p, const pq_arg *a, bool *loss) {
  const pq_chunk *const c = &p->chunks.at[a->chunk];
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].classes & PQ_W_GENE) {
      if (!*loss && !pq_unit_says(p, i, "gene")) return true;
    } else if (pq_unit_says(p, i, "reporter")) {
      return true;
    } else if (pq_unit_says(p, i, "antisense")) {
      *loss = !*loss;
    }
  }
  return false;
}

/* What a noun stands for, "transfection with siRNA of X", and whether there is
 * less of it then; NULL for what is no thing. */
static const pq_arg *stands_for(const pq_parse *p, uint32_t other, bool *loss) {
  enum {
    CHAIN_MOST = 3
  };
  *loss = false;
  for (uint32_t k = 0; k < CHAIN_MOST; ++k) {
    const pq_hit *const h = &p->hits.at[other];
    const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
    if (!theme || !(h->trigger->stands || is_drug_of(p, h))) return NULL;
    if (h->trigger->polarity == PQ_NEGATIVE) *loss = !*loss;
    if (!theme->hit) return is_construct(p, theme, loss) ? NULL : theme;
    other = theme->hit;
  }
  return NULL;
}

/* "Knockdown of X reduces X expression", "X inhibitors inactivate X": it says
 * nothing of what X does. */
static bool is_of_itself(const pq_parse *p, const pq_named *n, pq_node node) {
  return node.kind == PQ_NODE_EVENT &&
         pq_entity_base(p->r, pq_event_at(p->r, node.id)->themes[0]) ==
             pq_entity_base(p->r, n->entity);
}

/* Where less of the one says nothing of the other. */
static bool is_firm(const pq_link *how) {
  return how->relation == PQ_REL_DIRECT || how->relation == PQ_REL_DEPENDS_ON;
}

static bool is_disease(const pq_parse *p, pq_node node) {
  return node.kind == PQ_NODE_ENTITY &&
         pq_entity_is_disease(pq_entity_at(p->r, node.id));
}

/* "loss of X": X, with the sign turned; but a disease that it causes is no
 * process that X would hold off: then it is X that does not act. */
static pq_status by_stand_in(pq_parse *p, const pq_draft *d, uint32_t other,
                             pq_node node, const pq_link *how) {
  pq_status st = PQ_OK;
  bool loss = false;
  const pq_arg *const theme = stands_for(p, other, &loss);
  if (!theme || (loss && is_firm(how))) return PQ_OK;
  pq_link turned = *how;
  if (loss) turned.polarity = pq_polarity_contrary(how->polarity);
  if (turned.relation == PQ_REL_DIRECT) turned.relation = PQ_REL_UPSTREAM;
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  const pq_arg arg = *theme;
  pq_draft wide = *d;
  wide.span = pq_span_join(d->span, p->hits.at[other].span);
  PQ_TRY(st, pq_named_collect(p, &arg, PQ_WANT_ACTORS, names));
  const bool ill = loss && how->polarity == PQ_POSITIVE && is_disease(p, node);
  for (uint32_t i = 0; i < names->n; ++i) {
    pq_named *const n = &names->at[i];
    if (is_of_itself(p, n, node)) continue;
    bool idle = false;
    if (ill) PQ_TRY(st, pq_named_idle(p, n, &idle));
    PQ_TRY(st, by_thing(p, wide, n, node, idle ? how : &turned));
  }
  return PQ_OK;
}

/* Does each event of one hit have one of the other with the same theme? */
static bool are_matched(const pq_hit *a, const pq_hit *b) {
  for (uint32_t i = 0; i < a->n_events; ++i) {
    bool met = false;
    for (uint32_t k = 0; k < b->n_events; ++k) {
      met = met || a->events[i].themes[0] == b->events[k].themes[0];
    }
    if (!met) return false;
  }
  return true;
}

/* "ubiquitinates A and B, promoting their degradation": each its own. */
static bool is_each_own(const pq_parse *p, const pq_draft *d, uint32_t other) {
  const pq_arg *const theme = pq_hit_arg(&p->hits.at[d->hit], PQ_AS_THEME);
  const pq_hit *const a = &p->hits.at[other];
  const pq_hit *const b = &p->hits.at[theme ? theme->hit : 0];
  return a->n_events > 1 && b->n_events > 1 && are_matched(a, b) &&
         are_matched(b, a);
}

/* "activates A and B by cleavage": the cleavage of A, which the noun has from
 * the verb, does not activate B. */
static bool is_of_another(const pq_parse *p, const pq_draft *d,
                          const pq_made *m, pq_node node) {
  const pq_hit *const h = &p->hits.at[d->hit];
  if (!m->inherited || node.kind != PQ_NODE_EVENT ||
      pq_event_at(p->r, node.id)->themes[0] == m->themes[0]) {
    return false;
  }
  for (uint32_t i = 0; i < h->n_events; ++i) {
    if (h->events[i].themes[0] == m->themes[0]) return true;
  }
  return false;
}

/* "phosphorylates A and B, activating the former": what is done to A does. */
static bool is_beside(const pq_parse *p, const pq_hit *h, const pq_made *m,
                      pq_node node) {
  if (h->voice == PQ_NOMINAL || node.kind != PQ_NODE_EVENT) return false;
  const pq_entity_id theme = pq_event_at(p->r, node.id)->themes[0];
  if (m->themes[0] == theme) return false;
  for (uint32_t i = 0; i < h->n_events; ++i) {
    if (h->events[i].themes[0] == theme) return true;
  }
  return false;
}

/* The complex that the noun of a hit names; 0 if less than two of its members
 * are said. */
static pq_status complex_of(pq_parse *p, uint32_t hit, pq_entity_id *out) {
  const pq_hit *const h = &p->hits.at[hit];
  *out = 0;
  if (!pq_hit_is_complex(p, hit) || h->n_events != 1) return PQ_OK;
  const pq_event *const e = pq_event_at(p->r, h->events[0].event);
  if (e->n_themes > 1) {
    return pq_bond_complex(p, e->themes, e->n_themes, out);
  }
  if (pq_view_starts(pq_unit_text(p, h->unit), PQ_LIT("homo"))) {
    *out = e->themes[0]; /* "forms a homodimer that does X" */
  }
  return PQ_OK;
}

/* What happens, as what acts. */
static pq_status by_happening(pq_parse *p, const pq_draft *d, uint32_t other,
                              pq_node node, pq_link how) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_event_make(p, other, d->hit));
  /* What is needed need not happen. */
  if (how.relation != PQ_REL_DEPENDS_ON) p->hits.at[other].acts = true;
  pq_entity_id complex = 0;
  PQ_TRY(st, complex_of(p, other, &complex));
  if (complex) {
    const pq_span span = p->hits.at[other].events[0].span;
    const pq_named n = {.entity = complex,
                        .span = span,
                        .reach = span,
                        .sentence = p->sentence,
                        .chunk = p->hits.at[other].chunk};
    return by_thing(p, *d, &n, node, &how);
  }
  const bool own = node.kind == PQ_NODE_EVENT && is_each_own(p, d, other);
  for (uint32_t i = 0; i < p->hits.at[other].n_events; ++i) {
    const pq_made m = p->hits.at[other].events[i];
    const bool other_pair = how.only >= 0 && (uint32_t)how.only != i &&
                            p->hits.at[other].n_events > 1;
    if (other_pair) continue; /* "respectively" */
    if (own && m.themes[0] != pq_event_at(p->r, node.id)->themes[0]) continue;
    if (is_of_another(p, d, &m, node) ||
        (!p->r->wants_happenings &&
         is_beside(p, &p->hits.at[other], &m, node))) {
      continue;
    }
    PQ_TRY(st, by_event(p, *d, &m, node, &how));
  }
  return PQ_OK;
}

/* "inhibition of E", "loss of E": what happens, and whether less of it; 0 if
 * the noun is of no happening. */
static uint32_t happening_of(const pq_parse *p, uint32_t other, bool *loss) {
  const pq_hit *const h = &p->hits.at[other];
  const pq_trigger *const t = h->trigger;
  const pq_arg *const theme = pq_hit_arg(h, PQ_AS_THEME);
  if (h->voice != PQ_NOMINAL || !theme || !theme->hit) return 0;
  const bool event = t->type == PQ_TRIGGER_EVENT; /* "downregulation of E" */
  const bool regulates = t->type == PQ_TRIGGER_REGULATION &&
                         t->relation == PQ_REL_UPSTREAM &&
                         t->polarity != PQ_POLARITY_UNSAID;
  *loss = event ? t->less : t->polarity == PQ_NEGATIVE;
  if (!regulates && !(event && (t->more || t->less))) return 0;
  const pq_hit *const inner = &p->hits.at[theme->hit];
  const bool happens = inner->trigger->type == PQ_TRIGGER_EVENT &&
                       inner->voice == PQ_NOMINAL && !inner->trigger->actor;
  return happens ? theme->hit : 0;
}

/* "Reduced phosphorylation of X leads to E": the more of one, the less of the
 * other. */
static pq_link of_less(const pq_link *how, bool less) {
  pq_link one = *how;
  if (less) one.polarity = pq_polarity_contrary(how->polarity);
  return one;
}

static pq_status by_hit(pq_parse *p, const pq_draft *draft, uint32_t other,
                        pq_node node, const pq_link *how) {
  if (p->hits.at[other].trigger->actor && !is_drug_of(p, &p->hits.at[other])) {
    return PQ_OK;
  }
  bool loss = false;
  /* Annotation asks for the words: "reduced" is an event of its own. */
  const bool words = p->r->wants_happenings;
  const uint32_t inner = words ? 0 : happening_of(p, other, &loss);
  if (!inner &&
      (p->hits.at[other].trigger->stands || p->hits.at[other].trigger->actor)) {
    return by_stand_in(p, draft, other, node, how);
  }
  pq_draft d = *draft;
  if (inner) d.span = pq_span_join(d.span, p->hits.at[other].span);
  if (inner) other = inner;
  const bool lessened = pq_hit_is_lessened(p, &p->hits.at[other]);
  const bool less = (inner && loss) != lessened && !words;
  if (less && is_firm(how)) return PQ_OK;
  return by_happening(p, &d, other, node, of_less(how, less));
}

/* "This depends on X": what was told before. */
static pq_status by_this(pq_parse *p, const pq_draft *d, uint32_t chunk,
                         pq_node node, const pq_link *how) {
  const pq_memory *const m = pq_anaphor_this(p, chunk);
  if (!m) return PQ_OK;
  const pq_made made = {.event = m->event, .span = p->chunks.at[chunk].span};
  return by_event(p, *d, &made, node, how);
}

/* "recruitment of A by B, and of C by D, activates E and F, respectively": the
 * noun said once more, behind hit `from`, for another thing; 0 none. */
static uint32_t said_again(const pq_parse *p, uint32_t hit, uint32_t from) {
  if (p->hits.at[hit].voice != PQ_NOMINAL) return 0;
  for (uint32_t i = from + 1; i < p->hits.n; ++i) {
    const pq_hit *const h = &p->hits.at[i];
    if (h->gap && h->shares == hit && h->chunk == p->hits.at[hit].chunk) {
      return i;
    }
  }
  return 0;
}

/* A happening, and what it is said once more of: of these all, or the one whose
 * turn it is. */
static pq_status by_series(pq_parse *p, const pq_draft *draft, uint32_t hit,
                           pq_node node, const pq_link *how) {
  pq_status st = PQ_OK;
  uint32_t again = said_again(p, hit, hit);
  if (!again || how->only <= 0) {
    PQ_TRY(st, by_hit(p, draft, hit, node, how));
  }
  for (int32_t turn = 1; again; ++turn) {
    if (how->only < 0 || how->only == turn) {
      PQ_TRY(st, by_hit(p, draft, again, node, how));
    }
    again = said_again(p, hit, again);
  }
  return PQ_OK;
}

/* Each happening that an argument names. */
static pq_status by_hits(pq_parse *p, const pq_draft *draft, const pq_arg *arg,
                         pq_node node, const pq_link *how) {
  pq_status st = PQ_OK;
  for (uint32_t c = arg->chunk; c; c = arg->all ? p->chunks.at[c].next : 0) {
    const uint32_t other = c == arg->chunk ? arg->hit : p->chunks.at[c].hit;
    if (other && other != draft->hit) {
      PQ_TRY(st, by_series(p, draft, other, node, how));
    }
  }
  return PQ_OK;
}

/* "in JAK2-deficient cells": what is lacking is no actor there, and is meant by
 * its name alone. */
static pq_status by_lack(pq_parse *p, const pq_draft *draft, const pq_arg *arg,
                         pq_node node, const pq_link *how) {
  const pq_unit *const u = &p->units.at[arg->begin];
  const pq_mention *const m = &p->r->mentions.at[u->first];
  const pq_named n = {.entity = pq_entity_base(p->r, m->entity),
                      .span = m->span,
                      .reach = m->span,
                      .sentence = p->sentence,
                      .chunk = arg->chunk};
  return is_of_itself(p, &n, node) ? PQ_OK : by_thing(p, *draft, &n, node, how);
}

pq_status pq_draft_by_arg(pq_parse *p, const pq_draft *draft, const pq_arg *arg,
                          pq_node node, const pq_link *how) {
  pq_status st = PQ_OK;
  if (arg->role == PQ_AS_LACKING && arg->end) {
    return by_lack(p, draft, arg, node, how);
  }
  if (arg->hit) return by_hits(p, draft, arg, node, how);
  pq_names *const names = pq_names_new(p, 1);
  if (!names) return p->r->arena->status;
  PQ_TRY(st, pq_named_collect(p, arg, PQ_WANT_ACTORS, names));
  if (!names->n) return by_this(p, draft, arg->chunk, node, how);
  for (uint32_t i = 0; i < names->n; ++i) {
    if (how->only >= 0 && names->n > 1 && (uint32_t)how->only != i) continue;
    const bool less = pq_name_is_lessened(p, &names->at[i]);
    if (less && is_firm(how)) continue;
    const pq_link one = of_less(how, less);
    PQ_TRY(st, by_thing(p, *draft, &names->at[i], node, &one));
  }
  return PQ_OK;
}
