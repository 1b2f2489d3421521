/* The functions that read: one for each kind of file. */
#ifndef PQ_LEXICON_IMPORT_KINDS_H
#define PQ_LEXICON_IMPORT_KINDS_H

#include "lexicon/import/import.h"

/** HGNC's complete set. */
PQ_NODISCARD pq_status pq_read_hgnc(pq_importer *im);
/** A table of our own form. */
PQ_NODISCARD pq_status pq_read_own(pq_importer *im);

#endif
