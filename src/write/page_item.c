#include "page_parts.h"

#include "graph/claim_name.h"
#include "graph/order.h"
#include "graph/parts.h"

/* ---- items ---- */

uint32_t pq_page_item_named(const pq_page *p, pq_view iri) {
  const uint32_t id = pq_intern_find(&p->iris, iri);
  return id == UINT32_MAX ? 0 : id + 1;
}

static pq_status add_item(pq_page *p, const pq_evidence *e, pq_view iri) {
  const bool dispute = e->states == PQ_STATES_DISPUTE;
  const pq_page_item item = {.states = e->states,
                             .id = e->id,
                             .iri = iri,
                             .label = dispute ? p->g->disputes[e->id].label
                                              : p->g->claims[e->id].label,
                             .stance = e->stance};
  uint32_t number = 0;
  PQ_PUSH(p->arena, &p->items, item);
  return pq_intern_put(&p->iris, iri, &number);
}

static pq_status note_works(pq_page *p, const pq_evidence *e, uint32_t item) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_work_id id = p->r->citations.at[e->citations[i]].work;
    PQ_TRY(st, pq_page_set_put(p->arena, &p->citing[id], item));
  }
  return PQ_OK;
}

static pq_status add_evidence(pq_page *p, uint32_t index) {
  pq_status st = PQ_OK;
  const pq_evidence *const e = &p->r->evidence.at[index];
  const pq_view iri = pq_stated_iri(p->g, e);
  uint32_t at = pq_page_item_named(p, iri);
  if (!at) {
    PQ_TRY(st, add_item(p, e, iri));
    at = p->items.n - 1;
  }
  pq_page_item *const item = &p->items.at[at];
  PQ_PUSH(p->arena, &item->evidence, index);
  if (pq_page_rank(e->stance) > pq_page_rank(item->stance)) {
    item->stance = e->stance;
  }
  p->item_of[index] = at;
  PQ_TRY(st, note_works(p, e, at));
  p->heard[e->sentence] = true;
  return PQ_OK;
}

/* Sides and their dispute know each other. */
static pq_status relate(pq_page *p, uint32_t dispute) {
  pq_claim_id sides[PQ_ALTERNATIVES_MOST];
  const pq_dispute *const d = &p->r->disputes.at[p->items.at[dispute].id];
  const uint32_t n = pq_dispute_sides(p->g, d, sides);
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t side = pq_page_item_named(p, p->g->claims[sides[i]].iri);
    if (!side) continue;
    PQ_PUSH(p->arena, &p->items.at[dispute].related, side);
    PQ_PUSH(p->arena, &p->items.at[side].related, dispute);
  }
  return PQ_OK;
}

static int by_place(const pq_graph *g, uint32_t a, uint32_t b) {
  const pq_evidence *const x = &g->record->evidence.at[a];
  const pq_evidence *const y = &g->record->evidence.at[b];
  const pq_text_id one = g->record->sentences.at[x->sentence].text;
  const pq_text_id two = g->record->sentences.at[y->sentence].text;
  if (one != two) return one < two ? -1 : 1;
  if (x->span.begin != y->span.begin) {
    return x->span.begin < y->span.begin ? -1 : 1;
  }
  if (x->span.end != y->span.end) return x->span.end < y->span.end ? -1 : 1;
  return pq_view_order(pq_stated_iri(g, x), pq_stated_iri(g, y));
}

/* In the order of the text; of one place, by name, as RDF tells no other. */
static pq_status add_all(pq_page *p) {
  pq_status st = PQ_OK;
  uint32_t *const order =
      pq_arena_take(p->arena, ((size_t)p->g->n_evidence + 1) * sizeof *order);
  if (!order) return p->arena->status;
  if (p->g->n_evidence) {
    memcpy(order, p->g->evidence_order, p->g->n_evidence * sizeof *order);
  }
  PQ_TRY(st, pq_sort_ids(p->g, order, p->g->n_evidence, by_place));
  for (uint32_t i = 0; i < p->g->n_evidence; ++i) {
    PQ_TRY(st, add_evidence(p, order[i]));
  }
  return PQ_OK;
}

static pq_status collect_items(pq_page *p) {
  pq_status st = PQ_OK;
  PQ_PUSH(p->arena, &p->items, ((pq_page_item){.states = PQ_STATES_NOTHING}));
  PQ_TRY(st, add_all(p));
  for (uint32_t i = 0; i < p->r->evidence.n; ++i) { /* its doubles */
    if (p->item_of[i]) continue;
    p->item_of[i] =
        pq_page_item_named(p, pq_stated_iri(p->g, &p->r->evidence.at[i]));
  }
  for (uint32_t i = 1; i < p->items.n; ++i) {
    if (p->items.at[i].states == PQ_STATES_DISPUTE) PQ_TRY(st, relate(p, i));
  }
  return PQ_OK;
}

/* ---- works ---- */

static void number_work(pq_page *p, pq_work_id id) {
  if (!id || p->numbers[id]) return;
  p->works[++p->n_works] = id;
  p->numbers[id] = p->n_works;
}

