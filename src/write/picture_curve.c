#include "picture_scene.h"

/* S3: our own curves.
 *
 *   tail --- a ~~~~~~ b --- stop --- ... --- head
 *            from column to column a cubic, level at both ends
 *   stop ~~~\
 *            v  into the top of a process: a quarter of an ellipse */
enum {
  LONG_STEP = 40
};
static const double quarter = 0.5523; /* of the radius: a round quarter */

typedef struct curves {
  pq_scene *s;
  double *lefts, *rights; /* of the columns */
} curves;

/* ---- arcs over their stops ---- */

static uint32_t next_edge(const pq_scene *s, uint32_t stop) {
  for (uint32_t i = 0; i < s->edges.n; ++i) {
    if (!s->edges.at[i].hidden && s->edges.at[i].from == stop) return i;
  }
  return UINT32_MAX;
}

static pq_status follow(pq_scene *s, uint32_t edge) {
  pq_scene_arc arc = {.first = edge, .last = edge};
  PQ_PUSH(s->arena, &arc.way, s->edges.at[edge].from);
  for (uint32_t steps = 0; steps < s->nodes.n; ++steps) {
    const uint32_t to = s->edges.at[edge].to;
    PQ_PUSH(s->arena, &arc.way, to);
    arc.last = edge;
    if (!s->nodes.at[to].stop) break;
    edge = next_edge(s, to);
    if (edge == UINT32_MAX) break;
  }
  PQ_PUSH(s->arena, &s->arcs, arc);
  return PQ_OK;
}

static pq_status find_arcs(pq_scene *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < s->edges.n; ++i) {
    const pq_scene_edge *const e = &s->edges.at[i];
    if (!e->hidden && !s->nodes.at[e->from].stop) PQ_TRY(st, follow(s, i));
  }
  return PQ_OK;
}

/* ---- where arcs start and end ---- */

static const pq_scene_edge *last_of(const pq_scene *s, const pq_scene_arc *a) {
  return &s->edges.at[a->last];
}

static bool leaves_both_ways(const pq_scene *s, uint32_t node) {
  bool seen[2] = {false, false};
  for (uint32_t i = 0; i < s->edges.n; ++i) {
    const pq_scene_edge *const e = &s->edges.at[i];
    if (e->from == node && !e->hidden && !e->note && !e->from_box) {
      seen[e->disputed] = true;
    }
  }
  return seen[0] && seen[1];
}

/* The end at a card slides, if that makes its arc straight. */
static double slide(double middle, double other) {
  enum {
    SLIDE = 12
  };
  const double away = other - middle;
  return away < SLIDE && away > -SLIDE ? other : middle;
}

static pq_scene_point start_of(const pq_scene *s, const pq_scene_arc *a) {
  const pq_scene_edge *const e = &s->edges.at[a->first];
  const pq_scene_node *const n = &s->nodes.at[e->from];
  pq_scene_point p = {n->at.x + n->w / 2, n->at.y};
  if (e->from_box) {
    p.x = s->boxes.at[e->from_box].rect.right;
  } else if (leaves_both_ways(s, e->from)) {
    p.y += e->disputed ? n->h / 4 : -n->h / 4;
  } else if (n->card) {
    p.y = slide(p.y, s->nodes.at[a->way.at[1]].at.y);
  }
  return p;
}

/* As the DOT has it. */
static char asked_side(const pq_scene *s, const pq_scene_arc *a) {
  const pq_view port = last_of(s, a)->to_port;
  return (char)(port.len ? port.ptr[port.len - 1] : 'w');
}

/* Where an arc comes from: its last point before the end. */
static pq_scene_point before_end(const pq_scene *s, const pq_scene_arc *a) {
  const uint32_t node = a->way.at[a->way.n - 2];
  return a->way.n == 2 ? start_of(s, a) : s->nodes.at[node].at;
}

