#include "network.h"

#include "line.h"

#include "graph/claim_name.h"

/* ---- nodes ---- */

static pq_status add_node(pq_network *net, pq_view iri, pq_view label,
                          const char *type) {
  pq_status st = PQ_OK;
  uint32_t id = 0;
  const pq_net_node node = {iri, label, type};
  PQ_TRY(st, pq_intern_put(&net->iris, iri, &id));
  if (id == net->nodes.n) PQ_PUSH(net->g->arena, &net->nodes, node);
  return PQ_OK;
}

static pq_status add_nodes(pq_network *net) {
  pq_status st = PQ_OK;
  const pq_graph *const g = net->g;
  for (uint32_t i = 0; i < g->n_entities; ++i) {
    const uint32_t id = g->entity_order[i];
    const pq_node node = {PQ_NODE_ENTITY, id};
    PQ_TRY(st, add_node(net, g->entities[id].iri, g->entities[id].label,
                        pq_claim_line_type(g->record, node)));
  }
  for (uint32_t i = 0; i < g->n_events; ++i) {
    const pq_graph_event *const e = &g->events[g->event_order[i]];
    PQ_TRY(st, add_node(net, e->iri, e->label, "event"));
  }
  return PQ_OK;
}

/* ---- claims ---- */

/* The places that state a claim, in the order of the text. */
typedef struct places {
  uint32_t *first, *next; /* 1 + index into evidence_order; 0: none */
  pq_intern claims;       /* IRIs; `first` is by id */
} places;

static pq_status find_places(const pq_graph *g, places *p) {
  pq_status st = PQ_OK;
  pq_intern_init(&p->claims, g->arena);
  p->first = pq_arena_take(g->arena, (g->n_evidence + 1) * sizeof *p->first);
  p->next = pq_arena_take(g->arena, (g->n_evidence + 1) * sizeof *p->next);
  if (!p->first || !p->next) return g->arena->status;
  for (uint32_t i = g->n_evidence; i > 0; --i) { /* lists grow at the head */
    const pq_evidence *const e =
        &g->record->evidence.at[g->evidence_order[i - 1]];
    uint32_t id = 0;
    PQ_TRY(st, pq_intern_put(&p->claims, pq_stated_iri(g, e), &id));
    p->next[i] = p->first[id];
    p->first[id] = i;
  }
  return PQ_OK;
}

/* Take what the buffer holds. */
static pq_status keep(pq_network *net, pq_view *out) {
  pq_status st = net->room.status;
  if (!st) st = pq_arena_copy(net->g->arena, pq_buf_view(&net->room), out);
  pq_buf_reset(&net->room);
  return st;
}

static const pq_evidence *place_at(const pq_graph *g, uint32_t place) {
  return &g->record->evidence.at[g->evidence_order[place - 1]];
}

/* Add one to words that are joined, unless it is there. */
static void join(pq_buf *out, const char *mark, pq_view word) {
  const size_t gap = strlen(mark);
  for (pq_view rest = pq_buf_view(out); rest.len >= word.len;) {
    const bool here =
        pq_view_starts(rest, word) &&
        (rest.len == word.len ||
         pq_view_starts(pq_view_skip(rest, word.len), pq_view_of(mark)));
    if (here) return;
    while (rest.len && !pq_view_starts(rest, pq_view_of(mark))) {
      rest = pq_view_skip(rest, 1);
    }
    rest = pq_view_skip(rest, gap);
  }
  if (out->len) pq_buf_text(out, mark);
  pq_buf_put(out, word);
}

/* Statuses, in the order of the vocabulary; true: nothing but asserted. */
static bool put_statuses(const pq_graph *g, const places *p, uint32_t first,
                         const char *mark, pq_buf *out) {
  unsigned seen = 0;
  for (uint32_t i = first; i; i = p->next[i]) {
    seen |= 1U << place_at(g, i)->stance;
  }
  for (unsigned s = 0; s < PQ_N_STANCES; ++s) {
    if (seen & (1U << s)) {
      join(out, mark, pq_view_of(pq_stance_word((pq_stance)s)));
    }
  }
  return seen == 1U << PQ_ASSERTED;
}

