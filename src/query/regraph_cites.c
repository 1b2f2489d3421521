#include "regraph_make.h"

#include <stdlib.h>

/* ---- works ---- */

/* "Turner and Alexander 2006", "Han et al. 2006a": authors of a label. */
static void read_authors(pq_view label, pq_work *w) {
  const pq_view others = PQ_LIT(" et al.");
  size_t end = label.len;
  while (end && label.ptr[end - 1] != ' ') {
    --end;
  }
  const pq_view year = pq_view_skip(label, end);
  if (year.len == 5 && pq_is_alpha(year.ptr[4])) w->letter = year.ptr[4];
  pq_view rest = pq_view_head(label, end ? end - 1 : 0);
  if (pq_view_ends(rest, others)) {
    w->et_al = true;
    rest.len -= others.len;
  }
  while (rest.len && w->n_authors < PQ_AUTHORS_MOST) {
    size_t at = 0;
    size_t skip = 0;
    for (; at < rest.len && !skip; ++at) {
      const pq_view here = pq_view_skip(rest, at);
      if (pq_view_starts(here, PQ_LIT(" and "))) skip = 5;
      if (pq_view_starts(here, PQ_LIT(", "))) skip = 2;
    }
    if (skip) --at;
    w->authors[w->n_authors++] = pq_view_head(rest, at);
    rest = pq_view_skip(rest, at + skip);
  }
}

/* What a work may be, if that is not decided: papers of PubMed, or by DOI. */
static pq_status add_candidates(const pq_remaking *m, pq_rdf_id term,
                                pq_work *w) {
  uint32_t n = 0;
  const pq_view pubmed = pq_prefix_at(PQ_PREFIX_PUBMED)->space;
  const pq_view doi = pq_prefix_at(PQ_PREFIX_DOI)->space;
  const pq_rdf_triple *const t = pq_re_all(m, term, PQ_TERM_CLOSE_MATCH, &n);
  for (uint32_t i = 0; i < n && w->n_fits < PQ_FITS_MOST; ++i) {
    const pq_view iri = pq_rdf_text(m->rdf, t[i].object);
    pq_reference ref = {.title = {"", 0}};
    if (pq_view_starts(iri, pubmed)) ref.pmid = pq_view_skip(iri, pubmed.len);
    if (pq_view_starts(iri, doi)) ref.doi = pq_view_skip(iri, doi.len);
    if (!ref.pmid.len && !ref.doi.len) continue;
    w->maybe = true;
    w->fits[w->n_fits++] = m->r->references.n;
    PQ_PUSH(m->arena, &m->r->references, ref);
  }
  return PQ_OK;
}

static pq_status add_paper(const pq_remaking *m, pq_rdf_id term, pq_work *w) {
  const pq_view iri = pq_re_text(m, term, PQ_TERM_EXACT_MATCH);
  const pq_view space = pq_prefix_at(PQ_PREFIX_PUBMED)->space;
  pq_reference ref = {.doi = pq_re_text(m, term, PQ_TERM_DOI),
                      .title = pq_re_text(m, term, PQ_TERM_TITLE)};
  if (pq_view_starts(iri, space)) ref.pmid = pq_view_skip(iri, space.len);
  if (!ref.pmid.len && !ref.doi.len) return add_candidates(m, term, w);
  w->fits[w->n_fits++] = m->r->references.n;
  PQ_PUSH(m->arena, &m->r->references, ref);
  return PQ_OK;
}

static pq_status add_work(pq_remaking *m, pq_rdf_id term, pq_work_id *out) {
  pq_status st = PQ_OK;
  const pq_name name = {.iri = pq_rdf_text(m->rdf, term),
                        .label = pq_re_text(m, term, PQ_TERM_LABEL)};
  pq_work w = {.year = pq_re_number(m->rdf, term, PQ_TERM_ISSUED)};
  *out = pq_re_seen(m, term);
  if (*out) return PQ_OK;
  read_authors(name.label, &w);
  PQ_TRY(st, add_paper(m, term, &w));
  *out = m->r->works.n;
  pq_re_mark(m, term, *out);
  PQ_PUSH(m->arena, &m->r->works, w);
  PQ_PUSH(m->arena, &m->works, name);
  return PQ_OK;
}

/* ---- citations ---- */

