/* The IRIs that the C code utters: prefixes, terms and labels, as tables.
 * Rows stand in terms.def. */
#ifndef PQ_MODEL_TERMS_H
#define PQ_MODEL_TERMS_H

#include "base/view.h"

/** Prefixes, in the order in which Turtle declares them. */
typedef enum pq_prefix_id {
#define PQ_PREFIX(id, name, own) PQ_PREFIX_##id,
#include "terms.def"
  PQ_N_PREFIXES
} pq_prefix_id;

typedef struct pq_prefix {
  pq_view name;  /* "RO", without the colon */
  pq_view space; /* its name space; with `own`, what follows the base */
  bool own;      /* the name space lies under the base IRI */
} pq_prefix;

/** Classes, properties and individuals that the code knows by name. */
typedef enum pq_term {
#define PQ_TERM(id, prefix, local, label) PQ_TERM_##id,
#include "terms.def"
  PQ_N_TERMS
} pq_term;

/** The row of a prefix. */
const pq_prefix *pq_prefix_at(pq_prefix_id id);

/** The prefix with this name, or NULL. */
const pq_prefix *pq_prefix_named(pq_view name);

/** The absolute IRI of a term. */
pq_view pq_term_iri(pq_term term);

/** The public label of a term; empty where there is none in the table. */
pq_view pq_term_label(pq_term term);

/** The term with this IRI, or PQ_N_TERMS. */
pq_term pq_term_of(pq_view iri);

/** The label of any listed IRI with a number for a name (terms, and those that
 * data bring: event classes, residues, processes, species); empty if it is not
 * listed. */
pq_view pq_gloss_of(pq_view iri);

/** One row of the labels, by index from 0; false past the last. */
bool pq_gloss_at(size_t index, pq_view *iri, pq_view *label);

#endif
