#include "citation.h"

#include "authors.h"

#include "base/utf8.h"

enum {
  CITATIONS_MOST = 500,
  YEARS_MOST = 8
};

typedef struct year_item {
  uint32_t year;
  char letter;
} year_item;

/* Is token i a number, or a word with one in it, and not masked? */
static bool has_digit(const pq_line *l, uint32_t i) {
  const uint32_t classes = l->at[i].classes;
  return (classes & (PQ_TOKEN_NUMBER | PQ_TOKEN_DIGITS)) &&
         !(classes & PQ_TOKEN_MASKED);
}

/* A year with its letter: "2006", "2006a". */
static bool year_at(const pq_line *l, uint32_t i, year_item *out) {
  if (i >= l->n || !has_digit(l, i)) return false;
  const pq_view w = pq_line_word(l, i);
  if (w.len < 4 || w.len > 5) return false;
  const uint32_t year = pq_number_of(pq_view_head(w, 4));
  if (year < 1900 || year > 2099) return false;
  if (w.len == 5 && !pq_is_lower(w.ptr[4])) return false;
  *out = (year_item){.year = year};
  if (w.len == 5) out->letter = w.ptr[4];
  return true;
}

/* A lone letter that distinguishes works of one year: "2006 a,b". */
static char letter_at(const pq_line *l, uint32_t i) {
  const pq_view w = pq_line_word(l, i);
  if (w.len == 1 && w.ptr[0] >= 'a' && w.ptr[0] <= 'h') return w.ptr[0];
  return '\0';
}

static bool is_joint(const pq_line *l, uint32_t i) {
  return pq_line_mark(l, i, ',') || pq_line_mark(l, i, '&') ||
         pq_line_mark(l, i, '/') || pq_line_says(l, i, "and");
}

/* The token behind joints from `i`: ",", "and", ", and". */
static uint32_t past_joints(const pq_line *l, uint32_t i) {
  uint32_t k = i;
  while (k < i + 2 && is_joint(l, k)) {
    ++k;
  }
  return k;
}

/* The lone letter behind joints that begin at `i` and end at `next`. */
static char joined_letter(const pq_line *l, uint32_t i, uint32_t next) {
  if (next == i) return '\0';
  return letter_at(l, next);
}

/* All years and letters from token `i` on.  Returns the token behind them. */
static uint32_t read_years(const pq_line *l, uint32_t i, year_item *items,
                           uint32_t *n) {
  year_item now = {0};
  *n = 0;
  while (*n < YEARS_MOST && year_at(l, i, &now)) {
    ++i;
    char letter = letter_at(l, i);
    if (!now.letter && letter &&
        (is_joint(l, i + 1) || !pq_line_glued(l, i) ||
         pq_line_mark(l, i + 1, ')'))) {
      now.letter = letter;
      ++i;
    }
    items[(*n)++] = now;
    uint32_t next = past_joints(l, i);
    letter = joined_letter(l, i, next);
    while (now.letter && letter && *n < YEARS_MOST) {
      now.letter = letter;
      items[(*n)++] = now;
      i = next + 1;
      next = past_joints(l, i);
      letter = joined_letter(l, i, next);
    }
    if (next == i && pq_line_mark(l, i, ';')) ++next; /* "1996; 1999" */
    year_item probe;
    if (next == i || !year_at(l, next, &probe)) break;
    i = next;
  }
  return i;
}

/* The innermost bracket around token `i`: from its opening to behind its close,
 * or to the sentence's end if it never closes. */
static bool bracket_of(const pq_line *l, uint32_t i, uint32_t *begin,
                       uint32_t *end) {
  uint32_t depth = 0;
  uint32_t k = i + 1;
  while (k-- > 0) {
    if (k != i && (pq_line_mark(l, k, ')') || pq_line_mark(l, k, ']'))) {
      ++depth;
    }
    if (!pq_line_mark(l, k, '(') && !pq_line_mark(l, k, '[')) continue;
    if (depth == 0) break;
    --depth;
  }
  if (k >= l->n) return false;
  *begin = k;
  depth = 0;
  for (k = *begin; k < l->n; ++k) {
    if (pq_line_mark(l, k, '(') || pq_line_mark(l, k, '[')) ++depth;
    if (!pq_line_mark(l, k, ')') && !pq_line_mark(l, k, ']')) continue;
    if (--depth == 0) break;
  }
  *end = k < l->n ? k + 1 : l->n;
  return true;
}

/* "reviewed in X 2003; see also Y 1999": what is no review begins with "see".
 * The token where it does, or `begin`. */
static uint32_t past_reviews(const pq_line *l, uint32_t begin, uint32_t end) {
  static const char *const words[] = {"see", "but", "cf", NULL};
  for (uint32_t i = end; i-- > begin + 1;) {
    if (pq_line_says_any(l, i, words) &&
        (pq_line_mark(l, i - 1, ';') || pq_line_says(l, i + 1, "also"))) {
      return i;
    }
  }
  return begin;
}

