#include "picture.h"

#include "dot.h"
#include "svg.h"

#include "base/alloc.h"

#include <graphviz/gvc.h>

struct pq_painter {
  GVC_t *gvc;
  bool small; /* the letters of the last picture are */
};

enum {
  PNG_DPI = 160,
  ARENA_MOST = 256 * 1024 * 1024
};

/* Of the type that cgraph asks for. */
static int say_nothing(char *text) { // NOLINT(readability-non-const-parameter)
  (void)text;
  return 0;
}

/* One graph of ours, laid out. */
typedef struct drawing {
  GVC_t *gvc;
  Agraph_t *g;
  bool laid;
} drawing;

static void close_drawing(const drawing *d) {
  if (d->laid) (void)gvFreeLayout(d->gvc, d->g);
  if (d->g) (void)agclose(d->g);
}

/* What Graphviz thinks wrong with a label is an error: it would show the name
 * of the node in its place. */
static pq_status lay_out(const pq_painter *p, pq_buf *text, const char *engine,
                         drawing *d) {
  *d = (drawing){.gvc = p->gvc};
  if (text->status) return text->status;
  d->g = pq_dot_parse(pq_buf_view(text));
  if (!d->g) return PQ_BAD_SYNTAX;
  if (gvLayout(p->gvc, d->g, engine)) return PQ_INTERNAL;
  d->laid = true;
  return PQ_OK;
}

static void take_sizes(pq_scene *s, Agraph_t *g) {
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
    pq_scene_take_size(s, agnameof(n), ND_width(n) * 72, ND_height(n) * 72);
  }
}

/* Where rows of cards stand, above the middle of their card. */
static void take_rows(pq_scene *s, Agraph_t *g) {
  static char attr[] = "comment";
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
    for (Agedge_t *e = agfstout(g, n); e; e = agnxtout(g, e)) {
      const char *const name = agget(e, attr);
      if (name && *name) pq_scene_take_row(s, name, ED_head_port(e).p.y);
    }
  }
}

static void take_places(pq_scene *s, Agraph_t *g) {
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n)) {
    const pq_scene_point at = {ND_coord(n).x, ND_coord(n).y};
    pq_scene_take_place(s, agnameof(n), at);
  }
}

static pq_status measure(const pq_painter *p, pq_scene *s, pq_buf *room) {
  drawing d;
  pq_buf_reset(room);
  pq_scene_put_measure(s, room);
  const pq_status st = lay_out(p, room, "dot", &d);
  if (!st) take_sizes(s, d.g);
  if (!st) take_rows(s, d.g);
  close_drawing(&d);
  return st;
}

static pq_status place(const pq_painter *p, pq_scene *s, pq_buf *room) {
  drawing d;
  if (s->nodes.n == 1) return PQ_OK; /* nothing but plates */
  pq_buf_reset(room);
  pq_scene_put_place(s, room);
  const pq_status st = lay_out(p, room, "dot", &d);
  if (!st) take_places(s, d.g);
  close_drawing(&d);
  return st;
}

/* cairo writes the clock into a PDF: overwrite its fourteen digits. */
static void stop_clock(char *bytes, size_t len) {
  static const char key[] = "/CreationDate (D:";
  enum {
    DIGITS = 14
  };
  const size_t n = sizeof key - 1;
  for (size_t i = 0; i + n + DIGITS <= len; ++i) {
    if (memcmp(bytes + i, key, n) != 0) continue;
    memcpy(bytes + i + n, "20000101000000", DIGITS);
  }
}

static pq_status deliver(const pq_scene *s, pq_view format, char *bytes,
                         size_t len, pq_buf *out) {
  if (pq_view_same(format, PQ_LIT("svg"))) {
    const pq_svg_words words = {s->name, s->title, s->desc,
                                s->theme != PQ_THEME_LIGHT};
    return pq_svg_finish((pq_view){bytes, len}, &words, out);
  }
  stop_clock(bytes, len);
  pq_buf_put(out, (pq_view){bytes, len});
  return out->status;
}

