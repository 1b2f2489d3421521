#include "narrow.h"

/* A graph that is being cut. */
typedef struct cutting {
  pq_graph *g;
  const pq_narrow *by;
  bool *claims, *disputes; /* by id: kept */
  uint32_t *far;           /* by entity: 1 + steps from the thing; 0: unknown */
} cutting;

static bool counts(const cutting *c, pq_stance stance) {
  return !c->by->stances || (c->by->stances >> (unsigned)stance & 1U);
}

/* ---- how sure, and by how many ---- */

static pq_status cut_evidence(const cutting *c) {
  pq_graph *const g = c->g;
  uint32_t n = 0;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const uint32_t index = g->evidence_order[i];
    if (!counts(c, g->record->evidence.at[index].stance)) continue;
    g->evidence_order[n++] = index;
  }
  g->n_evidence = n;
  return PQ_OK;
}

/* A work of some evidence's claim, or dispute. */
typedef struct cited {
  pq_work_id work;
  uint32_t next; /* of the same: 1 + index, or 0 */
} cited;

typedef struct counting {
  PQ_VEC(cited) works;
  uint32_t *heads;  /* by claim or dispute: 1 + index of the last work */
  uint32_t *papers; /* likewise: how many */
} counting;

static bool is_counted(const counting *k, uint32_t id, pq_work_id work) {
  if (!k->works.at) return false;
  for (uint32_t at = k->heads[id]; at; at = k->works.at[at - 1].next) {
    if (k->works.at[at - 1].work == work) return true;
  }
  return false;
}

/* Each work once. */
static pq_status count_evidence(const cutting *c, counting *k,
                                const pq_evidence *e) {
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_work_id work = c->g->record->citations.at[e->citations[i]].work;
    if (is_counted(k, e->id, work)) continue;
    const cited one = {work, k->heads[e->id]};
    PQ_PUSH(c->g->arena, &k->works, one);
    k->heads[e->id] = k->works.n;
    ++k->papers[e->id];
  }
  return PQ_OK;
}

static pq_status count_papers(const cutting *c, bool disputes, uint32_t **out) {
  pq_status st = PQ_OK;
  const pq_graph *const g = c->g;
  const pq_record *const r = g->record;
  const size_t n = disputes ? r->disputes.n : r->claims.n;
  counting k = {.papers = pq_arena_take(g->arena, (n + 1) * sizeof *k.papers),
                .heads = pq_arena_take(g->arena, (n + 1) * sizeof *k.heads)};
  if (!k.papers || !k.heads) return g->arena->status;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &r->evidence.at[g->evidence_order[i]];
    if ((e->states == PQ_STATES_DISPUTE) != disputes) continue;
    PQ_TRY(st, count_evidence(c, &k, e));
  }
  *out = k.papers;
  return PQ_OK;
}

static pq_status keep_cited(const cutting *c, bool disputes) {
  pq_status st = PQ_OK;
  const pq_record *const r = c->g->record;
  bool *const kept = disputes ? c->disputes : c->claims;
  uint32_t *papers = NULL;
  PQ_TRY(st, count_papers(c, disputes, &papers));
  if (!papers) return PQ_NO_MEM; /* never: for those who check */
  for (uint32_t i = 0; i < c->g->n_evidence; ++i) {
    const pq_evidence *const e = &r->evidence.at[c->g->evidence_order[i]];
    if ((e->states == PQ_STATES_DISPUTE) != disputes) continue;
    kept[e->id] = papers[e->id] >= c->by->papers;
  }
  return PQ_OK;
}

/* ---- near a thing ---- */

static bool is_called(const pq_graph *g, pq_entity_id id, pq_view name) {
  const pq_name *const known = &g->entities[id];
  if (pq_view_same(known->iri, name) || pq_view_same(known->label, name)) {
    return true;
  }
  const size_t colon = pq_view_find(name, ':');
  const pq_prefix *const prefix = pq_prefix_named(pq_view_head(name, colon));
  pq_view rest = known->iri;
  if (colon == name.len || !prefix) return false;
  if (prefix->own) {
    if (!pq_view_starts(rest, g->maker->base)) return false;
    rest = pq_view_skip(rest, g->maker->base.len);
  }
  return pq_view_starts(rest, prefix->space) &&
         pq_view_same(pq_view_skip(rest, prefix->space.len),
                      pq_view_skip(name, colon + 1));
}

/* The thing itself, its states, and what it is part of. */
static bool begin(const cutting *c) {
  const pq_record *const r = c->g->record;
  bool any = false;
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    if (!c->g->entities[i].iri.len || !is_called(c->g, i, c->by->around)) {
      continue;
    }
    c->far[i] = 1;
    any = true;
  }
  for (pq_entity_id i = 1; i < r->entities.n; ++i) {
    const pq_entity *const e = &r->entities.at[i];
    bool found = e->of && c->far[e->of] == 1;
    for (uint32_t k = 0; k < e->n_members; ++k) {
      found = found || c->far[e->members[k]] == 1;
    }
    if (found) c->far[i] = 1;
  }
  return any;
}

