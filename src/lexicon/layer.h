/* The layers of a lexicon, strongest first. */
#ifndef PQ_LEXICON_LAYER_H
#define PQ_LEXICON_LAYER_H

#include "entry.h"
#include "image.h"

enum {
  PQ_LAYERS_MOST = 16
};

/** One image and who holds its bytes. */
typedef struct pq_layer {
  pq_image image;
  pq_mapping map; /* of a file, or nothing */
  pq_buf bytes;   /* of tables that were compiled here, or nothing */
} pq_layer;

struct pq_lexicon {
  pq_alloc *alloc;
  pq_layer layers[PQ_LAYERS_MOST];
  uint8_t n;
  uint8_t n_written; /* the first ones: people wrote them; the others were
                        imported */
  pq_digest digest;
};

/** The concept at an index of a layer's image; one that is a stub there comes
 * from the strongest layer that has it. */
bool pq_layer_concept(const pq_lexicon *lex, uint8_t layer, uint32_t index,
                      pq_concept *out);

#endif
