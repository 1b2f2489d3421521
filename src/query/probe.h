/* A check in progress: what is looked at, and what was found so far. */
#ifndef PQ_QUERY_PROBE_H
#define PQ_QUERY_PROBE_H

#include "quotes.h"
#include "verify.h"

#include "base/buf.h"

/** One place that puts something forward. */
typedef struct pq_stated_row {
  pq_rdf_id stated, document, evidence;
} pq_stated_row;

/** How a term is used. */
enum {
  PQ_USED_SUBJECT = 1,
  PQ_USED_OBJECT = 2,
  PQ_USED_NEEDED = 4 /* as an object that the file has to describe */
};

typedef struct pq_probe {
  const pq_verify *job;
  const pq_rdf *rdf;
  pq_buf room;           /* canonical strings */
  uint32_t *lines;       /* by term: where it is used first */
  uint8_t *uses;         /* by term */
  pq_stated_row *stated; /* sorted */
  uint32_t n_stated;
  pq_quotes quotes; /* of the whole file, where it holds a text */
  uint64_t n_errors;
  bool quotes_ready, base_told;
} pq_probe;

/** An error about the node `id`; its IRI stands before the words. */
PQ_PRINTF(4, 5)
void pq_probe_tell(pq_probe *p, const char *code, pq_rdf_id id,
                   const char *format, ...);

/** The objects of a subject's predicate. */
const pq_rdf_triple *pq_probe_all(const pq_probe *p, pq_rdf_id subject,
                                  pq_term predicate, uint32_t *n);

/** The one object, or 0 if there is none or several. */
pq_rdf_id pq_probe_only(const pq_probe *p, pq_rdf_id subject,
                        pq_term predicate);

/** Does the file say this? */
bool pq_probe_says(const pq_probe *p, pq_rdf_id subject, pq_term predicate,
                   pq_rdf_id object);

/** The local name under one of our own name spaces; false if the IRI is not
 * there. */
bool pq_probe_local(const pq_probe *p, pq_view iri, pq_prefix_id prefix,
                    pq_view *out);

/** The first row of what is stated (in a document, if that is not 0). */
uint32_t pq_probe_stated(const pq_probe *p, pq_rdf_id stated,
                         pq_rdf_id document);

/** Terms by themselves: IRIs, blank nodes, literals. */
void pq_probe_terms(pq_probe *p);

/** What a node says of itself, by what it is. */
PQ_NODISCARD pq_status pq_probe_node(pq_probe *p, pq_rdf_id subject);

/** Works of a dispute that stand on a side of it. */
void pq_probe_sides(pq_probe *p, pq_rdf_id dispute);

/** A span, a document, a mention, a residue. */
PQ_NODISCARD pq_status pq_probe_place(pq_probe *p, pq_rdf_id subject);

#endif
