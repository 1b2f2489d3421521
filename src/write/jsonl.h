/* One claim a line, as JSON, for other tools.  Keys never change. */
#ifndef PQ_WRITE_JSONL_H
#define PQ_WRITE_JSONL_H

#include "jsonl_nodes.h"
#include "line.h"

/** Append one line, with its LF; a full one if there are nodes, else NULL. */
void pq_jsonl_line(const pq_graph *g, pq_line_nodes *nodes, uint32_t index,
                   pq_buf *out);

#endif
