/* Text as (pointer, length): small helpers on pq_view. */
#ifndef PQ_BASE_VIEW_H
#define PQ_BASE_VIEW_H

#include "pathquill.h"

#include <string.h>

#define PQ_LIT(s) ((pq_view){"" s, sizeof(s) - 1})
/** For constant tables, where a compound literal is no constant. */
#define PQ_LIT_INIT(s) \
  { "" s, sizeof(s) - 1 }

/** A view of a terminated string; NULL is the empty view. */
static inline pq_view pq_view_of(const char *s) {
  return s ? (pq_view){s, strlen(s)} : (pq_view){"", 0};
}

static inline bool pq_view_same(pq_view a, pq_view b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static inline bool pq_view_starts(pq_view text, pq_view head) {
  return head.len <= text.len &&
         (head.len == 0 || memcmp(text.ptr, head.ptr, head.len) == 0);
}

static inline bool pq_view_ends(pq_view text, pq_view tail) {
  return tail.len <= text.len &&
         (tail.len == 0 ||
          memcmp(text.ptr + (text.len - tail.len), tail.ptr, tail.len) == 0);
}

/** Order by bytes, a prefix first: the one order of all outputs. */
static inline int pq_view_order(pq_view a, pq_view b) {
  const size_t n = a.len < b.len ? a.len : b.len;
  const int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
  return c ? c : (a.len > b.len) - (a.len < b.len);
}

/** The same for qsort and bsearch. */
static inline int pq_view_compare(const void *one, const void *two) {
  return pq_view_order(*(const pq_view *)one, *(const pq_view *)two);
}

/** `text` without its first `n` bytes; n is cut to the length. */
static inline pq_view pq_view_skip(pq_view text, size_t n) {
  const size_t k = n < text.len ? n : text.len;
  return (pq_view){k ? text.ptr + k : text.ptr, text.len - k};
}

/** The first `n` bytes; n is cut to the length. */
static inline pq_view pq_view_head(pq_view text, size_t n) {
  return (pq_view){text.ptr, n < text.len ? n : text.len};
}

/** Index of the first `c`, or `text.len`. */
static inline size_t pq_view_find(pq_view text, char c) {
  const char *hit = text.len ? memchr(text.ptr, c, text.len) : NULL;
  return hit ? (size_t)(hit - text.ptr) : text.len;
}

/** Index of the first byte from `at` on, before `end`, that the table marks, or
 * `end`.  For marks that are rare: four bytes are looked at together. */
static inline size_t pq_view_seek(pq_view text, size_t at, size_t end,
                                  const uint8_t marks[256]) {
  const unsigned char *const s = (const unsigned char *)text.ptr;
  while (at + 4 <= end && !(marks[s[at]] | marks[s[at + 1]] | marks[s[at + 2]] |
                            marks[s[at + 3]])) {
    at += 4;
  }
  while (at < end && !marks[s[at]]) {
    ++at;
  }
  return at;
}

/** Cut off what comes before the first `c`; `*rest` starts behind it, and is
 * empty with a NULL pointer when there was none. */
static inline pq_view pq_view_cut(pq_view *rest, char c) {
  const size_t at = pq_view_find(*rest, c);
  const pq_view head = pq_view_head(*rest, at);
  *rest = at < rest->len ? pq_view_skip(*rest, at + 1) : (pq_view){NULL, 0};
  return head;
}

static inline pq_view pq_view_trim(pq_view v) {
  while (v.len && (v.ptr[0] == ' ' || v.ptr[0] == '\t' || v.ptr[0] == '\n' ||
                   v.ptr[0] == '\r')) {
    v = pq_view_skip(v, 1);
  }
  while (v.len && (v.ptr[v.len - 1] == ' ' || v.ptr[v.len - 1] == '\t' ||
                   v.ptr[v.len - 1] == '\n' || v.ptr[v.len - 1] == '\r')) {
    --v.len;
  }
  return v;
}

/** Eight bytes as a number, the first one lowest: one load, if the machine has
 * them so. */
static inline uint64_t pq_view_eight(const char *at) {
  const unsigned char *const s = (const unsigned char *)at;
  return (uint64_t)s[0] | (uint64_t)s[1] << 8U | (uint64_t)s[2] << 16U |
         (uint64_t)s[3] << 24U | (uint64_t)s[4] << 32U | (uint64_t)s[5] << 40U |
         (uint64_t)s[6] << 48U | (uint64_t)s[7] << 56U;
}

/** The place, from 0 on, of the lowest byte whose high bit is set in `bits`,
 * which has no others and is not 0. */
static inline size_t pq_view_lowest(uint64_t bits) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  const uint64_t first = (bits & (0 - bits)) >> 7U;
  return (size_t)((((first - 1) & ones) * ones) >> 56U);
}