static void put_works(const pq_graph *g, const places *p, uint32_t first,
                      pq_buf *out) {
  for (uint32_t i = first; i; i = p->next[i]) {
    const pq_evidence *const e = place_at(g, i);
    for (uint32_t k = 0; k < e->n_citations; ++k) {
      const pq_work_id work = g->record->citations.at[e->citations[k]].work;
      if (g->works[work].label.len) join(out, "; ", g->works[work].label);
    }
  }
}

/* "not: enables", "depends on [alternative]", "enables (NCBITaxon:10090)" */
static void put_name(const pq_graph *g, const places *p, uint32_t first,
                     pq_claim_id id, pq_buf *out) {
  pq_buf said;
  pq_buf_init(&said, out->alloc);
  const bool plain = put_statuses(g, p, first, ", ", &said);
  if (g->record->claims.at[id].negated) pq_buf_text(out, "not: ");
  pq_buf_put(out, pq_term_label(g->claims[id].predicate));
  if (g->record->claims.at[id].species.len) {
    pq_buf_text(out, " (NCBITaxon:");
    pq_buf_put(out, g->record->claims.at[id].species);
    pq_buf_char(out, ')');
  }
  if (!plain) {
    pq_buf_text(out, " [");
    pq_buf_put(out, pq_buf_view(&said));
    pq_buf_char(out, ']');
  }
  if (said.status && !out->status) out->status = said.status;
  pq_buf_clear(&said);
}

/* A dispute of which a claim is a side, or NULL. */
static const pq_name *dispute_of(const pq_graph *g, pq_view iri) {
  for (uint32_t i = 0; i < g->n_disputes; ++i) {
    const pq_dispute_id id = g->dispute_order[i];
    const pq_dispute *const d = &g->record->disputes.at[id];
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      if (pq_view_same(g->claims[d->alternatives[k]].iri, iri)) {
        return &g->disputes[id];
      }
    }
  }
  return NULL;
}

/* The first place that states something; 0: none. */
static uint32_t first_place(const places *p, pq_view iri) {
  const uint32_t known = pq_intern_find(&p->claims, iri);
  return known < p->claims.texts.n ? p->first[known] : 0;
}

/* The papers of a dispute hang on it, not on its sides. */
static pq_status add_dispute(pq_network *net, const places *p, pq_net_edge *e) {
  const pq_name *const dispute = dispute_of(net->g, e->iri);
  if (!dispute) return PQ_OK;
  e->dispute = dispute->label;
  put_works(net->g, p, first_place(p, dispute->iri), &net->room);
  return keep(net, &e->dispute_works);
}

/* An end of a claim; the open end of a question is a node of its own. */
static pq_status find_end(pq_network *net, pq_claim_id id, pq_node node,
                          uint32_t *end) {
  pq_status st = PQ_OK;
  const pq_graph *const g = net->g;
  const bool open = node.kind == PQ_NODE_NONE;
  const pq_view iri = open ? g->claims[id].iri : pq_node_iri(g, node);
  if (open) PQ_TRY(st, add_node(net, iri, PQ_LIT("?"), "question"));
  *end = pq_intern_find(&net->iris, iri);
  return *end < net->nodes.n ? PQ_OK : PQ_INTERNAL;
}

/* How a claim is said, and where. */
static pq_status fill_words(pq_network *net, const places *p, pq_claim_id id,
                            pq_net_edge *e) {
  pq_status st = PQ_OK;
  const pq_graph *const g = net->g;
  const uint32_t first = first_place(p, e->iri);
  put_name(g, p, first, id, &net->room);
  PQ_TRY(st, keep(net, &e->name));
  (void)put_statuses(g, p, first, "|", &net->room);
  PQ_TRY(st, keep(net, &e->status));
  put_works(g, p, first, &net->room);
  PQ_TRY(st, keep(net, &e->works));
  if (first) {
    const pq_evidence *const at = place_at(g, first);
    e->quote = pq_record_words(g->record, at->sentence, at->span);
  }
  return PQ_OK;
}

static pq_status add_claim(pq_network *net, const places *p, pq_claim_id id) {
  pq_status st = PQ_OK;
  const pq_graph *const g = net->g;
  const pq_claim *const c = &g->record->claims.at[id];
  pq_node subject;
  pq_node object;
  pq_claim_ends(g, c, &subject, &object);
  pq_net_edge e = {.iri = g->claims[id].iri,
                   .predicate = pq_term_iri(g->claims[id].predicate),
                   .label = g->claims[id].label,
                   .direct = pq_claim_direct(c),
                   .negated = c->negated};
  PQ_TRY(st, add_dispute(net, p, &e));
  PQ_TRY(st, find_end(net, id, subject, &e.source));
  PQ_TRY(st, find_end(net, id, object, &e.target));
  PQ_TRY(st, fill_words(net, p, id, &e));
  PQ_PUSH(g->arena, &net->edges, e);
  return PQ_OK;
}

