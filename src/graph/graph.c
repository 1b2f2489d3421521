#include "graph.h"

#include "claim_name.h"
#include "label.h"
#include "order.h"
#include "reach.h"

static pq_status reach_claim(pq_reach *reach, pq_claim_id id) {
  pq_status st = PQ_OK;
  const pq_claim *const c = &reach->record->claims.at[id];
  const pq_node subject = c->subject;
  const pq_node object = c->object;
  PQ_TRY(st, pq_reach_node(reach, subject));
  return pq_reach_node(reach, object);
}

static pq_status reach_dispute(pq_reach *reach, pq_dispute_id id) {
  pq_status st = PQ_OK;
  const pq_dispute *const d = &reach->record->disputes.at[id];
  for (uint32_t i = 0; i < d->n_alternatives; ++i) {
    PQ_TRY(st, reach_claim(reach, d->alternatives[i]));
  }
  return PQ_OK;
}

static pq_status reach_mentions(pq_reach *reach) {
  pq_status st = PQ_OK;
  const pq_record *const r = reach->record;
  for (uint32_t i = 1; i < r->mentions.n; ++i) {
    const pq_entity_id id = r->mentions.at[i].entity;
    if (pq_entity_at(r, id)->kind == PQ_ENTITY_CLASS) continue;
    PQ_TRY(st, pq_reach_node(reach, (pq_node){PQ_NODE_ENTITY, id}));
  }
  return PQ_OK;
}

static pq_status reach_all(pq_reach *reach, bool mentions) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < reach->record->evidence.n; ++i) {
    const pq_evidence *const e = &reach->record->evidence.at[i];
    PQ_TRY(st, e->states == PQ_STATES_DISPUTE ? reach_dispute(reach, e->id)
                                              : reach_claim(reach, e->id));
  }
  for (uint32_t i = 0; i < reach->record->passages.n; ++i) {
    const pq_entity_id about = reach->record->passages.at[i].id;
    if (!about) continue;
    PQ_TRY(st, pq_reach_node(reach, (pq_node){PQ_NODE_ENTITY, about}));
  }
  return mentions ? reach_mentions(reach) : PQ_OK;
}

/* An array with a slot for each of `n` items, and never empty. */
static void *take_slots(pq_graph *g, uint32_t n, size_t size) {
  return pq_arena_take(g->arena, ((size_t)n + 1) * size);
}

static pq_status take_tables(pq_graph *g) {
  const pq_record *const r = g->record;
  g->texts = take_slots(g, r->texts.n, sizeof *g->texts);
  g->entities = take_slots(g, r->entities.n, sizeof *g->entities);
  g->events = take_slots(g, r->events.n, sizeof *g->events);
  g->claims = take_slots(g, r->claims.n, sizeof *g->claims);
  g->disputes = take_slots(g, r->disputes.n, sizeof *g->disputes);
  g->works = take_slots(g, r->works.n, sizeof *g->works);
  g->evidence = take_slots(g, r->evidence.n, sizeof *g->evidence);
  g->passages = take_slots(g, r->passages.n, sizeof *g->passages);
  const bool whole = g->passages && g->texts && g->entities && g->events &&
                     g->claims && g->disputes && g->works && g->evidence;
  return whole ? PQ_OK : g->arena->status;
}

static bool has_name(const pq_graph *g, pq_entity_id id) {
  return !id || g->entities[id].iri.len > 0;
}

static bool parts_have_names(const pq_graph *g, const pq_entity *e) {
  bool all = has_name(g, e->of) && has_name(g, e->in_place);
  for (uint32_t i = 0; i < e->n_members; ++i) {
    all = all && has_name(g, e->members[i]);
  }
  return all;
}

static pq_status name_one(pq_namer *n, pq_entity_id id) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_name_entity(n, id));
  return pq_label_entity(n, id);
}

/* Parts before what is made of them.  Parts nearly always come first in the
 * table, so one pass does; what should name itself is named at the end. */
static pq_status name_entities(pq_namer *n, const pq_reach *reach) {
  pq_status st = PQ_OK;
  pq_graph *const g = n->g;
  bool last = false;
  for (bool progress = true; progress || !last;) {
    last = !progress;
    progress = false;
    for (uint32_t i = 1; i < g->record->entities.n; ++i) {
      if (!pq_reach_has(reach, i) || g->entities[i].iri.len) continue;
      if (!last && !parts_have_names(g, pq_entity_at(g->record, i))) continue;
      PQ_TRY(st, name_one(n, i));
      progress = true;
    }
  }
  return PQ_OK;
}

