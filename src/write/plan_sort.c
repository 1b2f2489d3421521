/* The order in a column (L7): by lanes, the members of a box together. */
#include "plan_sketch.h"

#include <stdlib.h>

typedef struct place {
  int32_t lane;
  uint32_t first; /* node that was mentioned first: of the box */
} place;

/* A node of the column, with the place of its box or its own. */
typedef struct placed {
  place at;
  int32_t lane;
  uint32_t node;
} placed;

/* What the members of each box add up to. */
typedef struct box_sum {
  int64_t lanes;
  uint32_t n, first;
} box_sum;

static box_sum *sum_boxes(const pq_sketch *s) {
  const size_t n = (size_t)s->plan->boxes.n + 1;
  box_sum *const sums = pq_arena_take(s->arena, n * sizeof *sums);
  for (uint32_t i = s->plan->nodes.n - 1; sums && i > 0; --i) {
    box_sum *const sum = &sums[s->plan->nodes.at[i].box];
    sum->lanes += s->plan->nodes.at[i].lane;
    sum->first = i;
    ++sum->n;
  }
  return sums;
}

static placed place_of(const pq_sketch *s, const box_sum *sums, uint32_t node) {
  const pq_draw_node *const n = &s->plan->nodes.at[node];
  const box_sum *const sum = &sums[n->box];
  const place own = {n->lane, n->mention ? n->mention : node};
  const place of_box = {sum->n ? (int32_t)(sum->lanes / sum->n) : 0,
                        sum->first};
  return (placed){n->box ? of_box : own, n->lane, node};
}

static int by_place(const void *one, const void *two) {
  const placed *const a = one;
  const placed *const b = two;
  if (a->at.first != b->at.first) {
    if (a->at.lane != b->at.lane) return a->at.lane < b->at.lane ? -1 : 1;
    return a->at.first < b->at.first ? -1 : 1;
  }
  if (a->lane != b->lane) return a->lane < b->lane ? -1 : 1;
  return (a->node > b->node) - (a->node < b->node);
}

pq_status pq_sketch_sort(const pq_sketch *s, uint32_t *nodes, uint32_t n) {
  const box_sum *const sums = sum_boxes(s);
  placed *const all = pq_arena_take(s->arena, n * sizeof *all);
  if (!sums || !all) return s->arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    all[i] = place_of(s, sums, nodes[i]);
  }
  qsort(all, n, sizeof *all, by_place);
  for (uint32_t i = 0; i < n; ++i) {
    nodes[i] = all[i].node;
  }
  return PQ_OK;
}
