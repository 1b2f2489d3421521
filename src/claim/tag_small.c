/* Small words and marks, and what stands beside them. */
#include "tag.h"

enum {
  LOOK_MOST = 4
};

/* The unit before i that is no adverb, or 0. */
uint32_t pq_tag_before(const pq_parse *p, uint32_t i) {
  while (i > 1 && (p->units.at[i - 1].tag == PQ_TAG_ADVERB ||
                   p->units.at[i - 1].tag == PQ_TAG_NOT)) {
    --i;
  }
  return i - 1;
}

/* The unit behind i that is no adverb, or 0. */
uint32_t pq_tag_behind(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i + 1; k < p->units.n && k < i + LOOK_MOST; ++k) {
    const pq_unit *const u = &p->units.at[k];
    if (u->kind == PQ_UNIT_WORD && (u->classes & PQ_W_ADVERB) && !u->forms) {
      continue;
    }
    return k;
  }
  return 0;
}

/* Can the unit begin a noun group? */
bool pq_tag_begins_noun(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  if (i == 0) return false;
  if (u->kind == PQ_UNIT_NAME || u->kind == PQ_UNIT_SITE) return true;
  if (u->kind == PQ_UNIT_MARK) return false;
  if (u->classes & (PQ_W_DETERMINER | PQ_W_PRONOUN)) return true;
  return !(u->classes & (PQ_W_PREPOSITION | PQ_W_AND | PQ_W_BE | PQ_W_HAVE |
                         PQ_W_DO | PQ_W_MODAL | PQ_W_NOT | PQ_W_RELATIVE |
                         PQ_W_SUBORDINATE | PQ_W_WHETHER | PQ_W_ADVERB));
}

bool pq_tag_is_preposition(const pq_parse *p, uint32_t i) {
  return i > 0 && (pq_unit_at(p, i)->classes & PQ_W_PREPOSITION) != 0;
}

bool pq_tag_is_end(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  return i == 0 || u->kind == PQ_UNIT_MARK || (u->classes & PQ_W_AND);
}

static bool is_like(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "containing") || pq_unit_says(p, i, "like");
}

bool pq_tag_is_in_name(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const bool may = (u->forms & PQ_FORM_EN) ||
                   ((u->classes & PQ_W_PREPOSITION) && is_like(p, i));
  if (!may) return false;
  const pq_view behind = pq_view_skip(p->text, u->span.end);
  size_t n = 1;
  if (behind.len < 2 || behind.ptr[0] != ' ' || !pq_is_digit(behind.ptr[1])) {
    return false;
  }
  while (n < behind.len && pq_is_digit(behind.ptr[n])) {
    ++n;
  }
  const pq_view number = pq_view_skip(pq_view_head(behind, n), 1);
  const pq_view rest = pq_view_skip(behind, n);
  const size_t close = pq_view_find(rest, ')');
  return pq_view_starts(rest, PQ_LIT(" (")) && close < rest.len &&
         close > number.len + 2 &&
         pq_view_starts(pq_view_skip(rest, close - number.len), number);
}

bool pq_tag_is_clear_verb(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  return (u->forms & PQ_FORM_S) && !u->noun && !u->class_noun &&
         !(u->classes & (PQ_W_GENERIC | PQ_W_NOUN | PQ_W_SITE));
}

bool pq_tag_is_bound(const pq_parse *p, uint32_t i) {
  const pq_unit *const behind = pq_unit_at(p, i + 2);
  return pq_unit_says(p, i, "bound") &&
         pq_unit_at(p, i - 1)->kind == PQ_UNIT_NAME &&
         pq_unit_at(p, i + 1)->kind == PQ_UNIT_NAME && i + 2 < p->units.n &&
         (pq_tag_is_clear_verb(p, i + 2) ||
          (behind->classes & (PQ_W_BE | PQ_W_MODAL)));
}

/* ---- small words ---- */

/* "a kinase that controls X": a word in -s that could be a noun, behind one
 * that tells of no thought, and before what it is done to. */
static bool does_it(const pq_parse *p, uint32_t before, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  const pq_meanings thoughts =
      PQ_MEANINGS(PQ_M_PROOF, PQ_M_IDEA, PQ_M_ACCOUNT, PQ_M_MATTER);
  const bool agrees = (u->forms & PQ_FORM_S) || ((u->forms & PQ_FORM_BASE) &&
                                                 pq_tag_is_plural(p, before));
  return agrees && !pq_unit_means_any(p, before, &thoughts) &&
         pq_tag_begins_noun(p, pq_tag_behind(p, i));
}

/* "STAT3 that JAK2 phosphorylates binds X", "it is STAT3 that JAK2 has
 * phosphorylated.": a verb without its object, which stands before "that". */
