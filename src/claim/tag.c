/* What each unit does.  Most words say it themselves; for verb forms that could
 * be nouns or adjectives the neighbours decide, left to right. */
#include "tag.h"

/* Is the noun group before i plural, as far as one can see? */
bool pq_tag_is_plural(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  const pq_view w = pq_unit_text(p, i);
  if (u->kind == PQ_UNIT_NAME &&
      (u->n > 1 || pq_view_find(w, '/') < w.len || pq_view_names_two(w) ||
       pq_unit_says(p, i, "they"))) {
    return true;
  }
  for (uint32_t k = i; k > 1 && k + 5 > i; --k) {
    if (p->units.at[k].tag == PQ_TAG_AND) return true;
    if (p->units.at[k].tag == PQ_TAG_VERB) break;
  }
  if (u->kind == PQ_UNIT_SITE && u->n > 1) return true; /* "Y5 and Y7" */
  return (u->classes & PQ_W_PLURAL) ||
         (w.len > 2 && w.ptr[w.len - 1] == 's' && w.ptr[w.len - 2] != 's');
}

/* "When cells grow, A and B bind C": a clause that leads in ends at its comma.
 */
static bool is_led_in(const pq_parse *p, uint32_t verb) {
  for (uint32_t k = verb; k-- > 1;) {
    const pq_tag t = p->units.at[k].tag;
    if (t == PQ_TAG_STOP || t == PQ_TAG_RELATIVE) return false;
    if (t != PQ_TAG_SUBORDINATE) continue;
    return k == 1 || p->units.at[k - 1].tag == PQ_TAG_STOP;
  }
  return false;
}

/* "After binding A, ...": does the -ing at k lead in? */
static bool is_leading(const pq_parse *p, uint32_t k) {
  return k > 1 && p->units.at[k].forms == PQ_FORM_ING &&
         p->units.at[k - 1].tag == PQ_TAG_PREPOSITION &&
         (k == 2 || p->units.at[k - 2].tag == PQ_TAG_STOP);
}

/* Does the stretch before i hold a verb since its last break? */
bool pq_tag_has_verb(const pq_parse *p, uint32_t i) {
  bool comma = false;
  for (uint32_t k = i; k-- > 1;) {
    const pq_tag t = p->units.at[k].tag;
    comma = comma || t == PQ_TAG_COMMA;
    if (comma && is_leading(p, k)) return false;
    /* "Based on studies, A and B form" */
    if (k == 1 && comma && (p->units.at[k].forms & PQ_FORM_ED)) return false;
    if (t == PQ_TAG_STOP || t == PQ_TAG_RELATIVE || t == PQ_TAG_SUBORDINATE ||
        t == PQ_TAG_WHETHER) {
      return false;
    }
    /* "JAK2 complexed with EPOR activated STAT3", "X bound by Y activates Z": a
     * participle is none */
    const uint32_t forms = p->units.at[k].forms;
    const bool only_done =
        forms == PQ_FORM_EN ||
        ((forms & PQ_FORM_EN) && pq_unit_says(p, k + 1, "by"));
    if (t == PQ_TAG_AUXILIARY || (t == PQ_TAG_VERB && !only_done)) {
      return !(comma && is_led_in(p, k));
    }
  }
  return false;
}

/* ..., or since a comma with "and" or "but": "A binds B, and C releases D". */
bool pq_tag_has_own_verb(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i; k-- > 2;) {
    if (p->units.at[k].tag == PQ_TAG_AND &&
        p->units.at[k - 1].tag == PQ_TAG_COMMA) {
      return false;
    }
    if (p->units.at[k].tag == PQ_TAG_VERB ||
        p->units.at[k].tag == PQ_TAG_AUXILIARY) {
      break;
    }
  }
  return pq_tag_has_verb(p, i);
}

/* "A binds B, and the fragment of it | forms C": is the comma the only one
 * since the verb before, so that there is no list? */
