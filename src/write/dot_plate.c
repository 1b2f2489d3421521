#include "dot.h"
#include "out.h"

#include "base/utf8.h"

enum {
  PLATE_BYTES = 12 * 1024, /* Graphviz takes 16,384 characters */
  WORKS_A_PLATE = 30,
  WORKS_A_ROW = 5,
  TITLE_BREAK = 62, /* letters */
  KEY_BREAK = 104
};

#define TABLE \
  "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
#define DARK "<FONT POINT-SIZE=\"10\" COLOR=\"#24292F\">"

/* ---- title ---- */

static void put_title(pq_buf *out, pq_view title) {
  size_t used = 0;
  pq_view rest = title;
  while (rest.ptr) {
    const pq_view word = pq_view_cut(&rest, ' ');
    const size_t letters = pq_utf8_count(word);
    if (used && used + 1 + letters > TITLE_BREAK) {
      pq_buf_text(out, "<BR ALIGN=\"LEFT\"/>");
      used = 0;
    } else if (used) {
      pq_buf_char(out, ' ');
      ++used;
    }
    pq_out_dot_html(out, word);
    used += letters;
  }
  pq_buf_text(out, "<BR ALIGN=\"LEFT\"/>");
}

/* Cut at a code point. */
static pq_view cut(pq_view text, size_t most) {
  size_t n = text.len < most ? text.len : most;
  while (n < text.len && n && ((unsigned char)text.ptr[n] & 0xC0U) == 0x80) {
    --n;
  }
  return pq_view_head(text, n);
}

static void put_subtitle(pq_buf *out, const pq_plan *plan) {
  static const char *const names[] = {"reaction card", "evidence view",
                                      "activity flow"};
  pq_buf_text(out, "<FONT POINT-SIZE=\"10\" COLOR=\"#57606A\">");
  if (plan->shown_id.len) {
    pq_out_dot_html(out, cut(plan->shown_id, 200));
    pq_buf_text(out, "&#160; · &#160;");
  }
  if (plan->species.len) {
    pq_buf_text(out, "<I>");
    pq_out_dot_html(out, cut(plan->species, 200));
    pq_buf_text(out, "&#160;&#160;</I>· &#160;");
  }
  pq_buf_text(out, names[plan->view]);
  if (plan->about.len) {
    pq_buf_text(out, "&#160; · &#160;");
    pq_out_dot_html(out, plan->about);
  }
  if (plan->empty) {
    pq_buf_text(out, plan->more.len ? "&#160; · &#160;nothing to draw"
                                    : "&#160; · &#160;no claims found");
  }
  pq_buf_text(out, "</FONT>");
}

static void put_head_plate(pq_buf *out, const pq_plan *plan) {
  const pq_view title =
      plan->title.len ? cut(plan->title, 1000) : plan->shown_id;
  pq_buf_text(out, "  graph [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                   "CELLSPACING=\"0\" CELLPADDING=\"1\"><TR>"
                   "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">"
                   "<FONT POINT-SIZE=\"16\"><B>");
  put_title(out, title.len ? title : PQ_LIT("Untitled record"));
  pq_buf_text(out, "</B></FONT></TD></TR><TR><TD ALIGN=\"LEFT\"");
  if (plan->link.len) {
    pq_buf_text(out, " HREF=\"");
    pq_out_dot_html(out, plan->link);
    pq_buf_text(out, "\" TITLE=\"open ");
    pq_out_dot_html(out, plan->shown_id);
    pq_buf_text(out, " in Reactome\" TARGET=\"_blank\"");
  }
  pq_buf_char(out, '>');
  put_subtitle(out, plan);
  pq_buf_text(out, "</TD></TR></TABLE>>];\n");
}

/* ---- plates below ---- */

/* The first cell of a row: the plate's name, or nothing. */
static void begin_row(pq_buf *out, const pq_plan *plan, const char *name) {
  pq_buf_format(out, "<TR><TD ALIGN=\"LEFT\" WIDTH=\"%u\" HEIGHT=\"15\">",
                plan->more.len ? 62U : 38U);
  if (name) {
    pq_buf_text(out, DARK "<B>");
    pq_buf_text(out, name);
    pq_buf_text(out, "</B></FONT>");
  }
  pq_buf_text(out, "</TD>");
}

