/* Tables to an image.  The same rows give the same bytes, whatever their
 * order: everything is sorted by what it says. */
#ifndef PQ_LEXICON_COMPILE_H
#define PQ_LEXICON_COMPILE_H

#include "entry.h"

/** Append the image of `tables` to `out`.  `arena` is for what is needed on the
 * way.  Ids that no table has become stubs, which another layer fills. */
PQ_NODISCARD pq_status pq_compile(pq_arena *arena, const pq_tables *tables,
                                  pq_buf *out);

#endif
