/* UTF-8: check, step, count, fold. */
#ifndef PQ_BASE_UTF8_H
#define PQ_BASE_UTF8_H

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
