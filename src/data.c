#include "data.h"

/* Rows that data.S lays out, and rules that gramc made. */
extern const pq_data_file pq_data_image;
extern const pq_data_file pq_data_web_rows[];
extern const size_t pq_data_web_size;
extern const pq_grammar pq_data_grammar_rules;

pq_view pq_data_lexicon(void) {
  return pq_data_image.bytes;
}

const pq_grammar *pq_data_grammar(void) {
  return &pq_data_grammar_rules;
}

const pq_data_file *pq_data_web(size_t *n) {
  *n = pq_data_web_size / sizeof *pq_data_web_rows;
  return pq_data_web_rows;
}
