/* Addresses of pages about things and papers.  All are https:// addresses of
 * public registries: nothing of a record becomes an address but percent-encoded
 * behind such a head. */
#ifndef PQ_WRITE_LINK_H
#define PQ_WRITE_LINK_H

#include "graph/graph.h"

/** Append the address of the page about a thing (of a state, about the thing);
 * nothing is appended for what has no public identifier. */
void pq_link_entity(pq_buf *out, const pq_record *r, pq_entity_id id);

/** Append the identifier of a thing as people write it: uniprot:P40763,
 * FPLX:PI3K; nothing if it has none. */
void pq_link_curie(pq_buf *out, const pq_record *r, pq_entity_id id);

/** Append the address of a paper in PubMed. */
void pq_link_pmid(pq_buf *out, pq_view pmid);

/** Append the address of a paper by its DOI. */
void pq_link_doi(pq_buf *out, pq_view doi);

/** Append a search in PubMed for a work by its first author, year and theme
 * (or empty). */
void pq_link_search(pq_buf *out, const pq_work *work, pq_view theme);

/** The address of a Reactome record. */
void pq_link_reactome(pq_buf *out, pq_view stable_id);

#endif
