#include "jsonld_keys.h"

/* Properties in the order in which the context tells them. */
static const pq_ld_key keys[] = {
    {PQ_TERM_TYPE, "type", PQ_LD_WORD, false},
    {PQ_TERM_LABEL, "label", PQ_LD_PLAIN, false},
    {PQ_TERM_IDENTIFIER, "identifier", PQ_LD_PLAIN, false},
    {PQ_TERM_IN_TAXON, "taxon", PQ_LD_NODE, false},
    {PQ_TERM_SEE_ALSO, "seeAlso", PQ_LD_NODE, false},
    {PQ_TERM_BROADER, "broader", PQ_LD_NODE, true},
    {PQ_TERM_EXACT_MATCH, "exactMatch", PQ_LD_NODE, true},
    {PQ_TERM_CLOSE_MATCH, "closeMatch", PQ_LD_NODE, true},
    {PQ_TERM_RELATED_MATCH, "relatedMatch", PQ_LD_NODE, true},
    {PQ_TERM_NOTATION, "notation", PQ_LD_PLAIN, false},
    /* claims */
    {PQ_TERM_SUBJECT, "subject", PQ_LD_NODE, false},
    {PQ_TERM_PREDICATE, "predicate", PQ_LD_NODE, false},
    {PQ_TERM_OBJECT, "object", PQ_LD_NODE, false},
    {PQ_TERM_DIRECT, "direct", PQ_LD_PLAIN, false},
    {PQ_TERM_NEGATED, "negated", PQ_LD_PLAIN, false},
    {PQ_TERM_SPECIES_CONTEXT, "species", PQ_LD_NODE, false},
    {PQ_TERM_ALTERNATIVE_OF, "alternatives", PQ_LD_NODE, true},
    /* evidence; of what it states it is the inverse */
    {PQ_TERM_STATES, "evidence", PQ_LD_NODE, true},
    {PQ_TERM_STATUS, "status", PQ_LD_WORD, false},
    {PQ_TERM_CUE, "cues", PQ_LD_PLAIN, true},
    {PQ_TERM_SETTING, "settings", PQ_LD_PLAIN, true},
    {PQ_TERM_REFERENCE_CONTEXT, "document", PQ_LD_NODE, false},
    {PQ_TERM_BEGIN_INDEX, "begin", PQ_LD_PLAIN, false},
    {PQ_TERM_END_INDEX, "end", PQ_LD_PLAIN, false},
    {PQ_TERM_ANCHOR_OF, "quote", PQ_LD_PLAIN, false},
    {PQ_TERM_CITES_EVIDENCE, "citesAsEvidence", PQ_LD_NODE, true},
    {PQ_TERM_CITES_AUTHORITY, "citesAsAuthority", PQ_LD_NODE, true},
    {PQ_TERM_RULE, "rule", PQ_LD_PLAIN, false},
    /* events and things */
    {PQ_TERM_HAS_INPUT, "input", PQ_LD_NODE, true},
    {PQ_TERM_HAS_OUTPUT, "output", PQ_LD_NODE, true},
    {PQ_TERM_START_LOCATION, "from", PQ_LD_NODE, false},
    {PQ_TERM_END_LOCATION, "to", PQ_LD_NODE, false},
    {PQ_TERM_OCCURS_IN, "occursIn", PQ_LD_NODE, false},
    {PQ_TERM_CAUSAL_AGENT, "causalAgent", PQ_LD_NODE, false},
    {PQ_TERM_STATE_OF, "stateOf", PQ_LD_NODE, false},
    {PQ_TERM_ACTIVE, "active", PQ_LD_PLAIN, false},
    {PQ_TERM_MODIFICATION, "modification", PQ_LD_NODE, false},
    {PQ_TERM_LOCATION, "location", PQ_LD_NODE, false},
    {PQ_TERM_LOCATED_IN, "locatedIn", PQ_LD_NODE, false},
    {PQ_TERM_PART_OF, "partOf", PQ_LD_NODE, true},
    {PQ_TERM_HAS_PART, "hasPart", PQ_LD_NODE, true},
    {PQ_TERM_FUSION_OF, "fusionOf", PQ_LD_NODE, true},
    {PQ_TERM_NAMED_AFTER, "namedAfter", PQ_LD_NODE, true},
    {PQ_TERM_REFERENCE, "reference", PQ_LD_NODE, false},
    {PQ_TERM_POSITION, "position", PQ_LD_PLAIN, false},
    {PQ_TERM_SEQUENCE_RESIDUE, "sequenceResidue", PQ_LD_PLAIN, false},
    /* works, documents, mentions, provenance */
    {PQ_TERM_TITLE, "title", PQ_LD_PLAIN, false},
    {PQ_TERM_ISSUED, "year", PQ_LD_YEAR, false},
    {PQ_TERM_DOI, "DOI", PQ_LD_PLAIN, false},
    {PQ_TERM_DC_SUBJECT, "about", PQ_LD_NODE, false},
    {PQ_TERM_IS_STRING, "text", PQ_LD_PLAIN, false},
    {PQ_TERM_IDENT_REF, "refersTo", PQ_LD_NODE, true},
    {PQ_TERM_HAS_UNIT, "readings", PQ_LD_NODE, true},
    {PQ_TERM_IDENT_CONF, "confidence", PQ_LD_DECIMAL, false},
    {PQ_TERM_DERIVED_FROM, "derivedFrom", PQ_LD_NODE, true},
    {PQ_TERM_ATTRIBUTED_TO, "attributedTo", PQ_LD_NODE, false},
};

enum {
  N_KEYS = sizeof keys / sizeof keys[0]
};

const pq_ld_key *pq_ld_key_at(size_t index) {
  return index < N_KEYS ? &keys[index] : NULL;
}

size_t pq_ld_key_of(pq_view predicate) {
  const pq_term term = pq_term_of(predicate);
  for (size_t i = 0; i < N_KEYS; ++i) {
    if (keys[i].term == term) return i;
  }
  return PQ_KEYS_MOST;
}

size_t pq_ld_key_named(pq_view key) {
  size_t i = 0;
  while (i < N_KEYS && !pq_view_same(pq_view_of(keys[i].key), key)) {
    ++i;
  }
  return i < N_KEYS ? i : PQ_KEYS_MOST;
}
