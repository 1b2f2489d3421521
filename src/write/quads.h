/* N-Quads and N-Triples by our own line writer: canonical escapes, the lines of
 * a graph sorted by bytes, each once. */
#ifndef PQ_WRITE_QUADS_H
#define PQ_WRITE_QUADS_H

#include "write.h"

/** Append an object as N-Triples has it. */
void pq_quads_object(pq_buf *out, const pq_triple *t);

#endif
