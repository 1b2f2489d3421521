/* The rows that a question finds: each once, counted, in order. */
#ifndef PQ_QUERY_GATHER_H
#define PQ_QUERY_GATHER_H

#include "match.h"

enum {
  PQ_DIGITS_MOST = 10
};

typedef struct pq_gather {
  const pq_rdf *rdf;
  const pq_question *question;
  uint32_t n_columns, n_keys; /* columns that count come after the keys */
  uint32_t by;                /* the column that is counted */
  uint32_t *cells;            /* n rows of ids, of numbers in columns that count
                               */
  uint32_t n, cap;
  char digits[PQ_DIGITS_MOST]; /* of the number last shown */
} pq_gather;

/** Nothing is gathered yet.  Clear it at the end. */
void pq_gather_init(pq_gather *g, const pq_rdf *rdf,
                    const pq_question *question);
void pq_gather_clear(pq_gather *g);

/** Take a row of values.  PQ_OK, PQ_NO_MEM, or PQ_LIMIT: an answer that nobody
 * reads. */
PQ_NODISCARD pq_status pq_gather_add(pq_gather *g, const pq_rdf_id *row);

/** That were all: each row once, counted, sorted.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_gather_settle(pq_gather *g);

#endif
