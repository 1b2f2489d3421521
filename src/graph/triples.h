/* The walk over the graph: one file for what the text speaks of, one for what
 * it says, one for where. */
#ifndef PQ_GRAPH_TRIPLES_H
#define PQ_GRAPH_TRIPLES_H

#include "claim_name.h"

/** A walk in progress.  After a failure nothing more is handed over. */
typedef struct pq_walk {
  const pq_graph *g;
  const pq_triple_sink *sink;
  pq_section section;
  pq_view subject, comment;
  pq_buf room; /* objects that are spelled */
  pq_status status;
} pq_walk;

/** Begin a subject. */
void pq_walk_subject(pq_walk *w, pq_section section, pq_view subject);

/** Hand over a statement about the subject; an empty object is none. */
void pq_walk_iri(pq_walk *w, pq_term predicate, pq_view object);
void pq_walk_term(pq_walk *w, pq_term predicate, pq_term object);
void pq_walk_text(pq_walk *w, pq_term predicate, pq_view text);
void pq_walk_number(pq_walk *w, pq_term predicate, uint32_t number);
void pq_walk_thousandths(pq_walk *w, pq_term predicate, uint32_t number);
void pq_walk_year(pq_walk *w, uint32_t year);
void pq_walk_bool(pq_walk *w, pq_term predicate, bool value);
/** Likewise for an identifier ("GO:0005634"), and a taxon ("9606"). */
void pq_walk_id(pq_walk *w, pq_term predicate, pq_view id);
void pq_walk_taxon(pq_walk *w, pq_view taxon);

/** IRIs that are objects of one predicate. */
typedef PQ_VEC(pq_view) pq_iris;

/** Add the IRI that the buffer holds, and empty it. */
void pq_walk_note(pq_walk *w, pq_iris *iris);
void pq_walk_note_id(pq_walk *w, pq_iris *iris, pq_view id);

/** Hand them over, sorted, each once. */
void pq_walk_iris(pq_walk *w, pq_term predicate, const pq_iris *iris);

/** IRIs of a list of entities, sorted, each once. */
void pq_walk_entities(pq_walk *w, pq_term predicate, const pq_entity_id *ids,
                      uint32_t n);

/** Things of one section. */
void pq_walk_things(pq_walk *w, pq_section section);

/** Residues and names of terms, which belong to all things. */
void pq_walk_sites(pq_walk *w);
void pq_walk_terms(pq_walk *w);
void pq_walk_events(pq_walk *w);

/** Record, documents, provenance. */
void pq_walk_record(pq_walk *w);
void pq_walk_provenance(pq_walk *w);

/** Where some words stand: context, begin, end, words. */
void pq_walk_span(pq_walk *w, pq_text_id text, pq_span span);

/** Claims, disputes, questions, evidence, works, mentions. */
void pq_walk_claims(pq_walk *w, bool questions);
void pq_walk_disputes(pq_walk *w);
void pq_walk_evidence(pq_walk *w);
void pq_walk_passages(pq_walk *w);
void pq_walk_works(pq_walk *w);
void pq_walk_mentions(pq_walk *w);

#endif