bool pq_tag_begins_clause(const pq_parse *p, uint32_t i) {
  uint32_t commas = 0;
  for (uint32_t k = i; k-- > 1;) {
    const pq_tag t = p->units.at[k].tag;
    commas += t == PQ_TAG_COMMA;
    if (t == PQ_TAG_AND && p->units.at[k - 1].tag != PQ_TAG_COMMA) return false;
    if (t == PQ_TAG_VERB || t == PQ_TAG_AUXILIARY || t == PQ_TAG_STOP) break;
  }
  return commas == 1;
}

/* "JAK2, a kinase, forms a complex": does the comma at `comma` close what
 * another one opens behind the subject?  Where that one stands, or 0. */
uint32_t pq_tag_aside(const pq_parse *p, uint32_t comma) {
  for (uint32_t k = comma; k-- > 2;) {
    switch (p->units.at[k].tag) {
    case PQ_TAG_COMMA: return p->units.at[k - 1].tag == PQ_TAG_NOUN ? k : 0;
    case PQ_TAG_VERB: /* "THBS1, encoded by that gene, forms" */
      if ((p->units.at[k].forms & PQ_FORM_EN) &&
          p->units.at[k - 1].tag == PQ_TAG_COMMA) {
        break;
      }
      return 0;
    case PQ_TAG_SUBORDINATE: /* "X, however, binds" */
      if (k + 1 == comma && p->units.at[k - 1].tag == PQ_TAG_COMMA) break;
      return 0;
    case PQ_TAG_STOP:
    case PQ_TAG_AUXILIARY:
    case PQ_TAG_RELATIVE: return 0;
    default: break;
    }
  }
  return 0;
}

/* Is the verb before one in -s: "activates"? */
static bool s_verb_before(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i; k-- > 1;) {
    const pq_tag t = p->units.at[k].tag;
    if (t == PQ_TAG_STOP || t == PQ_TAG_AUXILIARY) return false;
    if (t == PQ_TAG_VERB) return (p->units.at[k].forms & PQ_FORM_S) != 0;
  }
  return false;
}

/* "opens and transports A", "reduces E and increases F": a word in -s that
 * could be a noun goes on as a verb before its object. */
static bool goes_on_with_object(const pq_parse *p, uint32_t i) {
  const uint32_t next = pq_tag_behind(p, i);
  return (pq_tag_begins_noun(p, next) || pq_unit_says(p, next, "them")) &&
         pq_tag_has_verb(p, i);
}

/* "Expression of X increases upon E": by itself, for that is the only verb. */
static bool changes_by_itself(const pq_parse *p, uint32_t i, uint32_t next) {
  static const char *const leads[] = {"in response to", "upon", "following",
                                      "after", NULL};
  return pq_unit_means(p, i, PQ_M_CHANGING) &&
         (p->units.at[i].forms & PQ_FORM_S) &&
         pq_view_says_any(pq_unit_at(p, next)->slot, leads) &&
         !pq_tag_has_verb(p, i) && !pq_tag_verb_follows(p, i);
}

/* "X bound to Y | increases Z": is what looks like the verb before what was
 * done to the subject? */
static bool is_behind_reduced(const pq_parse *p, uint32_t i) {
  for (uint32_t k = i; k-- > 2;) {
    switch (p->units.at[k].tag) {
    case PQ_TAG_VERB:
      return (p->units.at[k].forms & PQ_FORM_EN) &&
             p->units.at[k - 1].tag == PQ_TAG_NOUN &&
             pq_tag_is_preposition(p, k + 1);
    case PQ_TAG_NOUN:
    case PQ_TAG_DETERMINER:
    case PQ_TAG_PREPOSITION: break;
    default: return false;
    }
  }
  return false;
}

bool pq_tag_leads(const pq_parse *p, uint32_t i, uint32_t next) {
  const pq_view to = p->g->triggers.at[pq_unit_at(p, i)->verb].to;
  return to.len && pq_view_alike(pq_unit_text(p, next), to);
}

