#include "shape.h"

enum {
  NAME_MOST = 16,
  PIECE_MOST = 4
};

bool pq_shape_all_capitals(const pq_line *l) {
  uint32_t words = 0;
  for (uint32_t i = 0; i < l->n; ++i) {
    const uint32_t c = l->at[i].classes;
    if (!(c & PQ_TOKEN_WORD) || (c & PQ_TOKEN_DIGITS)) continue;
    if (l->at[i].span.end - l->at[i].span.begin < 2) continue;
    if (!(c & PQ_TOKEN_CAPITALS)) return false;
    ++words;
  }
  return words > 3;
}

bool pq_shape_is_head(const pq_line *l, uint32_t i) {
  return pq_line_lists(l, i, PQ_LIST_HEAD_NOUN);
}

static uint32_t count_upper(pq_view w) {
  uint32_t n = 0;
  for (size_t i = 0; i < w.len; ++i) {
    n += pq_is_upper(w.ptr[i]);
  }
  return n;
}

/* "K63", "S12": a residue or a phase rather than a name. */
static bool is_letter_number(pq_view w) {
  for (size_t i = 1; i < w.len; ++i) {
    if (!pq_is_digit(w.ptr[i])) return false;
  }
  return pq_is_alpha(w.ptr[0]);
}

/* "deSUMOylates", "O-GlcNAcylated": what is done with a group. */
static bool ends_in_ylation(pq_view w) {
  static const char *const ends[] = {"ylate", "ylates", "ylated", "ylation",
                                     "ylating"};
  bool does = false;
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
    does = does || pq_view_ends(w, pq_view_of(ends[i]));
  }
  return does;
}

/* "LHbeta", "SRalpha": capitals with a Greek letter in letters. */
static bool ends_greek(pq_view w) {
  static const pq_view letters[] = {
      PQ_LIT_INIT("alpha"), PQ_LIT_INIT("beta"),    PQ_LIT_INIT("gamma"),
      PQ_LIT_INIT("delta"), PQ_LIT_INIT("epsilon"), PQ_LIT_INIT("kappa"),
      PQ_LIT_INIT("theta"), PQ_LIT_INIT("zeta")};
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; ++i) {
    if (!pq_view_ends(w, letters[i])) continue;
    const pq_view head = pq_view_head(w, w.len - letters[i].len);
    return head.len > 1 && count_upper(head) == head.len;
  }
  return false;
}

/* Capitals, digits and mixed case in a short word make a name likely. */
static bool looks_named(pq_view w, uint32_t c) {
  if (!(c & PQ_TOKEN_WORD) || w.len < 2 || w.len > NAME_MOST ||
      pq_is_digit(w.ptr[0])) {
    return false;
  }
  const uint32_t upper = count_upper(w);
  if ((c & PQ_TOKEN_DIGITS) && is_letter_number(w)) return false;
  if (c & PQ_TOKEN_DIGITS) return w.len >= 3 && (upper > 0 || w.len >= 4);
  if (c & PQ_TOKEN_CAPITALS) return w.len >= 3 && w.len <= 10;
  if ((c & PQ_TOKEN_MIXED) && upper >= 2) return !ends_in_ylation(w);
  if (upper >= 2 && ends_greek(w)) return true;
  /* "CRMPs": a plural */
  return upper + 1 == w.len && upper >= 3 && w.ptr[w.len - 1] == 's';
}

/* "-2", "-alpha", "-1B": a piece that is glued on by a dash. */
static bool is_piece(const pq_line *l, uint32_t dash) {
  if ((!pq_line_dash(l, dash) && !pq_line_mark(l, dash, '.')) ||
      !pq_line_glued(l, dash) || !pq_line_glued(l, dash + 1)) {
    return false;
  }
  const uint32_t c = l->at[dash + 1].classes;
  const uint32_t len = l->at[dash + 1].span.end - l->at[dash + 1].span.begin;
  if (c & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED)) return false;
  return (c & (PQ_TOKEN_NUMBER | PQ_TOKEN_DIGITS)) && len <= PIECE_MOST;
}

