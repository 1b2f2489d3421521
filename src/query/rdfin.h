/* The reading door to RDF: a file back into statements.
 *
 *   bytes -> raptor -> terms, each once      1 "pq:Claim" 2 "pq:states" ...
 *                      triples of term ids   sorted, each once
 * All of it takes memory in proportion to the file, a long text that is there a
 * hundred times only once.
 */
#ifndef PQ_QUERY_RDFIN_H
#define PQ_QUERY_RDFIN_H

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

/** The syntax that a file's name tells: "turtle", "ntriples", "nquads",
 * "rdfxml"; NULL if it tells none. */
const char *pq_rdf_syntax(pq_view path);

/** A parser at work on one file. */
typedef struct pq_rdf_reader pq_rdf_reader;

/** Begin to read into `rdf`.  Mistakes go to `sink` with file and line. */
PQ_NODISCARD pq_status pq_rdf_reader_open(pq_rdf *rdf, const char *syntax,
                                          pq_view file, const pq_sink *sink,
                                          pq_rdf_reader **out);

/** Take the next bytes.  PQ_OK, PQ_NO_MEM, PQ_LIMIT, or PQ_BAD_SYNTAX or
 * PQ_BAD_ENCODING, which was told. */
PQ_NODISCARD pq_status pq_rdf_reader_take(pq_rdf_reader *reader, pq_view bytes);

/** The file is at its end: what is held back is read, the triples are sorted.
 * Returns as `take`. */
PQ_NODISCARD pq_status pq_rdf_reader_end(pq_rdf_reader *reader);

void pq_rdf_reader_close(pq_rdf_reader *reader);

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
