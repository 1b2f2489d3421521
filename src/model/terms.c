#include "terms.h"

#define OBO "http://purl.obolibrary.org/obo/"

/* Name spaces.  Those of our own nodes go on from the base IRI. */
#define SPACE_PQ           "https://w3id.org/pathquill/ns#"
#define SPACE_CLAIM        "claim/"
#define SPACE_QUESTION     "question/"
#define SPACE_DISPUTE      "dispute/"
#define SPACE_EVIDENCE     "evidence/"
#define SPACE_PASSAGE      "passage/"
#define SPACE_ENTITY       "entity/"
#define SPACE_EVENT        "event/"
#define SPACE_SITE         "site/"
#define SPACE_WORK         "work/"
#define SPACE_DOC          "doc/"
#define SPACE_MENTION      "mention/"
#define SPACE_GRAPH        "graph/"
#define SPACE_TOOL         "tool/"
#define SPACE_GRAMMAR      "grammar/"
#define SPACE_LEXICON      "lexicon/"
#define SPACE_BIBLIOGRAPHY "bibliography/"
#define SPACE_REACTOME     "https://identifiers.org/reactome/"
#define SPACE_ISOFORM      "http://purl.uniprot.org/isoforms/"
#define SPACE_UNIPROT      "http://purl.uniprot.org/uniprot/"
#define SPACE_FPLX         "https://identifiers.org/fplx/"
#define SPACE_HGNC         "https://identifiers.org/hgnc/"
#define SPACE_MIM          "https://identifiers.org/mim/"
#define SPACE_PUBMED       "http://rdf.ncbi.nlm.nih.gov/pubmed/"
#define SPACE_DOI          "https://doi.org/"
#define SPACE_TAXON        OBO "NCBITaxon_"
#define SPACE_CHEBI        OBO "CHEBI_"
#define SPACE_GO           OBO "GO_"
#define SPACE_MI           OBO "MI_"
#define SPACE_MOD          OBO "MOD_"
#define SPACE_SO           OBO "SO_"
#define SPACE_RO           OBO "RO_"
#define SPACE_BFO          OBO "BFO_"
#define SPACE_ECO          OBO "ECO_"
#define SPACE_SEPIO        OBO "SEPIO_"
#define SPACE_BIOLINK      "https://w3id.org/biolink/vocab/"
#define SPACE_BP           "http://www.biopax.org/release/biopax-level3.owl#"
#define SPACE_FALDO        "http://biohackathon.org/resource/faldo#"
#define SPACE_NIF \
  "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
#define SPACE_CITO    "http://purl.org/spar/cito/"
#define SPACE_FABIO   "http://purl.org/spar/fabio/"
#define SPACE_C4O     "http://purl.org/spar/c4o/"
#define SPACE_ITSRDF  "http://www.w3.org/2005/11/its/rdf#"
#define SPACE_PROV    "http://www.w3.org/ns/prov#"
#define SPACE_DCTERMS "http://purl.org/dc/terms/"
#define SPACE_PRISM   "http://prismstandard.org/namespaces/basic/2.0/"
#define SPACE_SKOS    "http://www.w3.org/2004/02/skos/core#"
#define SPACE_RDF     "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SPACE_RDFS    "http://www.w3.org/2000/01/rdf-schema#"
#define SPACE_XSD     "http://www.w3.org/2001/XMLSchema#"

static const pq_prefix prefixes[] = {
#define PQ_PREFIX(id, name, own) \
  {PQ_LIT_INIT(name), PQ_LIT_INIT(SPACE_##id), own},
#include "terms.def"
};

typedef struct row {
  pq_view iri, label;
} row;

static const row terms[] = {
#define PQ_TERM(id, prefix, local, label) \
  {PQ_LIT_INIT(SPACE_##prefix local), PQ_LIT_INIT(label)},
#include "terms.def"
};

static const row glosses[] = {
#define PQ_GLOSS(prefix, local, label) \
  {PQ_LIT_INIT(SPACE_##prefix local), PQ_LIT_INIT(label)},
#include "terms.def"
};

enum {
  N_GLOSSES = sizeof glosses / sizeof glosses[0]
};

const pq_prefix *pq_prefix_at(pq_prefix_id id) {
  return &prefixes[id];
}

const pq_prefix *pq_prefix_named(pq_view name) {
  for (size_t i = 0; i < PQ_N_PREFIXES; ++i) {
    if (pq_view_same(prefixes[i].name, name)) return &prefixes[i];
  }
  return NULL;
}

pq_view pq_term_iri(pq_term term) {
  return terms[term].iri;
}

pq_view pq_term_label(pq_term term) {
  return terms[term].label;
}

/* The last byte first: IRIs of one length begin alike. */
static bool is_iri(pq_view listed, pq_view iri) {
  return listed.len == iri.len && iri.len &&
         listed.ptr[iri.len - 1] == iri.ptr[iri.len - 1] &&
         memcmp(listed.ptr, iri.ptr, iri.len) == 0;
}

pq_term pq_term_of(pq_view iri) {
  size_t i = 0;
  while (i < PQ_N_TERMS && !is_iri(terms[i].iri, iri)) {
    ++i;
  }
  return (pq_term)i;
}

bool pq_gloss_at(size_t index, pq_view *iri, pq_view *label) {
  if (index >= PQ_N_TERMS + N_GLOSSES) return false;
  const row *const found =
      index < PQ_N_TERMS ? &terms[index] : &glosses[index - PQ_N_TERMS];
  *iri = found->iri;
  *label = found->label;
  return true;
}

pq_view pq_gloss_of(pq_view iri) {
  const pq_term term = pq_term_of(iri);
  if (term < PQ_N_TERMS) return terms[term].label;
  for (size_t i = 0; i < N_GLOSSES; ++i) {
    if (is_iri(glosses[i].iri, iri)) return glosses[i].label;
  }
  return PQ_LIT("");
}
