#include "plan_sketch.h"

/* Gaps (L8), in points. */
enum {
  BETWEEN = 15,
  CLOSE = 12, /* inside boxes, beside stops */
  SIBLINGS = 28,
  OTHER_CHIP = 24,   /* more, between chips of different processes */
  OWN_INPUT = 12,    /* more, between an input and a chip of its process */
  SHARED_INPUT = 30, /* the same, if the input feeds two */
  LEVEL = 26,        /* between a chip and the level of its process */
  BADGE = 7,         /* more, over or under one */
  NOTE = 16,
  BOX_MARGIN = 8,
  CAPTION = 2,
  LABEL_LINE = 12,
  ROOF_MORE = 10,
  PER_ARC = 54,
  CLEAR_MORE = 2
};

enum {
  LOOSE = 1,
  FIRM = 200
};

/* One column in the making. */
typedef struct stack {
  pq_sketch *s;
  uint32_t *nodes; /* of the column, sorted */
  uint32_t n;
  uint32_t last;  /* what was put last, or 0 */
  uint32_t n_all; /* nodes but for scaffold */
  uint32_t *note; /* by node: the first note about it, or 0 */
  uint32_t *next; /* by note: the next about the same, or 0 */
  bool any_after; /* something else follows the item at hand */
} stack;

static pq_draw_node *node_at(const pq_sketch *s, uint32_t node) {
  return &s->plan->nodes.at[node];
}

static uint32_t steps(uint32_t points) {
  const uint32_t n = (points * 100 + 72) / 144; /* nodesep is 1.44 points */
  return n ? n : 1;
}

/* ---- gaps ---- */

static bool has_badge(const pq_sketch *s, uint32_t node, bool lower) {
  pq_view mods = node_at(s, node)->mods;
  while (mods.ptr && mods.len) {
    const pq_view badge = pq_view_cut(&mods, '|');
    if (badge.len && (badge.ptr[0] == '@') == lower) return true;
  }
  return false;
}

static bool is_chip(pq_draw_kind kind) {
  return kind == PQ_DRAW_CHIP || kind == PQ_DRAW_OR;
}

static uint32_t process_of_chip(const pq_sketch *s, uint32_t chip) {
  for (uint32_t i = 1; i < s->links.n; ++i) {
    if (s->links.at[i].chip == chip) return s->links.at[i].process;
  }
  return 0;
}

static bool feeds(const pq_sketch *s, uint32_t node, uint32_t process) {
  const pq_process *const p = &s->processes.at[process];
  return process && p->n_inputs && p->inputs[0] == node;
}

static uint32_t count_fed(const pq_sketch *s, uint32_t node) {
  uint32_t n = 0;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    n += feeds(s, node, i);
  }
  return n;
}

static uint32_t chip_gap(const pq_sketch *s, uint32_t a, uint32_t b) {
  const bool chip_a = is_chip(node_at(s, a)->kind);
  const bool chip_b = is_chip(node_at(s, b)->kind);
  if (!chip_a && !chip_b) return 0;
  if (chip_a && chip_b) {
    const uint32_t of_a = process_of_chip(s, a);
    const uint32_t of_b = process_of_chip(s, b);
    return of_a && of_b && of_a != of_b ? OTHER_CHIP : 0;
  }
  const uint32_t other = chip_a ? b : a;
  if (!feeds(s, other, process_of_chip(s, chip_a ? a : b))) return 0;
  return count_fed(s, other) > 1 ? SHARED_INPUT : OWN_INPUT;
}

/* The first of the nodes that feed a process drawn at this node; 0: none. */
static uint32_t feeder_of(const pq_sketch *s, uint32_t node) {
  uint32_t first = 0;
  for (uint32_t i = 1; i < s->processes.n; ++i) {
    const pq_process *const p = &s->processes.at[i];
    if (p->node != node || !p->n_inputs) continue;
    if (!first || p->inputs[0] < first) first = p->inputs[0];
  }
  return first;
}

/* Two processes with one input. */
static bool are_siblings(const pq_sketch *s, uint32_t a, uint32_t b) {
  const uint32_t feeder = feeder_of(s, a);
  return feeder && feeder == feeder_of(s, b);
}

