#include "parts.h"

#include "name.h"
#include "order.h"

/* A copy in the making, and what stands for what in it. */
typedef struct parting {
  pq_namer namer;
  pq_graph g;
  pq_record *r;
  pq_arena *arena;
  uint32_t *entity, *event; /* by id: the first one with its IRI */
} parting;

/* ---- one for each IRI ---- */

static int entity_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->entities[a].iri, g->entities[b].iri);
}

static int event_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->events[a].iri, g->events[b].iri);
}

/* What has no IRI stands for itself. */
static pq_status find_firsts(const parting *p, uint32_t n, pq_id_order order,
                             uint32_t **out) {
  pq_status st = PQ_OK;
  uint32_t *const ids = pq_arena_take(p->arena, ((size_t)n + 1) * sizeof *ids);
  uint32_t *const first =
      pq_arena_take(p->arena, ((size_t)n + 1) * sizeof *first);
  if (!ids || !first) return p->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    ids[i] = first[i] = i;
  }
  PQ_TRY(st, pq_sort_ids(&p->g, ids, n, order)); /* equal ones by id */
  for (uint32_t i = 1; i < n; ++i) {
    const bool named = order(&p->g, 0, ids[i]) != 0; /* [0] has no IRI */
    if (named && order(&p->g, ids[i - 1], ids[i]) == 0) {
      first[ids[i]] = first[ids[i - 1]];
    }
  }
  *out = first;
  return PQ_OK;
}

static void turn_all(const parting *p, pq_entity_id *ids, uint32_t n) {
  for (uint32_t i = 0; i < n; ++i) {
    ids[i] = p->entity[ids[i]];
  }
}

static void turn_node(const parting *p, pq_node *node) {
  if (node->kind == PQ_NODE_ENTITY) node->id = p->entity[node->id];
  if (node->kind == PQ_NODE_EVENT) node->id = p->event[node->id];
}

/* ---- things ---- */

/* A fusion's partners have an order: the first gives the front. */
static pq_status part_entity(parting *p, pq_entity *e) {
  e->of = p->entity[e->of];
  e->in_place = p->entity[e->in_place];
  turn_all(p, e->after_entity, 4);
  if (!e->n_members) return PQ_OK;
  pq_entity_id *const members =
      pq_arena_take(p->arena, e->n_members * sizeof *members);
  if (!members) return p->arena->status;
  memcpy(members, e->members, e->n_members * sizeof *members);
  turn_all(p, members, e->n_members);
  if (e->kind != PQ_ENTITY_FUSION) {
    pq_sort_by_local(&p->namer, members, e->n_members);
  }
  e->members = members;
  return PQ_OK;
}

static pq_status part_entities(parting *p) {
  pq_status st = PQ_OK;
  pq_entity *const all = pq_vec_room(p->arena, p->r->entities.at,
                                     p->r->entities.n, 0, sizeof *all);
  if (!all) return p->arena->status;
  p->r->entities.at = all;
  p->r->entities.cap = p->r->entities.n;
  for (uint32_t i = 1; i < p->r->entities.n; ++i) {
    if (p->g.entities[i].iri.len) PQ_TRY(st, part_entity(p, &all[i]));
  }
  return PQ_OK;
}

/* ---- events ---- */

static void part_event(parting *p, pq_event *e) {
  turn_all(p, e->themes, e->n_themes);
  turn_all(p, e->products, e->n_products);
  pq_sort_by_local(&p->namer, e->themes, e->n_themes);
  pq_sort_by_local(&p->namer, e->products, e->n_products);
  e->from = p->entity[e->from];
  e->to = p->entity[e->to];
  e->in = p->entity[e->in];
  e->downstream_of = p->entity[e->downstream_of];
}

static pq_status part_events(parting *p) {
  const uint32_t n = p->r->events.n;
  pq_event *const all =
      pq_vec_room(p->arena, p->r->events.at, n, 0, sizeof *all);
  pq_graph_event *const names =
      pq_vec_room(p->arena, p->g.events, n, 0, sizeof *names);
  if (!all || !names) return p->arena->status;
  p->r->events.at = all;
  p->r->events.cap = n;
  p->g.events = names;
  for (uint32_t i = 1; i < n; ++i) {
    if (!names[i].iri.len) continue; /* its parts have no names */
    part_event(p, &all[i]);
    names[i].broader = p->event[names[i].broader];
    names[i].product = p->entity[names[i].product];
  }
  return PQ_OK;
}

/* ---- claims and evidence ---- */

