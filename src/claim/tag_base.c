/* Words like "bind", which may be a verb without an ending, or a noun. */
#include "tag.h"

bool pq_tag_is_naming(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_CALLED);
}

/* A word that is hardly ever a noun: "bind", and not "target". */
static bool is_no_noun(const pq_unit *u) {
  return !u->noun && !(u->classes & (PQ_W_GENERIC | PQ_W_NOUN));
}

/* "A and B are kinases and phosphorylate C": the verb of many goes on. */
static bool goes_on_with_many(const pq_parse *p, uint32_t i) {
  static const char *const many[] = {"are", "were", "have", NULL};
  const pq_unit *const u = &p->units.at[i];
  if (u->noun || (u->classes & (PQ_W_GENERIC | PQ_W_NOUN)) ||
      !pq_tag_begins_noun(p, pq_tag_behind(p, i))) {
    return false;
  }
  for (uint32_t k = i; k-- > 1;) {
    const pq_tag tag = p->units.at[k].tag;
    const bool done = p->units.at[k].forms & (PQ_FORM_ED | PQ_FORM_EN);
    if ((tag == PQ_TAG_VERB && !done) || tag == PQ_TAG_STOP) return false;
    if (tag == PQ_TAG_AUXILIARY) {
      return pq_view_says_any(pq_unit_text(p, k), many);
    }
  }
  return false;
}

/* "binds to, and phosphorylates, X": a word between commas, but for "and". */
static bool is_set_off(const pq_parse *p, uint32_t i) {
  return i > 2 && pq_unit_is_mark(p, i - 2, ',') &&
         pq_unit_is_mark(p, i + 1, ',');
}

/* "members of the family bind", "mutations in STAT3 result in", "acids such as
 * X bind": the noun that leads the one before a verb. */
static bool is_of_many(const pq_parse *p, uint32_t at) {
  uint32_t i = at;
  while (i > 1 && pq_tag_is_noun_like(p->units.at[i].tag)) {
    --i;
  }
  return i > 1 && i < at &&
         (pq_unit_says(p, i, "of") || pq_unit_says(p, i, "in") ||
          pq_unit_says(p, i, "such as")) &&
         p->units.at[i - 1].tag == PQ_TAG_NOUN && pq_tag_is_plural(p, i - 1);
}

/* "JAK1 and JAK2 phosphorylated by SRC bind": the verb of many goes on behind
 * what was done to them. */
static bool is_done_to_many(const pq_parse *p, uint32_t at) {
  uint32_t i = at;
  while (i > 1 && pq_tag_is_noun_like(p->units.at[i].tag)) {
    --i;
  }
  return i > 2 && i < at && pq_tag_is_preposition(p, i) &&
         p->units.at[i - 1].tag == PQ_TAG_VERB &&
         (p->units.at[i - 1].forms & PQ_FORM_EN) &&
         p->units.at[i - 2].tag == PQ_TAG_NOUN && pq_tag_is_plural(p, i - 2);
}

/* "kinases, such as JAK2, phosphorylate X", "JAK2, and TYK2, phosphorylate X"
 */
static bool is_behind_aside(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const uint32_t next = pq_tag_behind(p, i);
  const uint32_t aside = pq_tag_aside(p, pq_tag_before(p, i));
  const bool clear = is_no_noun(u) && !(u->classes & PQ_W_ADVERB);
  if (!aside || !(pq_tag_leads(p, i, next) || pq_tag_begins_noun(p, next) ||
                  (clear && pq_tag_is_preposition(p, next)))) {
    return false;
  }
  return pq_tag_is_plural(p, aside - 1) || is_of_many(p, aside - 1) ||
         p->units.at[aside + 1].tag == PQ_TAG_AND;
}

/* "does not, unlike JAK2, phosphorylate X": the verb that an auxiliary before
 * an aside waits for. */
