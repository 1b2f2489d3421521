/* DOT read back through cgraph, into what is drawn. */
#include "dot.h"

#include "base/alloc.h"

#include <graphviz/cgraph.h>

#include <stdio.h>

typedef struct reader {
  pq_scene *s;
  Agraph_t *g;
  pq_buf room;
} reader;

static pq_view text_of(void *object, const char *name) {
  const char *const value = agget(object, (char *)name);
  return pq_view_of(value);
}

static pq_status keep(reader *r, pq_view *out) {
  pq_status st = r->room.status;
  if (!st) st = pq_arena_copy(r->s->arena, pq_buf_view(&r->room), out);
  pq_buf_reset(&r->room);
  return st;
}

static pq_status copy(const reader *r, pq_view text, pq_view *out) {
  return pq_arena_copy(r->s->arena, text, out);
}

/* cgraph keeps backslashes as they were, but for those before quotes. */
static void put_value(pq_buf *out, const char *value) {
  if (aghtmlstr((char *)value)) {
    pq_buf_char(out, '<');
    pq_buf_text(out, value);
    pq_buf_char(out, '>');
    return;
  }
  pq_buf_char(out, '"');
  for (const char *c = value; *c; ++c) {
    if (*c == '"') pq_buf_char(out, '\\');
    pq_buf_char(out, *c);
  }
  pq_buf_char(out, '"');
}

/* What the layout decides, or we do: not copied. */
static bool is_ours(const char *name) {
  static const char *const names[] = {
      "label", "pos",      "rank",     "minlen", "weight", "ltail",
      "lhead", "headport", "tailport", "width",  "height", "fixedsize"};
  if (strncmp(name, "pq_", 3) == 0) return true;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    if (strcmp(names[i], name) == 0) return true;
  }
  return false;
}

static bool is_sized(const char *name) {
  return strcmp(name, "label") == 0 || strcmp(name, "width") == 0 ||
         strcmp(name, "height") == 0 || strcmp(name, "fixedsize") == 0;
}

static void put_attr(pq_buf *out, const char *name, const char *value) {
  pq_buf_text(out, out->len ? ", " : "");
  pq_buf_text(out, name);
  pq_buf_char(out, '=');
  put_value(out, value);
}

/* All that differs from the defaults. */
static pq_status copy_attrs(reader *r, void *object, int kind, bool sizes,
                            pq_view *out) {
  Agsym_t *sym = NULL;
  while ((sym = agnxtattr(r->g, kind, sym))) {
    const char *const value = agxget(object, sym);
    const bool taken = sizes && is_sized(sym->name);
    if ((is_ours(sym->name) && !taken) || strcmp(value, sym->defval) == 0) {
      continue;
    }
    put_attr(&r->room, sym->name, value);
  }
  return keep(r, out);
}

static pq_status copy_defaults(reader *r, int kind, pq_view *out) {
  Agsym_t *sym = NULL;
  while ((sym = agnxtattr(r->g, kind, sym))) {
    const bool size = kind == AGNODE && is_sized(sym->name);
    if (is_ours(sym->name) && !size) continue;
    put_attr(&r->room, sym->name, sym->defval);
  }
  return keep(r, out);
}

static bool has_style(void *object, const char *style) {
  const pq_view value = text_of(object, "style");
  return value.len && strstr(value.ptr, style);
}

/* ---- nodes ---- */

enum {
  RIM = 8
}; /* 4 points on each side */

static uint32_t number_of(Agnode_t *node) {
  return (uint32_t)AGSEQ(node);
}

/* The first word of the class tells the kind, the others what it says. */
static bool is_card(Agnode_t *node) {
  pq_view words = text_of(node, "class");
  return pq_view_same(pq_view_cut(&words, ' '), PQ_LIT("claim"));
}

static pq_status read_badges(reader *r, Agnode_t *node, pq_scene_node *n) {
  pq_status st = PQ_OK;
  PQ_TRY(st, copy(r, text_of(node, "id"), &n->id));
  PQ_TRY(st, copy(r, text_of(node, "color"), &n->color));
  PQ_TRY(st, copy(r, text_of(node, "pq_mods"), &n->mods));
  return copy(r, text_of(node, "pq_name"), &n->mods_name);
}

