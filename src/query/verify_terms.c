#include "probe.h"

/* Spellings of name spaces that are not the one that is in use: one IRI per
 * thing. */
static const struct {
  pq_view wrong, right;
} spellings[] = {
    {PQ_LIT_INIT("https://purl.obolibrary.org/"),
     PQ_LIT_INIT("http://purl.obolibrary.org/")},
    {PQ_LIT_INIT("https://purl.uniprot.org/"),
     PQ_LIT_INIT("http://purl.uniprot.org/")},
    {PQ_LIT_INIT("http://identifiers.org/"),
     PQ_LIT_INIT("https://identifiers.org/")},
    {PQ_LIT_INIT("https://identifiers.org/reactome:"),
     PQ_LIT_INIT("https://identifiers.org/reactome/")},
    {PQ_LIT_INIT("https://rdf.ncbi.nlm.nih.gov/"),
     PQ_LIT_INIT("http://rdf.ncbi.nlm.nih.gov/")},
};

/* Own nodes whose names are 32 digits; hashed ones are checked elsewhere. */
static const pq_prefix_id digests[] = {PQ_PREFIX_DOC, PQ_PREFIX_GRAPH,
                                       PQ_PREFIX_GRAMMAR, PQ_PREFIX_LEXICON};

static bool is_hash(pq_view local) {
  if (local.len != 32) return false;
  for (size_t i = 0; i < local.len; ++i) {
    const char c = local.ptr[i];
    if (!pq_is_digit(c) && !(c >= 'a' && c <= 'f')) return false;
  }
  return true;
}

static bool is_written(pq_view iri) {
  static const char forbidden[] = "<>\"{}|^`\\";
  const size_t colon = pq_view_find(iri, ':');
  if (colon == 0 || colon == iri.len || !pq_is_alpha(iri.ptr[0])) return false;
  for (size_t i = 0; i < iri.len; ++i) {
    const unsigned char c = (unsigned char)iri.ptr[i];
    if (c <= 0x20 || c == 0x7F || memchr(forbidden, c, sizeof forbidden - 1)) {
      return false;
    }
  }
  return true;
}

static void check_space(pq_probe *p, pq_rdf_id id, pq_view iri) {
  pq_view local;
  for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; ++i) {
    const pq_view right = spellings[i].right;
    if (!pq_view_starts(iri, spellings[i].wrong)) continue;
    pq_probe_tell(p, "check.iri-form", id,
                  "is another spelling of a name under %.*s; use that one",
                  pq_view_width(right), right.ptr);
    return;
  }
  for (size_t i = 0; i < sizeof digests / sizeof digests[0]; ++i) {
    if (pq_probe_local(p, iri, digests[i], &local) && !is_hash(local)) {
      pq_probe_tell(p, "check.iri-form", id,
                    "ends in no 32 hexadecimal digits; write the file anew"
                    " from its record");
    }
  }
}

static void check_iri(pq_probe *p, pq_rdf_id id) {
  const pq_view iri = pq_rdf_text(p->rdf, id);
  if (pq_view_starts(iri, PQ_LIT("relative:"))) {
    pq_probe_tell(p, "check.iri-form", id,
                  "was relative in the file; every IRI is absolute");
  } else if (!is_written(iri)) {
    pq_probe_tell(p, "check.iri-form", id,
                  "holds what no IRI may hold; percent-encode it");
  } else {
    check_space(p, id, iri);
  }
}

static void check_literal(pq_probe *p, pq_rdf_id id) {
  const pq_rdf_term *const t = &p->rdf->terms[id];
  if (t->type == pq_rdf_of(PQ_TERM_STRING)) {
    pq_probe_tell(p, "check.xsd-string", id,
                  "is typed as xsd:string; take the type away, for plain words"
                  " are strings");
  }
  if (t->language.len) {
    pq_probe_tell(p, "check.language", id,
                  "has a language tag; pathquill writes none");
  }
}

/* ---- what hangs in the air ---- */

static bool is_root(const pq_probe *p, pq_rdf_id id) {
  static const pq_prefix_id roots[] = {PQ_PREFIX_CLAIM,   PQ_PREFIX_QUESTION,
                                       PQ_PREFIX_DISPUTE, PQ_PREFIX_EVIDENCE,
                                       PQ_PREFIX_GRAPH,   PQ_PREFIX_MENTION,
                                       PQ_PREFIX_PASSAGE};
  static const pq_term types[] = {PQ_TERM_CLAIM,         PQ_TERM_OPEN_QUESTION,
                                  PQ_TERM_DISPUTE,       PQ_TERM_TRACEABLE,
                                  PQ_TERM_NOT_TRACEABLE, PQ_TERM_PROV_ENTITY,
                                  PQ_TERM_OFFSET_STRING};
  pq_view local;
  for (size_t i = 0; i < sizeof roots / sizeof roots[0]; ++i) {
    if (pq_probe_local(p, pq_rdf_text(p->rdf, id), roots[i], &local)) {
      return true;
    }
  }
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    if (pq_probe_says(p, id, PQ_TERM_TYPE, pq_rdf_of(types[i]))) return true;
  }
  return false;
}

static void check_links(pq_probe *p, pq_rdf_id id) {
  const uint8_t uses = p->uses[id];
  const bool subject = uses & PQ_USED_SUBJECT;
  if (subject && !(uses & PQ_USED_OBJECT) && !is_root(p, id)) {
    pq_probe_tell(p, "check.orphan", id,
                  "is described, and nothing in the file names it; write the"
                  " file anew from its record");
  }
  if (!subject && (uses & PQ_USED_NEEDED) &&
      pq_view_starts(pq_rdf_text(p->rdf, id), p->job->base)) {
    pq_probe_tell(p, "check.not-described", id,
                  "is named, and the file does not describe it; give the whole"
                  " file, or write it anew from its record");
  }
}

void pq_probe_terms(pq_probe *p) {
  for (pq_rdf_id id = pq_rdf_of(PQ_N_TERMS); id < p->rdf->n_terms; ++id) {
    const pq_rdf_term *const t = &p->rdf->terms[id];
    if (t->kind == PQ_RDF_BLANK) {
      pq_probe_tell(p, "check.blank-node", id,
                    "is a blank node, and pathquill writes none; give it an"
                    " IRI, or write the file anew");
    } else if (t->kind == PQ_RDF_LITERAL) {
      check_literal(p, id);
    } else {
      check_iri(p, id);
      check_links(p, id);
    }
  }
}
