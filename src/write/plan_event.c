/* Which events are drawn. */
#include "plan_sketch.h"

static bool disputed(const pq_sketch *s, pq_event_id event) {
  const pq_record *const r = s->g->record;
  for (uint32_t i = 0; i < s->g->n_disputes; ++i) {
    const pq_dispute *const d = &r->disputes.at[s->g->dispute_order[i]];
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      const pq_event_id e =
          pq_graph_claim_event(r, &r->claims.at[d->alternatives[k]]);
      if (e && (e == event || s->g->events[e].broader == event)) return true;
    }
  }
  return false;
}

/* What is presupposed is told by the dispute about it (M5); what is said of
 * another species, by a note. */
bool pq_say_is_drawn(const pq_sketch *s, const pq_say *say) {
  const pq_claim *const c = pq_say_claim(s, say);
  if (say->done || c->negated || c->species.len ||
      say->actor.kind == PQ_NODE_NONE || say->target.kind == PQ_NODE_NONE) {
    return false;
  }
  if (say->stance == PQ_PRESUPPOSED) {
    const pq_event_id event = pq_graph_claim_event(s->g->record, c);
    return !event || !disputed(s, event);
  }
  return say->stance != PQ_ALTERNATIVE && say->stance != PQ_UNCLEAR &&
         say->stance != PQ_DENIED;
}

bool pq_is_event_claim(const pq_sketch *s, const pq_say *say) {
  const pq_relation relation = pq_say_claim(s, say)->relation;
  return relation == PQ_REL_HAPPENS || relation == PQ_REL_OUTPUT_OF;
}

bool pq_undoes(const pq_sketch *s, pq_event_id event) {
  const pq_record *const r = s->g->record;
  const pq_kind *const kind = &r->kinds[pq_event_at(r, event)->kind];
  return kind->destruction || kind->dissociation || kind->undoes ||
         kind->leaves == PQ_INACTIVE ||
         pq_is_removal(s, (pq_node){PQ_NODE_EVENT, event});
}

/* ---- inhibition ---- */

static bool is_inactivation(const pq_sketch *s, pq_node node) {
  const pq_record *const r = s->g->record;
  if (node.kind != PQ_NODE_EVENT) return false;
  const pq_event *const e = pq_event_at(r, node.id);
  return r->kinds[e->kind].leaves == PQ_INACTIVE && e->n_themes == 1 &&
         !e->n_products && !e->site.residue && !e->site.position && !e->in &&
         !e->downstream_of;
}

static bool promotes(const pq_say *say) {
  const pq_verb *const verb = pq_verb_of(say->predicate);
  return verb &&
         (verb->head == PQ_HEAD_STIMULATION || verb->head == PQ_HEAD_CATALYSIS);
}

/* Does something else happen to the theme of an event, or to a form of it? */
static bool is_other_event(const pq_sketch *s, pq_node event, pq_node node) {
  const pq_record *const r = s->g->record;
  if (node.kind != PQ_NODE_EVENT || node.id == event.id) return false;
  const pq_entity_id base =
      pq_entity_base(r, pq_event_at(r, event.id)->themes[0]);
  const pq_event *const e = pq_event_at(r, node.id);
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    if (pq_entity_base(r, e->themes[i]) == base) return true;
  }
  return false;
}

/* Is nothing told of an event, and of what happens to its theme, but what
 * promotes it? */
static bool is_only_promoted(const pq_sketch *s, pq_node event) {
  if (disputed(s, event.id)) return false;
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_say *const say = &s->says.at[i];
    if (!pq_say_is_drawn(s, say)) continue;
    if (pq_same_node(say->actor, event) ||
        is_other_event(s, event, say->actor) ||
        is_other_event(s, event, say->target)) {
      return false;
    }
    if (!pq_same_node(say->target, event)) continue;
    if (pq_is_event_claim(s, say) || !promotes(say)) return false;
  }
  return true;
}

/* Who promotes the inactivation of a thing inhibits it: a bar at the thing says
 * so, if nothing more is told of what happens to it. */
