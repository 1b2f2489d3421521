#include "link.h"

#include "graph/name.h"
#include "graph/slug.h"

/* Pages by the head of an id; the rest of it is encoded, behind its head where
 * the registry wants that. */
static const struct {
  pq_view head;
  const char *page;
  bool whole;
} pages[] = {
    {PQ_LIT_INIT("HGNC:"),
     "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/", true},
    {PQ_LIT_INIT("FPLX:"), "https://identifiers.org/fplx/", false},
    {PQ_LIT_INIT("CHEBI:"),
     "https://www.ebi.ac.uk/chebi/searchId.do?chebiId=", true},
    {PQ_LIT_INIT("GO:"), "https://amigo.geneontology.org/amigo/term/", true},
    {PQ_LIT_INIT("MIM:"), "https://omim.org/entry/", false},
    {PQ_LIT_INIT("MESH:"), "https://id.nlm.nih.gov/mesh/", false},
    {PQ_LIT_INIT("NCBIGene:"), "https://www.ncbi.nlm.nih.gov/gene/", false},
    {PQ_LIT_INIT("NCBITaxon:"),
     "https://www.ncbi.nlm.nih.gov/datasets/taxonomy/", false},
    {PQ_LIT_INIT("CVCL_"), "https://www.cellosaurus.org/", true},
};

/* As pq_slug_encode, but the colon of an identifier stays. */
static void put_id(pq_buf *out, pq_view id) {
  const size_t at = pq_view_find(id, ':');
  pq_slug_encode(out, pq_view_head(id, at));
  if (at == id.len) return;
  pq_buf_char(out, ':');
  pq_slug_encode(out, pq_view_skip(id, at + 1));
}

static bool has_accession(const pq_entity *e) {
  return e->kind == PQ_ENTITY_PROTEIN && e->accession.len > 0;
}

static const pq_entity *thing_of(const pq_record *r, pq_entity_id id) {
  return pq_entity_at(r, pq_entity_base(r, id));
}

void pq_link_entity(pq_buf *out, const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = thing_of(r, id);
  if (e->kind == PQ_ENTITY_UNGROUNDED) return;
  if (has_accession(e)) {
    pq_buf_text(out, "https://www.uniprot.org/uniprotkb/");
    pq_slug_encode(out,
                   pq_view_head(e->accession, pq_view_find(e->accession, '-')));
    pq_buf_text(out, "/entry");
    return;
  }
  for (size_t i = 0; i < sizeof pages / sizeof pages[0]; ++i) {
    if (!pq_view_starts(e->id, pages[i].head)) continue;
    pq_buf_text(out, pages[i].page);
    put_id(out,
           pages[i].whole ? e->id : pq_view_skip(e->id, pages[i].head.len));
    return;
  }
}

void pq_link_curie(pq_buf *out, const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = thing_of(r, id);
  if (e->kind == PQ_ENTITY_UNGROUNDED) return;
  if (has_accession(e)) {
    pq_buf_text(out, "uniprot:");
    pq_buf_put(out, e->accession);
  } else {
    pq_buf_put(out, e->id);
  }
}

/* A query of an address: all but letters and digits is encoded. */
static void put_query(pq_buf *out, pq_view text) {
  static const char digits[] = "0123456789ABCDEF";
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    if (pq_is_alpha(c) || pq_is_digit(c) || c == '-') {
      pq_buf_char(out, c);
    } else if (c == ' ') {
      pq_buf_char(out, '+');
    } else {
      const unsigned char u = (unsigned char)c;
      pq_buf_char(out, '%');
      pq_buf_char(out, digits[u / 16]);
      pq_buf_char(out, digits[u % 16]);
    }
  }
}

void pq_link_pmid(pq_buf *out, pq_view pmid) {
  pq_buf_text(out, "https://pubmed.ncbi.nlm.nih.gov/");
  put_query(out, pmid);
  pq_buf_char(out, '/');
}

void pq_link_doi(pq_buf *out, pq_view doi) {
  pq_buf_text(out, "https://doi.org/");
  pq_slug_doi(out, doi);
}

void pq_link_search(pq_buf *out, const pq_work *work, pq_view theme) {
  pq_buf_text(out, "https://pubmed.ncbi.nlm.nih.gov/?term=");
  if (work->n_authors) {
    put_query(out, work->authors[0]);
    pq_buf_text(out, "%5Bau%5D+");
  }
  if (work->year) {
    pq_buf_format(out, "%04u", (unsigned)work->year);
    pq_buf_text(out, "%5Bdp%5D+");
  }
  put_query(out, theme);
}

void pq_link_reactome(pq_buf *out, pq_view stable_id) {
  pq_buf_text(out, "https://reactome.org/content/detail/");
  pq_buf_put(out, pq_bare_id(stable_id)); /* letters, digits and '-' */
}
