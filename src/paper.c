/* What the abstract of a paper claims, the paper says: its evidence cites it.
 */
#include "engine.h"

/* The list of an evidence's citations with one more. */
static pq_status add_citation(pq_record *r, pq_evidence *e, uint32_t index) {
  const size_t n = e->n_citations;
  uint32_t *const all = pq_arena_take(r->arena, (n + 1) * sizeof *all);
  if (!all) return r->arena->status;
  if (n) memcpy(all, e->citations, n * sizeof *all);
  all[n] = index;
  e->citations = all;
  ++e->n_citations;
  return PQ_OK;
}

/* A side of a dispute has only the papers that the text gives to it; the paper
 * itself stands with the dispute. */
static pq_status cite_all(pq_record *r, uint32_t index) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < r->evidence.n; ++i) {
    pq_evidence *const e = &r->evidence.at[i];
    if (e->stance != PQ_ALTERNATIVE) PQ_TRY(st, add_citation(r, e, index));
  }
  return PQ_OK;
}

pq_status pq_paper_cite(pq_record *r) {
  if (!r->paper || !r->paper->work.year || !r->evidence.n) return PQ_OK;
  pq_work work = r->paper->work;
  work.fits[0] = r->references.n;
  work.n_fits = 1;
  const pq_citation own = {
      .work = r->works.n, .role = r->paper->role, .own = true};
  PQ_PUSH(r->arena, &r->references, r->paper->reference);
  PQ_PUSH(r->arena, &r->works, work);
  PQ_PUSH(r->arena, &r->citations, own);
  return cite_all(r, r->citations.n - 1);
}
