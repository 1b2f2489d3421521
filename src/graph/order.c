#include "order.h"

enum {
  RUN = 8 /* ids that are sorted without room for more */
};

pq_section pq_entity_section(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  if (e->of) return PQ_SECTION_STATES;
  switch (e->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX: return PQ_SECTION_PROTEINS;
  case PQ_ENTITY_FUSION: return PQ_SECTION_STATES;
  case PQ_ENTITY_PATHWAY:
  case PQ_ENTITY_PROCESS:
  case PQ_ENTITY_GROUP: return PQ_SECTION_PROCESSES;
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_DRUG: return PQ_SECTION_MOLECULES;
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL: return PQ_SECTION_PLACES;
  case PQ_ENTITY_CLASS:
  case PQ_ENTITY_UNGROUNDED: break;
  }
  return PQ_SECTION_UNGROUNDED;
}

/* Merge two sorted neighbours of `from` into `to`. */
static void merge_runs(const pq_graph *g, const uint32_t *from, uint32_t *to,
                       const uint32_t bounds[3], pq_id_order order) {
  uint32_t left = bounds[0];
  uint32_t right = bounds[1];
  for (uint32_t i = bounds[0]; i < bounds[2]; ++i) {
    const bool take_right =
        right < bounds[2] &&
        (left == bounds[1] || order(g, from[left], from[right]) > 0);
    to[i] = take_right ? from[right++] : from[left++];
  }
}

static uint32_t at_most(uint32_t a, uint32_t most) {
  return a < most ? a : most;
}

/* Put each id of a short run in its place among those before it. */
static void sort_run(const pq_graph *g, uint32_t *ids, uint32_t n,
                     pq_id_order order) {
  for (uint32_t i = 1; i < n; ++i) {
    const uint32_t id = ids[i];
    uint32_t k = i;
    for (; k > 0 && order(g, ids[k - 1], id) > 0; --k) {
      ids[k] = ids[k - 1];
    }
    ids[k] = id;
  }
}

pq_status pq_sort_ids(const pq_graph *g, uint32_t *ids, uint32_t n,
                      pq_id_order order) {
  for (uint32_t i = 0; i < n; i += RUN) {
    sort_run(g, ids + i, at_most(RUN, n - i), order);
  }
  if (n <= RUN) return PQ_OK;
  uint32_t *const room = pq_arena_room(g->arena, n * sizeof *room);
  if (!room) return g->arena->status;
  for (uint32_t width = RUN; width < n; width *= 2) {
    for (uint32_t i = 0; i < n; i += 2 * width) {
      const uint32_t bounds[3] = {i, at_most(i + width, n),
                                  at_most(i + 2 * width, n)};
      merge_runs(g, ids, room, bounds, order);
    }
    memcpy(ids, room, n * sizeof *ids);
  }
  return PQ_OK;
}

/* What has one name is labelled once. */
typedef void share_label(const pq_graph *g, uint32_t first, uint32_t other);

static void share_claim(const pq_graph *g, uint32_t first, uint32_t other) {
  g->claims[other].label = g->claims[first].label;
}

static void share_dispute(const pq_graph *g, uint32_t first, uint32_t other) {
  g->disputes[other].label = g->disputes[first].label;
}

/* Keep the first of each IRI, in order of the ids; `share` may be NULL. */
static pq_status drop_doubles(const pq_graph *g, uint32_t *ids, uint32_t *n,
                              pq_id_order by_iri, share_label *share) {
  pq_status st = PQ_OK;
  if (*n < 2) return PQ_OK;
  uint32_t *const sorted = pq_arena_take(g->arena, *n * sizeof *sorted);
  if (!sorted) return g->arena->status;
  memcpy(sorted, ids, *n * sizeof *sorted);
  PQ_TRY(st, pq_sort_ids(g, sorted, *n, by_iri));
  uint32_t most = 0;
  for (uint32_t i = 0; i < *n; ++i) {
    most = ids[i] > most ? ids[i] : most;
  }
  bool *const drop = pq_arena_take(g->arena, (size_t)most + 1);
  if (!drop) return g->arena->status;
  for (uint32_t i = 1; i < *n; ++i) {
    if (by_iri(g, sorted[i - 1], sorted[i]) != 0) continue;
    if (share) share(g, sorted[i - 1], sorted[i]);
    drop[sorted[i]] = true;
  }
  uint32_t kept = 0;
  for (uint32_t i = 0; i < *n; ++i) {
    if (!drop[ids[i]]) ids[kept++] = ids[i];
  }
  *n = kept;
  return PQ_OK;
}

static int entity_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->entities[a].iri, g->entities[b].iri);
}

static int entity_by_section(const pq_graph *g, uint32_t a, uint32_t b) {
  const int left = (int)pq_entity_section(g->record, a);
  const int right = (int)pq_entity_section(g->record, b);
  return left != right ? left - right : entity_by_iri(g, a, b);
}

static int event_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->events[a].iri, g->events[b].iri);
}

static int claim_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->claims[a].iri, g->claims[b].iri);
}

static int dispute_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->disputes[a].iri, g->disputes[b].iri);
}

static int work_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->works[a].iri, g->works[b].iri);
}

static int evidence_by_iri(const pq_graph *g, uint32_t a, uint32_t b) {
  return pq_view_order(g->evidence[a], g->evidence[b]);
}

static int number_order(uint32_t a, uint32_t b) {
  return (a > b) - (a < b);
}

