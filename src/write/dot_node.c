#include "dot.h"
#include "out.h"

#include "base/utf8.h"

/* How each kind of node looks, beside the defaults (M1). */
static const struct {
  const char *word; /* class */
  const char *look;
} looks[] = {
    [PQ_DRAW_PROTEIN] = {"protein", ""},
    [PQ_DRAW_DISEASE] = {"protein disease",
                         ", color=\"#8C1D0A\", fillcolor=\"#FCEBE1\", "
                         "peripheries=2"},
    [PQ_DRAW_COMPLEX] = {"complex", ", shape=plain, style=\"\""},
    [PQ_DRAW_CHEMICAL] = {"chemical", ", fillcolor=\"#FFFFFF\", shape=ellipse, "
                                      "style=filled, fontsize=11, height=0.32"},
    [PQ_DRAW_PATHWAY] = {"pathway",
                         ", color=\"#00795A\", fillcolor=\"#E3F3ED\", "
                         "style=filled, fontsize=11, height=0.32"},
    [PQ_DRAW_GENE] = {"gene", ", color=\"#8A6D00\", fillcolor=\"#FFF8DC\", "
                              "style=filled, fontsize=11, height=0.32"},
    [PQ_DRAW_EFFECT] = {"phenotype",
                        ", color=\"#9C3D75\", fillcolor=\"#F8E9F1\", "
                        "shape=hexagon, style=filled, fixedsize=true"},
    [PQ_DRAW_OTHER] = {"other", ", color=\"#57606A\", fillcolor=\"#FFFFFF\", "
                                "fontsize=11, height=0.32"},
    [PQ_DRAW_PROCESS] = {"process",
                         ", shape=square, style=filled, color=\"#1B1F24\", "
                         "fillcolor=\"#FFFFFF\", fixedsize=true, "
                         "height=0.306, margin=0"},
    [PQ_DRAW_BINDING] = {"process",
                         ", shape=circle, style=filled, color=\"#1B1F24\", "
                         "fillcolor=\"#1B1F24\", fixedsize=true, width=0.2, "
                         "height=0.2, margin=0"},
    [PQ_DRAW_SINK] = {"sink", ", shape=circle, style=filled, "
                              "color=\"#1B1F24\", fillcolor=\"#FFFFFF\", "
                              "fontsize=16, width=0.34, fixedsize=true, "
                              "margin=0"},
    [PQ_DRAW_CHIP] = {"chip", ", color=\"#AFB8C1\", fillcolor=\"#FFFFFF\", "
                              "penwidth=0.8, fontsize=10, width=0, height=0, "
                              "margin=\"0.08,0.035\""},
    [PQ_DRAW_RIVAL] = {"disputed", ", style=\"rounded,filled,dashed\", "
                                   "color=\"#B35C00\", fillcolor=\"#FFFFFF\", "
                                   "fontsize=11, height=0.32, width=1.05"},
    [PQ_DRAW_OR] = {"disputed operator",
                    ", shape=circle, style=filled, color=\"#B35C00\", "
                    "fillcolor=\"#FFFFFF\", fontsize=10, width=0.3, "
                    "fixedsize=true, margin=0"},
    [PQ_DRAW_NOTE] = {"note", ", shape=note, style=filled, "
                              "color=\"#7D8590\", fillcolor=\"#F6F8FA\", "
                              "fontsize=10, width=0, height=0, "
                              "margin=\"0.12,0.05\""},
    [PQ_DRAW_CLAIM] = {"claim", ", shape=plain, style=\"\""},
    [PQ_DRAW_AND] = {"operator",
                     ", shape=circle, style=filled, color=\"#3A424A\", "
                     "fillcolor=\"#FFFFFF\", fontsize=9, width=0.4, "
                     "fixedsize=true, margin=0"},
    [PQ_DRAW_CAPTION] = {"caption",
                         ", shape=plaintext, style=\"\", fontsize=10, "
                         "fontcolor=\"#57606A\", width=0, height=0, "
                         "margin=\"0.02,0\""},
};

/* ---- sizes, in hundredths of an inch ---- */

typedef struct measure {
  uint32_t lines, longest;
} measure;

static measure measure_of(pq_view lines) {
  measure m = {0, 0};
  while (lines.ptr) {
    const size_t n = pq_utf8_count(pq_view_cut(&lines, '\n'));
    if (n > m.longest) m.longest = (uint32_t)n;
    ++m.lines;
  }
  return m;
}

typedef struct badges {
  bool upper, lower;
  uint32_t width; /* that upper ones, or lower ones, need */
} badges;

