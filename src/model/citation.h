/* Works that a text cites, and the places where it does so. */
#ifndef PQ_MODEL_CITATION_H
#define PQ_MODEL_CITATION_H

#include "id.h"
#include "span.h"

#include "base/view.h"

enum {
  PQ_AUTHORS_MOST = 8,
  PQ_FITS_MOST = 16
};

typedef enum pq_role {
  PQ_ROLE_PRIMARY,
  PQ_ROLE_REVIEW
} pq_role;

/** One work: authors as written, year, letter. */
typedef struct pq_work {
  pq_view authors[PQ_AUTHORS_MOST]; /* surnames as written, without "et al" */
  uint32_t n_authors;
  uint32_t year; /* 0: none ("in press"); then it is no node of the graph */
  uint32_t fits[PQ_FITS_MOST]; /* references that fit, indices from 0 */
  uint32_t n_fits;
  bool maybe; /* what fits is a candidate, be it one, or too many to name */
  bool et_al;
  char letter; /* 'a' of 2006a, or 0 */
} pq_work;

/** One work at one place.  "Han et al 2006 a,b" is two, with one span. */
typedef struct pq_citation {
  pq_span span; /* the pointer, without "reviewed in" and brackets */
  pq_sentence_id sentence;
  pq_work_id work;
  pq_role role;
  pq_span bracket; /* the whole parenthesis; equal to span for a citation in
                      running text: "Ethell et al. suggest" */
  pq_span against; /* "but see", "contra": words that set it against what the
                      bracket stands behind; empty where there are none */
  bool in_bracket;
  bool own; /* of the paper that the text is of: no words, an empty span */
} pq_citation;

/** One reference of the record's own list, or one that was found for it in a
 * bibliography; those come behind the others. */
typedef struct pq_reference {
  pq_view pmid, doi, authors, title, year; /* any may be empty */
  uint32_t found; /* 1 + its place in the bibliography; 0: of the record */
} pq_reference;

/** The paper that a record is: what its text says, it says. */
typedef struct pq_paper {
  pq_work work;
  pq_reference reference;
  pq_role role; /* a review is one */
} pq_paper;

/** Do the words of a citation name others than the authors: "et al"? */
static inline bool pq_citation_has_others(pq_view text) {
  const pq_view others = PQ_LIT("et al");
  for (; text.len >= others.len; text = pq_view_skip(text, 1)) {
    if (pq_view_starts(text, others)) return true;
  }
  return false;
}

/** Is it known which reference a work is? */
static inline bool pq_work_is_known(const pq_work *w) {
  return w->n_fits == 1 && !w->maybe;
}

#endif