/* Is `other` left of, or above, this arc where they meet one side? */
static bool comes_first(const pq_scene *s, const pq_scene_arc *other,
                        const pq_scene_arc *a, char side) {
  const pq_scene_point p = before_end(s, other);
  const pq_scene_point q = before_end(s, a);
  if (side == 'w') return p.y != q.y ? p.y > q.y : other < a;
  const double end = s->nodes.at[last_of(s, a)->to].at.y;
  const double far_p = p.y > end ? p.y - end : end - p.y;
  const double far_q = q.y > end ? q.y - end : end - q.y;
  return far_p != far_q ? far_p < far_q : other < a;
}

typedef struct slot {
  uint32_t index, n;
} slot;

/* Arcs with heads share a side in equal slots. */
static slot slot_of(const pq_scene *s, const pq_scene_arc *a, char side,
                    bool upper) {
  slot found = {0, 0};
  const bool hexagon = s->nodes.at[last_of(s, a)->to].hexagon;
  const double middle = s->nodes.at[last_of(s, a)->to].at.y;
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    const pq_scene_arc *const other = &s->arcs.at[i];
    const pq_scene_edge *const e = last_of(s, other);
    if (e->note || e->to != last_of(s, a)->to || other->side != side ||
        (e->head <= 0 && last_of(s, a)->head > 0)) {
      continue;
    }
    if (hexagon && (before_end(s, other).y >= middle) != upper) continue;
    ++found.n;
    if (other != a && comes_first(s, other, a, side)) ++found.index;
  }
  if (!found.n) found.n = 1;
  return found;
}

/* The left slopes of a hexagon: from its left corner a quarter of its width
 * to the right. */
static void end_on_hexagon(const pq_scene *s, pq_scene_arc *a) {
  const pq_scene_node *const n = &s->nodes.at[last_of(s, a)->to];
  const double from = before_end(s, a).y;
  const bool upper = from >= n->at.y;
  const slot k = slot_of(s, a, 'w', upper);
  const double gap = from - n->at.y;
  if (k.n == 1 && gap < PQ_SCENE_CLEARANCE && gap > -PQ_SCENE_CLEARANCE) {
    a->tip = (pq_scene_point){n->at.x - n->w / 2, n->at.y};
    a->slope = (pq_scene_point){1, 0};
    return;
  }
  const double place = k.n == 1 ? 0.6 : 1 - (k.index + 1.0) / (double)(k.n + 1);
  const double part = k.n == 1 || upper ? place : 1 - place;
  a->tip.x = n->at.x - n->w / 2 + part * n->w / 4;
  a->tip.y = n->at.y + (upper ? part : -part) * n->h / 2;
  a->slope = (pq_scene_point){0.82, upper ? -0.57 : 0.57};
}

/* How far an ellipse stands back from its box so far above its middle. */
static double dent(const pq_scene_node *n, double rise) {
  const double y = 2 * rise / n->h;
  const double square = 1 - y * y;
  double root = 1;
  if (square <= 0) return n->w / 2;
  for (int i = 0; i < 12; ++i) {
    root = (root + square / root) / 2; /* Newton's square root */
  }
  return (1 - root) * n->w / 2;
}

static void end_on_side(const pq_scene *s, pq_scene_arc *a, char side) {
  const pq_scene_node *const n = &s->nodes.at[last_of(s, a)->to];
  const slot k = slot_of(s, a, side, false);
  const double share = ((double)k.index + 0.5) / (double)k.n;
  if (side == 'w') {
    a->tip.x = n->at.x - n->w / 2;
    a->tip.y = n->at.y;
    if (last_of(s, a)->row) {
      a->tip.y += last_of(s, a)->rise;
    } else if (n->card) {
      a->tip.y = slide(n->at.y, before_end(s, a).y);
    } else if (last_of(s, a)->head > 0 && k.n > 1) {
      a->tip.y += n->h / 2 - share * n->h;
    }
    if (n->ellipse) a->tip.x += dent(n, a->tip.y - n->at.y);
    a->slope = (pq_scene_point){1, 0};
    return;
  }
  a->tip.x = n->at.x - n->w / 2 + share * n->w;
  a->tip.y = n->at.y + (side == 'n' ? n->h / 2 : -n->h / 2);
  a->slope = (pq_scene_point){0, side == 'n' ? -1 : 1};
}

