/* What names something, and what else it might have meant. */
#ifndef PQ_MODEL_MENTION_H
#define PQ_MODEL_MENTION_H

#include "entity.h"

typedef enum pq_said {
  PQ_SAID_NAME,
  PQ_SAID_ABBREVIATION, /* defined in this record */
  PQ_SAID_MEMBER,       /* part of a list: "-5" in "STAT3 and -5" */
  PQ_SAID_COMPOSED,     /* NPM1-ALK, IL6:IL6R */
  PQ_SAID_UNKNOWN       /* looks like a name, is in no lexicon */
} pq_said;

/** What stands around a name does to it. */
typedef enum pq_effect {
  PQ_EFFECT_NONE,
  PQ_EFFECT_PHOSPHO,  /* p-, phospho- */
  PQ_EFFECT_ACTIVE,   /* CA- */
  PQ_EFFECT_INACTIVE, /* DN-, KD- */
  PQ_EFFECT_TAG,      /* GFP-, FLAG- */
  PQ_EFFECT_SPECIES,  /* h, m */
  PQ_EFFECT_NOT_ACTOR /* anti-, siRNA, -/-, promoter: it does not act */
} pq_effect;

/** One way to read a mention, with the terms of its score. */
typedef struct pq_reading {
  pq_view id, label;
  pq_view name;   /* the listed form that was hit */
  uint16_t score; /* thousandths */
  uint8_t status, layer;
  uint8_t type;     /* of the concept: pq_concept_type */
  uint32_t concept; /* its place in the layer, for the lexicon */
} pq_reading;

/** A name in the text.  Names do not overlap, but for lists whose members share
 * tokens. */
typedef struct pq_mention {
  pq_span span;
  pq_sentence_id sentence;
  uint32_t token, n_tokens; /* first token in record->tokens; how many */
  pq_entity_id entity;      /* never 0 */
  pq_said said;
  pq_effect effect;
  bool may_name_pathway; /* the name has the flag `path` */
  bool same_tokens; /* shares its tokens with the mention before it (lists) */
  uint32_t given;   /* 1 + index into record->given; 0 none */
  uint32_t body;    /* 1 + index into record->bodies; 0 none */
  pq_reading *readings; /* best first; more than one: rejected or tied */
  uint32_t n_readings;
} pq_mention;

/** A species in the text: "mouse", "S. cerevisiae", the "m" of "mStat3". */
typedef struct pq_species_mention {
  pq_span span;
  pq_sentence_id sentence;
  uint32_t token, n_tokens; /* the first one, in record->tokens; how many */
  pq_view taxon;            /* "10090" */
} pq_species_mention;

/** A residue, position or mutant in the text. */
typedef struct pq_site_mention {
  pq_span span;
  pq_sentence_id sentence;
  uint32_t token, n_tokens;
  pq_site site;
  pq_view mutant; /* "F1174L" for a mutant, else empty */
  bool bare;      /* only letter and number ("S727"), no residue word */
  bool glued;     /* written onto a name: STAT3(Y705), pY705-STAT3 */
} pq_site_mention;

#endif
