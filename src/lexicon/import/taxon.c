#include "lexicon/import/taxon.h"

enum {
  FIELDS = 4
};

static pq_status bad(pq_flaw *flaw, const char *what, size_t at) {
  *flaw = (pq_flaw){what, at};
  return PQ_BAD_SYNTAX;
}

static const struct {
  pq_view word;
  pq_taxon_class is;
} classes[] = {
    {PQ_LIT_INIT("scientific name"), PQ_TAXON_SCIENTIFIC},
    {PQ_LIT_INIT("genbank common name"), PQ_TAXON_COMMON},
    {PQ_LIT_INIT("common name"), PQ_TAXON_COMMON},
    {PQ_LIT_INIT("synonym"), PQ_TAXON_SYNONYM},
    {PQ_LIT_INIT("equivalent name"), PQ_TAXON_SYNONYM},
};

static pq_taxon_class class_of(pq_view word) {
  for (size_t i = 0; i < sizeof classes / sizeof classes[0]; ++i) {
    if (pq_view_same(word, classes[i].word)) return classes[i].is;
  }
  return PQ_TAXON_OTHER;
}

static bool is_number(pq_view v) {
  for (size_t i = 0; i < v.len; ++i) {
    if (!pq_is_digit(v.ptr[i])) return false;
  }
  return v.len > 0 && v.len < 10;
}

pq_status pq_taxon_line(pq_view line, pq_taxon_row *out, pq_flaw *flaw) {
  pq_view field[FIELDS];
  pq_view rest = line;
  size_t n = 0;
  while (rest.ptr && n < FIELDS) {
    const size_t at = pq_view_find(rest, '|');
    if (at == rest.len) break; /* each field ends with a bar */
    field[n++] = pq_view_trim(pq_view_cut(&rest, '|'));
  }
  if (n < FIELDS || pq_view_trim(rest).len) {
    return bad(flaw, "a row has four fields, each with a '|' behind it",
               n < FIELDS ? line.len : (size_t)(rest.ptr - line.ptr));
  }
  if (!is_number(field[0])) return bad(flaw, "this is no number", 0);
  if (field[1].len == 0) {
    return bad(flaw, "here is no name", (size_t)(field[1].ptr - line.ptr));
  }
  *out = (pq_taxon_row){.taxon = field[0],
                        .name = field[1],
                        .unique = field[2],
                        .is = class_of(field[3])};
  return PQ_OK;
}

bool pq_taxon_is_virus(pq_view name) {
  static const char *const ends[] = {"virus", "viruses", "phage", "viroid",
                                     "viridae"};
  pq_view rest = name;
  while (rest.len) {
    const pq_view word = pq_view_cut(&rest, ' ');
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; ++i) {
      const pq_view end = pq_view_of(ends[i]);
      if (word.len >= end.len &&
          pq_view_alike(pq_view_skip(word, word.len - end.len), end)) {
        return true;
      }
    }
  }
  return false;
}