static void find_end(const pq_scene *s, pq_scene_arc *a) {
  const pq_scene_edge *const e = last_of(s, a);
  const char side = a->side;
  if (s->nodes.at[e->to].hexagon && side == 'w') {
    end_on_hexagon(s, a);
    return;
  }
  end_on_side(s, a, side);
  if (e->to_box) {
    a->tip.x = s->boxes.at[e->to_box].rect.left;
  }
}

/* ---- curves ---- */

static pq_status add_cubic(const pq_scene *s, pq_scene_arc *a,
                           const pq_scene_point c[4]) {
  for (int i = a->curve.n ? 1 : 0; i < 4; ++i) {
    PQ_PUSH(s->arena, &a->curve, c[i]);
  }
  return PQ_OK;
}

static pq_status add_line(const pq_scene *s, pq_scene_arc *a,
                          pq_scene_point from, pq_scene_point to) {
  const double dx = (to.x - from.x) / 3;
  const double dy = (to.y - from.y) / 3;
  const pq_scene_point c[4] = {
      from, {from.x + dx, from.y + dy}, {to.x - dx, to.y - dy}, to};
  if (dx * dx + dy * dy < 0.01) return PQ_OK;
  return add_cubic(s, a, c);
}

/* A part of an arc, from one node of its way to the next. */
typedef struct leg {
  const curves *k;
  const pq_scene_arc *a;
  uint32_t step;
  pq_scene_point from, to;
} leg;

/* The best of several ways. */
typedef struct choice {
  pq_scene_point c[4];
  uint32_t hits;
} choice;

static void consider(const leg *l, const pq_scene_point c[4], choice *best) {
  if (!best->hits) return;
  const uint32_t hits = pq_scene_count_hits(l->k->s, l->a, c);
  if (hits >= best->hits) return;
  best->hits = hits;
  memcpy(best->c, c, sizeof best->c);
}

/* How far a wave is level at both ends, in parts of the gap. */
typedef struct wave {
  double start, end;
  bool steep; /* only for long steps */
} wave;

typedef struct waves {
  wave at[3];
  size_t n;
} waves;

static const waves usual_waves = {{{0.5, 0.5, false}, {0.3, 0.3, true}}, 2};
/* Where all of those meet something: turn at once, late, or in the middle. */
static const waves other_waves = {
    {{0.2, 0.9, true}, {0.9, 0.2, true}, {0.8, 0.8, true}}, 3};

static void make_wave(pq_scene_point from, pq_scene_point to, wave w,
                      pq_scene_point c[4]) {
  const double gap = to.x - from.x;
  c[0] = from;
  c[1] = (pq_scene_point){from.x + w.start * gap, from.y};
  c[2] = (pq_scene_point){to.x - w.end * gap, to.y};
  c[3] = to;
}

/* A place to the right of `from` where a wave may start, by number. */
static double start_place(const curves *k, const pq_scene_node *n,
                          pq_scene_point from, int number) {
  double edge = k->rights[n->column];
  if (edge < from.x) edge = from.x;
  return from.x + (edge - from.x) * number / 2;
}

static double end_place(const curves *k, const pq_scene_node *n,
                        pq_scene_point to, int number) {
  double edge = k->lefts[n->column];
  if (edge > to.x) edge = to.x;
  return to.x - (to.x - edge) * number / 2;
}

static void try_waves(const leg *l, pq_scene_point p, pq_scene_point q,
                      const waves *some, choice *best) {
  const double rise = q.y > p.y ? q.y - p.y : p.y - q.y;
  if (q.x <= p.x) return;
  for (size_t i = 0; i < some->n; ++i) {
    pq_scene_point c[4];
    if (some->at[i].steep && rise < LONG_STEP) continue;
    make_wave(p, q, some->at[i], c);
    consider(l, c, best);
  }
}

/* From all places where it may start to all where it may end, near ones first.
 */
