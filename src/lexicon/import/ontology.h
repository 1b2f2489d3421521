/* What the terms of public ontologies are to us. */
#ifndef PQ_LEXICON_IMPORT_ONTOLOGY_H
#define PQ_LEXICON_IMPORT_ONTOLOGY_H

#include "lexicon/lexicon.h"

/** The type of a term by its id and namespace ("biological_process", or "BP" as
 * GO.db has it).  False: terms of this prefix are not imported. */
bool pq_ontology_type(pq_view id, pq_view space, pq_concept_type *out);

/** A term whose kinds are of another type than its namespace says. */
typedef struct pq_ontology_root {
  pq_view id;
  pq_concept_type type;
} pq_ontology_root;

/** GO's protein-containing complexes and ChEBI's roles, by index; NULL past the
 * last. */
const pq_ontology_root *pq_ontology_root_at(size_t i);

/** May this synonym name the term?  Where a function of GO is called "...
 * kinase activity", a synonym "... kinase" is the molecule, which would become
 * a function.  And where terms are no things to be held, a synonym of one plain
 * word ("formation" of biosynthetic process) says too little. */
bool pq_ontology_fits(pq_view id, pq_view name, pq_view synonym);

#endif
