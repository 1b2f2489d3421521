/* The sections of an image, one after the other. */
#ifndef PQ_LEXICON_EMIT_H
#define PQ_LEXICON_EMIT_H

#include "entry.h"
#include "ids.h"
#include "pool.h"

/** A concept, fusion or pathway, or the stub of one. */
typedef struct pq_thing {
  pq_view id, label, taxon, xrefs, after, close;
  uint32_t type;
  bool joined; /* it had another id: what it says counts less */
} pq_thing;

/** A name under one of its keys. */
typedef struct pq_key {
  pq_view text, key, context;
  uint32_t concept;
  uint16_t flags;
  uint8_t status;
  bool spaced; /* a dash counts as a space in its key */
} pq_key;

/** What all sections are made of. */
typedef struct pq_compiler {
  pq_arena *arena;
  const pq_tables *tables;
  pq_pool pool;
  pq_buf *out;
  PQ_VEC(pq_thing) things;       /* sorted by id */
  pq_ids ids;                    /* of things, to their numbers */
  PQ_VEC(pq_key) keys;           /* sorted by key, concept, status, text */
  uint32_t n_keys;               /* different ones */
  PQ_VEC(pq_sequence) sequences; /* sorted by accession, each once */
} pq_compiler;

/** Number of the thing with this id, which is there. */
static inline uint32_t pq_thing_index(const pq_compiler *c, pq_view id) {
  return pq_ids_find(&c->ids, id);
}

/** Functions that append a section each, in the order of pq_section, from the
 * second on.  A failure is kept in the pool or the buffer. */
extern void (*const pq_emitters[])(pq_compiler *c);

#endif
