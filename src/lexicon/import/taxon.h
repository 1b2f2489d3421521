/* Rows of names.dmp of the NCBI Taxonomy.
 *
 *   9606 \t|\t Homo sapiens \t|\t \t|\t scientific name \t|
 *   number     name            unique   class
 */
#ifndef PQ_LEXICON_IMPORT_TAXON_H
#define PQ_LEXICON_IMPORT_TAXON_H

#include "lexicon/import/stanza.h"

/** What kind of name it is; 0 for those of no use here. */
typedef enum pq_taxon_class {
  PQ_TAXON_OTHER,
  PQ_TAXON_SYNONYM, /* synonym, equivalent name */
  PQ_TAXON_COMMON,  /* common name, GenBank's among them */
  PQ_TAXON_SCIENTIFIC
} pq_taxon_class;

/** One row; views into the line. */
typedef struct pq_taxon_row {
  pq_view taxon, name, unique;
  pq_taxon_class is;
} pq_taxon_row;

/** Read a line without its end.  PQ_OK, or PQ_BAD_SYNTAX and the flaw. */
PQ_NODISCARD pq_status pq_taxon_line(pq_view line, pq_taxon_row *out,
                                     pq_flaw *flaw);

/** Is this the name of a virus: has it a word that ends so? */
bool pq_taxon_is_virus(pq_view name);

#endif
