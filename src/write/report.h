/* The claim table: one row per place that puts a claim forward, for people and
 * spreadsheets. */
#ifndef PQ_WRITE_REPORT_H
#define PQ_WRITE_REPORT_H

#include "line.h"

/** Append the header line; rows for a stream, which has it once. */
void pq_claim_table_head(pq_buf *out);
PQ_NODISCARD pq_status pq_stream_claim_table(const pq_graph *g, pq_buf *out);

/** Append one row, with its LF. */
void pq_claim_table_row(const pq_graph *g, uint32_t index, pq_buf *out);

#endif
