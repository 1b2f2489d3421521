#include "dot.h"
#include "sbgn_map.h"

/* ---- places ---- */

static double number(pq_view *rest) {
  pq_view word = pq_view_cut(rest, ' ');
  double n = 0;
  double part = 0;
  bool minus = false;
  for (size_t i = 0; i < word.len; ++i) {
    const char c = word.ptr[i];
    if (c == '-') minus = true;
    if (c == '.') part = 1;
    if (!pq_is_digit(c)) continue;
    if (part > 0) part /= 10;
    n = part > 0 ? n + part * (c - '0') : n * 10 + (c - '0');
  }
  return minus ? -n : n;
}

/* The node that a number of the DOT means. */
static uint32_t node_of(const pq_sbgn_map *m, pq_view *rest) {
  const double n = number(rest);
  const uint32_t i = n < 1 ? 0 : (uint32_t)n - 1;
  return i < m->plan->columns.n ? m->plan->columns.at[i] : 0;
}

static void take_node(const pq_sbgn_map *m, pq_view rest) {
  pq_sbgn_glyph *const g = &m->glyphs[node_of(m, &rest)];
  const double x = number(&rest);
  const double y = number(&rest);
  g->w = number(&rest);
  g->h = number(&rest);
  g->left = x - g->w / 2;
  g->top = -y - g->h / 2;
  g->seen = true;
}

static pq_status take_wire(pq_sbgn_map *m, pq_arena *arena, pq_view rest) {
  pq_sbgn_wire w = {.from = node_of(m, &rest)};
  w.to = node_of(m, &rest);
  w.via = node_of(m, &rest);
  w.start.x = number(&rest);
  w.start.y = -number(&rest);
  w.end.x = number(&rest);
  w.end.y = -number(&rest);
  PQ_PUSH(arena, &m->wires, w);
  return PQ_OK;
}

static pq_status take_places(pq_sbgn_map *m, pq_arena *arena, pq_view places) {
  pq_status st = PQ_OK;
  while (places.len) {
    pq_view line = pq_view_cut(&places, '\n');
    const pq_view kind = pq_view_cut(&line, ' ');
    if (pq_view_same(kind, PQ_LIT("n"))) take_node(m, line);
    if (pq_view_same(kind, PQ_LIT("a"))) PQ_TRY(st, take_wire(m, arena, line));
  }
  return PQ_OK;
}

/* All stands right of and below the origin. */
static void settle(const pq_sbgn_map *m) {
  double left = 0;
  double top = 0;
  for (uint32_t i = 0; i < m->plan->nodes.n; ++i) {
    if (!m->glyphs[i].seen) continue;
    if (m->glyphs[i].left < left) left = m->glyphs[i].left;
    if (m->glyphs[i].top < top) top = m->glyphs[i].top;
  }
  left -= 3.0 * PQ_SBGN_MARGIN;
  top -= 3.0 * PQ_SBGN_MARGIN;
  for (uint32_t i = 0; i < m->plan->nodes.n; ++i) {
    m->glyphs[i].left -= left;
    m->glyphs[i].top -= top;
  }
  for (uint32_t i = 0; i < m->wires.n; ++i) {
    pq_sbgn_wire *const w = &m->wires.at[i];
    w->start.x -= left;
    w->end.x -= left;
    w->start.y -= top;
    w->end.y -= top;
  }
}

/* ---- arcs ---- */

static const pq_draw_node *node_at(const pq_sbgn_map *m, uint32_t node) {
  return &m->plan->nodes.at[node];
}

/* The arc of the plan that a wire ends with. */
static const pq_draw_arc *arc_of(const pq_sbgn_map *m, const pq_sbgn_wire *w) {
  for (uint32_t i = 0; i < m->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &m->plan->arcs.at[i];
    if (a->from == w->via && a->to == w->to) return a;
  }
  return NULL;
}

static const char *arc_class(const pq_draw_arc *a, const pq_draw_node *to) {
  switch (a->head) {
  case PQ_HEAD_NONE:
    return pq_sbgn_is_process(to) ? "consumption" : "interaction";
  case PQ_HEAD_PRODUCTION: return "production";
  case PQ_HEAD_CATALYSIS: return "catalysis";
  case PQ_HEAD_STIMULATION: return "stimulation";
  case PQ_HEAD_INHIBITION: return "inhibition";
  case PQ_HEAD_MODULATION: return "modulation";
  case PQ_HEAD_NECESSARY: return "necessary stimulation";
  }
  return "modulation";
}

