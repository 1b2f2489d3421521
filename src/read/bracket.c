#include "bracket.h"

/* Measured on pathway prose: only lists of citations are longer than that. */
enum {
  REACH = 600,
  REACH_CITING = 4000
};

static bool is_year(pq_view at) {
  return at.len >= 4 &&
         (pq_view_starts(at, PQ_LIT("19")) ||
          pq_view_starts(at, PQ_LIT("20"))) &&
         pq_is_digit(at.ptr[2]) && pq_is_digit(at.ptr[3]) &&
         (at.len == 4 || !pq_is_digit(at.ptr[4]));
}

/* Does a name of papers stand at byte `i`: a year, or "et al"? */
static bool names_paper(pq_view text, size_t i) {
  const pq_view rest = pq_view_skip(text, i);
  if (i && (pq_is_digit(text.ptr[i - 1]) || pq_is_alpha(text.ptr[i - 1]))) {
    return false;
  }
  return is_year(rest) || pq_view_starts(rest, PQ_LIT("et al"));
}

bool pq_bracket_cites(pq_view text, pq_span bracket) {
  const pq_view all = pq_span_text(text, bracket);
  for (size_t i = 0; i < all.len; ++i) {
    if (names_paper(all, i)) return true;
  }
  return false;
}

/* Of a search. */
typedef struct finder {
  pq_brackets *b;
  pq_arena *arena;
  pq_view text;
  uint32_t n_open[2]; /* marks ( and [ in b->opened */
  uint32_t looked;    /* for papers, up to here ... */
  uint32_t cited;     /* ... where they were named last */
} finder;

/* Do papers stand in a bracket that ends at what was found last?  Few brackets
 * are so long that it matters. */
static bool cites(finder *f, pq_span made) {
  for (; f->looked < made.end; ++f->looked) {
    if (names_paper(f->text, f->looked)) f->cited = f->looked;
  }
  return f->cited > made.begin;
}

/* A bracket swallows those found inside it. */
static pq_status add(finder *f, pq_span made) {
  const uint32_t n = made.end - made.begin;
  if (n > REACH_CITING || (n > REACH && !cites(f, made))) return PQ_OK;
  pq_brackets *const b = f->b;
  while (b->found.n && b->found.at[b->found.n - 1].begin > made.begin) {
    --b->found.n;
  }
  PQ_PUSH(f->arena, &b->found, made);
  return PQ_OK;
}

/* The mark that this one closes is open; those opened after it never close. */
static uint32_t take_open(finder *f, bool square) {
  for (;;) {
    const uint32_t at = f->b->opened.at[--f->b->opened.n];
    const bool same = (f->text.ptr[at] == '[') == square;
    --f->n_open[f->text.ptr[at] == '['];
    if (same) return at;
  }
}

static pq_status look_at(finder *f, uint32_t i) {
  const char c = f->text.ptr[i];
  const bool square = c == '[' || c == ']';
  if (c == '(' || c == '[') {
    PQ_PUSH(f->arena, &f->b->opened, i);
    ++f->n_open[square];
  } else if (f->n_open[square]) {
    return add(f, (pq_span){take_open(f, square), i + 1});
  }
  return PQ_OK;
}

static const uint8_t marks[256] = {['('] = 1, ['['] = 1, [')'] = 1, [']'] = 1};

pq_status pq_brackets_find(pq_brackets *b, pq_arena *arena, pq_view text,
                           pq_span piece) {
  pq_status st = PQ_OK;
  finder f = {.b = b, .arena = arena, .text = text, .looked = piece.begin};
  b->found.n = 0;
  b->opened.n = 0;
  size_t i = pq_view_seek(text, piece.begin, piece.end, marks);
  for (; i < piece.end; i = pq_view_seek(text, i + 1, piece.end, marks)) {
    PQ_TRY(st, look_at(&f, (uint32_t)i));
  }
  return PQ_OK;
}
