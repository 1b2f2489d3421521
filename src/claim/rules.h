/* The rules of language in memory: words, triggers, frames, cues.
 *
 *   word "phosphorylated"  --> verb, forms ED|EN --> trigger phosphorylate
 *                                                    |  kind phosphorylation
 *                                                    +- frame "modify"
 *   frame "modify":  passive subject -> theme,  passive by -> agent, ...
 * All of it comes from the files of ontology/grammar and is constant once open.
 */
#ifndef PQ_CLAIM_RULES_H
#define PQ_CLAIM_RULES_H

#include "claim.h"

enum {
  PQ_PHRASE_WORDS_MOST = 7
};
#define PQ_NO_FRAME UINT32_MAX

/** Classes of a word; it may have several. */
enum {
  PQ_W_DETERMINER = 1,
  PQ_W_PREPOSITION = 2,
  PQ_W_AND = 4, /* and, or, but, as well as */
  PQ_W_OR = 8,
  PQ_W_BE = 16,
  PQ_W_HAVE = 32,
  PQ_W_DO = 64,
  PQ_W_MODAL = 128,
  PQ_W_NOT = 256,
  PQ_W_RELATIVE = 512,
  PQ_W_SUBORDINATE = 1024,
  PQ_W_ADVERB = 2048,
  PQ_W_PRONOUN = 4096,
  PQ_W_GENERIC = 8192, /* "kinase": keeps the name it follows */
  PQ_W_PART = 16384,   /* "isoforms of", "linker region of" */
  PQ_W_PLURAL = 32768, /* "they", "both" */
  PQ_W_DEMONSTRATIVE = 65536,
  PQ_W_GENE = 131072,    /* gene, promoter: not the protein is meant */
  PQ_W_OF_GENE = 524288, /* gene, promoter, mRNA: of the name before it */
  PQ_W_WHETHER = 262144,
  PQ_W_ASPECT = 1048576,     /* function, role, significance */
  PQ_W_SITE = 2097152,       /* site, residue */
  PQ_W_ACTIVE = 4194304,     /* active, activated */
  PQ_W_INACTIVE = 8388608,   /* inactive, kinase-dead */
  PQ_W_SAME = 16777216,      /* itself, themselves */
  PQ_W_HAPPENING = 33554432, /* event, reaction: keeps the event before it */
  PQ_W_NOUN = 67108864,      /* a noun, though it looks like a verb */
  PQ_W_LACK = 134217728,     /* loss, absence: what follows is not there */
  PQ_W_MANNER = 268435456,   /* manner, fashion */
  PQ_W_POSITIVE = 536870912, /* positive, positively */
  PQ_W_NEGATIVE = 1073741824 /* negative, negatively */
};
/** One more, past what an int holds: mutant, truncated. */
#define PQ_W_MUTANT 2147483648U

/** What a word means, where a rule asks for nothing but that: pq_unit_means.
 * These stand beside the classes in the file, a row each in meanings.def.
 * Prepositions and conjunctions that one rule looks for stay with the rule. */
typedef enum pq_meaning {
#define PQ_MEANING(id, name) PQ_M_##id,
#include "meanings.def"
  PQ_M_LIVING, /* growth, migration: of section `living` */
  PQ_N_MEANINGS
} pq_meaning;

/** Meanings of a word, or those that a rule asks for: m is bit m. */
enum {
  PQ_MEANING_BITS = 64
};
typedef struct pq_meanings {
  uint64_t bits[2];
} pq_meanings;
_Static_assert(PQ_N_MEANINGS <= 2 * PQ_MEANING_BITS, "a word has room for all");

static inline void pq_meanings_add(pq_meanings *all, pq_meaning m) {
  all->bits[m / PQ_MEANING_BITS] |= (uint64_t)1 << m % PQ_MEANING_BITS;
}

static inline bool pq_meanings_have(const pq_meanings *all, pq_meaning m) {
  return all->bits[m / PQ_MEANING_BITS] >> m % PQ_MEANING_BITS & 1U;
}

/** Have two any in common? */
static inline bool pq_meanings_meet(const pq_meanings *a,
                                    const pq_meanings *b) {
  return ((a->bits[0] & b->bits[0]) | (a->bits[1] & b->bits[1])) != 0;
}