/* Consumption ends at the left port of a process, production leaves its right
 * one; what acts on it ends at itself. */
static void put_end(const pq_sbgn_map *m, const char *attr, uint32_t node,
                    const char *class, bool source) {
  const bool port = pq_sbgn_is_process(node_at(m, node)) &&
                    (strcmp(class, "consumption") == 0 || source);
  pq_buf_format(m->out, " %s=\"g%u", attr, (unsigned)node);
  if (port) pq_buf_format(m->out, ".%d", source ? 2 : 1);
  pq_buf_char(m->out, '"');
}

static void put_point(const pq_sbgn_map *m, const char *name, pq_sbgn_spot at) {
  pq_buf_format(m->out, "<%s", name);
  pq_sbgn_attr(m->out, "x", at.x);
  pq_sbgn_attr(m->out, "y", at.y);
  pq_buf_text(m->out, "/>");
}

static pq_sbgn_spot middle(const pq_sbgn_map *m, uint32_t node) {
  const pq_sbgn_glyph *const g = &m->glyphs[node];
  return (pq_sbgn_spot){g->left + g->w / 2, g->top + g->h / 2};
}

typedef struct link {
  uint32_t from, to, over; /* over: a chip in its way, or 0 */
  uint32_t op;             /* the operator of this box is where it begins */
  pq_sbgn_spot start, end;
  const char *class;
} link;

static void put_link(pq_sbgn_map *m, const link *l) {
  pq_buf_format(m->out, "    <arc class=\"%s\" id=\"a%u\"", l->class,
                (unsigned)++m->n_arcs);
  if (l->op) {
    pq_buf_format(m->out, " source=\"o%u\"", (unsigned)l->op);
  } else {
    put_end(m, "source", l->from, l->class, true);
  }
  put_end(m, "target", l->to, l->class, false);
  pq_buf_char(m->out, '>');
  if (l->over) pq_sbgn_notes(m->out, node_at(m, l->over)->tooltip);
  put_point(m, "start", l->start);
  if (l->over) put_point(m, "next", middle(m, l->over));
  put_point(m, "end", l->end);
  pq_buf_text(m->out, "</arc>\n");
}

/* What joins the members of a box: one form, which is not stated, or all; NULL:
 * each does by itself. */
static const char *operator_of(const pq_sbgn_map *m, uint32_t box) {
  const pq_draw_box *const b = &m->plan->boxes.at[box];
  if (!box) return NULL;
  if (b->kind == PQ_BOX_FORM) return "or";
  return pq_view_same(b->label, PQ_LIT("all of")) ? "and" : NULL;
}

static pq_sbgn_glyph place_operator(const pq_sbgn_map *m, uint32_t box) {
  enum {
    SIZE = 20
  };
  pq_sbgn_glyph g = {.w = SIZE, .h = SIZE};
  double sum = 0;
  uint32_t n = 0;
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    const pq_sbgn_glyph *const member = &m->glyphs[i];
    if (node_at(m, i)->box != box || !member->seen) continue;
    const double right = member->left + member->w + PQ_SBGN_MARGIN;
    if (right > g.left) g.left = right;
    sum += member->top + member->h / 2;
    ++n;
  }
  g.top = (n ? sum / n : 0) - SIZE / 2.0;
  return g;
}

static void put_operator(const pq_sbgn_map *m, uint32_t box) {
  const pq_sbgn_glyph g = place_operator(m, box);
  pq_sbgn_begin(m->out, operator_of(m, box), "o", box);
  pq_buf_char(m->out, '>');
  pq_sbgn_bbox(m->out, &g);
  pq_buf_text(m->out, "</glyph>\n");
}

/* From the members of a box to its operator. */
static void put_logic(pq_sbgn_map *m, uint32_t box) {
  const pq_sbgn_glyph g = place_operator(m, box);
  const pq_sbgn_spot end = {g.left, g.top + g.h / 2};
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    if (node_at(m, i)->box != box || !pq_sbgn_class(node_at(m, i))) continue;
    pq_buf_format(m->out,
                  "    <arc class=\"logic arc\" id=\"a%u\" source=\"g%u\" "
                  "target=\"o%u\">",
                  (unsigned)++m->n_arcs, (unsigned)i, (unsigned)box);
    put_point(m, "start", middle(m, i));
    put_point(m, "end", end);
    pq_buf_text(m->out, "</arc>\n");
  }
}

