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

static int by_parent(const void *one, const void *two) {
  const pq_kin_edge *const a = one;
  const pq_kin_edge *const b = two;
  return (a->parent_at > b->parent_at) - (a->parent_at < b->parent_at);
}

/* Only edges between terms that are there; those of a parent together. */
static void sort_edges(pq_ancestry *a) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < a->edges.n; ++i) {
    pq_kin_edge e = a->edges.at[i];
    e.child_at = find(a, e.child);
    e.parent_at = find(a, e.parent);
    if (e.child_at < a->all.n && e.parent_at < a->all.n) a->edges.at[n++] = e;
  }
  a->edges.n = n;
  if (n) qsort(a->edges.at, n, sizeof *a->edges.at, by_parent);
}

void pq_ancestry_settle(pq_ancestry *a) {
  if (a->all.n) qsort(a->all.at, a->all.n, sizeof *a->all.at, by_id);
  sort_edges(a);
  for (uint32_t i = 0; i < a->all.n; ++i) {
    a->all.at[i].edge = a->edges.n;
  }
  for (uint32_t i = a->edges.n; i-- > 0;) {
    a->all.at[a->edges.at[i].parent_at].edge = i;
  }
}

/* Mark the term, and put it before those that wait. */
static uint32_t mark(pq_ancestry *a, uint32_t at, uint32_t waiting) {
  a->all.at[at].next = waiting;
  for (uint32_t i = at; i < a->all.n; ++i) {
    if (!pq_view_same(a->all.at[i].id, a->all.at[at].id)) break;
    a->all.at[i].under = true; /* a file may list it twice */
  }
  return at;
}

void pq_ancestry_mark(pq_ancestry *a, pq_view root) {
  const uint32_t none = a->all.n;
  for (uint32_t i = 0; i < none; ++i) {
    a->all.at[i].under = false;
  }
  const uint32_t at = find(a, root);
  uint32_t waiting = at < none ? mark(a, at, none) : none;
  while (waiting < none) {
    const uint32_t parent = waiting;
    waiting = a->all.at[parent].next;
    for (uint32_t i = a->all.at[parent].edge; i < a->edges.n; ++i) {
      const pq_kin_edge *const e = &a->edges.at[i];
      if (e->parent_at != parent) break;
      const bool new = !a->all.at[e->child_at].under;
      if (new) waiting = mark(a, e->child_at, waiting);
    }
  }
}
