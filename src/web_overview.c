#include "web_overview.h"

#include "folds.h"

#include "graph/claim_name.h"
#include "write/write.h"

enum {
  CLAIMS_MOST = 1000,
  FOLD_FROM = 200 /* as `draw` does: past it families are folded */
};

void pq_web_overview_init(pq_web_overview *o, pq_engine *engine) {
  *o = (pq_web_overview){.engine = engine};
  pq_arena_init(&o->arena, engine->alloc, 0);
  pq_intern_init(&o->seen, &o->arena);
}

static void stop(pq_web_overview *o) {
  if (o->open) pq_joined_close(&o->pool);
  o->open = false;
}

void pq_web_overview_clear(pq_web_overview *o) {
  stop(o);
  pq_arena_clear(&o->arena);
}

pq_status pq_web_overview_open(pq_web_overview *o, const pq_sink *sink) {
  const pq_status st = pq_joined_open(&o->pool, o->engine->alloc, sink);
  o->open = !st;
  return st;
}

/* ---- records ---- */

/* The first record that makes a claim is where it leads. */
static pq_status keep_claim(pq_web_overview *o, const pq_graph *g,
                            const pq_evidence *e, pq_view page) {
  pq_status st = PQ_OK;
  const uint32_t before = o->seen.texts.n;
  const bool dispute = e->states == PQ_STATES_DISPUTE;
  uint32_t id = 0;
  PQ_TRY(st, pq_intern_put(&o->seen, pq_stated_iri(g, e), &id));
  if (id < before) return PQ_OK;
  pq_page_far claim = {
      .states = e->states, .iri = o->seen.texts.at[id], .page = page};
  PQ_TRY(st, pq_arena_copy(&o->arena,
                           dispute ? g->disputes[e->id].label
                                   : g->claims[e->id].label,
                           &claim.label));
  PQ_PUSH(&o->arena, &o->claims, claim);
  return PQ_OK;
}

static pq_status keep_claims(pq_web_overview *o, const pq_graph *g,
                             pq_view stem) {
  pq_status st = PQ_OK;
  pq_view page = {"", 0};
  const pq_view pieces[] = {PQ_LIT("records/"), stem, PQ_LIT(".html")};
  PQ_TRY(st, pq_arena_join(&o->arena, pieces, 3, &page));
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    PQ_TRY(st, keep_claim(o, g, &g->record->evidence.at[g->evidence_order[i]],
                          page));
  }
  return PQ_OK;
}

pq_status pq_web_overview_note(pq_web_overview *o, const pq_graph *g,
                               pq_view stem) {
  return o->claims.n > CLAIMS_MOST ? PQ_OK : keep_claims(o, g, stem);
}

pq_status pq_web_overview_add(pq_web_overview *o, const pq_graph *g,
                              pq_view stem) {
  pq_status st = PQ_OK;
  if (!o->open) return PQ_OK;
  PQ_TRY(st, pq_web_overview_note(o, g, stem));
  if (o->claims.n > CLAIMS_MOST) {
    stop(o);
    return PQ_OK;
  }
  return pq_joined_graph(&o->pool, g);
}

/* ---- the picture ---- */

pq_status pq_web_overview_of(pq_web_overview *o, pq_regraph *rg, pq_buf *out) {
  pq_status st = PQ_OK;
  if (!o->claims.n || o->claims.n > CLAIMS_MOST) return PQ_OK;
  pq_record record;
  pq_graph g;
  uint32_t *folds = NULL;
  pq_overview about = {.n_records = pq_regraph_count(rg)};
  const bool one = about.n_records == 1;
  PQ_TRY(st, pq_regraph_fill(rg, one ? 0 : about.n_records, &o->arena, &record,
                             &g));
  if (one) about.title = record.title;
  if (one) about.record = record.stable_id;
  if (g.n_claims > FOLD_FROM) {
    PQ_TRY(st, pq_folds_make(&g, o->engine->lexicon, PQ_FOLD_FAMILY, &folds));
  }
  about.fold = folds;
  return pq_write_overview(&g, &about, out);
}

pq_status pq_web_overview_dot(pq_web_overview *o, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_regraph *rg = NULL;
  if (!o->open || !o->claims.n) return PQ_OK;
  PQ_TRY(st, pq_joined_regraph(&o->pool, o->engine, false, &rg));
  st = pq_web_overview_of(o, rg, out);
  pq_regraph_close(rg);
  return st;
}
