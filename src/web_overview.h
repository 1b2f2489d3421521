/* One picture of all records of a site, while they are not too many.
 *
 *   graphs of records -> pool of statements -> one graph -> DOT ->
 * overview.html
 *          +-> claims: the page that tells of each
 * Past so many claims nothing is kept any more: such a picture would be too
 * large to be of use, and memory does not grow with the run. */
#ifndef PQ_WEB_OVERVIEW_H
#define PQ_WEB_OVERVIEW_H

#include "joined.h"

#include "base/intern.h"
#include "write/page.h"

typedef struct pq_web_overview {
  pq_engine *engine;
  bool open;
  pq_joined pool;
  pq_arena arena; /* of the claims; then of the graph */
  pq_intern seen; /* IRIs */
  PQ_VEC(pq_page_far) claims;
} pq_web_overview;

/** Nothing is kept yet.  It must not move. */
void pq_web_overview_init(pq_web_overview *o, pq_engine *engine);
void pq_web_overview_clear(pq_web_overview *o);

/** Begin to keep.  PQ_OK or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_web_overview_open(pq_web_overview *o,
                                            const pq_sink *sink);

/** Take a record whose page is records/`stem`.html.  PQ_OK, PQ_NO_MEM or
 * PQ_LIMIT. */
PQ_NODISCARD pq_status pq_web_overview_add(pq_web_overview *o,
                                           const pq_graph *g, pq_view stem);

/** Take of it where its claims lead, and not its statements, which the caller
 * has. */
PQ_NODISCARD pq_status pq_web_overview_note(pq_web_overview *o,
                                            const pq_graph *g, pq_view stem);

/** Append the DOT of the caller's statements; nothing is appended where there
 * are too many claims. */
PQ_NODISCARD pq_status pq_web_overview_of(pq_web_overview *o, pq_regraph *rg,
                                          pq_buf *out);

/** Append the DOT; nothing is appended where there are too many claims. */
PQ_NODISCARD pq_status pq_web_overview_dot(pq_web_overview *o, pq_buf *out);

#endif
