/* What files quote, kept until the records pass by: each quote must be the
 * text of its document at its offsets. */
#ifndef PQ_QUERY_QUOTES_H
#define PQ_QUERY_QUOTES_H

#include "rdfin.h"

#include "model/record.h"

/** Words that a file says stand in a document. */
typedef struct pq_quote {
  pq_view document; /* its IRI */
  pq_view words;
  uint32_t begin, end; /* code points */
  pq_view file;
  uint32_t line;
  bool seen; /* the document passed by */
} pq_quote;

typedef struct pq_quotes {
  pq_arena arena;
  PQ_VEC(pq_quote) all; /* by document, file, begin, end; once settled */
} pq_quotes;

void pq_quotes_init(pq_quotes *quotes, pq_alloc *alloc);
void pq_quotes_clear(pq_quotes *quotes);

/** Add what a file quotes.  Quotes without offsets are left out: they are told
 * elsewhere. */
PQ_NODISCARD pq_status pq_quotes_add(pq_quotes *quotes, const pq_rdf *rdf,
                                     pq_view file);

/** Sort them, when all files are read. */
void pq_quotes_settle(pq_quotes *quotes);

/** Compare with one text of the given IRI.  Those that differ are told as
 * "check.quote" and counted. */
void pq_quotes_compare(pq_quotes *quotes, pq_view document, const pq_text *text,
                       const pq_sink *sink, uint64_t *n_errors);

/** Warn of documents that did not pass by: "check.no-record". */
void pq_quotes_rest(const pq_quotes *quotes, const pq_sink *sink);

/** The number that digits write, without zeros before it: false for anything
 * else and for what is over 32 bits. */
bool pq_quote_number(pq_view digits, uint32_t *out);

/** Code points of a text. */
uint32_t pq_quote_points(pq_view text);

#endif