static inline pq_meanings pq_meanings_of(const pq_meaning *list, size_t n) {
  pq_meanings all = {{0, 0}};
  for (size_t i = 0; i < n; ++i) {
    pq_meanings_add(&all, list[i]);
  }
  return all;
}
#define PQ_MEANINGS(...)                                     \
  pq_meanings_of((const pq_meaning[]){__VA_ARGS__},          \
                 sizeof((const pq_meaning[]){__VA_ARGS__}) / \
                     sizeof(pq_meaning))

/** Forms of a verb. */
enum {
  PQ_FORM_BASE = 1,
  PQ_FORM_S = 2,
  PQ_FORM_ED = 4,
  PQ_FORM_EN = 8,
  PQ_FORM_ING = 16
};

typedef enum pq_trigger_type {
  PQ_TRIGGER_PLAIN, /* a verb that is known, but claims nothing */
  PQ_TRIGGER_EVENT,
  PQ_TRIGGER_REGULATION, /* promotes, inhibits: what its object is decides */
  PQ_TRIGGER_DEPENDENCE, /* depends on, requires */
  PQ_TRIGGER_CARRIER,    /* undergoes, shows: its object is what happens */
  PQ_TRIGGER_STATE,      /* is located in, is part of */
  PQ_TRIGGER_THOUGHT     /* suggests that, is thought to: see modality */
} pq_trigger_type;

/** A verb, or a noun made of one. */
typedef struct pq_trigger {
  pq_view lemma;
  pq_trigger_type type;
  uint32_t kind;  /* event kind */
  uint32_t frame; /* index into frames */
  pq_relation relation;
  pq_polarity polarity;
  uint32_t thing_kind; /* kind of event if a regulation's object is a thing */
  bool has_thing_kind;
  bool self;        /* auto-: the agent is the theme */
  bool actor;       /* "inhibitor": what acts, not what happens */
  bool needs_place; /* without a place it claims nothing: release */
  bool consequence; /* leads to, results in */
  bool stands;      /* overexpression, loss: for the thing that it is of */
  bool causative;   /* its object does what follows: allows X to bind */
  bool weak;        /* "activity": only of what is named before it */
  bool carried;     /* "complex": only as an object of "form" and its like */
  bool needs_theme; /* nothing is sought elsewhere: "formation of A" */
  bool puts, takes; /* with a group as its object: "transfers phosphate to" */
  bool to_agent;    /* the theme comes to who does it: "recruits X" */
  bool stays;       /* the theme is where it is told: "retains X in P" */
  bool potential;   /* by itself it does not happen: "affinity" */
  bool more, less;  /* of what happens, where that is its theme: upregulate */
  bool loose;       /* for annotation: "associated" tells of two, or none */
  bool back;        /* what it does is brought back: "restores reduced E" */
  bool untold;      /* of claims alone: annotation passes over "a step in E" */
  pq_view to; /* the preposition that leads its object: contributes "to" */
  /* The verb that it means where a purpose follows ("for degradation"), or
   * where it is done from a thing and no place, or to a product; empty if
   * none; when_other: of other things than those that its kind is told of;
   * when_bare: of what is made, and nothing says from what;
   * when_whole: where that is a complex;
   * when_rna: where a microRNA does it. */
  pq_view when_for, when_from, when_to, when_other, when_bare, when_whole,
      when_rna;
} pq_trigger;

typedef enum pq_voice {
  PQ_VOICE_ANY,
  PQ_ACTIVE_VOICE,
  PQ_PASSIVE,
  PQ_NOMINAL
} pq_voice;

typedef enum pq_frame_role {
  PQ_AS_NONE,
  PQ_AS_AGENT,    /* carries it out */
  PQ_AS_UPSTREAM, /* acts before or within */
  PQ_AS_DEPENDS,  /* it depends on this */
  PQ_AS_THEME,
  PQ_AS_PARTNER, /* one more theme */
  PQ_AS_PRODUCT,
  PQ_AS_SITE,
  PQ_AS_FROM,
  PQ_AS_TO,
  PQ_AS_IN,
  PQ_AS_INDEPENDENT, /* it does not depend on this */
  PQ_AS_LACKING      /* where this is lacking: "reduced in the absence of X" */
} pq_frame_role;

