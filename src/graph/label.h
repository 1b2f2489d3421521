/* Labels, from the lexicon or from templates; never from the surface, but for
 * what the lexicon does not know.  Equal IRIs have equal labels. */
#ifndef PQ_GRAPH_LABEL_H
#define PQ_GRAPH_LABEL_H

#include "name.h"

/** The label of one entity whose parts have theirs. */
PQ_NODISCARD pq_status pq_label_entity(pq_namer *n, pq_entity_id id);

/** The label of one event whose parts have theirs. */
PQ_NODISCARD pq_status pq_label_event(pq_namer *n, pq_event_id id);

/** The label of one claim or open question whose ends have theirs. */
PQ_NODISCARD pq_status pq_label_claim(pq_namer *n, pq_claim_id id);

/** The label of one dispute from `n_sides` claims in IRI order. */
PQ_NODISCARD pq_status pq_label_dispute(pq_namer *n, pq_dispute_id id,
                                        const pq_claim_id *sides,
                                        uint32_t n_sides);

/** The short word for a residue that has this PSI-MOD number: the badge of the
 * first kind of event that leaves it, or "mod". */
pq_view pq_badge_of(const pq_record *r, uint32_t term);

/** Append "Y705", "tyrosine" or "residue 705". */
void pq_put_residue_words(pq_buf *out, pq_site site);

/** Append " from P", " to P" and so on, where said. */
void pq_put_places(pq_buf *out, const pq_graph *g, const pq_event *e);

/** Append " to A and B", what comes out, if it is said. */
void pq_put_products(pq_buf *out, const pq_graph *g, const pq_event *e);

/** Append labels of entities: "A", "A and B", "A, B and C". */
void pq_put_labels(pq_buf *out, const pq_graph *g, const pq_entity_id *ids,
                   uint32_t n);

#endif