static pq_status read_node(reader *r, Agnode_t *node) {
  pq_status st = PQ_OK;
  pq_scene_node n = {.hidden = has_style(node, "invis")};
  n.stop = n.hidden && strncmp(agnameof(node), "stop", 4) == 0;
  n.rim = pq_view_same(text_of(node, "peripheries"), PQ_LIT("2")) ? RIM : 0;
  n.card = is_card(node);
  n.ellipse = pq_view_same(text_of(node, "shape"), PQ_LIT("ellipse"));
  n.hexagon = pq_view_same(text_of(node, "shape"), PQ_LIT("hexagon"));
  PQ_TRY(st, read_badges(r, node, &n));
  PQ_TRY(st, copy_attrs(r, node, AGNODE, true, &n.attrs));
  PQ_PUSH(r->s->arena, &r->s->nodes, n);
  return PQ_OK;
}

static pq_status read_nodes(reader *r) {
  pq_status st = PQ_OK;
  PQ_PUSH(r->s->arena, &r->s->nodes, ((pq_scene_node){.hidden = true}));
  for (Agnode_t *n = agfstnode(r->g); n; n = agnxtnode(r->g, n)) {
    /* numbers run from 1 in the order of the file */
    if (number_of(n) != r->s->nodes.n) return PQ_INTERNAL;
    PQ_TRY(st, read_node(r, n));
  }
  return PQ_OK;
}

/* ---- boxes and columns ---- */

/* Boxes inherit what the graph has; only what they say themselves is theirs. */
static pq_status read_box(reader *r, Agraph_t *sub) {
  static const char *const names[] = {
      "id",        "style",    "pencolor",  "penwidth", "fillcolor", "bgcolor",
      "fontcolor", "fontsize", "labeljust", "tooltip",  "fontname",  "class"};
  pq_status st = PQ_OK;
  pq_scene_box box = {.first = 0};
  PQ_TRY(st, copy(r, pq_view_of(agnameof(sub)), &box.name));
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const char *const value = agget(sub, (char *)names[i]);
    if (value) put_attr(&r->room, names[i], value);
  }
  PQ_TRY(st, keep(r, &box.attrs));
  const pq_view label = text_of(sub, "label");
  put_attr(&r->room, "label", label.ptr);
  PQ_TRY(st, keep(r, &box.label));
  const uint32_t number = r->s->boxes.n;
  for (Agnode_t *n = agfstnode(sub); n; n = agnxtnode(sub, n)) {
    r->s->nodes.at[number_of(n)].box = number;
  }
  PQ_PUSH(r->s->arena, &r->s->boxes, box);
  return PQ_OK;
}

static void read_column(const reader *r, Agraph_t *sub) {
  const uint32_t column = r->s->n_columns++;
  for (Agnode_t *n = agfstnode(sub); n; n = agnxtnode(sub, n)) {
    r->s->nodes.at[number_of(n)].column = column;
  }
}

static pq_status read_groups(reader *r) {
  pq_status st = PQ_OK;
  PQ_PUSH(r->s->arena, &r->s->boxes, ((pq_scene_box){.first = 0}));
  for (Agraph_t *sub = agfstsubg(r->g); sub; sub = agnxtsubg(sub)) {
    if (strncmp(agnameof(sub), "cluster", 7) == 0) {
      PQ_TRY(st, read_box(r, sub));
    } else if (pq_view_same(text_of(sub, "rank"), PQ_LIT("same"))) {
      read_column(r, sub);
    }
  }
  return PQ_OK;
}

/* ---- edges ---- */

/* How much of an arc its head covers, in thousandths of 10 points (S3). */
static double head_length(pq_view head, pq_view scale) {
  static const struct {
    pq_view name;
    double part;
  } heads[] = {
      {PQ_LIT_INIT("none"), 0.0},     {PQ_LIT_INIT("normal"), 1.0},
      {PQ_LIT_INIT("onormal"), 1.0},  {PQ_LIT_INIT("onormaltee"), 1.25},
      {PQ_LIT_INIT("odiamond"), 1.2}, {PQ_LIT_INIT("odot"), 0.8},
      {PQ_LIT_INIT("tee"), 0.25}};
  const double size = pq_view_same(scale, PQ_LIT("1")) ? 10.0 : 8.0;
  for (size_t i = 0; i < sizeof heads / sizeof heads[0]; ++i) {
    if (pq_view_same(heads[i].name, head)) return heads[i].part * size;
  }
  return size;
}

