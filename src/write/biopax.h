/* BioPAX Level 3: what of a record's claims it has words for.
 *
 *   event   phosphorylation of STAT3 at Y705   BiochemicalReaction
 *   claim   JAK2 -- enables --> it             Catalysis, with its evidence
 * BioPAX knows no reserve and no negation, so only what the record asserts and
 * does not dispute is written; the rest is counted in a finding and at the head
 * of the document. */
#ifndef PQ_WRITE_BIOPAX_H
#define PQ_WRITE_BIOPAX_H

#include "write.h"

#include "base/intern.h"

/** A document in the making. */
typedef struct pq_biopax {
  const pq_graph *g;
  pq_buf *out;
  pq_intern done; /* individuals that are written, "protein.P40763" */
  bool *used;     /* entities that are spoken of, by id */
  bool *plain;    /* claims that may be written, by id */
  pq_buf name;
} pq_biopax;

/** The name of an individual: what it is, and the name of what it is of. */
typedef struct pq_bp_name {
  const char *kind; /* "protein" */
  pq_view iri;
} pq_bp_name;

/** Is this the first time?  It is noted. */
bool pq_bp_first(pq_biopax *b, pq_bp_name name);

/** Append `<bp:class rdf:about="...">` and its end. */
void pq_bp_open(pq_biopax *b, const char *class, pq_bp_name name);
void pq_bp_close(pq_biopax *b, const char *class);

/** Append a property whose value is an individual, or a text. */
void pq_bp_link(pq_biopax *b, const char *property, pq_bp_name name);
void pq_bp_text(pq_biopax *b, const char *property, pq_view text);
void pq_bp_number(pq_biopax *b, const char *property, uint32_t number);

/** Is there a class for a thing: a physical entity, or a pathway? */
bool pq_bp_is_physical(const pq_record *r, pq_entity_id id);
bool pq_bp_is_pathway(const pq_record *r, pq_entity_id id);

/** The name of a thing. */
pq_bp_name pq_bp_thing(const pq_biopax *b, pq_entity_id id);

/** Write a thing as it is at a place, once; its name.  Without a place it is
 * the thing itself. */
pq_bp_name pq_bp_put_located(pq_biopax *b, pq_entity_id id, pq_entity_id place);

/** Write the things that are used, with what they need. */
void pq_bp_put_things(pq_biopax *b);

/** Write a name of a database, once: "xref", by the IRI of what it names. */
void pq_bp_put_xref(pq_biopax *b, pq_view iri, pq_view db, pq_view id);

/** Write a term of a vocabulary with its xref, once; class as
 * "CellularLocationVocabulary". */
void pq_bp_put_term(pq_biopax *b, const char *class, pq_view iri, pq_view label,
                    pq_view db);

/** Write the references of all things that were written. */
void pq_bp_put_references(pq_biopax *b);

/** The evidence that asserts a claim: written, once, with its papers; or, with
 * `link`, linked to. */
void pq_bp_evidence(pq_biopax *b, pq_claim_id id, bool link);

/** Can an event be written, and as what: "BiochemicalReaction"; NULL: no. */
const char *pq_bp_event_class(const pq_graph *g, pq_event_id id);

/** Append a document. */
PQ_NODISCARD pq_status pq_write_biopax(const pq_graph *g, pq_buf *out);

#endif
