#include "plan_sketch.h"

/* Lanes are numbers: a column is sorted by them.  Rows are PQ_ROW apart. */
enum {
  STEP = 20,
  SECOND = 150,
  BELOW = 10
};

/* A link that acts on a process. */
typedef struct modifier {
  uint32_t link, row, pos;
  bool dispute, south;
} modifier;

typedef struct lanes {
  pq_sketch *s;
  uint32_t *pos;       /* by process: place in its row */
  bool *end;           /* by node: end of a row, or an effect of one */
  uint32_t n_below;    /* lanes given out below all rows */
  modifier *modifiers; /* in text order */
  uint32_t n_modifiers;
} lanes;

static pq_draw_node *node_at(const lanes *l, uint32_t node) {
  return &l->s->plan->nodes.at[node];
}

static bool follows(const pq_process *p, const pq_process *next) {
  for (uint32_t i = 0; i < p->n_outputs; ++i) {
    if (pq_process_takes(next, p->outputs[i])) return true;
  }
  return false;
}

/* ---- rows (L1) ---- */

static const uint32_t no_row = UINT32_MAX;

/* Give a process its row; false: one before it has none yet. */
static bool find_row(lanes *l, uint32_t index, bool *continued) {
  pq_sketch *const s = l->s;
  pq_process *const p = &s->processes.at[index];
  uint32_t before = 0;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const other = &s->processes.at[i];
    if (i == index || !follows(other, p)) continue;
    if (other->row == no_row) return false;
    if (!before && !continued[i]) before = i;
  }
  if (before) {
    continued[before] = true;
    p->row = s->processes.at[before].row;
    l->pos[index] = l->pos[before] + 1;
  } else {
    p->row = s->n_rows++;
  }
  return true;
}

static pq_status find_rows(lanes *l) {
  pq_sketch *const s = l->s;
  bool *const continued = pq_arena_take(s->arena, s->processes.n + 1);
  if (!continued) return s->arena->status;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    s->processes.at[i].row = no_row;
  }
  for (bool more = true; more;) {
    more = false;
    for (uint32_t i = 1; i < s->processes.n; ++i) {
      if (s->processes.at[i].row == no_row) {
        more = find_row(l, i, continued) || more;
      }
    }
  }
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (s->processes.at[i].row == no_row) s->processes.at[i].row = s->n_rows++;
  }
  return PQ_OK;
}

static int32_t row_lane(const pq_process *p) {
  return (int32_t)p->row * PQ_ROW;
}

static void set_lane(const lanes *l, uint32_t node, int32_t lane) {
  if (node_at(l, node)->lane == PQ_NO_LANE) node_at(l, node)->lane = lane;
}

/* The mean row of the processes that it is the first input of. */
static void place_input(const lanes *l, uint32_t node) {
  int32_t sum = 0;
  int32_t n = 0;
  for (uint32_t i = 1; i < l->s->processes.n; ++i) {
    const pq_process *const p = &l->s->processes.at[i];
    if (!p->n_inputs || p->inputs[0] != node) continue;
    sum += row_lane(p);
    ++n;
  }
  if (n) set_lane(l, node, sum / n);
}

static bool is_end(const pq_sketch *s, uint32_t node) {
  bool given = false;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    if (pq_process_takes(&s->processes.at[i], node)) return false;
    given = given || pq_process_gives(&s->processes.at[i], node);
  }
  return given;
}

static void place_rows(lanes *l) {
  const pq_sketch *const s = l->s;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    set_lane(l, p->node, row_lane(p));
    for (uint32_t k = 0; k < p->n_outputs; ++k) {
      set_lane(l, p->outputs[k], row_lane(p) + (int32_t)k * SECOND);
      l->end[p->outputs[k]] = is_end(s, p->outputs[k]);
    }
  }
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    if (p->n_inputs) place_input(l, p->inputs[0]);
  }
}

