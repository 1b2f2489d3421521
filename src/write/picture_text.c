#include "picture_scene.h"

/* Decimals by hand: printf listens to the locale. */
void pq_scene_put_length(pq_buf *out, double length) {
  const double limit = 1e9;
  double v = length < 0 ? -length : length;
  if (!(v < limit)) v = 0;
  const uint64_t hundredths = (uint64_t)(v * 100 + 0.5);
  if (length < 0 && hundredths) pq_buf_char(out, '-');
  pq_buf_number(out, hundredths / 100);
  if (hundredths % 100 == 0) return;
  pq_buf_char(out, '.');
  pq_buf_char(out, (char)('0' + hundredths / 10 % 10));
  if (hundredths % 10) pq_buf_char(out, (char)('0' + hundredths % 10));
}

/* What an object carries, and a comma before what follows. */
static void put_attrs(pq_buf *out, pq_view attrs) {
  pq_buf_put(out, attrs);
  if (attrs.len) pq_buf_text(out, ", ");
}

/* Inches need more than two decimals. */
static void put_inches(pq_buf *out, const char *name, double points) {
  const uint64_t millionths = (uint64_t)(points / 72 * 1e6 + 0.5);
  pq_buf_format(out, "%s=%u.%06u", name, (unsigned)(millionths / 1000000),
                (unsigned)(millionths % 1000000));
}

static void put_point(pq_buf *out, pq_scene_point p) {
  pq_scene_put_length(out, p.x);
  pq_buf_char(out, ',');
  pq_scene_put_length(out, p.y);
}

static void put_quoted(pq_buf *out, pq_view name) {
  pq_buf_char(out, '"');
  for (size_t i = 0; i < name.len; ++i) {
    if (name.ptr[i] == '"') pq_buf_char(out, '\\');
    pq_buf_char(out, name.ptr[i]);
  }
  pq_buf_char(out, '"');
}

/* ---- to be measured ---- */

static const char bare[] =
    "shape=plain, style=\"\", fontsize=10, width=0, height=0, margin=0";

static void put_defaults(const pq_scene *s, pq_buf *out) {
  pq_buf_text(out, "  node [");
  pq_buf_put(out, s->node_attrs);
  pq_buf_text(out, "];\n  edge [");
  pq_buf_put(out, s->edge_attrs);
  pq_buf_text(out, "];\n");
}

static void put_measured_node(const pq_scene *s, uint32_t i, pq_buf *out) {
  pq_buf_format(out, "  n%u [", (unsigned)i);
  pq_buf_put(out, s->nodes.at[i].attrs);
  pq_buf_text(out, "];\n");
}

void pq_scene_put_measure(const pq_scene *s, pq_buf *out) {
  pq_buf_text(out, "digraph m {\n  graph [");
  pq_buf_put(out, s->attrs);
  pq_buf_text(out, "];\n");
  put_defaults(s, out);
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    put_measured_node(s, i, out);
  }
  for (uint32_t i = 0; i < s->edges.n; ++i) {
    const pq_scene_edge *const e = &s->edges.at[i];
    if (!e->row) continue;
    pq_buf_format(out, "  n%u -> n%u:", (unsigned)e->from, (unsigned)e->to);
    pq_buf_put(out, e->to_port);
    pq_buf_format(out, " [comment=r%u];\n", (unsigned)i);
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    pq_buf_format(out, "  b%u [%s, ", (unsigned)i, bare);
    pq_buf_put(out, s->boxes.at[i].label);
    pq_buf_text(out, "];\n");
  }
  for (uint32_t i = 0; i < s->plates.n; ++i) {
    pq_buf_format(out, "  p%u [%s, ", (unsigned)i, bare);
    pq_buf_put(out, s->plates.at[i].label);
    pq_buf_text(out, "];\n");
  }
  pq_buf_text(out, "}\n");
}

/* ---- to be placed ---- */

static void put_port(pq_buf *out, pq_view port) {
  if (!port.len) return;
  pq_buf_char(out, ':');
  pq_buf_put(out, pq_view_skip(port, port.len - 1)); /* of "r0:w" the side */
}

