#include "picture_scene.h"

#include "base/utf8.h"

enum {
  MARGIN = 8,      /* of a box */
  LABEL_MORE = 12, /* a box is that much wider than its label */
  BADGE_HEIGHT = 14,
  BADGE_GAP = 5,
  HEAD_GAP = 14, /* between title and drawing */
  FOOT_GAP = 14
};

pq_scene_rect pq_scene_rect_of(const pq_scene_node *n) {
  return (pq_scene_rect){n->at.x - n->w / 2, n->at.y - n->h / 2,
                         n->at.x + n->w / 2, n->at.y + n->h / 2};
}

pq_scene_rect pq_scene_badge_rect(const pq_scene_badge *b) {
  const double half = BADGE_HEIGHT / 2.0;
  return (pq_scene_rect){b->at.x - b->w / 2, b->at.y - half, b->at.x + b->w / 2,
                         b->at.y + half};
}

/* ---- how wide badges are ---- */

static bool is_lower(pq_view badge) {
  return badge.ptr[0] == '@';
}

/* Capitals are wider than other letters. */
static double badge_width(pq_view badge) {
  uint32_t capitals = 0;
  for (size_t i = 1; i < badge.len; ++i) {
    capitals += pq_is_upper(badge.ptr[i]);
  }
  return 5.6 * (double)(pq_utf8_count(badge) - 1) + 9 +
         (capitals > 1 ? 1.6 * (capitals - 1) : 0);
}

/* The next badge of one border; an empty view at the end. */
static pq_view next_badge(pq_view *rest, bool lower) {
  while (rest->ptr && rest->len) {
    const pq_view badge = pq_view_cut(rest, '|');
    if (badge.len > 1 && is_lower(badge) == lower) return badge;
  }
  return (pq_view){"", 0};
}

/* All badges of one border, with their gaps; less than nothing if none. */
static double badges_width(const pq_scene_node *n, bool lower) {
  double width = -BADGE_GAP;
  pq_view rest = n->mods;
  for (pq_view b; (b = next_badge(&rest, lower)).len;) {
    width += badge_width(b) + BADGE_GAP;
  }
  return width;
}

/* ---- how wide things are ---- */

static void reserve_box(pq_scene *s, uint32_t box) {
  double widest = 0;
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const n = &s->nodes.at[i];
    if (n->box == box && !n->hidden && n->w > widest) widest = n->w;
  }
  double width = widest + 2.0 * MARGIN;
  const double label = s->boxes.at[box].label_w + LABEL_MORE;
  if (label > width) width = label;
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    pq_scene_node *const n = &s->nodes.at[i];
    if (n->box != box) continue;
    n->reserve = width;
    if (!n->hidden) n->w = widest;
  }
}

/* Cards of a column get one width. */
static void widen_card(pq_scene *s, uint32_t card) {
  pq_scene_node *const n = &s->nodes.at[card];
  double widest = n->w;
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const other = &s->nodes.at[i];
    if (other->card && other->column == n->column && other->w > widest) {
      widest = other->w;
    }
  }
  n->more = widest - n->w;
  n->reserve = widest;
}

/* Badges may be wider than what they sit on. */
static void reserve_badges(pq_scene_node *n) {
  for (int lower = 0; lower < 2; ++lower) {
    const double width = badges_width(n, lower);
    if (width > n->reserve) n->reserve = width;
  }
}

void pq_scene_reserve(pq_scene *s) {
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (s->nodes.at[i].card) widen_card(s, i);
  }
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (s->nodes.at[i].card) s->nodes.at[i].w = s->nodes.at[i].reserve;
  }
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    reserve_badges(&s->nodes.at[i]);
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    reserve_box(s, i);
  }
}

/* ---- where badges stand ---- */

