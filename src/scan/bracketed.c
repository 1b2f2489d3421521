#include "bracketed.h"

enum {
  TEXT_MOST = 40,
  PARTS_MOST = 3 /* "iso-Foo-x(L)" */
};

/* "nuclear factor (NF)-kappaB": a name with its short form in its middle. */
static pq_status try_short_form(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  for (uint32_t k = i + 1; k < i + 4; ++k) {
    if (!pq_line_mark(l, k, '(')) continue;
    if (!pq_line_mark(l, k + 2, ')') || !pq_line_dash(l, k + 3) ||
        !pq_line_glued(l, k + 3) || !pq_line_glued(l, k + 4)) {
      return PQ_OK;
    }
    const pq_view pieces[] = {
        pq_span_text(l->text,
                     (pq_span){l->at[i].span.begin, l->at[k - 1].span.end}),
        PQ_LIT("-"), pq_line_word(l, k + 4)};
    pq_view name;
    pq_found f = {.n_tokens = 0};
    PQ_TRY(st, pq_arena_join(l->r->arena, pieces, 3, &name));
    pq_lexicon_find_text(s->lex, name, l->r->taxon, &f);
    if (!f.n_readings) return PQ_OK;
    pq_mention m = pq_mention_of(s, i, k + 5 - i);
    PQ_TRY(st, pq_mention_ground(s, &f, &m));
    return pq_mention_keep(s, m, next);
  }
  return PQ_OK;
}

/* Is "(2)" glued to what stands before token `i`? */
static bool is_index(const pq_line *l, uint32_t i) {
  return pq_line_mark(l, i, '(') && pq_line_glued(l, i) &&
         pq_line_glued(l, i + 1) && pq_line_mark(l, i + 2, ')') &&
         !(l->at[i + 1].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED));
}

static bool is_word(const pq_line *l, uint32_t i) {
  return i < l->n && !(l->at[i].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED));
}

static bool add(char *text, size_t *n, pq_view word) {
  if (*n + word.len > TEXT_MOST) return false;
  memcpy(text + *n, word.ptr, word.len);
  *n += word.len;
  return true;
}

/* The first index of a name: behind "PGE", behind "Bcl-x"; 0 for none. */
static uint32_t first_index(const pq_line *l, uint32_t i) {
  uint32_t k = i + 1;
  for (uint32_t part = 0; part < PARTS_MOST; ++part) {
    if (is_index(l, k)) return k;
    if (!pq_line_dash(l, k) || !pq_line_glued(l, k) ||
        !pq_line_glued(l, k + 1) || !is_word(l, k + 1)) {
      return 0;
    }
    k += 2;
  }
  return 0;
}

/* "PGE(2)", "I(kappa)B(alpha)": abstracts write so what stands lower or higher.
 * The longest that is a name without its brackets. */
static pq_status try_index(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  const pq_line *const l = s->l;
  char text[TEXT_MOST];
  size_t n = 0;
  uint32_t at = first_index(l, i);
  const pq_span head = {l->at[i].span.begin, at ? l->at[at - 1].span.end : 0};
  if (!at || !add(text, &n, pq_span_text(l->text, head))) return PQ_OK;
  while (is_index(l, at) && add(text, &n, pq_line_word(l, at + 1))) {
    at += 3;
    pq_found f = {.n_tokens = 0};
    pq_lexicon_find_text(s->lex, (pq_view){text, n}, l->r->taxon, &f);
    if (f.n_readings && !f.tied) {
      pq_mention m = pq_mention_of(s, i, at - i);
      s->found.n -= *next > i;
      PQ_TRY(st, pq_mention_ground(s, &f, &m));
      PQ_TRY(st, pq_mention_keep(s, m, next));
    }
    if (!is_word(l, at) || !pq_line_glued(l, at)) break;
    if (!add(text, &n, pq_line_word(l, at))) break;
    ++at;
  }
  return PQ_OK;
}

pq_status pq_bracketed_scan(pq_scanner *s, uint32_t i, uint32_t *next) {
  pq_status st = PQ_OK;
  if (!s->bracketed) return PQ_OK;
  PQ_TRY(st, try_short_form(s, i, next));
  return *next == i ? try_index(s, i, next) : PQ_OK;
}

bool pq_bracketed_in(const pq_line *l) {
  for (uint32_t i = 2; i + 1 < l->n; ++i) {
    if (pq_line_mark(l, i, ')') &&
        (pq_line_dash(l, i + 1) || is_index(l, i - 2))) {
      return true;
    }
  }
  return false;
}
