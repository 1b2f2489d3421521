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

/** May this be a name of the term?  It may not,
 * - where terms are functions of molecules: "kinase activity of X" is about X,
 *   and a synonym "... kinase" of "... kinase activity" would make a molecule a
 *   function;
 * - where it is a process that the grammar reads: "insulin secretion",
 * "response to glucose".  `known` has the words of the grammar; see reserved.h;
 * - where terms are no things to be held, and a synonym is one plain word,
 * which says too little: "formation" of biosynthetic process, MOD's "Phospho".
 */
bool pq_ontology_fits(const pq_lexicon *known, const pq_concept *term,
                      pq_view text);

#endif
