#include "score.h"

#include "normal.h"

/* Patterns of capitals in a piece; digits and marks say nothing. */
enum {
  CAPS_NONE = 0,
  CAPS_ALL = 1,
  CAPS_INITIAL = 2,
  CAPS_SENTENCE = 4, /* initial, at the start of a sentence */
  CAPS_LOWER = 8,
  CAPS_SINGLE = 16,
  CAPS_MIXED = 32
};

/* One side of the comparison, read character by character. */
typedef struct side {
  pq_view raw;
  size_t at;
  pq_fold now; /* the character of which `k` bytes are read */
  uint32_t k;
  uint32_t letters, upper; /* of the piece so far */
  bool first_upper;
} side;

/* What the comparison has found. */
typedef struct finding {
  uint32_t surface_caps, name_caps; /* of pieces that differ: sets */
  bool same_piece, both_mixed;
  bool all_against_lower;
  bool only_sentence, only_shouted; /* the differing pieces are all so */
  bool any;                         /* a piece differs */
  uint32_t dashes;                  /* bit 0 more in the surface, 1 in name */
} finding;

static bool is_gap(const side *s) {
  return s->now.is == PQ_FOLD_DASH || s->now.is == PQ_FOLD_BLANK;
}

/* Is there a character?  Loads the next one if the last is used up. */
static bool load(side *s) {
  while (s->k >= s->now.len || s->now.is == PQ_FOLD_NOTHING ||
         s->now.is == PQ_FOLD_SOFT) {
    if (s->at >= s->raw.len) return false;
    s->now = pq_fold_next(s->raw, &s->at);
    s->k = 0;
  }
  return true;
}

static char take(side *s) {
  const char c = s->now.text[s->k++];
  if (pq_is_alpha(c)) {
    if (s->letters == 0) s->first_upper = pq_is_upper(c);
    ++s->letters;
    s->upper += pq_is_upper(c);
  }
  return c;
}

/* Step over dashes and spaces; true if there were any. */
static bool skip_gap(side *s, bool *blank) {
  bool any = false;
  *blank = false;
  while (load(s) && is_gap(s)) {
    *blank = *blank || s->now.is == PQ_FOLD_BLANK;
    s->k = s->now.len;
    any = true;
  }
  return any;
}

static uint32_t caps_of(const side *s, bool initial) {
  if (s->letters == 0) return CAPS_NONE;
  if (s->letters == 1 && s->upper) return CAPS_SINGLE;
  if (s->upper == s->letters) return CAPS_ALL;
  if (s->upper == 0) return CAPS_LOWER;
  if (s->upper == 1 && s->first_upper) {
    return initial ? CAPS_SENTENCE : CAPS_INITIAL;
  }
  return CAPS_MIXED;
}

static void end_piece(side *a, side *b, bool same, bool initial, finding *f) {
  const uint32_t x = caps_of(a, initial);
  const uint32_t y = caps_of(b, false);
  a->letters = a->upper = b->letters = b->upper = 0;
  if (same) {
    f->same_piece = true;
    return;
  }
  const uint32_t pair = x | y;
  f->any = true;
  f->surface_caps |= x;
  f->name_caps |= y;
  f->both_mixed = f->both_mixed || (x == CAPS_MIXED && y == CAPS_MIXED);
  f->all_against_lower =
      f->all_against_lower || pair == (CAPS_ALL | CAPS_LOWER);
  f->only_sentence = f->only_sentence && x == CAPS_SENTENCE && y == CAPS_LOWER;
  f->only_shouted = f->only_shouted && pair == (CAPS_ALL | CAPS_SENTENCE);
}

/* Step over what parts pieces; true if there was anything on either side. */
static bool skip_gaps(side *a, side *b, finding *f) {
  bool blank_a = false;
  bool blank_b = false;
  const bool gap_a = skip_gap(a, &blank_a);
  const bool gap_b = skip_gap(b, &blank_b);
  if (gap_a && (!gap_b || blank_a != blank_b)) f->dashes |= 1U;
  if (gap_b && !gap_a) f->dashes |= 2U;
  return gap_a || gap_b;
}