static pq_status add_badges(pq_scene *s, uint32_t node, bool lower) {
  const pq_scene_node *const n = &s->nodes.at[node];
  const double y = n->at.y + (lower ? -n->h / 2 : n->h / 2);
  double left = n->at.x - badges_width(n, lower) / 2;
  pq_view rest = n->mods;
  for (pq_view b; (b = next_badge(&rest, lower)).len;) {
    const double w = badge_width(b);
    const pq_scene_badge badge = {node, b, w, {left + w / 2, y}};
    PQ_PUSH(s->arena, &s->badges, badge);
    left += w + BADGE_GAP;
  }
  return PQ_OK;
}

/* ---- boxes ---- */

static double top_of(const pq_scene *s, uint32_t node) {
  const pq_scene_rect r = pq_scene_rect_of(&s->nodes.at[node]);
  pq_view rest = s->nodes.at[node].mods;
  const bool badge = next_badge(&rest, false).len > 0;
  return r.top + (badge ? BADGE_HEIGHT / 2.0 : 0);
}

static double bottom_of(const pq_scene *s, uint32_t node) {
  const pq_scene_rect r = pq_scene_rect_of(&s->nodes.at[node]);
  pq_view rest = s->nodes.at[node].mods;
  const bool badge = next_badge(&rest, true).len > 0;
  return r.bottom - (badge ? BADGE_HEIGHT / 2.0 : 0);
}

static void shape_box(pq_scene *s, uint32_t index) {
  pq_scene_box *const box = &s->boxes.at[index];
  box->rect = (pq_scene_rect){0, 1e9, 0, -1e9};
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const n = &s->nodes.at[i];
    if (n->box != index || n->hidden) continue;
    const double top = top_of(s, i);
    const double bottom = bottom_of(s, i) - MARGIN;
    if (top > box->rect.top) {
      box->rect.top = top;
      box->first = i;
    }
    if (bottom < box->rect.bottom) box->rect.bottom = bottom;
    box->rect.left = n->at.x - n->reserve / 2;
    box->rect.right = n->at.x + n->reserve / 2;
  }
  box->rect.top += MARGIN + box->label_h;
}

pq_status pq_scene_arrange(pq_scene *s) {
  pq_status st = PQ_OK;
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (!s->nodes.at[i].mods.len) continue;
    PQ_TRY(st, add_badges(s, i, false));
    PQ_TRY(st, add_badges(s, i, true));
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    shape_box(s, i);
  }
  return PQ_OK;
}

/* ---- plates ---- */

static void widen(pq_scene_rect *all, pq_scene_rect r) {
  if (r.left < all->left) all->left = r.left;
  if (r.right > all->right) all->right = r.right;
  if (r.bottom < all->bottom) all->bottom = r.bottom;
  if (r.top > all->top) all->top = r.top;
}

static pq_scene_rect find_extent(const pq_scene *s) {
  pq_scene_rect all = {1e9, 1e9, -1e9, -1e9};
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (!s->nodes.at[i].hidden) widen(&all, pq_scene_rect_of(&s->nodes.at[i]));
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    widen(&all, s->boxes.at[i].rect);
  }
  for (uint32_t i = 0; i < s->badges.n; ++i) {
    widen(&all, pq_scene_badge_rect(&s->badges.at[i]));
  }
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    for (uint32_t k = 0; k < s->arcs.at[i].curve.n; ++k) {
      const pq_scene_point p = s->arcs.at[i].curve.at[k];
      widen(&all, (pq_scene_rect){p.x, p.y, p.x, p.y});
    }
  }
  if (all.left > all.right) all = (pq_scene_rect){0, 0, 0, 0};
  return all;
}

void pq_scene_frame(pq_scene *s) {
  const pq_scene_rect all = find_extent(s);
  const bool bare = s->nodes.n == 1;
  double y = all.bottom - FOOT_GAP;
  for (uint32_t i = 0; i < s->plates.n; ++i) {
    pq_scene_plate *const p = &s->plates.at[i];
    p->at.x = all.left + p->w / 2;
    if (i == 0) {
      p->at.y = all.top + (bare ? 0 : HEAD_GAP) + p->h / 2;
    } else {
      p->at.y = y - p->h / 2;
      y -= p->h;
    }
  }
}
