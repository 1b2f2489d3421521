/* What PubMed's XML says of its articles, handed over part by part. */
#ifndef PQ_READ_PUBMED_H
#define PQ_READ_PUBMED_H

#include "base/buf.h"

typedef enum pq_pubmed_part {
  PQ_PUBMED_PMID,
  PQ_PUBMED_DOI,
  PQ_PUBMED_TITLE,
  PQ_PUBMED_YEAR,   /* any text that holds a year */
  PQ_PUBMED_AUTHOR, /* a surname, or the name of a group */
  /* For who wants them: */
  PQ_PUBMED_INITIALS, /* of the last author */
  PQ_PUBMED_OTHERS,   /* no text: there are authors that are not listed */
  PQ_PUBMED_TYPE,     /* of publication: "Review" */
  PQ_PUBMED_LABEL,    /* of the abstract's next part: "RESULTS" */
  PQ_PUBMED_ABSTRACT  /* a part of it */
} pq_pubmed_part;

/** A place in the XML, from 1. */
typedef struct pq_pubmed_place {
  uint32_t line, column;
} pq_pubmed_place;

/** Who takes it.  Texts are without white space at their ends, and valid during
 * the call.  Any status but PQ_OK ends the reading with it. */
typedef struct pq_pubmed_taker {
  void *user;
  bool wants_all; /* also what lists of references have no use for */
  size_t most;    /* texts end soon after so many bytes */
  pq_buf *room;
  pq_status (*begin)(void *user, pq_pubmed_place at);
  pq_status (*take)(void *user, pq_pubmed_part part, pq_view text);
  pq_status (*end)(void *user);
  /** The article that was begun cannot be right. */
  void (*spoil)(void *user, pq_pubmed_place at, const char *text);
  /** The XML cannot be read on.  Returns `st`. */
  pq_status (*fail)(void *user, pq_status st, pq_pubmed_place at,
                    const char *text);
  /** A book is passed over; may be NULL. */
  void (*book)(void *user, pq_pubmed_place at);
} pq_pubmed_taker;

/** Read one PubmedArticle that stands by itself.  PQ_OK, PQ_NO_MEM, or what the
 * taker gave. */
PQ_NODISCARD pq_status pq_pubmed_article(const pq_pubmed_taker *to,
                                         pq_view bytes);

#endif
