/* A drawing on its way from DOT to a picture, in the child that draws it.
 *
 *   DOT -> read -> measure (S1) -> place (S2) -> curves (S3) -> placed DOT (S4)
 *
 * docs/diagrams.md lists the rules by number.  Lengths are points; y goes up,
 * as in Graphviz.  Only dot.c knows cgraph, which reads it; only picture.c
 * knows gvc. */
#ifndef PQ_WRITE_PICTURE_SCENE_H
#define PQ_WRITE_PICTURE_SCENE_H

#include "theme.h"

#include "base/vec.h"

typedef struct pq_scene_point {
  double x, y;
} pq_scene_point;

typedef struct pq_scene_rect {
  double left, bottom, right, top;
} pq_scene_rect;

typedef struct pq_scene_node {
  pq_view name;      /* in the DOT */
  pq_view attrs;     /* what the object carries, as DOT: ` a="b", c=<d>` */
  pq_view id, color; /* of its border */
  pq_view mods, mods_name;
  bool hidden; /* scaffold */
  bool stop;   /* an arc goes through */
  bool hexagon;
  bool ellipse;
  bool card;    /* a claim's; those of a column get one width */
  uint32_t box; /* 0: none */
  uint32_t column;
  double w, h;    /* as measured */
  double rim;     /* what its second border adds to its width */
  double more;    /* by which a card is wider than that */
  double reserve; /* width that it keeps in its column */
  pq_scene_point at;
} pq_scene_node;

typedef struct pq_scene_box {
  pq_view name, attrs, label; /* label: `label=...` as DOT */
  double label_w, label_h;
  pq_scene_rect rect;
  uint32_t first; /* its uppermost member */
} pq_scene_box;

/** An edge of the DOT. */
typedef struct pq_scene_edge {
  uint32_t from, to;
  pq_view from_port, to_port;
  pq_view attrs;
  uint32_t from_box, to_box; /* ltail, lhead */
  bool hidden, note, disputed;
  double head; /* length of the arrowhead; 0: none */
  bool row;    /* it meets a row of a card, so far above the middle: */
  double rise;
  uint32_t minlen, weight;
} pq_scene_edge;

/** An arc from end to end, over stops. */
typedef struct pq_scene_arc {
  uint32_t first, last; /* edges */
  PQ_VEC(uint32_t) way; /* nodes */
  pq_scene_point tip;
  pq_scene_point slope; /* direction at its end */
  char side;            /* of the last node, where it ends: 'w', 'n', 's' */
  PQ_VEC(pq_scene_point) curve;
} pq_scene_arc;

typedef struct pq_scene_plate {
  pq_view name, label; /* "head", "key", ...; label as DOT */
  double w, h;
  pq_scene_point at;
} pq_scene_plate;

/** A badge on the border of a node. */
typedef struct pq_scene_badge {
  uint32_t node;
  pq_view text; /* with its mark */
  double w;
  pq_scene_point at;
} pq_scene_badge;

typedef struct pq_scene {
  pq_arena *arena;
  pq_view name, attrs;            /* of the graph, without plates */
  pq_view node_attrs, edge_attrs; /* defaults */
  pq_view ranksep;                /* between columns, in inches */
  pq_theme theme;
  uint32_t millimetres;        /* wide; 0: as it is */
  pq_view title, desc;         /* words, for the SVG */
  PQ_VEC(pq_scene_node) nodes; /* [0] unused */
  PQ_VEC(pq_scene_box) boxes;  /* [0] unused */
  PQ_VEC(pq_scene_edge) edges;
  PQ_VEC(pq_scene_plate) plates;
  PQ_VEC(pq_scene_badge) badges;
  PQ_VEC(pq_scene_arc) arcs;
  uint32_t n_columns;
} pq_scene;

enum {
  PQ_SCENE_NODES_MOST = 1000
};

/* ---- picture_text.c: DOT for Graphviz ---- */

/** All nodes, box labels and plates, to be measured. */
void pq_scene_put_measure(const pq_scene *s, pq_buf *out);
/** Nodes as empty boxes of known size, to be placed. */
void pq_scene_put_place(const pq_scene *s, pq_buf *out);
/** Everything, placed, to be drawn as it stands. */
void pq_scene_put_final(const pq_scene *s, uint32_t dpi, pq_buf *out);

/** Where everything stands, for who draws by other means: a line "n NODE X Y
 * WIDTH HEIGHT" a node that is seen, "a FROM TO VIA X Y X Y" an arc with its
 * start and its tip; nodes by their number in the DOT. */
void pq_scene_put_places(const pq_scene *s, pq_buf *out);

/** Append a length with two decimals. */
void pq_scene_put_length(pq_buf *out, double length);

/** What a measured or placed object is called. */
typedef enum pq_scene_part {
  PQ_SCENE_NODE,
  PQ_SCENE_BOX,
  PQ_SCENE_PLATE
} pq_scene_part;

/** Take a size, or a place, of an object "n7", "b2", "p0"; others are passed
 * over. */
void pq_scene_take_size(pq_scene *s, const char *name, double w, double h);
void pq_scene_take_place(pq_scene *s, const char *name, pq_scene_point at);
/** Take where a row stands, by the name of its edge, "r7". */
void pq_scene_take_row(pq_scene *s, const char *name, double rise);

/* ---- picture_place.c ---- */

/** After measuring: widths that box members keep. */
void pq_scene_reserve(pq_scene *s);
/** After placing: boxes and badges. */
PQ_NODISCARD pq_status pq_scene_arrange(pq_scene *s);
/** After the curves: plates above and below. */
void pq_scene_frame(pq_scene *s);

pq_scene_rect pq_scene_rect_of(const pq_scene_node *n);
pq_scene_rect pq_scene_badge_rect(const pq_scene_badge *b);

/* ---- picture_way.c ---- */

enum {
  PQ_SCENE_CLEARANCE = 3 /* that arcs keep from what they do not join */
};

/** How many points of a cubic meet what is in the way of its arc; 0: clear. */
uint32_t pq_scene_count_hits(const pq_scene *s, const pq_scene_arc *a,
                             const pq_scene_point c[4]);

/* ---- picture_curve.c ---- */

/** Arcs over their stops, and their curves (S3). */
PQ_NODISCARD pq_status pq_scene_curves(pq_scene *s);

#endif