/** A row of a frame: in this voice, this slot takes this role. */
typedef struct pq_frame_row {
  pq_voice voice;
  pq_view slot; /* subject, object, pre, or a preposition */
  pq_frame_role role;
} pq_frame_row;

enum {
  PQ_ROWS_MOST = 64,    /* of a frame */
  PQ_SLOT_DRAWERS = 16, /* a power of two */
  PQ_N_VOICES = PQ_NOMINAL + 1
};

/** Row i is bit i of the voices in which it counts, and of the drawer of its
 * slot: two masks leave next to no row that is not sought. */
typedef struct pq_frame_rule {
  pq_view name;
  const pq_frame_row *rows;
  uint32_t n_rows;
  uint64_t voices[PQ_N_VOICES];
  uint64_t drawers[PQ_SLOT_DRAWERS];
} pq_frame_rule;

/** The drawer of a slot. */
static inline size_t pq_slot_drawer(pq_view slot) {
  const unsigned char first = (unsigned char)pq_view_first(slot);
  return (first + 5 * slot.len) % PQ_SLOT_DRAWERS;
}

/** What "-mediated" and its like say of the name before them. */
typedef struct pq_compound {
  pq_view word;
  pq_relation relation;
  pq_polarity polarity;
  bool negated; /* "-independent" */
} pq_compound;

/** What the name before it is to what happens. */
static inline pq_frame_role pq_compound_role(const pq_compound *c) {
  if (c->relation == PQ_REL_DEPENDS_ON) {
    return c->negated ? PQ_AS_INDEPENDENT : PQ_AS_DEPENDS;
  }
  return c->relation == PQ_REL_DIRECT ? PQ_AS_AGENT : PQ_AS_UPSTREAM;
}

/** Words that tell how firmly something is said. */
typedef enum pq_cue_kind {
  PQ_CUE_HEDGE,
  PQ_CUE_NEGATION,
  PQ_CUE_NO_NEGATION, /* not only */
  PQ_CUE_UNCLEAR,
  PQ_CUE_CONTROVERSY,
  PQ_CUE_DENIAL,
  PQ_CUE_DIRECT,
  PQ_CUE_INDIRECT,
  PQ_CUE_EITHER,
  PQ_CUE_SCANT,  /* of evidence: "is lacking" */
  PQ_CUE_SETTING /* in vitro; `clause`: its prepositional phrase, "cells" */
} pq_cue_kind;

/** The mark, of 64, of a word that stands second: of many cues and phrases that
 * begin alike, next to none goes on as the text does. */
static inline uint64_t pq_second_mark(pq_view word) {
  const unsigned char first = (unsigned char)pq_view_first(word);
  return (uint64_t)1 << (first + 7 * word.len) % 64;
}

/** A cue of one or more words. */
typedef struct pq_cue_rule {
  pq_view words[PQ_PHRASE_WORDS_MOST];
  uint32_t n_words;
  pq_cue_kind kind;
  bool clause;    /* its scope is what follows "that", not its own verb group */
  uint32_t next;  /* 1 + index of one with the same first word; 0 none */
  uint32_t other; /* of the first one of another word in the drawer */
  /* Of the first one with its first word, for all of them: */
  uint32_t alone;   /* the one that has no other word; 0 none */
  uint64_t seconds; /* marks of the second words */
} pq_cue_rule;

/** Several words that are one: "downstream of". */
typedef struct pq_phrase {
  pq_view words[PQ_PHRASE_WORDS_MOST];
  uint32_t n_words;
  uint32_t classes;
  pq_view as;     /* the slot name of a preposition; the word of a participle */
  pq_view before; /* a word that must follow, and is no part of it; or empty */
  uint32_t next;  /* 1 + index of the phrase before it that has the same first
                   * word; 0 none */
} pq_phrase;

/** Cues lie in drawers by their first word, so that a token asks few of them:
 *
 *   drawer --> "not only" --next--> "not clear" --next--> "not"
 *                  |other
 *              "may" */
