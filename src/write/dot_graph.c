#include "dot.h"
#include "out.h"
#include "write.h"

#include "base/alloc.h"

#include <stdlib.h>

/* As much of a text as Graphviz reads: quoted words of 16,384 bytes, escapes
 * included, are a syntax error to it, and none of the drawing is seen. */
static pq_view readable(pq_view text) {
  enum {
    MOST = 16000
  };
  size_t n = 0;
  for (size_t i = 0; i < text.len; ++i) {
    const char c = text.ptr[i];
    const bool escaped = c == '"' || c == '\\' || c == '\n';
    n += c == '&' ? sizeof "&amp;" - 1 : 1 + (size_t)escaped;
    if (n <= MOST) continue;
    while (i > 0 && ((unsigned char)text.ptr[i] & 0xC0U) == 0x80) {
      --i;
    }
    return pq_view_head(text, i);
  }
  return text;
}

void pq_dot_words(pq_buf *out, const char *name, pq_view value) {
  const pq_view words = readable(value);
  pq_buf_text(out, name);
  pq_buf_char(out, '=');
  pq_out_dot_words(out, words, 'n');
  if (words.len == value.len || out->status) return;
  --out->len; /* before the quote that ends them */
  pq_buf_text(out, " …\"");
}

void pq_dot_slug(pq_buf *out, pq_view name) {
  bool dash = false;
  for (size_t i = 0; i < name.len; ++i) {
    const char c = name.ptr[i];
    const bool fits = pq_is_alpha(c) || pq_is_digit(c);
    if (fits) pq_buf_char(out, c);
    if (!fits && !dash) pq_buf_char(out, '-');
    dash = !fits;
  }
}

void pq_dot_id(pq_buf *out, const pq_plan *plan, pq_view name) {
  pq_buf_text(out, "id=\"");
  pq_buf_put(out, plan->id);
  pq_buf_char(out, '-');
  pq_dot_slug(out, name);
  pq_buf_char(out, '"');
}

void pq_dot_class(pq_buf *out, pq_view kind, pq_view says) {
  pq_buf_text(out, "class=\"");
  pq_buf_put(out, kind);
  if (kind.len && says.len) pq_buf_char(out, ' ');
  pq_buf_put(out, says);
  pq_buf_char(out, '"');
}

void pq_dot_decimal(pq_buf *out, uint32_t hundredths) {
  pq_buf_number(out, hundredths / 100);
  if (hundredths % 100 == 0) return;
  pq_buf_char(out, '.');
  pq_buf_char(out, (char)('0' + hundredths / 10 % 10));
  if (hundredths % 10) pq_buf_char(out, (char)('0' + hundredths % 10));
}

void pq_dot_html(pq_buf *out, pq_view lines, const char *between) {
  bool first = true;
  while (lines.ptr) {
    if (!first) pq_buf_text(out, between);
    first = false;
    pq_out_dot_html(out, pq_view_cut(&lines, '\n'));
  }
}

/* ---- boxes ---- */

static void put_box_label(pq_buf *out, const pq_draw_box *box) {
  if (box->strong.len) {
    pq_buf_text(out, "label=<<B>");
    pq_out_dot_html(out, box->strong);
    pq_buf_text(out, "</B><BR ALIGN=\"LEFT\"/>");
    pq_dot_html(out, box->label, "<BR ALIGN=\"LEFT\"/>");
    pq_buf_text(out, "<BR ALIGN=\"LEFT\"/>>");
    return;
  }
  pq_buf_text(out, "label=");
  pq_out_dot_words(out, box->label, 'l');
  if (box->lines > 1 && out->len && !out->status) {
    --out->len; /* a last line end, before the quote */
    pq_buf_text(out, "\\l\"");
  }
}

