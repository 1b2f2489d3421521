#include "field.h"

enum {
  DOI_MOST = 200
};

/* What stands behind the resolver's address, or "doi:". */
static pq_view without_address(pq_view text) {
  static const char *const heads[] = {"https://", "http://",  "dx.",
                                      "www.",     "doi.org/", "doi:"};
  text = pq_view_trim(text);
  for (size_t i = 0; i < sizeof heads / sizeof *heads; ++i) {
    const pq_view head = pq_view_of(heads[i]);
    if (pq_view_alike(pq_view_head(text, head.len), head)) {
      text = pq_view_trim(pq_view_skip(text, head.len));
    }
  }
  return text;
}

/* 10.digits/name, nothing of it blank. */
static bool is_doi(pq_view text) {
  const size_t slash = pq_view_find(text, '/');
  if (!pq_view_starts(text, PQ_LIT("10.")) || slash == 3 ||
      slash + 1 >= text.len || text.len > DOI_MOST) {
    return false;
  }
  for (size_t i = 3; i < text.len; ++i) {
    const char c = text.ptr[i];
    if (i < slash && !pq_is_digit(c) && c != '.') return false;
    if ((unsigned char)c <= ' ' || c == 0x7F) return false;
  }
  return true;
}

pq_status pq_field_doi(pq_arena *arena, pq_view text, pq_view *out) {
  text = without_address(text);
  if (!is_doi(text)) {
    *out = (pq_view){"", 0};
    return PQ_OK;
  }
  char *const low = pq_arena_room(arena, text.len);
  if (!low) return arena->status;
  for (size_t i = 0; i < text.len; ++i) {
    low[i] = pq_to_lower(text.ptr[i]);
  }
  *out = (pq_view){low, text.len};
  return PQ_OK;
}
