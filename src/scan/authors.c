#include "authors.h"

#include "base/utf8.h"

/* Words that begin a sentence before a year but are nobody's name. */
static const char *const not_names[] = {
    "In",       "Since",    "By",       "Until",    "During",   "From",
    "After",    "Before",   "The",      "January",  "February", "March",
    "April",    "May",      "June",     "July",     "August",   "September",
    "October",  "November", "December", "Reactome", "Figure",   "Table",
    "Around",   "About",    "Release",  "Version",  "See",      "And",
    "Reviewed", "Review",   "Also",     "For",      "Fig"};

static const char *const particles[] = {
    "de", "van",   "der", "den", "von", "di",  "da", "la",
    "le", "del",   "dos", "ten", "ter", "el",  "du", "al",
    "st", "della", "des", "mc",  "mac", "san", "dal"};

static bool listed(pq_view word, const char *const *list, size_t n, bool fold) {
  const char first = pq_view_first(word);
  for (size_t i = 0; i < n; ++i) {
    if (pq_to_lower(list[i][0]) != first) continue;
    const pq_view one = pq_view_of(list[i]);
    if (fold ? pq_view_alike(word, one) : pq_view_same(word, one)) return true;
  }
  return false;
}

static bool is_particle(const pq_line *l, uint32_t i) {
  return i < l->n && listed(pq_line_word(l, i), particles,
                            sizeof particles / sizeof particles[0], true);
}

/* A capitalised word of letters that may be a surname. */
static bool is_name(const pq_line *l, uint32_t i) {
  if (i >= l->n) return false;
  const uint32_t c = l->at[i].classes;
  if (!(c & PQ_TOKEN_WORD) || !(c & PQ_TOKEN_CAPITAL) ||
      (c & (PQ_TOKEN_DIGITS | PQ_TOKEN_MASKED))) {
    return false;
  }
  const pq_view w = pq_line_word(l, i);
  return w.len > 1 &&
         !listed(w, not_names, sizeof not_names / sizeof not_names[0], false);
}

/* "JF" behind a surname. */
static bool is_initials(const pq_line *l, uint32_t i) {
  return i < l->n && (l->at[i].classes & PQ_TOKEN_CAPITALS) &&
         !(l->at[i].classes & PQ_TOKEN_DIGITS) &&
         l->at[i].span.end - l->at[i].span.begin <= 3;
}

static bool is_apostrophe(const pq_line *l, uint32_t i) {
  if (i >= l->n || !(l->at[i].classes & PQ_TOKEN_MARK)) return false;
  size_t at = l->at[i].span.begin;
  const uint32_t code = pq_utf8_next(l->text, &at);
  return code == '\'' || code == 0x2019 || code == 0x60 || code == 0xB4;
}

/* Extend a surname that ends at `i` to the left over what is glued to it
 * ("Ben-Neriah", "O'Brien") and over particles ("de Vries"). */
static uint32_t name_begin(const pq_line *l, uint32_t i) {
  while (i >= 2 && pq_line_glued(l, i) && pq_line_glued(l, i - 1) &&
         (pq_line_dash(l, i - 1) || is_apostrophe(l, i - 1)) &&
         (l->at[i - 2].classes & PQ_TOKEN_WORD)) {
    i -= 2;
  }
  while (i >= 1 && is_particle(l, i - 1) && !pq_line_says(l, i - 1, "al")) {
    --i;
  }
  return i;
}

/* Behind a hyphen a surname may go on in lower case: "Al-khodor". */
static bool ends_name(const pq_line *l, uint32_t i) {
  if (is_name(l, i)) return true;
  return i >= 2 && i < l->n && (l->at[i].classes & PQ_TOKEN_WORD) &&
         pq_line_glued(l, i) && pq_line_dash(l, i - 1) && is_name(l, i - 2);
}

static bool is_and(const pq_line *l, uint32_t i) {
  return pq_line_says(l, i, "and") || pq_line_mark(l, i, '&');
}

/* Step back over "et al" and its stops from `*i` (the last token). */
static bool step_et_al(const pq_line *l, uint32_t *i) {
  uint32_t k = *i;
  if (pq_line_mark(l, k, '.') && k > 0) --k;
  if (k >= 1 && pq_line_says(l, k, "al")) {
    --k;
    if (pq_line_mark(l, k, '.') && k > 0) --k;
    if (!pq_line_says(l, k, "et")) return false;
  } else if (k >= 1 && is_and(l, k - 1) &&
             (pq_line_says(l, k, "colleagues") ||
              pq_line_says(l, k, "coworkers") ||
              pq_line_says(l, k, "others"))) {
    --k;
  } else if (!pq_line_says(l, k, "etal")) {
    return false;
  }
  *i = k;
  return true;
}

static void add_author(pq_authors *out, const pq_line *l, uint32_t begin,
                       uint32_t end) {
  pq_work *const w = &out->work;
  if (w->n_authors == PQ_AUTHORS_MOST) return;
  for (uint32_t k = w->n_authors; k > 0; --k) {
    w->authors[k] = w->authors[k - 1];
  }
  w->authors[0] = pq_span_text(
      l->text, (pq_span){l->at[begin].span.begin, l->at[end].span.end});
  ++w->n_authors;
  out->begin = begin;
}

/* One name that ends at `*i`; `*i` then stands on its first token. */
static bool take_name(const pq_line *l, uint32_t *i, pq_authors *out) {
  uint32_t end = *i;
  if (end >= 1 && is_initials(l, end) && is_name(l, end - 1)) --end;
  if (!ends_name(l, end)) return false;
  const uint32_t begin = name_begin(l, end);
  add_author(out, l, begin, end);
  *i = begin;
  return true;
}

/* "A, B and C" and "A and B": more names before the first. */
static void take_others(const pq_line *l, uint32_t i, pq_authors *out) {
  bool joined = false;
  while (i >= 2) {
    uint32_t k = i - 1;
    const bool has_and = is_and(l, k);
    if (has_and && k >= 1) --k;
    const bool comma = pq_line_mark(l, k, ',');
    if (comma && k >= 1) --k;
    if (!has_and && !(comma && joined)) return;
    if (!take_name(l, &k, out)) return;
    joined = joined || has_and;
    i = k;
  }
}

static bool step_mark(const pq_line *l, uint32_t *k, const char *marks) {
  for (const char *m = marks; *m; ++m) {
    if (*k > 0 && pq_line_mark(l, *k, *m)) {
      --*k;
      return true;
    }
  }
  return false;
}

bool pq_authors_before(const pq_line *l, uint32_t year, pq_authors *out) {
  if (year == 0) return false;
  *out = (pq_authors){.end = year};
  uint32_t k = year - 1;
  out->bracketed = step_mark(l, &k, "([");
  while (step_mark(l, &k, ",;")) {
    /* punctuation between the names and the year */
  }
  out->end = k + 1;
  uint32_t before = k;
  if (step_et_al(l, &before)) {
    if (before == 0) return false;
    out->work.et_al = true;
    k = before - 1;
    (void)step_mark(l, &k, ",");
  } else if (step_mark(l, &k, ".")) {
    out->end = k + 1;
  }
  if (!take_name(l, &k, out)) return false;
  take_others(l, k, out);
  return true;
}
