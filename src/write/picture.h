/* DOT -> picture.  It works in one process at a time: Graphviz keeps globals.
 * easel.c calls it in a child. */
#ifndef PQ_WRITE_PICTURE_H
#define PQ_WRITE_PICTURE_H

#include "picture_scene.h"

/** Graphviz, its plugins and fonts, warm.  One in the life of a process: its
 * cache of fonts does not outlive it well. */
typedef struct pq_painter pq_painter;
PQ_NODISCARD pq_status pq_painter_open(pq_painter **out);
void pq_painter_close(pq_painter *painter);

/** Are letters measured as a font has them? */
bool pq_painter_has_fonts(pq_painter *painter);

/** Draw DOT as "svg", "png" or "pdf", or tell its "place"
 * (pq_scene_put_places), appended to `out`.  PQ_BAD_SYNTAX: it is no DOT of
 * ours; PQ_LIMIT: it is too large to be drawn. */
PQ_NODISCARD pq_status pq_painter_draw(pq_painter *painter, pq_view dot,
                                       pq_view format, pq_buf *out);

/** Are letters of the last picture, which was given a width, too small for
 * print? */
bool pq_painter_was_small(const pq_painter *painter);

/** All but the drawing: where everything stands, in `arena`. */
PQ_NODISCARD pq_status pq_painter_place(pq_painter *painter, pq_arena *arena,
                                        pq_view dot, pq_scene *out);

#endif
