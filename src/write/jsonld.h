/* JSON-LD 1.1: the same statements as all RDF of ours, as a tree to read.
 *
 *   {"@context": ..., "id": "reactome:R-HSA-9701524", "label": ...,
 *    "claims": [{"id": "claim:30d0...", "subject": ..., "object": ...,
 *                "evidence": [{"status": "Asserted", "quote": ...}]}],
 *    "events": [...], "things": [...], "works": [...]}
 * The root is the record; each statement of the walk stands there once. */
#ifndef PQ_WRITE_JSONLD_H
#define PQ_WRITE_JSONLD_H

#include "write.h"

/** Append a document, or a line of a stream with its LF. */
PQ_NODISCARD pq_status pq_write_jsonld(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_stream_jsonld(const pq_graph *g, pq_buf *out);

#endif