/* 0.075 in a letter and 0.18 a badge, 0.14 in all (M1). */
static badges badges_of(pq_view mods) {
  badges b = {false, false, 0};
  uint32_t thousandths[2] = {0, 0};
  while (mods.ptr && mods.len) {
    const pq_view badge = pq_view_cut(&mods, '|');
    if (!badge.len) continue;
    const bool lower = badge.ptr[0] == '@';
    const size_t letters = pq_utf8_count(badge) - 1;
    thousandths[lower] += (uint32_t)letters * 75 + 180;
    if (lower) b.lower = true;
    if (!lower) b.upper = true;
  }
  const uint32_t most =
      thousandths[0] > thousandths[1] ? thousandths[0] : thousandths[1];
  b.width = most ? (most + 140) / 10 : 0;
  return b;
}

/* ---- labels ---- */

static void put_name(pq_buf *out, const pq_draw_node *n, badges b,
                     const char *open, const char *close) {
  const bool low = n->kind != PQ_DRAW_PROTEIN && n->kind != PQ_DRAW_DISEASE;
  const char *const room = low ? "10" : "6"; /* points, beside a badge */
  pq_buf_text(out, "label=<");
  if (b.upper && !b.lower) {
    pq_buf_format(out, "<FONT POINT-SIZE=\"%s\">&#160;<BR/></FONT>", room);
  }
  pq_buf_text(out, open);
  pq_dot_html(out, n->label, "<BR/>");
  if (n->papers.len) pq_buf_text(out, "&#160;&#160;");
  pq_buf_text(out, close);
  if (n->papers.len) {
    pq_buf_text(out, "<FONT POINT-SIZE=\"10\">");
    pq_out_dot_html(out, n->papers);
    pq_buf_text(out, "</FONT>");
  }
  if (b.lower && !b.upper) {
    pq_buf_format(out, "<FONT POINT-SIZE=\"%s\"><BR/>&#160;</FONT>", room);
  }
  pq_buf_char(out, '>');
}

static void put_complex(pq_buf *out, const pq_draw_node *n, badges b) {
  pq_buf_text(out, "label=<<TABLE BORDER=\"1\" COLOR=\"#0072B2\" "
                   "BGCOLOR=\"#E6F1F8\" CELLBORDER=\"0\" CELLSPACING=\"4\" "
                   "CELLPADDING=\"0\">");
  if (b.upper) pq_buf_text(out, "<TR><TD HEIGHT=\"2\"></TD></TR>");
  for (uint32_t i = 0; i < n->n_members; ++i) {
    pq_buf_text(out, "<TR><TD BORDER=\"1\" STYLE=\"ROUNDED\" "
                     "COLOR=\"#0072B2\" BGCOLOR=\"#FFFFFF\" "
                     "CELLPADDING=\"3\"><FONT POINT-SIZE=\"11\"><B>");
    pq_dot_html(out, n->members[i], "<BR/>");
    pq_buf_text(out, "</B></FONT></TD></TR>");
  }
  if (n->papers.len) {
    pq_buf_text(out, "<TR><TD><FONT POINT-SIZE=\"10\">");
    pq_out_dot_html(out, n->papers);
    pq_buf_text(out, "</FONT></TD></TR>");
  }
  if (b.lower) pq_buf_text(out, "<TR><TD HEIGHT=\"2\"></TD></TR>");
  pq_buf_text(out, "</TABLE>>");
}

/* "via X ?" with X in bold. */
static void put_rival(pq_buf *out, const pq_draw_node *n) {
  const size_t tail = 2; /* " ?" */
  if (!n->strong.len || n->label.len < n->strong.len + tail) {
    pq_dot_words(out, "label", n->label);
    return;
  }
  const size_t head = n->label.len - n->strong.len - tail;
  pq_buf_text(out, "label=<");
  if (head) pq_out_dot_html(out, pq_view_head(n->label, head - 1));
  if (head) pq_buf_text(out, "&#160;");
  pq_buf_text(out, "<B>");
  pq_out_dot_html(out, n->strong);
  pq_buf_text(out, "&#160;</B>?>");
}

static void put_width(pq_buf *out, const char *name, uint32_t hundredths) {
  pq_buf_text(out, ", ");
  pq_buf_text(out, name);
  pq_buf_char(out, '=');
  pq_dot_decimal(out, hundredths);
}

static void put_protein(pq_buf *out, const pq_draw_node *n) {
  enum {
    WIDTH = 90,
    HEIGHT = 46,
    TALL = 50
  };
  const badges b = badges_of(n->mods);
  put_name(out, n, b, "<B>", "</B>");
  put_width(out, "width", b.width > WIDTH ? b.width : WIDTH);
  if (b.upper || b.lower) {
    put_width(out, "height", b.upper && b.lower ? TALL : HEIGHT);
  }
}

