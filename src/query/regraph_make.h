/* A graph in the making from statements: what its files share. */
#ifndef PQ_QUERY_REGRAPH_MAKE_H
#define PQ_QUERY_REGRAPH_MAKE_H

#include "regraph.h"

/** A place of a document, as the statements have it; in code points. */
typedef struct pq_replace {
  pq_rdf_id document;
  uint32_t begin, end;
  pq_rdf_id node;  /* evidence, or pointer */
  pq_rdf_id about; /* what is stated, or the work */
  pq_rdf_id graph; /* that holds it; 0: not known */
} pq_replace;

typedef PQ_VEC(pq_replace) pq_places;

/** A document that gets its text. */
typedef struct pq_redocument {
  pq_rdf_id term;
  pq_view digits; /* of its name */
  pq_source source;
  bool cut; /* its sentences are wanted */
} pq_redocument;

/** A record: its graph, and where its documents begin in `documents`. */
typedef struct pq_rerecord {
  pq_view id;
  pq_rdf_id graph, reaction;
  uint32_t documents, n_documents;
} pq_rerecord;

/** What a term became in the graph at hand. */
typedef struct pq_remark {
  uint32_t turn, id;
} pq_remark;

struct pq_regraph {
  pq_regraph_source source;
  const pq_rdf *rdf;
  const pq_maker *maker;
  const pq_kind *kinds;
  uint32_t n_kinds;
  pq_arena arena;
  pq_places evidence, passages, mentions; /* by document, begin, end, node */
  pq_places pointers; /* those of the mentions that name works */
  PQ_VEC(pq_rdf_id) documents;
  PQ_VEC(pq_rerecord) records;
  pq_remark *marks; /* by term */
  uint32_t turn;
};

typedef PQ_VEC(pq_name) pq_names_made;
typedef PQ_VEC(pq_graph_event) pq_events_made;
typedef PQ_VEC(pq_graph_claim) pq_claims_made;

/** One graph in the making.  Things are numbered when they are first seen and
 * described by turns, so that no chain of them is too long. */
typedef struct pq_remaking {
  pq_regraph *rg;
  const pq_rdf *rdf; /* all statements, or ... */
  pq_rdf own;        /* ... those of the record's graph; the terms are all's */
  pq_arena *arena;
  pq_record *r;
  pq_names_made entities, disputes, works; /* beside the record's tables */
  pq_events_made events;
  pq_claims_made claims;
  PQ_VEC(pq_rdf_id) entity_terms, event_terms; /* likewise */
  PQ_VEC(pq_view) evidence;
  PQ_VEC(uint32_t) tails;        /* by text: where what stands nowhere begins */
  bool all;                      /* it is the union of all records */
  bool lacks_text;               /* of some document */
  PQ_VEC(pq_rdf_id) mentioned;   /* beside the record's mentions: their nodes */
  uint32_t n_entities, n_events; /* that are described */
} pq_remaking;

/* ---- regraph.c ---- */

/** The objects of a predicate. */
const pq_rdf_triple *pq_re_all(const pq_remaking *m, pq_rdf_id subject,
                               pq_term predicate, uint32_t *n);
/** The first one, or 0. */
pq_rdf_id pq_re_one(const pq_remaking *m, pq_rdf_id subject, pq_term predicate);
/** Its words; empty if there is none. */
pq_view pq_re_text(const pq_remaking *m, pq_rdf_id subject, pq_term predicate);
/** Its number, or 0. */
uint32_t pq_re_number(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate);
/** Has the subject this object? */
bool pq_re_is(const pq_remaking *m, pq_rdf_id subject, pq_term predicate,
              pq_term object);

/** Is it a cited work? */
static inline bool pq_re_is_work(const pq_remaking *m, pq_rdf_id term) {
  return pq_re_is(m, term, PQ_TERM_TYPE, PQ_TERM_WORK) ||
         pq_re_is(m, term, PQ_TERM_TYPE, PQ_TERM_REVIEW);
}
/** true, false or not said: 1, 0, -1. */
int pq_re_bool(const pq_remaking *m, pq_rdf_id subject, pq_term predicate);

/** The first object by its words, in any statements. */
pq_rdf_id pq_re_of(const pq_rdf *rdf, pq_rdf_id subject, pq_term predicate);

