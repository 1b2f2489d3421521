/* Words around a residue: is "S727" a site, rather than a name or a phase? */
#include "site.h"

enum {
  BARE_LEAST = 10,  /* a lone "S6" is a name, "S727" a site */
  CLEAR_LEAST = 100 /* "binds Y985 of LEPR": a site, whatever is said of it */
};

static const char *const cue_words[] = {"at", "on", "phospho", NULL};

bool pq_site_says_residue(const pq_line *l, uint32_t i) {
  return pq_line_lists(l, i, PQ_LIST_RESIDUE);
}

bool pq_site_says_cue(const pq_line *l, uint32_t i) {
  return pq_site_says_residue(l, i) || pq_line_says_any(l, i, cue_words);
}

bool pq_site_is_cue(const pq_record *r, pq_view word) {
  for (size_t k = 0; k + 9 <= word.len; ++k) {
    if (pq_view_alike((pq_view){word.ptr + k, 9}, PQ_LIT("phosphory"))) {
      return true;
    }
  }
  return r->lists && pq_wordlist_has(&r->lists[PQ_LIST_RESIDUE], word);
}

bool pq_site_is_modification(pq_view word) {
  static const char *const stems[] = {"acetylat", "methylat",   "sumoylat",
                                      "neddylat", "hydroxylat", "biquitylat",
                                      "phorylat", "biquitinat"};
  for (size_t i = 0; i < sizeof stems / sizeof stems[0]; ++i) {
    const pq_view stem = pq_view_of(stems[i]);
    for (size_t k = 0; k + stem.len <= word.len; ++k) {
      if (pq_view_alike((pq_view){word.ptr + k, stem.len}, stem)) return true;
    }
  }
  return false;
}

/* Does the sentence speak of phosphorylation or residues? */
static bool has_cue(const pq_line *l) {
  for (uint32_t i = 0; i < l->n; ++i) {
    if (l->at[i].classes & PQ_TOKEN_MARK) continue;
    const pq_spelling *const known = pq_line_spelling(l, i);
    if (known ? (known->is & PQ_SPELLED_CUE) != 0
              : pq_site_is_cue(l->r, pq_line_word(l, i))) {
      return true;
    }
  }
  return false;
}

bool pq_site_is_cued(const pq_line *l, pq_site_cues *cues) {
  if (!cues->asked) cues->cued = has_cue(l);
  cues->asked = true;
  return cues->cued;
}

/* "S259 and S621 of": the token behind a list that begins at i. */
static uint32_t past_list(const pq_line *l, uint32_t i) {
  while ((pq_line_says(l, i + 1, "and") || pq_line_mark(l, i + 1, ',')) &&
         i + 2 < l->n && (l->at[i + 2].classes & PQ_TOKEN_DIGITS)) {
    i += 2;
  }
  return i + 1;
}

/* Is something told before that is done to residues? */
static bool is_told_before(const pq_line *l, uint32_t i) {
  while (i-- > 0) {
    if (!(l->at[i].classes & PQ_TOKEN_MARK) &&
        pq_site_is_modification(pq_line_word(l, i))) {
      return true;
    }
  }
  return false;
}

/* "methylates K4 of A and K372 of B", "acetylation of K382 of TP53". */
static bool is_of_owner(const pq_line *l, uint32_t i) {
  if (!pq_line_says(l, past_list(l, i), "of")) return false;
  if (pq_line_says(l, i - 1, "of")) {
    return i > 1 && pq_site_is_modification(pq_line_word(l, i - 2));
  }
  return (pq_line_says(l, i - 1, "and") || pq_line_mark(l, i - 1, ',')) &&
         is_told_before(l, i);
}

/* "ubiquitinates TP53 at lysines of its tail (K370, ...)" */
static bool is_bracketed_lysine(const pq_line *l, uint32_t i) {
  static const char *const words[] = {"lysine", "lysines", NULL};
  if (i == 0 || !pq_line_mark(l, i - 1, '(') || !is_told_before(l, i)) {
    return false;
  }
  for (uint32_t k = 0; k < i; ++k) {
    if (pq_line_says_any(l, k, words)) return true;
  }
  return false;
}

/* "K382 of TP53 is acetylated" */
static bool is_done_to(const pq_line *l, uint32_t i) {
  static const char *const words[] = {"is", "are", "was", "were", NULL};
  const uint32_t next = past_list(l, i);
  return next + 3 < l->n && pq_line_says(l, next, "of") &&
         pq_line_says_any(l, next + 2, words) &&
         pq_site_is_modification(pq_line_word(l, next + 3));
}

/* "acetylates K382", "a methyl group to K372 of TP53". */
static bool is_object(const pq_line *l, uint32_t i) {
  if (is_done_to(l, i)) return true;
  if (i == 0) return false;
  if (is_of_owner(l, i)) return true;
  if (pq_line_says(l, i - 1, "to") || pq_line_says(l, i - 1, "from")) {
    return pq_line_says(l, past_list(l, i), "of");
  }
  return pq_site_is_modification(pq_line_word(l, i - 1));
}

/* "phosphorylates R5/PTG": an arginine is no target, so that is a name. */
static bool is_phosphorylated(const pq_line *l, uint32_t i, char residue) {
  return !strchr("STYHD", residue) && i > 0 &&
         pq_view_starts(pq_line_word(l, i - 1), PQ_LIT("phosphory"));
}