static uint32_t bare_gap(const pq_sketch *s, uint32_t a, uint32_t b) {
  const pq_draw_node *const x = node_at(s, a);
  const pq_draw_node *const y = node_at(s, b);
  uint32_t points = BETWEEN;
  if (x->kind == PQ_DRAW_LEVEL || y->kind == PQ_DRAW_LEVEL) {
    return is_chip(x->kind) || is_chip(y->kind) ? LEVEL : 1;
  }
  if (x->kind == PQ_DRAW_STOP || y->kind == PQ_DRAW_STOP ||
      (x->box && x->box == y->box)) {
    points = CLOSE;
  } else if (x->kind == PQ_DRAW_PROCESS && y->kind == PQ_DRAW_PROCESS &&
             are_siblings(s, a, b)) {
    points = SIBLINGS;
  }
  return points + chip_gap(s, a, b);
}

static uint32_t gap(const pq_sketch *s, uint32_t a, uint32_t b) {
  if (node_at(s, a)->kind == PQ_DRAW_CLEAR ||
      node_at(s, b)->kind == PQ_DRAW_CLEAR) {
    return 0;
  }
  uint32_t points = bare_gap(s, a, b);
  if (has_badge(s, a, true)) points += BADGE;
  if (has_badge(s, b, false)) points += BADGE;
  return points;
}

/* ---- putting one under the other ---- */

static pq_status put(stack *k, uint32_t node, uint32_t n_steps, uint32_t weight,
                     bool note) {
  pq_plan *const plan = k->s->plan;
  node_at(k->s, node)->place = plan->columns.n;
  PQ_PUSH(k->s->arena, &plan->columns, node);
  if (k->last) {
    const pq_draw_order order = {k->last, node, n_steps, weight, note};
    PQ_PUSH(k->s->arena, &plan->orders, order);
  }
  k->last = node;
  return PQ_OK;
}

static pq_status add_scaffold(stack *k, pq_draw_kind kind, const char *head,
                              pq_view name, uint32_t *out) {
  pq_status st = PQ_OK;
  pq_draw_node node = {.kind = kind, .size = 1};
  if (k->last) node.column = node_at(k->s, k->last)->column;
  pq_buf_text(&k->s->room, head);
  pq_buf_put(&k->s->room, name);
  PQ_TRY(st, pq_sketch_keep(k->s, &node.name));
  return pq_sketch_add(k->s, &node, out);
}

static pq_status put_notes(stack *k, uint32_t anchor, bool boxed) {
  pq_status st = PQ_OK;
  pq_sketch *const s = k->s;
  const uint32_t first = anchor < k->n_all ? k->note[anchor] : 0;
  for (uint32_t i = first; i; i = k->next[i]) {
    uint32_t points = NOTE;
    if (boxed && node_at(s, k->last)->box) points += BOX_MARGIN;
    if (has_badge(s, k->last, true)) points += BADGE;
    PQ_TRY(st, put(k, i, steps(points), FIRM, true));
  }
  return PQ_OK;
}

static bool has_notes(const pq_sketch *s, uint32_t box) {
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    const uint32_t anchor = node_at(s, i)->anchor;
    if (anchor && node_at(s, anchor)->box == box) return true;
  }
  return false;
}

/* A gate or fork between two neighbours. */
static pq_status put_between(stack *k, uint32_t gate, uint32_t next,
                             uint32_t weight) {
  pq_status st = PQ_OK;
  const uint32_t half = gap(k->s, k->last, next);
  PQ_TRY(st, put(k, gate, steps((half + 1) / 2), weight, false));
  return put(k, next, steps((half + 1) / 2), weight, false);
}

static pq_status put_member(stack *k, const pq_draw_box *box, uint32_t gate,
                            uint32_t node, bool first) {
  const uint32_t weight = box->kind == PQ_BOX_FORM ? LOOSE : FIRM;
  if (first) return put(k, node, 1, FIRM, false);
  if (gate) return put_between(k, gate, node, weight);
  return put(k, node, steps(gap(k->s, k->last, node)), weight, false);
}

static pq_status put_members(stack *k, uint32_t box, const uint32_t *members,
                             uint32_t n) {
  pq_status st = PQ_OK;
  pq_draw_box *const b = &k->s->plan->boxes.at[box];
  const bool even = n % 2 == 0;
  b->gate = members[n / 2];
  if (even) {
    PQ_TRY(st, add_scaffold(k, PQ_DRAW_GATE, "gate.", b->name, &b->gate));
    node_at(k->s, b->gate)->box = box;
  }
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t gate = even && i == n / 2 ? b->gate : 0;
    PQ_TRY(st, put_member(k, b, gate, members[i], i == 0));
  }
  return PQ_OK;
}

