/* A claim's card as a table of Graphviz (M8). */
#include "dot.h"
#include "out.h"

/* How sure it is: the bar, the border and the words of the status. */
static const struct {
  const char *bar, *border, *ground, *words;
} tones[] = {
    [PQ_TONE_ASSERTED] = {"#00795A", "COLOR=\"#7D8590\"", "#FFFFFF", "#00644B"},
    [PQ_TONE_HEDGED] = {"#57606A", "STYLE=\"DASHED\" COLOR=\"#7D8590\"",
                        "#FFFFFF", "#57606A"},
    [PQ_TONE_DISPUTED] = {"#E69F00", "STYLE=\"DASHED\" COLOR=\"#B35C00\"",
                          "#FFF9EE", "#8A4700"},
    [PQ_TONE_OPEN] = {"#7D8590", "STYLE=\"DOTTED\" COLOR=\"#57606A\"",
                      "#F6F8FA", "#57606A"},
};

/* Letters of a row; the colour of a status is the tone's. */
static const struct {
  const char *size, *color, *open, *close;
} faces[] = {
    [PQ_ROW_HEAD] = {"10.5", NULL, "<B>", "</B>"},
    [PQ_ROW_STATUS] = {"10", "", "<B>", "</B>"},
    [PQ_ROW_WORK] = {"10", "#00568A", "", ""},
    [PQ_ROW_REVIEW] = {"10", "#00568A", "<I>", "</I>"},
    [PQ_ROW_SAME] = {"10", "#57606A", "", ""},
    [PQ_ROW_REMARK] = {"9.5", "#57606A", "", ""},
};

static void put_link(pq_buf *out, const pq_draw_row *row) {
  if (!row->url.len) return;
  pq_buf_text(out, " HEIGHT=\"14\" HREF=\"");
  pq_out_dot_html(out, row->url);
  pq_buf_text(out, "\" TITLE=\"");
  pq_out_dot_html(out, row->tooltip);
  pq_buf_text(out, "\" TARGET=\"_blank\"");
}

static void put_row(pq_buf *out, const pq_draw_node *n,
                    const pq_draw_row *row) {
  const char *const color = row->kind == PQ_ROW_STATUS ? tones[n->tone].words
                                                       : faces[row->kind].color;
  pq_buf_text(out, "<TR><TD ALIGN=\"LEFT\"");
  if (row->port) pq_buf_format(out, " PORT=\"r%u\"", (unsigned)row->port - 1);
  put_link(out, row);
  pq_buf_format(out, "><FONT POINT-SIZE=\"%s\"", faces[row->kind].size);
  if (color) pq_buf_format(out, " COLOR=\"%s\"", color);
  pq_buf_format(out, ">%s", faces[row->kind].open);
  pq_out_dot_html(out, row->text);
  pq_buf_format(out, "%s</FONT></TD></TR>", faces[row->kind].close);
}

/* The right-hand cell grows where the cards of a column get one width. */
void pq_dot_claim(pq_buf *out, const pq_draw_node *n) {
  const unsigned span = (unsigned)n->n_rows + 2;
  pq_buf_format(out,
                "label=<<TABLE BORDER=\"1\" %s CELLBORDER=\"0\" "
                "CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"%s\"><TR>"
                "<TD ROWSPAN=\"%u\" WIDTH=\"6\" BGCOLOR=\"%s\" "
                "CELLPADDING=\"0\"></TD><TD ROWSPAN=\"%u\" WIDTH=\"4\"></TD>"
                "<TD HEIGHT=\"3\"></TD><TD ROWSPAN=\"%u\" WIDTH=\"5\"></TD>"
                "</TR>",
                tones[n->tone].border, tones[n->tone].ground, span,
                tones[n->tone].bar, span, span);
  for (uint32_t i = 0; i < n->n_rows; ++i) {
    put_row(out, n, &n->rows[i]);
  }
  pq_buf_text(out, "<TR><TD HEIGHT=\"3\"></TD></TR></TABLE>>");
}