/* "T3 of histone H3 is phosphorylated", "S2 phosphorylation of the CTD": where
 * so small a number is no name's. */
static bool is_small_site(const pq_line *l, uint32_t i, pq_site_cues *cues) {
  const uint32_t next = past_list(l, i);
  if (pq_line_says(l, next, "of")) return pq_site_is_cued(l, cues);
  if (pq_line_says(l, next, "on")) return is_object(l, i);
  return next == i + 1 && next < l->n &&
         pq_site_is_modification(pq_line_word(l, next)) &&
         pq_line_says(l, next + 1, "of");
}

/* Lysines of ubiquitin that the next one is put on. */
static bool is_linkage(uint32_t position) {
  static const uint32_t chains[] = {6, 11, 27, 29, 33, 48, 63};
  for (size_t k = 0; k < sizeof chains / sizeof chains[0]; ++k) {
    if (chains[k] == position) return true;
  }
  return false;
}

/* "K382 acetylation": what is done to it follows, and "K63 ubiquitination" is
 * no site. */
static bool is_modified(const pq_line *l, uint32_t i, const pq_site_word *w) {
  if (i + 1 >= l->n) return false;
  const pq_view next = pq_line_word(l, i + 1);
  if (!pq_view_ends(next, PQ_LIT("ation")) || !pq_site_is_modification(next)) {
    return false;
  }
  const bool chain = pq_view_ends(next, PQ_LIT("biquitination")) ||
                     pq_view_ends(next, PQ_LIT("biquitylation"));
  return !chain || !is_linkage(w->site.position);
}

/* "H3 K27", "H3K27", "H3-K9", "histone H4-K20". */
static bool is_of_histone(const pq_line *l, uint32_t i) {
  static const char *const names[] = {"H2A", "H2B", "H3", "H4", NULL};
  const bool dashed =
      i > 1 && pq_line_dash(l, i - 1) && pq_line_glued(l, i - 1);
  const uint32_t name = dashed ? i - 2 : i - 1;
  return i > 0 && pq_line_says_any(l, name, names);
}

/* "the S473 kinase", "mutation of Y1062": is no name called so? */
static bool is_spoken_of(const pq_line *l, uint32_t i, const pq_site_word *w) {
  const uint32_t next = i + (pq_line_dash(l, i + 1) ? 2 : 1);
  /* "mutation of Y1062" */
  const bool mutated = i > 1 && pq_line_says(l, i - 1, "of") &&
                       (pq_line_says(l, i - 2, "mutation") ||
                        pq_line_says(l, i - 2, "substitution"));
  if (mutated) return w->site.position >= BARE_LEAST;
  /* "Y1009 and Y1021 of PDGFRB" */
  if (w->site.position >= CLEAR_LEAST &&
      pq_line_says(l, past_list(l, i), "of")) {
    return true;
  }
  return w->site.position >= BARE_LEAST && i > 0 &&
         pq_line_says(l, i - 1, "the") &&
         (pq_line_says(l, next, "kinase") ||
          pq_line_says(l, next, "phosphatase"));
}

/* "is cleaved after D60", "between R194 and S195", "behind R26". */
static bool is_cut(const pq_line *l, uint32_t i) {
  static const char *const words[] = {"after", "following", "behind", NULL};
  const bool second = i > 2 && pq_line_says(l, i - 1, "and");
  const bool between =
      i > 0 && pq_line_says(l, i - (second ? 3 : 1), "between");
  if (i == 0 || !(between || pq_line_says_any(l, i - 1, words))) return false;
  for (uint32_t k = 0; k < i; ++k) {
    if (pq_view_starts(pq_line_word(l, k), PQ_LIT("cleav"))) return true;
  }
  return false;
}

bool pq_site_bare_fits(const pq_line *l, uint32_t i, const pq_site_word *w,
                       pq_site_cues *cues) {
  const bool near =
      i > 0 &&
      (pq_site_says_cue(l, i - 1) ||
       (pq_line_dash(l, i - 1) && i > 1 && pq_site_says_cue(l, i - 2)));
  const bool after = pq_site_says_residue(l, i + 1);
  const char c = w->site.residue;
  if (strchr("KRST", c) && is_of_histone(l, i)) return true;
  if (w->site.position >= BARE_LEAST && is_cut(l, i)) return true;
  const bool object = is_object(l, i) && !is_phosphorylated(l, i, c);
  if (c == 'S' || c == 'T' || c == 'Y') {
    return near || after || is_spoken_of(l, i, w) ||
           (w->site.position >= BARE_LEAST ? pq_site_is_cued(l, cues) || object
                                           : is_small_site(l, i, cues));
  }
  /* "methylates K4 of histone H3" */
  const bool done = is_modified(l, i, w);
  if (c != 'K' && c != 'R') {
    return (near || after || done) && w->site.position >= BARE_LEAST;
  }
  if (c == 'K' && w->site.position >= BARE_LEAST && is_bracketed_lysine(l, i)) {
    return true;
  }
  const bool at = i > 0 && pq_line_says(l, i - 1, "at"); /* "H3 at K9" */
  return object || done || is_of_histone(l, i) ||
         ((near || after) && (w->site.position >= BARE_LEAST || at ||
                              pq_line_says(l, i + 1, "of")));
}
