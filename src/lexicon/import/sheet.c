/* Tables with a header. */
#include "base/note.h"
#include "lexicon/import/source.h"

/* The next letter or digit of a name, in lower case; 0 at its end. */
static char next_letter(pq_view name, size_t *at) {
  while (*at < name.len) {
    const char c = name.ptr[(*at)++];
    if (pq_is_alpha(c) || pq_is_digit(c)) return pq_to_lower(c);
  }
  return '\0';
}

static bool same_name(pq_view a, pq_view b) {
  size_t i = 0;
  size_t j = 0;
  for (;;) {
    const char x = next_letter(a, &i);
    const char y = next_letter(b, &j);
    if (x != y) return false;
    if (!x) return true;
  }
}

static bool is_called(const pq_column *column, pq_view name) {
  pq_view rest = pq_view_of(column->name);
  while (rest.len) {
    if (same_name(pq_view_cut(&rest, '/'), name)) return true;
  }
  return false;
}

/* Cut a line into the cells of the sheet; how many there are. */
static size_t cut(pq_sheet *s, pq_view line) {
  size_t n = 0;
  pq_view rest = line;
  while (rest.ptr) {
    const pq_view cell = pq_view_cut(&rest, '\t');
    if (n < PQ_SHEET_CELLS) s->cells[n] = cell;
    ++n;
  }
  return n;
}

static pq_status refuse(const pq_importer *im, const char *what,
                        const char *name) {
  const uint32_t line = im->input->line;
  const pq_place at = {
      .file = im->file.name, .line = line ? line : 1, .column = 1};
  return pq_fail(im->sink, PQ_BAD_SYNTAX, "import.header", at, "%s%s", what,
                 name);
}

pq_status pq_sheet_open(pq_sheet *s, pq_importer *im, const pq_column *wanted,
                        size_t n) {
  pq_view line;
  *s = (pq_sheet){.im = im};
  const pq_status st = pq_import_line(im, &line);
  if (st == PQ_END) return refuse(im, "the file is empty", "");
  if (st) return st;
  pq_import_no_row(im);
  s->n_cells = cut(s, line);
  if (s->n_cells > PQ_SHEET_CELLS) return refuse(im, "too many columns", "");
  for (size_t w = 0; w < n && w < PQ_SHEET_WANTED; ++w) {
    for (size_t i = s->n_cells; i-- > 0;) {
      if (is_called(&wanted[w], s->cells[i])) s->at[w] = (uint16_t)(i + 1);
    }
    if (wanted[w].needed && !s->at[w]) {
      return refuse(im, "the header names no column ", wanted[w].name);
    }
  }
  return PQ_OK;
}

pq_status pq_sheet_next(pq_sheet *s) {
  for (;;) {
    pq_status st = PQ_OK;
    pq_view line;
    PQ_TRY(st, pq_import_line(s->im, &line));
    if (!pq_view_trim(line).len && s->n_cells > 1) {
      pq_import_no_row(s->im);
      continue;
    }
    const size_t n = cut(s, line);
    if (n == s->n_cells) return PQ_OK;
    pq_import_wrong(s->im, line, "%lu cells, where the header has %lu",
                    (unsigned long)n, (unsigned long)s->n_cells);
  }
}

pq_view pq_sheet_cell(const pq_sheet *s, size_t wanted) {
  if (!s->at[wanted]) return (pq_view){"", 0};
  const pq_view cell = pq_view_trim(s->cells[s->at[wanted] - 1]);
  if (cell.len > 1 && cell.ptr[0] == '"' && cell.ptr[cell.len - 1] == '"') {
    return pq_view_trim((pq_view){cell.ptr + 1, cell.len - 2});
  }
  return cell;
}
