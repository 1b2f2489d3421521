/* Turtle in a layout that people can read: sections, glossed terms, one claim
 * after another in the order of the text. */
#ifndef PQ_WRITE_TURTLE_H
#define PQ_WRITE_TURTLE_H

#include "layout.h"

/** Append the part before the first section: what the file is about, prefixes
 * in use, labels of the numbered terms in use. */
void pq_turtle_head(pq_layout *layout, pq_buf *out);

#endif
