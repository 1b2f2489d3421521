/* Rows of the table that tells how schemes name what happens. */
#ifndef PQ_WRITE_SCHEME_ROW_H
#define PQ_WRITE_SCHEME_ROW_H

#include "scheme.h"

#define POSITIVE     PQ_LIT_INIT("Positive_regulation")
#define NEGATIVE     PQ_LIT_INIT("Negative_regulation")
#define EXPRESSION   PQ_LIT_INIT("Gene_expression")
#define REGULATION   PQ_LIT_INIT("Regulation")
#define TRANSPORT    PQ_LIT_INIT("Transport")
#define LOCALIZATION PQ_LIT_INIT("Localization")
/* An empty cell: the scheme has no such event. */
#define NONE \
  { "", 0 }
#define IS(s)  PQ_LIT_INIT(s)
/* No scheme has it. */
#define SILENT {NONE, NONE, NONE, NONE}, "dddd"
#define SAME(s) \
  { IS(s), IS(s), IS(s), IS(s) }

/* k keep, d drop, w wrap: a letter for each scheme. */
typedef struct pq_scheme_row {
  pq_view word; /* kind of event, or word of the text */
  pq_view types[PQ_N_SCHEMES];
  char causes[PQ_N_SCHEMES + 1];
} pq_scheme_row;

/** The row of a word; NULL if none is. */
const pq_scheme_row *pq_scheme_find(const pq_scheme_row *rows, size_t n,
                                    pq_view word);
#define PQ_FIND_ROW(rows, word) \
  pq_scheme_find(rows, sizeof(rows) / sizeof((rows)[0]), word)

/** The row of a word that a scheme takes another way than the grammar, or of
 * its plural; NULL if it has none. */
const pq_scheme_row *pq_scheme_word_row(pq_view trigger);

#endif
