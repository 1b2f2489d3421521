/* What Graphviz leaves out of an SVG (S5): title, description, roles, dark
 * colours; and what it should not have put in. */
#ifndef PQ_WRITE_SVG_H
#define PQ_WRITE_SVG_H

#include "base/buf.h"

/** Append the rules of CSS for dark grounds, for a page that holds pictures. */
void pq_svg_dark(pq_buf *out);

/** Append the SVG, finished.  `id` is the root's, and heads those of title and
 * description. */
PQ_NODISCARD pq_status pq_svg_finish(pq_view svg, pq_view id, pq_view title,
                                     pq_view desc, pq_buf *out);

#endif
