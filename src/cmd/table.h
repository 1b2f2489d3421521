/* A table of text, from the CSV of SPARQL results. */
#ifndef PQ_CMD_TABLE_H
#define PQ_CMD_TABLE_H

#include "bytes.h"

/** Columns and rows of strings; all zero is empty.  The first row names the
 * columns, and no other may be longer or shorter. */
typedef struct pq_table {
  pq_bytes text; /* of all cells, row by row */
  size_t *ends;  /* of each cell in `text` */
  size_t n_cells, cap;
  size_t begin;     /* of the row that is being written */
  size_t n_columns; /* set by the end of the first row */
  bool failed;      /* out of memory */
} pq_table;

void pq_table_clear(pq_table *t);

/** Add a cell to the row that is being written. */
void pq_table_cell(pq_table *t, pq_view text);

/** End the row.  False: it has not as many cells as the first one has. */
bool pq_table_row(pq_table *t);

/** Rows without the one of names. */
size_t pq_table_rows(const pq_table *t);

/** A cell; row 0 holds the names of the columns. */
pq_view pq_table_at(const pq_table *t, size_t row, size_t column);

/** Read a table from CSV as RFC 4180 has it; lines may end with a line feed
 * alone.  PQ_BAD_SYNTAX (`*line` is where), PQ_BAD_ENCODING or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_table_read_csv(pq_table *t, pq_view csv,
                                         size_t *line);

/** Print it for people: columns padded with blanks to one width, counted in
 * code points; a cell of nothing is "-", a control character "?".  PQ_NO_MEM,
 * or what `out` gave. */
PQ_NODISCARD pq_status pq_table_write_text(const pq_table *t, pq_output *out);

/** Print it as CSV of RFC 4180, but lines end with a line feed.  As above. */
PQ_NODISCARD pq_status pq_table_write_csv(const pq_table *t, pq_output *out);

#endif