bool pq_tag_leads_clause(const pq_parse *p, uint32_t i) {
  static const char *const words[] = {"after", "until", "before", NULL};
  return pq_view_says_any(pq_unit_text(p, i), words);
}

/* "After A has done B, | C increases D", "to do B, | C increases D": the
 * subject behind what leads in. */
static bool is_behind_lead(const pq_parse *p, uint32_t at) {
  return p->units.at[at - 1].tag == PQ_TAG_COMMA &&
         (p->units.at[1].tag == PQ_TAG_TO || pq_tag_leads_clause(p, 1));
}

bool pq_tag_begins_own(const pq_parse *p, uint32_t at) {
  return pq_tag_leads_clause(p, pq_tag_before(p, at)) || is_behind_lead(p, at);
}

/* A name at `at` whose verb a word in -s is, though it could be a noun: "A
 * binds B and C increases D", "after C increases D". */
static bool has_clause(const pq_parse *p, uint32_t i, uint32_t at) {
  const pq_tag before = p->units.at[pq_tag_before(p, at)].tag;
  return (before == PQ_TAG_AND && s_verb_before(p, i)) ||
         pq_tag_begins_own(p, at);
}

/* A word in -s that could be a noun, behind one: "JAK2 targets STAT3", "acts
 * as". */
static bool noun_is_verb(const pq_parse *p, uint32_t i, uint32_t next,
                         bool named) {
  if (pq_unit_says(p, next, "as") && (named || !pq_tag_has_verb(p, i))) {
    return true;
  }
  if (changes_by_itself(p, i, next)) return true;
  if (!pq_tag_begins_noun(p, next)) return false;
  if ((named && has_clause(p, i, pq_tag_before(p, i))) ||
      is_behind_reduced(p, i)) {
    return true;
  }
  const bool own = named || pq_tag_begins_clause(p, i);
  return !(own ? pq_tag_has_own_verb(p, i) : pq_tag_has_verb(p, i));
}

static bool may_follow_verb(const pq_parse *p, uint32_t i) {
  return pq_tag_begins_noun(p, i) || pq_tag_is_preposition(p, i) ||
         pq_unit_says(p, i, "to") || pq_unit_says(p, i, "that") ||
         pq_tag_is_end(p, i);
}

/* "which SLC38A3 exports", "XPO1 exports the subunit" */
static bool has_name_before(const pq_parse *p, uint32_t i, uint32_t next,
                            bool follows) {
  const uint32_t at = pq_tag_before(p, i);
  return p->units.at[at - 1].tag == PQ_TAG_RELATIVE
             ? follows
             : pq_unit_says(p, next, "the") || pq_unit_says(p, next, "its");
}

/* "THBS1, encoded by that gene, forms trimers" */
static bool s_behind_comma(const pq_parse *p, uint32_t i, bool follows,
                           bool clear) {
  if (!follows || clear || pq_tag_has_verb(p, i)) return follows;
  const uint32_t aside = pq_tag_aside(p, pq_tag_before(p, i));
  const bool done = p->units.at[aside + 1].forms & PQ_FORM_EN;
  return aside && (done || pq_tag_begins_noun(p, pq_tag_behind(p, i)));
}

/* "is bound and acts as", "binds A and results in B" */
static bool s_behind_and(const pq_parse *p, uint32_t i, bool may) {
  const uint32_t next = pq_tag_behind(p, i);
  const bool office = pq_unit_says(p, next, "as") && next == i + 1;
  return ((may || office) && pq_tag_has_verb(p, i)) ||
         goes_on_with_object(p, i);
}

/* "A, which B phosphorylates | binds C" */
static bool s_behind_verb(const pq_parse *p, uint32_t i, pq_tag prev) {
  return prev == PQ_TAG_VERB && pq_tag_is_clear_verb(p, i) &&
         pq_tag_begins_noun(p, pq_tag_behind(p, i));
}

