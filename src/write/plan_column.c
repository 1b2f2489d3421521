#include "plan_sketch.h"

/* Things that stand in one column come in items: a box is one, and so are
 * processes that share an input. */
typedef struct columns {
  pq_sketch *s;
  uint32_t *item;   /* by node: the first node of its item */
  uint32_t *column; /* by item */
  bool *preceded;   /* by item: a process comes before it */
} columns;

/* ---- items ---- */

static void find_boxes(const columns *c) {
  const pq_plan *const plan = c->s->plan;
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    c->item[i] = i;
    for (uint32_t k = 1; plan->nodes.at[i].box && k < i; ++k) {
      if (plan->nodes.at[k].box == plan->nodes.at[i].box) {
        c->item[i] = c->item[k];
        break;
      }
    }
  }
}

static bool share_input(const pq_process *a, const pq_process *b) {
  return a->n_inputs && b->n_inputs && a->inputs[0] == b->inputs[0];
}

/* Do arcs lead from one item to another? */
static bool leads(const columns *c, uint32_t from, uint32_t to) {
  const pq_plan *const plan = c->s->plan;
  bool *const seen = pq_arena_take(c->s->arena, plan->nodes.n + 1);
  if (!seen) return true; /* the arena keeps why */
  seen[c->item[from]] = true;
  for (bool more = true; more && !seen[c->item[to]];) {
    more = false;
    for (uint32_t i = 0; i < plan->arcs.n; ++i) {
      const uint32_t head = c->item[plan->arcs.at[i].to];
      if (!seen[c->item[plan->arcs.at[i].from]] || seen[head]) continue;
      more = seen[head] = true;
    }
  }
  return seen[c->item[to]];
}

static void join_siblings(const columns *c) {
  const pq_sketch *const s = c->s;
  for (uint32_t i = 2; i < s->processes.n; ++i) {
    for (uint32_t k = 1; k < i; ++k) {
      const uint32_t a = s->processes.at[k].node;
      const uint32_t b = s->processes.at[i].node;
      if (c->item[b] == b &&
          share_input(&s->processes.at[k], &s->processes.at[i]) &&
          !leads(c, a, b) && !leads(c, b, a)) {
        c->item[b] = c->item[a];
      }
    }
  }
}

/* ---- columns (L5) ---- */

/* Longest paths.  There is no circle, so as many sweeps as items do; a circle
 * over joined items would only end early. */
static void push_right(const columns *c) {
  const pq_plan *const plan = c->s->plan;
  bool more = true;
  for (uint32_t sweep = 0; more && sweep < plan->nodes.n; ++sweep) {
    more = false;
    for (uint32_t i = 0; i < plan->arcs.n; ++i) {
      const uint32_t from = c->item[plan->arcs.at[i].from];
      const uint32_t to = c->item[plan->arcs.at[i].to];
      if (from == to || c->column[to] > c->column[from]) continue;
      c->column[to] = c->column[from] + 1;
      more = true;
    }
  }
}

/* Where no process is drawn, what it leaves stands for it. */
static bool is_process(const pq_sketch *s, uint32_t node) {
  const pq_draw_kind kind = s->plan->nodes.at[node].kind;
  if (kind == PQ_DRAW_PROCESS || kind == PQ_DRAW_BINDING) return true;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (s->processes.at[i].node == node) return true;
  }
  return false;
}

static void find_preceded(const columns *c) {
  const pq_plan *const plan = c->s->plan;
  for (bool more = true; more;) {
    more = false;
    for (uint32_t i = 0; i < plan->arcs.n; ++i) {
      const pq_draw_arc *const a = &plan->arcs.at[i];
      if ((is_process(c->s, a->from) || c->preceded[c->item[a->from]]) &&
          !c->preceded[c->item[a->to]]) {
        more = c->preceded[c->item[a->to]] = true;
      }
    }
  }
}

/* How far right the successors of an item let it go. */
static uint32_t room_right(const columns *c, uint32_t item) {
  const pq_plan *const plan = c->s->plan;
  uint32_t least = UINT32_MAX;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    const uint32_t to = c->item[plan->arcs.at[i].to];
    if (c->item[plan->arcs.at[i].from] == item && c->column[to] < least) {
      least = c->column[to];
    }
  }
  return least == UINT32_MAX || !least ? c->column[item] : least - 1;
}

static void settle_right(const columns *c) {
  const uint32_t n = c->s->plan->nodes.n;
  bool more = true;
  for (uint32_t sweep = 0; more && sweep < n; ++sweep) {
    more = false;
    for (uint32_t i = 1; i < n; ++i) {
      if (c->item[i] != i || c->preceded[i]) continue;
      const uint32_t column = room_right(c, i);
      if (column <= c->column[i]) continue;
      c->column[i] = column;
      more = true;
    }
  }
}

/* ---- stops (L6) ---- */

static int32_t lane_of(const columns *c, const pq_draw_arc *a) {
  enum {
    SECOND = 150
  };
  const pq_plan *const plan = c->s->plan;
  if (a->link && c->s->links.at[a->link].chip) {
    return plan->nodes.at[c->s->links.at[a->link].chip].lane;
  }
  if (a->to_side == 's') return plan->nodes.at[a->to].lane + SECOND;
  return plan->nodes.at[a->from].lane;
}

