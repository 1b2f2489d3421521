/* Lines of comma-separated values: "a cell","a ""quoted"" one",plain */
#include "lexicon/import/source.h"

/* A quoted cell at the beginning of `rest`: its text without the quotes, double
 * ones made single.  False: it does not end. */
static bool take_quoted(pq_view *rest, char *room, pq_view *out) {
  size_t n = 0;
  size_t i = 1;
  for (; i < rest->len; ++i) {
    if (rest->ptr[i] == '"') {
      if (i + 1 == rest->len || rest->ptr[i + 1] != '"') break;
      ++i;
    }
    room[n++] = rest->ptr[i];
  }
  if (i == rest->len) return false;
  *out = (pq_view){room, n};
  *rest = pq_view_skip(*rest, i + 1);
  return true;
}

/* What is wrong with the cell at the beginning of `rest`, or NULL. */
static const char *take_cell(pq_view *rest, char *room, pq_view *out) {
  if (!rest->len || rest->ptr[0] != '"') {
    const size_t n = pq_view_find(*rest, ',');
    *out = pq_view_head(*rest, n);
    *rest = pq_view_skip(*rest, n);
    return pq_view_find(*out, '"') < n ? "a quote inside of a cell" : NULL;
  }
  if (!take_quoted(rest, room, out)) return "a quoted cell has no end";
  return rest->len && rest->ptr[0] != ',' ? "text behind a quoted cell" : NULL;
}

pq_status pq_import_csv(pq_importer *im, pq_view line, size_t n, pq_view *cells,
                        bool *good) {
  char *room = pq_arena_take(im->arena, line.len + 1);
  if (!room) return im->arena->status;
  pq_view rest = line;
  size_t found = 0;
  *good = false;
  do {
    pq_view cell = {"", 0};
    if (found) rest = pq_view_skip(rest, 1);
    const char *const what = take_cell(&rest, room, &cell);
    if (what) {
      pq_import_wrong(im, rest, "%s", what);
      return PQ_OK;
    }
    if (cell.ptr == room) room += cell.len;
    if (found < n) cells[found] = pq_view_trim(cell);
    ++found;
  } while (rest.len);
  *good = found == n;
  if (!*good) {
    pq_import_wrong(im, line, "%lu cells, where %lu belong",
                    (unsigned long)found, (unsigned long)n);
  }
  return PQ_OK;
}
