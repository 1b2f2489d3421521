#include "verdict.h"

static void put_site(pq_buf *out, char residue, uint32_t position) {
  pq_buf_char(out, (char)(residue ? residue : '?'));
  pq_buf_number(out, position);
}

static void put_reason(pq_buf *out, const pq_fit *f) {
  switch (f->kind) {
  case PQ_FIT_LEGACY: pq_buf_text(out, "older numbering"); break;
  case PQ_FIT_SIGNAL:
    pq_buf_format(out, "counted without the signal peptide of %lu residues",
                  (unsigned long)f->shift);
    break;
  case PQ_FIT_SHIFT:
    pq_buf_format(out, "%lu more, as its other older numbers",
                  (unsigned long)f->shift);
    break;
  case PQ_FIT_NEXT: pq_buf_text(out, "one off"); break;
  case PQ_FIT_ISOFORM:
    pq_buf_text(out, "isoform ");
    pq_buf_put(out, f->isoform);
    if (!f->name.len) break;
    pq_buf_text(out, ", ");
    pq_buf_put(out, f->name);
    break;
  }
}

static void put_fits(pq_buf *out, const char *mark, pq_site site,
                     const pq_verdict *v) {
  for (uint32_t i = 0; i < v->n_fits; ++i) {
    const pq_fit *const f = &v->fits[i];
    pq_buf_text(out, i ? ", or " : mark);
    put_site(out, site.residue, f->position);
    pq_buf_text(out, i ? " (" : " fits (");
    put_reason(out, f);
    pq_buf_char(out, ')');
  }
}

static void put_mismatch(pq_buf *out, pq_view accession, pq_site site,
                         const pq_verdict *v) {
  pq_buf_text(out, ": ");
  pq_buf_put(out, accession);
  if (v->there) {
    pq_buf_text(out, " has ");
    pq_buf_char(out, v->there);
    pq_buf_text(out, " there");
  } else {
    pq_buf_format(out, " ends at %lu", (unsigned long)v->length);
  }
  put_fits(out, "; ", site, v);
}

void pq_verdict_put(pq_buf *out, pq_view accession, pq_site site,
                    const pq_verdict *v) {
  put_site(out, site.residue, site.position);
  switch (v->check) {
  case PQ_SITE_VERIFIED: pq_buf_text(out, " verified"); break;
  case PQ_SITE_MISMATCH: put_mismatch(out, accession, site, v); break;
  case PQ_SITE_UNVERIFIED:
    if (!v->n_fits) pq_buf_text(out, " unverified");
    put_fits(out, ": ", site, v);
    break;
  }
}
