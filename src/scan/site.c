#include "site.h"

enum {
  LIST_MOST = 30,
  BARE_LEAST = 10 /* a lone "S6" is a name, "S727" a site */
};

/* What a reader of one site or list carries. */
typedef struct reader {
  const pq_line *l;
  const pq_lexicon *lex;
  bool asked, cued; /* does the sentence speak of residues? */
  bool plural;      /* "serines 32": more than one follow */
  pq_site_mention last;
  uint32_t next; /* token behind what was read */
} reader;

static const char *const residue_words[] = {
    "residue", "residues", "position", "positions", "site", "sites", NULL};
static const char *const unnamed_words[] = {"residue", "residues", NULL};
static const char *const place_words[] = {"position", "positions", NULL};
static const char *const cue_words[] = {
    "at",    "on",       "residue",   "residues", "site",
    "sites", "position", "positions", "phospho",  NULL};

/* "tyrosyl", "seryl": the residue by its other name. */
static char residue_of_yl(const pq_lexicon *lex, pq_view word) {
  char name[16];
  const pq_view tail = PQ_LIT("ine");
  const size_t stem = word.len - 2;
  if (word.len < 5 || stem + tail.len > sizeof name ||
      !pq_view_alike(pq_view_skip(word, stem), PQ_LIT("yl"))) {
    return '\0';
  }
  memcpy(name, word.ptr, stem);
  memcpy(name + stem, tail.ptr, tail.len);
  return pq_lexicon_residue(lex, (pq_view){name, stem + tail.len});
}

char pq_site_residue(const pq_lexicon *lex, pq_view word) {
  if (word.len < 3) return '\0';
  char one = pq_lexicon_residue(lex, word);
  if (!one) one = residue_of_yl(lex, word);
  if (one || word.ptr[word.len - 1] != 's' || word.len <= 4) return one;
  return pq_lexicon_residue(lex, pq_view_head(word, word.len - 1));
}

static char word_residue(const reader *d, uint32_t i) {
  if (i >= d->l->n || (d->l->at[i].classes & PQ_TOKEN_MASKED)) return '\0';
  const pq_spelling *const known = pq_line_spelling(d->l, i);
  if (known) return known->residue;
  return pq_site_residue(d->lex, pq_line_word(d->l, i));
}

static pq_status add(reader *d, uint32_t begin, uint32_t end, pq_site site,
                     bool bare) {
  const pq_line *const l = d->l;
  d->last = (pq_site_mention){
      .span = {l->at[begin].span.begin, l->at[end - 1].span.end},
      .sentence = l->id,
      .token = l->first + begin,
      .n_tokens = end - begin,
      .site = site,
      .bare = bare};
  PQ_PUSH(l->r->arena, &l->r->sites, d->last);
  d->next = end;
  return PQ_OK;
}

/* A number that may be a position at token i. */
static uint32_t position_at(const reader *d, uint32_t i) {
  if (i >= d->l->n || !(d->l->at[i].classes & PQ_TOKEN_NUMBER) ||
      (d->l->at[i].classes & PQ_TOKEN_MASKED)) {
    return 0;
  }
  const pq_view w = pq_line_word(d->l, i);
  const uint32_t n = pq_number_of(w);
  return w.ptr[0] != '0' && n <= PQ_POSITION_MOST ? n : 0;
}

/* "serines 32 and 36 regulating": is a number behind several residues no
 * position, but a count? */
static bool is_count(const pq_line *l, uint32_t i) {
  static const char *const after[] = {"other", "more", "further", "additional",
                                      NULL};
  return pq_line_says_any(l, i, after) || pq_line_says_any(l, i, residue_words);
}

/* Is a number in a list a position, and no count ("and 2 other sites")? */
static bool ends_number(const reader *d, uint32_t i) {
  const pq_line *const l = d->l;
  if (i >= l->n || (l->at[i].classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED))) {
    return !pq_line_mark(l, i, '%') && !pq_line_dash(l, i);
  }
  static const char *const after[] = {
      "and",     "or",     "of",  "in",   "by",           "on",
      "is",      "are",    "was", "were", "to",           "residues",
      "residue", "within", "has", "have", "after",        "which",
      "that",    "with",   "at",  "from", "respectively", "during",
      "can",     "may",    NULL};
  if (d->plural) return !is_count(l, i);
  return pq_line_says_any(l, i, after);
}

