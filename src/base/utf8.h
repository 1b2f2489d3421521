/* UTF-8: check, step, count, fold. */
#ifndef PQ_BASE_UTF8_H
#define PQ_BASE_UTF8_H

#include "base/arena.h"
#include "base/buf.h"

/** Offset of the first byte that is no valid UTF-8 or is NUL; `text.len` if
 * there is none.  Surrogates and overlong forms are not valid. */
size_t pq_utf8_check(pq_view text);

/** The code point at `*at` of valid text, and step over it. */
uint32_t pq_utf8_next_wide(pq_view text, size_t *at);
/** The same; nearly all text is ASCII. */
static inline uint32_t pq_utf8_next(pq_view text, size_t *at) {
  const unsigned char c = (unsigned char)text.ptr[*at];
  if (c >= 0x80) return pq_utf8_next_wide(text, at);
  ++*at;
  return c;
}

/** The same, but of UTF-8 that was read as Windows-1252 or Latin-1, a character
 * for each byte, and written as UTF-8 again: all of them are one step, and what
 * they stand for is returned ("Ã¤" is ä, "Î±" alpha, "â€‘" a dash).  Only what
 * Latin, Greek and marks may have become counts, and a Latin letter only beside
 * another: "5Å–6Å" is whole.  `text` must hold what stands before, too. */
uint32_t pq_utf8_mended_wide(pq_view text, size_t *at);
static inline uint32_t pq_utf8_mended(pq_view text, size_t *at) {
  const unsigned char c = (unsigned char)text.ptr[*at];
  if (c >= 0x80) return pq_utf8_mended_wide(text, at);
  ++*at;
  return c;
}

/** `*text` with what was meant in all places; a copy in the arena, but where
 * nothing is to be mended.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_utf8_mend(pq_arena *arena, pq_view *text);

/** Code points in valid text. */
size_t pq_utf8_count(pq_view text);

/** Append a code point.  Returns its bytes, 1 to 4, written to `out`. */
size_t pq_utf8_put(uint32_t code, char out[4]);

/** Letters of any script; digits are not. */
bool pq_utf8_is_letter(uint32_t code);
bool pq_utf8_is_upper(uint32_t code);
/** Combining marks, which belong to the letter before them. */
bool pq_utf8_is_mark(uint32_t code);
/** Simple lower case. */
uint32_t pq_utf8_lower(uint32_t code);

/** Append `text` without diacritics and in lower case: NFD, marks dropped,
 * lower case, with the letters that do not decompose (ø ł đ æ œ ß þ ı)
 * spelled in ASCII. */
void pq_utf8_fold(pq_view text, pq_buf *out);

/** Append `text` in Unicode's form NFKC. */
void pq_utf8_nfkc(pq_view text, pq_buf *out);

/** The base letter of a Latin letter with diacritics, else `code`. */
uint32_t pq_utf8_base(uint32_t code);

#endif
