/* A plan as DOT.  Each object carries what differs from the defaults, so that
 * the text reads back whole; it is the very text that pictures are drawn from.
 *
 * DOT is written by our own hand and not through cgraph, whose writer keeps
 * globals; the tests read it back through cgraph. */
#ifndef PQ_WRITE_DOT_H
#define PQ_WRITE_DOT_H

#include "plan.h"

/** Append the plan's DOT. */
void pq_dot_put(const pq_plan *plan, pq_buf *out);

/* ---- what its files share ---- */

/** Append ` name="..."` pieces: the attribute's name is ours, the value any. */
void pq_dot_words(pq_buf *out, const char *name, pq_view value);

/** Append `id="RECORD-NAME"` with all odd characters as '-'. */
void pq_dot_id(pq_buf *out, const pq_plan *plan, pq_view name);

/** Append hundredths as a decimal: 0.4, 1.53. */
void pq_dot_decimal(pq_buf *out, uint32_t hundredths);

/** Append lines of a label for HTML, joined by `between`. */
void pq_dot_html(pq_buf *out, pq_view lines, const char *between);

/** Append a node's statement. */
void pq_dot_node(pq_buf *out, const pq_plan *plan, uint32_t node);

/** Append the graph's plates: title, key, cited works, what is not drawn. */
void pq_dot_plates(pq_buf *out, const pq_plan *plan);

#endif
