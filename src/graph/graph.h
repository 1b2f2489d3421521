/* The door of the room `graph`: one record's claims under their names.
 *
 * Names and labels are arrays that run beside the record's tables: the IRI of
 * entity 7 is g->entities[7].iri.  What no claim reaches has an empty IRI.
 */
#ifndef PQ_GRAPH_GRAPH_H
#define PQ_GRAPH_GRAPH_H

#include "base/buf.h"
#include "model/store.h"
#include "model/terms.h"

/** An IRI and a label.  `iri` is absolute. */
typedef struct pq_name {
  pq_view iri, label;
} pq_name;

typedef struct pq_graph_event {
  pq_view iri, label;
  pq_event_id broader;  /* the bare event, described too; 0: it is bare */
  pq_entity_id product; /* the state that it leaves, or 0 */
} pq_graph_event;

typedef struct pq_graph_claim {
  pq_view iri, label; /* of a claim, or of an open question */
  pq_term predicate;
  bool question; /* an end is open */
} pq_graph_claim;

/** What made the graph: for provenance triples. */
typedef struct pq_maker {
  pq_view version;          /* "0.1.0" */
  pq_view lexicon, grammar; /* SHA-256, 64 hex digits each */
  pq_view bibliography;     /* likewise; empty: none was given */
  pq_view base;             /* "https://w3id.org/pathquill/" */
  bool mentions, text;      /* the optional layers */
  bool full;                /* claim lines with the nodes that they speak of */
} pq_maker;

/** What the RDF that a graph was read back from does not tell. */
enum {
  PQ_LACKS_TEXT = 1,     /* but for what is quoted; then sentences are quotes */
  PQ_LACKS_MENTIONS = 2, /* names, but for those that claims speak of */
  PQ_LACKS_STEPS = 4     /* sites in the text; why nothing was claimed */
};

typedef struct pq_graph {
  pq_arena *arena;
  pq_record *record; /* entities and events may be added: products, bare events,
                        single states */
  const pq_maker *maker;
  pq_view record_iri, graph_iri;
  pq_view *texts;          /* doc IRIs, by pq_text_id */
  pq_name *entities;       /* by pq_entity_id */
  pq_graph_event *events;  /* by pq_event_id */
  pq_graph_claim *claims;  /* by pq_claim_id */
  pq_name *disputes;       /* by pq_dispute_id */
  pq_name *works;          /* by pq_work_id; those without a year have none */
  pq_view *evidence;       /* by index in record->evidence */
  pq_name *passages;       /* by index in record->passages, in text order */
  pq_event_id title_event; /* what the title names, or 0 */
  bool title_claims;       /* the title gives a claim: it is a reaction */
  unsigned lacks;          /* PQ_LACKS_...; 0: it was made from the record */
  /* Orders of output: indices, sorted as the RDF model says. */
  uint32_t *entity_order, n_entities;
  uint32_t *event_order, n_events;
  uint32_t *claim_order, n_claims; /* claims and questions, by first evidence */
  uint32_t *dispute_order, n_disputes;
  uint32_t *evidence_order, n_evidence; /* by text, span, as found; equal IRIs
                                           once */
  uint32_t *work_order, n_works;
  bool *reviews; /* by place in work_order, one more for works without a name;
                    NULL: there are none */
} pq_graph;

/** Name everything in the record, sort it, drop doubles.  `g` and its arrays
 * live in the record's arena.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_graph_fill(pq_graph *g, pq_record *record,
                                     const pq_maker *maker);

/** One statement.  `object` is an IRI, or a literal if `literal` says so:
 * PLAIN, or typed by xsd:integer, xsd:decimal, xsd:boolean, xsd:gYear. */
typedef enum pq_literal {
  PQ_IRI,
  PQ_PLAIN,
  PQ_INTEGER,
  PQ_DECIMAL,
  PQ_BOOLEAN,
  PQ_YEAR
} pq_literal;

/** Sections of the Turtle layout, in its order. */
typedef enum pq_section {
  PQ_SECTION_RECORD,
  PQ_SECTION_PROTEINS,
  PQ_SECTION_STATES,
  PQ_SECTION_RESIDUES,
  PQ_SECTION_PROCESSES,
  PQ_SECTION_MOLECULES,
  PQ_SECTION_PLACES,
  PQ_SECTION_UNGROUNDED,
  PQ_SECTION_TERMS,
  PQ_SECTION_EVENTS,
  PQ_SECTION_CLAIMS,
  PQ_SECTION_DISPUTES,
  PQ_SECTION_QUESTIONS,
  PQ_SECTION_EVIDENCE,
  PQ_SECTION_PASSAGES,
  PQ_SECTION_WORKS,
  PQ_SECTION_MENTIONS,
  PQ_SECTION_PROVENANCE
} pq_section;

typedef struct pq_triple {
  pq_section section;
  pq_view subject;
  pq_view predicate;
  pq_view object;
  pq_literal literal;
  pq_view comment; /* first triple of an evidence: the claim's label */
} pq_triple;

/** Takes statements.  Any status but PQ_OK ends the walk with it. */
typedef struct pq_triple_sink {
  void *user;
  pq_status (*triple)(void *user, const pq_triple *t);
} pq_triple_sink;

/** All statements of the graph: section by section, subject by subject, in the
 * order in which Turtle prints them, each once. */
PQ_NODISCARD pq_status pq_graph_walk(const pq_graph *g,
                                     const pq_triple_sink *sink);

/** Those of what is said alone: claims, disputes, questions, evidence.  Nothing
 * is added to the record: a graph that was read back may be walked so. */
PQ_NODISCARD pq_status pq_graph_walk_said(const pq_graph *g,
                                          const pq_triple_sink *sink);

/** Every invariant, for tests, debug builds and fuzzers: ids within bounds,
 * every claim has evidence, reserve has a cue, spans within their sentence. */
bool pq_graph_is_sound(const pq_graph *g);

/** The class of a thing; of a state, that of the thing. */
pq_term pq_entity_class(const pq_record *r, pq_entity_id id);

/* Fields of the claim line that the graph knows best. */

/** The event of a claim (its object or subject), or 0. */
pq_event_id pq_graph_claim_event(const pq_record *r, const pq_claim *c);

/** Where in work_order stands what has the name of a work; n_works: nowhere. */
uint32_t pq_work_place(const pq_graph *g, pq_work_id id);

/** Is a work a review?  It is where any pointer of the record says so. */
bool pq_work_is_review(const pq_graph *g, pq_work_id id);

/** The PubMed id of the one reference that fits a work, or empty. */
pq_view pq_graph_pmid(const pq_record *r, const pq_work *w);

/** Likewise its DOI. */
pq_view pq_graph_doi(const pq_record *r, const pq_work *w);

#endif
