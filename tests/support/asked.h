/* A small graph in Turtle, read and indexed, for tests of questions. */
#ifndef PQ_TESTS_ASKED_H
#define PQ_TESTS_ASKED_H

#include "query/index.h"

typedef struct pq_asked {
  pq_rdf rdf;
  pq_index index;
} pq_asked;

/** Read statements; the prefixes pq: rdf: rdfs: skos: cito: RO: MI: biolink:
 * uniprot: work: and x: are declared.  PQ_OK: close it, and do not move it. */
PQ_NODISCARD pq_status pq_asked_open(pq_asked *a, pq_alloc *alloc,
                                     const char *turtle);
void pq_asked_close(pq_asked *a);

/** The id of x:NAME, or 0. */
pq_rdf_id pq_asked_id(const pq_asked *a, const char *name);

/** What is tried with statements that have been read. */
typedef pq_status pq_asked_trial(pq_asked *a);

/** As pq_fail_each: run it with enough memory, then with each of its calls for
 * memory failing.  Returns how often it does call. */
size_t pq_asked_fail_each(pq_asked_trial *run, const char *turtle);

#endif
