/* One claim a line, as JSON, for other tools.  Keys never change. */
#ifndef PQ_WRITE_JSONL_H
#define PQ_WRITE_JSONL_H

#include "line.h"

/** Append one line, with its LF. */
void pq_jsonl_line(const pq_graph *g, uint32_t index, pq_buf *out);

#endif