/* ---- regraph_look.c ---- */

/** Find records, documents and places. */
PQ_NODISCARD pq_status pq_re_look(pq_regraph *rg);
/** The digits that the IRI of a graph, or of a document, ends in. */
pq_view pq_re_digits(const pq_regraph *rg, pq_rdf_id term);
/** Sort places. */
void pq_re_sort(pq_replace *at, uint32_t n);
/** The first one of a document, or of one behind it. */
uint32_t pq_re_first(const pq_places *places, pq_rdf_id document);

/* ---- regraph.c ---- */

/** A digest of which only the first digits are known. */
void pq_re_digest(pq_view digits, pq_digest *out);

/** What a term became, or 0; and that it becomes this. */
uint32_t pq_re_seen(const pq_remaking *m, pq_rdf_id term);
void pq_re_mark(const pq_remaking *m, pq_rdf_id term, uint32_t id);

/* ---- regraph_things.c ---- */

/** The number of a thing, or of an event, that will be described. */
PQ_NODISCARD pq_status pq_re_entity(pq_remaking *m, pq_rdf_id term,
                                    pq_entity_id *out);
PQ_NODISCARD pq_status pq_re_event(pq_remaking *m, pq_rdf_id term,
                                   pq_event_id *out);
/** Either of them; NONE for 0. */
PQ_NODISCARD pq_status pq_re_node(pq_remaking *m, pq_rdf_id term, pq_node *out);
/** Describe all that was seen. */
PQ_NODISCARD pq_status pq_re_describe(pq_remaking *m);

/* ---- regraph_texts.c ---- */

/** Add the text of a document, and its sentences. */
PQ_NODISCARD pq_status pq_re_document(pq_remaking *m, const pq_redocument *d);

/** The bytes of a place. */
pq_span pq_re_span(const pq_remaking *m, pq_text_id text,
                   const pq_replace *row);

/** The sentence of a byte. */
pq_sentence_id pq_re_sentence(const pq_remaking *m, pq_text_id text,
                              uint32_t at);

/** Words that belong to some evidence: in its quote, else in its sentence. */
bool pq_re_find(const pq_remaking *m, const pq_evidence *e, pq_view words,
                pq_span *out);

/* ---- regraph_mentions.c ---- */

/** The mentions of a record's documents. */
PQ_NODISCARD pq_status pq_re_mentions(pq_remaking *m,
                                      const pq_rdf_id *documents, uint32_t n);

/** How well what ties for a name fits, best first; things are described. */
void pq_re_ties(const pq_remaking *m);

/** What made the graph of a record: `*out` is the source's own if the graph
 * does not say. */
PQ_NODISCARD pq_status pq_re_maker(const pq_remaking *m, pq_rdf_id graph,
                                   const pq_maker **out);

/* ---- regraph_cites.c ---- */

/** A work that some evidence cites, and where it stands in the text. */
typedef struct pq_recited {
  pq_work_id work;
  pq_role role;
  uint32_t pointer;  /* place of its first pointer; UINT32_MAX: there is none */
  uint32_t evidence; /* that cites it first */
  uint32_t year, index;
  pq_view iri;
} pq_recited;

/** What is cited so far. */
typedef struct pq_reciting {
  const pq_rdf_id *documents; /* all of them */
  uint32_t n_documents;
  PQ_VEC(pq_recited) all;
  PQ_VEC(uint32_t) found; /* by work and role: 1 + index into `all` */
  PQ_VEC(uint32_t) list;  /* of the evidence at hand */
} pq_reciting;

/** What some evidence cites. */
PQ_NODISCARD pq_status pq_re_cited(pq_remaking *m, pq_reciting *c,
                                   pq_rdf_id node, pq_evidence *e);

/** Citations in their order, and evidence that speaks of them by it. */
PQ_NODISCARD pq_status pq_re_citations(pq_remaking *m, const pq_reciting *c);

/* ---- regraph_says.c ---- */

/** All evidence of some documents, with what it states and cites; that of one
 * named graph, or of all for 0. */
PQ_NODISCARD pq_status pq_re_says(pq_remaking *m, const pq_rdf_id *documents,
                                  uint32_t n, pq_rdf_id graph);

#endif
