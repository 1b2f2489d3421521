/* Answers to questions: a table as aligned text, or as SPARQL's own three
 * formats of results (TSV, CSV, JSON), which other tools read. */
#ifndef PQ_WRITE_ANSWER_H
#define PQ_WRITE_ANSWER_H

#include "base/buf.h"
#include "model/answer.h"

/** "text", "tsv", "csv", "json"; NULL past the last. */
const char *pq_answer_format_at(size_t index);

/** Append the table; `base` is that of our own IRIs, for short names.  False if
 * there is no such format. */
bool pq_answer_write(pq_view format, const pq_answer *answer, pq_view base,
                     pq_buf *out);

#endif
