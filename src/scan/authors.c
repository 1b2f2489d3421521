#include "authors.h"

#include "base/utf8.h"

static const char *const particles[] = {
    "de", "van",   "der", "den", "von", "di",  "da",  "la",
    "le", "del",   "dos", "ten", "ter", "el",  "du",  "al",
    "st", "della", "des", "mc",  "mac", "san", "dal", NULL};

static bool is_particle(const pq_line *l, uint32_t i) {
  return pq_line_says_any(l, i, particles);
}

/* A capitalised word of letters that may be a surname. */
static bool is_name(const pq_line *l, uint32_t i) {
  if (i >= l->n) return false;
  const uint32_t c = l->at[i].classes;
  if (!(c & PQ_TOKEN_WORD) || !(c & PQ_TOKEN_CAPITAL) ||
      (c & (PQ_TOKEN_DIGITS | PQ_TOKEN_MASKED))) {
    return false;
  }
  if (pq_line_word(l, i).len < 2) return false;
  /* "May" is none; "MAY" may be one, where all are in capitals */
  return (c & PQ_TOKEN_CAPITALS) || !pq_line_lists(l, i, PQ_LIST_NO_AUTHOR);
}

/* "JF" behind a surname. */
static bool is_initials(const pq_line *l, uint32_t i) {
  return i < l->n && (l->at[i].classes & PQ_TOKEN_CAPITALS) &&
         !(l->at[i].classes & PQ_TOKEN_DIGITS) &&
         l->at[i].span.end - l->at[i].span.begin <= 3;
}

/* "W" of "Li W W". */
static bool is_initial(const pq_line *l, uint32_t i) {
  return is_initials(l, i) && l->at[i].span.end - l->at[i].span.begin == 1;
}

/* A surname that is no abbreviation: "Lee" and "McCubrey", but not "TACE". */
static bool is_mixed(const pq_line *l, uint32_t i) {
  return is_name(l, i) && !(l->at[i].classes & PQ_TOKEN_CAPITALS);
}

static bool is_apostrophe(const pq_line *l, uint32_t i) {
  if (i >= l->n || !(l->at[i].classes & PQ_TOKEN_MARK)) return false;
  size_t at = l->at[i].span.begin;
  const uint32_t code = pq_utf8_mended(l->text, &at);
  return code == '\'' || code == 0x2019 || code == 0x60 || code == 0xB4;
}

/* Do the words on both sides of token `i` belong to one surname? */
static bool is_seam(const pq_line *l, uint32_t i) {
  return pq_line_dash(l, i) || is_apostrophe(l, i);
}

/* Extend a surname that ends at `i` to the left over what is glued to it
 * ("Ben-Neriah", "O'Brien") and over particles ("de Vries"). */
static uint32_t name_begin(const pq_line *l, uint32_t i) {
  while (i >= 2 && pq_line_glued(l, i) && pq_line_glued(l, i - 1) &&
         is_seam(l, i - 1) && (l->at[i - 2].classes & PQ_TOKEN_WORD)) {
    i -= 2;
  }
  while (i >= 1 && is_particle(l, i - 1) && !pq_line_says(l, i - 1, "al")) {
    --i;
  }
  return i;
}

/* Behind a seam a surname may go on in lower case: "Al-khodor", "D'amico". */
static bool ends_name(const pq_line *l, uint32_t i) {
  if (is_name(l, i)) return true;
  if (i < 2 || i >= l->n || !(l->at[i].classes & PQ_TOKEN_WORD) ||
      !pq_line_glued(l, i) || !pq_line_glued(l, i - 1)) {
    return false;
  }
  if (is_apostrophe(l, i - 1)) {
    return is_initial(l, i - 2) && l->at[i].span.end - l->at[i].span.begin > 2;
  }
  return is_seam(l, i - 1) && is_name(l, i - 2);
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
    if (!pq_line_says(l, k, "et") && !pq_line_says(l, k, "at") &&
        !pq_line_says(l, k, "e")) { /* slips of a hand */
      return false;
    }
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

/* The last token of the surname before initials that may end at token `i`:
 * "Ohta", "Li W W", "Moyer TC", "Lee B.", "Lee B.K." */
static uint32_t before_initials(const pq_line *l, uint32_t i) {
  while (i >= 2 && pq_line_mark(l, i, '.') && is_initials(l, i - 1)) {
    i -= 2;
  }
  if (i >= 2 && is_initial(l, i) && is_initial(l, i - 1)) --i;
  if (i >= 1 && is_initials(l, i) && ends_name(l, i - 1)) --i;
  return i;
}

/* One name that ends at `*i`; `*i` then stands on its first token. */
static bool take_name(const pq_line *l, uint32_t *i, pq_authors *out) {
  const uint32_t end = before_initials(l, *i);
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
    /* "that PLK4 binds STIL, and Ohta et al. (2014) found" */
    if (!is_mixed(l, before_initials(l, k)) && is_mixed(l, i)) return;
    if (!take_name(l, &k, out)) return;
    joined = joined || has_and;
    i = k;
  }
}

