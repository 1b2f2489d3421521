#include "probe.h"
/* Evidence of one dispute in one document that is looked at: no text has
 * more. */
enum {
  PLACES_MOST = 64
};

typedef struct stretch {
  uint32_t begin, end;
} stretch;

static bool stretch_of(const pq_probe *p, pq_rdf_id evidence, stretch *out) {
  const pq_rdf_id begin = pq_probe_only(p, evidence, PQ_TERM_BEGIN_INDEX);
  const pq_rdf_id end = pq_probe_only(p, evidence, PQ_TERM_END_INDEX);
  return begin && end &&
         pq_quote_number(pq_rdf_text(p->rdf, begin), &out->begin) &&
         pq_quote_number(pq_rdf_text(p->rdf, end), &out->end);
}

static bool overlap(const pq_probe *p, pq_rdf_id one, pq_rdf_id two) {
  stretch a;
  stretch b;
  return stretch_of(p, one, &a) && stretch_of(p, two, &b) && a.begin < b.end &&
         b.begin < a.end;
}

static bool cites(const pq_probe *p, pq_rdf_id evidence, pq_rdf_id work) {
  return pq_probe_says(p, evidence, PQ_TERM_CITES_EVIDENCE, work) ||
         pq_probe_says(p, evidence, PQ_TERM_CITES_AUTHORITY, work);
}

/* The first surname of "Han et al. 2006a", "Turner and Alexander 2006". */
static pq_view surname_of(pq_view label) {
  static const pq_view ends[] = {PQ_LIT_INIT(" et al."), PQ_LIT_INIT(" and "),
                                 PQ_LIT_INIT(", ")};
  for (size_t i = 0; i < label.len; ++i) {
    const pq_view rest = pq_view_skip(label, i);
    for (size_t k = 0; k < sizeof ends / sizeof ends[0]; ++k) {
      if (pq_view_starts(rest, ends[k])) return pq_view_head(label, i);
    }
    if (rest.len > 1 && rest.ptr[0] == ' ' && pq_is_digit(rest.ptr[1])) {
      return pq_view_head(label, i);
    }
  }
  return label;
}

static bool holds(pq_view text, pq_view part) {
  for (size_t i = 0; part.len && i + part.len <= text.len; ++i) {
    if (pq_view_starts(pq_view_skip(text, i), part)) return true;
  }
  return false;
}

/* A bracket inside the disputed words belongs to the side before it; one after
 * them, to the dispute. */
static bool names_inside(const pq_probe *p, pq_rdf_id evidence,
                         pq_rdf_id work) {
  const pq_rdf_id quote = pq_probe_only(p, evidence, PQ_TERM_ANCHOR_OF);
  const pq_rdf_id label = pq_probe_only(p, work, PQ_TERM_LABEL);
  return quote && label &&
         holds(pq_rdf_text(p->rdf, quote),
               surname_of(pq_rdf_text(p->rdf, label)));
}

static void check_works(pq_probe *p, pq_rdf_id side, pq_rdf_id dispute) {
  static const pq_term roles[] = {PQ_TERM_CITES_EVIDENCE,
                                  PQ_TERM_CITES_AUTHORITY};
  for (size_t r = 0; r < sizeof roles / sizeof roles[0]; ++r) {
    uint32_t n = 0;
    const pq_rdf_triple *const t = pq_probe_all(p, side, roles[r], &n);
    for (uint32_t i = 0; i < n; ++i) {
      const pq_rdf_id work = t[i].object;
      if (!cites(p, dispute, work) || names_inside(p, dispute, work)) continue;
      const pq_view iri = pq_rdf_text(p->rdf, work);
      pq_probe_tell(p, "check.side-cites", side,
                    "cites %.*s for one side, and the text gives it to the"
                    " dispute; take it from the side",
                    iri.len < 200 ? (int)iri.len : 200, iri.ptr);
    }
  }
}

/* Evidence of one side, against that of the dispute in the same document. */
static void check_side(pq_probe *p, const pq_stated_row *side,
                       pq_rdf_id dispute) {
  if (pq_probe_only(p, side->evidence, PQ_TERM_STATUS) !=
          pq_rdf_of(PQ_TERM_ALTERNATIVE) ||
      !side->document) {
    return;
  }
  uint32_t at = pq_probe_stated(p, dispute, side->document);
  for (uint32_t n = 0; n < PLACES_MOST && at < p->n_stated; ++n, ++at) {
    const pq_stated_row *const row = &p->stated[at];
    if (row->stated != dispute || row->document != side->document) return;
    if (overlap(p, side->evidence, row->evidence)) {
      check_works(p, side->evidence, row->evidence);
    }
  }
}

void pq_probe_sides(pq_probe *p, pq_rdf_id dispute) {
  uint32_t n = 0;
  const pq_rdf_triple *const t =
      pq_probe_all(p, dispute, PQ_TERM_ALTERNATIVE_OF, &n);
  for (uint32_t i = 0; i < n; ++i) {
    const pq_rdf_id claim = t[i].object;
    uint32_t at = pq_probe_stated(p, claim, 0);
    for (; at < p->n_stated && p->stated[at].stated == claim; ++at) {
      check_side(p, &p->stated[at], dispute);
    }
  }
}