/* Print has a floor of six points; our smallest letters have nine and a half.
 */
static bool is_small(const drawing *d, const pq_scene *s) {
  const double pads = 2 * 0.15 * 72;
  const double width = GD_bb(d->g).UR.x - GD_bb(d->g).LL.x + pads;
  const double points = s->millimetres / 25.4 * 72;
  return s->millimetres && 9.5 * points / width < 6;
}

static pq_status render(pq_painter *p, const drawing *d, const pq_scene *s,
                        pq_view format, pq_buf *out) {
  pq_status st = PQ_OK;
  char name[8] = "";
  char *bytes = NULL;
  unsigned len = 0;
  if (format.len >= sizeof name) return PQ_BAD_ARG;
  memcpy(name, format.ptr, format.len);
  p->small = is_small(d, s);
  if (gvRenderData(p->gvc, d->g, name, &bytes, &len)) st = PQ_INTERNAL;
  if (!st && bytes) st = deliver(s, format, bytes, len, out);
  if (bytes) gvFreeRenderData(bytes);
  return st;
}

/* Other colours, or another width, in place of the text. */
static pq_status dress(const pq_scene *s, pq_buf *text) {
  pq_buf dressed;
  if (s->theme == PQ_THEME_LIGHT && !s->millimetres) return text->status;
  pq_buf_init(&dressed, text->alloc);
  const pq_status st =
      pq_theme_paint(pq_buf_view(text), s->theme, s->millimetres, &dressed);
  pq_buf_reset(text);
  pq_buf_put(text, pq_buf_view(&dressed));
  pq_buf_clear(&dressed);
  return st ? st : text->status;
}

static pq_status paint(pq_painter *p, const pq_scene *s, pq_view format,
                       pq_buf *room, pq_buf *out) {
  drawing d;
  pq_buf_reset(room);
  const bool dots = pq_view_same(format, PQ_LIT("png"));
  pq_scene_put_final(s, dots ? PNG_DPI : 0, room);
  pq_status st = dress(s, room);
  if (st) return st;
  st = lay_out(p, room, "nop2", &d);
  if (!st) st = render(p, &d, s, format, out);
  close_drawing(&d);
  return st;
}

static pq_status set_out(const pq_painter *p, pq_scene *s, pq_buf *room) {
  pq_status st = PQ_OK;
  PQ_TRY(st, measure(p, s, room));
  pq_scene_reserve(s);
  PQ_TRY(st, place(p, s, room));
  PQ_TRY(st, pq_scene_arrange(s));
  PQ_TRY(st, pq_scene_curves(s));
  pq_scene_frame(s);
  return PQ_OK;
}

pq_status pq_painter_place(pq_painter *painter, pq_arena *arena, pq_view dot,
                           pq_scene *out) {
  pq_buf room;
  pq_buf_init(&room, arena->alloc);
  pq_status st = pq_dot_read(arena, dot, out);
  if (!st) st = set_out(painter, out, &room);
  pq_buf_clear(&room);
  return st;
}

/* Graphviz places a flow: dot what is small, sfdp what is not. */
static pq_status lay_out_flow(const pq_painter *p, drawing *d, bool dots) {
  enum {
    DOT_MOST = 1000,
    NODES_MOST = 5000
  };
  static char key[] = "dpi";
  static char value[] = "160";
  static char none[] = "";
  const int n = agnnodes(d->g);
  if (n > NODES_MOST) return PQ_LIMIT;
  if (dots && agsafeset(d->g, key, value, none)) return PQ_INTERNAL;
  if (gvLayout(p->gvc, d->g, n > DOT_MOST ? "sfdp" : "dot")) {
    return PQ_INTERNAL;
  }
  d->laid = true;
  return PQ_OK;
}

