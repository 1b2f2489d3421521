#include "field.h"

enum {
  DOI_MOST = 200,
  KEY_MOST = 24 /* bytes of a key that may be meant for another */
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

pq_view pq_field_year(pq_view text) {
  for (size_t at = 0; at < text.len;) {
    size_t n = 0;
    while (at + n < text.len && pq_is_digit(text.ptr[at + n])) {
      ++n;
    }
    if (n == 4) {
      const pq_view rest = pq_view_skip(text, at);
      const bool lettered = rest.len == 5 && pq_is_lower(rest.ptr[4]);
      return pq_view_head(rest, lettered ? 5 : 4);
    }
    at += n ? n : 1;
  }
  return (pq_view){"", 0};
}

pq_status pq_field_ids(pq_arena *arena, const pq_sink *sink, pq_place at,
                       const char *const codes[2], pq_reference *ref) {
  pq_status st = PQ_OK;
  const pq_view doi = ref->doi;
  PQ_TRY(st, pq_plain_text(arena, &ref->title));
  PQ_TRY(st, pq_plain_text(arena, &ref->authors));
  if (ref->pmid.len && !pq_field_is_pmid(ref->pmid)) {
    pq_warn(sink, codes[0], at, "no PubMed number, which is digits: %.*s",
            pq_view_width(ref->pmid), ref->pmid.ptr);
    ref->pmid = (pq_view){"", 0};
  }
  ref->pmid = pq_field_pmid(ref->pmid);
  st = pq_field_doi(arena, doi, &ref->doi);
  if (!st && doi.len && !ref->doi.len) {
    pq_warn(sink, codes[1], at, "no DOI, which is 10.number/name: %.*s",
            pq_view_width(doi), doi.ptr);
  }
  return st;
}

pq_status pq_field_authors(pq_arena *arena, const pq_view *names, uint32_t n,
                           pq_view *out) {
  pq_view mark = PQ_LIT(", ");
  pq_view *const parts =
      pq_arena_take(arena, (2 * (size_t)n + 1) * sizeof *parts);
  if (!parts) return arena->status;
  for (uint32_t i = 0; i < n; ++i) {
    if (pq_view_find(names[i], ',') < names[i].len) mark = PQ_LIT("; ");
  }
  for (uint32_t i = 0; i < n; ++i) {
    parts[2 * (size_t)i] = names[i];
    parts[2 * (size_t)i + 1] = i + 1 < n ? mark : PQ_LIT("");
  }
  return pq_arena_join(arena, parts, 2 * (size_t)n, out);
}

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

/* Letters to change, leave out or add; both are short. */
static size_t distance(pq_view a, pq_view b) {
  size_t row[KEY_MOST + 1];
  for (size_t k = 0; k <= b.len; ++k) {
    row[k] = k;
  }
  for (size_t i = 0; i < a.len; ++i) {
    size_t before = row[0]; /* of the row above, one to the left */
    row[0] = i + 1;
    for (size_t k = 0; k < b.len; ++k) {
      const bool same = pq_to_lower(a.ptr[i]) == pq_to_lower(b.ptr[k]);
      const size_t changed = before + !same;
      before = row[k + 1];
      row[k + 1] = least(changed, least(before, row[k]) + 1);
    }
  }
  return row[b.len];
}

bool pq_field_is_near(pq_view key, pq_view known) {
  if (key.len > KEY_MOST || known.len > KEY_MOST) return false;
  return distance(key, known) <= (known.len < 6 ? 1U : 2U);
}