static void begin_box(pq_buf *out, const pq_plan *plan,
                      const pq_draw_box *box) {
  static const char grey[] =
      "style=rounded, pencolor=\"#7D8590\", penwidth=1, fillcolor=none, "
      "bgcolor=none, fontcolor=\"#57606A\"";
  static const char brown[] =
      "style=\"rounded,filled,dashed\", pencolor=\"#B35C00\", penwidth=1.3, "
      "fillcolor=\"#FFF9EE\", bgcolor=none, fontcolor=\"#8A4700\"";
  pq_view name = box->name;
  pq_buf_text(out, "  subgraph \"cluster.");
  for (size_t i = 0; i < name.len; ++i) {
    const char c = name.ptr[i];
    if (c == '"' || c == '\\') pq_buf_char(out, '\\');
    pq_buf_char(out, c);
  }
  pq_buf_text(out, "\" {\n    graph [");
  pq_dot_id(out, plan, name);
  pq_buf_text(out, ", ");
  if (box->says.len) {
    pq_dot_class(out, (pq_view){"", 0}, box->says);
    pq_buf_text(out, ", ");
  }
  pq_buf_text(out, box->kind == PQ_BOX_RIVAL ? brown : grey);
  pq_buf_text(out, ", fontsize=10, margin=8, labelloc=t, labeljust=l, ");
  put_box_label(out, box);
  pq_buf_text(out, ", ");
  pq_dot_words(out, "tooltip", box->tooltip);
  pq_buf_text(out, "];\n");
}

/* ---- columns ---- */

static const pq_draw_node *node_at(const pq_plan *plan, uint32_t node) {
  return &plan->nodes.at[node];
}

static void put_nodes(pq_buf *out, const pq_plan *plan, uint32_t begin,
                      uint32_t end) {
  uint32_t box = 0;
  for (uint32_t i = begin; i < end; ++i) {
    const uint32_t node = plan->columns.at[i];
    const uint32_t here = node_at(plan, node)->box;
    if (box && here != box) pq_buf_text(out, "  }\n");
    if (here && here != box) begin_box(out, plan, &plan->boxes.at[here]);
    box = here;
    pq_buf_text(out, box ? "    " : "  ");
    pq_dot_node(out, plan, node);
  }
  if (box) pq_buf_text(out, "  }\n");
}

static void put_rank(pq_buf *out, const pq_plan *plan, uint32_t begin,
                     uint32_t end) {
  pq_buf_text(out, "  { rank=same;");
  for (uint32_t i = begin; i < end; ++i) {
    pq_buf_char(out, ' ');
    pq_out_dot(out, node_at(plan, plan->columns.at[i])->name);
    pq_buf_char(out, ';');
  }
  pq_buf_text(out, " }\n");
}

static void put_pair(pq_buf *out, const pq_plan *plan, const pq_draw_order *o) {
  pq_buf_text(out, "  ");
  pq_out_dot(out, node_at(plan, o->from)->name);
  pq_buf_text(out, " -> ");
  pq_out_dot(out, node_at(plan, o->to)->name);
}

static void put_order(pq_buf *out, const pq_plan *plan,
                      const pq_draw_order *o) {
  put_pair(out, plan, o);
  pq_buf_text(out, o->note ? " [arrowhead=none, penwidth=0.8, "
                             "color=\"#7D8590\", "
                           : " [style=invis, ");
  pq_buf_format(out, "minlen=%u, weight=%u];\n", (unsigned)o->steps,
                (unsigned)o->weight);
}

static void put_column(pq_buf *out, const pq_plan *plan, uint32_t column) {
  const uint32_t begin = plan->column_starts.at[column];
  const uint32_t end = plan->column_starts.at[column + 1];
  pq_buf_format(out, "\n  // column %u%s\n", (unsigned)column,
                column ? ""
                       : ", top to bottom; minlen of an invisible arc is a gap "
                         "in steps of nodesep");
  put_nodes(out, plan, begin, end);
  put_rank(out, plan, begin, end);
  for (uint32_t i = 0; i < plan->orders.n; ++i) {
    const uint32_t place = node_at(plan, plan->orders.at[i].from)->place;
    if (place >= begin && place < end) {
      put_order(out, plan, &plan->orders.at[i]);
    }
  }
}