static bool is_awaited(const pq_parse *p, uint32_t i) {
  enum {
    ASIDE_MOST = 12 /* units */
  };
  const uint32_t comma = i - 1;
  for (uint32_t k = comma - 1; k > 1 && k + ASIDE_MOST > comma; --k) {
    const pq_tag tag = p->units.at[k].tag;
    if (tag == PQ_TAG_COMMA) {
      const uint32_t at = pq_tag_before(p, k);
      return p->units.at[at].tag == PQ_TAG_AUXILIARY &&
             (p->units.at[at].classes & (PQ_W_MODAL | PQ_W_DO));
    }
    if (tag == PQ_TAG_STOP || tag == PQ_TAG_AUXILIARY) return false;
  }
  return false;
}

bool pq_tag_turns(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  const pq_view text = pq_unit_text(p, i);
  return u->tag == PQ_TAG_SUBORDINATE && u->n_tokens == 2 &&
         (pq_view_alike(pq_view_head(text, 4), PQ_LIT("nor ")) ||
          pq_view_alike(pq_view_head(text, 8), PQ_LIT("neither ")));
}

/* "can be bound by X and activate Y", "is able to be bound and activate Y": the
 * auxiliary goes with both. */
static bool goes_with_auxiliary(const pq_parse *p, uint32_t i, uint32_t k,
                                uint32_t next) {
  const pq_unit *const u = &p->units.at[i];
  const pq_unit *const object = pq_unit_at(p, next);
  const bool infinitive = (p->units.at[k].classes & PQ_W_MODAL) ||
                          p->units.at[k - 1].tag == PQ_TAG_TO ||
                          (p->units.at[k - 1].classes & PQ_W_MODAL);
  /* "by X and target genes" */
  return infinitive && pq_tag_begins_noun(p, next) &&
         (is_no_noun(u) || object->kind == PQ_UNIT_NAME ||
          (object->classes & PQ_W_DETERMINER));
}

/* "bind X and dimerize." */
static bool stands_alone(const pq_parse *p, uint32_t i, uint32_t next) {
  return is_no_noun(&p->units.at[i]) && pq_tag_is_end(p, next);
}

/* "bind and activate X": a verb like the one before it. */
static bool base_goes_on(const pq_parse *p, uint32_t i, uint32_t next) {
  if (goes_on_with_many(p, i)) return true;
  bool done = false; /* "can be bound and activate", and not "cannot but" */
  for (uint32_t k = i; k-- > 1 && k + 12 > i;) {
    const uint32_t forms = p->units.at[k].forms;
    if (p->units.at[k].tag == PQ_TAG_AUXILIARY) {
      return done && goes_with_auxiliary(p, i, k, next);
    }
    done = done || p->units.at[k].tag == PQ_TAG_VERB;
    /* "bind X phosphorylated by Y and retain it" */
    if (p->units.at[k].tag == PQ_TAG_VERB &&
        !(forms & (PQ_FORM_ED | PQ_FORM_EN))) {
      return (forms & PQ_FORM_BASE) &&
             (pq_tag_begins_noun(p, next) || pq_tag_is_preposition(p, next) ||
              is_set_off(p, i) || stands_alone(p, i, next));
    }
  }
  return false;
}

/* "nor does it bind X": the verb behind the noun group that such a word leads.
 */
static bool is_inverted(const pq_parse *p, uint32_t i) {
  while (i > 1 && pq_tag_is_noun_like(p->units.at[i - 1].tag)) {
    --i;
  }
  return pq_tag_turns(p, i - 1);
}

/* "proteins termed A and B | interact", "cells tested | express": may what
 * looks like the verb before be what was done to them? */
static bool is_behind_done(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  const uint32_t next = pq_tag_behind(p, i);
  if (u->noun || (u->classes & (PQ_W_GENERIC | PQ_W_NOUN | PQ_W_ADVERB)) ||
      !(pq_tag_begins_noun(p, next) || pq_tag_is_preposition(p, next))) {
    return false;
  }
  uint32_t k = i - 1;
  while (k > 2 && (pq_tag_is_noun_like(p->units.at[k].tag) ||
                   p->units.at[k].tag == PQ_TAG_AND ||
                   p->units.at[k].tag == PQ_TAG_COMMA ||
                   p->units.at[k].tag == PQ_TAG_PREPOSITION)) {
    --k;
  }
  return p->units.at[k].tag == PQ_TAG_VERB &&
         (p->units.at[k].forms & PQ_FORM_EN) &&
         (!pq_tag_begins_noun(p, k + 1) || k + 1 == i ||
          pq_tag_is_naming(p, k)) &&
         p->units.at[k - 1].tag == PQ_TAG_NOUN && pq_tag_is_plural(p, k - 1);
}

