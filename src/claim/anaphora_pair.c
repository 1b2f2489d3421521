/* "The former", "the latter", "both": the two things that "and" joins. */
#include "anaphora.h"

/* Can the thing be the former or the latter? */
static bool may_be_one(const pq_parse *p, const pq_mention *m) {
  switch (pq_entity_at(p->r, pq_entity_base(p->r, m->entity))->kind) {
  case PQ_ENTITY_PROTEIN:
  case PQ_ENTITY_GENE:
  case PQ_ENTITY_FAMILY:
  case PQ_ENTITY_COMPLEX:
  case PQ_ENTITY_MOLECULE: return true;
  default: return false;
  }
}

/* Does nothing but "and" or "or" stand between two mentions? */
static bool is_joined(const pq_parse *p, const pq_mention *a,
                      const pq_mention *b) {
  static const char *const words[] = {" and ", " or ", " and the ", NULL};
  if (a->sentence != b->sentence || b->span.begin <= a->span.end) return false;
  const pq_span between = {a->span.end, b->span.begin};
  return pq_view_says_any(pq_span_text(p->text, between), words);
}

/* "A, B and C": a third stands before the two. */
static bool is_third(const pq_parse *p, const pq_mention *a,
                     const pq_mention *b) {
  const pq_span between = {a->span.end, b->span.begin};
  return a->sentence == b->sentence && b->span.begin > a->span.end &&
         pq_view_same(pq_span_text(p->text, between), PQ_LIT(", "));
}

/* The last two things that "and" joins before byte `at`, here or in the
 * sentence before: "the former", "the latter".  The first of them, as an index;
 * 0 none. */
uint32_t pq_anaphor_last_pair(const pq_parse *p, uint32_t at) {
  for (uint32_t i = p->r->mentions.n; i-- > 2;) {
    const pq_mention *const b = &p->r->mentions.at[i];
    const pq_mention *const a = b - 1;
    if (b->sentence > p->sentence ||
        (b->sentence == p->sentence && b->span.end > at)) {
      continue;
    }
    if (b->sentence + 1 < p->sentence ||
        p->r->sentences.at[b->sentence].text != p->s->text) {
      return 0;
    }
    if (is_joined(p, a, b) && may_be_one(p, a) && may_be_one(p, b)) {
      return i > 2 && is_third(p, a - 1, a) ? 0 : i - 1;
    }
  }
  return 0;
}

/* "binds A and B, and phosphorylates both": the last two of this sentence. */
uint32_t pq_anaphor_pair_here(const pq_parse *p, uint32_t at) {
  const uint32_t pair = pq_anaphor_last_pair(p, at);
  return pair && p->r->mentions.at[pair].sentence == p->sentence ? pair : 0;
}
