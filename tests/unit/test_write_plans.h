/* What a plan draws, counted. */
#ifndef PQ_TESTS_UNIT_TEST_WRITE_PLANS_H
#define PQ_TESTS_UNIT_TEST_WRITE_PLANS_H

#include "write/plan.h"

static inline uint32_t count_nodes(const pq_plan *plan, pq_draw_kind kind) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    n += plan->nodes.at[i].kind == kind;
  }
  return n;
}

static inline uint32_t count_heads(const pq_plan *plan, pq_draw_head head) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    n += plan->arcs.at[i].head == head;
  }
  return n;
}

#endif