static void put_sign(pq_buf *out, const pq_draw_sign *sign, bool last) {
  pq_buf_format(out, "<FONT COLOR=\"%s\">%s&#160;</FONT>%s%s",
                sign->disputed ? "#8A4700" : "#24292F", sign->sign, sign->word,
                last ? "" : "&#160;&#160;&#160; ");
}

static void begin_line(pq_buf *out, const pq_plan *plan, const char *name) {
  pq_buf_text(out, "\n    ");
  begin_row(out, plan, name);
  pq_buf_text(out, "<TD ALIGN=\"LEFT\">" DARK);
}

static void put_signs(pq_buf *out, const pq_plan *plan) {
  size_t used = 0;
  begin_line(out, plan, "Key");
  for (uint32_t i = 0; i < plan->signs.n; ++i) {
    const pq_draw_sign *const sign = &plan->signs.at[i];
    const bool more = i + 1 < plan->signs.n;
    used += 8 + strlen(sign->word);
    const bool full =
        more && used + 8 + strlen(plan->signs.at[i + 1].word) > KEY_BREAK;
    put_sign(out, sign, !more || full);
    if (!full) continue;
    pq_buf_text(out, "</FONT></TD></TR>");
    begin_line(out, plan, NULL);
    used = 0;
  }
  pq_buf_text(out, "</FONT></TD></TR>");
}

static void put_key(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "  graph [pq_key=<" TABLE);
  put_signs(out, plan);
  pq_buf_text(out, "</TABLE>>];\n");
}

/* ---- the same of the other views ---- */

static void put_claim_key(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "  graph [pq_key=<" TABLE);
  begin_line(out, plan, "Key");
  pq_buf_text(out, "one card per claim: bar, border and word give its "
                   "certainty&#160;&#160;&#160;&#160;<I>italic</I>: review"
                   "&#160;&#160;&#160;&#160;line width grows with citations"
                   "</FONT></TD></TR></TABLE>>];\n");
}

static bool has_kind(const pq_plan *plan, pq_draw_kind kind) {
  for (uint32_t i = 1; i < plan->nodes.n; ++i) {
    if (plan->nodes.at[i].kind == kind) return true;
  }
  return false;
}

static void put_kinds(pq_buf *out, const pq_plan *plan) {
  static const struct {
    pq_draw_kind kind;
    const char *color, *word;
  } kinds[] = {{PQ_DRAW_PROTEIN, "#0072B2", "protein"},
               {PQ_DRAW_DISEASE, "#8C1D0A", "disease protein"},
               {PQ_DRAW_PATHWAY, "#00795A", "pathway"},
               {PQ_DRAW_GENE, "#8A6D00", "genes"},
               {PQ_DRAW_EFFECT, "#9C3D75", "phenotype"}};
  for (size_t i = 0, n = 0; i < sizeof kinds / sizeof kinds[0]; ++i) {
    if (!has_kind(plan, kinds[i].kind)) continue;
    pq_buf_format(out, "%s<FONT COLOR=\"%s\">■&#160;</FONT>%s",
                  n++ ? "&#160;&#160;&#160; " : "", kinds[i].color,
                  kinds[i].word);
  }
}

static void put_overview_rows(pq_buf *out, const pq_plan *plan) {
  put_signs(out, plan);
  begin_line(out, plan, NULL);
  put_kinds(out, plan);
  pq_buf_text(out, "</FONT></TD></TR>");
  begin_line(out, plan, NULL);
  pq_buf_text(out, plan->flow
                       ? "line width grows with citations; dashed: hedged or "
                         "disputed"
                       : "n = citations; line width grows with n; no n: none "
                         "given");
  pq_buf_text(out, "</FONT></TD></TR>");
}

static void put_overview_key(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "  graph [pq_key=<" TABLE);
  put_overview_rows(out, plan);
  pq_buf_text(out, "</TABLE>>];\n");
}

static void put_view_key(pq_buf *out, const pq_plan *plan) {
  if (plan->empty) return;
  switch (plan->view) {
  case PQ_PLAN_EVIDENCE: put_claim_key(out, plan); return;
  case PQ_PLAN_OVERVIEW: put_overview_key(out, plan); return;
  default:
    if (plan->signs.n) put_key(out, plan);
  }
}

