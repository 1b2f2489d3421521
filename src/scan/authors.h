/* The names before a year: "Turner and Alexander", "O'Brien et al.". */
#ifndef PQ_SCAN_AUTHORS_H
#define PQ_SCAN_AUTHORS_H

#include "token.h"

typedef struct pq_authors {
  pq_work work;   /* authors and et_al are set */
  uint32_t begin; /* first token of the first name */
  uint32_t end;   /* token behind the names and "et al" */
  bool bracketed; /* the year stands in a bracket of its own */
} pq_authors;

/** Read names backwards from the token before `year`.  False if none stand
 * there. */
bool pq_authors_before(const pq_line *l, uint32_t year, pq_authors *out);

#endif