/* Walk over both sides, a piece between dashes and spaces at a time. */
static void compare(side *a, side *b, bool initial, finding *f) {
  bool same = true;
  bool empty = true;
  bool first = initial;
  for (;;) {
    if (skip_gaps(a, b, f) && !empty) {
      end_piece(a, b, same, first, f);
      first = false;
      same = empty = true;
    }
    const bool more_a = load(a);
    const bool more_b = load(b);
    if (!more_a || !more_b) {
      same = same && more_a == more_b;
      break;
    }
    same = (take(a) == take(b)) && same;
    empty = false;
  }
  if (!empty) end_piece(a, b, same, first, f);
}

static uint32_t count_bits(uint32_t set) {
  uint32_t n = 0;
  for (; set; set &= set - 1) {
    ++n;
  }
  return n;
}

/* Few kinds of capitals are better than many: 0 to 4. */
static uint32_t combination(const finding *f) {
  uint32_t a = 4 - count_bits(f->surface_caps & 31U) -
               ((f->surface_caps & CAPS_MIXED) ? 1U : 0U);
  uint32_t b = 4 - count_bits(f->name_caps & 31U) -
               ((f->name_caps & CAPS_MIXED) ? 1U : 0U);
  const uint32_t big = CAPS_ALL | CAPS_INITIAL;
  if ((f->surface_caps & CAPS_SINGLE) && (f->surface_caps & big)) ++a;
  if ((f->name_caps & CAPS_SINGLE) && (f->name_caps & big)) ++b;
  if ((f->any && f->only_sentence) ||
      (f->surface_caps & (CAPS_SINGLE | CAPS_INITIAL | CAPS_LOWER))) {
    ++a;
  }
  const uint32_t best = a > b ? a : b;
  return best > 4 ? 4 : best;
}

static uint32_t capitals(const finding *f) {
  if (!f->any || f->only_sentence) return 2;
  return f->same_piece && f->only_shouted ? 1 : 0;
}

uint32_t pq_score_string(pq_view surface, pq_view name, bool initial) {
  if (pq_view_same(surface, name)) return PQ_STRING_MOST;
  side a = {.raw = surface};
  side b = {.raw = name};
  finding f = {.only_sentence = true, .only_shouted = true};
  compare(&a, &b, initial, &f);
  if (!f.any && !f.dashes) return PQ_STRING_MOST;
  const bool brief = name.len <= 3 && f.all_against_lower;
  uint32_t mixed = 2;
  if ((f.surface_caps | f.name_caps) & CAPS_MIXED) mixed = 1;
  if (f.both_mixed) mixed = 0;
  uint32_t n = brief ? 0 : 1;
  n = n * 3 + mixed;
  n = n * 2 + (f.same_piece ? 1 : 0);
  n = n * 3 + capitals(&f);
  n = n * 5 + combination(&f);
  return n * 3 + (2 - count_bits(f.dashes));
}

uint16_t pq_score(uint8_t status, uint32_t string, int32_t terms) {
  const uint32_t whole = 9 * PQ_STRING_MOST;
  const uint32_t sum = 2 * status * (uint32_t)PQ_STRING_MOST + string;
  const int32_t n = (int32_t)((sum * 1000 + whole / 2) / whole) + terms;
  if (n < 0) return 0;
  return n > 1000 ? 1000 : (uint16_t)n;
}

uint32_t pq_score_space(pq_view id) {
  static const char *const spaces[] = {
      "FPLX:", "HGNC:", "CHEBI:", "GO:", "CVCL_"};
  uint32_t i = 0;
  while (i < sizeof spaces / sizeof spaces[0] &&
         !pq_view_starts(id, pq_view_of(spaces[i]))) {
    ++i;
  }
  return i;
}