static pq_status put_box(stack *k, const uint32_t *members, uint32_t n) {
  pq_status st = PQ_OK;
  pq_sketch *const s = k->s;
  const uint32_t box = node_at(s, members[0])->box;
  uint32_t roof = 0;
  uint32_t floor = 0;
  const pq_view name = s->plan->boxes.at[box].name;
  const uint32_t before =
      k->last && node_at(s, k->last)->kind == PQ_DRAW_STOP ? CLOSE : BETWEEN;
  PQ_TRY(st, add_scaffold(k, PQ_DRAW_ROOF, "roof.", name, &roof));
  node_at(s, roof)->column = node_at(s, members[0])->column;
  node_at(s, roof)->box = box;
  node_at(s, roof)->size = s->plan->boxes.at[box].lines * LABEL_LINE +
                           ROOF_MORE +
                           (has_badge(s, members[0], false) ? BADGE : 0);
  PQ_TRY(st, put(k, roof, steps(before), LOOSE, false));
  PQ_TRY(st, put_members(k, box, members, n));
  for (uint32_t i = n; i > 0; --i) { /* the last one first */
    PQ_TRY(st, put_notes(k, members[i - 1], true));
  }
  if (!k->any_after || has_notes(s, box)) return PQ_OK;
  PQ_TRY(st, add_scaffold(k, PQ_DRAW_FLOOR, "floor.", name, &floor));
  node_at(s, floor)->box = box;
  node_at(s, floor)->size = BOX_MARGIN;
  return put(k, floor, 1, FIRM, false);
}

static pq_status put_clear(stack *k, uint32_t process, int side,
                           uint32_t n_steps, uint32_t weight) {
  pq_status st = PQ_OK;
  uint32_t band = 0;
  const uint32_t n = node_at(k->s, process)->arcs[side];
  const char *const head = side ? "clear.s." : "clear.n.";
  PQ_TRY(st, add_scaffold(k, PQ_DRAW_CLEAR, head, node_at(k->s, process)->name,
                          &band));
  node_at(k->s, band)->column = node_at(k->s, process)->column;
  node_at(k->s, band)->size = PER_ARC * n + CLEAR_MORE;
  return put(k, band, n_steps, weight, false);
}

static uint32_t caption_of(const pq_sketch *s, uint32_t process) {
  for (uint32_t i = 1; i < s->plan->nodes.n; ++i) {
    if (node_at(s, i)->kind == PQ_DRAW_CAPTION &&
        node_at(s, i)->anchor == process) {
      return i;
    }
  }
  return 0;
}

/* Inputs can be met elsewhere, arcs with heads cannot. */
static bool is_acted_on(const pq_sketch *s, uint32_t process, char side) {
  for (uint32_t i = 0; i < s->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &s->plan->arcs.at[i];
    if (a->to == process && a->to_side == side && a->head) return true;
  }
  return false;
}

/* Bands that keep nodes out of the way of arcs, and the caption on the side
 * where no arc comes in. */
static pq_status put_process(stack *k, uint32_t node, uint32_t n_steps) {
  pq_status st = PQ_OK;
  const uint32_t caption = caption_of(k->s, node);
  const bool above =
      is_acted_on(k->s, node, 's') ||
      (node_at(k->s, node)->arcs[1] > 0 && !is_acted_on(k->s, node, 'n'));
  uint32_t weight = LOOSE;
  if (node_at(k->s, node)->arcs[0]) {
    PQ_TRY(st, put_clear(k, node, 0, k->last ? 1 : n_steps, LOOSE));
    n_steps = 1;
    weight = FIRM;
  }
  if (caption && above) {
    PQ_TRY(st, put(k, caption, n_steps, weight, false));
    n_steps = steps(CAPTION);
    weight = FIRM;
  }
  PQ_TRY(st, put(k, node, n_steps, weight, false));
  if (caption && !above) {
    PQ_TRY(st, put(k, caption, steps(CAPTION), FIRM, false));
  }
  if (node_at(k->s, node)->arcs[1]) {
    PQ_TRY(st, put_clear(k, node, 1, 1, FIRM));
  }
  return put_notes(k, node, false);
}

