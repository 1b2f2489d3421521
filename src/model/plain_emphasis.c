/* "_JAK2_", "__JAK2__": what Markdown sets off by low lines.  Those within a
 * name, "hsa_miR_21", are a part of it. */
#include "plain_part.h"

enum {
  FAR = 80,    /* bytes from one to the other */
  RUN_MOST = 2 /* of low lines */
};

static bool is_inner(char c) {
  return pq_is_alpha(c) || pq_is_digit(c) || (unsigned char)c >= 0x80;
}

/* The low lines at `at`, 0 if there are none, or too many. */
static size_t run_at(pq_view text, size_t at) {
  size_t n = 0;
  while (at + n < text.len && text.ptr[at + n] == '_') {
    ++n;
  }
  return n <= RUN_MOST ? n : 0;
}

static bool opens(pq_view text, size_t at, size_t n) {
  const bool alone =
      !at || (!is_inner(text.ptr[at - 1]) && text.ptr[at - 1] != '_');
  return n && alone && at + n < text.len && is_inner(text.ptr[at + n]);
}

static bool closes(pq_view text, size_t at, size_t n) {
  if (!n || !at) return false;
  const char before = text.ptr[at - 1];
  return (is_inner(before) || before == ')') &&
         (at + n == text.len || !is_inner(text.ptr[at + n]));
}

static bool has_end(pq_view text, size_t at, size_t n) {
  for (size_t i = at + n; i < text.len && i < at + FAR; ++i) {
    if (text.ptr[i] == '\n') return false;
    if (text.ptr[i] != '_') continue;
    if (run_at(text, i) == n && closes(text, i, n)) return true;
  }
  return false;
}

static bool has_begin(pq_view text, size_t at, size_t n) {
  for (size_t i = at; i > 0 && at - i < FAR; --i) {
    if (text.ptr[i - 1] == '\n') return false;
    if (text.ptr[i - 1] != '_') continue;
    const size_t first = i < n ? 0 : i - n;
    if (run_at(text, first) == n && opens(text, first, n)) return true;
  }
  return false;
}

size_t pq_plain_emphasis(pq_view text, size_t at) {
  const size_t n = run_at(text, at);
  const bool first = opens(text, at, n) && has_end(text, at, n);
  return first || (closes(text, at, n) && has_begin(text, at, n)) ? n : 0;
}