/* "binds", "results", "targets". */
static bool s_is_verb(const pq_parse *p, uint32_t i, pq_tag prev) {
  const uint32_t next = pq_tag_behind(p, i);
  const pq_unit *const u = &p->units.at[i];
  const bool follows = may_follow_verb(p, next);
  if (prev == PQ_TAG_RELATIVE ||
      (prev == PQ_TAG_NOUN && pq_tag_is_this(p, pq_tag_before(p, i)))) {
    return true;
  }
  if (prev == PQ_TAG_DETERMINER || prev == PQ_TAG_PREPOSITION ||
      prev == PQ_TAG_TO) {
    return false;
  }
  const bool leads = pq_tag_leads(p, i, next);
  const uint32_t at = pq_tag_before(p, i);
  const bool named =
      prev == PQ_TAG_NOUN && p->units.at[at].kind == PQ_UNIT_NAME;
  if (prev == PQ_TAG_NOUN && leads &&
      (!pq_tag_has_own_verb(p, i) || (named && has_clause(p, i, at)))) {
    return true;
  }
  const bool clear = !u->noun && !(u->classes & (PQ_W_GENERIC | PQ_W_NOUN));
  if (prev == PQ_TAG_COMMA) {
    return (leads && !pq_tag_has_verb(p, i)) ||
           s_behind_comma(p, i, follows, clear);
  }
  if (prev == PQ_TAG_AND) {
    return s_behind_and(p, i, leads || (follows && clear));
  }
  if (prev != PQ_TAG_NOUN) return false;
  if (named && (has_name_before(p, i, next, follows) ||
                (!u->noun && follows && !pq_tag_has_verb(p, i)))) {
    return true;
  }
  if (!clear) return noun_is_verb(p, i, next, named);
  return follows || !pq_tag_has_verb(p, i);
}

static uint32_t only(pq_unit *u, uint32_t forms) {
  u->forms = (uint8_t)(u->forms & forms);
  return u->forms;
}

/* Decide for a word with verb forms; true if it is a verb here. */
static bool is_verb(pq_parse *p, uint32_t i) {
  pq_unit *const u = &p->units.at[i];
  const uint32_t at = pq_tag_before(p, i);
  const pq_tag prev = at ? p->units.at[at].tag : PQ_TAG_STOP;
  if (!u->verb) return false;
  const uint32_t forms = u->forms;
  if ((forms & PQ_FORM_ING) && pq_tag_ing_is_verb(p, i, prev)) {
    return only(u, PQ_FORM_ING) != 0;
  }
  if ((forms & (PQ_FORM_ED | PQ_FORM_EN)) && pq_tag_done_is_verb(p, i, prev)) {
    return only(u, PQ_FORM_ED | PQ_FORM_EN) != 0;
  }
  if ((forms & PQ_FORM_S) &&
      (s_is_verb(p, i, prev) || s_behind_verb(p, i, prev))) {
    return only(u, PQ_FORM_S) != 0;
  }
  if ((forms & PQ_FORM_BASE) && pq_tag_base_is_verb(p, i, prev)) {
    return only(u, PQ_FORM_BASE) != 0;
  }
  return false;
}

/* "A scrambles B", and, where the verb before is in -s, too, "cleaves A and
 * frees B". */
static bool may_be_strange(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const pq_unit *const before = &p->units.at[i - 1];
  const bool joined = before->tag == PQ_TAG_AND && i > 2 &&
                      p->units.at[i - 2].kind == PQ_UNIT_NAME;
  return !u->classes && !u->forms && (before->kind == PQ_UNIT_NAME || joined) &&
         p->text.ptr[u->span.end - 1] == 's' &&
         (!joined || s_verb_before(p, i));
}