static pq_status add_stop(columns *c, const pq_draw_arc *a, uint32_t column,
                          uint32_t *out) {
  pq_status st = PQ_OK;
  pq_sketch *const s = c->s;
  pq_draw_node stop = {.kind = PQ_DRAW_STOP};
  const int32_t lane = lane_of(c, a);
  uint32_t n = 1;
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    n += s->plan->nodes.at[i].kind == PQ_DRAW_STOP;
  }
  pq_buf_text(&s->room, "stop");
  pq_buf_number(&s->room, n);
  PQ_TRY(st, pq_sketch_keep(s, &stop.name));
  PQ_TRY(st, pq_sketch_add(s, &stop, out));
  s->plan->nodes.at[*out].column = column;
  s->plan->nodes.at[*out].lane = lane;
  if (pq_is_folded(s) && a->link) {
    s->plan->nodes.at[*out].mention = s->links.at[a->link].chip;
  }
  return PQ_OK;
}

/* One arc from column to column, over as many stops as it takes. */
static pq_status add_leg(columns *c, const pq_draw_arc *a) {
  enum {
    BETWEEN_STOPS = 16
  };
  pq_status st = PQ_OK;
  pq_sketch *const s = c->s;
  const uint32_t last = s->plan->nodes.at[a->to].column;
  pq_draw_arc leg = *a;
  uint32_t column = s->plan->nodes.at[a->from].column;
  while (++column < last) {
    uint32_t stop = 0;
    PQ_TRY(st, add_stop(c, a, column, &stop));
    leg.to = stop;
    leg.to_side = 'w';
    leg.head = PQ_HEAD_NONE;
    leg.to_box = 0;
    PQ_TRY(st, pq_sketch_arc(s, &leg));
    leg.from = stop;
    leg.from_box = 0;
    leg.weight = BETWEEN_STOPS;
  }
  leg.to = a->to;
  leg.to_side = a->to_side;
  leg.head = a->head;
  leg.to_box = a->to_box;
  const bool chip = s->plan->nodes.at[a->to].kind == PQ_DRAW_CHIP;
  if (leg.from != a->from && !chip) leg.weight = a->weight;
  return pq_sketch_arc(s, &leg);
}

static pq_status split_arcs(columns *c) {
  pq_status st = PQ_OK;
  pq_plan *const plan = c->s->plan;
  const pq_draw_arc *const arcs = plan->arcs.at;
  const uint32_t n = plan->arcs.n;
  plan->arcs.at = NULL;
  plan->arcs.n = plan->arcs.cap = 0;
  for (uint32_t i = 0; i < n; ++i) {
    PQ_TRY(st, add_leg(c, &arcs[i]));
  }
  return PQ_OK;
}

/* ---- levels ---- */

/* Chips stand clear of their process by the input between them; where an input
 * feeds several processes it may be far away, and a level takes its place. */
static bool needs_level(const pq_sketch *s, const pq_process *p) {
  const pq_draw_node *const nodes = s->plan->nodes.at;
  if (!p->n_inputs || !p->n_outputs || pq_is_folded(s)) return false;
  if (!nodes[p->node].arcs[0] && !nodes[p->node].arcs[1]) return false;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const other = &s->processes.at[i];
    if (other == p || !other->n_outputs || !share_input(other, p)) continue;
    const uint32_t box = nodes[other->outputs[0]].box;
    if (!box || box != nodes[p->outputs[0]].box) return true;
  }
  return false;
}

static pq_status add_level(pq_sketch *s, uint32_t process, bool south) {
  enum {
    FIRM = 240
  };
  pq_status st = PQ_OK;
  uint32_t node = 0;
  const pq_draw_node target = s->plan->nodes.at[process];
  pq_draw_node level = {.kind = PQ_DRAW_LEVEL};
  if (!target.column) return PQ_OK;
  pq_buf_text(&s->room, south ? "level.s." : "level.n.");
  pq_buf_put(&s->room, target.name);
  PQ_TRY(st, pq_sketch_keep(s, &level.name));
  PQ_TRY(st, pq_sketch_add(s, &level, &node));
  s->plan->nodes.at[node].column = target.column - 1;
  s->plan->nodes.at[node].lane = target.lane + (south ? 1 : -1);
  const pq_draw_order center = {node, process, 0, FIRM, false};
  PQ_PUSH(s->arena, &s->plan->centers, center);
  return PQ_OK;
}

static pq_status add_levels(pq_sketch *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    if (!needs_level(s, p)) continue;
    const pq_draw_node *const node = &s->plan->nodes.at[p->node];
    const bool sides[2] = {node->arcs[0] > 0, node->arcs[1] > 0};
    if (sides[0]) PQ_TRY(st, add_level(s, p->node, false));
    if (sides[1]) PQ_TRY(st, add_level(s, p->node, true));
  }
  return PQ_OK;
}

pq_status pq_sketch_columns(pq_sketch *s) {
  pq_status st = PQ_OK;
  pq_plan *const plan = s->plan;
  const uint32_t n = plan->nodes.n + 1;
  columns c = {.s = s,
               .item = pq_arena_take(s->arena, n * sizeof *c.item),
               .column = pq_arena_take(s->arena, n * sizeof *c.column),
               .preceded = pq_arena_take(s->arena, n)};
  if (!c.item || !c.column || !c.preceded) return s->arena->status;
  find_boxes(&c);
  join_siblings(&c);
  push_right(&c);
  find_preceded(&c);
  if (s->view != PQ_PLAN_OVERVIEW) settle_right(&c);
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    plan->nodes.at[i].column = c.column[c.item[i]];
  }
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    pq_draw_node *const node = &plan->nodes.at[i];
    if (node->anchor) node->column = plan->nodes.at[node->anchor].column;
  }
  PQ_TRY(st, split_arcs(&c));
  return add_levels(s);
}