/* ---- arcs ---- */

static const char *const heads[] = {"none", "normal",   "odot",      "onormal",
                                    "tee",  "odiamond", "onormaltee"};

static void put_border(pq_buf *out, const char *name, const pq_plan *plan,
                       uint32_t box) {
  if (!box) return;
  const pq_view label = plan->boxes.at[box].name;
  pq_buf_text(out, ", ");
  pq_buf_text(out, name);
  pq_buf_text(out, "=\"cluster.");
  for (size_t i = 0; i < label.len; ++i) {
    if (label.ptr[i] == '"' || label.ptr[i] == '\\') pq_buf_char(out, '\\');
    pq_buf_char(out, label.ptr[i]);
  }
  pq_buf_char(out, '"');
}

/* An arc of a process draws what the process does. */
static void put_class(pq_buf *out, const pq_plan *plan, const pq_draw_arc *a) {
  const pq_draw_node *const from = node_at(plan, a->from);
  const pq_view says = a->link          ? a->says
                       : from->says.len ? from->says
                                        : node_at(plan, a->to)->says;
  if (!says.len) return;
  pq_buf_text(out, ", ");
  pq_dot_class(out, (pq_view){"", 0}, says);
}

static const char *const lines[] = {"", ", style=dashed",
                                    ", style=dashed, color=\"#B35C00\"",
                                    ", style=dotted, color=\"#57606A\""};

/* 1.2 + 0.42 log2(1 + n) points, at most 2.6; in tenths (M8). */
static void put_width(pq_buf *out, const pq_draw_arc *a) {
  static const uint32_t tenths[] = {12, 16, 19, 20, 22, 23, 24, 25, 25, 26};
  enum {
    N = sizeof tenths / sizeof tenths[0],
    MANY = 5
  };
  pq_buf_text(out, ", penwidth=");
  pq_dot_decimal(out, 10 * tenths[a->n < N ? a->n : N - 1]);
  if (a->n >= MANY && a->head != PQ_HEAD_NONE) {
    pq_buf_text(out, ", arrowsize=1");
  }
}

void pq_dot_arc_look(pq_buf *out, const pq_draw_arc *a, bool width) {
  if (width) put_width(out, a);
  if (a->head != PQ_HEAD_PRODUCTION) {
    pq_buf_format(out, ", arrowhead=%s", heads[a->head]);
  }
  pq_buf_text(out, lines[a->line]);
}

static void put_arc(pq_buf *out, const pq_plan *plan, const pq_draw_arc *a) {
  pq_buf_text(out, "  ");
  pq_out_dot(out, node_at(plan, a->from)->name);
  pq_buf_text(out, ":e -> ");
  pq_out_dot(out, node_at(plan, a->to)->name);
  if (a->port) pq_buf_format(out, ":r%u", (unsigned)a->port - 1);
  if (a->to_side) pq_buf_format(out, ":%c", a->to_side);
  pq_buf_format(out, " [weight=%u", (unsigned)a->weight);
  pq_dot_arc_look(out, a, plan->view != PQ_PLAN_CARD);
  put_class(out, plan, a);
  put_border(out, "ltail", plan, a->from_box);
  put_border(out, "lhead", plan, a->to_box);
  pq_buf_text(out, "];\n");
}

/* Arcs by place: their order in the file is no accident of the text's. */
typedef struct placed_arc {
  uint32_t from, to, index;
} placed_arc;

static int by_place(const void *one, const void *two) {
  const placed_arc *const a = one;
  const placed_arc *const b = two;
  if (a->from != b->from) return a->from < b->from ? -1 : 1;
  if (a->to != b->to) return a->to < b->to ? -1 : 1;
  return (a->index > b->index) - (a->index < b->index);
}