static void put_effect(pq_buf *out, const pq_draw_node *n) {
  const measure m = measure_of(n->label);
  const badges b = badges_of(n->mods);
  put_name(out, n, b, "<B>", "</B>");
  put_width(out, "width", 9 * m.longest + 50);
  put_width(out, "height", 26 + 19 * m.lines + (b.upper || b.lower ? 14 : 0));
}

/* A square is wide enough for the arcs that meet one of its sides. */
static void put_process(pq_buf *out, const pq_draw_node *n) {
  const uint32_t most = n->arcs[0] > n->arcs[1] ? n->arcs[0] : n->arcs[1];
  if (n->uncertain) pq_buf_text(out, "label=\"?\", ");
  if (most > 2) {
    pq_buf_text(out, "width=");
    pq_dot_decimal(out, most * 1100 / 72);
  } else {
    pq_buf_text(out, "width=0.306");
  }
}

/* Label and size. */
static void put_face(pq_buf *out, const pq_draw_node *n) {
  const badges b = badges_of(n->mods);
  switch (n->kind) {
  case PQ_DRAW_PROTEIN:
  case PQ_DRAW_DISEASE: put_protein(out, n); return;
  case PQ_DRAW_COMPLEX: put_complex(out, n, b); return;
  case PQ_DRAW_CLAIM: pq_dot_claim(out, n); return;
  case PQ_DRAW_EFFECT: put_effect(out, n); return;
  case PQ_DRAW_PROCESS: put_process(out, n); return;
  case PQ_DRAW_RIVAL: put_rival(out, n); return;
  case PQ_DRAW_BINDING: pq_buf_text(out, "label=\"\""); return;
  case PQ_DRAW_CHEMICAL:
  case PQ_DRAW_PATHWAY:
  case PQ_DRAW_GENE:
  case PQ_DRAW_OTHER:
    if (b.width || n->papers.len) {
      put_name(out, n, b, "", "");
      put_width(out, "width", b.width > 60 ? b.width : 60);
      return;
    }
    break;
  default: break;
  }
  pq_dot_words(out, "label", n->label);
}

static void put_scaffold(pq_buf *out, const pq_draw_node *n) {
  pq_buf_text(out, " [style=invis, shape=box, fixedsize=true, width=0.01, "
                   "height=");
  pq_dot_decimal(out, n->size ? (n->size * 100 + 36) / 72 : 1);
  pq_buf_text(out, "];\n");
}

/* A claim's card has the id of its claim. */
static void put_id(pq_buf *out, const pq_plan *plan, const pq_draw_node *n) {
  const pq_view head = PQ_LIT("say.");
  pq_view name = n->name;
  if (n->kind != PQ_DRAW_CLAIM || !pq_view_starts(name, head)) {
    pq_dot_id(out, plan, name);
    return;
  }
  pq_dot_id(out, plan, PQ_LIT("claim."));
  if (out->status || !out->len) return;
  --out->len; /* go on before the quote */
  pq_buf_put(out, pq_view_skip(name, head.len));
  pq_buf_char(out, '"');
}

/* Activities have corners, and little room. */
static const char *look_of(const pq_plan *plan, pq_draw_kind kind) {
  if (plan->view != PQ_PLAN_OVERVIEW) return looks[kind].look;
  if (kind == PQ_DRAW_CHIP) {
    return ", style=\"rounded,filled\", color=\"#AFB8C1\", "
           "fillcolor=\"#FFFFFF\", penwidth=0.8, fontsize=10, width=0, "
           "height=0, margin=\"0.06,0.03\"";
  }
  if (kind == PQ_DRAW_RIVAL) {
    return ", style=\"filled,dashed\", color=\"#B35C00\", "
           "fillcolor=\"#FFFFFF\", fontsize=11, height=0.32, width=1.05";
  }
  return looks[kind].look;
}

void pq_dot_node(pq_buf *out, const pq_plan *plan, uint32_t node) {
  const pq_draw_node *const n = &plan->nodes.at[node];
  pq_out_dot(out, n->name);
  if (pq_draw_is_scaffold(n->kind)) {
    put_scaffold(out, n);
    return;
  }
  pq_buf_text(out, " [");
  put_id(out, plan, n);
  pq_buf_text(out, ", ");
  pq_dot_class(out, pq_view_of(looks[n->kind].word), n->says);
  pq_buf_text(out, ", ");
  put_face(out, n);
  pq_buf_text(out, look_of(plan, n->kind));
  if (n->mods.len) {
    pq_buf_text(out, ", ");
    pq_dot_words(out, "pq_mods", n->mods);
    pq_buf_text(out, ", ");
    pq_dot_words(out, "pq_name", n->label);
  }
  if (n->url.len) {
    pq_buf_text(out, ", ");
    pq_dot_words(out, "URL", n->url);
  }
  pq_buf_text(out, ", ");
  pq_dot_words(out, "tooltip", n->tooltip);
  pq_buf_text(out, "];\n");
}
