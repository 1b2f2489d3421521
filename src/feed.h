/* Files of RDF into a graph. */
#ifndef PQ_FEED_H
#define PQ_FEED_H

#include "query/rdfin.h"

/** Read a file, whose name tells its syntax, into `rdf`, which is open and may
 * hold more already.  PQ_OK; PQ_BAD_READ, PQ_BAD_SYNTAX, PQ_BAD_ENCODING, which
 * were told (what was read until then is not in order); PQ_NO_MEM, PQ_LIMIT. */
PQ_NODISCARD pq_status pq_feed_rdf(pq_rdf *rdf, const char *path,
                                   const pq_sink *sink);

/** The same for a file of any length, N-Quads and N-Triples by a reader of
 * their own; a line may have 4 MiB. */
PQ_NODISCARD pq_status pq_feed_bulk(pq_rdf *rdf, const char *path,
                                    const pq_sink *sink);

#endif
