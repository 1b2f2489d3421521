/* Words as they are written, kept from record to record.  Prose repeats its
 * words, and much of what a room asks of a word depends on nothing but its
 * bytes: the answer is kept beside it, and the next token that is spelled so
 * has it.
 *
 *   token "binding" --> spelling 17: no residue, begins names, verb of the
 *   grammar
 *
 * A record may do without: then all is asked anew, with the same answers.  The
 * answers are of one grammar and one lexicon; another needs spellings of its
 * own.
 */
#ifndef PQ_MODEL_SPELLING_H
#define PQ_MODEL_SPELLING_H

#include "span.h"

#include "base/arena.h"
#include "base/vec.h"

/** What is known of a spelling. */
enum {
  PQ_SPELLED_FUNCTION = 1, /* "the": begins no name, mostly */
  PQ_SPELLED_BARREN = 2,   /* no name begins with its first run ... */
  PQ_SPELLED_OPEN = 4,     /* ... which may go on in the next token */
  PQ_SPELLED_APART = 8,    /* a run ends at the space before it */
  PQ_SPELLED_BARE = 16,    /* nothing is written onto it: no "p", no "anti" */
  PQ_SPELLED_NAME = 32,    /* it looks like a name that nobody knows */
  PQ_SPELLED_CUE = 64,     /* it speaks of residues: "site", "phosphorylated" */
  PQ_SPELLED_ASKED = 128,  /* the grammar was asked for `word` ... */
  PQ_SPELLED_LED = 256,    /* ... and for `cue` */
  PQ_SPELLED_ILL = 512,    /* the name of a disease may end in it */
  PQ_SPELLED_SPECIES = 1024, /* the name of a species begins with it */
  PQ_SPELLED_ALONE = 2048,   /* it, or its singular, is a name as it stands */
  PQ_SPELLED_LETTERS = 4096, /* ASCII letters and nothing else */
  PQ_SPELLED_SITE = 8192,    /* it may begin a site: "serine", "Y705", "Y" */
  PQ_SPELLED_SOUGHT = 16384  /* what it is by itself is known: `found` */
};

enum {
  PQ_SPELLING_MOST = 24,       /* bytes of a word that is kept */
  PQ_SPELLINGS_MOST = 1 << 15, /* when there are more, all are forgotten */
  PQ_SPELLINGS_SLOTS = 1 << 16,
  PQ_PAIRS_SLOTS = 1 << 13
};

/** The name that a word is by itself, wherever it stands. */
typedef struct pq_word_name {
  uint32_t entry; /* of the layer's image */
  uint16_t score;
  uint8_t layer, flags;
  bool any; /* false: it is none */
} pq_word_name;

/** Small, and with its text inside: it is looked at for every token, and lies
 * in one line of the cache. */
typedef struct pq_spelling {
  char bytes[PQ_SPELLING_MOST]; /* NULs behind the word */
  uint8_t len;
  uint8_t run;      /* bytes of its key's first run */
  uint8_t reach;    /* of the longest key of a name that begins with the run */
  char residue;     /* that it names, or 0 */
  uint32_t classes; /* of a token: PQ_TOKEN_*; set by scan */
  uint32_t is;      /* PQ_SPELLED_* */
  uint32_t word;    /* of the grammar; 0 none */
  uint32_t cue;     /* the first that begins with it: 1 + index; 0 none */
  uint32_t next; /* characters that go on in longer names: pq_character_mark */
  uint32_t from; /* where those names begin in the first layer; 0 not known */
  pq_word_name found;
} pq_spelling;

static inline pq_view pq_spelling_text(const pq_spelling *s) {
  return (pq_view){s->bytes, s->len};
}

/** Two spellings, or a spelling and a mark, one behind the other, that no name
 * has: the last pair of each hash. */
typedef struct pq_pairs {
  uint64_t at[PQ_PAIRS_SLOTS];
} pq_pairs;

typedef struct pq_spellings {
  pq_arena arena;
  PQ_VEC(pq_spelling) all; /* [0] unused */
  uint16_t *slots;         /* open addressing, by hash; 0 is free */
  pq_pairs *strange;       /* NULL until there is a spelling */
} pq_spellings;

/** The pair of two spellings, and its place; an ASCII mark counts as one behind
 * them all. */
static inline uint64_t pq_pair_of(uint32_t first, uint32_t second, bool glued) {
  return (uint64_t)first << 32U | (uint64_t)second << 1U | (glued ? 1U : 0U);
}

static inline uint64_t *pq_pair_slot(pq_pairs *pairs, uint64_t pair) {
  const uint64_t mixed = pair * 0x9E3779B97F4A7C15U;
  return &pairs->at[mixed >> 51U];
}

void pq_spellings_open(pq_spellings *s, pq_alloc *alloc);
void pq_spellings_close(pq_spellings *s);

/** Between two records: forget all if there are too many. */
void pq_spellings_turn(pq_spellings *s);

/** Where pq_spellings_find will begin to look for the word at `at`.  The table
 * is too large for the first cache: who asks for all words of a sentence first,
 * and then has each slot's spelling brought near, waits for none of them. */
uint32_t pq_spellings_seek(const pq_spellings *s, pq_view text, pq_span at);
void pq_spellings_near(const pq_spellings *s, uint32_t slot);

/** The spelling of the word at `at`, of at most PQ_SPELLING_MOST bytes, added
 * if it is new: then its `classes` and `is` are 0.  0 if there are too many. */
PQ_NODISCARD pq_status pq_spellings_find(pq_spellings *s, pq_view text,
                                         pq_span at, uint32_t *out);

#endif
