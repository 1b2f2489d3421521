/* Evidence, and the papers that it cites. */
#include "biopax.h"

static bool states(const pq_graph *g, const pq_evidence *e, pq_claim_id id) {
  return e->states == PQ_STATES_CLAIM && e->stance == PQ_ASSERTED &&
         pq_view_same(g->claims[e->id].iri, g->claims[id].iri);
}

static void put_publication(pq_biopax *b, pq_work_id id) {
  const pq_graph *const g = b->g;
  const pq_work *const w = &g->record->works.at[id];
  const pq_bp_name name = {"publication", g->works[id].iri};
  const pq_view pmid = pq_graph_pmid(g->record, w);
  const pq_view doi = pq_graph_doi(g->record, w);
  if (!name.iri.len || !pq_bp_first(b, name)) return;
  pq_bp_open(b, "PublicationXref", name);
  const bool known = pmid.len || doi.len;
  if (known) pq_bp_text(b, "db", pmid.len ? PQ_LIT("pubmed") : PQ_LIT("doi"));
  pq_bp_text(b, "id", pmid.len ? pmid : doi);
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    pq_bp_text(b, "author", w->authors[i]);
  }
  pq_bp_number(b, "year", w->year);
  pq_bp_text(b, "comment", g->works[id].label);
  pq_bp_close(b, "PublicationXref");
}

static pq_view cited_iri(const pq_graph *g, const pq_evidence *e, uint32_t i) {
  return g->works[g->record->citations.at[e->citations[i]].work].iri;
}

/* A citation without a year names no work. */
static bool cites_works(const pq_graph *g, const pq_evidence *e) {
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    if (cited_iri(g, e, i).len) return true;
  }
  return false;
}

/* Works, each once. */
static void link_works(pq_biopax *b, const pq_evidence *e) {
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    const pq_view iri = cited_iri(b->g, e, i);
    bool again = !iri.len;
    for (uint32_t k = 0; k < i; ++k) {
      again = again || pq_view_same(cited_iri(b->g, e, k), iri);
    }
    if (!again) pq_bp_link(b, "xref", (pq_bp_name){"publication", iri});
  }
}

static void put_evidence(pq_biopax *b, uint32_t index) {
  const pq_graph *const g = b->g;
  const pq_record *const r = g->record;
  const pq_evidence *const e = &r->evidence.at[index];
  const pq_bp_name name = {"evidence", g->evidence[index]};
  const pq_term eco =
      cites_works(g, e) ? PQ_TERM_TRACEABLE : PQ_TERM_NOT_TRACEABLE;
  if (!pq_bp_first(b, name)) return;
  pq_bp_put_term(b, "EvidenceCodeVocabulary", pq_term_iri(eco),
                 pq_term_label(eco), PQ_LIT("Evidence Codes Ontology"));
  for (uint32_t i = 0; i < e->n_citations; ++i) {
    put_publication(b, r->citations.at[e->citations[i]].work);
  }
  pq_bp_open(b, "Evidence", name);
  pq_bp_link(b, "evidenceCode", (pq_bp_name){"term", pq_term_iri(eco)});
  link_works(b, e);
  pq_bp_text(b, "comment", pq_record_words(r, e->sentence, e->span));
  pq_bp_close(b, "Evidence");
}

void pq_bp_evidence(pq_biopax *b, pq_claim_id id, bool link) {
  const pq_graph *const g = b->g;
  for (uint32_t i = 0; i < g->n_evidence; ++i) {
    const uint32_t at = g->evidence_order[i];
    if (!states(g, &g->record->evidence.at[at], id)) continue;
    if (link) {
      pq_bp_link(b, "evidence", (pq_bp_name){"evidence", g->evidence[at]});
    } else {
      put_evidence(b, at);
    }
  }
}
