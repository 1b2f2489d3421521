/* What is linked in, so that the tool runs from one file: the lexicon's image
 * and the rules of language.  The list of these is made by the build from
 * ontology/; data.S holds the bytes. */
#ifndef PQ_DATA_H
#define PQ_DATA_H

#include "base/view.h"

/** One file: its name without folders, and its bytes. */
typedef struct pq_data_file {
  pq_view name, bytes;
} pq_data_file;

/** The compiled lexicon, aligned for any type. */
pq_view pq_data_lexicon(void);

/** ontology/grammar/ *.yaml, sorted by name. */
const pq_data_file *pq_data_grammar(size_t *n);

/** src/write/web/ *, sorted by name: how a site looks, and what it does. */
const pq_data_file *pq_data_web(size_t *n);

#endif
