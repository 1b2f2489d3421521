/* The forms under which a name is listed, besides its own. */
#ifndef PQ_LEXICON_VARIANT_H
#define PQ_LEXICON_VARIANT_H

#include "base/arena.h"

enum {
  PQ_VARIANTS_MOST = 8
};

/** A form of a name. */
typedef struct pq_variant {
  pq_view text;
  bool lower; /* its status is one lower than the name's */
} pq_variant;

/** The forms of a name, its own first: without a "(...)" at its end, with the
 * last word as a Roman or Arabic number, with k for kappa.  Texts live in the
 * arena or in `name`. */
PQ_NODISCARD pq_status pq_variants_of(pq_arena *arena, pq_view name,
                                      pq_variant out[PQ_VARIANTS_MOST],
                                      size_t *n);

#endif
