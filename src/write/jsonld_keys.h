/* The keys of our JSON-LD: one for each property. */
#ifndef PQ_WRITE_JSONLD_KEYS_H
#define PQ_WRITE_JSONLD_KEYS_H

#include "model/terms.h"

enum {
  PQ_KEYS_MOST = 64
};

/** What a value of a key stands for. */
typedef enum pq_ld_form {
  PQ_LD_PLAIN, /* text, or a number or a truth value as JSON has them */
  PQ_LD_NODE,  /* the name of a node */
  PQ_LD_WORD,  /* a word of our vocabulary */
  PQ_LD_YEAR,
  PQ_LD_DECIMAL
} pq_ld_form;

typedef struct pq_ld_key {
  pq_term term;
  const char *key;
  pq_ld_form form;
  bool many; /* always an array */
} pq_ld_key;

/** The key of a property, by index; NULL past the last. */
const pq_ld_key *pq_ld_key_at(size_t index);

/** The index of a property's key; PQ_KEYS_MOST if it has none. */
size_t pq_ld_key_of(pq_view predicate);

/** The index of a key; PQ_KEYS_MOST if there is none. */
size_t pq_ld_key_named(pq_view key);

#endif
