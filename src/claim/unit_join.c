/* Lists that are one unit: "S22 and S392", "AKT1/2". */
#include "unit.h"

bool pq_unit_joins(const pq_parse *p, uint32_t i, pq_unit_kind kind) {
  const pq_unit *const u = pq_unit_at(p, i);
  if (u->kind == PQ_UNIT_MARK) {
    return u->mark == '/' || u->mark == '&' ||
           (kind == PQ_UNIT_SITE && u->mark == ',');
  }
  return kind == PQ_UNIT_SITE && u->kind == PQ_UNIT_WORD &&
         (pq_unit_says(p, i, "and") || pq_unit_says(p, i, "or"));
}

/* Is the unit a name that is only a tail: the "3" of "SMAD2/3"? */
static bool is_member(const pq_parse *p, const pq_unit *u) {
  return u->kind == PQ_UNIT_NAME &&
         p->r->mentions.at[u->first].said == PQ_SAID_MEMBER;
}

/* May unit `next` become part of the list that ends with unit `last`, when
 * `between` units stand there? */
static bool may_join(const pq_parse *p, const pq_unit *last,
                     const pq_unit *next, uint32_t from, uint32_t to) {
  if (last->kind != next->kind || last->first + last->n != next->first) {
    return false;
  }
  if (last->kind != PQ_UNIT_NAME && last->kind != PQ_UNIT_SITE) return false;
  if (is_member(p, next)) return to - from <= 2;
  if (to == from || to - from > 2) return false;
  for (uint32_t i = from; i < to; ++i) {
    if (!pq_unit_joins(p, i, last->kind)) return false;
  }
  return last->kind == PQ_UNIT_SITE || pq_unit_at(p, to)->glued;
}

/* Where the unit stands that joins the list which ends with unit `last`, if
 * that at i or one behind marks and "and" does; else 0. */
static uint32_t joined(const pq_parse *p, uint32_t last, uint32_t i) {
  const pq_unit_kind kind = p->units.at[last].kind;
  if (last == 0 || (kind != PQ_UNIT_NAME && kind != PQ_UNIT_SITE)) return 0;
  uint32_t k = i;
  while (k < p->units.n && k < i + 3 &&
         (p->units.at[k].kind == PQ_UNIT_MARK ||
          (p->units.at[k].kind == PQ_UNIT_WORD &&
           (p->units.at[k].classes & PQ_W_AND)))) {
    ++k;
  }
  const bool joins =
      k < p->units.n && may_join(p, &p->units.at[last], &p->units.at[k], i, k);
  return joins ? k : 0;
}

void pq_units_join(pq_parse *p) {
  uint32_t n = 1;
  for (uint32_t i = 1; i < p->units.n; ++i) {
    const uint32_t k = joined(p, n - 1, i);
    if (k) {
      pq_unit *const last = &p->units.at[n - 1];
      const pq_unit *const next = &p->units.at[k];
      last->n += next->n;
      last->span.end = next->span.end;
      last->n_tokens = next->token + next->n_tokens - last->token;
      i = k;
      continue;
    }
    if (n != i) p->units.at[n] = p->units.at[i];
    ++n;
  }
  p->units.n = n;
}
