#include "lexicon/import/ontology.h"

#include "lexicon/import/reserved.h"

static const struct {
  pq_view prefix, space; /* an empty space is any */
  pq_concept_type type;
} types[] = {
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT("cellular_component"),
     PQ_CONCEPT_COMPARTMENT},
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT("CC"), PQ_CONCEPT_COMPARTMENT},
    /* "Kinase activity" says what kind of thing a molecule is. */
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT("molecular_function"), PQ_CONCEPT_CLASS},
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT("MF"), PQ_CONCEPT_CLASS},
    {PQ_LIT_INIT("GO:"), PQ_LIT_INIT(""), PQ_CONCEPT_PROCESS},
    {PQ_LIT_INIT("MOD:"), PQ_LIT_INIT(""), PQ_CONCEPT_MODIFICATION},
    /* Methods, roles, evidence: words about experiments, nothing that acts. */
    {PQ_LIT_INIT("MI:"), PQ_LIT_INIT(""), PQ_CONCEPT_CLASS},
    {PQ_LIT_INIT("ECO:"), PQ_LIT_INIT(""), PQ_CONCEPT_CLASS},
    {PQ_LIT_INIT("CL:"), PQ_LIT_INIT(""), PQ_CONCEPT_CELL},
    {PQ_LIT_INIT("UBERON:"), PQ_LIT_INIT(""), PQ_CONCEPT_COMPARTMENT},
    {PQ_LIT_INIT("CHEBI:"), PQ_LIT_INIT(""), PQ_CONCEPT_MOLECULE},
};

bool pq_ontology_type(pq_view id, pq_view space, pq_concept_type *out) {
  for (size_t i = 0; i < sizeof types / sizeof types[0]; ++i) {
    if (!pq_view_starts(id, types[i].prefix)) continue;
    if (types[i].space.len && !pq_view_same(space, types[i].space)) continue;
    *out = types[i].type;
    return true;
  }
  return false;
}

const pq_ontology_root *pq_ontology_root_at(size_t i) {
  static const pq_ontology_root roots[] = {
      {PQ_LIT_INIT("GO:0032991"), PQ_CONCEPT_COMPLEX},
      {PQ_LIT_INIT("CHEBI:50906"), PQ_CONCEPT_CLASS},
  };
  return i < sizeof roots / sizeof roots[0] ? &roots[i] : NULL;
}

/* "formation", "Phospho", "di-Methylation": a word of every day, or a label.
 * Capitals inside and digits make a symbol. */
static bool is_plain_word(pq_view text) {
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    const bool first = i == 0 || text.ptr[i - 1] == '-';
    if (!pq_is_lower(c) && c != '-' && !(first && pq_is_upper(c))) return false;
  }
  return true;
}

/* A process that words of the grammar make up. */
static bool is_composed(const pq_lexicon *known, pq_view text) {
  return pq_view_starts(text, PQ_LIT("response to ")) ||
         pq_view_starts(text, PQ_LIT("cellular response to ")) ||
         pq_reserved_ends(known, text);
}

bool pq_ontology_fits(const pq_lexicon *known, const pq_concept *term,
                      pq_view text) {
  const bool own = pq_view_same(text, term->label);
  switch (term->type) {
  case PQ_CONCEPT_PROCESS:
    return !is_composed(known, text) && (own || !is_plain_word(text));
  case PQ_CONCEPT_CLASS:
    if (pq_view_starts(term->id, PQ_LIT("GO:"))) return false;
    return own || !is_plain_word(text);
  case PQ_CONCEPT_MODIFICATION: return own || !is_plain_word(text);
  case PQ_CONCEPT_COMPARTMENT:
    return own || !pq_view_starts(term->id, PQ_LIT("GO:")) ||
           !is_plain_word(text);
  default: return true;
  }
}
