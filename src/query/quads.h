/* N-Quads and N-Triples, line by line: the way of bulk, several times as fast
 * as a parser of everything.
 *
 *   line -> terms -> pq_rdf          the name of its graph is kept beside
 */
#ifndef PQ_QUERY_QUADS_H
#define PQ_QUERY_QUADS_H

#include "rdf.h"

#include "base/buf.h"

typedef struct pq_quads {
  pq_rdf *rdf;
  const pq_sink *sink;
  pq_view file;
  pq_buf room;       /* texts with escapes, as what they mean */
  pq_rdf_id subject; /* of the line before: many lines have the same */
  pq_rdf_id graph;   /* of the last statement; 0: it has none */
} pq_quads;

void pq_quads_open(pq_quads *q, pq_rdf *rdf, pq_view file, const pq_sink *sink);
void pq_quads_close(pq_quads *q);

/** Read a line, whose number is for findings.  PQ_OK; PQ_BAD_SYNTAX or
 * PQ_BAD_ENCODING, which were told; PQ_NO_MEM or PQ_LIMIT.  After the last line
 * the graph is settled by its owner. */
PQ_NODISCARD pq_status pq_quads_line(pq_quads *q, pq_view line,
                                     uint32_t number);

/** Read lines that we wrote ourselves, which have no numbers.  As `line`. */
PQ_NODISCARD pq_status pq_quads_text(pq_quads *q, pq_view lines);

#endif