static bool is_joint(const pq_line *l, uint32_t i) {
  return pq_line_mark(l, i, ',') || pq_line_mark(l, i, '/') ||
         pq_line_mark(l, i, '&') || pq_line_says(l, i, "and") ||
         pq_line_says(l, i, "or");
}

/* Token behind ", and" and the like from i; i if there is no joint. */
static uint32_t past_joint(const pq_line *l, uint32_t i) {
  uint32_t k = i;
  while (k < i + 2 && is_joint(l, k)) {
    ++k;
  }
  return k;
}

/* One more member of a list: a bare number takes the residue before it. */
static pq_status read_number(reader *d, uint32_t i, bool *more) {
  uint32_t k = i;
  if (pq_line_dash(d->l, k) && pq_line_glued(d->l, k + 1)) ++k;
  const uint32_t n = position_at(d, k);
  if (!n || !d->last.site.position || !ends_number(d, k + 1)) return PQ_OK;
  *more = true;
  return add(d, k, k + 1, (pq_site){d->last.site.residue, n}, d->last.bare);
}

/* "S345" standing where a position is expected. */
static pq_status read_letter_item(reader *d, uint32_t i, char residue,
                                  uint32_t begin, bool *more) {
  pq_site_word w;
  if (i >= d->l->n || (d->l->at[i].classes & PQ_TOKEN_MASKED) ||
      !pq_site_of_word(d->lex, pq_line_word(d->l, i), &w) || w.mutant.len ||
      (residue && w.site.residue != residue)) {
    return PQ_OK;
  }
  *more = true;
  return add(d, begin, i + 1, w.site, false);
}

/* The rest of a list behind the first site: "and 36", "/S727", ", Y128". */
static pq_status read_rest(reader *d) {
  pq_status st = PQ_OK;
  for (uint32_t left = LIST_MOST; left > 0; --left) {
    const uint32_t i = past_joint(d->l, d->next);
    if (i == d->next || i >= d->l->n) return PQ_OK;
    bool more = false;
    PQ_TRY(st, read_number(d, i, &more));
    if (!more) PQ_TRY(st, read_letter_item(d, i, '\0', i, &more));
    if (!more) return PQ_OK;
  }
  return PQ_OK;
}