static void put_work(pq_buf *out, const pq_draw_work *work, uint32_t number) {
  pq_buf_text(out, "\n      <TD ALIGN=\"LEFT\" HREF=\"");
  pq_out_dot_html(out, work->url);
  pq_buf_text(out, "\" TITLE=\"");
  pq_out_dot_html(out, work->tooltip);
  pq_buf_text(out, "\" TARGET=\"_blank\">" DARK);
  pq_buf_number(out, number);
  pq_buf_text(out, "&#160;</FONT><FONT POINT-SIZE=\"10\" COLOR=\"#00568A\">");
  pq_out_dot_html(out, work->label);
  pq_buf_text(out, "&#160;&#160;&#160;&#160;</FONT></TD>");
}

/* Works from `from` on, as many as a plate takes; returns the next. */
static uint32_t put_cited(pq_buf *out, const pq_plan *plan, uint32_t from,
                          uint32_t plate) {
  const size_t begin = out->len;
  uint32_t i = from;
  pq_buf_text(out, "  graph [pq_cited");
  if (plate) pq_buf_number(out, plate + 1);
  pq_buf_text(out, "=<" TABLE);
  while (i < plan->works.n && i < from + WORKS_A_PLATE) {
    pq_buf_text(out, "\n    ");
    begin_row(out, plan, i ? NULL : "Cited");
    for (uint32_t k = 0; k < WORKS_A_ROW && i < plan->works.n; ++k, ++i) {
      put_work(out, &plan->works.at[i], i + 1);
    }
    pq_buf_text(out, "</TR>");
    if (out->len - begin > PLATE_BYTES - PLATE_BYTES / 4) break;
  }
  pq_buf_text(out, "</TABLE>>];\n");
  return i;
}

static void put_more(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "  graph [pq_more=<" TABLE);
  begin_row(out, plan, "Not drawn");
  pq_buf_text(out, "<TD ALIGN=\"LEFT\">" DARK);
  pq_out_dot_html(out, cut(plan->more, 1000));
  pq_buf_text(out, "</FONT></TD></TR></TABLE>>];\n");
}

static void put_tooltip(pq_buf *out, const pq_plan *plan) {
  pq_buf_text(out, "  graph [tooltip=");
  const size_t from = out->len;
  pq_out_dot_words(out, cut(plan->title, 1000), 'n');
  if (plan->shown_id.len && !out->status && out->len > from) {
    --out->len; /* go on before the quote */
    if (plan->title.len) pq_buf_text(out, " (");
    const size_t id = out->len;
    pq_out_dot_words(out, cut(plan->shown_id, 200), 'n');
    if (out->status) return;
    memmove(out->ptr + id, out->ptr + id + 1, out->len - id - 1);
    out->len -= 2; /* both of its quotes */
    pq_buf_text(out, plan->title.len ? ")\"" : "\"");
  }
  pq_buf_text(out, "];\n");
}

/* What Graphviz places has one plate, above: title, key, what is left out. */
void pq_dot_flow_plate(pq_buf *out, const pq_plan *plan) {
  put_tooltip(out, plan);
  pq_buf_text(out, "  graph [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" "
                   "CELLSPACING=\"0\" CELLPADDING=\"1\"><TR>"
                   "<TD ALIGN=\"LEFT\" BALIGN=\"LEFT\" COLSPAN=\"2\">"
                   "<FONT POINT-SIZE=\"16\"><B>");
  put_title(out, cut(plan->title, 1000));
  pq_buf_text(out, "</B></FONT></TD></TR><TR><TD ALIGN=\"LEFT\" "
                   "COLSPAN=\"2\">");
  put_subtitle(out, plan);
  pq_buf_text(out, "</TD></TR>");
  put_overview_rows(out, plan);
  if (plan->more.len) {
    begin_line(out, plan, "Not drawn");
    pq_out_dot_html(out, cut(plan->more, 1000));
    pq_buf_text(out, "</FONT></TD></TR>");
  }
  pq_buf_text(out, "</TABLE>>];\n  graph [");
  pq_dot_words(out, "pq_desc", plan->desc);
  pq_buf_text(out, "];\n");
}

void pq_dot_plates(pq_buf *out, const pq_plan *plan) {
  put_tooltip(out, plan);
  put_head_plate(out, plan);
  const bool cites = plan->view == PQ_PLAN_CARD;
  put_view_key(out, plan);
  uint32_t plate = 0;
  for (uint32_t next = 0; cites && next < plan->works.n; ++plate) {
    next = put_cited(out, plan, next, plate);
  }
  if (plan->more.len) put_more(out, plan);
  pq_buf_text(out, "  graph [");
  pq_dot_words(out, "pq_desc", plan->desc);
  pq_buf_text(out, "];\n");
}