static pq_status name_events(pq_namer *n, const pq_reach *reach) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < reach->events.n; ++i) {
    const pq_reached_event *const found = &reach->events.at[i];
    if (!found->seen) continue;
    n->g->events[i].broader = found->broader;
    n->g->events[i].product = found->product;
    PQ_TRY(st, pq_name_event(n, i));
    PQ_TRY(st, pq_label_event(n, i));
  }
  return PQ_OK;
}

static pq_status name_claim(pq_namer *n, pq_claim_id id) {
  pq_status st = PQ_OK;
  if (n->g->claims[id].iri.len) return PQ_OK;
  PQ_TRY(st, pq_name_claim(n, id));
  return pq_label_claim(n, id);
}

static pq_status name_dispute(pq_namer *n, pq_dispute_id id) {
  pq_status st = PQ_OK;
  if (n->g->disputes[id].iri.len) return PQ_OK;
  const pq_dispute *const d = &n->g->record->disputes.at[id];
  for (uint32_t i = 0; i < d->n_alternatives; ++i) {
    PQ_TRY(st, name_claim(n, d->alternatives[i]));
  }
  return pq_name_dispute(n, id);
}

static pq_status name_citation(pq_namer *n, uint32_t index) {
  const pq_record *const r = n->g->record;
  const pq_citation *const c = &r->citations.at[index];
  if (!c->work || !r->works.at[c->work].year) return PQ_OK;
  if (n->g->works[c->work].iri.len) return PQ_OK;
  return pq_name_work(n, c->work, r->sentences.at[c->sentence].text);
}

static pq_status name_evidence(pq_namer *n, uint32_t index) {
  pq_status st = PQ_OK;
  const pq_evidence *const e = &n->g->record->evidence.at[index];
  PQ_TRY(st, e->states == PQ_STATES_DISPUTE ? name_dispute(n, e->id)
                                            : name_claim(n, e->id));
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    PQ_TRY(st, name_citation(n, e->citations[i]));
  }
  return pq_name_evidence(n, index);
}

static pq_status name_passage(pq_namer *n, uint32_t index) {
  pq_status st = PQ_OK;
  const pq_evidence *const e = &n->g->record->passages.at[index];
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    PQ_TRY(st, name_citation(n, e->citations[i]));
  }
  return pq_name_passage(n, index);
}

/* What the evidence and the passages rest on, and they themselves. */
static pq_status name_witnesses(pq_namer *n) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < n->g->record->evidence.n; ++i) {
    PQ_TRY(st, name_evidence(n, i));
  }
  for (uint32_t i = 0; i < n->g->record->passages.n; ++i) {
    PQ_TRY(st, name_passage(n, i));
  }
  return PQ_OK;
}

static pq_status name_all(pq_namer *n, const pq_reach *reach) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_name_record(n));
  PQ_TRY(st, name_entities(n, reach));
  PQ_TRY(st, name_events(n, reach));
  PQ_TRY(st, name_witnesses(n));
  for (uint32_t i = 0; n->g->maker->mentions && i < n->g->record->citations.n;
       ++i) {
    PQ_TRY(st, name_citation(n, i));
  }
  return PQ_OK;
}

pq_event_id pq_graph_claim_event(const pq_record *r, const pq_claim *c) {
  (void)r;
  if (c->object.kind == PQ_NODE_EVENT) return c->object.id;
  return c->subject.kind == PQ_NODE_EVENT ? c->subject.id : 0;
}

/* What the title says, by the first of its evidence in reading order. */
static void look_at_title(pq_graph *g) {
  const pq_record *const r = g->record;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &r->evidence.at[g->evidence_order[i]];
    if (r->sentences.at[e->sentence].part != PQ_PART_TITLE ||
        e->states == PQ_STATES_DISPUTE) {
      continue;
    }
    g->title_claims = true;
    if (!g->title_event) {
      g->title_event = pq_graph_claim_event(r, &r->claims.at[e->id]);
    }
  }
}

pq_status pq_graph_fill(pq_graph *g, pq_record *record, const pq_maker *maker) {
  pq_status st = PQ_OK;
  pq_graph made = {.arena = record->arena, .record = record, .maker = maker};
  pq_namer namer;
  pq_reach reach = {.record = record};
  pq_namer_open(&namer, &made);
  PQ_TRY_GOTO(done, st, reach_all(&reach, maker->mentions));
  PQ_TRY_GOTO(done, st, take_tables(&made));
  PQ_TRY_GOTO(done, st, name_all(&namer, &reach));
  PQ_TRY_GOTO(done, st, pq_order_all(&made));
  look_at_title(&made);
  *g = made;
done:
  pq_namer_clear(&namer);
  return st;
}
