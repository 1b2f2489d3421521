/* Names in a text: the longest that passes all filters.  Never allocates.
 *
 *   token     PI3K   /   AKT
 *   run       "pi" -> the longest key that begins so has 22 bytes
 *   keys      "pi3k" "pi3k/" "pi3k/akt"        tried from the longest down
 */
#ifndef PQ_LEXICON_LOOKUP_H
#define PQ_LEXICON_LOOKUP_H

#include "layer.h"

/** Why a name that matched was not taken. */
typedef enum pq_refusal {
  PQ_REFUSED_NOT,
  PQ_REFUSED_NUMBER,  /* one character, a number, a Roman numeral */
  PQ_REFUSED_DENIED,  /* by a row of deny.tsv */
  PQ_REFUSED_CASE,    /* the row wants this very case */
  PQ_REFUSED_PLURAL,  /* the name has no plural */
  PQ_REFUSED_SHORT,   /* two characters, and only a synonym */
  PQ_REFUSED_ENGLISH, /* an English word */
  PQ_REFUSED_LOWER,   /* a short word in lower case */
  PQ_REFUSED_SHOUTED, /* in a sentence of capitals, and only a synonym */
  PQ_REFUSED_CONTEXT, /* no word of ctx= in the sentence */
  PQ_REFUSED_CELL     /* a cell line without a word that says so */
} pq_refusal;

/** A name that was refused. */
typedef struct pq_refused {
  pq_view id, name;
  uint8_t status;
  pq_refusal why;
} pq_refused;

enum {
  PQ_REFUSED_MOST = 24
};

/** The names that were refused on the way, for people to read. */
typedef struct pq_refusals {
  pq_refused at[PQ_REFUSED_MOST];
  uint32_t n;
} pq_refusals;

/** As pq_lexicon_find; `refusals` may be NULL. */
void pq_lookup_find(const pq_lexicon *lex, const pq_look *look,
                    pq_refusals *refusals, pq_found *out);

/** As pq_lexicon_find_text. */
void pq_lookup_text(const pq_lexicon *lex, pq_view name, pq_view taxon,
                    pq_found *out);

/** Words for a refusal. */
const char *pq_refusal_words(pq_refusal why);

#endif
