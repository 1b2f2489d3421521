#include "kgx_run.h"

#include "base/note.h"
#include "write/kgx.h"

#include <stdlib.h>

void pq_kgx_init(pq_kgx *kgx, pq_alloc *alloc) {
  *kgx = (pq_kgx){.questions = 0};
  pq_arena_init(&kgx->arena, alloc, 0);
  pq_intern_init(&kgx->nodes, &kgx->arena);
  pq_intern_init(&kgx->works, &kgx->arena);
  pq_buf_init(&kgx->room, alloc);
}

void pq_kgx_clear(pq_kgx *kgx) {
  pq_arena_clear(&kgx->arena);
  pq_buf_clear(&kgx->room);
}

/* ---- collecting ---- */

/* A node as the first record has it that speaks of it. */
static pq_status add_node(pq_kgx *kgx, const pq_graph *g, pq_node node,
                          uint32_t *id) {
  pq_status st = PQ_OK;
  pq_view row = {NULL, 0};
  pq_buf_reset(&kgx->room);
  pq_kgx_node(g, node, &kgx->room);
  if (kgx->room.status) return kgx->room.status;
  const pq_view cells = pq_buf_view(&kgx->room);
  const pq_view name = pq_view_head(cells, pq_view_find(cells, '\t'));
  PQ_TRY(st, pq_intern_put(&kgx->nodes, name, id));
  if (*id < kgx->node_rows.n) return PQ_OK;
  PQ_TRY(st, pq_arena_copy(&kgx->arena, cells, &row));
  PQ_PUSH(&kgx->arena, &kgx->node_rows, row);
  return PQ_OK;
}

static pq_status add_row(pq_kgx *kgx, const pq_graph *g, pq_claim_id id) {
  pq_status st = PQ_OK;
  pq_kgx_row row = {.subject = 0};
  pq_buf_reset(&kgx->room);
  const pq_kgx_ends ends = pq_kgx_edge(g, id, &kgx->room);
  if (kgx->room.status) return kgx->room.status;
  PQ_TRY(st, pq_arena_copy(&kgx->arena, pq_buf_view(&kgx->room), &row.cells));
  PQ_TRY(st, add_node(kgx, g, ends.subject, &row.subject));
  PQ_TRY(st, add_node(kgx, g, ends.object, &row.object));
  PQ_PUSH(&kgx->arena, &kgx->rows, row);
  return PQ_OK;
}

static pq_status add_work(pq_kgx *kgx, const pq_graph *g, uint32_t claim,
                          pq_work_id id) {
  pq_status st = PQ_OK;
  pq_kgx_cited cited = {.claim = claim};
  if (!g->works[id].iri.len) return PQ_OK; /* no year, so no work */
  pq_buf_reset(&kgx->room);
  pq_kgx_work(g, id, &kgx->room);
  if (kgx->room.status) return kgx->room.status;
  PQ_TRY(st, pq_intern_put(&kgx->works, pq_buf_view(&kgx->room), &cited.work));
  PQ_PUSH(&kgx->arena, &kgx->cited, cited);
  return PQ_OK;
}

/* What a record cites where it asserts a claim. */
static pq_status add_works(pq_kgx *kgx, const pq_ledger *ledger,
                           const pq_graph *g) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const pq_evidence *const e = &r->evidence.at[g->evidence_order[i]];
    if (e->states != PQ_STATES_CLAIM || e->stance != PQ_ASSERTED) continue;
    const uint32_t claim =
        pq_intern_find(&ledger->claims, g->claims[e->id].iri);
    for (uint32_t k = 0; claim < kgx->rows.n && k < e->n_citations; ++k) {
      PQ_TRY(st,
             add_work(kgx, g, claim, r->citations.at[e->citations[k]].work));
    }
  }
  return PQ_OK;
}

pq_status pq_kgx_add(pq_kgx *kgx, const pq_ledger *ledger, const pq_graph *g) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < g->n_claims; ++i) {
    const pq_claim_id id = g->claim_order[i];
    if (g->claims[id].question) {
      ++kgx->questions;
      continue;
    }
    /* The ledger numbers claims as they come, in this order too. */
    const uint32_t known = pq_intern_find(&ledger->claims, g->claims[id].iri);
    if (known == kgx->rows.n) PQ_TRY(st, add_row(kgx, g, id));
  }
  kgx->disputes += g->n_disputes;
  return add_works(kgx, ledger, g);
}

/* ---- writing ---- */

/* A row to be sorted. */
typedef struct line {
  pq_view key;
  uint32_t id;
} line;

static int by_key(const void *one, const void *two) {
  return pq_view_order(((const line *)one)->key, ((const line *)two)->key);
}

/* Works have been ranked by name then. */
static int by_claim(const void *one, const void *two) {
  const pq_kgx_cited *const a = one;
  const pq_kgx_cited *const b = two;
  if (a->claim != b->claim) return a->claim < b->claim ? -1 : 1;
  return (a->work > b->work) - (a->work < b->work);
}

/* Lines of a table, sorted. */
static line *sorted(pq_kgx *kgx, const pq_intern *texts) {
  const uint32_t n = texts->texts.n;
  line *const lines = pq_arena_take(&kgx->arena, n * sizeof *lines);
  for (uint32_t i = 0; lines && i < n; ++i) {
    lines[i] = (line){texts->texts.at[i], i};
  }
  if (lines) qsort(lines, n, sizeof *lines, by_key);
  return lines;
}

