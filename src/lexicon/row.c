#include "row.h"

#include "base/utf8.h"

bool pq_lines_next(pq_lines *lines, pq_view *out) {
  while (lines->rest.len) {
    const size_t n = pq_view_find(lines->rest, '\n');
    *out = pq_view_head(lines->rest, n);
    lines->rest = pq_view_skip(lines->rest, n + 1);
    ++lines->line;
    if (!pq_view_starts(*out, PQ_LIT("#"))) return true;
  }
  return false;
}

size_t pq_line_cells(pq_view line, pq_view *cells, size_t most) {
  size_t n = 0;
  pq_view rest = line;
  while (rest.ptr) {
    const pq_view cell = pq_view_cut(&rest, '\t');
    if (n < most) cells[n] = cell;
    ++n;
  }
  return n;
}

pq_place pq_byte_place(pq_view file, pq_view bytes, size_t at) {
  pq_place place = {.file = file, .line = 1};
  size_t begin = 0;
  for (size_t i = 0; i < at && i < bytes.len; ++i) {
    if (bytes.ptr[i] == '\n') {
      ++place.line;
      begin = i + 1;
    }
  }
  const pq_view before = pq_view_head(pq_view_skip(bytes, begin), at - begin);
  place.column = (uint32_t)pq_utf8_count(before) + 1;
  return place;
}

pq_status pq_bytes_check(pq_view file, pq_view bytes, const pq_sink *sink) {
  const size_t bad = pq_utf8_check(bytes);
  if (bad < bytes.len) {
    return pq_fail(sink, PQ_BAD_ENCODING, "lexicon.encoding",
                   pq_byte_place(file, bytes, bad),
                   "this byte is no UTF-8, or is NUL");
  }
  const size_t cr = pq_view_find(bytes, '\r');
  if (cr < bytes.len) {
    return pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.line-end",
                   pq_byte_place(file, bytes, cr),
                   "lines end with LF alone; here is a CR");
  }
  if (pq_view_starts(bytes, PQ_LIT("\xEF\xBB\xBF"))) {
    return pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.mark",
                   pq_byte_place(file, bytes, 0), "no byte order mark, please");
  }
  if (bytes.len && bytes.ptr[bytes.len - 1] != '\n') {
    return pq_fail(sink, PQ_BAD_SYNTAX, "lexicon.line-end",
                   pq_byte_place(file, bytes, bytes.len),
                   "the last line does not end");
  }
  return PQ_OK;
}
