/* What the letters of a word tell by themselves.  Its first four are a number:
 * two words are compared by one test, and of a word that stands in the source
 * it is a constant. */
#ifndef PQ_CLAIM_LETTERS_H
#define PQ_CLAIM_LETTERS_H

#include "base/view.h"

/** The first four bytes of a text as a number, the first one lowest, with the
 * bit of small letters; 0 for those behind its end. */
static inline uint32_t pq_head_of(const char *at, size_t len) {
  uint32_t head = 0;
  if (len > 0) head |= (unsigned char)at[0] | 0x20U;
  if (len > 1) head |= ((unsigned char)at[1] | 0x20U) << 8U;
  /* cppcheck-suppress arrayIndexOutOfBounds; len tells how many there are */
  if (len > 2) head |= ((unsigned char)at[2] | 0x20U) << 16U;
  /* cppcheck-suppress arrayIndexOutOfBounds; so here */
  if (len > 3) head |= ((unsigned char)at[3] | 0x20U) << 24U;
  return head;
}

/** Does the head say all of a word?  It does of four letters. */
static inline bool pq_head_is_all(const char *word, size_t len) {
  return len <= 4 && (len < 1 || pq_is_alpha(word[0])) &&
         (len < 2 || pq_is_alpha(word[1])) &&
         (len < 3 || pq_is_alpha(word[2])) && (len < 4 || pq_is_alpha(word[3]));
}

/** Is it one name of two: "STAT5A and STAT5B"? */
static inline bool pq_view_names_two(pq_view w) {
  for (size_t k = 0; k + 5 <= w.len; ++k) {
    if (w.ptr[k] == ' ' &&
        pq_view_alike((pq_view){w.ptr + k, 5}, PQ_LIT(" and "))) {
      return true;
    }
  }
  return false;
}

#endif
