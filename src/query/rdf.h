/* A graph in memory, as a file said it.
 *
 *   terms    each once        1 "pq:Claim" 2 "pq:states" ...
 *   triples  of term ids      sorted, each once
 * A long text that is there a hundred times is kept once.
 */
#ifndef PQ_QUERY_RDF_H
#define PQ_QUERY_RDF_H

#include "base/note.h"
#include "base/vec.h"
#include "model/terms.h"

typedef enum pq_rdf_kind {
  PQ_RDF_IRI,
  PQ_RDF_BLANK,
  PQ_RDF_LITERAL
} pq_rdf_kind;

/** Ids of terms: 0 is none; the terms of terms.def come first. */
typedef uint32_t pq_rdf_id;

static inline pq_rdf_id pq_rdf_of(pq_term term) {
  return (pq_rdf_id)term + 1;
}

typedef struct pq_rdf_term {
  pq_view text; /* IRI, name of a blank node, or words */
  pq_rdf_kind kind;
  pq_rdf_id type;   /* of a literal; 0: plain */
  pq_view language; /* of a literal, or empty */
  bool graph;       /* names a graph */
} pq_rdf_term;

typedef struct pq_rdf_triple {
  pq_rdf_id subject, predicate, object;
  uint32_t line;
} pq_rdf_triple;

/** What a file says. */
typedef struct pq_rdf {
  pq_alloc *alloc;
  pq_arena arena;     /* texts of terms */
  pq_rdf_term *terms; /* [0] unused */
  pq_rdf_triple *triples;
  pq_rdf_id *slots; /* of the table that finds terms */
  uint32_t n_terms, n_triples, n_slots;
  uint32_t cap_terms, cap_triples;
} pq_rdf;

PQ_NODISCARD pq_status pq_rdf_open(pq_rdf *rdf, pq_alloc *alloc);
void pq_rdf_close(pq_rdf *rdf);

/** Have a term, which is copied if it is new, and its id.  PQ_OK, PQ_NO_MEM,
 * PQ_LIMIT, or PQ_BAD_ENCODING: its text is no UTF-8, or holds NUL. */
PQ_NODISCARD pq_status pq_rdf_add_term(pq_rdf *rdf, const pq_rdf_term *t,
                                       pq_rdf_id *out);

/** Add a statement.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_rdf_add(pq_rdf *rdf, const pq_rdf_triple *t);

/** Sort the triples, each once, so that they can be found. */
void pq_rdf_settle(pq_rdf *rdf);

static inline pq_view pq_rdf_text(const pq_rdf *rdf, pq_rdf_id id) {
  return rdf->terms[id].text;
}

/** The id of a term like `t`, or 0 if the file does not have it. */
pq_rdf_id pq_rdf_id_of(const pq_rdf *rdf, const pq_rdf_term *t);

/** The triples of a subject and a predicate, once the reading is done: the
 * first of `*n` in a row. */
const pq_rdf_triple *pq_rdf_find(const pq_rdf *rdf, pq_rdf_id subject,
                                 pq_rdf_id predicate, uint32_t *n);

#endif
