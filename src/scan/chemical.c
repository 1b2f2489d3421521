#include "chemical.h"

/* "pyridoxine PHOSPHATE": the last word of a longer name, which is not known;
 * it tells the class, and the whole is something else. */
bool pq_chemical_is_tail(const pq_line *l, uint32_t i) {
  static const char *const ends[] = {"ine", "ide", "yl",  "ol", "ose",
                                     "oic", "oyl", "nal", "xal"};
  if (i == 0 || !(l->at[i - 1].classes & PQ_TOKEN_WORD)) return false;
  const bool head = pq_line_lists(l, i, PQ_LIST_CHEMICAL_TAIL);
  const pq_view before = pq_line_word(l, i - 1);
  for (size_t k = 0; head && k < sizeof ends / sizeof ends[0]; ++k) {
    if (before.len > 4 && pq_view_ends(before, pq_view_of(ends[k]))) {
      return true;
    }
  }
  return false;
}

/* "calcium PHOSPHATE": a molecule right behind another one. */
bool pq_chemical_is_salt(const pq_scanner *s, uint32_t i) {
  if (!s->found.n || !pq_line_lists(s->l, i, PQ_LIST_SALT)) return false;
  const pq_mention *const m = &s->found.at[s->found.n - 1];
  return pq_mention_end(s->l, m) == i &&
         pq_entity_at(s->l->r, m->entity)->kind == PQ_ENTITY_MOLECULE;
}

/* Does the token belong to a name?  One that was only guessed may go on, as
 * "THCA" does in "THCA-CoA". */
static bool is_covered(const pq_scanner *s, uint32_t i) {
  const pq_mention *const m = s->found.n ? &s->found.at[s->found.n - 1] : NULL;
  if (!m || pq_mention_end(s->l, m) <= i) return false;
  return m->said != PQ_SAID_UNKNOWN || !pq_line_says(s->l, i + 2, "CoA");
}

/* A word, or what a hyphen leaves of one, that is part of a chemical name. */
static bool is_chemical(const pq_line *l, uint32_t i) {
  static const char *const ends[] = {"yl",   "oyl",  "ine",   "ide", "ose",
                                     "ol",   "oic",  "oxy",   "oxo", "hydro",
                                     "hyde", "keto", "amino", "tone"};
  const pq_view w = pq_line_word(l, i);
  if (!(l->at[i].classes & PQ_TOKEN_WORD) || w.len < 3) return false;
  for (size_t k = 0; k < sizeof ends / sizeof ends[0]; ++k) {
    if (pq_view_ends(w, pq_view_of(ends[k]))) return true;
  }
  return pq_line_says(l, i, "cis") || pq_line_says(l, i, "trans");
}

/* "ACA-CoA", "Hp-DHA": the short form of a group that hangs on a chemical. */
static bool is_short_group(const pq_line *l, uint32_t i) {
  const pq_view w = pq_line_word(l, i);
  if (!(l->at[i].classes & PQ_TOKEN_WORD) || w.len < 2 || w.len > 5) {
    return false;
  }
  for (size_t k = 1; k < w.len; ++k) {
    if (pq_is_digit(w.ptr[k])) return false;
  }
  return w.ptr[0] >= 'A' && w.ptr[0] <= 'Z';
}

/* "7", "N6": where something hangs on a chemical; "S", "R": on which side. */
static bool is_locant(const pq_line *l, uint32_t i) {
  const pq_view w = pq_line_word(l, i);
  if (w.len == 1 && strchr("RSEZDLNO", w.ptr[0])) return true;
  return w.len > 0 && w.len <= 3 && pq_is_digit(w.ptr[w.len - 1]);
}

/* "2MPDA-CoA": whatever hangs on CoA, if it looks like a short form. */
static bool is_thioester(const pq_line *l, uint32_t i) {
  const uint32_t signs = PQ_TOKEN_CAPITALS | PQ_TOKEN_DIGITS | PQ_TOKEN_MIXED;
  return pq_line_says(l, i + 2, "CoA") && (l->at[i].classes & PQ_TOKEN_WORD) &&
         (l->at[i].classes & signs) != 0;
}

/* "chondroitin-4-SULFATE": does a word stand before the locant k and its dash?
 */
static bool is_stem(const pq_line *l, uint32_t k) {
  return is_locant(l, k) && pq_line_dash(l, k - 1) &&
         (l->at[k - 2].classes & PQ_TOKEN_WORD) &&
         pq_line_word(l, k - 2).len > 3;
}

/* "14(S)-DHA": where the locant stands whose letter in brackets ends before the
 * token i, which a dash joins to it; i if there is none. */
static uint32_t stereo_before(const pq_line *l, uint32_t i) {
  if (i < 5 || !pq_line_glued(l, i) || !pq_line_dash(l, i - 1) ||
      !pq_line_glued(l, i - 1) || !pq_line_mark(l, i - 2, ')') ||
      !pq_line_mark(l, i - 4, '(') || !pq_line_glued(l, i - 4)) {
    return i;
  }
  const bool letter = pq_line_word(l, i - 3).len == 1;
  return letter && is_locant(l, i - 5) ? i - 5 : i;
}

/* "galactose-1-PHOSPHATE": where the molecule begins that was read as a name
 * right before the locant k; k if there is none. */
static uint32_t molecule_before(const pq_scanner *s, uint32_t k) {
  const pq_line *const l = s->l;
  if (!s->found.n || !is_locant(l, k)) return k;
  const pq_mention *const m = &s->found.at[s->found.n - 1];
  const uint32_t end = pq_mention_end(l, m);
  const bool joined = end == k || (end + 1 == k && pq_line_dash(l, end) &&
                                   pq_line_glued(l, end));
  return joined && pq_entity_at(l->r, m->entity)->kind == PQ_ENTITY_MOLECULE
             ? pq_mention_begin(l, m)
             : k;
}

/* "N6-methyl-AMP": where the word begins, with its dashes, that token i ends.
 */
static uint32_t word_begin(const pq_scanner *s, uint32_t i) {
  const pq_line *const l = s->l;
  uint32_t k = i;
  while (k >= 2 && pq_line_glued(l, k) && pq_line_glued(l, k - 1) &&
         (pq_line_dash(l, k - 1) || pq_line_mark(l, k - 1, ',')) &&
         !is_covered(s, k - 2) &&
         (is_chemical(l, k - 2) || is_locant(l, k - 2) ||
          is_short_group(l, k - 2) || is_thioester(l, k - 2) ||
          (k < i && is_stem(l, k)))) {
    k -= 2;
  }
  return stereo_before(l, k);
}

/* "sedoheptulose 7-PHOSPHATE": where the longer name begins of which the token
 * i is the end; i if it is no such end. */
uint32_t pq_chemical_begin(const pq_scanner *s, uint32_t i) {
  for (;;) { /* a word before a locant goes with what follows it */
    const uint32_t k = word_begin(s, i);
    if (k < i && molecule_before(s, k) < k) return molecule_before(s, k);
    const bool led = k < i && k > 0 && is_locant(s->l, k);
    if (!led || !is_chemical(s->l, k - 1)) return k;
    i = k - 1;
  }
}
