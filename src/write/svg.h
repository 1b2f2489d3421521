/* What Graphviz leaves out of an SVG (S5): title, description, roles, dark
 * colours; and what it should not have put in. */
#ifndef PQ_WRITE_SVG_H
#define PQ_WRITE_SVG_H

#include "base/buf.h"

#include <stdbool.h>

/** Append the rules of CSS for dark grounds, for a page that holds pictures. */
void pq_svg_dark(pq_buf *out);

/** What it says of itself: `id` is the root's, and heads those of title and
 * description. */
typedef struct pq_svg_words {
  pq_view id, title, desc;
  bool one_theme; /* no dark colours for dark screens */
} pq_svg_words;

/** Append the SVG, finished. */
PQ_NODISCARD pq_status pq_svg_finish(pq_view svg, const pq_svg_words *words,
                                     pq_buf *out);

#endif
