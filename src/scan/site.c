#include "site.h"

enum {
  LIST_MOST = 30
};

/* What a reader of one site or list carries. */
typedef struct reader {
  const pq_line *l;
  const pq_lexicon *lex;
  pq_site_cues cues;
  bool many; /* "serines 32 and 36": more than one is meant */
  pq_site_mention last;
  uint32_t next; /* token behind what was read */
} reader;

static const char *const unnamed_words[] = {"residue", "residues", NULL};
static const char *const place_words[] = {"position", "positions", NULL};
/* "phosphotyrosine-705": a residue where its number follows, and else a
 * molecule or part of a name. */
static const pq_view phospho = {"phospho", 7};

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
  if (word.len > phospho.len && pq_to_lower(word.ptr[0]) == 'p' &&
      pq_view_alike(pq_view_head(word, phospho.len), phospho)) {
    word = pq_view_skip(word, phospho.len);
  }
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
  return pq_line_lists(l, i, PQ_LIST_MORE_RESIDUES) ||
         pq_site_says_residue(l, i);
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
      "can",     "may",    "but", "as",   "upon",         "following",
      "when",    "then",   "via", "for",  "through",      "before",
      NULL};
  if (d->many) return !is_count(l, i);
  return pq_line_says_any(l, i, after);
}

static bool is_joint(const pq_line *l, uint32_t i) {
  return pq_line_mark(l, i, ',') || pq_line_mark(l, i, '/') ||
         pq_line_mark(l, i, '&') || pq_line_says(l, i, "and") ||
         pq_line_says(l, i, "or");
}

/* Token behind ", and", "but not" and the like from i; i if there is no joint.
 */
static uint32_t past_joint(const pq_line *l, uint32_t i) {
  uint32_t k = i;
  while (k < i + 2 && is_joint(l, k)) {
    ++k;
  }
  if (pq_line_says(l, k, "but") && pq_line_says(l, k + 1, "not")) k += 2;
  return k;
}

