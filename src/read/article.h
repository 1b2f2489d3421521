/* One article of PubMed as a record.
 *
 *   PMID 11751994     stable_id "PMID:11751994"; the paper that the record is
 *   ArticleTitle      title, a text of its own
 *   AbstractText ...  the other text: parts, each under its label
 *
 *     RESULTS              a heading
 *     STAT3 is ...         a paragraph; then an empty line
 */
#ifndef PQ_READ_ARTICLE_H
#define PQ_READ_ARTICLE_H

#include "read.h"

/** Fill `r` from r->bytes, a PubmedArticle.  PQ_OK, PQ_NO_MEM, or, told with
 * its line, PQ_BAD_SYNTAX or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_article_read(pq_record *r, const pq_stops *stops);

#endif
