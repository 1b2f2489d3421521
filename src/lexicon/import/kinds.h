/* The functions that read: one for each kind of file. */
#ifndef PQ_LEXICON_IMPORT_KINDS_H
#define PQ_LEXICON_IMPORT_KINDS_H

#include "lexicon/import/import.h"

/** HGNC's complete set. */
PQ_NODISCARD pq_status pq_read_hgnc(pq_importer *im);
/** NCBI Gene's gene_info. */
PQ_NODISCARD pq_status pq_read_ncbi_gene(pq_importer *im);
/** UniProt's tables. */
PQ_NODISCARD pq_status pq_read_uniprot_tsv(pq_importer *im);
/** FamPlex's files, and what is done when all are read. */
PQ_NODISCARD pq_status pq_read_famplex(pq_importer *im);
PQ_NODISCARD pq_status pq_end_famplex(pq_importer *im);
/** Reactome's lists. */
PQ_NODISCARD pq_status pq_read_reactome(pq_importer *im);
/** UniProt's FASTA. */
PQ_NODISCARD pq_status pq_read_fasta(pq_importer *im);
/** A table of our own form. */
PQ_NODISCARD pq_status pq_read_own(pq_importer *im);

/** Ontologies in OBO format. */
PQ_NODISCARD pq_status pq_read_obo(pq_importer *im);
/** ChEBI's names.tsv and compounds.tsv. */
PQ_NODISCARD pq_status pq_read_chebi(pq_importer *im);
/** Cellosaurus' text file. */
PQ_NODISCARD pq_status pq_read_cellosaurus(pq_importer *im);
/** NCBI Taxonomy's names.dmp. */
PQ_NODISCARD pq_status pq_read_ncbi_names(pq_importer *im);
/** SQLite files of Debian's R packages of annotation. */
PQ_NODISCARD pq_status pq_read_sqlite(pq_importer *im);

#endif
