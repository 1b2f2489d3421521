/* The nodes of a full claim line back into statements. */
#ifndef PQ_LINES_NODES_H
#define PQ_LINES_NODES_H

#include "base/buf.h"
#include "query/rdf.h"
#include "read/json.h"

/** Where statements go, and how short names are read. */
typedef struct pq_node_reader {
  pq_rdf *rdf;
  pq_view base; /* of our own name spaces */
  pq_buf *room;
  uint32_t line; /* of the file */
} pq_node_reader;

/** The term of "prefix:local", or of a whole IRI.  Status as that of
 * pq_rdf_add_term. */
PQ_NODISCARD pq_status pq_node_name(const pq_node_reader *r, pq_view name,
                                    pq_rdf_id *out);

/** Add a statement.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_node_say(const pq_node_reader *r, pq_rdf_id subject,
                                   pq_term predicate, pq_rdf_id object);

/** Add an integer about a subject, from its digits. */
PQ_NODISCARD pq_status pq_node_number(const pq_node_reader *r,
                                      pq_rdf_id subject, pq_term predicate,
                                      pq_view digits);

/** Take what a list of nodes says; keys that are not known are passed over.
 * PQ_OK, PQ_NO_MEM, PQ_LIMIT, PQ_BAD_ENCODING; PQ_BAD_SYNTAX, untold: it is
 * none. */
PQ_NODISCARD pq_status pq_nodes_take(const pq_node_reader *r,
                                     const pq_json *nodes);

#endif