static void put_placed(pq_buf *out, const pq_plan *plan) {
  placed_arc *const all = pq_calloc(out->alloc, plan->arcs.n * sizeof *all);
  if (!all) {
    out->status = PQ_NO_MEM;
    return;
  }
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    const pq_draw_arc *const a = &plan->arcs.at[i];
    all[i] = (placed_arc){node_at(plan, a->from)->place,
                          node_at(plan, a->to)->place, i};
  }
  qsort(all, plan->arcs.n, sizeof *all, by_place);
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    put_arc(out, plan, &plan->arcs.at[all[i].index]);
  }
  pq_free(out->alloc, all);
}

static void put_arcs(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "\n  // arcs\n");
  put_placed(out, plan);
  if (!plan->centers.n) return;
  pq_buf_text(out, "\n  // invisible arcs that centre a node on its fan\n");
  for (uint32_t i = 0; i < plan->centers.n; ++i) {
    put_pair(out, plan, &plan->centers.at[i]);
    pq_buf_format(out, " [style=invis, weight=%u];\n",
                  (unsigned)plan->centers.at[i].weight);
  }
}

/* ---- the whole ---- */

static void put_head(pq_buf *out, const pq_plan *plan) {
  static const char *const gaps[] = {"0.33", "0.37", "0.4"};
  pq_buf_text(out, "digraph ");
  pq_out_dot(out, plan->id);
  pq_buf_text(out, " {\n  graph [id=");
  pq_out_dot(out, plan->id);
  pq_buf_text(
      out,
      ", rankdir=LR, newrank=true, compound=true, bgcolor=white, pad=0.15, "
      "nodesep=0.02, ranksep=");
  pq_buf_text(out, gaps[plan->view]);
  pq_buf_text(
      out, ", splines=spline, outputorder=edgesfirst, "
           "charset=\"UTF-8\", fontname=\"Helvetica,Arial,sans-serif\", "
           "fontsize=10, fontcolor=\"#1B1F24\", labelloc=t, labeljust=l];\n");
  pq_dot_plates(out, plan);
  pq_buf_text(out,
              "  node [label=\"\", fontname=\"Helvetica,Arial,sans-serif\", "
              "fontsize=12, fontcolor=\"#1B1F24\", shape=box, ");
  pq_buf_text(out, plan->view == PQ_PLAN_OVERVIEW
                       ? "style=filled, "
                       : "style=\"rounded,filled\", ");
  pq_buf_text(
      out,
      "penwidth=1.4, color=\"#0072B2\", "
      "fillcolor=\"#E6F1F8\", margin=\"0.1,0.05\", width=0.6, height=0.36, "
      "target=_blank];\n"
      "  edge [fontname=\"Helvetica,Arial,sans-serif\", color=\"#3A424A\", "
      "penwidth=1.4, arrowsize=0.8, weight=4];\n");
}

void pq_dot_put(const pq_plan *plan, pq_buf *out) {
  put_head(out, plan);
  for (uint32_t i = 0; i + 1 < plan->column_starts.n; ++i) {
    put_column(out, plan, i);
  }
  if (plan->arcs.n) put_arcs(out, plan);
  pq_buf_text(out, "}\n");
}

pq_status pq_write_dot(const pq_graph *g, pq_buf *out) {
  return pq_write_view(g, PQ_PLAN_CARD, out);
}

pq_status pq_write_view(const pq_graph *g, pq_plan_view view, pq_buf *out) {
  pq_status st = PQ_OK;
  pq_plan plan;
  PQ_TRY(st, pq_plan_fill(g, view, &plan));
  pq_dot_put(&plan, out);
  return out->status;
}

pq_status pq_write_overview(const pq_graph *g, const pq_overview *options,
                            pq_buf *out) {
  pq_status st = PQ_OK;
  pq_plan plan;
  PQ_TRY(st, pq_plan_overview(g, options, &plan));
  if (plan.flow) {
    pq_dot_flow(&plan, out);
  } else {
    pq_dot_put(&plan, out);
  }
  return out->status;
}