/* Does "review" stand between the tokens? */
static bool says_review(const pq_line *l, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    const pq_view word = pq_line_word(l, i);
    if (pq_view_alike(pq_view_head(word, 6), PQ_LIT("review")) ||
        pq_view_alike(word, PQ_LIT("overview"))) {
      return true;
    }
  }
  return false;
}

/* "X 2001; but see Y 2003", "contra Y 2003": the words of a bracket up to token
 * `end` that set a work against what the others are cited for. */
static pq_span set_against(const pq_line *l, uint32_t begin, uint32_t end) {
  static const char *const turns[] = {"but", "however", NULL};
  static const char *const looks[] = {"see", "cf", NULL};
  for (uint32_t i = begin; i < end; ++i) {
    if (l->at[i].classes & PQ_TOKEN_MASKED) continue;
    if (pq_line_lists(l, i, PQ_LIST_CITATION_AGAINST)) return l->at[i].span;
    const bool turn = pq_line_says_any(l, i, turns);
    const uint32_t k = i + 1 + (turn && pq_line_mark(l, i + 1, ','));
    if (turn && k < end && pq_line_says_any(l, k, looks)) {
      return pq_span_join(l->at[i].span, l->at[k].span);
    }
  }
  return (pq_span){0, 0};
}

/* "but not X et al. (2001)", "contrary to X et al. (2001)": words before token
 * `at` of running text that do so. */
static pq_span led_against(const pq_line *l, uint32_t at) {
  static const char *const firsts[] = {"but", "contrary", "contrast", NULL};
  static const char *const seconds[] = {"not", "to", "with", NULL};
  const pq_span none = {0, 0};
  if (at >= 1 && pq_line_says(l, at - 1, "unlike")) return l->at[at - 1].span;
  if (at < 2 || !pq_line_says_any(l, at - 1, seconds) ||
      !pq_line_says_any(l, at - 2, firsts)) {
    return none;
  }
  return pq_span_join(l->at[at - 2].span, l->at[at - 1].span);
}

/* How running text leads to a work. */
typedef struct lead {
  bool leads;  /* "see X 2003", "refer to X 2003", "reviewed in X 2003" */
  bool review; /* "reviewed in X 2003, Y 2004", "for reviews, see X 2003" */
} lead;

static bool leads_on(const pq_line *l, uint32_t i) {
  return pq_line_says(l, i, "see") || pq_line_says(l, i, "refer") ||
         pq_line_says(l, i, "refers") || pq_line_says(l, i, "referred");
}

static bool is_between(const pq_line *l, uint32_t i) {
  return is_joint(l, i) || pq_line_says(l, i, "in") ||
         pq_line_says(l, i, "by") || pq_line_says(l, i, "to");
}

/* Back from token `i` over what else is cited. */
static lead lead_to(const pq_line *l, uint32_t i) {
  lead found = {false, false};
  while (i > 0 && !found.review) {
    --i;
    if (l->at[i].classes & PQ_TOKEN_MASKED) continue;
    if (pq_line_mark(l, i, '.') || pq_line_mark(l, i, ')')) break;
    found.review = says_review(l, i, i + 1);
    if (leads_on(l, i)) found.leads = true;
    if (!found.leads && !is_between(l, i)) break;
  }
  found.leads = found.leads || found.review;
  return found;
}

static pq_span span_of(const pq_line *l, uint32_t begin, uint32_t end) {
  return (pq_span){l->at[begin].span.begin, l->at[end - 1].span.end};
}

/* May it stand in a bracket of citations? */
static bool is_filler(const pq_line *l, uint32_t i) {
  if (l->at[i].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED)) return true;
  return pq_line_lists(l, i, PQ_LIST_CITATION_FILLER) ||
         pq_line_lists(l, i, PQ_LIST_CITATION_AGAINST);
}

/* Mask a bracket that holds nothing but citations. */
static void mask_bracket(const pq_line *l, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    if (!is_filler(l, i)) return;
  }
  /* The last stop of a sentence whose bracket never closes stays outside. */
  if (end == l->n && pq_line_mark(l, end - 1, '.')) --end;
  pq_line_mask(l, begin, end);
}

typedef struct found {
  pq_authors authors;
  year_item years[YEARS_MOST];
  uint32_t n_years, end;
} found;

/* May these names and this year be a citation?  In running text a lone name
 * before a bare year is not enough, if nothing leads to it. */
static bool is_citation(const pq_line *l, const found *f, bool in_bracket) {
  const pq_authors *const a = &f->authors;
  return a->work.et_al || a->work.n_authors > 1 || in_bracket || a->bracketed ||
         lead_to(l, a->begin).leads;
}