/* "acetylates", "SUMOylated", "methylation": what is done to residues. */
static bool is_modification(pq_view word) {
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

/* Is a lone residue word a site of unknown position?  "on serine residues",
 * "tyrosine phosphorylation", "-phosphorylated", but not "tyrosine kinase". */
static bool stands_alone(const reader *d, uint32_t i) {
  const pq_line *const l = d->l;
  const bool dashed = pq_line_dash(l, i + 1) && pq_line_glued(l, i + 1) &&
                      pq_line_glued(l, i + 2) &&
                      !pq_line_says_any(l, i + 3, residue_words);
  for (uint32_t k = dashed ? i + 2 : i + 1; k < i + 6 && k < l->n; ++k) {
    const pq_view w = pq_line_word(l, k);
    if (pq_view_alike(pq_view_head(w, 13), PQ_LIT("phosphorylate")) ||
        pq_view_alike(pq_view_head(w, 13), PQ_LIT("phosphorylati")) ||
        is_modification(w) || pq_line_says_any(l, k, residue_words)) {
      return true;
    }
    if (!is_joint(l, k) && !word_residue(d, k)) break;
  }
  const bool joined =
      i > 2 && is_joint(l, i - 1) && word_residue(d, i - 2) &&
      (pq_line_says(l, i - 3, "on") || pq_line_says(l, i - 3, "at"));
  return i > 0 &&
         (joined || pq_line_says(l, i - 1, "on") ||
          pq_line_says(l, i - 1, "at")) &&
         (i + 1 >= l->n || (l->at[i + 1].classes & PQ_TOKEN_MARK) ||
          pq_line_says(l, i + 1, "in") || pq_line_says(l, i + 1, "by") ||
          (is_joint(l, i + 1) && word_residue(d, i + 2)));
}

/* "Ser(337)": the position in brackets that are written onto the residue. */
static bool is_bracketed(const reader *d, uint32_t i) {
  const pq_line *const l = d->l;
  return pq_line_mark(l, i, '(') && pq_line_glued(l, i) &&
         pq_line_glued(l, i + 1) && position_at(d, i + 1) &&
         pq_line_mark(l, i + 2, ')');
}

/* From a residue word at token i. */
static pq_status read_word(reader *d, uint32_t i, char residue) {
  pq_status st = PQ_OK;
  const pq_line *const l = d->l;
  uint32_t k = i + 1;
  if (is_bracketed(d, k)) {
    const pq_site site = {residue, position_at(d, k + 1)};
    PQ_TRY(st, add(d, i, k + 3, site, false));
    return read_rest(d);
  }
  while (k < l->n && (pq_line_says_any(l, k, residue_words) ||
                      pq_line_says(l, k, "at") || pq_line_mark(l, k, '('))) {
    if (pq_line_mark(l, k, '(') && pq_line_glued(l, k)) break;
    ++k;
  }
  if (pq_line_dash(l, k) && pq_line_glued(l, k) && pq_line_glued(l, k + 1)) ++k;
  bool more = false;
  const pq_view word = pq_line_word(l, i);
  /* "prolyl 4-hydroxylation" */
  const bool other = word.ptr[word.len - 1] == 'l';
  if (position_at(d, k) && !other) {
    PQ_TRY(st, add(d, i, k + 1, (pq_site){residue, position_at(d, k)}, false));
    d->plural = word.len > 4 && word.ptr[word.len - 1] == 's';
    /* "serine 345 (S345)" says it once more. */
    st = read_rest(d);
    d->plural = false;
    return st;
  }
  PQ_TRY(st, read_letter_item(d, k, residue, i, &more));
  if (more) return read_rest(d);
  if (!stands_alone(d, i)) return PQ_OK;
  const uint32_t end =
      pq_line_says_any(l, i + 1, residue_words) ? i + 2 : i + 1;
  return add(d, i, end, (pq_site){residue, 0}, false);
}

/* "phosphorylated at position" */
static bool is_modified_at(const pq_line *l, uint32_t i) {
  return i > 1 && pq_line_says(l, i - 1, "at") &&
         is_modification(pq_line_word(l, i - 2));
}

/* "residue 727", "phosphorylated at position 12": the letter is not said. */
static pq_status read_unnamed(reader *d, uint32_t i) {
  const uint32_t n = position_at(d, i + 1);
  if (!n || !ends_number(d, i + 2)) return PQ_OK;
  if (!pq_line_says_any(d->l, i, unnamed_words) && !is_modified_at(d->l, i)) {
    return PQ_OK;
  }
  pq_status st = PQ_OK;
  PQ_TRY(st, add(d, i, i + 2, (pq_site){'\0', n}, false));
  return read_rest(d);
}

bool pq_site_is_cue(pq_view word) {
  for (size_t k = 0; k + 9 <= word.len; ++k) {
    if (pq_view_alike((pq_view){word.ptr + k, 9}, PQ_LIT("phosphory"))) {
      return true;
    }
  }
  return pq_view_says_any(word, residue_words);
}

bool pq_site_may_begin(const pq_spelling *s) {
  return s->residue || s->len == 1 || (s->classes & PQ_TOKEN_DIGITS) ||
         pq_view_says_any(pq_spelling_text(s), unnamed_words) ||
         pq_view_says_any(pq_spelling_text(s), place_words);
}

/* Does the sentence speak of phosphorylation or residues? */
static bool has_cue(const pq_line *l) {
  for (uint32_t i = 0; i < l->n; ++i) {
    if (l->at[i].classes & PQ_TOKEN_MARK) continue;
    const pq_spelling *const known = pq_line_spelling(l, i);
    if (known ? (known->is & PQ_SPELLED_CUE) != 0
              : pq_site_is_cue(pq_line_word(l, i))) {
      return true;
    }
  }
  return false;
}

/* The same, asked once. */
static bool is_cued(reader *d) {
  if (!d->asked) d->cued = has_cue(d->l);
  d->asked = true;
  return d->cued;
}

/* "S259 and S621 of": the token behind a list that begins at i. */
static uint32_t past_list(const pq_line *l, uint32_t i) {
  while ((pq_line_says(l, i + 1, "and") || pq_line_mark(l, i + 1, ',')) &&
         i + 2 < l->n && (l->at[i + 2].classes & PQ_TOKEN_DIGITS)) {
    i += 2;
  }
  return i + 1;
}

/* "acetylates K382", "a methyl group to K372 of TP53". */
static bool is_object(const pq_line *l, uint32_t i) {
  if (i == 0) return false;
  if (pq_line_says(l, i - 1, "to") || pq_line_says(l, i - 1, "from")) {
    return pq_line_says(l, past_list(l, i), "of");
  }
  return is_modification(pq_line_word(l, i - 1));
}

/* "T3 of histone H3 is phosphorylated", "S2 phosphorylation of the CTD": where
 * so small a number is no name's. */
static bool is_small_site(reader *d, uint32_t i) {
  const pq_line *const l = d->l;
  const uint32_t next = past_list(l, i);
  if (pq_line_says(l, next, "of")) return is_cued(d);
  if (pq_line_says(l, next, "on")) return is_object(l, i);
  return next == i + 1 && next < l->n &&
         is_modification(pq_line_word(l, next)) &&
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
  if (!pq_view_ends(next, PQ_LIT("ation")) || !is_modification(next)) {
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
  return w->site.position >= BARE_LEAST && i > 0 &&
         pq_line_says(l, i - 1, "the") &&
         (pq_line_says(l, next, "kinase") ||
          pq_line_says(l, next, "phosphatase"));
}

/* May "S727" at token i be a site, rather than a name or a phase? */
static bool bare_fits(reader *d, uint32_t i, const pq_site_word *w) {
  const pq_line *const l = d->l;
  const bool near = i > 0 && (pq_line_says_any(l, i - 1, cue_words) ||
                              (pq_line_dash(l, i - 1) && i > 1 &&
                               pq_line_says_any(l, i - 2, cue_words)));
  const bool after = pq_line_says_any(l, i + 1, residue_words);
  const char c = w->site.residue;
  if (strchr("KRST", c) && is_of_histone(l, i)) return true;
  const bool object = is_object(l, i);
  if (c == 'S' || c == 'T' || c == 'Y') {
    return near || after || is_spoken_of(l, i, w) ||
           (w->site.position >= BARE_LEAST ? is_cued(d) || object
                                           : is_small_site(d, i));
  }
  /* "methylates K4 of histone H3" */
  const bool done = is_modified(l, i, w);
  if (c != 'K' && c != 'R') {
    return (near || after || done) && w->site.position >= BARE_LEAST;
  }
  const bool at = i > 0 && pq_line_says(l, i - 1, "at"); /* "H3 at K9" */
  return object || done || is_of_histone(l, i) ||
         ((near || after) && (w->site.position >= BARE_LEAST || at ||
                              pq_line_says(l, i + 1, "of")));
}

/* "Y-705" and "705 Y" behind "at" or "on". */
static pq_status read_apart(reader *d, uint32_t i, bool *done) {
  pq_status st = PQ_OK;
  const pq_line *const l = d->l;
  const pq_view a = pq_line_word(l, i);
  if (i == 0 || (a.len != 1 && !position_at(d, i))) return PQ_OK;
  if (!pq_line_says_any(l, i - 1, cue_words) &&
      !pq_line_says(l, i - 1, "and")) {
    return PQ_OK;
  }
  if (a.len == 1 && pq_site_is_amino(a.ptr[0]) && pq_line_dash(l, i + 1) &&
      pq_line_glued(l, i + 1) && pq_line_glued(l, i + 2) &&
      position_at(d, i + 2)) {
    *done = true;
    PQ_TRY(st,
           add(d, i, i + 3, (pq_site){a.ptr[0], position_at(d, i + 2)}, false));
    return read_rest(d);
  }
  const pq_view b = pq_line_word(l, i + 1);
  if (position_at(d, i) && b.len == 1 && pq_site_is_amino(b.ptr[0]) &&
      strchr("STY", b.ptr[0])) {
    *done = true;
    return add(d, i, i + 2, (pq_site){b.ptr[0], position_at(d, i)}, false);
  }
  return PQ_OK;
}

static pq_status read_one_word(reader *d, uint32_t i) {
  pq_status st = PQ_OK;
  bool apart = false;
  PQ_TRY(st, read_apart(d, i, &apart));
  if (apart) return PQ_OK;
  pq_site_word w;
  if (!(d->l->at[i].classes & PQ_TOKEN_DIGITS) ||
      !pq_site_of_word(d->lex, pq_line_word(d->l, i), &w)) {
    return PQ_OK;
  }
  if (w.mutant.len) {
    const bool histone = pq_view_same(w.mutant, PQ_LIT("H2A"));
    if (histone || (w.mutant.len < 4 && !is_cued(d))) return PQ_OK;
    PQ_TRY(st, add(d, i, i + 1, w.site, false));
    d->l->r->sites.at[d->l->r->sites.n - 1].mutant = w.mutant;
    return PQ_OK;
  }
  if (w.letter && !bare_fits(d, i, &w)) return PQ_OK;
  PQ_TRY(st, add(d, i, i + 1, w.site, w.letter));
  d->l->r->sites.at[d->l->r->sites.n - 1].glued = w.phospho;
  return read_rest(d);
}

/* "K63-linked", "lysine-63 (K63)-linked", "K48 linkages", "K63-ubiquitinates":
 * a residue of the ubiquitin that is put on, not of what carries it. */
static bool names_linkage(const pq_line *l, uint32_t end) {
  static const char *const nouns[] = {"linked", "linkage", "linkages"};
  uint32_t at = end;
  if (pq_line_mark(l, at, '(') && pq_line_mark(l, at + 2, ')')) at += 3;
  if (pq_line_mark(l, at, ')')) ++at;
  const bool dash = pq_line_dash(l, at);
  if (dash) ++at;
  for (size_t k = 0; k < sizeof nouns / sizeof nouns[0]; ++k) {
    if (pq_line_says(l, at, nouns[k])) return true;
  }
  if (!dash || at >= l->n) return false;
  const pq_view w = pq_line_word(l, at);
  return pq_view_starts(w, PQ_LIT("ubiquit")) ||
         pq_view_starts(w, PQ_LIT("Ubiquit")) ||
         pq_view_starts(w, PQ_LIT("polyubiquit")) ||
         pq_view_starts(w, PQ_LIT("Polyubiquit"));
}

/* May a site begin at the token?  Most words are known to begin none. */
static bool may_begin(const pq_line *l, uint32_t i) {
  const uint32_t classes = l->at[i].classes;
  if (classes & (PQ_TOKEN_MARK | PQ_TOKEN_MASKED)) return false;
  const pq_spelling *const known = pq_line_spelling(l, i);
  return !known || (known->is & PQ_SPELLED_SITE);
}

pq_status pq_site_scan(const pq_line *l, const pq_lexicon *lex) {
  pq_status st = PQ_OK;
  reader d = {.l = l, .lex = lex};
  for (uint32_t i = 0; i<l->n; i = d.next> i ? d.next : i + 1) {
    if (!may_begin(l, i)) continue;
    const uint32_t had = l->r->sites.n;
    d.last = (pq_site_mention){.token = 0};
    const char residue = word_residue(&d, i);
    if (residue) {
      PQ_TRY(st, read_word(&d, i, residue));
    } else if (pq_line_says_any(l, i, unnamed_words) ||
               pq_line_says_any(l, i, place_words)) {
      PQ_TRY(st, read_unnamed(&d, i));
    } else {
      PQ_TRY(st, read_one_word(&d, i));
    }
    if (l->r->sites.n > had && names_linkage(l, d.next)) --l->r->sites.n;
  }
  return PQ_OK;
}
