/* The claim table: one row per place that puts a claim forward, for people and
 * spreadsheets. */
#ifndef PQ_WRITE_REPORT_H
#define PQ_WRITE_REPORT_H

#include "line.h"

/** Append one row, with its LF. */
void pq_claim_table_row(const pq_graph *g, uint32_t index, pq_buf *out);

#endif