static void find_wave(const leg *l, const waves *some, choice *best) {
  const pq_scene *const s = l->k->s;
  const pq_scene_node *const tail = &s->nodes.at[l->a->way.at[l->step]];
  const pq_scene_node *const head = &s->nodes.at[l->a->way.at[l->step + 1]];
  for (int sum = 0; sum <= 4; ++sum) {
    for (int i = 0; i <= 2; ++i) {
      if (sum - i < 0 || sum - i > 2) continue;
      const pq_scene_point p = {start_place(l->k, tail, l->from, i), l->from.y};
      const pq_scene_point q = {end_place(l->k, head, l->to, sum - i), l->to.y};
      try_waves(l, p, q, some, best);
    }
  }
}

static pq_status add_wave(const curves *k, pq_scene_arc *a, uint32_t step,
                          pq_scene_point from, pq_scene_point to) {
  pq_status st = PQ_OK;
  const leg l = {k, a, step, from, to};
  choice best = {.hits = UINT32_MAX};
  make_wave(from, to, usual_waves.at[0], best.c);
  find_wave(&l, &usual_waves, &best);
  find_wave(&l, &other_waves, &best);
  PQ_TRY(st, add_line(k->s, a, from, best.c[0]));
  PQ_TRY(st, add_cubic(k->s, a, best.c));
  return add_line(k->s, a, best.c[3], to);
}

static pq_status add_leg(const curves *k, pq_scene_arc *a, uint32_t step,
                         pq_scene_point from, pq_scene_point to) {
  const double rise = to.y > from.y ? to.y - from.y : from.y - to.y;
  if (rise < 0.5) return add_line(k->s, a, from, to);
  return add_wave(k, a, step, from, to);
}

/* Into the top or bottom of a node: level at first, as far as it must. */
static void find_quarter(const leg *l, double slope, choice *best) {
  enum {
    SHORT = 20
  };
  const pq_scene_point to = l->to;
  const uint32_t node = l->a->way.at[l->step];
  const pq_scene_node *const tail = &l->k->s->nodes.at[node];
  const bool turns = (l->from.y - to.y) * slope < 0;
  const double lift = turns ? l->from.y - to.y : -SHORT * slope;
  pq_scene_point c[4] = {l->from, l->from, {to.x, to.y + quarter * lift}, to};
  for (int i = 0; i <= 2; ++i) {
    c[0].x = start_place(l->k, tail, l->from, i);
    c[1] = (pq_scene_point){c[0].x + quarter * (to.x - c[0].x), l->from.y};
    consider(l, c, best);
  }
}

static pq_status add_quarter(const curves *k, pq_scene_arc *a, uint32_t step,
                             pq_scene_point from, pq_scene_point to) {
  pq_status st = PQ_OK;
  const leg l = {k, a, step, from, to};
  choice best = {.hits = UINT32_MAX};
  find_quarter(&l, a->slope.y, &best);
  PQ_TRY(st, add_line(k->s, a, from, best.c[0]));
  return add_cubic(k->s, a, best.c);
}

/* The DOT says from which side a process is met before anything stands
 * anywhere.  What comes from the other side goes there, if that is clear; an
 * input that meets something, where the other inputs go, if that is better. */
static char find_side(const curves *k, const pq_scene_arc *a) {
  const pq_scene *const s = k->s;
  const char asked = asked_side(s, a);
  const pq_scene_node *const n = &s->nodes.at[last_of(s, a)->to];
  const pq_scene_point from = before_end(s, a);
  if (asked == 'w') return asked;
  const bool above =
      asked == 'n' ? from.y >= n->at.y - n->h / 2 : from.y > n->at.y + n->h / 2;
  const char side = above ? 'n' : 's';
  const double half = above ? n->h / 2 : -n->h / 2;
  leg l = {k, a, a->way.n - 2, from, {n->at.x, n->at.y + half}};
  choice upright = {.hits = UINT32_MAX};
  choice level = {.hits = UINT32_MAX};
  find_quarter(&l, above ? -1 : 1, &upright);
  if (!upright.hits || (side == asked && last_of(s, a)->head > 0)) return side;
  l.to = (pq_scene_point){n->at.x - n->w / 2, n->at.y};
  find_wave(&l, &usual_waves, &level);
  if (level.hits < upright.hits) return 'w';
  return side;
}

