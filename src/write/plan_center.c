/* After all columns: gates, and arcs that centre. */
#include "plan_sketch.h"

enum {
  CENTER_SOURCE = 32,
  CENTER_AND = 30
};

static pq_draw_node *node_at(const pq_sketch *s, uint32_t node) {
  return &s->plan->nodes.at[node];
}

static void meet_gates(const pq_sketch *s) {
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    pq_draw_arc *const a = &s->plan->arcs.at[i];
    if (a->from_box) a->from = s->plan->boxes.at[a->from_box].gate;
    if (a->to_box) a->to = s->plan->boxes.at[a->to_box].gate;
  }
}

static bool adjacent(const pq_sketch *s, uint32_t a, uint32_t b) {
  return node_at(s, a)->column + 1 == node_at(s, b)->column;
}

static uint32_t rival_box(const pq_sketch *s, uint32_t link) {
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &s->plan->arcs.at[i];
    const pq_draw_node *const from = node_at(s, a->from);
    if (a->link == link && from->kind == PQ_DRAW_RIVAL) return from->box;
  }
  return 0;
}

static pq_status center(pq_sketch *s, uint32_t from, uint32_t to,
                        uint32_t weight) {
  const pq_draw_order c = {from, to, 0, weight, false};
  if (!from || !adjacent(s, from, to)) return PQ_OK;
  PQ_PUSH(s->arena, &s->plan->centers, c);
  return PQ_OK;
}

static pq_status center_disputes(pq_sketch *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < s->links.n; ++i) {
    const pq_link *const link = &s->links.at[i];
    const uint32_t box = link->dispute ? rival_box(s, i) : 0;
    if (!box) continue;
    const uint32_t gate = s->plan->boxes.at[box].gate;
    PQ_TRY(st, center(s, link->source, gate, CENTER_SOURCE));
    PQ_TRY(st, center(s, gate, link->chip, PQ_CENTER));
  }
  return PQ_OK;
}

/* How many arcs of a link meet its chip; `*from` is where the one of number
 * `wanted` begins. */
static uint32_t arcs_into(const pq_sketch *s, uint32_t link, uint32_t chip,
                          uint32_t wanted, uint32_t *from) {
  uint32_t n = 0;
  for (uint32_t k = 0; k < s->plan->arcs.n; ++k) {
    const pq_draw_arc *const a = &s->plan->arcs.at[k];
    if (a->link != link || a->to != chip) continue;
    if (n++ == wanted) *from = a->from;
  }
  return n;
}

/* The middle one of what is needed together stands level with the AND. */
static pq_status center_ands(pq_sketch *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < s->links.n; ++i) {
    const uint32_t chip = s->links.at[i].chip;
    if (node_at(s, chip)->kind != PQ_DRAW_AND || !chip) continue;
    uint32_t middle = 0;
    const uint32_t n = arcs_into(s, i, chip, 0, &middle);
    (void)arcs_into(s, i, chip, n / 2, &middle);
    if (n) PQ_TRY(st, center(s, middle, chip, CENTER_AND));
  }
  return PQ_OK;
}

pq_status pq_sketch_centers(pq_sketch *s) {
  pq_status st = PQ_OK;
  meet_gates(s);
  PQ_TRY(st, center_ands(s));
  return center_disputes(s);
}