/* "MH2 domain", "BAR-domain": a part of proteins, and no protein. */
static bool names_part(const pq_line *l, uint32_t end) {
  const uint32_t at = pq_line_dash(l, end) ? end + 1 : end;
  return pq_line_lists(l, at, PQ_LIST_PROTEIN_PART);
}

bool pq_shape_is_name(const pq_lexicon *lex, pq_view word, uint32_t classes) {
  return looks_named(word, classes) && !pq_lexicon_names_nothing(lex, word);
}

/* "miR-206", "let-7a": letters that are a name with their number only. */
static bool begins_rna(const pq_line *l, uint32_t i) {
  if (!is_piece(l, i + 1)) return false;
  return pq_line_says(l, i, "miR") ||
         (pq_line_says(l, i, "let") && pq_line_word(l, i + 2).ptr[0] == '7');
}

static bool begins_name(const pq_line *l, const pq_lexicon *lex, uint32_t i) {
  const pq_spelling *const known = pq_line_spelling(l, i);
  if (known && (known->is & PQ_SPELLED_NAME)) return true;
  return begins_rna(l, i) ||
         (!known &&
          pq_shape_is_name(lex, pq_line_word(l, i), l->at[i].classes));
}

uint32_t pq_shape_unknown(const pq_line *l, const pq_lexicon *lex, uint32_t i) {
  if (!begins_name(l, lex, i)) return i;
  uint32_t end = i + 1;
  while (is_piece(l, end)) {
    end += 2;
  }
  /* "B7-induced", "FOO-1-dependent": the rest of the word is no name. */
  return names_part(l, end) ? i : end;
}

/* A word of such a name: "heat", "binding". */
static bool is_plain(const pq_line *l, uint32_t i) {
  return i < l->n && (l->at[i].classes & PQ_TOKEN_WORD) &&
         !(l->at[i].classes & PQ_TOKEN_MASKED) &&
         l->at[i].span.end - l->at[i].span.begin > 3 &&
         !pq_line_lists(l, i, PQ_LIST_NO_NAME);
}

/* The end of a number behind token i: "60", "-1", "4E"; i + 1 for none. */
static uint32_t past_number(const pq_line *l, uint32_t i) {
  const bool dash = pq_line_dash(l, i + 1) && pq_line_glued(l, i + 1);
  const uint32_t at = dash ? i + 2 : i + 1;
  if (at >= l->n || dash != pq_line_glued(l, at)) return i + 1;
  const uint32_t c = l->at[at].classes;
  const uint32_t len = l->at[at].span.end - l->at[at].span.begin;
  const bool number = (c & (PQ_TOKEN_NUMBER | PQ_TOKEN_DIGITS)) && len < 4;
  /* "of factor 2-fold", "protein 50% of" */
  if (!number || pq_line_glued(l, at + 1)) {
    const bool stop = pq_line_mark(l, at + 1, ',') ||
                      pq_line_mark(l, at + 1, '.') ||
                      pq_line_mark(l, at + 1, ')');
    if (!number || !stop) return i + 1;
  }
  return at + 1;
}

uint32_t pq_shape_numbered(const pq_line *l, uint32_t i) {
  static const char *const nouns[] = {"protein", "factor", NULL};
  enum {
    WORDS_MOST = 3 /* "eukaryotic translation initiation factor 4A" */
  };
  uint32_t k = i;
  for (uint32_t words = 0; words < WORDS_MOST && is_plain(l, k); ++words) {
    k += pq_line_dash(l, k + 1) && pq_line_glued(l, k + 1) ? 2 : 1;
    if (!pq_line_says_any(l, k, nouns)) continue;
    const uint32_t end = past_number(l, k);
    return end > k + 1 ? end : i;
  }
  return i;
}
