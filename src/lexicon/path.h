/* The way of a name through the tokens of a sentence: how far some name may
 * reach, and the keys on the way.  Never allocates.
 *
 *   token     PI3K   /   AKT
 *   run       "pi" -> the longest key that begins so has 22 bytes
 *   keys      "pi3k" "pi3k/" "pi3k/akt"
 */
#ifndef PQ_LEXICON_PATH_H
#define PQ_LEXICON_PATH_H

#include "layer.h"
#include "normal.h"

/** Keys of the first, the first two, ... tokens. */
typedef struct pq_path {
  pq_normal plain, spaced; /* dashes dropped; dashes as spaces */
  bool split;              /* there is a dash, so that they differ */
  bool strange;            /* no name begins with the first two tokens */
  uint32_t end_plain[PQ_TOKENS_MOST];
  uint32_t end_spaced[PQ_TOKENS_MOST]; /* 0 before the first dash */
  uint32_t from[PQ_TOKENS_MOST];       /* of the plain ones: where keys begin so
                                          in the first layer; 0 not known */
  uint32_t n;
} pq_path;

/** The keys from the token `look->at` on; `n` is 0 if no name begins there. */
void pq_path_find(const pq_lexicon *lex, const pq_look *look, pq_path *p);

/** The spelling of the token, if no name of several tokens begins there; NULL
 * if this is not known. */
pq_spelling *pq_path_single(const pq_look *look);

/** As pq_lexicon_passes. */
bool pq_path_passes(const pq_look *look);

/** As pq_lexicon_spell, but for PQ_SPELLED_BARE. */
void pq_path_spell(const pq_lexicon *lex, pq_spelling *s);

/** An ending to take off, and whether a y comes in its place. */
typedef struct pq_ending {
  uint32_t cut;
  bool y;
} pq_ending;

/** Is it a plural?  "STAT3s", "kinases", "antibodies", "complexes"; never -ss,
 * -us, -is. */
bool pq_path_plural(pq_view word, pq_ending *out);

/** The text without its ending; made in `room` if a letter comes in its place.
 */
pq_view pq_path_cut(pq_view text, pq_ending e, char *room, size_t size);

#endif
