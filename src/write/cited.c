#include "cited.h"

/* "Leaman DW, Borden EC." as names, if each has more than one word; else the
 * commas may stand inside of names, and it is left whole. */
static bool may_be_cut(pq_view names) {
  while (names.ptr) {
    const pq_view one = pq_view_trim(pq_view_cut(&names, ','));
    if (pq_view_find(one, ' ') == one.len) return false;
  }
  return true;
}

static pq_status take_listed(pq_cited *c, const pq_graph *g, pq_view names) {
  names = pq_view_trim(names);
  if (pq_view_ends(names, PQ_LIT("."))) --names.len;
  if (!may_be_cut(names)) {
    PQ_PUSH(g->arena, &c->authors, names);
    return PQ_OK;
  }
  while (names.ptr) {
    const pq_view one = pq_view_trim(pq_view_cut(&names, ','));
    PQ_PUSH(g->arena, &c->authors, one);
  }
  return PQ_OK;
}

static pq_status take_written(pq_cited *c, const pq_graph *g,
                              const pq_work *w) {
  c->surnames = true;
  c->others = w->et_al;
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    PQ_PUSH(g->arena, &c->authors, w->authors[i]);
  }
  return PQ_OK;
}

static pq_status take_candidates(pq_cited *c, const pq_graph *g,
                                 const pq_work *w) {
  const pq_record *const r = g->record;
  for (uint32_t i = 0; w->n_fits > 1 && i < w->n_fits; ++i) {
    if (w->fits[i] >= r->references.n) continue;
    const pq_view pmid = r->references.at[w->fits[i]].pmid;
    if (pmid.len) PQ_PUSH(g->arena, &c->candidates, pmid);
  }
  return PQ_OK;
}

pq_status pq_cited_fill(pq_cited *cited, const pq_graph *g, pq_work_id id) {
  pq_status st = PQ_OK;
  const pq_record *const r = g->record;
  const pq_work *const w = &r->works.at[id];
  const pq_view space = pq_prefix_at(PQ_PREFIX_WORK)->space;
  *cited = (pq_cited){.label = g->works[id].label,
                      .year = w->year,
                      .review = pq_work_is_review(g, id)};
  cited->key = pq_view_skip(g->works[id].iri, g->maker->base.len + space.len);
  cited->pmid = pq_graph_pmid(r, w);
  cited->doi = pq_graph_doi(r, w);
  PQ_TRY(st, take_candidates(cited, g, w));
  if (!cited->pmid.len && !cited->doi.len) return take_written(cited, g, w);
  const pq_reference *const ref = &r->references.at[w->fits[0]];
  cited->title = ref->title;
  return pq_view_trim(ref->authors).len ? take_listed(cited, g, ref->authors)
                                        : take_written(cited, g, w);
}

void pq_cited_note(const pq_cited *cited, pq_buf *out) {
  pq_buf_text(out, cited->review ? "cited as a review, as " : "cited as ");
  pq_buf_put(out, cited->label);
  for (uint32_t i = 0; i < cited->candidates.n; ++i) {
    pq_buf_text(out, i ? ", " : "; not decided between PMID ");
    pq_buf_put(out, cited->candidates.at[i]);
  }
}