static void place_second_inputs(const lanes *l) {
  for (uint32_t i = 1; i < l->s->processes.n; ++i) {
    const pq_process *const p = &l->s->processes.at[i];
    for (uint32_t k = 1; k < p->n_inputs; ++k) {
      set_lane(l, p->inputs[k], row_lane(p) + (int32_t)k * SECOND);
    }
  }
}

/* ---- sides (L2) and lanes (L3) of what acts on processes ---- */

static bool in_a_row(const pq_sketch *s, uint32_t node) {
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    const bool first = p->n_inputs && p->inputs[0] == node;
    if (first || pq_process_gives(p, node)) return true;
  }
  return false;
}

/* Does its source act on something else, below the row? */
static bool acts_elsewhere(const pq_sketch *s, uint32_t link) {
  const uint32_t source = s->links.at[link].source;
  if (!source || in_a_row(s, source)) return false;
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &s->plan->arcs.at[i];
    if (a->from == source && a->link && a->link != link &&
        !s->links.at[a->link].process && s->links.at[a->link].target) {
      return true;
    }
  }
  return false;
}

static bool choose_side(const pq_sketch *s, const modifier *m,
                        uint32_t *counter) {
  if (s->n_rows > 1) return m->row + 1 == s->n_rows;
  if (!m->dispute && acts_elsewhere(s, m->link)) return true;
  return (*counter)++ % 2 == 1;
}

static pq_status collect_modifiers(lanes *l) {
  pq_sketch *const s = l->s;
  uint32_t counter = 0;
  l->modifiers =
      pq_arena_take(s->arena, (s->links.n + 1) * sizeof *l->modifiers);
  if (!l->modifiers) return s->arena->status;
  for (int dispute = 0; dispute < 2; ++dispute) {
    for (uint32_t i = 1; i < s->links.n; ++i) {
      const pq_link *const link = &s->links.at[i];
      if (!link->process || link->dispute != (dispute == 1)) continue;
      modifier m = {.link = i,
                    .row = s->processes.at[link->process].row,
                    .pos = l->pos[link->process],
                    .dispute = link->dispute};
      m.south = choose_side(s, &m, &counter);
      s->links.at[i].south = m.south;
      l->modifiers[l->n_modifiers++] = m;
    }
  }
  return PQ_OK;
}

/* How many of its row and side lie nearer to the row. */
static uint32_t count_nearer(const lanes *l, uint32_t index) {
  const modifier *const m = &l->modifiers[index];
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->n_modifiers; ++i) {
    const modifier *const other = &l->modifiers[i];
    if (other->row != m->row || other->south != m->south || i == index) {
      continue;
    }
    if (other->dispute != m->dispute) {
      n += m->dispute;
    } else if (other->pos != m->pos) {
      n += other->pos < m->pos;
    } else {
      n += i < index;
    }
  }
  return n;
}

static void lane_of_box(const lanes *l, uint32_t box, int32_t lane) {
  for (uint32_t i = 1; box && i < l->s->plan->nodes.n; ++i) {
    if (node_at(l, i)->box == box) set_lane(l, i, lane);
  }
}

/* All that leads to the chip takes its lane. */
static void place_sources(const lanes *l, uint32_t link, int32_t lane) {
  const pq_plan *const plan = l->s->plan;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &plan->arcs.at[i];
    if (a->link != link) continue;
    const bool tail = a->from != l->s->links.at[link].chip;
    if (!tail) continue;
    set_lane(l, a->from, lane);
    lane_of_box(l, node_at(l, a->from)->box, lane);
  }
}

static void place_modifiers(const lanes *l) {
  for (uint32_t i = 0; i < l->n_modifiers; ++i) {
    const modifier *const m = &l->modifiers[i];
    const int32_t away = (int32_t)(count_nearer(l, i) + 1) * STEP;
    const int32_t lane = (int32_t)m->row * PQ_ROW + (m->south ? away : -away);
    const uint32_t chip = l->s->links.at[m->link].chip;
    if (chip) set_lane(l, chip, lane);
    place_sources(l, m->link, lane);
  }
}

