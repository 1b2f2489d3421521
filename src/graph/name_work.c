#include "name.h"
#include "slug.h"

enum {
  DOI_PART_MOST = 60 /* bytes of a DOI in a name */
};

static void put_year(pq_buf *out, uint32_t year) {
  pq_buf_padded(out, year, 4);
}

/* "lee-2010"; where no number tells it from other works of Lee, all that the
 * text tells it by: "lee-miller-et-al-2010". */
static void put_key(pq_buf *out, const pq_work *w, bool known) {
  const bool others = !known && w->et_al && w->n_authors > 1;
  const uint32_t n = others ? w->n_authors : pq_work_key_authors(w);
  for (uint32_t i = 0; i < n; ++i) {
    const size_t from = out->len;
    pq_slug_surname(out, w->authors[i]);
    if (out->len == from) pq_slug_digits(out, w->authors[i]);
    pq_buf_char(out, '-');
  }
  if (others) pq_buf_text(out, "et-al-");
  if (!pq_work_key_authors(w)) pq_buf_text(out, "anonymous-");
  put_year(out, w->year);
}

static const pq_reference *reference_of(const pq_record *r, const pq_work *w) {
  static const pq_reference none;
  const bool known = pq_work_is_known(w) && w->fits[0] < r->references.n;
  return known ? &r->references.at[w->fits[0]] : &none;
}

pq_view pq_graph_pmid(const pq_record *r, const pq_work *w) {
  return reference_of(r, w)->pmid;
}

pq_view pq_graph_doi(const pq_record *r, const pq_work *w) {
  return reference_of(r, w)->doi;
}

/* Text without a record id has the document's digits in its place. */
static void put_record_part(pq_buf *out, const pq_graph *g, pq_text_id where) {
  const pq_record *const r = g->record;
  if (r->stable_id.len) {
    pq_slug_encode(out, pq_bare_id(r->stable_id));
  } else if (where < r->texts.n) {
    pq_buf_put(out, pq_digest_short(&r->texts.at[where].digest));
  }
  pq_buf_char(out, '.');
}

/* A DOI where there is no PubMed number; before the key, as a record is: behind
 * it stand numbers of PubMed alone.  A long one has its digits in its place. */
static void put_doi_part(pq_buf *out, pq_view doi) {
  const size_t from = out->len;
  pq_slug_encode(out, doi);
  if (out->len - from > DOI_PART_MOST) {
    out->len = from;
    pq_slug_digits(out, doi);
  }
  pq_buf_char(out, '.');
}

static void put_work(pq_buf *out, const pq_graph *g, const pq_work *w,
                     pq_text_id where) {
  const pq_view pmid = pq_graph_pmid(g->record, w);
  const pq_view doi = pq_graph_doi(g->record, w);
  pq_put_space(out, g, PQ_PREFIX_WORK);
  const size_t from = out->len;
  if (!pmid.len && doi.len) {
    put_doi_part(out, doi);
  } else if (!pmid.len && (w->letter || w->n_fits > 1 || w->maybe)) {
    put_record_part(out, g, where);
  }
  put_key(out, w, pmid.len > 0);
  if (pmid.len) { /* the letter meant something in this record only */
    pq_buf_char(out, '.');
    pq_slug_encode(out, pmid);
  } else if (w->letter && !doi.len) {
    pq_buf_char(out, w->letter);
  }
  pq_slug_shorten(out, from);
}

static void put_label(pq_buf *out, const pq_work *w) {
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    const bool last = i + 1 == w->n_authors && !w->et_al;
    if (i) pq_buf_text(out, last ? " and " : ", ");
    pq_buf_put(out, w->authors[i]);
  }
  if (w->et_al) pq_buf_text(out, w->n_authors ? " et al." : "et al.");
  if (out->len) pq_buf_char(out, ' ');
  put_year(out, w->year);
  if (w->letter) pq_buf_char(out, w->letter);
}

pq_status pq_name_work(pq_namer *n, pq_work_id id, pq_text_id where) {
  pq_status st = PQ_OK;
  const pq_work *const w = &n->g->record->works.at[id];
  pq_name *const name = &n->g->works[id];
  put_work(&n->room, n->g, w, where);
  PQ_TRY(st, pq_namer_keep(n, &name->iri));
  put_label(&n->room, w);
  return pq_namer_keep(n, &name->label);
}