static pq_status read_flow(const pq_painter *p, pq_arena *arena, pq_buf *text,
                           pq_scene *head, drawing *d) {
  pq_status st = PQ_OK;
  *d = (drawing){.gvc = p->gvc};
  d->g = pq_dot_parse(pq_buf_view(text));
  if (!d->g) return PQ_BAD_SYNTAX;
  PQ_TRY(st, pq_dot_read_head(arena, d->g, head));
  if (head->theme == PQ_THEME_LIGHT && !head->millimetres) return PQ_OK;
  PQ_TRY(st, dress(head, text));
  (void)agclose(d->g);
  d->g = pq_dot_parse(pq_buf_view(text));
  return d->g ? PQ_OK : PQ_INTERNAL;
}

static pq_status draw_flow(pq_painter *p, pq_arena *arena, pq_view dot,
                           pq_view format, pq_buf *out) {
  drawing d = {.gvc = p->gvc};
  pq_buf text;
  pq_scene head;
  pq_buf_init(&text, arena->alloc);
  pq_buf_put(&text, dot);
  pq_status st =
      text.status ? text.status : read_flow(p, arena, &text, &head, &d);
  if (!st) st = lay_out_flow(p, &d, pq_view_same(format, PQ_LIT("png")));
  if (!st) st = render(p, &d, &head, format, out);
  close_drawing(&d);
  pq_buf_clear(&text);
  return st;
}

bool pq_painter_was_small(const pq_painter *painter) {
  return painter->small;
}

pq_status pq_painter_draw(pq_painter *painter, pq_view dot, pq_view format,
                          pq_buf *out) {
  pq_arena arena;
  pq_buf room;
  pq_scene scene;
  pq_arena_init(&arena, out->alloc, ARENA_MOST);
  pq_buf_init(&room, out->alloc);
  pq_status st = PQ_OK;
  if (pq_dot_is_flow(dot)) {
    st = draw_flow(painter, &arena, dot, format, out);
  } else {
    st = pq_painter_place(painter, &arena, dot, &scene);
    if (!st && pq_view_same(format, PQ_LIT("place"))) {
      painter->small = false;
      pq_scene_put_places(&scene, out);
      st = out->status;
    } else if (!st) {
      st = paint(painter, &scene, format, &room, out);
    }
  }
  pq_buf_clear(&room);
  pq_arena_clear(&arena);
  return st;
}

pq_status pq_painter_open(pq_painter **out) {
  static const char first[] =
      "digraph { fontname=\"Helvetica,Arial,sans-serif\"; a [label=<<B>a</B>>, "
      "fontname=\"Helvetica,Arial,sans-serif\"]; }";
  pq_painter *const p = pq_calloc(NULL, sizeof *p);
  if (!p) return PQ_NO_MEM;
  (void)agseterrf(say_nothing);
  p->gvc = gvContext();
  if (!p->gvc) {
    pq_free(NULL, p);
    return PQ_INTERNAL;
  }
  pq_buf text; /* the first picture costs 20 ms more than others */
  drawing d;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, first);
  (void)lay_out(p, &text, "dot", &d);
  close_drawing(&d);
  pq_buf_clear(&text);
  *out = p;
  return PQ_OK;
}

/* Without a font all letters are one box: an i as wide as an M. */
bool pq_painter_has_fonts(pq_painter *painter) {
  static const char letters[] =
      "digraph { node [shape=plain, fontname=\"Helvetica,Arial,sans-serif\"]; "
      "a [label=iiiiiiii]; b [label=MMMMMMMM]; }";
  pq_buf text;
  drawing d;
  bool found = false;
  pq_buf_init(&text, NULL);
  pq_buf_text(&text, letters);
  if (!lay_out(painter, &text, "dot", &d)) {
    Agnode_t *const a = agfstnode(d.g);
    Agnode_t *const b = a ? agnxtnode(d.g, a) : NULL;
    found = b && ND_width(b) > 1.5 * ND_width(a);
  }
  close_drawing(&d);
  pq_buf_clear(&text);
  return found;
}

void pq_painter_close(pq_painter *painter) {
  if (!painter) return;
  (void)gvFreeContext(painter->gvc);
  pq_free(NULL, painter);
}