/* An end that is a box, or the gate of one: all of its members. */
static bool stands_for(const pq_sbgn_map *m, uint32_t member, uint32_t node,
                       uint32_t box) {
  if (!pq_sbgn_class(node_at(m, member))) return false;
  return box ? node_at(m, member)->box == box : member == node;
}

static void put_from_operator(pq_sbgn_map *m, const link *one, uint32_t box,
                              uint32_t to_box) {
  const pq_sbgn_glyph g = place_operator(m, box);
  for (uint32_t k = 1; k < m->plan->nodes.n; ++k) {
    if (!stands_for(m, k, one->to, to_box)) continue;
    link l = *one;
    l.op = box;
    l.to = k;
    l.start = (pq_sbgn_spot){g.left + g.w, g.top + g.h / 2};
    if (to_box) l.end = middle(m, k);
    put_link(m, &l);
  }
}

/* From each of what is at the tail to each of what is at the head. */
static void put_links(pq_sbgn_map *m, const link *one, uint32_t from_box,
                      uint32_t to_box) {
  if (operator_of(m, from_box)) {
    put_from_operator(m, one, from_box, to_box);
    return;
  }
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    if (!stands_for(m, i, one->from, from_box)) continue;
    for (uint32_t k = 1; k < m->plan->nodes.n; ++k) {
      if (!stands_for(m, k, one->to, to_box)) continue;
      link l = *one;
      l.from = i;
      l.to = k;
      if (from_box) l.start = middle(m, i);
      if (to_box) l.end = middle(m, k);
      put_link(m, &l);
    }
  }
}

static uint32_t box_at(const pq_sbgn_map *m, const pq_sbgn_wire *w, bool tail) {
  for (uint32_t i = 0; i < m->plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &m->plan->arcs.at[i];
    if (tail && a->from == w->from && a->from_box &&
        (w->via == w->from ? a->to == w->to : true)) {
      return a->from_box;
    }
    if (!tail && a->from == w->via && a->to == w->to) return a->to_box;
  }
  return 0;
}

static bool is_chip(const pq_sbgn_map *m, uint32_t node) {
  return node_at(m, node)->kind == PQ_DRAW_CHIP;
}

static bool is_dispute(const pq_sbgn_map *m, const pq_sbgn_wire *w) {
  const pq_draw_kind from = node_at(m, w->from)->kind;
  const pq_draw_kind to = node_at(m, w->to)->kind;
  return from == PQ_DRAW_RIVAL || from == PQ_DRAW_OR || to == PQ_DRAW_RIVAL ||
         to == PQ_DRAW_OR;
}

/* A wire, and what comes to it over a chip at its tail. */
static void put_wire(pq_sbgn_map *m, const pq_sbgn_wire *w) {
  const pq_draw_arc *const a = arc_of(m, w);
  if (!a || is_dispute(m, w) || is_chip(m, w->to)) return;
  link l = {.from = w->from,
            .to = w->to,
            .start = w->start,
            .end = w->end,
            .class = arc_class(a, node_at(m, w->to))};
  const uint32_t to_box = box_at(m, w, false);
  if (!is_chip(m, w->from)) {
    put_links(m, &l, box_at(m, w, true), to_box);
    return;
  }
  l.over = w->from;
  for (uint32_t i = 0; i < m->wires.n; ++i) {
    const pq_sbgn_wire *const before = &m->wires.at[i];
    if (before->to != w->from) continue;
    l.from = before->from;
    l.start = before->start;
    put_links(m, &l, box_at(m, before, true), to_box);
  }
}

/* ---- the whole ---- */

/* What a note is about; of a chip without target its source; of a dispute what
 * it acts on. */