/* Between two processes with one input: where its arcs fork. */
static pq_status put_fork(stack *k, uint32_t next, uint32_t *n_steps) {
  pq_status st = PQ_OK;
  pq_sketch *const s = k->s;
  uint32_t fork = 0;
  const uint32_t input = feeder_of(s, next);
  if (!input || count_fed(s, input) != 2) return PQ_OK;
  PQ_TRY(st, add_scaffold(k, PQ_DRAW_FORK, "fork.", node_at(s, input)->name,
                          &fork));
  *n_steps = steps(SIBLINGS / 2);
  PQ_TRY(st, put(k, fork, *n_steps, LOOSE, false));
  const pq_draw_order center = {input, fork, 0, PQ_CENTER, false};
  PQ_PUSH(s->arena, &s->plan->centers, center);
  return PQ_OK;
}

static pq_status put_node(stack *k, uint32_t node) {
  pq_status st = PQ_OK;
  const pq_draw_kind kind = node_at(k->s, node)->kind;
  uint32_t n_steps = k->last ? steps(gap(k->s, k->last, node)) : 0;
  if (kind == PQ_DRAW_PROCESS || kind == PQ_DRAW_BINDING) {
    if (k->last && node_at(k->s, k->last)->kind == PQ_DRAW_PROCESS &&
        !node_at(k->s, node)->arcs[0] && are_siblings(k->s, k->last, node)) {
      PQ_TRY(st, put_fork(k, node, &n_steps));
    }
    return put_process(k, node, n_steps);
  }
  PQ_TRY(st, put(k, node, n_steps, LOOSE, false));
  return put_notes(k, node, false);
}

static pq_status stack_column(stack *k) {
  pq_status st = PQ_OK;
  k->last = 0;
  PQ_TRY(st, pq_sketch_sort(k->s, k->nodes, k->n));
  for (uint32_t i = 0; i < k->n;) {
    const uint32_t box = node_at(k->s, k->nodes[i])->box;
    uint32_t end = i + 1;
    while (box && end < k->n && node_at(k->s, k->nodes[end])->box == box) {
      ++end;
    }
    k->any_after = end < k->n;
    PQ_TRY(st,
           box ? put_box(k, k->nodes + i, end - i) : put_node(k, k->nodes[i]));
    i = end;
  }
  return PQ_OK;
}

/* Nodes of one column but notes and captions, which follow their anchors;
 * returns how many nodes the column has in all. */
static uint32_t collect_column(stack *k, uint32_t column, uint32_t n) {
  uint32_t found = 0;
  k->n = 0;
  for (uint32_t i = 1; i < n; ++i) {
    if (node_at(k->s, i)->column != column) continue;
    ++found;
    if (!node_at(k->s, i)->anchor) k->nodes[k->n++] = i;
  }
  return found;
}

static void list_notes(const stack *k) {
  for (uint32_t i = k->n_all; i-- > 1;) { /* the first comes first */
    const pq_draw_node *const note = node_at(k->s, i);
    if (note->kind != PQ_DRAW_NOTE || note->anchor >= k->n_all) continue;
    k->next[i] = k->note[note->anchor];
    k->note[note->anchor] = i;
  }
}

pq_status pq_sketch_orders(pq_sketch *s) {
  pq_status st = PQ_OK;
  pq_plan *const plan = s->plan;
  const uint32_t n = plan->nodes.n; /* scaffold is added behind these */
  stack k = {.s = s,
             .n_all = n,
             .nodes = pq_arena_take(s->arena, n * sizeof *k.nodes),
             .note = pq_arena_take(s->arena, n * sizeof *k.note),
             .next = pq_arena_take(s->arena, n * sizeof *k.next)};
  if (!k.nodes || !k.note || !k.next) return s->arena->status;
  list_notes(&k);
  uint32_t left = n - 1;
  for (uint32_t column = 0; left; ++column) {
    PQ_PUSH(s->arena, &plan->column_starts, plan->columns.n);
    left -= collect_column(&k, column, n);
    PQ_TRY(st, stack_column(&k));
  }
  PQ_PUSH(s->arena, &plan->column_starts, plan->columns.n);
  return PQ_OK;
}
