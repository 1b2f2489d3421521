/* What a text says, without the marks that tell how it looks.
 *
 *   as written   H<sub>2</sub>O binds <i>NF-&kappa;B</i> [now](http://x.org)
 *   plain        H2O binds NF-κB now
 *
 * Everything is read from the plain text, and spans count its bytes; offsets
 * and quotes that leave the house are those of the text as written.  The two
 * are the same bytes where a text has no marks, as nearly all have none. */
#ifndef PQ_MODEL_PLAIN_H
#define PQ_MODEL_PLAIN_H

#include "span.h"

#include "base/arena.h"

/** Where the two texts part.  What ends before byte `plain` ends at `before` in
 * the text as written, and what begins there begins at `after`. */
typedef struct pq_seam {
  uint32_t plain, before, after;
} pq_seam;

typedef struct pq_plain {
  pq_view bytes;
  const pq_seam *seams; /* sorted */
  uint32_t n_seams;     /* 0: as written */
} pq_plain;

/** The plain text of `written`, which is valid UTF-8; a copy in the arena, but
 * where there are no marks. */
PQ_NODISCARD pq_status pq_plain_make(pq_arena *arena, pq_view written,
                                     pq_plain *out);

/** The same for a text whose places nobody asks for: a title, an author. */
PQ_NODISCARD pq_status pq_plain_text(pq_arena *arena, pq_view *text);

/** Where a span of the plain text stands in the text as written. */
pq_span pq_plain_written(const pq_plain *p, pq_span span);

/** Where a byte of the text as written is in the plain one, or what follows
 * it if it is of a mark. */
uint32_t pq_plain_from(const pq_plain *p, uint32_t written);

/** The same for both ends of a span. */
pq_span pq_plain_span(const pq_plain *p, pq_span written);

#endif