int pq_evidence_by_place(const pq_graph *g, uint32_t a, uint32_t b) {
  const pq_record *const r = g->record;
  const pq_evidence *const x = &r->evidence.at[a];
  const pq_evidence *const y = &r->evidence.at[b];
  int c = number_order(r->sentences.at[x->sentence].text,
                       r->sentences.at[y->sentence].text);
  if (!c) c = number_order(x->span.begin, y->span.begin);
  return c ? c : number_order(x->span.end, y->span.end);
}

static pq_status take_ids(const pq_graph *g, uint32_t most, uint32_t **out) {
  uint32_t *const ids =
      pq_arena_take(g->arena, ((size_t)most + 1) * sizeof *ids);
  if (!ids) return g->arena->status;
  *out = ids;
  return PQ_OK;
}

static pq_status order_entities(pq_graph *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_ids(g, g->record->entities.n, &g->entity_order));
  for (uint32_t i = 1; i < g->record->entities.n; ++i) {
    if (g->entities[i].iri.len) g->entity_order[g->n_entities++] = i;
  }
  PQ_TRY(st,
         drop_doubles(g, g->entity_order, &g->n_entities, entity_by_iri, NULL));
  return pq_sort_ids(g, g->entity_order, g->n_entities, entity_by_section);
}

static pq_status order_events(pq_graph *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_ids(g, g->record->events.n, &g->event_order));
  for (uint32_t i = 1; i < g->record->events.n; ++i) {
    if (g->events[i].iri.len) g->event_order[g->n_events++] = i;
  }
  PQ_TRY(st, drop_doubles(g, g->event_order, &g->n_events, event_by_iri, NULL));
  return pq_sort_ids(g, g->event_order, g->n_events, event_by_iri);
}

static pq_status order_evidence(pq_graph *g) {
  pq_status st = PQ_OK;
  const uint32_t n = g->record->evidence.n;
  PQ_TRY(st, take_ids(g, n, &g->evidence_order));
  for (uint32_t i = 0; i < n; ++i) {
    g->evidence_order[i] = i;
  }
  g->n_evidence = n;
  PQ_TRY(st, pq_sort_ids(g, g->evidence_order, n, pq_evidence_by_place));
  return drop_doubles(g, g->evidence_order, &g->n_evidence, evidence_by_iri,
                      NULL);
}

static pq_status order_claims(pq_graph *g) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  bool *const taken = pq_arena_take(g->arena, r->claims.n);
  if (!taken) return g->arena->status;
  PQ_TRY(st, take_ids(g, r->claims.n, &g->claim_order));
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &r->evidence.at[g->evidence_order[i]];
    if (e->states == PQ_STATES_DISPUTE || taken[e->id]) continue;
    taken[e->id] = true;
    g->claim_order[g->n_claims++] = e->id;
  }
  /* Sides of disputes that no evidence states by themselves come last. */
  for (uint32_t i = 1; i < r->claims.n; ++i) {
    if (g->claims[i].iri.len && !taken[i]) g->claim_order[g->n_claims++] = i;
  }
  return drop_doubles(g, g->claim_order, &g->n_claims, claim_by_iri,
                      share_claim);
}

static pq_status order_disputes(pq_graph *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_ids(g, g->record->disputes.n, &g->dispute_order));
  for (uint32_t i = 1; i < g->record->disputes.n; ++i) {
    if (g->disputes[i].iri.len) g->dispute_order[g->n_disputes++] = i;
  }
  PQ_TRY(st, drop_doubles(g, g->dispute_order, &g->n_disputes, dispute_by_iri,
                          share_dispute));
  return pq_sort_ids(g, g->dispute_order, g->n_disputes, dispute_by_iri);
}

/* Works of one name are a review where any pointer says so of any of them. */
static pq_status mark_reviews(pq_graph *g) {
  const pq_record *const r = g->record;
  for (uint32_t i = 0; i < r->citations.n; ++i) {
    const pq_citation *const c = &r->citations.at[i];
    if (c->role != PQ_ROLE_REVIEW) continue;
    if (!g->reviews) {
      g->reviews = pq_arena_take(g->arena, (size_t)g->n_works + 1);
    }
    if (!g->reviews) return g->arena->status;
    g->reviews[pq_work_place(g, c->work)] = true;
  }
  return PQ_OK;
}

uint32_t pq_work_place(const pq_graph *g, pq_work_id id) {
  uint32_t low = 0;
  uint32_t high = g->n_works;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (work_by_iri(g, g->work_order[mid], id) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  const bool found =
      low < g->n_works && work_by_iri(g, g->work_order[low], id) == 0;
  return found ? low : g->n_works;
}

bool pq_work_is_review(const pq_graph *g, pq_work_id id) {
  return g->reviews && g->reviews[pq_work_place(g, id)];
}

static pq_status order_works(pq_graph *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, take_ids(g, g->record->works.n, &g->work_order));
  for (uint32_t i = 1; i < g->record->works.n; ++i) {
    if (g->works[i].iri.len) g->work_order[g->n_works++] = i;
  }
  PQ_TRY(st, drop_doubles(g, g->work_order, &g->n_works, work_by_iri, NULL));
  PQ_TRY(st, pq_sort_ids(g, g->work_order, g->n_works, work_by_iri));
  return mark_reviews(g);
}

pq_status pq_order_all(pq_graph *g) {
  pq_status st = PQ_OK;
  PQ_TRY(st, order_entities(g));
  PQ_TRY(st, order_events(g));
  PQ_TRY(st, order_evidence(g));
  PQ_TRY(st, order_claims(g));
  PQ_TRY(st, order_disputes(g));
  return order_works(g);
}