/* As the diagram numbers them: those that evidence cites, in text order; then
 * the others. */
static pq_status number_works(pq_page *p) {
  pq_status st = PQ_OK;
  uint32_t *order = NULL;
  const pq_record *const r = p->r;
  bool *const cited = pq_arena_take(p->arena, r->works.n + 1);
  if (!cited) return p->arena->status;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    const pq_evidence *const e = &r->evidence.at[i];
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      cited[r->citations.at[e->citations[k]].work] = true;
    }
  }
  PQ_TRY(st, pq_graph_pointers(p->g, &order));
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_work_id id = r->citations.at[order[i]].work;
    if (cited[id]) number_work(p, id);
  }
  p->n_cited = p->n_works;
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    number_work(p, r->citations.at[order[i]].work);
  }
  return PQ_OK;
}

/* ---- things ---- */

/* A thing that is written in two ways is one: it has one IRI. */
static pq_status number_thing(pq_page *p, pq_intern *iris, pq_entity_id id) {
  pq_status st = PQ_OK;
  const pq_entity_id base = pq_entity_base(p->r, id);
  const pq_view iri = p->g->entities[base].iri;
  uint32_t known = iris->texts.n;
  if (p->thing_numbers[base]) return PQ_OK;
  if (iri.len) PQ_TRY(st, pq_intern_put(iris, iri, &known));
  if (iri.len && known < p->named.n) {
    p->thing_numbers[base] = p->named.at[known];
    return PQ_OK;
  }
  if (iri.len) PQ_PUSH(p->arena, &p->named, p->things.n);
  p->thing_numbers[base] = p->things.n;
  PQ_PUSH(p->arena, &p->things, base);
  return PQ_OK;
}

/* Those that the text names, then the others that have a name in the graph, in
 * its order: RDF tells no other. */
static pq_status number_things(pq_page *p) {
  pq_status st = PQ_OK;
  pq_intern iris;
  pq_intern_init(&iris, p->arena);
  PQ_PUSH(p->arena, &p->things, 0);
  for (uint32_t i = 1; i < p->r->mentions.n; ++i) {
    PQ_TRY(st, number_thing(p, &iris, p->r->mentions.at[i].entity));
  }
  for (uint32_t i = 0; i < p->g->n_entities; ++i) {
    PQ_TRY(st, number_thing(p, &iris, p->g->entity_order[i]));
  }
  for (pq_entity_id i = 1; i < p->r->entities.n; ++i) {
    PQ_TRY(st, number_thing(p, &iris, i));
  }
  return PQ_OK;
}

uint32_t pq_page_thing(const pq_page *p, pq_entity_id id) {
  return p->thing_numbers[pq_entity_base(p->r, id)];
}

/* Of several, the one whose name is the least. */
static pq_view theme_of(const pq_page *p, const pq_event *e) {
  pq_entity_id best = pq_entity_base(p->r, e->themes[0]);
  for (uint32_t i = 1; i < e->n_themes; ++i) {
    const pq_entity_id one = pq_entity_base(p->r, e->themes[i]);
    if (pq_view_order(p->g->entities[one].iri, p->g->entities[best].iri) < 0) {
      best = one;
    }
  }
  return p->g->entities[best].label;
}

static void find_theme(pq_page *p) {
  const pq_record *const r = p->r;
  for (uint32_t i = 0; i < p->g->n_claims; ++i) {
    const pq_claim *const c = &r->claims.at[p->g->claim_order[i]];
    const pq_event_id id = pq_graph_claim_event(r, c);
    const pq_event *const e = id ? pq_event_at(r, id) : NULL;
    if (!e || !e->n_themes) continue;
    p->theme = theme_of(p, e);
    return;
  }
}

static pq_status take_tables(pq_page *p) {
  const pq_record *const r = p->r;
  p->item_of = pq_arena_take(p->arena, (r->evidence.n + 1) * sizeof(uint32_t));
  p->numbers = pq_arena_take(p->arena, (r->works.n + 1) * sizeof(uint32_t));
  p->works = pq_arena_take(p->arena, (r->works.n + 1) * sizeof(pq_work_id));
  p->heard = pq_arena_take(p->arena, r->sentences.n + 1);
  p->citing = pq_arena_take(p->arena, (r->works.n + 1) * sizeof *p->citing);
  p->thing_numbers =
      pq_arena_take(p->arena, (r->entities.n + 1) * sizeof(uint32_t));
  const bool whole = p->item_of && p->numbers && p->works && p->heard &&
                     p->citing && p->thing_numbers;
  return whole ? PQ_OK : p->arena->status;
}

pq_status pq_page_collect(pq_page *p) {
  pq_status st = PQ_OK;
  pq_intern_init(&p->iris, p->arena);
  PQ_TRY(st, take_tables(p));
  PQ_TRY(st, pq_shelves_fill(p->r, &p->shelves));
  PQ_TRY(st, collect_items(p));
  PQ_TRY(st, number_works(p));
  PQ_TRY(st, number_things(p));
  find_theme(p);
  return PQ_OK;
}
