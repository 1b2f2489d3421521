/* What is linked in, so that the tool runs from one file: the lexicon's image
 * and the rules of language, both compiled by the build from ontology/; and
 * what pages are made of. */
#ifndef PQ_DATA_H
#define PQ_DATA_H

#include "claim/claim.h"

/** One file: its name without folders, and its bytes. */
typedef struct pq_data_file {
  pq_view name, bytes;
} pq_data_file;

/** The compiled lexicon, aligned for any type. */
pq_view pq_data_lexicon(void);

/** The rules of ontology/grammar/ *.yaml.  Nobody closes them. */
const pq_grammar *pq_data_grammar(void);

/** src/write/web/ *, sorted by name: how a site looks, and what it does. */
const pq_data_file *pq_data_web(size_t *n);

#endif
