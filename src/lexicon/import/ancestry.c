#include "lexicon/import/ancestry.h"

#include <stdlib.h>

pq_status pq_ancestry_add(pq_ancestry *a, pq_view id, uint32_t tag) {
  PQ_PUSH(a->arena, &a->all, ((pq_kin){.id = id, .tag = tag}));
  return PQ_OK;
}

pq_status pq_ancestry_link(pq_ancestry *a, pq_view child, pq_view parent) {
  PQ_PUSH(a->arena, &a->edges,
          ((pq_kin_edge){.child = child, .parent = parent}));
  return PQ_OK;
}

static int by_id(const void *one, const void *two) {
  const pq_kin *const a = one;
  const pq_kin *const b = two;
  const int c = pq_view_order(a->id, b->id);
  return c ? c : (a->tag > b->tag) - (a->tag < b->tag);
}

/* Index of the first of this id; `n` if there is none. */
static uint32_t find(const pq_ancestry *a, pq_view id) {
  uint32_t low = 0;
  uint32_t high = a->all.n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (pq_view_order(a->all.at[mid].id, id) < 0) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  const bool there = low < a->all.n && pq_view_same(a->all.at[low].id, id);
  return there ? low : a->all.n;
}

void pq_ancestry_settle(pq_ancestry *a) {
  if (a->all.n) qsort(a->all.at, a->all.n, sizeof *a->all.at, by_id);
  uint32_t n = 0;
  for (uint32_t i = 0; i < a->edges.n; ++i) {
    pq_kin_edge e = a->edges.at[i];
    e.child_at = find(a, e.child);
    e.parent_at = find(a, e.parent);
    if (e.child_at < a->all.n && e.parent_at < a->all.n) a->edges.at[n++] = e;
  }
  a->edges.n = n;
}

/* A pass marks a generation at least, and a circle ends as soon as it is
 * marked; a file is no deeper than a few dozen. */
static bool pass(pq_ancestry *a) {
  bool changed = false;
  for (uint32_t i = 0; i < a->edges.n; ++i) {
    const pq_kin_edge *const e = &a->edges.at[i];
    if (a->all.at[e->parent_at].under && !a->all.at[e->child_at].under) {
      a->all.at[e->child_at].under = true;
      changed = true;
    }
  }
  return changed;
}

void pq_ancestry_mark(pq_ancestry *a, pq_view root) {
  for (uint32_t i = 0; i < a->all.n; ++i) {
    a->all.at[i].under = false;
  }
  const uint32_t at = find(a, root);
  if (at == a->all.n) return;
  a->all.at[at].under = true;
  while (pass(a)) {}
}
