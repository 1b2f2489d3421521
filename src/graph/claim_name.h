/* Names of propositions and of what states them: hashes of canonical strings.
 */
#ifndef PQ_GRAPH_CLAIM_NAME_H
#define PQ_GRAPH_CLAIM_NAME_H

#include "name.h"

/** The predicate of a claim, by relation, polarity and kind of subject. */
pq_term pq_claim_predicate(const pq_record *r, const pq_claim *c);

/** IRI of an end; empty if it is open. */
pq_view pq_node_iri(const pq_graph *g, pq_node node);

/** Label of an end; empty if it is open. */
pq_view pq_node_label(const pq_graph *g, pq_node node);

/** The ends in canonical order: of a symmetric claim, the smaller IRI first. */
void pq_claim_ends(const pq_graph *g, const pq_claim *c, pq_node *subject,
                   pq_node *object);

/** What is said of directness; "X does it" always says that it is direct. */
pq_direct pq_claim_direct(const pq_claim *c);

/** The IRI of one claim or open question whose ends have theirs. */
PQ_NODISCARD pq_status pq_name_claim(pq_namer *n, pq_claim_id id);

/** IRI and label of one dispute whose claims have theirs. */
PQ_NODISCARD pq_status pq_name_dispute(pq_namer *n, pq_dispute_id id);

/** The alternatives of a dispute by IRI, each IRI once.  `out` has room for
 * all; returns how many. */
uint32_t pq_dispute_sides(const pq_graph *g, const pq_dispute *d,
                          pq_claim_id *out);

/** The IRI of one evidence whose claim and works have theirs. */
PQ_NODISCARD pq_status pq_name_evidence(pq_namer *n, uint32_t index);

/** IRI and label of one passage whose works have theirs. */
PQ_NODISCARD pq_status pq_name_passage(pq_namer *n, uint32_t index);

/** The IRI that an evidence states. */
pq_view pq_stated_iri(const pq_graph *g, const pq_evidence *e);

/** Texts that belong to an evidence, sorted by bytes, each once. */
typedef struct pq_views {
  pq_view *at;
  uint32_t n;
} pq_views;

/** Sort and drop doubles. */
void pq_views_sort(pq_views *v);

/** The words of the settings, white space collapsed. */
PQ_NODISCARD pq_status pq_evidence_settings(const pq_graph *g,
                                            const pq_evidence *e,
                                            pq_views *out);

/** The cue words, white space collapsed. */
PQ_NODISCARD pq_status pq_evidence_cues(const pq_graph *g, const pq_evidence *e,
                                        pq_views *out);

/** IRIs of the works that are cited in this role. */
PQ_NODISCARD pq_status pq_evidence_works(const pq_graph *g,
                                         const pq_evidence *e, pq_role role,
                                         pq_views *out);

#endif
