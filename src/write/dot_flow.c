/* A flow as DOT: nodes and arcs, and no place for them. */
#include "dot.h"
#include "out.h"

static const char mark[] = "pq_flow=true";

bool pq_dot_is_flow(pq_view dot) {
  enum {
    HEAD = 400
  };
  const pq_view head = pq_view_head(dot, dot.len < HEAD ? dot.len : HEAD);
  for (size_t i = 0; i + sizeof mark <= head.len; ++i) {
    if (memcmp(head.ptr + i, mark, sizeof mark - 1) == 0) return true;
  }
  return false;
}

static void put_arc(pq_buf *out, const pq_plan *plan, uint32_t i) {
  const pq_draw_arc *const a = &plan->arcs.at[i];
  pq_buf_text(out, "  ");
  pq_out_dot(out, plan->nodes.at[a->from].name);
  pq_buf_text(out, " -> ");
  pq_out_dot(out, plan->nodes.at[a->to].name);
  pq_buf_text(out, " [id=\"");
  pq_buf_put(out, plan->id);
  pq_buf_format(out, "-arc-%u\", ", (unsigned)i + 1);
  pq_dot_words(out, "tooltip", a->tooltip);
  pq_buf_text(out, ", ");
  pq_dot_class(out, (pq_view){"", 0}, a->says);
  pq_dot_arc_look(out, a, true);
  pq_buf_text(out, "];\n");
}

void pq_dot_flow(const pq_plan *plan, pq_buf *out) {
  pq_buf_text(out, "digraph ");
  pq_out_dot(out, plan->id);
  pq_buf_text(out, " {\n  graph [id=");
  pq_out_dot(out, plan->id);
  pq_buf_format(
      out,
      ", %s, rankdir=LR, bgcolor=white, pad=0.15, nodesep=0.12, ranksep=0.6, "
      "splines=%s, overlap=prism, outputorder=edgesfirst, charset=\"UTF-8\", "
      "fontname=\"Helvetica,Arial,sans-serif\", fontsize=10, "
      "fontcolor=\"#1B1F24\", labelloc=t, labeljust=l];\n",
      mark, plan->nodes.n > 300 ? "line" : "spline");
  pq_dot_flow_plate(out, plan);
  pq_buf_text(
      out,
      "  node [label=\"\", fontname=\"Helvetica,Arial,sans-serif\", "
      "fontsize=12, fontcolor=\"#1B1F24\", shape=box, style=filled, "
      "penwidth=1.4, color=\"#0072B2\", fillcolor=\"#E6F1F8\", "
      "margin=\"0.1,0.05\", width=0.6, height=0.36, target=_blank];\n"
      "  edge [fontname=\"Helvetica,Arial,sans-serif\", color=\"#3A424A\", "
      "penwidth=1.4, arrowsize=0.8];\n\n");
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    pq_buf_text(out, "  ");
    pq_dot_node(out, plan, i);
  }
  pq_buf_char(out, '\n');
  for (uint32_t i = 0; i < plan->arcs.n; ++i) {
    put_arc(out, plan, i);
  }
  pq_buf_text(out, "}\n");
}
