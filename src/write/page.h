/* A record as a page for people: its text with names and claims marked, its
 * diagram, its claims and its papers, linked with each other.
 *
 *   graph + SVG  ->  records/ID.html       looks and scripts: site/
 * The page is whole without a script, asks no network for anything, and shows
 * whatever the record holds as text. */
#ifndef PQ_WRITE_PAGE_H
#define PQ_WRITE_PAGE_H

#include "graph/graph.h"

/** Append the page.  `svg` is the record's diagram; empty: it could not be
 * drawn.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_page_put(const pq_graph *g, pq_view svg, pq_buf *out);

/** A claim, question or dispute that another page tells of. */
typedef struct pq_page_far {
  pq_stated states;
  pq_view iri, label;
  pq_view page; /* "records/ID.html" */
} pq_page_far;

/** Append the page of an overview, whose drawing leads to these claims.  PQ_OK,
 * PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_page_overview(const pq_maker *maker, pq_arena *arena,
                                        const pq_page_far *claims, uint32_t n,
                                        pq_view svg, pq_buf *out);

/** Append the head of a page up to its body; `up` leads to the site's folder:
 * "" or "../". */
void pq_page_head(pq_buf *out, pq_view title, const pq_maker *maker,
                  const char *up, const char *more);

/** Append what a title is, in words for lists: the title, else the id, else
 * that there is none. */
void pq_page_title(pq_buf *out, const pq_record *r);

#endif
