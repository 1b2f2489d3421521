/* A card on its way to SBGN-ML: what its files share. */
#ifndef PQ_WRITE_SBGN_MAP_H
#define PQ_WRITE_SBGN_MAP_H

#include "sbgn.h"

enum {
  PQ_SBGN_MARGIN = 14 /* of a compartment */
};

typedef struct pq_sbgn_spot {
  double x, y;
} pq_sbgn_spot;

/* A node where it stands; y goes down. */
typedef struct pq_sbgn_glyph {
  double left, top, w, h;
  bool seen;
} pq_sbgn_glyph;

/* An arc from end to end: over no stops any more. */
typedef struct pq_sbgn_wire {
  uint32_t from, to, via; /* nodes of the plan; via: before the last */
  pq_sbgn_spot start, end;
} pq_sbgn_wire;

typedef struct pq_sbgn_map {
  const pq_plan *plan;
  pq_buf *out;
  pq_sbgn_glyph *glyphs; /* by node */
  PQ_VEC(pq_sbgn_wire) wires;
  double top;
  uint32_t n_arcs;
} pq_sbgn_map;

/** Append ` x="1.5"`, a box, words about an element. */
void pq_sbgn_attr(pq_buf *out, const char *name, double value);
void pq_sbgn_bbox(pq_buf *out, const pq_sbgn_glyph *g);
void pq_sbgn_notes(pq_buf *out, pq_view text);

/** Begin a glyph: class and id are told. */
void pq_sbgn_begin(pq_buf *out, const char *class, const char *head,
                   uint32_t id);

/** The class of a node's glyph; NULL: it is none of its own. */
const char *pq_sbgn_class(const pq_draw_node *n);
bool pq_sbgn_is_process(const pq_draw_node *n);

/** The first node in the place of this one stands for it; 0: it is in none. */
uint32_t pq_sbgn_compartment(const pq_sbgn_map *m, uint32_t node);

/** Append a glyph: a compartment, a node, words about a node. */
void pq_sbgn_put_compartment(const pq_sbgn_map *m, uint32_t first);
void pq_sbgn_put_glyph(const pq_sbgn_map *m, uint32_t node);
void pq_sbgn_put_annotation(const pq_sbgn_map *m, uint32_t node, pq_view text,
                            uint32_t about);

#endif
