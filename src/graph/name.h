/* The IRIs of everything, from identifiers or from content. */
#ifndef PQ_GRAPH_NAME_H
#define PQ_GRAPH_NAME_H

#include "graph.h"

/** A graph in the making, and a buffer to spell names in. */
typedef struct pq_namer {
  pq_graph *g;
  pq_buf room;
} pq_namer;

/** Begin; clear it at the end. */
void pq_namer_open(pq_namer *n, pq_graph *g);
void pq_namer_clear(pq_namer *n);

/** Copy what the buffer holds into the arena and empty it. */
PQ_NODISCARD pq_status pq_namer_keep(pq_namer *n, pq_view *out);

/** Append base and name space of a prefix. */
void pq_put_space(pq_buf *out, const pq_graph *g, pq_prefix_id prefix);

/** Append the IRI of an identifier: "GO:0005634", "HGNC:427", "PQ:genes.x".
 * What has no public name space goes under entity/. */
void pq_put_id(pq_buf *out, const pq_graph *g, pq_view id);

/** The identifier whose IRI this is, as pq_put_id spells it: "GO:0005634",
 * "UniProt:P40763", "PQ:genes.x".  Empty for what has none: composed things,
 * and names that nothing knows.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_id_of(pq_arena *arena, const pq_maker *maker,
                                pq_view iri, pq_view *out);

/** Append the name that a thing has inside composed names: P40763, FPLX_PI3K,
 * GO_0005634, or the local name of an own node. */
void pq_put_local(pq_buf *out, const pq_graph *g, pq_view iri);

/** Append "Y705", "Y" or "705". */
void pq_put_site(pq_buf *out, pq_site site);

/** Append the IRI of a residue of a thing (or of what the thing is a state
 * of). */
void pq_put_site_iri(pq_buf *out, const pq_graph *g, pq_entity_id thing,
                     pq_site site);

/** Append the IRI of a taxon given as "9606". */
void pq_put_taxon(pq_buf *out, const pq_graph *g, pq_view taxon);

/** The record's stable id without version suffix. */
pq_view pq_bare_id(pq_view stable_id);

/** Is it "PMID:11751994"?  Then the number, else nothing. */
pq_view pq_pubmed_number(pq_view stable_id);

/** Is it an id as Reactome gives them: R-HSA-9701524? */
bool pq_is_reactome_id(pq_view stable_id);

/** Sort ids of entities by the names that they have in composed names. */
void pq_sort_by_local(pq_namer *n, pq_entity_id *ids, uint32_t n_ids);

/** IRIs of record, graph and documents. */
PQ_NODISCARD pq_status pq_name_record(pq_namer *n);

/** The IRI of one entity whose parts have theirs. */
PQ_NODISCARD pq_status pq_name_entity(pq_namer *n, pq_entity_id id);

/** The IRI of one event whose parts have theirs. */
PQ_NODISCARD pq_status pq_name_event(pq_namer *n, pq_event_id id);

/** IRI and label of one work, cited by the text with id `where`. */
PQ_NODISCARD pq_status pq_name_work(pq_namer *n, pq_work_id id,
                                    pq_text_id where);

#endif