/* Onto a slope: level at first, then along it. */
static pq_status add_slope(const pq_scene *s, pq_scene_arc *a,
                           pq_scene_point from, pq_scene_point to) {
  const double reach = (to.x - from.x) / 2;
  const pq_scene_point c[4] = {
      from,
      {from.x + reach, from.y},
      {to.x - reach * a->slope.x * 0.8, to.y - reach * a->slope.y * 0.8},
      to};
  return add_cubic(s, a, c);
}

/* The lower border of a node, or of the badges on it. */
static double foot_of(const pq_scene *s, uint32_t node) {
  double foot = pq_scene_rect_of(&s->nodes.at[node]).bottom;
  for (uint32_t i = 0; i < s->badges.n; ++i) {
    const pq_scene_rect r = pq_scene_badge_rect(&s->badges.at[i]);
    if (s->badges.at[i].node == node && r.bottom < foot) foot = r.bottom;
  }
  return foot;
}

static pq_status draw_note(const pq_scene *s, pq_scene_arc *a) {
  const pq_scene_edge *const e = &s->edges.at[a->first];
  const pq_scene_rect to = pq_scene_rect_of(&s->nodes.at[e->to]);
  const double x = s->nodes.at[e->to].at.x;
  a->tip = (pq_scene_point){x, to.top};
  return add_line(s, a, (pq_scene_point){x, foot_of(s, e->from)}, a->tip);
}

static pq_status draw_arc(const curves *k, pq_scene_arc *a) {
  pq_status st = PQ_OK;
  const pq_scene *const s = k->s;
  const double head = last_of(s, a)->head;
  const uint32_t n = a->way.n;
  pq_scene_point from = start_of(s, a);
  for (uint32_t i = 0; i + 2 < n; ++i) {
    const pq_scene_point stop = s->nodes.at[a->way.at[i + 1]].at;
    PQ_TRY(st, add_leg(k, a, i, from, stop));
    from = stop;
  }
  const pq_scene_point end = {a->tip.x - head * a->slope.x,
                              a->tip.y - head * a->slope.y};
  if (a->slope.x == 0) return add_quarter(k, a, n - 2, from, end);
  if (a->slope.y != 0) return add_slope(s, a, from, end);
  return add_leg(k, a, n - 2, from, end);
}

static void measure_columns(const curves *k) {
  const pq_scene *const s = k->s;
  for (uint32_t i = 0; i < s->n_columns; ++i) {
    k->lefts[i] = 1e9;
    k->rights[i] = -1e9;
  }
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const n = &s->nodes.at[i];
    if (n->column >= s->n_columns) continue;
    const double left = n->at.x - n->reserve / 2;
    const double right = n->at.x + n->reserve / 2;
    if (left < k->lefts[n->column]) k->lefts[n->column] = left;
    if (right > k->rights[n->column]) k->rights[n->column] = right;
  }
}

pq_status pq_scene_curves(pq_scene *s) {
  pq_status st = PQ_OK;
  const size_t size = ((size_t)s->n_columns + 1) * sizeof(double);
  const curves k = {s, pq_arena_take(s->arena, size),
                    pq_arena_take(s->arena, size)};
  if (!k.lefts || !k.rights) return s->arena->status;
  measure_columns(&k);
  PQ_TRY(st, find_arcs(s));
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    s->arcs.at[i].side = find_side(&k, &s->arcs.at[i]);
  }
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    if (!last_of(s, &s->arcs.at[i])->note) find_end(s, &s->arcs.at[i]);
  }
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    pq_scene_arc *const a = &s->arcs.at[i];
    PQ_TRY(st, last_of(s, a)->note ? draw_note(s, a) : draw_arc(&k, a));
  }
  return PQ_OK;
}
