/* report.tsv: what was found in each record, a row each. */
#ifndef PQ_REPORT_H
#define PQ_REPORT_H

#include "engine.h"
#include "keys.h"

/** The header line. */
void pq_report_head(pq_buf *out);

/** The row of one record: `sum` is what this record alone counts. */
void pq_report_row(const pq_key *key, const pq_desk *desk, const pq_tally *sum,
                   pq_buf *out);

#endif