enum {
  ENDS_MOST = 2 * (2 * PQ_THEMES_MOST + 2)
};

/* The things that an end of a claim speaks of, without their states. */
static uint32_t things_of(const cutting *c, pq_node node, pq_entity_id *out) {
  const pq_record *const r = c->g->record;
  uint32_t n = 0;
  if (node.kind == PQ_NODE_ENTITY) out[n++] = pq_entity_base(r, node.id);
  if (node.kind != PQ_NODE_EVENT) return n;
  const pq_event *const e = pq_event_at(r, node.id);
  for (uint32_t i = 0; i < e->n_themes; ++i) {
    out[n++] = pq_entity_base(r, e->themes[i]);
  }
  for (uint32_t i = 0; i < e->n_products; ++i) {
    out[n++] = pq_entity_base(r, e->products[i]);
  }
  if (e->downstream_of) out[n++] = pq_entity_base(r, e->downstream_of);
  return n;
}

static uint32_t ends_of(const cutting *c, const pq_claim *claim,
                        pq_entity_id *out) {
  const uint32_t n = things_of(c, claim->subject, out);
  return n + things_of(c, claim->object, out + n);
}

/* Does a claim speak of something so near?  Then all of it is one step on. */
static bool reach(const cutting *c, const pq_claim *claim, uint32_t steps,
                  bool spread) {
  pq_entity_id ends[ENDS_MOST];
  const uint32_t n = ends_of(c, claim, ends);
  bool near = false;
  for (uint32_t i = 0; i < n; ++i) {
    near = near || (c->far[ends[i]] && c->far[ends[i]] <= steps);
  }
  for (uint32_t i = 0; near && spread && i < n; ++i) {
    if (!c->far[ends[i]]) c->far[ends[i]] = steps + 1;
  }
  return near;
}

static void keep_near(const cutting *c) {
  const pq_graph *const g = c->g;
  const pq_record *const r = g->record;
  const uint32_t hops = c->by->hops ? c->by->hops : 1;
  for (uint32_t steps = 1; steps <= hops; ++steps) {
    for (uint32_t i = 0; i < g->n_claims; ++i) {
      const pq_claim_id id = g->claim_order[i];
      if (c->claims[id]) {
        (void)reach(c, &r->claims.at[id], steps, steps < hops);
      }
    }
  }
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    if (!reach(c, &r->claims.at[id], hops, false)) c->claims[id] = false;
  }
  for (pq_dispute_id i = 1; i < r->disputes.n; ++i) {
    const pq_dispute *const d = &r->disputes.at[i];
    bool near = false;
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      near = near || reach(c, &r->claims.at[d->alternatives[k]], hops, false);
    }
    c->disputes[i] = c->disputes[i] && near;
  }
}

/* ---- the orders ---- */

static uint32_t cut(uint32_t *order, uint32_t n, const bool *kept) {
  uint32_t left = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (kept[order[i]]) order[left++] = order[i];
  }
  return left;
}

static void cut_orders(const cutting *c) {
  pq_graph *const g = c->g;
  const pq_record *const r = g->record;
  uint32_t n = 0;
  g->n_claims = cut(g->claim_order, g->n_claims, c->claims);
  g->n_disputes = cut(g->dispute_order, g->n_disputes, c->disputes);
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const uint32_t index = g->evidence_order[i];
    const pq_evidence *const e = &r->evidence.at[index];
    const bool *const kept =
        e->states == PQ_STATES_DISPUTE ? c->disputes : c->claims;
    if (kept[e->id]) g->evidence_order[n++] = index;
  }
  g->n_evidence = n;
}

pq_status pq_graph_narrow(pq_graph *g, const pq_narrow *by) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  cutting c = {
      .g = g,
      .by = by,
      .claims = pq_arena_take(g->arena, r->claims.n + 1),
      .disputes = pq_arena_take(g->arena, r->disputes.n + 1),
      .far = pq_arena_take(g->arena, (r->entities.n + 1) * sizeof(uint32_t))};
  if (!c.claims || !c.disputes || !c.far) return g->arena->status;
  if (by->around.len && !begin(&c)) return PQ_BAD_ARG;
  PQ_TRY(st, cut_evidence(&c));
  PQ_TRY(st, keep_cited(&c, false));
  PQ_TRY(st, keep_cited(&c, true));
  if (by->around.len) keep_near(&c);
  cut_orders(&c);
  return PQ_OK;
}