/* One more member of a list: a bare number takes the residue before it. */
static pq_status read_number(reader *d, uint32_t i, bool *more) {
  uint32_t k = i;
  if (pq_line_dash(d->l, k) && pq_line_glued(d->l, k + 1)) ++k;
  const uint32_t n = position_at(d, k);
  if (!n || !d->last.site.position) return PQ_OK;
  /* "Ser33/37 binds" */
  const bool glued = pq_line_mark(d->l, k - 1, '/') &&
                     pq_line_glued(d->l, k - 1) && pq_line_glued(d->l, k);
  if (!glued && !ends_number(d, k + 1)) return PQ_OK;
  *more = true;
  /* "Ser-33 and -37": the dash is the number's */
  return add(d, i, k + 1, (pq_site){d->last.site.residue, n}, d->last.bare);
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

/* "phosphorylation of a conserved threonine in": a residue by what is said of
 * it, where the sentence tells of phosphorylation. */
static bool is_single(reader *d, uint32_t i) {
  static const char *const behind[] = {"in", "within", "by",  "at",
                                       "of", "on",     "and", NULL};
  const pq_line *const l = d->l;
  /* "a tyrosine in the tail", "several serines" */
  const bool one =
      i > 0 && pq_line_says(l, i - 1, "a") &&
      (pq_line_says(l, i + 1, "in") || pq_line_says(l, i + 1, "within"));
  const bool more =
      d->many && i > 0 && pq_line_lists(l, i - 1, PQ_LIST_MANY_RESIDUES);
  return i > 0 &&
         (one || more || pq_line_lists(l, i - 1, PQ_LIST_ONE_RESIDUE)) &&
         (more || i + 1 >= l->n || pq_line_says_any(l, i + 1, behind) ||
          pq_line_mark(l, i + 1, '.') || pq_line_mark(l, i + 1, ',')) &&
         pq_site_is_cued(l, &d->cues);
}

/* Is a lone residue word a site of unknown position?  "on serine residues",
 * "tyrosine phosphorylation", but not "tyrosine kinase". */
static bool stands_alone(reader *d, uint32_t i) {
  static const char *const behind[] = {"in",   "by",     "after",  "upon",
                                       "when", "during", "within", "following",
                                       "but",  NULL};
  const pq_line *const l = d->l;
  /* "tyrosine-phosphorylated X", but not "... residues" */
  const uint32_t dash = pq_line_dash(l, i + 1) && pq_line_glued(l, i + 1) &&
                                !pq_site_says_residue(l, i + 3)
                            ? 1
                            : 0;
  for (uint32_t k = i + 1 + dash; k < i + 6 && k < l->n; ++k) {
    const pq_view w = pq_line_word(l, k);
    if (pq_view_alike(pq_view_head(w, 13), PQ_LIT("phosphorylate")) ||
        pq_view_alike(pq_view_head(w, 13), PQ_LIT("phosphorylati")) ||
        pq_site_is_modification(w) || pq_site_says_residue(l, k)) {
      return true;
    }
    if (!is_joint(l, k) && !word_residue(d, k)) break;
  }
  if (is_single(d, i)) return true;
  if (d->many && i > 0 && pq_line_says(l, i - 1, "on")) return true;
  const bool joined =
      i > 2 && is_joint(l, i - 1) && word_residue(d, i - 2) &&
      (pq_line_says(l, i - 3, "on") || pq_line_says(l, i - 3, "at"));
  return i > 0 &&
         (joined || pq_line_says(l, i - 1, "on") ||
          pq_line_says(l, i - 1, "at")) &&
         (i + 1 >= l->n || (l->at[i + 1].classes & PQ_TOKEN_MARK) ||
          pq_line_says_any(l, i + 1, behind) ||
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
  const pq_view word = pq_line_word(l, i);
  d->many = word.len > 4 && word.ptr[word.len - 1] == 's';
  if (is_bracketed(d, k)) {
    const pq_site site = {residue, position_at(d, k + 1)};
    PQ_TRY(st, add(d, i, k + 3, site, false));
    return read_rest(d);
  }
  while (k < l->n && (pq_site_says_residue(l, k) || pq_line_says(l, k, "at") ||
                      pq_line_mark(l, k, '('))) {
    if (pq_line_mark(l, k, '(') && pq_line_glued(l, k)) break;
    d->many = d->many || pq_line_says(l, k, "residues");
    ++k;
  }
  if (pq_line_dash(l, k) && pq_line_glued(l, k) && pq_line_glued(l, k + 1)) ++k;
  bool more = false;
  /* "prolyl 4-hydroxylation" */
  const bool other = word.ptr[word.len - 1] == 'l';
  if (position_at(d, k) && !other) {
    PQ_TRY(st, add(d, i, k + 1, (pq_site){residue, position_at(d, k)}, false));
    /* "serine 345 (S345)" says it once more. */
    return read_rest(d);
  }
  PQ_TRY(st, read_letter_item(d, k, residue, i, &more));
  if (more) return read_rest(d);
  if (!stands_alone(d, i) ||
      pq_view_alike(pq_view_head(pq_line_word(l, i), phospho.len), phospho)) {
    return PQ_OK;
  }
  const uint32_t end = pq_site_says_residue(l, i + 1) ? i + 2 : i + 1;
  return add(d, i, end, (pq_site){residue, 0}, false);
}

/* "phosphorylated at position" */
static bool is_modified_at(const pq_line *l, uint32_t i) {
  return i > 1 && pq_line_says(l, i - 1, "at") &&
         pq_site_is_modification(pq_line_word(l, i - 2));
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

bool pq_site_may_begin(const pq_spelling *s) {
  return s->residue || s->len == 1 || (s->classes & PQ_TOKEN_DIGITS) ||
         pq_view_says_any(pq_spelling_text(s), unnamed_words) ||
         pq_view_says_any(pq_spelling_text(s), place_words);
}

/* "Y-705" and "705 Y" behind "at" or "on". */
static pq_status read_apart(reader *d, uint32_t i, bool *done) {
  pq_status st = PQ_OK;
  const pq_line *const l = d->l;
  const pq_view a = pq_line_word(l, i);
  if (i == 0 || (a.len != 1 && !position_at(d, i))) return PQ_OK;
  if (!pq_site_says_cue(l, i - 1) && !pq_line_says(l, i - 1, "and")) {
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
  if (a.len == 1 && strchr("STY", a.ptr[0]) && is_bracketed(d, i + 1)) {
    *done = true;
    PQ_TRY(st,
           add(d, i, i + 4, (pq_site){a.ptr[0], position_at(d, i + 2)}, false));
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

/* "H2A", "E2F": of so few letters a name is more likely than a mutant. */
static bool is_name(const reader *d, pq_view word) {
  pq_found f = {.n_tokens = 0};
  pq_lexicon_find_text(d->lex, word, d->l->r->taxon, &f);
  return f.n_readings > 0;
}

/* "p.V617F": where the protein's change begins, as HGVS writes it. */
static uint32_t first_of(const pq_line *l, uint32_t i) {
  const bool hgvs = i > 1 && pq_line_glued(l, i) &&
                    pq_line_mark(l, i - 1, '.') && pq_line_glued(l, i - 1) &&
                    pq_line_says(l, i - 2, "p");
  return hgvs ? i - 2 : i;
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
    if (w.mutant.len < 4 &&
        (!pq_site_is_cued(d->l, &d->cues) || is_name(d, w.mutant))) {
      return PQ_OK;
    }
    PQ_TRY(st, add(d, first_of(d->l, i), i + 1, w.site, false));
    d->l->r->sites.at[d->l->r->sites.n - 1].mutant = w.mutant;
    return PQ_OK;
  }
  if (w.letter && !pq_site_bare_fits(d->l, i, &w, &d->cues)) return PQ_OK;
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
    d.many = false;
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