static void put_placed_edge(const pq_scene_edge *e, pq_buf *out) {
  pq_buf_format(out, "  n%u", (unsigned)e->from);
  put_port(out, e->from_port);
  pq_buf_format(out, " -> n%u", (unsigned)e->to);
  put_port(out, e->to_port);
  pq_buf_format(out, " [weight=%u", (unsigned)e->weight);
  if (e->minlen) pq_buf_format(out, ", minlen=%u", (unsigned)e->minlen);
  pq_buf_text(out, e->hidden ? ", style=invis];\n" : "];\n");
}

static void put_columns(const pq_scene *s, pq_buf *out) {
  for (uint32_t column = 0; column < s->n_columns; ++column) {
    pq_buf_text(out, "  { rank=same;");
    for (uint32_t i = 1; i < s->nodes.n; ++i) {
      if (s->nodes.at[i].column == column) {
        pq_buf_format(out, " n%u;", (unsigned)i);
      }
    }
    pq_buf_text(out, " }\n");
  }
}

void pq_scene_put_place(const pq_scene *s, pq_buf *out) {
  pq_buf_text(out,
              "digraph p {\n  graph [rankdir=LR, newrank=true, nodesep=0.02, "
              "splines=line, ranksep=");
  pq_buf_put(out, s->ranksep.len ? s->ranksep : PQ_LIT("0.33"));
  pq_buf_text(out, "];\n  node [label=\"\", shape=box, "
                   "fixedsize=true, margin=0];\n  edge [arrowhead=none];\n");
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const n = &s->nodes.at[i];
    pq_buf_format(out, "  n%u [", (unsigned)i);
    put_inches(out, "width", n->reserve);
    put_inches(out, ", height", n->h);
    pq_buf_text(out, "];\n");
  }
  put_columns(s, out);
  for (uint32_t i = 0; i < s->edges.n; ++i) {
    put_placed_edge(&s->edges.at[i], out);
  }
  pq_buf_text(out, "}\n");
}

/* ---- to be drawn ---- */

static void put_box(const pq_scene *s, uint32_t index, pq_buf *out) {
  enum {
    INSET = 7,
    TOP = 4
  };
  const pq_scene_box *const box = &s->boxes.at[index];
  const pq_scene_point label = {box->rect.left + INSET + box->label_w / 2,
                                box->rect.top - TOP - box->label_h / 2};
  pq_buf_text(out, "  subgraph ");
  put_quoted(out, box->name);
  pq_buf_text(out, " {\n    graph [");
  put_attrs(out, box->attrs);
  pq_buf_put(out, box->label);
  pq_buf_text(out, ", bb=\"");
  put_point(out, (pq_scene_point){box->rect.left, box->rect.bottom});
  pq_buf_char(out, ',');
  put_point(out, (pq_scene_point){box->rect.right, box->rect.top});
  pq_buf_text(out, "\", lp=\"");
  put_point(out, label);
  pq_buf_text(out, "\"];\n   ");
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (s->nodes.at[i].box == index && !s->nodes.at[i].hidden) {
      pq_buf_format(out, " n%u;", (unsigned)i);
    }
  }
  pq_buf_text(out, "\n  }\n");
}

/* A card that is wider than it was measured: its right-hand cell grows. */
static void put_card(const pq_scene_node *n, pq_buf *out) {
  const pq_view cell = PQ_LIT("WIDTH=\"5\"");
  pq_view rest = n->attrs;
  while (rest.len && !pq_view_starts(rest, cell)) {
    const size_t at = 1 + pq_view_find(pq_view_skip(rest, 1), cell.ptr[0]);
    pq_buf_put(out, pq_view_head(rest, at));
    rest = pq_view_skip(rest, at);
  }
  if (!rest.len) return;
  pq_buf_format(out, "WIDTH=\"%u\"", (unsigned)(5.5 + n->more));
  pq_buf_put(out, pq_view_skip(rest, cell.len));
}

static void put_final_node(const pq_scene *s, uint32_t i, pq_buf *out) {
  const pq_scene_node *const n = &s->nodes.at[i];
  pq_buf_format(out, "  n%u [", (unsigned)i);
  if (n->card) {
    put_card(n, out);
    pq_buf_text(out, ", ");
  } else {
    put_attrs(out, n->attrs);
  }
  put_inches(out, "width", n->w - n->rim);
  pq_buf_text(out, ", pos=\"");
  put_point(out, n->at);
  pq_buf_text(out, "\"];\n");
}

