/* "These genes", "the two cytokines": all of the list that was named last.
 *
 *   "IL4 upregulates CD23 and ALOX15.  IFNG inhibits these genes."
 *                    a  and  b                       a, b
 */
#include "anaphora.h"

enum {
  ASIDE_MOST = 60 /* bytes of what a bracket holds */
};

/* Can the thing be one of several genes, proteins, cytokines?  "Fas-associated
 * protein" is not FAS. */
static bool is_one(const pq_parse *p, const pq_mention *m) {
  const bool bound =
      m->span.end < p->text.len && p->text.ptr[m->span.end] == '-';
  if (bound) return false;
  switch (pq_entity_at(p->r, pq_entity_base(p->r, m->entity))->kind) {
  case PQ_ENTITY_PLACE:
  case PQ_ENTITY_PROCESS:
  case PQ_ENTITY_PATHWAY:
  case PQ_ENTITY_SPECIES:
  case PQ_ENTITY_CELL:
  case PQ_ENTITY_MOLECULE:
  case PQ_ENTITY_CLASS: return false;
  default: return true;
  }
}

/* Does the mention stand in a bracket behind another: its short form? */
static bool is_short_form(const pq_parse *p, const pq_mention *m) {
  return m->span.begin > 0 && p->text.ptr[m->span.begin - 1] == '(';
}

/* What stands between two mentions, behind a bracket that the first has. */
static pq_view between(const pq_parse *p, const pq_mention *a,
                       const pq_mention *b) {
  if (a->sentence != b->sentence || b->span.begin <= a->span.end) {
    return (pq_view){"", 0};
  }
  const pq_view all =
      pq_span_text(p->text, (pq_span){a->span.end, b->span.begin});
  const size_t close = pq_view_find(all, ')');
  const bool aside = pq_view_starts(all, PQ_LIT(" (")) && close < all.len &&
                     close < ASIDE_MOST;
  return aside ? pq_view_skip(all, close + 1) : all;
}

static bool ends_list(const pq_parse *p, const pq_mention *a,
                      const pq_mention *b) {
  static const char *const words[] = {" and ", ", and ", " and the ", NULL};
  return pq_view_says_any(between(p, a, b), words);
}

static bool goes_on(const pq_parse *p, const pq_mention *a,
                    const pq_mention *b) {
  return pq_view_same(between(p, a, b), PQ_LIT(", "));
}

/* The mention before i that is no short form; 0 none. */
static uint32_t before(const pq_parse *p, uint32_t i) {
  do {
    --i;
  } while (i > 0 && is_short_form(p, &p->r->mentions.at[i]));
  return i;
}

/* The last of the list that was named last before byte `at`, here or in the
 * sentence before; 0 none. */
static uint32_t last_of_list(const pq_parse *p, uint32_t at) {
  const pq_record *const r = p->r;
  for (uint32_t i = before(p, pq_mentions_end(p)); i > 1; i = before(p, i)) {
    const pq_mention *const b = &r->mentions.at[i];
    if (b->sentence == p->sentence && b->span.end > at) continue;
    if (b->sentence + 1 < p->sentence ||
        r->sentences.at[b->sentence].text != p->s->text) {
      return 0;
    }
    if (ends_list(p, &r->mentions.at[before(p, i)], b)) return i;
  }
  return 0;
}

/* The number that a word says; 0 none. */
static uint32_t number_at(const pq_parse *p, uint32_t unit) {
  static const char *const numbers[] = {"two", "three", "four", "five"};
  for (uint32_t k = 0; k < sizeof numbers / sizeof numbers[0]; ++k) {
    if (pq_unit_says(p, unit, numbers[k])) return k + 2;
  }
  return 0;
}

/* "these genes", "both cytokines", "the three proteins": nothing but what they
 * are, and how many; 1 where the number is not said, 0 if it is no such group.
 */
static uint32_t number_of(const pq_parse *p, const pq_chunk *c) {
  const pq_meanings parts =
      PQ_MEANINGS(PQ_M_STRETCH, PQ_M_WAY, PQ_M_COMPLEX, PQ_M_ELEMENT);
  const pq_unit *const last = &p->units.at[c->end - 1];
  const pq_view noun = pq_unit_text(p, c->end - 1);
  const bool kind =
      ((last->classes & PQ_W_GENERIC) && !(last->classes & PQ_W_PART) &&
       !pq_unit_means_any(p, c->end - 1, &parts)) ||
      pq_unit_says(p, c->end - 1, "genes");
  if (!kind || c->end < c->begin + 2 || noun.ptr[noun.len - 1] != 's') return 0;
  uint32_t n = pq_unit_says(p, c->begin, "both") ? 2 : 0;
  const bool points = n || pq_unit_says(p, c->begin, "these");
  for (uint32_t i = c->begin + 1; i + 1 < c->end; ++i) {
    const uint32_t said = number_at(p, i);
    if (said) n = said;
    if (!said && !(p->units.at[i].classes & PQ_W_GENERIC)) return 0;
  }
  return n ? n : points;
}

bool pq_anaphor_is_list(const pq_parse *p, const pq_chunk *c) {
  return number_of(p, c) > 0;
}

uint32_t pq_anaphor_list(const pq_parse *p, uint32_t chunk, pq_entity_id *out) {
  const pq_chunk *const c = &p->chunks.at[chunk];
  const uint32_t want = number_of(p, c);
  uint32_t i = want ? last_of_list(p, c->span.begin) : 0;
  uint32_t n = 0;
  for (bool more = i > 0; more && n < PQ_TOPICS_MOST;) {
    const pq_mention *const b = &p->r->mentions.at[i];
    const uint32_t k = before(p, i);
    if (!is_one(p, b)) return 0;
    out[n++] = pq_entity_base(p->r, b->entity);
    more = k && (n == 1 ? ends_list(p, &p->r->mentions.at[k], b)
                        : goes_on(p, &p->r->mentions.at[k], b));
    i = k;
  }
  if (n < 2 || (want > 1 && n != want)) return 0;
  for (uint32_t k = 0; k < n / 2; ++k) { /* as they were named */
    const pq_entity_id one = out[k];
    out[k] = out[n - 1 - k];
    out[n - 1 - k] = one;
  }
  return n;
}