static pq_tag tag_word(pq_parse *p, uint32_t i) {
  const uint32_t pronoun = PQ_W_DETERMINER | PQ_W_PRONOUN | PQ_W_SAME |
                           PQ_W_DEMONSTRATIVE | PQ_W_PLURAL;
  const pq_unit *const u = &p->units.at[i];
  if (pq_tag_is_in_name(p, i)) return PQ_TAG_NOUN;
  const pq_tag closed = pq_tag_small(p, i);
  if (closed != PQ_TAG_VERB) return closed;
  const pq_tag open = u->classes & pronoun ? pq_tag_pronoun(p, i) : PQ_TAG_VERB;
  if (open != PQ_TAG_VERB) return open;
  if (u->forms && !u->compound && is_verb(p, i)) return PQ_TAG_VERB;
  if ((u->classes & PQ_W_ADVERB) && !u->forms) return PQ_TAG_ADVERB;
  if (pq_tag_is_strange_ing(p, i)) {
    p->units.at[i].forms = PQ_FORM_ING;
    return PQ_TAG_VERB;
  }
  return may_be_strange(p, i) && pq_tag_is_strange_verb(p, i) ? PQ_TAG_VERB
                                                              : PQ_TAG_NOUN;
}

/* "activated", "unphosphorylated", "inactive" */
static bool is_quality(const pq_parse *p, uint32_t i) {
  const uint32_t state = PQ_W_ACTIVE | PQ_W_INACTIVE | PQ_W_MUTANT;
  const pq_unit *const u = pq_unit_at(p, i);
  return u->kind == PQ_UNIT_WORD &&
         ((u->classes & state) || (u->forms & PQ_FORM_EN) ||
          (!u->classes && pq_view_ends(pq_unit_text(p, i), PQ_LIT("ed"))));
}

/* "recruits unphosphorylated, inactive X": the comma stands within a group. */
static bool joins_adjectives(const pq_parse *p, uint32_t i) {
  if (i < 3 || !pq_unit_is_mark(p, i, ',')) return false;
  const pq_tag lead = p->units.at[i - 2].tag;
  return (lead == PQ_TAG_VERB || lead == PQ_TAG_DETERMINER ||
          lead == PQ_TAG_PREPOSITION) &&
         p->units.at[i - 1].tag == PQ_TAG_NOUN && is_quality(p, i - 1) &&
         is_quality(p, i + 1) && pq_unit_at(p, i + 2)->kind == PQ_UNIT_NAME;
}

/* "JAK2-sensitive and -insensitive", "at -50": a dash before a word. */
static bool hangs_on(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  const pq_tag prev = p->units.at[i - 1].tag;
  return pq_unit_is_mark(p, i, '-') && next->kind == PQ_UNIT_WORD &&
         next->glued && !p->units.at[i].glued &&
         (prev == PQ_TAG_AND || prev == PQ_TAG_COMMA ||
          prev == PQ_TAG_PREPOSITION);
}

static bool is_dash(const pq_parse *p, uint32_t i) {
  return pq_unit_is_mark(p, i, '-') && !p->units.at[i].glued &&
         !pq_unit_at(p, i + 1)->glued;
}

/* "X - a kinase - binds Y": one of two dashes, as commas are. */
static bool is_dash_of_two(const pq_parse *p, uint32_t i) {
  if (!is_dash(p, i)) return false;
  uint32_t n = 0;
  for (uint32_t k = 1; k < p->units.n; ++k) {
    n += is_dash(p, k);
  }
  return n == 2;
}

static pq_tag tag_of(pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  switch (u->kind) {
  case PQ_UNIT_NAME:
  case PQ_UNIT_SITE: break;
  case PQ_UNIT_MARK:
    if (pq_tag_joins_residues(p, i)) break;
    if (is_dash_of_two(p, i)) return PQ_TAG_COMMA;
    return hangs_on(p, i) || joins_adjectives(p, i)
               ? PQ_TAG_NOUN
               : pq_tag_mark(u, pq_unit_at(p, i + 1));
  case PQ_UNIT_WORD:
    if (u->glued) pq_compound_mark(p, i);
    if (u->compound) break;
    return tag_word(p, i);
  }
  return PQ_TAG_NOUN;
}

void pq_tag_units(pq_parse *p) {
  for (uint32_t i = 1; i < p->units.n; ++i) {
    p->units.at[i].tag = tag_of(p, i);
    if (p->units.at[i].glued) pq_compound_free_verb(p, i);
  }
}
