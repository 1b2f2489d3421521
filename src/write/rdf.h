/* RDF/XML by raptor, for tools that read nothing else. */
#ifndef PQ_WRITE_RDF_H
#define PQ_WRITE_RDF_H

#include "write.h"

/** Append one document.  XML 1.0 has no way to hold control characters: one in
 * a quote is written as U+FFFD.  PQ_OK, PQ_NO_MEM, PQ_LIMIT, or PQ_BAD_WRITE
 * where raptor is not installed. */
PQ_NODISCARD pq_status pq_write_rdfxml(const pq_graph *g, pq_buf *out);

/** Is raptor there?  PQ_OK, or PQ_BAD_WRITE, which was told. */
PQ_NODISCARD pq_status pq_rdfxml_ready(const pq_sink *sink);

/** Append the elements of one record, for a document that holds many, and what
 * stands before and behind them. */
PQ_NODISCARD pq_status pq_stream_rdfxml(const pq_graph *g, pq_buf *out);
void pq_rdfxml_head(pq_buf *out);
void pq_rdfxml_tail(pq_buf *out);

#endif
