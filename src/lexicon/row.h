/* Rows of a TAB-separated file, with their lines. */
#ifndef PQ_LEXICON_ROW_H
#define PQ_LEXICON_ROW_H

#include "base/note.h"

/** Walks over the lines of a file. */
typedef struct pq_lines {
  pq_view rest;
  uint32_t line; /* of what pq_line_next gave last; from 1 */
} pq_lines;

/** The next line without its end, comments left out.  False at the end. */
bool pq_lines_next(pq_lines *lines, pq_view *out);

/** Cut a line at its TABs into at most `most` cells; returns how many there
 * are, those beyond `most` counted but not stored. */
size_t pq_line_cells(pq_view line, pq_view *cells, size_t most);

/** Line and column of byte `at` of a file. */
pq_place pq_byte_place(pq_view file, pq_view bytes, size_t at);

/** Look for what spoils a file as a whole: what is no UTF-8, CR, a byte order
 * mark, an unfinished last line.  Tells the first. */
PQ_NODISCARD pq_status pq_bytes_check(pq_view file, pq_view bytes,
                                      const pq_sink *sink);

#endif