/* "A and B, which bind C, | phosphorylate D": the verb of many behind a clause
 * about them. */
static bool is_behind_relative(const pq_parse *p, uint32_t i, pq_tag prev) {
  enum {
    CLAUSE_MOST = 16 /* units */
  };
  const pq_unit *const u = &p->units.at[i];
  bool verb = false;
  if (prev != PQ_TAG_COMMA && prev != PQ_TAG_NOUN) return false;
  if (!is_no_noun(u) || (u->classes & PQ_W_ADVERB) ||
      !pq_tag_begins_noun(p, pq_tag_behind(p, i))) {
    return false;
  }
  for (uint32_t k = i - 1; k > 1 && k + CLAUSE_MOST > i; --k) {
    const pq_tag tag = p->units.at[k].tag;
    if (tag == PQ_TAG_STOP || tag == PQ_TAG_SUBORDINATE) return false;
    verb = verb || tag == PQ_TAG_VERB;
    if (tag != PQ_TAG_RELATIVE) continue;
    const bool both = pq_unit_says(p, k - 1, "of"); /* "both of which" */
    const uint32_t comma = both ? k - 3 : k - 1;
    const bool apart = k > 3 && p->units.at[comma].tag == PQ_TAG_COMMA;
    const uint32_t at = comma - apart;
    return verb && apart == (prev == PQ_TAG_COMMA) &&
           p->units.at[at].kind == PQ_UNIT_NAME && pq_tag_is_plural(p, at);
  }
  return false;
}

/* "bind", "increase", "target". */
bool pq_tag_base_is_verb(const pq_parse *p, uint32_t i, pq_tag prev) {
  const uint32_t next = pq_tag_behind(p, i);
  const pq_unit *const u = &p->units.at[i];
  if (prev == PQ_TAG_TO) return true;
  if (prev == PQ_TAG_AUXILIARY) {
    const uint32_t at = pq_tag_before(p, i);
    return (p->units.at[at].classes & (PQ_W_MODAL | PQ_W_DO)) != 0;
  }
  if (prev == PQ_TAG_RELATIVE || is_behind_relative(p, i, prev)) return true;
  if (prev == PQ_TAG_COMMA && is_awaited(p, i)) return true;
  if (prev == PQ_TAG_AND) return base_goes_on(p, i, next);
  if (pq_tag_has_own_verb(p, i) &&
      !(prev == PQ_TAG_NOUN && is_behind_done(p, i))) {
    return false;
  }
  if (prev == PQ_TAG_COMMA) return is_behind_aside(p, i);
  if (prev != PQ_TAG_NOUN) return false;
  if (is_inverted(p, i)) return true;
  if (u->noun || (u->classes & (PQ_W_GENERIC | PQ_W_NOUN))) {
    const uint32_t subject = pq_tag_before(p, i);
    const bool led =
        pq_tag_begins_noun(p, next) ||
        pq_unit_says(p, next, "as") || /* "A and B act as" */
        (pq_unit_says(p, i, "result") && pq_unit_says(p, next, "in"));
    const bool regulates =
        p->g->triggers.at[u->verb].type == PQ_TRIGGER_REGULATION;
    return led && (pq_tag_is_plural(p, subject) ||
                   (regulates && is_of_many(p, subject)));
  }
  const uint32_t at = pq_tag_before(p, i);
  /* "POU5F1 repress expression": a slip of the pen */
  const bool named =
      p->units.at[at].kind == PQ_UNIT_NAME && pq_tag_begins_noun(p, next);
  return (pq_tag_begins_noun(p, next) || pq_tag_is_preposition(p, next) ||
          pq_tag_is_end(p, next)) &&
         (named || pq_tag_is_plural(p, at) ||
          ((is_of_many(p, at) || is_done_to_many(p, at)) &&
           !pq_is_upper(pq_unit_text(p, i).ptr[0])));
}
