/* The key of a name: what is left when spelling is free.
 *
 *   raw   N F - κ B            S T A T ‑ 3          nuclear factor-kappa B
 *   key   n f kappa b          s t a t 3            nuclear factorkappab
 *   from  0 1 3 3 3 3 3 5      0 1 2 3 7            ...
 * Dashes go; a space goes where a letter meets a digit, before a Greek name and
 * between a Greek name and a single letter; all other spaces stay, since
 * without them "in a" would be INA.
 *
 * Feeding a text piece by piece, cut at its tokens, gives the key of every
 * prefix on the way: what a token adds depends on what stands before it only.
 */
#ifndef PQ_LEXICON_NORMAL_H
#define PQ_LEXICON_NORMAL_H

#include "base/view.h"

enum {
  PQ_KEY_MOST = 160,
  PQ_FOLD_MOST = 8,
  PQ_KEY_ROOM = PQ_KEY_MOST + 1 + PQ_FOLD_MOST /* while a piece is read */
};

/** What a character is, once folded. */
typedef enum pq_fold_class {
  PQ_FOLD_NOTHING, /* a combining mark: belongs to the letter before it */
  PQ_FOLD_SOFT,    /* a soft hyphen: dropped, but a word ends there */
  PQ_FOLD_LETTER,
  PQ_FOLD_GREEK, /* the name of a Greek letter */
  PQ_FOLD_DIGIT,
  PQ_FOLD_DASH,
  PQ_FOLD_BLANK,
  PQ_FOLD_MARK
} pq_fold_class;

/** One character of valid UTF-8, folded; letters keep their case. */
typedef struct pq_fold {
  char text[PQ_FOLD_MOST];
  uint8_t len;
  pq_fold_class is;
} pq_fold;

/** Fold the character at `*at` and step over it. */
pq_fold pq_fold_next(pq_view raw, size_t *at);

/** How a key is made. */
enum {
  PQ_NORMAL_SPACE = 1, /* a dash counts as a space */
  PQ_NORMAL_CASE = 2   /* letters keep their case */
};

/** A key that is being made. */
typedef struct pq_normal {
  char text[PQ_KEY_ROOM];
  uint32_t len;
  uint32_t how;
  uint32_t last_at;   /* where the piece begins that was put last */
  pq_fold_class last; /* and what it is */
  bool blank, dash;   /* stands between what was put last and what comes */
  bool dashed;        /* there was a dash */
  bool full;          /* longer than a name may be: no key */
} pq_normal;

void pq_normal_begin(pq_normal *k, uint32_t how);

/** Put bytes [from, to) of `raw` in.  They begin and end where a run of letters
 * does.  False if the key has become too long. */
bool pq_normal_add(pq_normal *k, pq_view raw, size_t from, size_t to);

/** Put in a word of ASCII letters, which `apart` says to be two or more and no
 * Greek name, behind a space or (no `gap`) nothing: as pq_normal_add does.
 * False if that must be asked instead; then nothing was done. */
bool pq_normal_word(pq_normal *k, pq_view word, bool gap, bool apart);

/** Put in a mark of ASCII that is no dash, likewise; as pq_normal_add does. */
bool pq_normal_mark(pq_normal *k, char mark, bool gap);

/** The key of a whole text; empty if it is too long. */
pq_view pq_normal_of(pq_normal *k, pq_view raw, uint32_t how);

static inline pq_view pq_normal_key(const pq_normal *k) {
  return (pq_view){k->text, k->len};
}

/** Are these letters the name of a Greek one, or a long one's with a letter
 * behind it?  No space stays before it in a key. */
bool pq_normal_greek(pq_view letters);

/** The first run of a key: its letters up to a digit, a space, a mark or the
 * spelled name of a Greek letter; or its digits; or one mark. */
pq_view pq_normal_run(pq_view key);

#endif
