#include "ask.h"

static pq_status take_row(void *user, const pq_rdf_id *row) {
  return pq_gather_add(user, row);
}

static pq_status tell_limit(const pq_asking *asking, pq_status st) {
  if (st != PQ_LIMIT) return st;
  return pq_fail(asking->sink, st, "ask.too-large", (pq_place){.line = 0},
                 "the answer is too large; ask fewer records, or a store");
}

static pq_status gather(const pq_asking *asking, const pq_index *index,
                        pq_gather *out) {
  pq_status st = PQ_OK;
  pq_row row = {0};
  const pq_row_sink sink = {out, take_row};
  PQ_TRY(st, pq_settings_take(asking->question, &asking->settings, index,
                              asking->base, asking->sink, row));
  st = pq_match(index, asking->question->steps, row, &sink);
  return st ? tell_limit(asking, st) : pq_gather_settle(out);
}

pq_status pq_ask_index(const pq_asking *asking, const pq_index *index,
                       pq_gather *out) {
  pq_gather g;
  pq_gather_init(&g, index->rdf, asking->question);
  const pq_status st = gather(asking, index, &g);
  if (st) {
    pq_gather_clear(&g);
    return st;
  }
  *out = g;
  return PQ_OK;
}

pq_status pq_ask_changes(const pq_asking *asking, const pq_index *before,
                         const pq_index *after, pq_rdf *terms, pq_gather *out) {
  return tell_limit(asking, pq_changes(before, after, terms, out));
}

/* ---- as a table ---- */

static pq_cell cell_of(const pq_rdf *rdf, pq_rdf_id id) {
  static const pq_cell_kind kinds[] = {[PQ_RDF_IRI] = PQ_CELL_IRI,
                                       [PQ_RDF_BLANK] = PQ_CELL_BLANK,
                                       [PQ_RDF_LITERAL] = PQ_CELL_TEXT};
  if (!id) return (pq_cell){.kind = PQ_CELL_NONE};
  const pq_rdf_term *const t = &rdf->terms[id];
  return (pq_cell){.kind = kinds[t->kind],
                   .text = t->text,
                   .type = pq_rdf_text(rdf, t->type),
                   .language = t->language};
}

/* Digits of a number, at the end of the room. */
static pq_cell number_cell(uint32_t number, char room[PQ_DIGITS_MOST]) {
  size_t at = PQ_DIGITS_MOST;
  do {
    room[--at] = (char)('0' + number % 10);
    number /= 10;
  } while (number);
  return (pq_cell){.kind = PQ_CELL_TEXT,
                   .text = {room + at, PQ_DIGITS_MOST - at},
                   .type = pq_term_iri(PQ_TERM_INTEGER)};
}

static pq_cell give_cell(void *user, uint32_t row, uint32_t column) {
  pq_gather *const g = user;
  const uint32_t value = g->cells[(size_t)row * g->n_columns + column];
  return column < g->n_keys ? cell_of(g->rdf, value)
                            : number_cell(value, g->digits);
}

pq_answer pq_ask_answer(pq_gather *g, const char *columns[PQ_COLUMNS_MOST]) {
  for (uint32_t i = 0; i < g->n_columns; ++i) {
    columns[i] = g->question->columns[i].name;
  }
  return (pq_answer){.columns = columns,
                     .n_columns = g->n_columns,
                     .n_rows = g->n,
                     .user = g,
                     .cell = give_cell};
}
