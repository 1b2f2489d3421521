/* What may be read as a name: case, English words, context, denial. */
#ifndef PQ_LEXICON_FILTER_H
#define PQ_LEXICON_FILTER_H

#include "lookup.h"

enum {
  PQ_WORD_MOST = 40
};

/** What the characters of a text are. */
typedef struct pq_traits {
  uint32_t letters, digits, marks, gaps;
  uint32_t upper, lower; /* Latin letters; Greek ones are of no case */
  bool first_upper;
  char word[PQ_WORD_MOST]; /* its letters before the first gap, lower case */
  uint32_t n_word;
} pq_traits;

void pq_traits_of(pq_view text, pq_traits *out);

/** A piece of text that is looked up. */
typedef struct pq_surface {
  const pq_look *look; /* NULL: not in a sentence */
  pq_view text;        /* singular */
  pq_view key;         /* its key, dashes dropped; lives for the question */
  pq_traits traits;
  bool plural;  /* a plural ending was taken off */
  bool initial; /* begins a sentence */
  bool capitals;
} pq_surface;

/** A listed name that it might be. */
typedef struct pq_candidate {
  pq_view name, context;
  pq_view id;
  pq_concept_type type;
  uint32_t flags;
  uint8_t status, layer;
} pq_candidate;

pq_refusal pq_filter(const pq_lexicon *lex, const pq_surface *s,
                     const pq_candidate *c);

/** Does the word look like a name, and is listed as none ("DNA", "kDa")? */
bool pq_filter_names_nothing(const pq_lexicon *lex, pq_view word);

/** Is this a word that begins no name ("the", "was")? */
bool pq_filter_function_word(pq_view word);

#endif
