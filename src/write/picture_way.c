#include "picture_scene.h"

/* What is in the way of an arc: nodes, badges, boxes and their labels, but not
 * what it joins. */
enum {
  SAMPLES = 24,
  INSIDE = 2 /* so deep in a node of its own an arc only passes through */
};

/* A cubic as points, and what holds them. */
typedef struct trail {
  pq_scene_point at[SAMPLES + 1];
  pq_scene_rect all;
} trail;

static pq_scene_point bezier(const pq_scene_point c[4], double t) {
  const double u = 1 - t;
  const double b[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
  pq_scene_point p = {0, 0};
  for (int i = 0; i < 4; ++i) {
    p.x += b[i] * c[i].x;
    p.y += b[i] * c[i].y;
  }
  return p;
}

static void walk(const pq_scene_point c[4], trail *t) {
  t->all = (pq_scene_rect){c[0].x, c[0].y, c[0].x, c[0].y};
  for (int i = 0; i <= SAMPLES; ++i) {
    const pq_scene_point p = bezier(c, i / (double)SAMPLES);
    t->at[i] = p;
    if (p.x < t->all.left) t->all.left = p.x;
    if (p.x > t->all.right) t->all.right = p.x;
    if (p.y < t->all.bottom) t->all.bottom = p.y;
    if (p.y > t->all.top) t->all.top = p.y;
  }
}

/* Points that are in a rectangle, or not further off. */
static uint32_t count_in(const trail *t, pq_scene_rect r, double by) {
  uint32_t n = 0;
  r = (pq_scene_rect){r.left - by, r.bottom - by, r.right + by, r.top + by};
  if (t->all.right <= r.left || t->all.left >= r.right ||
      t->all.top <= r.bottom || t->all.bottom >= r.top) {
    return 0;
  }
  for (int i = 0; i <= SAMPLES; ++i) {
    const pq_scene_point p = t->at[i];
    n += p.x > r.left && p.x < r.right && p.y > r.bottom && p.y < r.top;
  }
  return n;
}

static bool own_end(const pq_scene *s, const pq_scene_arc *a, uint32_t node) {
  return node == s->edges.at[a->first].from || node == s->edges.at[a->last].to;
}

static bool own_box(const pq_scene *s, const pq_scene_arc *a, uint32_t box) {
  return box == s->nodes.at[s->edges.at[a->first].from].box ||
         box == s->nodes.at[s->edges.at[a->last].to].box;
}

static uint32_t count_node(const pq_scene *s, const pq_scene_arc *a,
                           const trail *t, uint32_t node) {
  const pq_scene_node *const n = &s->nodes.at[node];
  if (n->hidden) return 0;
  const bool own = own_end(s, a, node);
  if (own && (n->ellipse || n->hexagon)) return 0; /* met within its corners */
  return count_in(t, pq_scene_rect_of(n), own ? -INSIDE : PQ_SCENE_CLEARANCE);
}

uint32_t pq_scene_count_hits(const pq_scene *s, const pq_scene_arc *a,
                             const pq_scene_point c[4]) {
  trail t;
  uint32_t n = 0;
  walk(c, &t);
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    n += count_node(s, a, &t, i);
  }
  for (uint32_t i = 0; i < s->badges.n; ++i) {
    if (own_end(s, a, s->badges.at[i].node)) continue;
    n +=
        count_in(&t, pq_scene_badge_rect(&s->badges.at[i]), PQ_SCENE_CLEARANCE);
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    pq_scene_rect r = s->boxes.at[i].rect;
    if (own_box(s, a, i)) r.bottom = r.top - s->boxes.at[i].label_h;
    n += count_in(&t, r, PQ_SCENE_CLEARANCE);
  }
  return n;
}