static pq_view id_of(const pq_scene *s) {
  return s->name;
}

static void put_plate(const pq_scene *s, uint32_t i, pq_buf *out) {
  const pq_scene_plate *const p = &s->plates.at[i];
  pq_buf_format(out, "  p%u [%s, class=\"%s\", id=", (unsigned)i, bare,
                i == 0 ? "head" : "foot");
  pq_buf_char(out, '"');
  pq_buf_put(out, id_of(s));
  pq_buf_char(out, '-');
  pq_buf_put(out, p->name);
  pq_buf_text(out, "\", ");
  pq_buf_put(out, p->label);
  pq_buf_text(out, ", pos=\"");
  put_point(out, p->at);
  pq_buf_text(out, "\"];\n");
}

static void put_badge_words(pq_buf *out, const pq_scene_node *n, pq_view text) {
  const pq_view words = pq_view_skip(text, 1);
  pq_buf_text(out, "tooltip=\"");
  for (size_t i = 0; i < n->mods_name.len; ++i) {
    const char c = n->mods_name.ptr[i];
    if (c == '\\' && i + 1 < n->mods_name.len &&
        n->mods_name.ptr[i + 1] == 'n') {
      pq_buf_char(out, ' '); /* a line end of the label */
      ++i;
    } else {
      if (c == '"') pq_buf_char(out, '\\');
      pq_buf_char(out, c);
    }
  }
  pq_buf_text(out, text.ptr[0] == '@'   ? " in "
                   : text.ptr[0] == '-' ? " without modification at "
                                        : ": ");
  for (size_t i = 0; i < words.len; ++i) {
    if (words.ptr[i] == '"') pq_buf_char(out, '\\');
    pq_buf_char(out, words.ptr[i]);
  }
  pq_buf_char(out, '"');
}

static void put_badge(const pq_scene *s, uint32_t i, pq_buf *out) {
  const pq_scene_badge *const b = &s->badges.at[i];
  const pq_scene_node *const n = &s->nodes.at[b->node];
  const bool set = b->text.ptr[0] == '+';
  const bool place = b->text.ptr[0] == '@';
  pq_buf_format(out,
                "  m%u [shape=box, style=\"%sfilled\", fixedsize=true, "
                "height=0.2, margin=0, penwidth=1.1, peripheries=1, "
                "fontsize=9.5, class=\"mod%s\", ",
                (unsigned)i, place ? "" : "rounded,", set ? " on" : "");
  if (set) {
    pq_buf_text(out, "fillcolor=\"#FFE08A\", color=");
    put_quoted(out, n->color);
  } else {
    pq_buf_text(out, "fillcolor=\"#FFFFFF\", color=\"#7D8590\", "
                     "fontcolor=\"#57606A\"");
  }
  pq_buf_text(out, ", label=");
  put_quoted(out, pq_view_skip(b->text, 1));
  pq_buf_format(out, ", id=\"%.*s-b%u\", ", (int)n->id.len, n->id.ptr,
                (unsigned)i);
  put_badge_words(out, n, b->text);
  put_inches(out, ", width", b->w);
  pq_buf_text(out, ", pos=\"");
  put_point(out, b->at);
  pq_buf_text(out, "\"];\n");
}

/* An end that is drawn: a box lends its first member. */
static uint32_t seen_end(const pq_scene *s, uint32_t node) {
  const pq_scene_node *const n = &s->nodes.at[node];
  return n->hidden && n->box ? s->boxes.at[n->box].first : node;
}