static pq_status add_all(const pq_line *l, const found *f,
                         const pq_citation *like) {
  pq_status st = PQ_OK;
  pq_record *const r = l->r;
  for (uint32_t i = 0; i < f->n_years; ++i) {
    pq_work w = f->authors.work;
    w.year = f->years[i].year;
    w.letter = f->years[i].letter;
    pq_citation c = *like;
    PQ_TRY(st, pq_store_work(r, &w, &c.work));
    PQ_PUSH(r->arena, &r->citations, c);
  }
  return PQ_OK;
}

static pq_status add_found(const pq_line *l, const found *f) {
  uint32_t begin = 0;
  uint32_t end = 0;
  const bool inside = bracket_of(l, f->authors.begin, &begin, &end);
  pq_citation c = {.span = span_of(l, f->authors.begin, f->end),
                   .sentence = l->id,
                   .in_bracket = inside};
  c.bracket = inside ? span_of(l, begin, end) : c.span;
  const uint32_t at = f->authors.begin;
  const bool review = inside ? says_review(l, past_reviews(l, begin, at), at)
                             : lead_to(l, at).review;
  c.role = review ? PQ_ROLE_REVIEW : PQ_ROLE_PRIMARY;
  c.against = inside ? set_against(l, begin, at) : led_against(l, at);
  pq_line_mask(l, f->authors.begin, f->end);
  return add_all(l, f, &c);
}

/* Names with "et al" but no year are no work; they are no names of genes,
 * either. */
static void mask_lone_et_al(const pq_line *l) {
  for (uint32_t i = 1; i + 1 < l->n; ++i) {
    if (l->at[i].span.end - l->at[i].span.begin != 2) continue;
    if (!pq_line_says(l, i, "et") || !pq_line_says(l, i + 1, "al")) continue;
    pq_line_mask(l, i - 1, i + 2);
  }
}

static bool holds_bracket(const pq_line *l, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    if (pq_line_mark(l, i, '(') || pq_line_mark(l, i, '[') ||
        pq_line_mark(l, i, ')') || pq_line_mark(l, i, ']')) {
      return true;
    }
  }
  return false;
}

/* Mask the brackets around what is masked, if they hold nothing else. */
static void mask_around(const pq_line *l) {
  for (uint32_t i = 0; i < l->n; ++i) {
    uint32_t begin = 0;
    uint32_t end = 0;
    if (!(l->at[i].classes & PQ_TOKEN_MASKED) ||
        !bracket_of(l, i, &begin, &end)) {
      continue;
    }
    mask_bracket(l, begin, end);
    /* What else is masked before `end` is in the same one. */
    if (!holds_bracket(l, i, end - 1)) i = end - 1;
  }
}

/* A letter whose bytes became characters is the letter again. */
static pq_status mend_authors(pq_arena *arena, pq_work *w) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < w->n_authors; ++i) {
    PQ_TRY(st, pq_utf8_mend(arena, &w->authors[i]));
  }
  return PQ_OK;
}

/* Citations by their years. */
static pq_status cite_all(const pq_line *l) {
  pq_status st = PQ_OK;
  const uint32_t before = l->r->citations.n;
  for (uint32_t i = 1; i < l->n; ++i) {
    year_item year;
    if (!has_digit(l, i) || !year_at(l, i, &year)) continue;
    found f = {.end = 0};
    if (!pq_authors_before(l, i, &f.authors)) continue;
    uint32_t begin = 0;
    uint32_t end = 0;
    const bool inside = bracket_of(l, f.authors.begin, &begin, &end);
    if (!is_citation(l, &f, inside)) continue;
    f.end = read_years(l, i, f.years, &f.n_years);
    if (f.authors.bracketed && pq_line_mark(l, f.end, ')')) ++f.end;
    if (l->r->citations.n - before >= CITATIONS_MOST) break;
    PQ_TRY(st, mend_authors(l->r->arena, &f.authors.work));
    PQ_TRY(st, add_found(l, &f));
    i = f.end - 1;
  }
  return PQ_OK;
}

/* The classes of all tokens. */
static uint32_t classes_in(const pq_line *l) {
  uint32_t all = 0;
  for (uint32_t i = 0; i < l->n; ++i) {
    all |= l->at[i].classes;
  }
  return all;
}

pq_status pq_citation_scan(const pq_line *l) {
  pq_status st = PQ_OK;
  const uint32_t before = l->r->citations.n;
  const uint32_t all = classes_in(l);
  if (all & (PQ_TOKEN_NUMBER | PQ_TOKEN_DIGITS)) PQ_TRY(st, cite_all(l));
  if (l->r->citations.n > before || (all & PQ_TOKEN_MASKED)) mask_around(l);
  mask_lone_et_al(l);
  return PQ_OK;
}
