#include "data.h"

/* Rows that data.S lays out, and their bytes. */
extern const pq_data_file pq_data_image;
extern const pq_data_file pq_data_grammar_rows[];
extern const size_t pq_data_grammar_size;
extern const pq_data_file pq_data_web_rows[];
extern const size_t pq_data_web_size;

pq_view pq_data_lexicon(void) {
  return pq_data_image.bytes;
}

const pq_data_file *pq_data_grammar(size_t *n) {
  *n = pq_data_grammar_size / sizeof *pq_data_grammar_rows;
  return pq_data_grammar_rows;
}

const pq_data_file *pq_data_web(size_t *n) {
  *n = pq_data_web_size / sizeof *pq_data_web_rows;
  return pq_data_web_rows;
}