static bool lacks_object(const pq_parse *p, uint32_t before, uint32_t i) {
  uint32_t k = i;
  if (p->units.at[before].kind != PQ_UNIT_NAME ||
      pq_unit_at(p, k)->kind != PQ_UNIT_NAME) {
    return false;
  }
  while (pq_unit_at(p, k)->kind == PQ_UNIT_NAME || pq_unit_says(p, k, "and")) {
    ++k;
  }
  const bool has = (pq_unit_at(p, k)->classes & PQ_W_HAVE) != 0;
  const pq_unit *const verb = pq_unit_at(p, has ? k + 1 : k);
  const uint32_t finite = PQ_FORM_S | PQ_FORM_BASE;
  if (!(verb->forms & (has ? PQ_FORM_EN : finite))) return false;
  k += has ? 2 : 1;
  return pq_tag_is_end(p, k) ||
         (pq_tag_is_clear_verb(p, k) && (pq_unit_at(p, k)->forms & PQ_FORM_S));
}

/* "that": which, the conjunction, or "that protein". */
static pq_tag tag_that(const pq_parse *p, uint32_t i) {
  if (p->units.at[i].noun) return PQ_TAG_NOUN; /* "that of": see unit.c */
  const uint32_t at = pq_tag_before(p, i);
  const pq_tag prev = at ? p->units.at[at].tag : PQ_TAG_STOP;
  const uint32_t k = pq_tag_behind(p, i);
  const pq_unit *const next = pq_unit_at(p, k);
  /* "the notion that phosphorylated STAT3 may bind" */
  const bool described =
      (next->forms & PQ_FORM_ED) &&
      pq_unit_at(p, k + 1)->kind == PQ_UNIT_NAME &&
      (pq_unit_at(p, k + 2)->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_MODAL));
  /* "a kinase that results in E" */
  const bool leads = next->forms && pq_tag_leads(p, k, k + 1);
  const bool verb_next =
      !described && next->kind == PQ_UNIT_WORD &&
      (leads ||
       (next->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL)) ||
       (next->forms && !(next->classes & PQ_W_NOUN) && !next->noun) ||
       (prev == PQ_TAG_NOUN && does_it(p, at, k)));
  /* "a kinase that, in the cytosol, binds", but "evidence that, in the cytosol,
   * X binds" */
  const pq_meanings thoughts = PQ_MEANINGS(PQ_M_PROOF, PQ_M_IDEA, PQ_M_ACCOUNT);
  const bool set_off = next->kind == PQ_UNIT_MARK && next->mark == ',' &&
                       !pq_unit_means_any(p, at, &thoughts);
  /* "a receptor that in response to X binds": of things nobody claims that */
  const bool of_thing =
      at && p->units.at[at].class_noun && pq_tag_is_preposition(p, k);
  if (prev == PQ_TAG_NOUN &&
      (verb_next || set_off || of_thing || lacks_object(p, at, k))) {
    return PQ_TAG_RELATIVE;
  }
  if (prev == PQ_TAG_VERB || prev == PQ_TAG_AUXILIARY) {
    return PQ_TAG_SUBORDINATE;
  }
  if (prev == PQ_TAG_NOUN) return PQ_TAG_SUBORDINATE;
  return PQ_TAG_DETERMINER;
}

/* "to" before an infinitive? */
static bool is_infinitive(const pq_parse *p, uint32_t i) {
  uint32_t k = i + 1;
  while (k < p->units.n && (p->units.at[k].classes & PQ_W_ADVERB) &&
         !p->units.at[k].forms) {
    ++k;
  }
  const pq_unit *const u = pq_unit_at(p, k);
  if (k >= p->units.n || u->kind != PQ_UNIT_WORD) return false;
  if (u->classes & (PQ_W_BE | PQ_W_HAVE)) return true;
  if (!(u->forms & PQ_FORM_BASE)) return false;
  /* "to position 6" */
  if ((u->classes & PQ_W_SITE) &&
      pq_is_digit(pq_view_first(pq_unit_text(p, k + 1)))) {
    return false;
  }
  /* "to form a complex", "to act as"; but "to forms of" could be either. */
  return !(u->classes & PQ_W_NOUN) || pq_tag_begins_noun(p, k + 1) ||
         (pq_tag_is_preposition(p, k + 1) && !pq_unit_says(p, k + 1, "of"));
}

/* "thereby", "thus": adverbs before what follows from it; "X then is bound",
 * "and then is bound", but not "and so is JAK2". */
