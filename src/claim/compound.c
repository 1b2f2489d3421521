/* Words that a dash joins to the word before them: "ALK-mediated". */
#include "parse.h"

/* "requires TAP mediated transport": the dash is left out. */
void pq_compound_mark_open(pq_parse *p, uint32_t i) {
  pq_unit *const u = &p->units.at[i];
  const pq_compound *const c = pq_rules_compound(p->g, pq_unit_text(p, i));
  if (c && p->units.at[i - 1].kind == PQ_UNIT_NAME) {
    u->compound = 1 + (uint32_t)(c - p->g->compounds.at);
  }
}

/* "ALK-mediated", "IL6-induced": a dash and a word of the table behind a name.
 * The unit has no space before it. */
void pq_compound_mark(pq_parse *p, uint32_t i) {
  pq_unit *const u = &p->units.at[i];
  if (i < 3 || u->kind != PQ_UNIT_WORD) return;
  const pq_unit *const dash = &p->units.at[i - 1];
  const pq_unit *const name = &p->units.at[i - 2];
  if (dash->kind != PQ_UNIT_MARK || dash->mark != '-' || !dash->glued) return;
  if (name->kind == PQ_UNIT_MARK) return;
  const pq_compound *const c = pq_rules_compound(p->g, pq_unit_text(p, i));
  if (c) {
    u->compound = 1 + (uint32_t)(c - p->g->compounds.at);
  } else if ((u->forms & ~(uint32_t)PQ_FORM_S) && !u->noun) {
    u->compound = UINT32_MAX; /* "tyrosine-phosphorylated": an adjective */
    u->adjective = true;
  }
}

/* "X K63-ubiquitinates Y", "X 24-hydroxylates Y": what stands before the dash
 * says how, or where. */
static bool says_how(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = &p->units.at[i];
  if (i < 4 || u->tag != PQ_TAG_VERB || !(u->forms & PQ_FORM_S) ||
      !pq_unit_is_mark(p, i - 1, '-') ||
      p->units.at[i - 3].kind != PQ_UNIT_NAME) {
    return false;
  }
  const pq_view how = pq_unit_text(p, i - 2);
  return p->units.at[i - 2].kind == PQ_UNIT_SITE ||
         (how.len > 1 && pq_is_digit(how.ptr[how.ptr[0] == 'K']));
}

/* "is K63-ubiquitinated by X", "is 7alpha-hydroxylated": how it is done, and a
 * verb. */
void pq_compound_free_verb(pq_parse *p, uint32_t i) {
  pq_unit *const u = &p->units.at[i];
  if (says_how(p, i)) {
    p->units.at[i - 1].tag = PQ_TAG_ADVERB;
    p->units.at[i - 2].tag = PQ_TAG_ADVERB;
    return;
  }
  if (i < 4 || u->compound != UINT32_MAX || !u->verb || u->adjective == 0 ||
      p->units.at[i - 2].kind == PQ_UNIT_NAME ||
      !(p->units.at[i - 3].classes & PQ_W_BE)) {
    return;
  }
  u->compound = 0;
  u->adjective = false;
  u->tag = PQ_TAG_VERB;
  p->units.at[i - 1].tag = PQ_TAG_ADVERB;
  p->units.at[i - 2].tag = PQ_TAG_ADVERB;
}
