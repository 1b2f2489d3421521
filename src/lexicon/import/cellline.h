/* Entries of Cellosaurus' text file, a line at a time.
 *
 *   ID   HeLa                                  begins an entry
 *   AC   CVCL_0030
 *   SY   HELA; He La                           names, joined by "; "
 *   OX   NCBI_TaxID=9606; ! Homo sapiens       several for a hybrid
 *   //                                         ends it
 */
#ifndef PQ_LEXICON_IMPORT_CELLLINE_H
#define PQ_LEXICON_IMPORT_CELLLINE_H

#include "lexicon/import/stanza.h"

/** One entry; zeroed is empty.  Views are in the arena. */
typedef struct pq_cell_line {
  pq_view id, name;
  pq_view taxon; /* digits; empty if there are none or several */
  PQ_VEC(pq_view) synonyms;
  uint32_t n_taxa;
  bool begun; /* an ID line was read */
} pq_cell_line;

/** Take a line of an entry; codes of no use here are passed over.  PQ_OK;
 * PQ_END: the entry ends with it; PQ_NO_MEM; PQ_LIMIT; PQ_BAD_SYNTAX and the
 * flaw: the entry is as it was. */
PQ_NODISCARD pq_status pq_cell_line_take(pq_arena *arena, pq_view line,
                                         pq_cell_line *entry, pq_flaw *flaw);

#endif
