/* The statements of a graph by subject, and a subject as a node of JSON-LD:
 *
 *   {"id":"site:P40763.Y705","type":"faldo:ExactPosition",
 *    "reference":"uniprot:P40763","position":705,"notation":"Y705"} */
#ifndef PQ_WRITE_JSONLD_TREE_H
#define PQ_WRITE_JSONLD_TREE_H

#include "jsonld_terms.h"

/** One statement about a subject. */
typedef struct pq_ld_fact {
  uint32_t key; /* index into the keys */
  pq_literal literal;
  pq_view object;
} pq_ld_fact;

/** A subject, its facts, and what is nested in it: evidence in what it states,
 * readings in their mention. */
typedef struct pq_ld_subject {
  pq_view iri;
  pq_section section;
  uint32_t first, n;
  uint32_t child, last, next; /* 1 + index of a subject; 0: none */
  bool nested;
} pq_ld_subject;

typedef struct pq_ld_tree {
  const pq_graph *g;
  pq_ld_names names;
  PQ_VEC(pq_ld_fact) facts;
  PQ_VEC(pq_ld_subject) subjects;
  uint32_t *slots; /* 1 + index, by the hash of the IRI */
  uint32_t n_slots;
  pq_json json;
} pq_ld_tree;

/** Gather all that the graph says, in the record's arena; nothing is nested.
 * PQ_OK, PQ_NO_MEM or PQ_LIMIT; PQ_INTERNAL: a property has no key. */
PQ_NODISCARD pq_status pq_ld_tree_fill(pq_ld_tree *t, const pq_graph *g);

/** 1 + the index of the subject with this IRI; 0: there is none. */
uint32_t pq_ld_subject_of(const pq_ld_tree *t, pq_view iri);

/** Is it the record? */
bool pq_ld_is_root(const pq_ld_tree *t, const pq_ld_subject *s);

/** Is a property left out? */
typedef bool pq_ld_hides(pq_term term);

/** Name and facts of a subject, inside an object that is open. */
void pq_ld_put_facts(pq_ld_tree *t, const pq_ld_subject *s, pq_ld_hides *hides);

#endif
