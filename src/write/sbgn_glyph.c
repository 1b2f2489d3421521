/* Glyphs of SBGN-ML. */
#include "out.h"
#include "sbgn_map.h"

enum {
  PORT = 10, /* points from a process to its ports */
  STATE_HIGH = 12,
  LETTER = 6
};

/* ---- pieces of XML ---- */

static void put_length(pq_buf *out, double length) {
  const double tenths = length * 10 + (length < 0 ? -0.5 : 0.5);
  const int64_t n = (int64_t)tenths;
  if (n < 0) pq_buf_char(out, '-');
  pq_buf_number(out, (uint64_t)(n < 0 ? -n : n) / 10);
  pq_buf_char(out, '.');
  pq_buf_char(out, (char)('0' + (n < 0 ? -n : n) % 10));
}

void pq_sbgn_attr(pq_buf *out, const char *name, double value) {
  pq_buf_format(out, " %s=\"", name);
  put_length(out, value);
  pq_buf_char(out, '"');
}

void pq_sbgn_bbox(pq_buf *out, const pq_sbgn_glyph *g) {
  pq_buf_text(out, "<bbox");
  pq_sbgn_attr(out, "x", g->left);
  pq_sbgn_attr(out, "y", g->top);
  pq_sbgn_attr(out, "w", g->w);
  pq_sbgn_attr(out, "h", g->h);
  pq_buf_text(out, "/>");
}

/* Lines are joined: XML's attributes know no line ends but as references. */
static void put_text(pq_buf *out, const char *name, pq_view text) {
  pq_buf_format(out, " %s=\"", name);
  while (text.ptr) {
    pq_out_xml(out, pq_view_cut(&text, '\n'));
    if (text.ptr) pq_buf_text(out, "&#xA;");
  }
  pq_buf_char(out, '"');
}

static void put_label(pq_buf *out, pq_view text) {
  if (!text.len) return;
  pq_buf_text(out, "<label");
  put_text(out, "text", text);
  pq_buf_text(out, "/>");
}

void pq_sbgn_notes(pq_buf *out, pq_view text) {
  if (!text.len) return;
  pq_buf_text(out, "<notes><p xmlns=\"http://www.w3.org/1999/xhtml\">");
  pq_out_xml(out, text);
  pq_buf_text(out, "</p></notes>");
}

void pq_sbgn_begin(pq_buf *out, const char *class, const char *head,
                   uint32_t id) {
  pq_buf_format(out, "    <glyph class=\"%s\" id=\"%s%u\"", class, head,
                (unsigned)id);
}

/* ---- glyphs ---- */

/* NULL: it is no glyph of its own. */
const char *pq_sbgn_class(const pq_draw_node *n) {
  switch (n->kind) {
  case PQ_DRAW_PROTEIN:
  case PQ_DRAW_DISEASE: return "macromolecule";
  case PQ_DRAW_COMPLEX: return "complex";
  case PQ_DRAW_CHEMICAL: return "simple chemical";
  case PQ_DRAW_GENE: return "nucleic acid feature";
  case PQ_DRAW_EFFECT: return "phenotype";
  case PQ_DRAW_PATHWAY:
  case PQ_DRAW_OTHER: return "unspecified entity";
  case PQ_DRAW_PROCESS: return n->uncertain ? "uncertain process" : "process";
  case PQ_DRAW_BINDING: return "association";
  case PQ_DRAW_SINK: return "source and sink";
  default: return NULL;
  }
}

bool pq_sbgn_is_process(const pq_draw_node *n) {
  return n->kind == PQ_DRAW_PROCESS || n->kind == PQ_DRAW_BINDING;
}

/* "pY705": value p, variable Y705; an unmodified residue has no value. */
static void put_state(pq_buf *out, pq_view badge) {
  pq_view words = pq_view_skip(badge, 1);
  size_t site = words.len;
  while (site && pq_is_digit(words.ptr[site - 1])) {
    --site;
  }
  if (site == words.len) site = words.len; /* no position */
  if (site < words.len && site && pq_is_upper(words.ptr[site - 1])) --site;
  const pq_view value =
      badge.ptr[0] == '-' ? (pq_view){"", 0} : pq_view_head(words, site);
  const pq_view variable =
      pq_view_skip(words, badge.ptr[0] == '-' && site == words.len ? 0 : site);
  pq_buf_text(out, "<state");
  if (value.len) put_text(out, "value", value);
  if (variable.len) put_text(out, "variable", variable);
  pq_buf_text(out, "/>");
}

static void put_states(const pq_sbgn_map *m, uint32_t node) {
  pq_view mods = m->plan->nodes.at[node].mods;
  const pq_sbgn_glyph *const g = &m->glyphs[node];
  double left = g->left + 4;
  for (uint32_t i = 1; mods.ptr && mods.len; ++i) {
    const pq_view badge = pq_view_cut(&mods, '|');
    if (badge.len < 2 || badge.ptr[0] == '@') continue;
    const pq_sbgn_glyph box = {.left = left,
                               .top = g->top - STATE_HIGH / 2.0,
                               .w = (double)badge.len * LETTER + 6,
                               .h = STATE_HIGH};
    pq_buf_format(m->out,
                  "\n      <glyph class=\"state variable\" id=\"g%u.s%u\">",
                  (unsigned)node, (unsigned)i);
    put_state(m->out, badge);
    pq_sbgn_bbox(m->out, &box);
    pq_buf_text(m->out, "</glyph>");
    left += box.w + 4;
  }
}