/* Works by their rank among all, and `cited` by claim and rank. */
static line *rank_works(pq_kgx *kgx) {
  const uint32_t n = kgx->works.texts.n;
  line *const works = sorted(kgx, &kgx->works);
  uint32_t *const ranks = pq_arena_take(&kgx->arena, n * sizeof *ranks);
  if (!works || !ranks) return NULL;
  for (uint32_t i = 0; i < n; ++i) {
    ranks[works[i].id] = i;
  }
  for (uint32_t i = 0; i < kgx->cited.n; ++i) {
    kgx->cited.at[i].work = ranks[kgx->cited.at[i].work];
  }
  if (kgx->cited.n) {
    qsort(kgx->cited.at, kgx->cited.n, sizeof *kgx->cited.at, by_claim);
  }
  return works;
}

static uint32_t first_cited(const pq_kgx *kgx, uint32_t claim) {
  uint32_t low = 0;
  uint32_t high = kgx->cited.n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (kgx->cited.at[mid].claim < claim) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

static void put_publications(const pq_kgx *kgx, const line *works,
                             uint32_t claim, pq_buf *out) {
  uint32_t last = UINT32_MAX;
  for (uint32_t i = first_cited(kgx, claim);
       i < kgx->cited.n && kgx->cited.at[i].claim == claim; ++i) {
    const uint32_t work = kgx->cited.at[i].work;
    if (work == last) continue;
    if (last != UINT32_MAX) pq_buf_char(out, '|');
    pq_buf_put(out, works[work].key);
    last = work;
  }
}

/* Edges by id; the nodes that they need are marked. */
static pq_status put_edges(pq_kgx *kgx, const pq_ledger *ledger,
                           const pq_standing *standing, bool *needed,
                           pq_buf *out) {
  const line *const works = rank_works(kgx);
  const line *const claims = sorted(kgx, &ledger->claims);
  if (!works || !claims) return kgx->arena.status;
  pq_kgx_edges_head(out);
  for (uint32_t i = 0; i < kgx->rows.n; ++i) {
    const uint32_t id = claims[i].id;
    const pq_kgx_row *const row = &kgx->rows.at[id];
    if (standing[id] != PQ_CLAIM_PLAIN && standing[id] != PQ_CLAIM_NEGATED) {
      continue;
    }
    needed[row->subject] = needed[row->object] = true;
    pq_buf_put(out, row->cells);
    put_publications(kgx, works, id, out);
    pq_buf_char(out, '\n');
  }
  return out->status;
}

static pq_status put_nodes(pq_kgx *kgx, const bool *needed, pq_buf *out) {
  const line *const nodes = sorted(kgx, &kgx->nodes);
  if (!nodes) return kgx->arena.status;
  pq_kgx_nodes_head(out);
  for (uint32_t i = 0; i < kgx->nodes.texts.n; ++i) {
    if (!needed[nodes[i].id]) continue;
    pq_buf_put(out, kgx->node_rows.at[nodes[i].id]);
    pq_buf_char(out, '\n');
  }
  return out->status;
}

static void tell_missing(const pq_kgx *kgx, const pq_standing *standing,
                         const pq_sink *sink) {
  unsigned long disputed = 0;
  unsigned long reserved = 0;
  for (uint32_t i = 0; i < kgx->rows.n; ++i) {
    disputed += standing[i] == PQ_CLAIM_DISPUTED;
    reserved += standing[i] == PQ_CLAIM_RESERVED;
  }
  if (!disputed && !reserved && !kgx->questions) return;
  pq_warn(sink, "kgx.left-out", (pq_place){.line = 0},
          "Biolink has no words for reserve, so graph_edges.tsv is without %lu"
          " claims that are nowhere asserted, %lu that are disputed or denied,"
          " %llu open question%s and %llu dispute%s",
          reserved, disputed, (unsigned long long)kgx->questions,
          kgx->questions == 1 ? "" : "s", (unsigned long long)kgx->disputes,
          kgx->disputes == 1 ? "" : "s");
}

pq_status pq_kgx_write(pq_kgx *kgx, pq_ledger *ledger,
                       const pq_folder *folder) {
  pq_status st = PQ_OK;
  const pq_standing *const standing = pq_ledger_judge(ledger);
  bool *const needed = pq_arena_take(&kgx->arena, kgx->nodes.texts.n);
  if (!standing) return ledger->arena.status;
  if (!needed) return kgx->arena.status;
  pq_buf_reset(&kgx->room);
  PQ_TRY(st, put_edges(kgx, ledger, standing, needed, &kgx->room));
  PQ_TRY(st, pq_folder_put(folder, "graph_edges.tsv", pq_buf_view(&kgx->room)));
  pq_buf_reset(&kgx->room);
  PQ_TRY(st, put_nodes(kgx, needed, &kgx->room));
  PQ_TRY(st, pq_folder_put(folder, "graph_nodes.tsv", pq_buf_view(&kgx->room)));
  tell_missing(kgx, standing, folder->sink);
  return PQ_OK;
}
