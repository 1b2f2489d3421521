#include "wordlist.h"

#include <assert.h>

pq_status pq_wordlist_add(pq_arena *arena, pq_wordlist *list, pq_wordlist_of of,
                          pq_view word) {
  assert(word.len > 0);
  const bool last = of == PQ_LIST_OF_TAILS;
  const size_t drawer = pq_wordlist_drawer(word.ptr[last ? word.len - 1 : 0]);
  if (list->words.n == UINT16_MAX) return PQ_LIMIT;
  PQ_PUSH(arena, &list->words, word);
  uint32_t at = list->words.n - 1;
  for (; at > list->from[drawer + 1]; --at) {
    list->words.at[at] = list->words.at[at - 1];
  }
  list->words.at[at] = word;
  for (size_t i = drawer + 1; i <= PQ_LIST_DRAWERS; ++i) {
    ++list->from[i];
  }
  return PQ_OK;
}

bool pq_wordlist_seek(const pq_wordlist *list, size_t drawer, pq_view text) {
  for (uint32_t i = list->from[drawer]; i < list->from[drawer + 1]; ++i) {
    if (pq_view_alike(list->words.at[i], text)) return true;
  }
  return false;
}

bool pq_wordlist_begins(const pq_wordlist *list, pq_view text) {
  const size_t drawer = text.len ? pq_wordlist_drawer(text.ptr[0]) : 0;
  for (uint32_t i = list->from[drawer]; i < list->from[drawer + 1]; ++i) {
    const pq_view word = list->words.at[i];
    if (pq_view_alike(pq_view_head(text, word.len), word)) return true;
  }
  return false;
}

bool pq_wordlist_ends(const pq_wordlist *list, pq_view text) {
  const size_t n = text.len;
  const size_t drawer = n ? pq_wordlist_drawer(text.ptr[n - 1]) : 0;
  for (uint32_t i = list->from[drawer]; i < list->from[drawer + 1]; ++i) {
    const pq_view word = list->words.at[i];
    if (word.len > n) continue;
    if (pq_view_alike(pq_view_skip(text, n - word.len), word)) return true;
  }
  return false;
}