static bool leads_verb(const pq_parse *p, uint32_t i) {
  const uint32_t auxiliary = PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL;
  const pq_unit *const next = pq_unit_at(p, i + 1);
  if (i + 1 >= p->units.n || next->kind != PQ_UNIT_WORD) return false;
  const pq_tag before = p->units.at[i - 1].tag;
  const bool goes_on = (next->classes & auxiliary) &&
                       (before == PQ_TAG_AND || before == PQ_TAG_NOUN) &&
                       pq_unit_at(p, i + 2)->kind == PQ_UNIT_WORD &&
                       !(pq_unit_at(p, i + 2)->classes & PQ_W_DETERMINER);
  return next->forms || goes_on;
}

pq_tag pq_tag_mark(const pq_unit *u, const pq_unit *next) {
  switch (u->mark) {
  case ',': return PQ_TAG_COMMA;
  case '&':
  case '/': return PQ_TAG_AND;
  case '-': return u->glued ? PQ_TAG_NOUN : PQ_TAG_STOP;
  case '.': /* ROBO3.1 */
    return next->glued && next->kind != PQ_UNIT_MARK ? PQ_TAG_NOUN
                                                     : PQ_TAG_STOP;
  case '\'':
  case '"':
  case '+':
  case '%': return PQ_TAG_NOUN;
  default: return PQ_TAG_STOP;
  }
}

/* "the serine/threonine kinase AKT1": one group. */
bool pq_tag_joins_residues(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return i > 1 && pq_unit_is_mark(p, i, '/') && next->glued &&
         (p->units.at[i - 1].classes & PQ_W_SITE) &&
         (next->classes & PQ_W_SITE) &&
         (pq_unit_says(p, i + 2, "kinase") ||
          pq_unit_says(p, i + 2, "kinases"));
}

/* "rapidly and directly" is one adverb. */
static bool joins_adverbs(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return i > 1 && p->units.at[i - 1].tag == PQ_TAG_ADVERB &&
         (next->classes & PQ_W_ADVERB) && !next->forms;
}

/* "by A and then by B", "at S32, then at S36" */
static bool leads_phrase(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "then") && pq_tag_is_preposition(p, i + 1) &&
         pq_tag_is_end(p, i - 1) && !pq_unit_is_mark(p, i - 1, '.');
}

/* "it is unclear if X does Y": whether. */
static bool is_asked_if(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "if") && pq_unit_means(p, i - 1, PQ_M_ASKING);
}

/* "Evidence is lacking that": it leads nothing. */
static bool is_lacking(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "lacking") &&
         (pq_unit_at(p, i - 1)->classes & PQ_W_BE) &&
         (pq_tag_is_end(p, i + 1) || pq_tag_is_preposition(p, i + 1) ||
          pq_unit_says(p, i + 1, "that"));
}

/* "RAD51-like proteins", "the following proteins": it leads nothing. */
static bool is_tail(const pq_parse *p, uint32_t i) {
  return (pq_unit_says(p, i, "like") && p->units.at[i].glued &&
          pq_unit_is_mark(p, i - 1, '-')) ||
         (pq_unit_says(p, i, "following") && pq_unit_says(p, i - 1, "the"));
}

/* "has not yet been", "has so far been" */
static bool tells_how_long(const pq_parse *p, uint32_t i) {
  if (pq_unit_says(p, i, "yet")) {
    return i > 1 &&
           (p->units.at[i - 1].classes & (PQ_W_NOT | PQ_W_HAVE | PQ_W_BE));
  }
  return pq_unit_says(p, i + 1, "far") &&
         (p->units.at[i].classes & PQ_W_SUBORDINATE);
}

/* "binds A in addition to B", "at S33 in addition to S37": both. */
static bool is_between_names(const pq_parse *p, uint32_t i) {
  if (i < 2 || !pq_view_same(p->units.at[i].slot, PQ_LIT("besides"))) {
    return false;
  }
  const pq_unit_kind kind = p->units.at[i - 1].kind;
  return (kind == PQ_UNIT_NAME || kind == PQ_UNIT_SITE) &&
         pq_unit_at(p, i + 1)->kind == kind;
}

bool pq_tag_is_degree(const pq_parse *p, uint32_t i) {
  const pq_unit *const how = pq_unit_at(p, i + 1);
  return pq_unit_says(p, i, "most") && (how->classes & PQ_W_ADVERB) &&
         !how->forms && pq_unit_at(p, i + 2)->forms && i > 1 &&
         p->units.at[i - 1].tag != PQ_TAG_DETERMINER;
}

/* Tags that do not ask the neighbours; PQ_TAG_VERB where they must be asked.
 * Most words are none of the small ones, which all have one of these classes.
 */
/* "to | the inside | of P" */
static bool is_side(const pq_parse *p, uint32_t i) {
  return pq_unit_means(p, i, PQ_M_SIDE) && pq_unit_says(p, i - 1, "the") &&
         pq_unit_says(p, i + 1, "of");
}

