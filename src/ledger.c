#include "ledger.h"

#include "graph/claim_name.h"
#include "write/out.h"

#include <stdlib.h>

void pq_ledger_init(pq_ledger *ledger, pq_alloc *alloc) {
  *ledger = (pq_ledger){.accounts = {NULL, 0, 0}};
  pq_arena_init(&ledger->arena, alloc, 0);
  pq_intern_init(&ledger->claims, &ledger->arena);
  pq_intern_init(&ledger->edges, &ledger->arena);
  pq_buf_init(&ledger->room, alloc);
}

void pq_ledger_clear(pq_ledger *ledger) {
  pq_arena_clear(&ledger->arena);
  pq_buf_clear(&ledger->room);
}

/* ---- entering ---- */

/* The edge that a claim says, as a line; what is said of another species is an
 * edge by itself, and never a plain one. */
static pq_status enter_edge(pq_ledger *l, const pq_graph *g, pq_claim_id id,
                            uint32_t *edge) {
  pq_node subject;
  pq_node object;
  pq_claim_ends(g, &g->record->claims.at[id], &subject, &object);
  pq_buf_reset(&l->room);
  pq_out_iri(&l->room, pq_node_iri(g, subject));
  pq_buf_char(&l->room, ' ');
  pq_out_iri(&l->room, pq_term_iri(g->claims[id].predicate));
  pq_buf_char(&l->room, ' ');
  pq_out_iri(&l->room, pq_node_iri(g, object));
  pq_buf_text(&l->room, " .");
  pq_buf_put(&l->room, g->record->claims.at[id].species);
  if (l->room.status) return l->room.status;
  return pq_intern_put(&l->edges, pq_buf_view(&l->room), edge);
}

static pq_status enter_claim(pq_ledger *l, const pq_graph *g, pq_claim_id id) {
  pq_status st = PQ_OK;
  const pq_claim *const c = &g->record->claims.at[id];
  pq_account account = {.negated = c->negated, .elsewhere = c->species.len > 0};
  uint32_t known = 0;
  PQ_TRY(st, pq_intern_put(&l->claims, g->claims[id].iri, &known));
  if (known < l->accounts.n) return PQ_OK;
  PQ_TRY(st, enter_edge(l, g, id, &account.edge));
  PQ_PUSH(&l->arena, &l->accounts, account);
  return PQ_OK;
}

/* The account of a claim of the record; NULL for a question. */
static pq_account *account_of(pq_ledger *l, const pq_graph *g, pq_claim_id id) {
  const uint32_t at = pq_intern_find(&l->claims, g->claims[id].iri);
  return at < l->accounts.n ? &l->accounts.at[at] : NULL;
}

static void enter_evidence(pq_ledger *l, const pq_graph *g) {
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &g->record->evidence.at[g->evidence_order[i]];
    pq_account *const account =
        e->states == PQ_STATES_CLAIM ? account_of(l, g, e->id) : NULL;
    if (account) account->stances |= 1U << e->stance;
  }
}

static void enter_disputes(pq_ledger *l, const pq_graph *g) {
  for (uint32_t i = 0; i < g->n_disputes; ++i) {
    const pq_dispute *const d = &g->record->disputes.at[g->dispute_order[i]];
    for (uint32_t k = 0; k < d->n_alternatives; ++k) {
      pq_account *const account = account_of(l, g, d->alternatives[k]);
      if (account) account->rival = true;
    }
  }
}

pq_status pq_ledger_add(pq_ledger *ledger, const pq_graph *g) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    if (!g->claims[id].question) PQ_TRY(st, enter_claim(ledger, g, id));
  }
  enter_evidence(ledger, g);
  enter_disputes(ledger, g);
  return PQ_OK;
}

/* ---- judging ---- */

static bool is_asserted(const pq_account *a) {
  return a->stances & (1U << PQ_ASSERTED);
}

static bool is_doubted(const pq_account *a) {
  return a->rival || (a->stances & (1U << PQ_CONTROVERSIAL | 1U << PQ_DENIED));
}

/* Which edges somebody asserts, and which somebody asserts not to be. */
typedef struct voices {
  bool yes, no;
} voices;

static pq_standing standing_of(const pq_account *a, const voices *edge) {
  if (!is_asserted(a)) return PQ_CLAIM_RESERVED;
  const bool contradicted = a->negated ? edge->yes : edge->no;
  if (is_doubted(a) || contradicted) return PQ_CLAIM_DISPUTED;
  return a->negated ? PQ_CLAIM_NEGATED : PQ_CLAIM_PLAIN;
}

pq_standing *pq_ledger_judge(pq_ledger *ledger) {
  pq_arena *const arena = &ledger->arena;
  const uint32_t n = ledger->accounts.n;
  voices *const edges =
      pq_arena_take(arena, ledger->edges.texts.n * sizeof *edges);
  pq_standing *const all = pq_arena_take(arena, n * sizeof *all);
  if (!edges || !all) return NULL;
  for (uint32_t i = 0; i < n; ++i) {
    const pq_account *const a = &ledger->accounts.at[i];
    if (is_asserted(a)) {
      *(a->negated ? &edges[a->edge].no : &edges[a->edge].yes) = true;
    }
  }
  for (uint32_t i = 0; i < n; ++i) {
    const pq_account *const a = &ledger->accounts.at[i];
    all[i] = standing_of(a, &edges[a->edge]);
  }
  return all;
}

pq_status pq_ledger_edges(pq_ledger *ledger, pq_buf *out) {
  pq_arena *const arena = &ledger->arena;
  const pq_standing *const standing = pq_ledger_judge(ledger);
  pq_view *const lines =
      pq_arena_take(arena, ledger->accounts.n * sizeof *lines);
  if (!standing || !lines) return arena->status;
  size_t n = 0;
  for (uint32_t i = 0; i < ledger->accounts.n; ++i) {
    if (standing[i] != PQ_CLAIM_PLAIN || ledger->accounts.at[i].elsewhere) {
      continue;
    }
    lines[n++] = ledger->edges.texts.at[ledger->accounts.at[i].edge];
  }
  qsort(lines, n, sizeof *lines, pq_view_compare);
  for (size_t i = 0; i < n; ++i) {
    if (i && pq_view_same(lines[i - 1], lines[i])) continue;
    pq_buf_put(out, lines[i]);
    pq_buf_char(out, '\n');
  }
  return out->status;
}
