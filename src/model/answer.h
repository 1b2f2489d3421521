/* A table of terms: the answer to a question. */
#ifndef PQ_MODEL_ANSWER_H
#define PQ_MODEL_ANSWER_H

#include "base/view.h"

typedef enum pq_cell_kind {
  PQ_CELL_NONE, /* nothing was found for it */
  PQ_CELL_IRI,
  PQ_CELL_BLANK,
  PQ_CELL_TEXT
} pq_cell_kind;

typedef struct pq_cell {
  pq_cell_kind kind;
  pq_view text;
  pq_view type, language; /* of a text, or empty */
} pq_cell;

typedef struct pq_answer {
  const char *const *columns;
  uint32_t n_columns, n_rows;
  void *user;
  /** The cell of a row and a column; its views hold until the next call. */
  pq_cell (*cell)(void *user, uint32_t row, uint32_t column);
} pq_answer;

#endif
