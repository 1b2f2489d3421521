/* Names in a sentence, and the things they name. */
#ifndef PQ_SCAN_MENTION_H
#define PQ_SCAN_MENTION_H

#include "token.h"

#include "base/intern.h"
#include "lexicon/lexicon.h"

/** A short form that stands for a thing in the rest of the record. */
typedef struct pq_local_name {
  pq_view text;
  pq_entity_id entity;
  uint32_t body; /* as of a mention */
  bool hinted;   /* by a word of its sentence; another may tell otherwise */
} pq_local_name;

/** The last short forms of a text: they count from 1, 0 is none. */
typedef struct pq_last_local {
  uint32_t any, body;
} pq_last_local;

/** What the passes over one sentence share. */
typedef struct pq_scanner {
  const pq_line *l;
  const pq_lexicon *lex;
  PQ_VEC(pq_local_name) locals;      /* of the record: kept between sentences */
  pq_intern local_texts;             /* of many: see local.c */
  PQ_VEC(pq_last_local) last_locals; /* by id of the text */
  uint32_t n_noted;                  /* locals that are in these */
  PQ_VEC(pq_mention) found;          /* of the sentence, in text order */
  uint8_t *taken;                    /* per token: covered by a site */
  pq_look look;                      /* of the sentence */
  uint32_t spelled;                  /* PQ_SPELLED_* of any of its words */
  bool bracketed; /* it may have names with brackets inside */
} pq_scanner;

/** Keep a short form for the rest of the record. */
PQ_NODISCARD pq_status pq_local_keep(pq_scanner *s, const pq_local_name *local);

/** The last short form that a word may be, in the plural too; or NULL. */
const pq_local_name *pq_local_find(const pq_scanner *s, pq_view word);

/** Is there a short form that is written just so? */
bool pq_local_has(const pq_scanner *s, pq_view word);

/** Find names in the sentence by look-up, affixes and shape: `s->found`. */
PQ_NODISCARD pq_status pq_mention_scan(pq_scanner *s);

/** A mention of `n` tokens, whose entity is not known yet. */
pq_mention pq_mention_of(const pq_scanner *s, uint32_t begin, uint32_t n);

/** Let it mean what was found. */
PQ_NODISCARD pq_status pq_mention_ground(const pq_scanner *s, const pq_found *f,
                                         pq_mention *m);

/** Append it; `*next` is behind it then. */
PQ_NODISCARD pq_status pq_mention_keep(pq_scanner *s, pq_mention m,
                                       uint32_t *next);

/** Words that hold a name and more: "pSTAT3", "H3K4me3", "JAK2V617F".  `*next`
 * stays where the word is none. */
PQ_NODISCARD pq_status pq_mention_affix(pq_scanner *s, uint32_t i,
                                        uint32_t *next);
PQ_NODISCARD pq_status pq_mention_mark(pq_scanner *s, uint32_t i,
                                       uint32_t *next);
PQ_NODISCARD pq_status pq_mention_mutant(pq_scanner *s, uint32_t i,
                                         uint32_t *next);

/** The entity of a concept, in the record. */
PQ_NODISCARD pq_status pq_mention_entity(const pq_scanner *s, pq_view id,
                                         pq_entity_id *out);

/** The entity that a name was read as. */
PQ_NODISCARD pq_status pq_mention_read(const pq_scanner *s,
                                       const pq_reading *reading,
                                       pq_entity_id *out);

/** Tokens of a mention, counted within the sentence. */
static inline uint32_t pq_mention_begin(const pq_line *l, const pq_mention *m) {
  return m->token - l->first;
}
static inline uint32_t pq_mention_end(const pq_line *l, const pq_mention *m) {
  return m->token - l->first + m->n_tokens;
}

/** Can this name something that acts or is acted on: a protein and its like? */
bool pq_mention_is_thing(const pq_record *r, const pq_mention *m);

#endif
