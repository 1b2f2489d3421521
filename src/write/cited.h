/* What is known of a cited work, for lists of references: nothing is made up.
 *
 *   "Zhang et al. 2002"  + one reference that fits  ->  its authors, its title,
 *                                                       PubMed id
 *                        + none, or several         ->  Zhang and others, 2002
 */
#ifndef PQ_WRITE_CITED_H
#define PQ_WRITE_CITED_H

#include "write.h"

/** A paper that a work may be: its PubMed id, or else its DOI. */
typedef struct pq_candidate {
  pq_view pmid, doi;
} pq_candidate;

typedef struct pq_cited {
  pq_view key;   /* the local name of its IRI: "zhang-2002.11751994" */
  pq_view label; /* as the text cites it */
  PQ_VEC(pq_view) authors;
  bool surnames;            /* authors are surnames, as the text has them */
  bool others;              /* the text says that there are more */
  bool review;              /* some pointer says "reviewed in" */
  uint32_t year;            /* as the text has it */
  pq_view title, pmid, doi; /* of the one reference that fits; or empty */
  PQ_VEC(pq_candidate) candidates; /* that fit, not for certain */
} pq_cited;

/** Fill from a work that has a name.  Arrays live in the record's arena. */
PQ_NODISCARD pq_status pq_cited_fill(pq_cited *cited, const pq_graph *g,
                                     pq_work_id id);

/** Append "cited as ...", and what is not decided. */
void pq_cited_note(const pq_cited *cited, pq_buf *out);

/** References as BibTeX, and as CSL-JSON. */
PQ_NODISCARD pq_status pq_write_bibtex(const pq_graph *g, pq_buf *out);
PQ_NODISCARD pq_status pq_write_csl(const pq_graph *g, pq_buf *out);

#endif
