/* Lists of words that the room `scan` asks for.  They are data of the grammar,
 * and reach the room in the record, as `bodies` do:
 *
 *   names.yaml     disease-kind: [disease, diseases, disorder, disorders]
 *   wordlists.def  PQ_WORDLIST(DISEASE_KIND, "disease-kind", WORDS)
 *   scan           pq_line_lists(l, i, PQ_LIST_DISEASE_KIND)
 */
#ifndef PQ_MODEL_WORDLIST_H
#define PQ_MODEL_WORDLIST_H

#include "base/vec.h"
#include "base/view.h"

typedef enum pq_wordlist_id {
#define PQ_WORDLIST(id, name, of) PQ_LIST_##id,
#include "wordlists.def"
  PQ_N_LISTS
} pq_wordlist_id;

/** What is listed. */
typedef enum pq_wordlist_of {
  PQ_LIST_OF_WORDS,
  PQ_LIST_OF_HEADS, /* with which words begin */
  PQ_LIST_OF_TAILS  /* with which words end */
} pq_wordlist_of;

enum {
  PQ_LIST_DRAWERS = 32
};

/** They lie in drawers by their first letter, or, of ends, by their last one: a
 * word is compared with next to none.  A byte counts by its lowest five bits,
 * so that the case does not. */
typedef struct pq_wordlist {
  PQ_VEC(pq_view) words;              /* in small letters, none empty */
  uint16_t from[PQ_LIST_DRAWERS + 1]; /* where a drawer begins */
} pq_wordlist;

static inline size_t pq_wordlist_drawer(char letter) {
  return (unsigned char)letter % PQ_LIST_DRAWERS;
}

/** Append a word, which is not empty. */
PQ_NODISCARD pq_status pq_wordlist_add(pq_arena *arena, pq_wordlist *list,
                                       pq_wordlist_of of, pq_view word);

/** Of words: is it one of them, but for ASCII case?  As pq_wordlist_has, for a
 * drawer that is not empty. */
bool pq_wordlist_seek(const pq_wordlist *list, size_t drawer, pq_view text);

static inline bool pq_wordlist_has(const pq_wordlist *list, pq_view text) {
  const size_t drawer = text.len ? pq_wordlist_drawer(text.ptr[0]) : 0;
  return list->from[drawer] < list->from[drawer + 1] &&
         pq_wordlist_seek(list, drawer, text);
}

/** Of heads: does it begin with one of them? */
bool pq_wordlist_begins(const pq_wordlist *list, pq_view text);

/** Of tails: does it end with one of them? */
bool pq_wordlist_ends(const pq_wordlist *list, pq_view text);

#endif
