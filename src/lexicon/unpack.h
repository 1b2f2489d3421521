/* An image back to rows, so that images can be put together. */
#ifndef PQ_LEXICON_UNPACK_H
#define PQ_LEXICON_UNPACK_H

#include "entry.h"
#include "image.h"

/** Add the rows of `im`, which must live as long as `tables`.  What an image
 * does not keep is empty: notes, and classes of affixes.  Names come with the
 * forms that were made of them, and get no more. */
PQ_NODISCARD pq_status pq_unpack(pq_arena *arena, const pq_image *im,
                                 pq_tables *tables);

#endif
