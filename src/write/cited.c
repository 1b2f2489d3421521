#include "cited.h"

/* "Leaman DW, Borden EC." as names, if each has more than one word; else the
 * commas may stand inside of names, and it is left whole.  Where semicolons
 * stand between names, commas stand inside. */
static bool may_be_cut(pq_view names, char mark) {
  while (names.ptr) {
    const pq_view one = pq_view_trim(pq_view_cut(&names, mark));
    if (mark == ',' && pq_view_find(one, ' ') == one.len) return false;
  }
  return true;
}

static bool says_others(pq_view name) {
  static const char *const words[] = {"et al", "et al.", "and others", "others",
                                      NULL};
  return pq_view_says_any(name, words);
}

static pq_status take_name(pq_cited *c, const pq_graph *g, pq_view name) {
  if (!name.len) return PQ_OK;
  if (says_others(name)) {
    c->others = true;
    return PQ_OK;
  }
  PQ_PUSH(g->arena, &c->authors, name);
  return PQ_OK;
}

static pq_status take_listed(pq_cited *c, const pq_graph *g, pq_view names) {
  pq_status st = PQ_OK;
  names = pq_view_trim(names);
  const bool semicolons = pq_view_find(names, ';') < names.len;
  const char mark = (char)(semicolons ? ';' : ',');
  if (pq_view_ends(names, PQ_LIT("."))) --names.len;
  if (!may_be_cut(names, mark)) return take_name(c, g, names);
  while (names.ptr) {
    PQ_TRY(st, take_name(c, g, pq_view_trim(pq_view_cut(&names, mark))));
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

static pq_status take_candidate(pq_cited *c, const pq_graph *g,
                                const pq_reference *ref) {
  const pq_candidate one = {ref->pmid, ref->doi};
  if (ref->pmid.len || ref->doi.len) PQ_PUSH(g->arena, &c->candidates, one);
  return PQ_OK;
}

/* Those with a name that others know; none of a work that is known. */
static pq_status take_candidates(pq_cited *c, const pq_graph *g,
                                 const pq_work *w) {
  pq_status st = PQ_OK;
  const pq_reference *const refs = g->record->references.at;
  for (uint32_t i = 0; !pq_work_is_known(w) && i < w->n_fits; ++i) {
    PQ_TRY(st, take_candidate(c, g, &refs[w->fits[i]]));
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

/* "PMID 1, 2, DOI 10.1000/x" */
static void put_candidates(const pq_cited *cited, pq_buf *out) {
  const char *last = "";
  for (uint32_t i = 0; i < cited->candidates.n; ++i) {
    const pq_candidate *const ref = &cited->candidates.at[i];
    const char *const kind = ref->pmid.len ? "PMID " : "DOI ";
    if (i) pq_buf_text(out, ", ");
    if (*kind != *last) pq_buf_text(out, kind);
    pq_buf_put(out, ref->pmid.len ? ref->pmid : ref->doi);
    last = kind;
  }
}

void pq_cited_note(const pq_cited *cited, pq_buf *out) {
  const uint32_t n = cited->candidates.n;
  pq_buf_text(out, cited->review ? "cited as a review, as " : "cited as ");
  pq_buf_put(out, cited->label);
  if (n) pq_buf_text(out, n > 1 ? "; not decided between " : "; perhaps ");
  put_candidates(cited, out);
}
