#include "report.h"

#include "out.h"

#include "graph/claim_name.h"

void pq_claim_table_head(pq_buf *out) {
  pq_buf_text(out,
              "record\tstatus\tclaim\tkind\tagent\tagent ids\ttheme\t"
              "theme ids\tsite\trelation\tpolarity\tnegated\tdirectness\t"
              "cues\tcited\treviewed in\tsource\tbegin\tend\tquote\tiri\n");
}

static void put_cell(pq_buf *out, pq_view text) {
  pq_buf_char(out, '\t');
  pq_out_tsv(out, text);
}

/* "uniprot:P40763 hgnc:HGNC:11364"; the IRI where there is no identifier. */
static void put_ids(pq_buf *out, const pq_graph *g, pq_node node) {
  pq_claim_line_id ids[PQ_LINE_IDS_MOST];
  const size_t n = pq_claim_line_ids(g->record, node, ids);
  pq_buf_char(out, '\t');
  for (size_t i = 0; i < n; ++i) {
    if (i) pq_buf_char(out, ' ');
    pq_out_tsv(out, ids[i].space);
    pq_buf_char(out, ':');
    pq_out_tsv(out, ids[i].value);
  }
  if (!n) pq_out_tsv(out, pq_node_iri(g, node));
}

static void put_site(pq_buf *out, pq_site site) {
  pq_buf_char(out, '\t');
  if (site.residue) pq_out_tsv(out, (pq_view){&site.residue, 1});
  if (site.position) pq_buf_number(out, site.position);
}

static void put_cues(pq_buf *out, const pq_claim_line *line) {
  const pq_evidence *const e = line->evidence;
  pq_buf_char(out, '\t');
  for (uint32_t i = 0; i < e->n_cues; ++i) {
    if (i) pq_buf_text(out, "; ");
    pq_out_tsv(out, pq_span_text(line->text->plain.bytes, e->cues[i]));
  }
}

/* " (PMID:11751994)"; a DOI where there is no number of PubMed. */
static void put_paper(pq_buf *out, const pq_record *r, const pq_work *w) {
  const pq_view pmid = pq_graph_pmid(r, w);
  const pq_view id = pmid.len ? pmid : pq_graph_doi(r, w);
  if (!id.len) return;
  pq_buf_text(out, pmid.len ? " (PMID:" : " (DOI:");
  pq_out_tsv(out, id);
  pq_buf_char(out, ')');
}

/* Works cited in one role: label, or the words where there is no year. */
static void put_works(pq_buf *out, const pq_graph *g, const pq_claim_line *line,
                      pq_role role) {
  const pq_record *const r = g->record;
  bool any = false;
  pq_buf_char(out, '\t');
  for (uint32_t i = 0; i < line->evidence->n_citations; ++i) {
    const pq_citation *const c = &r->citations.at[line->evidence->citations[i]];
    if (c->role != role) continue;
    if (any) pq_buf_text(out, "; ");
    any = true;
    const pq_view label = g->works[c->work].label;
    const pq_view words = pq_span_text(line->text->plain.bytes, c->span);
    pq_out_tsv(out, label.len ? label : words);
    put_paper(out, r, &r->works.at[c->work]);
  }
}

static void put_number(pq_buf *out, uint32_t n) {
  pq_buf_char(out, '\t');
  pq_buf_number(out, n);
}

void pq_claim_table_row(const pq_graph *g, uint32_t index, pq_buf *out) {
  const pq_claim_line line = pq_claim_line_of(g, index);
  const pq_span span = line.evidence->span;
  pq_out_tsv(out, g->record->stable_id);
  put_cell(out, pq_view_of(line.status));
  put_cell(out, line.label);
  put_cell(out, line.kind);
  put_cell(out, pq_node_label(g, line.agent));
  put_ids(out, g, line.agent);
  put_cell(out, pq_node_label(g, line.theme));
  put_ids(out, g, line.theme);
  put_site(out, line.site);
  put_cell(out, pq_view_of(line.relation));
  put_cell(out, pq_view_of(line.polarity));
  put_cell(out, line.negated ? PQ_LIT("yes") : PQ_LIT("no"));
  put_cell(out, pq_view_of(line.directness));
  put_cues(out, &line);
  put_works(out, g, &line, PQ_ROLE_PRIMARY);
  put_works(out, g, &line, PQ_ROLE_REVIEW);
  put_cell(out, pq_view_of(line.source));
  const pq_span points = pq_text_points(line.text, span);
  put_number(out, points.begin);
  put_number(out, points.end);
  put_cell(out, pq_text_quote(line.text, span));
  put_cell(out, line.id);
  pq_buf_char(out, '\n');
}

pq_status pq_stream_claim_table(const pq_graph *g, pq_buf *out) {
  pq_status st = PQ_OK;
  uint32_t *order = NULL;
  uint32_t n = 0;
  PQ_TRY(st, pq_claim_line_order(g, false, &order, &n));
  for (uint32_t i = 0; i < n; ++i) {
    pq_claim_table_row(g, order[i], out);
  }
  return out->status;
}

pq_status pq_write_claim_table(const pq_graph *g, pq_buf *out) {
  pq_claim_table_head(out);
  return pq_stream_claim_table(g, out);
}
