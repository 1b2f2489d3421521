/* Sequences that sources give, for the residue check. */
#include "base/note.h"
#include "lexicon/import/source.h"

#include <stdlib.h>

bool pq_import_is_accession(pq_view text) {
  const size_t dash = pq_view_find(text, '-');
  if (!pq_import_is_entry(pq_view_head(text, dash))) return false;
  return dash == text.len || pq_entry_number(pq_view_skip(text, dash + 1)) > 0;
}

pq_status pq_import_sequence(pq_importer *im, const pq_sequence *sequence) {
  pq_status st = PQ_OK;
  pq_sequence s = *sequence;
  PQ_TRY(st, pq_arena_copy(im->arena, s.accession, &s.accession));
  PQ_TRY(st, pq_arena_line(im->arena, s.name, &s.name));
  PQ_TRY(st, pq_arena_copy(im->arena, s.residues, &s.residues));
  PQ_PUSH(im->arena, &im->tables->sequences, s);
  if (!im->used) ++im->file.n_used;
  im->used = true;
  return PQ_OK;
}

static int by_accession(const void *one, const void *two) {
  const pq_sequence *const a = one;
  const pq_sequence *const b = two;
  return pq_sequence_order(a, b);
}

void pq_import_compare_sequences(pq_tables *tables, const pq_sink *sink) {
  pq_sequence *const at = tables->sequences.at;
  const uint32_t n = tables->sequences.n;
  if (n) qsort(at, n, sizeof *at, by_accession);
  uint32_t first = 0;
  bool told = false;
  for (uint32_t i = 1; i < n; ++i) {
    if (!pq_view_same(at[i].accession, at[first].accession)) {
      first = i;
      told = false;
    } else if (!told && !pq_view_same(at[i].residues, at[first].residues)) {
      told = true;
      pq_warn(sink, "import.sequence-twice", (pq_place){.line = 0},
              "%.*s has two sequences, of %llu and %llu residues; the first is"
              " taken",
              pq_view_width(at[i].accession), at[i].accession.ptr,
              (unsigned long long)at[first].residues.len,
              (unsigned long long)at[i].residues.len);
    }
  }
}