static pq_view words_of(const pq_line *l, uint32_t begin, uint32_t end) {
  return pq_span_text(l->text,
                      (pq_span){l->at[begin].span.begin, l->at[end].span.end});
}

/* Where these words stand in a list of authors, or its length. */
static size_t place_of(pq_view authors, pq_view words) {
  size_t at = 0;
  for (; at + words.len <= authors.len; ++at) {
    const pq_view rest = pq_view_skip(authors, at);
    if (!pq_view_alike(pq_view_head(rest, words.len), words)) continue;
    size_t end = at + words.len;
    if (end == authors.len) return at;
    if (!pq_utf8_is_letter(pq_utf8_next(authors, &end))) return at;
  }
  return authors.len;
}

/* Has the record's list a work whose first author is called so, and that
 * another one wrote with him? */
static bool list_knows(const pq_line *l, pq_view first, pq_view other) {
  for (uint32_t i = 0; i < l->r->references.n; ++i) {
    const pq_view authors = l->r->references.at[i].authors;
    if (!authors.len || place_of(authors, first) != 0) continue;
    if (!other.len || place_of(authors, other) < authors.len) return true;
  }
  return false;
}

/* Does a work begin behind token `i`: "(", ";", a comma behind a year? */
static bool is_edge(const pq_line *l, uint32_t i) {
  if (pq_line_mark(l, i, ',')) {
    return i > 0 && (l->at[i - 1].classes & PQ_TOKEN_MASKED);
  }
  return pq_line_mark(l, i, '(') || pq_line_mark(l, i, '[') ||
         pq_line_mark(l, i, ';');
}

/* Is the word before the first surname its first half: "(Al Hadithy et al."?
 * So it is where nothing else stands before it, unless the record's list knows
 * the author by the second half alone, or the word is the name of a thing. */
static void take_first_half(const pq_line *l, pq_authors *out) {
  if (out->begin < 2 || !is_mixed(l, out->begin - 1)) return;
  const uint32_t begin = name_begin(l, out->begin - 1);
  if (begin == 0 || !is_edge(l, begin - 1)) return;
  pq_view *const name = &out->work.authors[0];
  const size_t until = (size_t)(name->ptr - l->text.ptr) + name->len;
  const pq_view whole = pq_span_text(
      l->text, (pq_span){l->at[begin].span.begin, (uint32_t)until});
  if (!list_knows(l, whole, PQ_LIT(""))) {
    const pq_spelling *const is = pq_line_spelling(l, out->begin - 1);
    if (list_knows(l, *name, PQ_LIT(""))) return;
    if (is && (is->is & (PQ_SPELLED_ALONE | PQ_SPELLED_SPECIES))) return;
  }
  *name = whole;
  out->begin = begin;
}

/* The last token of the name before a comma before token `i`; 0: none. */
static uint32_t name_before(const pq_line *l, uint32_t i) {
  if (i < 3 || !pq_line_mark(l, i - 1, ',')) return 0;
  i -= 2;
  if (is_initials(l, i) && !pq_line_mark(l, i - 1, ',')) --i;
  return is_mixed(l, i) ? i : 0;
}

/* "Lee, Shuman et al.": commas alone join names if the record's list knows a
 * work by these authors. */
static void take_listed(const pq_line *l, pq_authors *out) {
  uint32_t first = out->begin;
  for (uint32_t k = name_before(l, first); k; k = name_before(l, first)) {
    first = name_begin(l, k);
    if (!list_knows(l, words_of(l, first, k), out->work.authors[0])) continue;
    while (out->begin > first) {
      const uint32_t end = name_before(l, out->begin);
      add_author(out, l, name_begin(l, end), end);
    }
  }
}

/* "Fitzpatrick, PF, 1999": initials behind a comma are no author, if the
 * record's list knows the name before them. */
static uint32_t past_initials(const pq_line *l, uint32_t i) {
  if (!is_initials(l, i)) return i;
  const uint32_t end = name_before(l, i);
  if (!end) return i;
  const pq_view name = words_of(l, name_begin(l, end), end);
  return list_knows(l, name, PQ_LIT("")) ? end : i;
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
  k = past_initials(l, k);
  if (!take_name(l, &k, out)) return false;
  take_others(l, k, out);
  take_first_half(l, out);
  if (l->r->references.n) take_listed(l, out);
  return true;
}
