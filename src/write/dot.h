/* A plan as DOT, and DOT read back.  Each object carries what differs from the
 * defaults, so that the text reads back whole; it is the very text that
 * pictures are drawn from.
 *
 * DOT is written by our own hand (dot_graph.c, dot_node.c, dot_plate.c) and not
 * through cgraph, whose writer keeps globals; cgraph reads it (dot.c). */
#ifndef PQ_WRITE_DOT_H
#define PQ_WRITE_DOT_H

#include "picture_scene.h"
#include "plan.h"

/** Append the plan's DOT. */
void pq_dot_put(const pq_plan *plan, pq_buf *out);

/** Parse DOT, or NULL; the caller closes it with agclose().  Objects are
 * numbered in the order of the text: cgraph's own numbers of named ones are
 * addresses, and boxes are drawn in the order of these. */
struct Agraph_s *pq_dot_parse(pq_view text);

/** Read DOT.  PQ_OK, PQ_NO_MEM, PQ_BAD_SYNTAX, or PQ_LIMIT for a drawing that
 * is too large. */
PQ_NODISCARD pq_status pq_dot_read(pq_arena *arena, pq_view dot, pq_scene *out);

/* ---- what its files share ---- */

/** Append ` name="..."` pieces: the attribute's name is ours, the value any. */
void pq_dot_words(pq_buf *out, const char *name, pq_view value);

/** The end of an object's id: its name, with a dash for each run of what is no
 * ASCII letter or digit. */
void pq_dot_slug(pq_buf *out, pq_view name);

/** Append `id="RECORD-NAME"` with all odd characters as '-'. */
void pq_dot_id(pq_buf *out, const pq_plan *plan, pq_view name);

/** Append `class="KIND c30d0eec6 ..."`: what kind of thing it is, or empty,
 * and which claims it draws. */
void pq_dot_class(pq_buf *out, pq_view kind, pq_view says);

/** Append hundredths as a decimal: 0.4, 1.53. */
void pq_dot_decimal(pq_buf *out, uint32_t hundredths);

/** Append lines of a label for HTML, joined by `between`. */
void pq_dot_html(pq_buf *out, pq_view lines, const char *between);

/** Append a node's statement. */
void pq_dot_node(pq_buf *out, const pq_plan *plan, uint32_t node);

/** Append the label of a claim's card. */
void pq_dot_claim(pq_buf *out, const pq_draw_node *node);

/** Append a flow: DOT that Graphviz places. */
void pq_dot_flow(const pq_plan *plan, pq_buf *out);

/** Append its one plate. */
void pq_dot_flow_plate(pq_buf *out, const pq_plan *plan);

/** Append what is seen of an arc: width, head, line. */
void pq_dot_arc_look(pq_buf *out, const pq_draw_arc *arc, bool width);

/** Is it a flow, by the head of its text? */
bool pq_dot_is_flow(pq_view dot);

/** Name, title and description of parsed DOT; the rest of `out` is empty. */
PQ_NODISCARD pq_status pq_dot_read_head(pq_arena *arena, struct Agraph_s *g,
                                        pq_scene *out);

/** Append the graph's plates: title, key, cited works, what is not drawn. */
void pq_dot_plates(pq_buf *out, const pq_plan *plan);

#endif