/* ---- effects (L4) ---- */

static int32_t mean_lane(const lanes *l, uint32_t node) {
  const uint32_t box = node_at(l, node)->box;
  int32_t sum = 0;
  int32_t n = 0;
  if (!box) return node_at(l, node)->lane;
  for (uint32_t i = 1; i < l->s->plan->nodes.n; ++i) {
    if (node_at(l, i)->box != box || node_at(l, i)->lane == PQ_NO_LANE) {
      continue;
    }
    sum += node_at(l, i)->lane;
    ++n;
  }
  return n ? sum / n : PQ_NO_LANE;
}

/* Place of a node among the members of its box. */
static int32_t place_in_box(const lanes *l, uint32_t node, bool whole) {
  const uint32_t box = node_at(l, node)->box;
  int32_t before = 0;
  int32_t all = 0;
  for (uint32_t i = 1; box && i < l->s->plan->nodes.n; ++i) {
    if (node_at(l, i)->box != box) continue;
    before += i < node;
    ++all;
  }
  return whole ? all / 2 : before;
}

static void place_effect(lanes *l, uint32_t index) {
  const pq_link *const link = &l->s->links.at[index];
  const bool ends = l->end[link->source];
  int32_t lane = PQ_NO_LANE;
  if (link->target) lane = mean_lane(l, link->target);
  if (lane != PQ_NO_LANE) {
    lane += place_in_box(l, link->target, link->to_box > 0);
  } else if (ends) {
    lane = mean_lane(l, link->source);
  } else {
    lane = (int32_t)l->s->n_rows * PQ_ROW + BELOW * (int32_t)l->n_below++;
  }
  if (link->chip) set_lane(l, link->chip, lane);
  place_sources(l, index, lane);
  if (!link->target) return;
  set_lane(l, link->target, lane);
  lane_of_box(l, node_at(l, link->target)->box, lane);
  if (!ends) return;
  l->end[link->target] = true;
}

static void place_rest(lanes *l) {
  for (uint32_t i = 1; i < l->s->plan->nodes.n; ++i) {
    const int32_t below =
        (int32_t)l->s->n_rows * PQ_ROW + BELOW * (int32_t)l->n_below;
    if (node_at(l, i)->lane != PQ_NO_LANE) continue;
    node_at(l, i)->lane = below;
    ++l->n_below;
  }
}

/* Where arcs meet their process, and how many do. */
static void choose_sides(const lanes *l) {
  pq_plan *const plan = l->s->plan;
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    pq_draw_arc *const a = &plan->arcs.at[i];
    const pq_link *const link = &l->s->links.at[a->link];
    if (a->link && link->process && a->to == link->target &&
        !pq_is_folded(l->s)) {
      a->to_side = link->south ? 's' : 'n';
    }
    if (a->to_side == 'n') ++node_at(l, a->to)->arcs[0];
    if (a->to_side == 's') ++node_at(l, a->to)->arcs[1];
  }
}

pq_status pq_sketch_lanes(pq_sketch *s) {
  pq_status st = PQ_OK;
  lanes l = {
      .s = s,
      .pos = pq_arena_take(s->arena, (s->processes.n + 1) * sizeof(uint32_t)),
      .end = pq_arena_take(s->arena, s->plan->nodes.n + 1)};
  if (!l.pos || !l.end) return s->arena->status;
  PQ_TRY(st, find_rows(&l));
  place_rows(&l);
  PQ_TRY(st, collect_modifiers(&l));
  place_modifiers(&l);
  place_second_inputs(&l);
  for (uint32_t i = 1; i < s->links.n; ++i) {
    if (!s->links.at[i].process) place_effect(&l, i);
  }
  place_rest(&l);
  choose_sides(&l);
  return PQ_OK;
}