static void put_arc(const pq_scene *s, uint32_t i, pq_buf *out) {
  const pq_scene_arc *const a = &s->arcs.at[i];
  const pq_scene_edge *const last = &s->edges.at[a->last];
  pq_buf_format(out, "  n%u -> n%u [", (unsigned)seen_end(s, a->way.at[0]),
                (unsigned)seen_end(s, a->way.at[a->way.n - 1]));
  put_attrs(out, last->attrs);
  pq_buf_text(out, "id=\"");
  pq_buf_put(out, id_of(s));
  pq_buf_format(out, "-arc-%u\", pos=\"", (unsigned)i + 1);
  if (last->head > 0) {
    pq_buf_text(out, "e,");
    put_point(out, a->tip);
  }
  for (uint32_t k = 0; k < a->curve.n; ++k) {
    if (k || last->head > 0) pq_buf_char(out, ' ');
    put_point(out, a->curve.at[k]);
  }
  pq_buf_text(out, "\"];\n");
}

void pq_scene_put_final(const pq_scene *s, uint32_t dpi, pq_buf *out) {
  pq_buf_text(out, "digraph ");
  put_quoted(out, s->name);
  pq_buf_text(out, " {\n  graph [");
  put_attrs(out, s->attrs);
  pq_buf_text(out, "outputorder=edgesfirst");
  if (dpi) pq_buf_format(out, ", dpi=%u", (unsigned)dpi);
  pq_buf_text(out, "];\n");
  put_defaults(s, out);
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    if (!s->nodes.at[i].hidden) put_final_node(s, i, out);
  }
  for (uint32_t i = 1; i < s->boxes.n; ++i) {
    put_box(s, i, out);
  }
  for (uint32_t i = 0; i < s->badges.n; ++i) {
    put_badge(s, i, out);
  }
  for (uint32_t i = 0; i < s->plates.n; ++i) {
    put_plate(s, i, out);
  }
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    put_arc(s, i, out);
  }
  pq_buf_text(out, "}\n");
}

/* ---- for who draws by other means ---- */

static void put_spot(pq_buf *out, pq_scene_point p) {
  pq_buf_char(out, ' ');
  pq_scene_put_length(out, p.x);
  pq_buf_char(out, ' ');
  pq_scene_put_length(out, p.y);
}

void pq_scene_put_places(const pq_scene *s, pq_buf *out) {
  for (uint32_t i = 1; i < s->nodes.n; ++i) {
    const pq_scene_node *const n = &s->nodes.at[i];
    if (n->hidden) continue;
    pq_buf_format(out, "n %u", (unsigned)i);
    put_spot(out, n->at);
    put_spot(out, (pq_scene_point){n->w, n->h});
    pq_buf_char(out, '\n');
  }
  for (uint32_t i = 0; i < s->arcs.n; ++i) {
    const pq_scene_arc *const a = &s->arcs.at[i];
    const uint32_t n = a->way.n;
    if (s->edges.at[a->last].note || !a->curve.n) continue;
    pq_buf_format(out, "a %u %u %u", (unsigned)a->way.at[0],
                  (unsigned)a->way.at[n - 1], (unsigned)a->way.at[n - 2]);
    put_spot(out, a->curve.at[0]);
    put_spot(out, a->tip);
    pq_buf_char(out, '\n');
  }
}

/* ---- what Graphviz found ---- */

static uint32_t index_of(const char *name) {
  uint32_t n = 0;
  for (const char *c = name + 1; pq_is_digit(*c); ++c) {
    n = n * 10 + (uint32_t)(*c - '0');
  }
  return n;
}

void pq_scene_take_size(pq_scene *s, const char *name, double w, double h) {
  const uint32_t i = index_of(name);
  if (name[0] == 'n' && i < s->nodes.n) {
    s->nodes.at[i].w = s->nodes.at[i].reserve = w;
    s->nodes.at[i].h = h;
  } else if (name[0] == 'b' && i < s->boxes.n) {
    s->boxes.at[i].label_w = w;
    s->boxes.at[i].label_h = h;
  } else if (name[0] == 'p' && i < s->plates.n) {
    s->plates.at[i].w = w;
    s->plates.at[i].h = h;
  }
}

void pq_scene_take_row(pq_scene *s, const char *name, double rise) {
  const uint32_t i = index_of(name);
  if (name[0] == 'r' && i < s->edges.n) s->edges.at[i].rise = rise;
}

void pq_scene_take_place(pq_scene *s, const char *name, pq_scene_point at) {
  const uint32_t i = index_of(name);
  if (name[0] == 'n' && i < s->nodes.n) s->nodes.at[i].at = at;
}