static int by_text(const void *one, const void *two) {
  const pq_recited *const a = one;
  const pq_recited *const b = two;
  if (a->pointer != b->pointer) return a->pointer < b->pointer ? -1 : 1;
  if (a->pointer == UINT32_MAX) {
    if (a->evidence != b->evidence) return a->evidence < b->evidence ? -1 : 1;
    if (a->role != b->role) return a->role < b->role ? -1 : 1;
    if (a->year != b->year) return a->year < b->year ? -1 : 1;
  }
  const int order = pq_view_order(a->iri, b->iri);
  return order ? order : (a->role > b->role) - (a->role < b->role);
}

/* How many pointers stand before the first one to a work; what one place names
 * has one number. */
static uint32_t find_pointer(const pq_remaking *m, const pq_rdf_id *documents,
                             uint32_t n, pq_rdf_id work) {
  const pq_replace *const at = m->rg->pointers.at;
  const uint32_t n_all = m->rg->pointers.n;
  uint32_t before = 0;
  for (uint32_t i = 0; i < n; ++i) {
    uint32_t group = before;
    for (uint32_t k = pq_re_first(&m->rg->pointers, documents[i]);
         k < n_all && at[k].document == documents[i]; ++k, ++before) {
      if (!k || at[k].node != at[k - 1].node) group = before;
      if (at[k].about == work) return group;
    }
  }
  return UINT32_MAX;
}

/* The documents of one record are few; of many, nobody numbers the works. */
static uint32_t pointer_of(const pq_remaking *m, const pq_rdf_id *documents,
                           uint32_t n, pq_rdf_id work) {
  enum {
    FEW = 8
  };
  return n > FEW ? UINT32_MAX : find_pointer(m, documents, n, work);
}

/* Where a work with this role is among what is cited. */
static pq_status cite(pq_remaking *m, pq_reciting *c, const pq_recited *one,
                      uint32_t *out) {
  const uint32_t slot = 2 * one->work + (one->role == PQ_ROLE_REVIEW);
  while (c->found.n <= slot) {
    PQ_PUSH(m->arena, &c->found, 0);
  }
  if (!c->found.at[slot]) {
    PQ_PUSH(m->arena, &c->all, *one);
    c->found.at[slot] = c->all.n;
    c->all.at[c->all.n - 1].index = c->all.n - 1;
  }
  *out = c->found.at[slot] - 1;
  return PQ_OK;
}

/* What some evidence cites in one role. */
static pq_status add_role(pq_remaking *m, pq_reciting *c, pq_rdf_id node,
                          pq_role role) {
  pq_status st = PQ_OK;
  uint32_t n = 0;
  const pq_rdf_triple *const t = pq_re_all(
      m, node,
      role == PQ_ROLE_REVIEW ? PQ_TERM_CITES_AUTHORITY : PQ_TERM_CITES_EVIDENCE,
      &n);
  for (uint32_t i = 0; i < n; ++i) {
    pq_recited one = {.role = role, .evidence = m->r->evidence.n};
    uint32_t index = 0;
    PQ_TRY(st, add_work(m, t[i].object, &one.work));
    one.year = m->r->works.at[one.work].year;
    one.iri = m->works.at[one.work].iri;
    one.pointer = pointer_of(m, c->documents, c->n_documents, t[i].object);
    PQ_TRY(st, cite(m, c, &one, &index));
    PQ_PUSH(m->arena, &c->list, index);
  }
  return PQ_OK;
}

pq_status pq_re_cited(pq_remaking *m, pq_reciting *c, pq_rdf_id node,
                      pq_evidence *e) {
  pq_status st = PQ_OK;
  c->list.at = NULL; /* the last one's is its own now */
  c->list.n = c->list.cap = 0;
  PQ_TRY(st, add_role(m, c, node, PQ_ROLE_PRIMARY));
  PQ_TRY(st, add_role(m, c, node, PQ_ROLE_REVIEW));
  e->citations = c->list.at;
  e->n_citations = c->list.n;
  return PQ_OK;
}

/* ---- pointers ---- */

/* Does evidence of this sentence cite the work in this role? */
static bool is_cited_in(const pq_remaking *m, pq_sentence_id sentence,
                        uint32_t index) {
  for (uint32_t i = 0; i < m->r->evidence.n; ++i) {
    const pq_evidence *const e = &m->r->evidence.at[i];
    for (uint32_t k = 0; e->sentence == sentence && k < e->n_citations; ++k) {
      if (e->citations[k] == index) return true;
    }
  }
  return false;
}

static uint32_t slot_of(const pq_reciting *c, pq_work_id work, pq_role role) {
  const uint32_t slot = 2 * work + (role == PQ_ROLE_REVIEW);
  return slot < c->found.n ? c->found.at[slot] : 0;
}

/* No pointer tells its role: it is that of the evidence around it, else of the
 * work. */