static uint32_t box_named(const reader *r, pq_view name) {
  for (uint32_t i = 1; name.len && i < r->s->boxes.n; ++i) {
    if (pq_view_same(r->s->boxes.at[i].name, name)) return i;
  }
  return 0;
}

static uint32_t count_of(pq_view digits, uint32_t otherwise) {
  uint32_t n = 0;
  if (!digits.len) return otherwise;
  for (size_t i = 0; i < digits.len && i < 6; ++i) {
    if (!pq_is_digit(digits.ptr[i])) break;
    n = n * 10 + (uint32_t)(digits.ptr[i] - '0');
  }
  return n;
}

static pq_status read_edge(reader *r, Agedge_t *edge) {
  pq_status st = PQ_OK;
  const pq_view head = text_of(edge, "arrowhead");
  pq_scene_edge e = {
      .from = number_of(agtail(edge)),
      .to = number_of(aghead(edge)),
      .hidden = has_style(edge, "invis"),
      .disputed = pq_view_same(text_of(edge, "color"), PQ_LIT("#B35C00")),
      .from_box = box_named(r, text_of(edge, "ltail")),
      .to_box = box_named(r, text_of(edge, "lhead")),
      .minlen = count_of(text_of(edge, "minlen"), 0),
      .weight = count_of(text_of(edge, "weight"), 1)};
  e.head = head_length(head.len ? head : PQ_LIT("normal"),
                       text_of(edge, "arrowsize"));
  e.note =
      !e.hidden && r->s->nodes.at[e.from].column == r->s->nodes.at[e.to].column;
  PQ_TRY(st, copy(r, text_of(edge, "tailport"), &e.from_port));
  PQ_TRY(st, copy(r, text_of(edge, "headport"), &e.to_port));
  e.row = e.to_port.len > 2 && e.to_port.ptr[0] == 'r';
  PQ_TRY(st, copy_attrs(r, edge, AGEDGE, false, &e.attrs));
  PQ_PUSH(r->s->arena, &r->s->edges, e);
  return PQ_OK;
}

static pq_status read_edges(reader *r) {
  pq_status st = PQ_OK;
  for (Agnode_t *n = agfstnode(r->g); n; n = agnxtnode(r->g, n)) {
    for (Agedge_t *e = agfstout(r->g, n); e; e = agnxtout(r->g, e)) {
      PQ_TRY(st, read_edge(r, e));
    }
  }
  return PQ_OK;
}

/* ---- the graph itself ---- */

static pq_status read_plate(reader *r, const char *attr, const char *name) {
  pq_status st = PQ_OK;
  pq_scene_plate plate = {.name = pq_view_of(name)};
  const char *const value = agget(r->g, (char *)attr);
  if (!value || !*value) return PQ_OK;
  put_attr(&r->room, "label", value);
  PQ_TRY(st, keep(r, &plate.label));
  PQ_PUSH(r->s->arena, &r->s->plates, plate);
  return PQ_OK;
}

static pq_status read_plates(reader *r) {
  pq_status st = PQ_OK;
  PQ_TRY(st, read_plate(r, "label", "head"));
  PQ_TRY(st, read_plate(r, "pq_key", "key"));
  Agsym_t *sym = NULL;
  while ((sym = agnxtattr(r->g, AGRAPH, sym))) {
    if (strncmp(sym->name, "pq_cited", 8) != 0) continue;
    pq_view name = {NULL, 0};
    PQ_TRY(st, copy(r, pq_view_of(sym->name + 3), &name));
    PQ_TRY(st, read_plate(r, sym->name, name.ptr));
  }
  return read_plate(r, "pq_more", "more");
}

/* Words as they were before they were made fit for DOT. */
static pq_status read_words(reader *r, const char *attr, pq_view *out) {
  pq_view rest = text_of(r->g, attr);
  const pq_view and = PQ_LIT("&amp;");
  while (rest.len) {
    if (pq_view_starts(rest, and)) {
      pq_buf_char(&r->room, '&');
      rest = pq_view_skip(rest, and.len);
      continue;
    }
    if (rest.ptr[0] == '\\') rest = pq_view_skip(rest, 1);
    pq_buf_put(&r->room, pq_view_head(rest, 1));
    rest = pq_view_skip(rest, 1);
  }
  return keep(r, out);
}

