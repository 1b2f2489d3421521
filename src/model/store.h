/* Putting things into a record's tables: equal values share one id. */
#ifndef PQ_MODEL_STORE_H
#define PQ_MODEL_STORE_H

#include "record.h"

/** An empty record whose tables live in `arena`; slot 0 of each id table is
 * taken. */
PQ_NODISCARD pq_status pq_store_begin(pq_record *r, pq_arena *arena,
                                      const pq_sink *sink);

/** Add a text: its plain text, digest and marks are made here.  `*out` is its
 * id. */
PQ_NODISCARD pq_status pq_store_text(pq_record *r, pq_source source,
                                     pq_view bytes, pq_text_id *out);

/** The id of an equal entity, or of a copy of this one.  Arrays and views that
 * `entity` points to must live as long as the record. */
PQ_NODISCARD pq_status pq_store_entity(pq_record *r, const pq_entity *entity,
                                       pq_entity_id *out);

/** A thing that no lexicon knows, under the words that name it. */
PQ_NODISCARD pq_status pq_store_unknown(pq_record *r, pq_view words,
                                        pq_entity_id *out);

/** The same for an event; themes of a binding or assembly are sorted by entity
 * id string first, so that "A binds B" is "B binds A". */
PQ_NODISCARD pq_status pq_store_event(pq_record *r, const pq_event *event,
                                      pq_event_id *out);

/** The same for a claim. */
PQ_NODISCARD pq_status pq_store_claim(pq_record *r, const pq_claim *claim,
                                      pq_claim_id *out);

/** How many of its authors are part of a work's key, and of its name: both of
 * "A and B", else the first. */
uint32_t pq_work_key_authors(const pq_work *w);

/** The same for a work: key (surnames folded, year, letter). */
PQ_NODISCARD pq_status pq_store_work(pq_record *r, const pq_work *work,
                                     pq_work_id *out);

static inline const pq_entity *pq_entity_at(const pq_record *r,
                                            pq_entity_id id) {
  assert(id > 0 && id < r->entities.n);
  return &r->entities.at[id];
}

static inline const pq_event *pq_event_at(const pq_record *r, pq_event_id id) {
  assert(id > 0 && id < r->events.n);
  return &r->events.at[id];
}

/** The first row of a sentence, or of one behind it: rows stand in the order of
 * their sentences. */
uint32_t pq_first_mention(const pq_record *r, pq_sentence_id sentence);
uint32_t pq_first_site(const pq_record *r, pq_sentence_id sentence);
uint32_t pq_first_species(const pq_record *r, pq_sentence_id sentence);
uint32_t pq_first_citation(const pq_record *r, pq_sentence_id sentence);

/** The thing that a state is a state of, or the entity itself. */
static inline pq_entity_id pq_entity_base(const pq_record *r, pq_entity_id id) {
  const pq_entity *const e = pq_entity_at(r, id);
  return e->of ? e->of : id;
}

/** The residue that a mutant of the text replaces: F1174 of "F1174L"; without
 * position if no mention says. */
pq_site pq_mutant_site(const pq_record *r, pq_view mutant);

/** Add what is known of a site, which is not there yet. */
PQ_NODISCARD pq_status pq_store_checked(pq_record *r, const pq_checked *row);

/** What is known of a site of a protein, or of a state of it; NULL: nobody
 * asked. */
const pq_checked *pq_checked_of(const pq_record *r, pq_entity_id thing,
                                pq_site site);

#endif
