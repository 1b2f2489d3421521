/* Tables of our own form.  The header tells which; columns may stand in any
 * order, and rows too.  Only the header's form is asked for more strictly than
 * a row's: without it nothing can be read. */
#include "base/note.h"
#include "lexicon/form.h"
#include "lexicon/import/kinds.h"
#include "lexicon/import/source.h"

/* Columns of a form, in its order. */
static size_t columns_of(const pq_form *form, pq_view *out) {
  size_t n = 0;
  pq_view rest = pq_view_of(form->header);
  while (rest.len) {
    out[n++] = pq_view_cut(&rest, '\t');
  }
  return n;
}

/* Where each column of the form stands in the header, if the header has them
 * all and no other. */
static bool fits(const pq_form *form, const pq_view *header, size_t n,
                 uint8_t *at) {
  pq_view columns[PQ_CELLS_MOST];
  const size_t most = columns_of(form, columns);
  if (n != most) return false;
  for (size_t i = 0; i < most; ++i) {
    size_t k = 0;
    while (k < n && !pq_view_alike(pq_view_trim(header[k]), columns[i])) {
      ++k;
    }
    if (k == n) return false;
    at[i] = (uint8_t)k;
  }
  return true;
}

static size_t cut(pq_view line, pq_view *cells) {
  size_t n = 0;
  pq_view rest = line;
  while (rest.ptr) {
    const pq_view cell = pq_view_cut(&rest, '\t');
    if (n < PQ_CELLS_MOST) cells[n] = cell;
    ++n;
  }
  return n;
}

/* The table that the header is of. */
static pq_status read_header(pq_importer *im, uint8_t *at, pq_table_id *out) {
  pq_view line = {"", 0};
  pq_view cells[PQ_CELLS_MOST];
  pq_status st = PQ_OK;
  do {
    st = pq_import_line(im, &line);
    if (!st) pq_import_no_row(im);
  } while (!st && pq_view_starts(line, PQ_LIT("#")));
  if (st && st != PQ_END) return st;
  const size_t n = st ? 0 : cut(line, cells);
  for (size_t i = 0; n && n <= PQ_CELLS_MOST && i < PQ_N_TABLES; ++i) {
    if (fits(&pq_forms[i], cells, n, at)) {
      *out = (pq_table_id)i;
      return PQ_OK;
    }
  }
  return pq_fail(im->sink, PQ_BAD_SYNTAX, "import.header",
                 (pq_place){.file = im->file.name,
                            .line = im->input->line ? im->input->line : 1,
                            .column = 1},
                 "no table has this header");
}

static pq_status read_row(pq_importer *im, pq_table_id id, const uint8_t *at,
                          pq_view line) {
  const pq_form *const form = &pq_forms[id];
  pq_view cells[PQ_CELLS_MOST];
  pq_row row = {.line = im->input->line};
  size_t wrong = 0;
  const size_t n = cut(line, cells);
  if (n != form->n_cells) {
    pq_import_wrong(im, line, "%lu cells, where %u belong", (unsigned long)n,
                    (unsigned)form->n_cells);
    return PQ_OK;
  }
  for (size_t i = 0; i < n; ++i) {
    row.cell[i] = cells[at[i]];
  }
  const char *const what = pq_form_mistake(form, &row, &wrong);
  if (what) {
    pq_import_wrong(im, row.cell[wrong], "%s", what);
    return PQ_OK;
  }
  if (id == PQ_TABLE_NAMES) ++im->file.n_names;
  return pq_import_row(im, id, row.cell, n);
}

pq_status pq_read_own(pq_importer *im) {
  pq_table_id id = PQ_N_TABLES;
  uint8_t at[PQ_CELLS_MOST] = {0};
  pq_view line;
  pq_status st = read_header(im, at, &id);
  if (st) return st;
  while (!(st = pq_import_line(im, &line))) {
    if (pq_view_starts(line, PQ_LIT("#")) || !line.len) {
      pq_import_no_row(im);
      continue;
    }
    PQ_TRY(st, read_row(im, id, at, line));
  }
  return st == PQ_END ? PQ_OK : st;
}
