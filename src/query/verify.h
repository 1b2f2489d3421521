/* Does a file hold?  Names are hashed again from what they name, what is said
 * has evidence, and nothing hangs in the air.  Each finding is an error with
 * one of these codes:
 *   check.claim-iri check.question-iri check.dispute-iri check.evidence-iri
 *                       the IRI is not that of its content
 *   check.claim-form check.question-form check.dispute-form
 *   check.evidence-form parts are missing, or there twice
 *   check.no-evidence   nothing puts it forward
 *   check.side-cites    a work of a dispute stands on a side of it
 *   check.document check.mention-iri check.span check.quote
 *                       digest, offsets and words do not agree
 *   check.blank-node check.xsd-string check.language check.iri-form
 *                       terms that pathquill never writes
 *   check.orphan check.not-described
 *                       a node that nothing names; a name without a node
 *   check.residue       (a warning) the sequence has another residue there
 */
#ifndef PQ_QUERY_VERIFY_H
#define PQ_QUERY_VERIFY_H

#include "rdfin.h"

#include "model/verdict.h"

/** Asks what the reference sequence of an accession has; NULL `ask`: nobody
 * knows. */
typedef struct pq_sequences {
  const void *user;
  pq_verdict (*ask)(const void *user, pq_view accession, pq_site site);
} pq_sequences;

typedef struct pq_verify {
  const pq_rdf *rdf;
  pq_view base; /* "https://w3id.org/pathquill/" */
  pq_view file; /* for findings */
  const pq_sink *sink;
  pq_sequences sequences;
} pq_verify;

/** Check all that one file says; `*n_errors` is added to.  PQ_OK, whatever was
 * found, or PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_verify_file(const pq_verify *job, uint64_t *n_errors);

#endif