static void draw_inhibitions(const pq_sketch *s) {
  for (uint32_t i = 0; i < s->says.n; ++i) {
    const pq_node event = s->says.at[i].target;
    if (!is_inactivation(s, event) || !is_only_promoted(s, event)) continue;
    const pq_node theme = {PQ_NODE_ENTITY,
                           pq_event_at(s->g->record, event.id)->themes[0]};
    for (uint32_t k = i; k < s->says.n; ++k) {
      pq_say *const say = &s->says.at[k];
      if (!pq_same_node(say->target, event) || !pq_say_is_drawn(s, say)) {
        continue;
      }
      say->predicate = PQ_TERM_ACTS_UPSTREAM_NEGATIVE;
      say->target = theme;
    }
  }
}

/* ---- all events ---- */

static pq_status draw_event(pq_sketch *s, const pq_say *say, pq_node node) {
  pq_status st = PQ_OK;
  const bool happens = pq_is_event_claim(s, say);
  if (node.kind != PQ_NODE_EVENT ||
      (!happens && pq_is_expression(s->g, node)) ||
      (happens && pq_is_folded(s))) {
    return PQ_OK;
  }
  uint32_t index = 0;
  PQ_TRY(st, pq_sketch_process(s, node.id, &index));
  pq_process *const p = &s->processes.at[index];
  const bool hedged =
      say->stance == PQ_HEDGED || say->stance == PQ_CONTROVERSIAL;
  if (!hedged) p->firm = true;
  if (happens) {
    pq_papers_add(s, p->papers, say->papers);
    if (hedged && !p->cue.len) p->cue = say->cue;
    return pq_sketch_says_too(s, p->node, s->g->claims[say->claim].iri);
  }
  return PQ_OK;
}

static pq_status draw_events(pq_sketch *s, pq_say *say) {
  pq_status st = PQ_OK;
  const pq_relation relation = pq_say_claim(s, say)->relation;
  if (relation == PQ_REL_INTERACTS) return pq_sketch_bind(s, say);
  if (relation == PQ_REL_LOCATED_IN || relation == PQ_REL_PART_OF) {
    return PQ_OK;
  }
  PQ_TRY(st, draw_event(s, say, say->actor));
  PQ_TRY(st, draw_event(s, say, say->target));
  say->done = pq_is_event_claim(s, say) && !pq_is_folded(s);
  return PQ_OK;
}

pq_status pq_sketch_processes(pq_sketch *s) {
  pq_status st = PQ_OK;
  uint32_t index = 0;
  if (s->view == PQ_PLAN_CARD && !s->map) draw_inhibitions(s);
  for (uint32_t i = 0; i < s->says.n && !pq_is_folded(s); ++i) {
    /* others go on from these */
    const pq_say *const say = &s->says.at[i];
    if (pq_say_is_drawn(s, say) && pq_is_removal(s, say->target)) {
      PQ_TRY(st, pq_sketch_process(s, say->target.id, &index));
    }
  }
  for (uint32_t i = 0; i < s->says.n; ++i) {
    pq_say *const say = &s->says.at[i];
    if (pq_say_is_drawn(s, say)) PQ_TRY(st, draw_events(s, say));
  }
  for (uint32_t i = 1; i < s->processes.n && !pq_is_folded(s); ++i) {
    const pq_process *const p = &s->processes.at[i];
    s->plan->nodes.at[p->node].uncertain = !p->firm;
  }
  pq_sketch_choose_inputs(s);
  return PQ_OK;
}

uint32_t pq_process_near(const pq_sketch *s, pq_event_id event) {
  if (!event) return 0;
  if (s->by_event[event]) return s->by_event[event];
  const pq_event_id broader = s->g->events[event].broader;
  if (broader && s->by_event[broader]) return s->by_event[broader];
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_event_id other = s->processes.at[i].event;
    const pq_event_id wide = other ? s->g->events[other].broader : 0;
    if (wide && (wide == event || wide == broader)) return i;
  }
  return 0;
}
