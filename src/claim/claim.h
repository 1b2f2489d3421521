/* The door of the room `claim`: mentions, sites and citations in; claims with
 * evidence and disputes out, all in the record. */
#ifndef PQ_CLAIM_CLAIM_H
#define PQ_CLAIM_CLAIM_H

#include "base/buf.h"
#include "model/store.h"

/** Rules of language, from ontology/grammar: constant once open. */
typedef struct pq_grammar pq_grammar;

/** One file of the grammar. */
typedef struct pq_grammar_file {
  pq_view name, bytes;
} pq_grammar_file;

/** Read the rules.  Mistakes go to `sink` with file, line and column. */
PQ_NODISCARD pq_status pq_grammar_open(pq_alloc *alloc,
                                       const pq_grammar_file *files, size_t n,
                                       const pq_sink *sink, pq_grammar **out);
void pq_grammar_close(pq_grammar *g);

/** SHA-256 over the files, in hex. */
const char *pq_grammar_digest(const pq_grammar *g);

/** The event kinds, for pq_record.kinds. */
const pq_kind *pq_grammar_kinds(const pq_grammar *g, uint32_t *n);

/** What cells and tissues do, for pq_record.livings. */
const pq_living *pq_grammar_livings(const pq_grammar *g, uint32_t *n);

/** Words that name cells and tissues, for pq_record.bodies. */
const pq_body *pq_grammar_bodies(const pq_grammar *g, uint32_t *n);

/** Words that the room `scan` asks for, for pq_record.lists. */
const pq_wordlist *pq_grammar_lists(const pq_grammar *g);

/** Words that end no sentence, for the room `read`. */
const pq_view *pq_grammar_stops(const pq_grammar *g, size_t *n);

/** Says whether a thing is of a class: "is ALK a receptor?".  The pipeline
 * answers from the lexicon, which this room does not see. */
typedef struct pq_classes {
  const void *user;
  bool (*under)(const void *user, pq_view id, pq_view class_id);
} pq_classes;

/** Read claims out of every sentence.  With `trace`, tell how, as text.
 * PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_claim_record(pq_record *r, const pq_grammar *g,
                                       const pq_classes *classes,
                                       pq_buf *trace);

#endif
