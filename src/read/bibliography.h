/* Bibliographies: files of references that belong to no record.
 *
 *   .nbib .xml .ris .bib .json -> entries -> pq_reference[] + pq_shelf
 *                                 (each once, by PMID, DOI or title)
 * What a file is, its first bytes tell.  Filled once, constant afterwards.
 */
#ifndef PQ_READ_BIBLIOGRAPHY_H
#define PQ_READ_BIBLIOGRAPHY_H

#include "shelf.h"

/** All files of a run. */
typedef struct pq_bibliography pq_bibliography;

/** An empty one; the caller owns `*out`. */
PQ_NODISCARD pq_status pq_bibliography_open(pq_alloc *alloc,
                                            const pq_sink *sink,
                                            pq_bibliography **out);

/** Close; NULL is allowed. */
void pq_bibliography_close(pq_bibliography *b);

/** Read a file, plain or gzip.  An entry that is not well formed is told and
 * passed over.  PQ_OK, PQ_NO_MEM, or, told to the sink, PQ_BAD_READ,
 * PQ_BAD_SYNTAX (no bibliography, or not readable to its end) or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_bibliography_add(pq_bibliography *b,
                                           const char *path);

/** The same for plain bytes; `name` stands for the path. */
PQ_NODISCARD pq_status pq_bibliography_add_bytes(pq_bibliography *b,
                                                 const char *name,
                                                 pq_view bytes);

/** Put in order what was read.  Nothing may be added afterwards.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_bibliography_settle(pq_bibliography *b);

/** The entries by author and year; `b` may be NULL, which has none. */
const pq_shelf *pq_bibliography_shelf(const pq_bibliography *b);

/** SHA-256 of its content, 64 hex digits; empty for NULL. */
pq_view pq_bibliography_digest(const pq_bibliography *b);

/** The entry of a PubMed number, or NULL. */
const pq_reference *pq_bibliography_of_pmid(const pq_bibliography *b,
                                            pq_view pmid);

/** What the index of a shelved entry stands for. */
const pq_reference *pq_bibliography_at(const pq_bibliography *b,
                                       uint32_t index);

#endif
