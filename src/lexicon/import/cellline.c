#include "lexicon/import/cellline.h"

enum {
  BODY = 5 /* a code and three blanks stand before what a line says */
};

static pq_status bad(pq_flaw *flaw, const char *what, size_t at) {
  *flaw = (pq_flaw){what, at};
  return PQ_BAD_SYNTAX;
}

static bool has_code(pq_view line, pq_view code) {
  return line.len >= code.len && pq_view_starts(line, code) &&
         (line.len == code.len || line.ptr[code.len] == ' ');
}

static pq_status take_name(pq_arena *arena, pq_view body, pq_cell_line *entry,
                           pq_flaw *flaw) {
  pq_status st = PQ_OK;
  if (entry->begun) return bad(flaw, "the entry before has no '//'", 0);
  if (body.len == 0) return bad(flaw, "here is no name", BODY);
  PQ_TRY(st, pq_arena_copy(arena, body, &entry->name));
  entry->begun = true;
  return PQ_OK;
}

static pq_status take_accession(pq_arena *arena, pq_view body,
                                pq_cell_line *entry, pq_flaw *flaw) {
  if (!pq_view_starts(body, PQ_LIT("CVCL_")) ||
      pq_view_find(body, ' ') < body.len) {
    return bad(flaw, "an accession looks like CVCL_0030", BODY);
  }
  return pq_arena_copy(arena, body, &entry->id);
}

static pq_status take_synonyms(pq_arena *arena, pq_view body,
                               pq_cell_line *entry) {
  pq_status st = PQ_OK;
  pq_view rest = body;
  while (rest.len) {
    size_t n = 0;
    while (n < rest.len && !(rest.ptr[n] == ';' && n + 1 < rest.len &&
                             rest.ptr[n + 1] == ' ')) {
      ++n;
    }
    pq_view one = pq_view_trim(pq_view_head(rest, n));
    rest = pq_view_skip(rest, n + 2);
    if (one.len == 0) continue;
    PQ_TRY(st, pq_arena_copy(arena, one, &one));
    PQ_PUSH(arena, &entry->synonyms, one);
  }
  return PQ_OK;
}

static pq_status take_taxon(pq_arena *arena, pq_view body, pq_cell_line *entry,
                            pq_flaw *flaw) {
  pq_status st = PQ_OK;
  const pq_view head = PQ_LIT("NCBI_TaxID=");
  pq_view digits = pq_view_skip(body, head.len);
  size_t n = 0;
  while (n < digits.len && pq_is_digit(digits.ptr[n])) {
    ++n;
  }
  if (!pq_view_starts(body, head) || n == 0 || n > 9) {
    return bad(flaw, "a species looks like NCBI_TaxID=9606;", BODY);
  }
  digits.len = n;
  PQ_TRY(st, pq_arena_copy(arena, digits, &digits));
  entry->taxon = entry->n_taxa ? (pq_view){"", 0} : digits;
  ++entry->n_taxa;
  return PQ_OK;
}

pq_status pq_cell_line_take(pq_arena *arena, pq_view line, pq_cell_line *entry,
                            pq_flaw *flaw) {
  const pq_view body = pq_view_trim(pq_view_skip(line, BODY));
  if (has_code(line, PQ_LIT("ID"))) {
    return take_name(arena, body, entry, flaw);
  }
  if (!entry->begun) return PQ_OK; /* the preface, or what a bad line left */
  if (has_code(line, PQ_LIT("//"))) return PQ_END;
  if (has_code(line, PQ_LIT("AC"))) {
    return take_accession(arena, body, entry, flaw);
  }
  if (has_code(line, PQ_LIT("SY"))) return take_synonyms(arena, body, entry);
  if (has_code(line, PQ_LIT("OX"))) return take_taxon(arena, body, entry, flaw);
  return PQ_OK;
}
