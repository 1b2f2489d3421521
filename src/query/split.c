#include "split.h"

/* Length of the term that the text begins with, or 0. */
static size_t term_length(pq_view v) {
  if (!v.len) return 0;
  if (*v.ptr == '<') {
    const size_t n = pq_view_find(v, '>');
    return n < v.len ? n + 1 : 0;
  }
  if (*v.ptr != '"') {
    const size_t n = pq_view_find(v, ' ');
    return pq_view_starts(v, PQ_LIT("_:")) && n < v.len ? n : 0;
  }
  size_t i = 1;
  while (i < v.len && v.ptr[i] != '"') {
    i += v.ptr[i] == '\\' ? 2 : 1;
  }
  if (i >= v.len) return 0;
  return i + 1 + pq_view_find(pq_view_skip(v, i + 1), ' ');
}

uint32_t pq_quad_split(pq_view line, pq_view terms[PQ_QUAD_TERMS]) {
  uint32_t n = 0;
  pq_view rest = pq_view_trim(line);
  for (size_t len = 0; n < PQ_QUAD_TERMS && (len = term_length(rest)); ++n) {
    terms[n] = pq_view_head(rest, len);
    rest = pq_view_trim(pq_view_skip(rest, len));
  }
  return n >= 3 && pq_view_same(rest, PQ_LIT(".")) ? n : 0;
}