static pq_status part_claims(const parting *p) {
  const uint32_t n = p->r->claims.n;
  pq_claim *const all =
      pq_vec_room(p->arena, p->r->claims.at, n, 0, sizeof *all);
  if (!all) return p->arena->status;
  p->r->claims.at = all;
  p->r->claims.cap = n;
  for (uint32_t i = 1; i < n; ++i) {
    turn_node(p, &all[i].subject);
    turn_node(p, &all[i].object);
  }
  return PQ_OK;
}

/* Cues outside of the quote by their words, then those in it by their place;
 * RDF has the same words once. */
static int cue_order(const pq_record *r, const pq_evidence *e, pq_span a,
                     pq_span b) {
  const bool in_a = pq_span_holds(e->span, a);
  const bool in_b = pq_span_holds(e->span, b);
  const int words = pq_view_order(pq_record_words(r, e->sentence, a),
                                  pq_record_words(r, e->sentence, b));
  if (!words) return 0;
  if (in_a != in_b) return in_a ? 1 : -1;
  if (!in_a) return words;
  return a.begin < b.begin ? -1 : 1;
}

static bool has_cue(const pq_record *r, const pq_evidence *e,
                    const pq_span *cues, uint32_t n, pq_span one) {
  for (uint32_t i = 0; i < n; ++i) {
    if (cue_order(r, e, cues[i], one) == 0) return true;
  }
  return false;
}

static pq_status part_cues(const parting *p, pq_evidence *e) {
  uint32_t n = 0;
  if (e->n_cues < 2) return PQ_OK;
  pq_span *const cues = pq_arena_take(p->arena, e->n_cues * sizeof *cues);
  if (!cues) return p->arena->status;
  for (uint32_t i = 0; i < e->n_cues; ++i) {
    const pq_span one = e->cues[i];
    if (has_cue(p->r, e, cues, n, one)) continue;
    uint32_t k = n++;
    for (; k > 0 && cue_order(p->r, e, cues[k - 1], one) > 0; --k) {
      cues[k] = cues[k - 1];
    }
    cues[k] = one;
  }
  e->cues = cues;
  e->n_cues = n;
  return PQ_OK;
}

static pq_status part_evidence(const parting *p) {
  pq_status st = PQ_OK;
  const uint32_t n = p->r->evidence.n;
  pq_evidence *const all =
      pq_vec_room(p->arena, p->r->evidence.at, n, 0, sizeof *all);
  if (!all) return p->arena->status;
  p->r->evidence.at = all;
  p->r->evidence.cap = n;
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, part_cues(p, &all[i]));
  }
  return PQ_OK;
}

static pq_status part_all(parting *p) {
  pq_status st = PQ_OK;
  PQ_TRY(st, find_firsts(p, p->r->entities.n, entity_by_iri, &p->entity));
  PQ_TRY(st, find_firsts(p, p->r->events.n, event_by_iri, &p->event));
  PQ_TRY(st, part_entities(p));
  PQ_TRY(st, part_events(p));
  PQ_TRY(st, part_claims(p));
  PQ_TRY(st, part_evidence(p));
  return p->namer.room.status;
}

pq_status pq_graph_parts(const pq_graph *g, pq_record *record, pq_graph *out) {
  parting p = {.g = *g, .r = record, .arena = g->arena};
  *record = *g->record;
  p.g.record = record;
  p.namer.g = &p.g;
  pq_buf_init(&p.namer.room, g->arena->alloc);
  const pq_status st = part_all(&p);
  pq_buf_clear(&p.namer.room);
  if (!st) *out = p.g;
  return st;
}

/* ---- works of one place ---- */

static bool same_place(const pq_citation *a, const pq_citation *b) {
  return a->sentence == b->sentence && a->span.begin == b->span.begin &&
         a->span.end == b->span.end && !pq_span_empty(a->span);
}

/* They come in the order of the text: those of one place are neighbours. */
pq_status pq_graph_pointers(const pq_graph *g, uint32_t **out) {
  const pq_record *const r = g->record;
  const pq_citation *const all = r->citations.at;
  uint32_t *const order =
      pq_arena_take(g->arena, ((size_t)r->citations.n + 1) * sizeof *order);
  if (!order) return g->arena->status;
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    uint32_t k = i;
    for (; k > 0 && same_place(&all[order[k - 1]], &all[i]) &&
           pq_view_order(g->works[all[order[k - 1]].work].iri,
                         g->works[all[i].work].iri) > 0;
         --k) {
      order[k] = order[k - 1];
    }
    order[k] = i;
  }
  *out = order;
  return PQ_OK;
}
