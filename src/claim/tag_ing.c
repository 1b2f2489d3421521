/* Words in -ing: nouns, verbs or adjectives. */
#include "tag.h"

/* "of", "in the absence of" */
static bool ends_in_of(const pq_parse *p, uint32_t i) {
  const pq_view w = pq_unit_text(p, i);
  return pq_tag_is_preposition(p, i) && w.len >= 2 &&
         pq_view_alike(pq_view_skip(w, w.len - 2), PQ_LIT("of"));
}

/* A common noun without an article. */
static bool is_plain_noun(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  return pq_tag_begins_noun(p, i) && u->kind == PQ_UNIT_WORD && !u->forms &&
         !(u->classes & (PQ_W_DETERMINER | PQ_W_PRONOUN | PQ_W_DEMONSTRATIVE));
}

/* "DNA binding activity", "calmodulin binding domain", "RBPJ binding elements":
 * no verb. */
static bool names_trait(const pq_parse *p, const pq_unit *u, uint32_t next) {
  const pq_unit *const n = pq_unit_at(p, next);
  return u->noun && n->kind == PQ_UNIT_WORD &&
         ((n->classes & (PQ_W_GENERIC | PQ_W_PART | PQ_W_SITE | PQ_W_NOUN)) ||
          pq_unit_means(p, next, PQ_M_ELEMENT) ||
          pq_unit_means(p, next, PQ_M_STRETCH) ||
          (n->noun && p->g->triggers.at[n->noun].weak));
}

/* "GTPase activating proteins", but "kinases activating proteins". */
static bool names_kind(const pq_parse *p, uint32_t i, uint32_t next) {
  const pq_view before = pq_unit_text(p, pq_tag_before(p, i));
  return before.len && before.ptr[before.len - 1] != 's' &&
         pq_unit_means(p, next, PQ_M_DOER);
}

/* "inhibits binding to X": what is inhibited, and not what the subject does. */
static bool is_regulated(const pq_parse *p, uint32_t i, uint32_t next) {
  const pq_unit *const verb = &p->units.at[pq_tag_before(p, i)];
  return p->units.at[i].noun && pq_tag_is_preposition(p, next) &&
         p->g->triggers.at[verb->verb].type == PQ_TRIGGER_REGULATION;
}

/* "X silencing reduced E", "X binding led to E": the verb of the clause
 * follows, and none that is clearly another. */
static bool leads_past(const pq_parse *p, uint32_t next) {
  if (!(pq_unit_at(p, next)->forms & PQ_FORM_ED)) return false;
  for (uint32_t k = next + 1; k < p->units.n; ++k) {
    const pq_unit *const u = &p->units.at[k];
    if ((u->classes & (PQ_W_RELATIVE | PQ_W_SUBORDINATE)) ||
        (u->kind == PQ_UNIT_MARK && !u->glued)) {
      return true;
    }
    if ((u->classes & (PQ_W_BE | PQ_W_HAVE | PQ_W_DO | PQ_W_MODAL)) ||
        pq_tag_is_clear_verb(p, k)) {
      return false;
    }
  }
  return true;
}

/* "calcium-binding protein": what kind of a protein it is. */
static bool hangs_on_dash(const pq_parse *p, uint32_t i) {
  return i > 2 && p->units.at[i].glued && pq_unit_is_mark(p, i - 1, '-') &&
         p->units.at[i - 1].glued;
}

/* -ing: a noun ("the binding of X"), or what somebody does ("by binding X"). */
bool pq_tag_ing_is_verb(const pq_parse *p, uint32_t i, pq_tag prev) {
  const uint32_t next = pq_tag_behind(p, i);
  const bool of = pq_unit_says(p, next, "of");
  const pq_unit *const u = &p->units.at[i];
  if (of || hangs_on_dash(p, i)) return false;
  if (prev == PQ_TAG_NOUN && (u->classes & PQ_W_GENERIC)) {
    return false; /* "TNF signaling", "the IRF3 signaling pathway" */
  }
  if (pq_tag_is_noun_like(prev)) {
    if (prev == PQ_TAG_DETERMINER || names_trait(p, u, next) ||
        names_kind(p, i, next)) {
      return false;
    }
    if (u->noun && !pq_tag_has_verb(p, i) &&
        (pq_tag_is_clear_verb(p, next) || leads_past(p, next))) {
      return false;
    }
    return u->noun ? pq_tag_begins_noun(p, next) : !pq_tag_is_end(p, next);
  }
  if (prev == PQ_TAG_AUXILIARY) return true;
  /* "of activating ligands", "harbour activating mutations" */
  const bool of_before = ends_in_of(p, pq_tag_before(p, i));
  if ((prev == PQ_TAG_VERB || of_before) && is_plain_noun(p, next)) {
    return false;
  }
  if (prev == PQ_TAG_VERB) return !is_regulated(p, i, next);
  return !u->noun || pq_tag_begins_noun(p, next) || pq_unit_says(p, next, "to");
}

/* "unmasking its signal", ", liberating the fragment" behind a comma: what no
 * rule reads, but somebody does it to something. */
bool pq_tag_is_strange_ing(const pq_parse *p, uint32_t i) {
  static const char *const words[] = {"it", "its", "the", "their", NULL};
  const pq_unit *const u = &p->units.at[i];
  const pq_view w = pq_unit_text(p, i);
  const uint32_t before = pq_tag_before(p, i);
  return !u->classes && !u->forms && !u->noun && !u->class_noun &&
         pq_view_ends(w, PQ_LIT("ing")) && pq_is_lower(w.ptr[0]) &&
         pq_unit_is_mark(p, before, ',') && i + 1 < p->units.n &&
         pq_view_says_any(pq_unit_text(p, i + 1), words) &&
         !p->r->wants_happenings;
}