enum {
  PQ_DRAWERS = 128
};

/** One line of the cache. */
typedef struct pq_word {
  pq_view text; /* lower case */
  pq_meanings meanings;
  uint64_t seconds;    /* marks of the second words of its phrases */
  uint32_t classes;    /* PQ_W_* */
  uint32_t verb, noun; /* triggers; 0 none */
  uint32_t phrases;    /* 1 + index of the last phrase that it begins; 0 none */
  uint16_t told;       /* noun: the trigger for annotation alone; 0 none */
  uint16_t put, taken; /* of a group: what putting, taking it is; 0 none */
  uint8_t forms;
  uint8_t class_noun; /* index into class_ids; 0 none */
} pq_word;

struct pq_grammar {
  pq_arena arena;
  pq_digest digest;
  PQ_VEC(pq_kind) kinds;
  PQ_VEC(pq_living) livings;
  PQ_VEC(pq_body) bodies;      /* ends of words first, by the words */
  PQ_VEC(pq_trigger) triggers; /* [0] unused */
  PQ_VEC(pq_frame_rule) frames;
  PQ_VEC(pq_compound) compounds;
  PQ_VEC(pq_cue_rule) cues;
  PQ_VEC(pq_phrase) phrases;
  uint32_t cue_drawers[PQ_DRAWERS]; /* 1 + index into cues; 0 none */
  PQ_VEC(pq_view) stops;
  pq_wordlist lists[PQ_N_LISTS];
  PQ_VEC(pq_view) class_ids; /* [0] unused: "PQ:class.kinase"; "*" is any */
  PQ_VEC(pq_word) words;     /* [0] unused */
  uint32_t *slots;  /* open addressing over words, by hash of the text */
  uint32_t n_slots; /* a power of two */
};

/** The first cue of those that begin with a word: 1 + its index; 0 if none
 * does.
 */
uint32_t pq_rules_cue(const pq_grammar *g, pq_view word);

/** Add a cue, which is new. */
PQ_NODISCARD pq_status pq_rules_add_cue(pq_grammar *g, const pq_cue_rule *cue);

/** The word, or NULL.  `lower` is in lower case. */
const pq_word *pq_rules_word(const pq_grammar *g, pq_view lower);

/** The word of a text in whatever case, or NULL. */
const pq_word *pq_rules_word_of(const pq_grammar *g, pq_view text);

/** Is a text a word that means this?  Of a unit pq_unit_means tells it. */
bool pq_text_means(const pq_grammar *g, pq_view text, pq_meaning m);

/** The word of this text, added if it is new.  NULL on failure
 * (g->arena.status). */
pq_word *pq_rules_add_word(pq_grammar *g, pq_view text);

/** The frame of this name, or PQ_NO_FRAME. */
uint32_t pq_rules_frame(const pq_grammar *g, pq_view name);

/** Mark row i of a frame where it is sought. */
void pq_rules_mark_row(pq_frame_rule *f, const pq_frame_row *row, uint32_t i);

/** What a verb sets off, or NULL; of an empty name, too. */
const pq_trigger *pq_rules_verb(const pq_grammar *g, pq_view lemma);

/** What a slot holds in this voice: the first row that fits, from row `*at` on,
 * which is set behind it.  NULL if there is none. */
const pq_frame_row *pq_rules_slot(const pq_grammar *g, uint32_t frame,
                                  pq_voice voice, pq_view slot, uint32_t *at);

/** The compound of this word ("mediated"), or NULL. */
const pq_compound *pq_rules_compound(const pq_grammar *g, pq_view word);

/** Add a noun and its plural. */
PQ_NODISCARD pq_status pq_rules_add_noun(pq_grammar *g, pq_view noun,
                                         uint32_t trigger);

/** As pq_rules_add_noun, for annotation alone. */
PQ_NODISCARD pq_status pq_rules_add_told(pq_grammar *g, pq_view noun,
                                         uint32_t trigger);

/** Add all forms of a verb: base, -s, -ed, -ing, and those given as irregular
 * ("bind bound bound"). */
PQ_NODISCARD pq_status pq_rules_add_verb(pq_grammar *g, pq_view forms,
                                         uint32_t trigger);

#endif