pq_tag pq_tag_small(const pq_parse *p, uint32_t i) {
  const uint32_t small = PQ_W_WHETHER | PQ_W_BE | PQ_W_HAVE | PQ_W_DO |
                         PQ_W_MODAL | PQ_W_NOT | PQ_W_AND | PQ_W_RELATIVE |
                         PQ_W_SUBORDINATE | PQ_W_PREPOSITION;
  const uint32_t c = p->units.at[i].classes;
  if (!(c & small)) return PQ_TAG_VERB;
  if ((c & PQ_W_WHETHER) || is_asked_if(p, i)) return PQ_TAG_WHETHER;
  if (c & (PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL)) {
    return PQ_TAG_AUXILIARY;
  }
  if (c & PQ_W_NOT) return PQ_TAG_NOT;
  if (pq_unit_says(p, i, "to")) {
    return is_infinitive(p, i) ? PQ_TAG_TO : PQ_TAG_PREPOSITION;
  }
  if (pq_unit_says(p, i, "that")) return tag_that(p, i);
  if (c & PQ_W_AND) return joins_adverbs(p, i) ? PQ_TAG_ADVERB : PQ_TAG_AND;
  if (c & PQ_W_RELATIVE) return PQ_TAG_RELATIVE;
  if (tells_how_long(p, i)) return PQ_TAG_ADVERB;
  if ((c & PQ_W_ADVERB) && (c & PQ_W_SUBORDINATE)) {
    return leads_verb(p, i) || leads_phrase(p, i) ? PQ_TAG_ADVERB
                                                  : PQ_TAG_SUBORDINATE;
  }
  if (c & PQ_W_SUBORDINATE) return PQ_TAG_SUBORDINATE;
  if (is_between_names(p, i)) return PQ_TAG_AND;
  if (c & PQ_W_PREPOSITION) {
    return is_lacking(p, i) || is_tail(p, i) || is_side(p, i)
               ? PQ_TAG_NOUN
               : PQ_TAG_PREPOSITION;
  }
  return PQ_TAG_VERB;
}

/* Could the word be the verb of a clause, as far as its form tells? */
static bool may_be_finite(const pq_unit *u) {
  return (u->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL)) ||
         (u->forms & (PQ_FORM_S | PQ_FORM_BASE | PQ_FORM_ED));
}

/* "by CASP3 scrambles", and not "in CHO cells", "CHO cells that". */
static bool stands_as_verb(const pq_parse *p, uint32_t i) {
  static const char *const places[] = {"in",  "of",     "on",   "from", "at",
                                       "for", "within", "into", NULL};
  const pq_unit *const next = pq_unit_at(p, i + 1);
  if (i + 1 >= p->units.n || pq_view_says_any(pq_unit_text(p, i - 2), places)) {
    return false;
  }
  return next->kind == PQ_UNIT_NAME ||
         (pq_unit_says(p, i + 1, "the") || pq_unit_says(p, i + 1, "its"));
}

/* "TOMM20 hands them", "PEX5 docks it": no noun stands before these. */
static bool has_pronoun_behind(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i + 1, "it") || pq_unit_says(p, i + 1, "them") ||
         pq_unit_says(p, i + 1, "itself");
}

/* ", and", ", but": what follows may have a verb of its own. */
static bool ends_clause(const pq_parse *p, uint32_t mark) {
  return pq_unit_is_mark(p, mark, ',') &&
         (pq_unit_says(p, mark + 1, "and") || pq_unit_says(p, mark + 1, "but"));
}

bool pq_tag_is_strange_verb(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const pq_view w = pq_unit_text(p, i);
  if (i < 2 || u->noun || u->class_noun || u->glued || w.len < 5 ||
      w.ptr[w.len - 2] == 's' || !pq_is_lower(w.ptr[0]) ||
      p->r->wants_happenings) {
    return false;
  }
  if (has_pronoun_behind(p, i)) return true;
  const bool joined = p->units.at[i - 1].tag == PQ_TAG_AND;
  if (!stands_as_verb(p, i) || (!joined && pq_tag_has_verb(p, i))) return false;
  for (uint32_t k = i + 1; k < p->units.n; ++k) {
    const pq_unit *const v = &p->units.at[k];
    if (v->kind == PQ_UNIT_MARK && (!v->glued || ends_clause(p, k))) {
      break;
    }
    if (v->classes & (PQ_W_RELATIVE | PQ_W_SUBORDINATE)) break;
    if (v->kind == PQ_UNIT_WORD && may_be_finite(v)) return false;
  }
  return true;
}