/** Of eight bytes: the high bit of the first that JSON escapes, and perhaps of
 * some behind it; 0 if there is none. */
static inline uint64_t pq_view_escapes(uint64_t v) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  /* A byte below n borrows from v - n, and so may those behind it. */
  const uint64_t quote = v ^ (ones * '"');
  const uint64_t slash = v ^ (ones * '\\');
  return (((v - ones * ' ') & ~v) | ((quote - ones) & ~quote) |
          ((slash - ones) & ~slash)) &
         (ones * 0x80);
}

/** Index of the first byte from `at` on that JSON escapes, or `text.len`. */
static inline size_t pq_view_escape(pq_view text, size_t at) {
  for (; text.len - at >= 8; at += 8) {
    const uint64_t hit = pq_view_escapes(pq_view_eight(text.ptr + at));
    if (hit) return at + pq_view_lowest(hit);
  }
  if (text.len >= 8 && at < text.len) { /* what is left, and a NUL behind it */
    const uint64_t last = pq_view_eight(text.ptr + (text.len - 8));
    const size_t known = 8 - (text.len - at);
    return at + pq_view_lowest(pq_view_escapes(last >> (8 * known)));
  }
  while (at < text.len && (unsigned char)text.ptr[at] >= ' ' &&
         text.ptr[at] != '"' && text.ptr[at] != '\\') {
    ++at;
  }
  return at;
}

/* ASCII classes that listen to no locale. */
static inline bool pq_is_digit(char c) {
  return c >= '0' && c <= '9';
}
static inline bool pq_is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
static inline bool pq_is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
static inline bool pq_is_alpha(char c) {
  return pq_is_lower((char)((unsigned char)c | 0x20U)); /* no branch */
}
static inline bool pq_is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
static inline char pq_to_lower(char c) {
  const unsigned upper = pq_is_upper(c);
  return (char)((unsigned char)c | upper << 5U); /* no branch */
}

/** The first byte, in lower case; NUL if there is none. */
static inline char pq_view_first(pq_view text) {
  if (!text.len) return '\0';
  return pq_to_lower(text.ptr[0]);
}

/** Equal but for ASCII case. */
static inline bool pq_view_alike(pq_view a, pq_view b) {
  if (a.len != b.len) return false;
  for (size_t i = 0; i < a.len; ++i) {
    if (pq_to_lower(a.ptr[i]) != pq_to_lower(b.ptr[i])) return false;
  }
  return true;
}

/** May two bytes be one letter in ASCII?  False is certain: they differ in more
 * than the bit of the case. */
static inline bool pq_may_alike(char a, char b) {
  return (((unsigned char)a ^ (unsigned char)b) & 0xDFU) == 0;
}

/** Is it this word, but for ASCII case?  Most words differ in their first
 * letter, so the length of `word` is not asked for. */
static inline bool pq_view_says(pq_view text, const char *word) {
  if (text.len && !pq_may_alike(text.ptr[0], word[0])) return false;
  for (size_t i = 0; i < text.len; ++i) {
    if (!word[i] || pq_to_lower(text.ptr[i]) != pq_to_lower(word[i])) {
      return false;
    }
  }
  return word[text.len] == '\0';
}

/** The same for a list of words that NULL ends. */
static inline bool pq_view_says_any(pq_view text, const char *const *words) {
  if (!text.len) return false;
  const char first = text.ptr[0];
  for (; *words; ++words) {
    if (pq_may_alike(**words, first) && pq_view_says(text, *words)) {
      return true;
    }
  }
  return false;
}

#endif
