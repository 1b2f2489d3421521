/* Lists that are one unit: "S22 and S392", "AKT1/2", "NADPH + H+"; and what a
 * gene has and makes, "PTEN mRNA and protein expression", which is the gene's.
 */
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

/* "NADPH | + | H+": two small molecules that come together. */
static bool is_sum(const pq_parse *p, const pq_unit *last, const pq_unit *next,
                   uint32_t plus) {
  return pq_unit_is_mark(p, plus, '+') &&
         pq_unit_is_kind(p, (uint32_t)(last - p->units.at),
                         PQ_ENTITY_MOLECULE) &&
         pq_unit_is_kind(p, (uint32_t)(next - p->units.at), PQ_ENTITY_MOLECULE);
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
  if (to - from == 1 && is_sum(p, last, next, from)) return true;
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

static bool is_of_gene(const pq_parse *p, uint32_t i) {
  const pq_unit *const u = pq_unit_at(p, i);
  return (u->classes & PQ_W_OF_GENE) && u->kind == PQ_UNIT_WORD;
}

/* "PTEN | mRNA and protein | expression": does what is made of it stand at i,
 * between the name and what happens to it? */
static bool is_made(const pq_parse *p, uint32_t last, uint32_t i) {
  if (p->units.at[last].kind != PQ_UNIT_NAME ||
      !(pq_unit_at(p, i + 1)->classes & PQ_W_AND) || !is_of_gene(p, i + 2)) {
    return false;
  }
  const pq_unit *const u = pq_unit_at(p, i + 3);
  return u->kind == PQ_UNIT_WORD && u->noun &&
         p->g->triggers.at[u->noun].type == PQ_TRIGGER_EVENT;
}

/* "the | genes encoding | FOS and JUN": how many units lead from genes to what
 * they are called by. */
static uint32_t count_coding(const pq_parse *p, uint32_t last, uint32_t i) {
  if (p->units.at[last].kind == PQ_UNIT_NAME ||
      !(pq_unit_says(p, i, "genes") || pq_unit_says(p, i, "gene"))) {
    return 0;
  }
  uint32_t n = 0;
  if (pq_unit_says(p, i + 1, "encoding") || pq_unit_says(p, i + 1, "for")) {
    n = 2;
  }
  if (pq_unit_says(p, i + 1, "coding") && pq_unit_says(p, i + 2, "for")) n = 3;
  const bool the = n && pq_unit_says(p, i + n, "the");
  return n && pq_unit_at(p, i + n + (the ? 1 : 0))->kind == PQ_UNIT_NAME
             ? n + (the ? 1 : 0)
             : 0;
}

void pq_units_join(pq_parse *p) {
  uint32_t n = 1;
  for (uint32_t i = 1; i < p->units.n; ++i) {
    if (is_of_gene(p, i)) {
      i += is_made(p, n - 1, i) ? 3 : count_coding(p, n - 1, i);
    }
    const uint32_t k = joined(p, n - 1, i);
    if (k) {
      pq_unit *const last = &p->units.at[n - 1];
      const pq_unit *const next = &p->units.at[k];
      last->n += next->n;
      last->span.end = next->span.end;
      last->head = pq_head_of(p->text.ptr + last->span.begin,
                              last->span.end - last->span.begin);
      last->n_tokens = (uint16_t)(next->token + next->n_tokens - last->token);
      last->word = 0;
      i = k;
      continue;
    }
    if (n != i) p->units.at[n] = p->units.at[i];
    ++n;
  }
  p->units.n = n;
}
