#include "mark.h"

#include "affix.h"
#include "site.h"

/* What is written behind the residue, and its number in PSI-MOD on a lysine and
 * on an arginine; 0 if it is put on no such residue. */
static const struct {
  const char *text;
  uint32_t lysine, arginine;
} marks[] = {{"me", 663, 658}, {"me1", 85, 78}, {"me2", 84, 658},
             {"me3", 83, 0},   {"me2a", 0, 77}, {"me2s", 0, 76},
             {"ac", 64, 0},    {"ub", 1148, 0}, {"ub1", 1148, 0}};

static uint32_t term_of(pq_view text, char residue) {
  if (residue == 'S' || residue == 'T') {
    return pq_view_same(text, PQ_LIT("ph")) ? pq_affix_phosphate(residue) : 0;
  }
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; ++i) {
    if (!pq_view_same(text, pq_view_of(marks[i].text))) continue;
    return residue == 'K'   ? marks[i].lysine
           : residue == 'R' ? marks[i].arginine
                            : 0;
  }
  return 0;
}

/* How long the name of the histone is; 0 if the word begins with none. */
static size_t histone_length(pq_view word) {
  static const char *const names[] = {"H3", "H4", "H2A", "H2B"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const pq_view name = pq_view_of(names[i]);
    if (pq_view_starts(word, name)) return name.len;
  }
  return 0;
}

bool pq_mark_read(pq_view word, pq_view *histone, pq_modification *mod) {
  enum {
    DIGITS_MOST = 3 /* of a position */
  };
  size_t at = histone_length(word);
  if (!at || at + 3 > word.len) return false;
  *histone = pq_view_head(word, at);
  pq_site site = {.residue = word.ptr[at++]};
  for (size_t n = 0; n < DIGITS_MOST && at < word.len; ++n, ++at) {
    if (!pq_is_digit(word.ptr[at])) break;
    site.position = 10 * site.position + (uint32_t)(word.ptr[at] - '0');
  }
  *mod = (pq_modification){
      .site = site, .term = term_of(pq_view_skip(word, at), site.residue)};
  return site.position && mod->term;
}

bool pq_mark_mutant(const pq_lexicon *lex, pq_view word, pq_view *protein,
                    pq_view *change) {
  enum {
    NAME_LEAST = 3,  /* "JAK2V617F" */
    CHANGE_LEAST = 4 /* "G12D" */
  };
  const size_t n = word.len;
  if (n < NAME_LEAST + CHANGE_LEAST || !pq_is_upper(word.ptr[n - 1])) {
    return false;
  }
  for (size_t k = NAME_LEAST; k + CHANGE_LEAST <= n; ++k) {
    pq_site_word w;
    if (!pq_is_upper(word.ptr[k]) ||
        !pq_site_of_word(lex, pq_view_skip(word, k), &w) || !w.mutant.len) {
      continue;
    }
    *protein = pq_view_head(word, k);
    *change = w.mutant;
    return true;
  }
  return false;
}
