/* The form of each table: its header, order and what its cells may say. */
#ifndef PQ_LEXICON_FORM_H
#define PQ_LEXICON_FORM_H

#include "entry.h"

enum {
  PQ_KEY_CELLS_MOST = 4
};

/** What a table looks like. */
typedef struct pq_form {
  const char *file;   /* "concepts.tsv" */
  const char *header; /* its first line */
  uint8_t n_cells;
  uint8_t may_be_empty;           /* bit i: cell i */
  uint8_t number;                 /* bit i: cell i is ordered as a number */
  uint8_t key[PQ_KEY_CELLS_MOST]; /* cells that order rows; see n_key */
  uint8_t n_key;
  /** What is wrong with the row, or NULL; `*cell` says where. */
  const char *(*wrong)(const pq_row *row, size_t *cell);
} pq_form;

extern const pq_form pq_forms[PQ_N_TABLES];

/** The first mistake in the cells of a row that has as many as it should, or
 * NULL; `*cell` says where. */
const char *pq_form_mistake(const pq_form *form, const pq_row *row,
                            size_t *cell);

/** Is a text short enough for a name, in words and marks? */
bool pq_form_can_be_name(pq_view text);

/** Order of two rows by the table's key; 0 for two of one key. */
int pq_form_order(const pq_form *form, const pq_row *a, const pq_row *b);

#endif
