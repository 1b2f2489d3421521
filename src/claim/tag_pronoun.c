/* "both", "it", "these", "itself": what they do, by the words beside them. */
#include "tag.h"

/* "this causes X", "it results in": one thing, so that what ends in -s is no
 * noun. */
bool pq_tag_is_this(const pq_parse *p, uint32_t i) {
  return pq_unit_says(p, i, "this") || pq_unit_says(p, i, "it");
}

/* "the type A glycoprotein": a letter, and no article. */
static bool is_letter(const pq_parse *p, uint32_t i) {
  return i > 1 && p->units.at[i - 1].tag == PQ_TAG_NOUN &&
         pq_view_same(pq_unit_text(p, i), PQ_LIT("A"));
}

/* "are both phosphorylated", "are each bound": it counts the subject. */
static bool is_counting(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return i > 1 && p->units.at[i - 1].tag == PQ_TAG_AUXILIARY &&
         (pq_unit_says(p, i, "both") || pq_unit_says(p, i, "each") ||
          pq_unit_says(p, i, "all")) &&
         ((next->forms & (PQ_FORM_ED | PQ_FORM_EN)) ||
          ((p->units.at[i - 1].classes & PQ_W_MODAL) &&
           (next->forms & PQ_FORM_BASE)));
}

/* "JAK1 and JAK2 both bind", "A and B each have": about the subject. */
static bool floats(const pq_parse *p, uint32_t i, const pq_unit *next) {
  static const char *const words[] = {"both", "each", "all", NULL};
  return i > 1 && p->units.at[i - 1].tag == PQ_TAG_NOUN &&
         next->kind == PQ_UNIT_WORD &&
         ((next->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_MODAL)) ||
          (next->forms && !next->noun && !(next->classes & PQ_W_NOUN))) &&
         pq_view_says_any(pq_unit_text(p, i), words);
}

/* "may itself be phosphorylated": about the subject, within the verb. */
static bool is_within_verb(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  return (p->units.at[i].classes & PQ_W_SAME) && i > 1 &&
         p->units.at[i - 1].tag == PQ_TAG_AUXILIARY &&
         ((next->classes & (PQ_W_BE | PQ_W_HAVE)) ||
          (next->forms & (PQ_FORM_EN | PQ_FORM_BASE)));
}

/* "A neither binds nor blocks", "is neither bound nor": about the verb. */
static bool denies_verb(const pq_parse *p, uint32_t i) {
  const pq_unit *const next = pq_unit_at(p, i + 1);
  const pq_tag prev = pq_unit_at(p, i - 1)->tag;
  return i > 1 && pq_unit_says(p, i, "neither") &&
         (prev == PQ_TAG_NOUN || prev == PQ_TAG_AUXILIARY) &&
         next->kind == PQ_UNIT_WORD && next->forms && !next->noun;
}

/* "Both form a complex", and not "both forms of X": who does. */
static bool does(const pq_parse *p, uint32_t i) {
  const pq_unit *const verb = pq_unit_at(p, i + 1);
  const pq_unit *const object = pq_unit_at(p, i + 2);
  return (p->units.at[i].classes & PQ_W_PLURAL) && i == 1 &&
         (verb->forms & PQ_FORM_BASE) && (object->classes & PQ_W_DETERMINER) &&
         !pq_tag_is_preposition(p, i + 2);
}

/* "both", "it", "these": by its neighbours; PQ_TAG_VERB where they do not tell.
 */
pq_tag pq_tag_pronoun(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  if (is_letter(p, i)) return PQ_TAG_NOUN;
  if (is_counting(p, i) || is_within_verb(p, i)) return PQ_TAG_ADVERB;
  if ((u->classes & PQ_W_SAME) && i > 1 &&
      p->units.at[i - 1].tag == PQ_TAG_NOUN) {
    return PQ_TAG_NOUN; /* "the receptor itself" */
  }
  if ((u->classes & PQ_W_PRONOUN) && !(u->classes & PQ_W_DETERMINER)) {
    return PQ_TAG_NOUN;
  }
  const pq_unit *const next = pq_unit_at(p, i + 1);
  if (floats(p, i, next) || denies_verb(p, i) || pq_tag_is_degree(p, i)) {
    return PQ_TAG_ADVERB;
  }
  /* "A, but neither B nor C" */
  if (pq_unit_says(p, i, "neither") && pq_unit_says(p, i - 1, "but")) {
    return PQ_TAG_NOT;
  }
  /* "This depends on", "both bind" */
  if ((next->forms & PQ_FORM_S) && pq_tag_is_this(p, i)) return PQ_TAG_NOUN;
  if (does(p, i)) return PQ_TAG_NOUN;
  if ((u->classes & (PQ_W_DEMONSTRATIVE | PQ_W_PLURAL)) &&
      (next->forms & (PQ_FORM_S | PQ_FORM_BASE)) && !next->noun &&
      !(next->classes & (PQ_W_NOUN | PQ_W_GENERIC))) {
    return PQ_TAG_NOUN;
  }
  /* "both" and "either" before a list, "one" and "each" before a noun. */
  if (u->classes & (PQ_W_DETERMINER | PQ_W_PRONOUN)) return PQ_TAG_DETERMINER;
  return PQ_TAG_VERB;
}