static void put_members(const pq_sbgn_map *m, uint32_t node) {
  const pq_draw_node *const n = &m->plan->nodes.at[node];
  const pq_sbgn_glyph *const g = &m->glyphs[node];
  const double high = (g->h - 4) / (n->n_members ? n->n_members : 1);
  for (uint32_t i = 0; i < n->n_members; ++i) {
    const pq_sbgn_glyph box = {.left = g->left + 4,
                               .top = g->top + 4 + i * high,
                               .w = g->w - 8,
                               .h = high - 4};
    pq_buf_format(m->out,
                  "\n      <glyph class=\"macromolecule\" id=\"g%u.m%u\">",
                  (unsigned)node, (unsigned)i + 1);
    put_label(m->out, n->members[i]);
    pq_sbgn_bbox(m->out, &box);
    pq_buf_text(m->out, "</glyph>");
  }
}

static void put_port(const pq_sbgn_map *m, uint32_t node, unsigned which,
                     double x) {
  const pq_sbgn_glyph *const g = &m->glyphs[node];
  pq_buf_format(m->out, "\n      <port id=\"g%u.%u\"", (unsigned)node, which);
  pq_sbgn_attr(m->out, "x", x);
  pq_sbgn_attr(m->out, "y", g->top + g->h / 2);
  pq_buf_text(m->out, "/>");
}

static pq_view place_of(const pq_draw_node *n) {
  pq_view mods = n->mods;
  while (mods.ptr && mods.len) {
    const pq_view badge = pq_view_cut(&mods, '|');
    if (badge.len > 1 && badge.ptr[0] == '@') return pq_view_skip(badge, 1);
  }
  return (pq_view){"", 0};
}

/* The first node in a place stands for it; 0: it is in none. */
uint32_t pq_sbgn_compartment(const pq_sbgn_map *m, uint32_t node) {
  const pq_view place = place_of(&m->plan->nodes.at[node]);
  for (uint32_t i = 1; place.len && i <= node; ++i) {
    if (m->glyphs[i].seen &&
        pq_view_same(place_of(&m->plan->nodes.at[i]), place)) {
      return i;
    }
  }
  return 0;
}

/* Around all that is in it. */
void pq_sbgn_put_compartment(const pq_sbgn_map *m, uint32_t first) {
  pq_sbgn_glyph box = m->glyphs[first];
  double right = box.left + box.w;
  double bottom = box.top + box.h;
  for (uint32_t i = first + 1; i < m->plan->nodes.n; ++i) {
    const pq_sbgn_glyph *const g = &m->glyphs[i];
    if (pq_sbgn_compartment(m, i) != first || !g->seen) continue;
    if (g->left < box.left) box.left = g->left;
    if (g->top < box.top) box.top = g->top;
    if (g->left + g->w > right) right = g->left + g->w;
    if (g->top + g->h > bottom) bottom = g->top + g->h;
  }
  box.left -= PQ_SBGN_MARGIN;
  box.top -= PQ_SBGN_MARGIN;
  box.w = right - box.left + PQ_SBGN_MARGIN;
  box.h = bottom - box.top + 2 * PQ_SBGN_MARGIN; /* its name stands below */
  pq_sbgn_begin(m->out, "compartment", "c", first);
  pq_buf_char(m->out, '>');
  put_label(m->out, place_of(&m->plan->nodes.at[first]));
  pq_sbgn_bbox(m->out, &box);
  pq_buf_text(m->out, "</glyph>\n");
}

void pq_sbgn_put_glyph(const pq_sbgn_map *m, uint32_t node) {
  const pq_draw_node *const n = &m->plan->nodes.at[node];
  const uint32_t compartment = pq_sbgn_compartment(m, node);
  const pq_sbgn_glyph *const g = &m->glyphs[node];
  pq_sbgn_begin(m->out, pq_sbgn_class(n), "g", node);
  if (compartment) {
    pq_buf_format(m->out, " compartmentRef=\"c%u\"", (unsigned)compartment);
  }
  pq_buf_char(m->out, '>');
  pq_sbgn_notes(m->out, n->tooltip);
  if (!pq_sbgn_is_process(n) && n->kind != PQ_DRAW_SINK && !n->n_members) {
    put_label(m->out, n->label);
  }
  pq_sbgn_bbox(m->out, g);
  put_states(m, node);
  put_members(m, node);
  if (pq_sbgn_is_process(n)) {
    put_port(m, node, 1, g->left - PORT);
    put_port(m, node, 2, g->left + g->w + PORT);
  }
  pq_buf_text(m->out, "</glyph>\n");
}

/* What SBGN has no sign for, with an end on what it is about. */
void pq_sbgn_put_annotation(const pq_sbgn_map *m, uint32_t node, pq_view text,
                            uint32_t about) {
  const pq_sbgn_glyph *const g = &m->glyphs[about];
  pq_sbgn_begin(m->out, "annotation", "g", node);
  pq_buf_char(m->out, '>');
  put_label(m->out, text);
  pq_buf_format(m->out, "<callout target=\"g%u\"><point", (unsigned)about);
  pq_sbgn_attr(m->out, "x", g->left + g->w / 2);
  pq_sbgn_attr(m->out, "y", g->top + g->h / 2);
  pq_buf_text(m->out, "/></callout>");
  pq_sbgn_bbox(m->out, &m->glyphs[node]);
  pq_buf_text(m->out, "</glyph>\n");
}
