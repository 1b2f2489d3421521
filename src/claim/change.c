/* Words that say of what happens that there is less of it, or that it is not as
 * it should be: "reduced E", "low levels of X", "aberrant E". */
#include "draft.h"

/* "reduced", a verb that says that there is less */
static bool is_lessened(const pq_parse *p, uint32_t unit) {
  const pq_unit *const u = &p->units.at[unit];
  const pq_trigger *const t = &p->g->triggers.at[u->verb];
  return u->kind == PQ_UNIT_WORD && (u->forms & PQ_FORM_EN) && !u->compound &&
         t->type == PQ_TRIGGER_REGULATION && t->polarity == PQ_NEGATIVE;
}

/* "leads to aberrant E": it is not as it should be. */
static bool is_altered(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_ALTERED);
}

/* "leads to lower E": than without. */
static bool is_lower(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_LOWER);
}

pq_change pq_change_at(const pq_parse *p, uint32_t unit) {
  if (pq_unit_at(p, unit)->kind != PQ_UNIT_WORD) return PQ_CHANGE_NONE;
  if (is_lessened(p, unit) || pq_unit_means(p, unit, PQ_M_DEFECTIVE) ||
      is_lower(p, unit)) {
    return PQ_CHANGE_LESS;
  }
  if (pq_unit_means(p, unit, PQ_M_MORE)) return PQ_CHANGE_MORE;
  return is_altered(p, unit) ? PQ_CHANGE_ALTERED : PQ_CHANGE_NONE;
}

/* "Low E leads to F"; but who "induces low E" brings E about. */
static bool is_low(const pq_parse *p, uint32_t unit) {
  return pq_unit_means(p, unit, PQ_M_LOW);
}

/* Does a word of a group say so, from one unit up to another? */
static bool says_less(const pq_parse *p, uint32_t begin, uint32_t end,
                      bool low) {
  for (uint32_t i = begin; i < end; ++i) {
    const bool less = pq_change_at(p, i) == PQ_CHANGE_LESS;
    if (less || (low && is_low(p, i))) return true;
  }
  return false;
}

static bool ends_in_amount(const pq_parse *p, const pq_chunk *c) {
  return pq_unit_means(p, c->end - 1, PQ_M_AMOUNT);
}

/* "low levels of" before a group */
static bool has_low_amount(const pq_parse *p, uint32_t chunk, bool low) {
  if (chunk < 3 || p->chunks.at[chunk - 2].of != chunk) return false;
  const pq_chunk *const c = &p->chunks.at[chunk - 2];
  return c->kind == PQ_CHUNK_NOUN && ends_in_amount(p, c) &&
         says_less(p, c->begin, c->end, low);
}

bool pq_hit_is_lessened(const pq_parse *p, const pq_hit *h) {
  return h->voice == PQ_NOMINAL &&
         (says_less(p, p->chunks.at[h->chunk].begin, h->unit, true) ||
          has_low_amount(p, h->chunk, true));
}

/* "Decreased X leads to E", "decreased X and Y": what stands right before the
 * first name. */
static bool is_less_itself(const pq_parse *p, const pq_named *n) {
  const uint32_t first = p->chunks.at[n->chunk].prior;
  const pq_chunk *const c = &p->chunks.at[first ? first : n->chunk];
  const uint32_t i = c->name_begin;
  if (!c->name_end || i == c->begin ||
      !(is_lessened(p, i - 1) || is_lower(p, i - 1))) {
    return false;
  }
  /* "reduced glutathione" has taken up electrons. */
  return !pq_unit_says(p, i - 1, "reduced") ||
         pq_entity_at(p->r, n->entity)->kind == PQ_ENTITY_PROTEIN;
}

/* "Low amounts of X inhibit E" is no less of X than there was. */
bool pq_name_is_lessened(const pq_parse *p, const pq_named *n) {
  const pq_chunk *const c = &p->chunks.at[n->chunk];
  return has_low_amount(p, n->chunk, false) || is_less_itself(p, n) ||
         (ends_in_amount(p, c) && says_less(p, c->begin, c->end, false));
}

pq_change pq_change_before(const pq_parse *p, const pq_chunk *c,
                           uint32_t byte) {
  for (uint32_t i = c->begin; i < c->end; ++i) {
    if (p->units.at[i].span.begin >= byte) break;
    const pq_change change = pq_change_at(p, i);
    if (change != PQ_CHANGE_NONE && change != PQ_CHANGE_MORE) return change;
  }
  return PQ_CHANGE_NONE;
}