static pq_role role_of(const pq_remaking *m, const pq_reciting *c,
                       const pq_citation *one, pq_rdf_id term) {
  const uint32_t primary = slot_of(c, one->work, PQ_ROLE_PRIMARY);
  const uint32_t review = slot_of(c, one->work, PQ_ROLE_REVIEW);
  if (primary && review) {
    return is_cited_in(m, one->sentence, review - 1) ? PQ_ROLE_REVIEW
                                                     : PQ_ROLE_PRIMARY;
  }
  if (primary || review) return review ? PQ_ROLE_REVIEW : PQ_ROLE_PRIMARY;
  return pq_re_is(m, term, PQ_TERM_TYPE, PQ_TERM_REVIEW) ? PQ_ROLE_REVIEW
                                                         : PQ_ROLE_PRIMARY;
}

/* Behind those of the same place whose names are less. */
static pq_status put_citation(const pq_remaking *m, const pq_citation *one) {
  uint32_t k = m->r->citations.n;
  PQ_PUSH(m->arena, &m->r->citations, *one);
  pq_citation *const all = m->r->citations.at;
  for (; k > 0 && all[k - 1].sentence == one->sentence &&
         all[k - 1].span.begin == one->span.begin &&
         all[k - 1].span.end == one->span.end &&
         pq_view_order(m->works.at[all[k - 1].work].iri,
                       m->works.at[one->work].iri) > 0;
       --k) {
    all[k] = all[k - 1];
  }
  all[k] = *one;
  return PQ_OK;
}

static pq_status add_pointers(pq_remaking *m, const pq_reciting *c,
                              pq_text_id text) {
  pq_status st = PQ_OK;
  const pq_places *const all = &m->rg->pointers;
  const pq_rdf_id document = c->documents[text];
  for (uint32_t i = pq_re_first(all, document);
       i < all->n && all->at[i].document == document; ++i) {
    const pq_replace *const row = &all->at[i];
    if (!pq_re_is_work(m, row->about)) continue;
    pq_citation one = {.span = pq_re_span(m, text, row)};
    one.bracket = one.span;
    one.sentence = pq_re_sentence(m, text, one.span.begin);
    PQ_TRY(st, add_work(m, row->about, &one.work));
    one.role = role_of(m, c, &one, row->about);
    PQ_TRY(st, put_citation(m, &one));
  }
  return PQ_OK;
}

static pq_status add_citation(const pq_remaking *m, const pq_recited *cited,
                              uint32_t *out) {
  const pq_citation one = {.work = cited->work, .role = cited->role};
  *out = m->r->citations.n;
  PQ_PUSH(m->arena, &m->r->citations, one);
  return PQ_OK;
}

/* The first citation of a work in a role, added if no pointer is one. */
static pq_status find_citation(const pq_remaking *m, const pq_recited *cited,
                               uint32_t *out) {
  for (*out = 0; *out < m->r->citations.n; ++*out) {
    const pq_citation *const one = &m->r->citations.at[*out];
    if (one->work == cited->work && one->role == cited->role) return PQ_OK;
  }
  return add_citation(m, cited, out);
}

/* Numbers in place of indices of what is cited; sorted. */
static void turn_list(uint32_t *list, uint32_t n, const uint32_t *now) {
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t one = now[list[i]];
    uint32_t k = i;
    for (; k > 0 && list[k - 1] > one; --k) {
      list[k] = list[k - 1];
    }
    list[k] = one;
  }
}

pq_status pq_re_citations(pq_remaking *m, const pq_reciting *c) {
  pq_status st = PQ_OK;
  uint32_t *const now =
      pq_arena_take(m->arena, ((size_t)c->all.n + 1) * sizeof *now);
  if (!now) return m->arena->status;
  for (pq_text_id i = 0; !m->all && i < c->n_documents; ++i) {
    PQ_TRY(st, add_pointers(m, c, i));
  }
  if (c->all.n) qsort(c->all.at, c->all.n, sizeof *c->all.at, by_text);
  for (uint32_t i = 0; i < c->all.n; ++i) {
    PQ_TRY(st, m->all
                   ? add_citation(m, &c->all.at[i], &now[c->all.at[i].index])
                   : find_citation(m, &c->all.at[i], &now[c->all.at[i].index]));
  }
  for (uint32_t i = 0; i < m->r->evidence.n; ++i) {
    const pq_evidence *const e = &m->r->evidence.at[i];
    turn_list((uint32_t *)e->citations, e->n_citations, now); /* ours */
  }
  return PQ_OK;
}
