#include "data.h"

/* Laid out by data.S, and made by gramc. */
extern const pq_view pq_data_image;
extern const pq_grammar pq_data_grammar_rules;

pq_view pq_data_lexicon(void) {
  return pq_data_image;
}

const pq_grammar *pq_data_grammar(void) {
  return &pq_data_grammar_rules;
}