static uint32_t about(const pq_sbgn_map *m, uint32_t node) {
  const pq_draw_node *const n = node_at(m, node);
  if (n->anchor) return n->anchor;
  uint32_t source = 0;
  for (uint32_t i = 0; i < m->wires.n; ++i) {
    const pq_sbgn_wire *const w = &m->wires.at[i];
    if (w->from == node) return n->kind == PQ_DRAW_OR ? w->to : 0;
    if (w->to == node) source = w->from;
  }
  for (uint32_t i = 1; source && i < m->plan->nodes.n; ++i) {
    const bool same =
        i == source || (node_at(m, source)->box &&
                        node_at(m, i)->box == node_at(m, source)->box);
    if (same && pq_sbgn_class(node_at(m, i))) return i;
  }
  return 0;
}

static pq_view words_of_dispute(const pq_sbgn_map *m, uint32_t op) {
  for (uint32_t i = 0; i < m->wires.n; ++i) {
    const pq_draw_node *const from = node_at(m, m->wires.at[i].from);
    if (m->wires.at[i].to == op && from->box) {
      return m->plan->boxes.at[from->box].tooltip;
    }
  }
  return PQ_LIT("controversial");
}

static void put_others(const pq_sbgn_map *m) {
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    const pq_draw_node *const n = node_at(m, i);
    const bool chip = n->kind == PQ_DRAW_CHIP;
    if (!m->glyphs[i].seen ||
        (n->kind != PQ_DRAW_NOTE && !chip && n->kind != PQ_DRAW_CAPTION &&
         n->kind != PQ_DRAW_OR)) {
      continue;
    }
    const uint32_t target = about(m, i);
    if (!target || !pq_sbgn_class(node_at(m, target))) continue;
    pq_sbgn_put_annotation(
        m, i, n->kind == PQ_DRAW_OR ? words_of_dispute(m, i) : n->label,
        target);
  }
}

static void put_map(pq_sbgn_map *m) {
  pq_buf_text(m->out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<sbgn xmlns=\"http://sbgn.org/libsbgn/0.3\">\n"
              "  <map version=\"http://identifiers.org/combine.specifications/"
              "sbgn.pd.level-1.version-1.3\" id=\"map\">\n    ");
  pq_sbgn_notes(m->out,
                m->plan->title.len ? m->plan->title : m->plan->shown_id);
  pq_buf_char(m->out, '\n');
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    if (m->glyphs[i].seen && pq_sbgn_compartment(m, i) == i) {
      pq_sbgn_put_compartment(m, i);
    }
  }
  for (uint32_t i = 1; i < m->plan->nodes.n; ++i) {
    if (m->glyphs[i].seen && pq_sbgn_class(node_at(m, i))) {
      pq_sbgn_put_glyph(m, i);
    }
  }
  for (uint32_t i = 1; i < m->plan->boxes.n; ++i) {
    if (operator_of(m, i)) put_operator(m, i);
  }
  put_others(m);
  for (uint32_t i = 1; i < m->plan->boxes.n; ++i) {
    if (operator_of(m, i)) put_logic(m, i);
  }
  for (uint32_t i = 0; i < m->wires.n; ++i) {
    put_wire(m, &m->wires.at[i]);
  }
  pq_buf_text(m->out, "  </map>\n</sbgn>\n");
}

pq_status pq_sbgn_put(const pq_plan *plan, pq_arena *arena, pq_view places,
                      pq_buf *out) {
  pq_status st = PQ_OK;
  pq_sbgn_map m = {.plan = plan, .out = out};
  m.glyphs = pq_arena_take(arena, (plan->nodes.n + 1) * sizeof *m.glyphs);
  if (!m.glyphs) return arena->status;
  PQ_TRY(st, take_places(&m, arena, places));
  settle(&m);
  put_map(&m);
  return out->status;
}

pq_status pq_write_sbgn(const pq_graph *g, pq_easel *easel, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_plan plan;
  pq_buf dot;
  pq_buf places;
  PQ_TRY(st, pq_plan_map(g, &plan));
  pq_buf_init(&dot, out->alloc);
  pq_buf_init(&places, out->alloc);
  pq_dot_put(&plan, &dot);
  st = dot.status;
  if (!st) {
    st = pq_easel_draw(easel, pq_buf_view(&dot), PQ_LIT("place"), &places);
  }
  if (!st) st = pq_sbgn_put(&plan, g->arena, pq_buf_view(&places), out);
  pq_buf_clear(&dot);
  pq_buf_clear(&places);
  return st;
}
