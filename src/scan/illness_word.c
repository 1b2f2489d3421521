/* What a disease is called ends in one of few words, or a word with one of few
 * ends: no list of names could be as long. */
#include "illness.h"

enum {
  SHORTEST = 6 /* "coma", "uremia" */
};

bool pq_illness_is_word(const pq_record *r, pq_view word) {
  /* "LIPOMA", "SCAIDE": what ends in capitals is a symbol */
  return r->lists && word.len >= SHORTEST &&
         pq_is_lower(word.ptr[word.len - 1]) &&
         pq_is_lower(word.ptr[word.len - 2]) &&
         pq_wordlist_ends(&r->lists[PQ_LIST_DISEASE_END], word);
}
