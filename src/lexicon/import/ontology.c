#include "lexicon/import/ontology.h"

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

static bool has_word(pq_view text, pq_view word) {
  pq_view rest = text;
  while (rest.len) {
    if (pq_view_same(pq_view_cut(&rest, ' '), word)) return true;
  }
  return false;
}

/* "formation", "Phospho": a word of every day, or a label. */
static bool is_plain_word(pq_view text) {
  if (text.len && !pq_is_alpha(text.ptr[0])) return false;
  for (size_t i = 1; i < text.len; ++i) {
    if (!pq_is_lower(text.ptr[i])) return false;
  }
  return true;
}

static bool names_things(pq_view id) {
  static const char *const prefixes[] = {"CHEBI:", "CL:", "UBERON:"};
  for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; ++i) {
    if (pq_view_starts(id, pq_view_of(prefixes[i]))) return true;
  }
  return false;
}

bool pq_ontology_fits(pq_view id, pq_view name, pq_view synonym) {
  if (names_things(id)) return true;
  if (is_plain_word(synonym)) return false;
  return !pq_view_starts(id, PQ_LIT("GO:")) ||
         !pq_view_ends(name, PQ_LIT(" activity")) ||
         has_word(synonym, PQ_LIT("activity"));
}