static void read_theme(const reader *r) {
  r->s->theme = pq_theme_named(text_of(r->g, "pq_theme"));
  r->s->millimetres = count_of(text_of(r->g, "pq_width"), 0);
}

static pq_status read_whole(reader *r) {
  static const char *const names[] = {"id",      "bgcolor",  "pad",
                                      "tooltip", "fontname", "charset"};
  pq_status st = PQ_OK;
  PQ_TRY(st, copy(r, pq_view_of(agnameof(r->g)), &r->s->name));
  for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
    const char *const value = agget(r->g, (char *)names[i]);
    if (value) put_attr(&r->room, names[i], value);
  }
  PQ_TRY(st, keep(r, &r->s->attrs));
  PQ_TRY(st, copy_defaults(r, AGNODE, &r->s->node_attrs));
  PQ_TRY(st, copy_defaults(r, AGEDGE, &r->s->edge_attrs));
  PQ_TRY(st, copy(r, text_of(r->g, "ranksep"), &r->s->ranksep));
  read_theme(r);
  PQ_TRY(st, read_words(r, "tooltip", &r->s->title));
  return read_words(r, "pq_desc", &r->s->desc);
}

pq_status pq_dot_read_head(pq_arena *arena, Agraph_t *g, pq_scene *out) {
  pq_status st = PQ_OK;
  pq_scene scene = {.arena = arena};
  reader r = {.s = &scene, .g = g};
  pq_buf_init(&r.room, arena->alloc);
  PQ_TRY_GOTO(done, st, copy(&r, pq_view_of(agnameof(g)), &scene.name));
  PQ_TRY_GOTO(done, st, read_words(&r, "tooltip", &scene.title));
  PQ_TRY_GOTO(done, st, read_words(&r, "pq_desc", &scene.desc));
  read_theme(&r);
  *out = scene;
done:
  pq_buf_clear(&r.room);
  return st;
}

static pq_status read_graph(reader *r) {
  pq_status st = PQ_OK;
  if (agnnodes(r->g) > PQ_SCENE_NODES_MOST) return PQ_LIMIT;
  PQ_TRY(st, read_whole(r));
  PQ_TRY(st, read_plates(r));
  PQ_TRY(st, read_nodes(r));
  PQ_TRY(st, read_groups(r));
  return read_edges(r);
}

/* ---- numbers ---- */

static void *open_numbers(Agraph_t *g, Agdisc_t *disc) {
  (void)g;
  (void)disc;
  return pq_calloc(NULL, sizeof(IDTYPE));
}

/* What has a name is left to cgraph, which then asks for a number without. */
/* NOLINTNEXTLINE(readability-non-const-parameter): of the type asked for */
static long next_number(void *state, int kind, char *name, IDTYPE *id,
                        int create) {
  IDTYPE *const last = state;
  (void)kind;
  if (name || !create || !last) return 0;
  *id = ++*last;
  return 1;
}

static long take_number(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

static void give_number(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static char *name_of(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return NULL;
}

static void close_numbers(void *state) {
  pq_free(NULL, state);
}

static void note_object(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

Agraph_t *pq_dot_parse(pq_view text) {
  static const Agiddisc_t numbers = {/* cgraph keeps its address */
                                     open_numbers, next_number, take_number,
                                     give_number,  name_of,     close_numbers,
                                     note_object};
  Agdisc_t disc = {&AgMemDisc, (Agiddisc_t *)&numbers, &AgIoDisc};
  if (!text.len) return NULL;
  FILE *const in = fmemopen((void *)text.ptr, text.len, "r");
  if (!in) return NULL;
  Agraph_t *const g = agread(in, &disc);
  (void)fclose(in);
  return g;
}

/* Of the type that cgraph asks for. */
static int say_nothing(char *text) { // NOLINT(readability-non-const-parameter)
  (void)text;
  return 0;
}

pq_status pq_dot_read(pq_arena *arena, pq_view dot, pq_scene *out) {
  pq_scene scene = {.arena = arena};
  reader r = {.s = &scene};
  (void)agseterrf(say_nothing);
  r.g = pq_dot_parse(dot);
  if (!r.g) return PQ_BAD_SYNTAX;
  pq_buf_init(&r.room, arena->alloc);
  const pq_status st = read_graph(&r);
  pq_buf_clear(&r.room);
  (void)agclose(r.g);
  if (!st) *out = scene;
  return st;
}
