/* What is linked in, so that the tool runs from one file: the lexicon's image
 * and the rules of language, both compiled by the build from ontology/. */
#ifndef PQ_DATA_H
#define PQ_DATA_H

#include "claim/claim.h"

/** The compiled lexicon, aligned for any type. */
pq_view pq_data_lexicon(void);

/** The rules of ontology/grammar/ *.yaml.  Nobody closes them. */
const pq_grammar *pq_data_grammar(void);

#endif