static pq_status add_claims(pq_network *net) {
  pq_status st = PQ_OK;
  places p;
  PQ_TRY(st, find_places(net->g, &p));
  for (uint32_t i = 0; i < net->g->n_claims; ++i) {
    PQ_TRY(st, add_claim(net, &p, net->g->claim_order[i]));
  }
  return PQ_OK;
}

/* ---- parts ---- */

static bool is_part(pq_term term) {
  static const pq_term parts[] = {
      PQ_TERM_HAS_INPUT,    PQ_TERM_HAS_OUTPUT, PQ_TERM_START_LOCATION,
      PQ_TERM_END_LOCATION, PQ_TERM_OCCURS_IN,  PQ_TERM_CAUSAL_AGENT,
      PQ_TERM_STATE_OF,     PQ_TERM_FUSION_OF,  PQ_TERM_HAS_PART,
      PQ_TERM_NAMED_AFTER,  PQ_TERM_LOCATED_IN, PQ_TERM_BROADER};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; ++i) {
    if (parts[i] == term) return true;
  }
  return false;
}

/* What the vocabulary calls it; ours are called by their local name. */
static pq_view name_of(pq_term term) {
  switch (term) {
  case PQ_TERM_STATE_OF: return PQ_LIT("state of");
  case PQ_TERM_FUSION_OF: return PQ_LIT("fusion of");
  case PQ_TERM_NAMED_AFTER: return PQ_LIT("named after");
  case PQ_TERM_BROADER: return PQ_LIT("broader");
  default: return pq_term_label(term);
  }
}

static pq_status take_part(void *user, const pq_triple *t) {
  pq_network *const net = user;
  const pq_term term = pq_term_of(t->predicate);
  if (t->literal != PQ_IRI || !is_part(term)) return PQ_OK;
  const pq_net_edge e = {.source = pq_intern_find(&net->iris, t->subject),
                         .target = pq_intern_find(&net->iris, t->object),
                         .name = name_of(term),
                         .predicate = pq_term_iri(term)};
  if (e.source >= net->nodes.n || e.target >= net->nodes.n) return PQ_OK;
  PQ_PUSH(net->g->arena, &net->edges, e);
  return PQ_OK;
}

pq_status pq_network_fill(pq_network *net, const pq_graph *g, pq_alloc *alloc) {
  pq_status st = PQ_OK;
  *net = (pq_network){.g = g};
  const pq_triple_sink parts = {net, take_part};
  pq_intern_init(&net->iris, g->arena);
  pq_buf_init(&net->room, alloc);
  PQ_TRY(st, add_nodes(net));
  PQ_TRY(st, add_claims(net));
  return pq_graph_walk(g, &parts);
}

void pq_network_clear(pq_network *net) {
  pq_buf_clear(&net->room);
}

/* ---- what is told ---- */

const char *pq_net_node_field(const pq_net_node *node, size_t i,
                              pq_view *value) {
  static const char *const names[] = {"name", "type", "iri"};
  if (i >= sizeof names / sizeof names[0]) return NULL;
  const pq_view values[] = {node->label, pq_view_of(node->type), node->iri};
  *value = values[i];
  return names[i];
}

const char *pq_net_edge_field(const pq_net_edge *edge, size_t i,
                              pq_view *value) {
  static const char *const names[] = {
      "interaction", "predicate", "iri",   "label",   "status",
      "directness",  "quote",     "works", "dispute", "dispute works"};
  static const char *const direct[] = {[PQ_DIRECT_UNSAID] = "",
                                       [PQ_DIRECTLY] = "direct",
                                       [PQ_INDIRECTLY] = "indirect"};
  if (i >= sizeof names / sizeof names[0]) return NULL;
  const pq_view values[] = {edge->name,    edge->predicate,
                            edge->iri,     edge->label,
                            edge->status,  pq_view_of(direct[edge->direct]),
                            edge->quote,   edge->works,
                            edge->dispute, edge->dispute_works};
  *value = values[i];
  return names[i];
}
