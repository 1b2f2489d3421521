/* One thing under one id.  Sources name a gene by what they know of it:
 *
 *   UniProt:P40763      UniProt, Reactome      a protein's accession
 *   NCBIGene:6774       NCBI                   where it knows no HGNC id
 *   HGNC.symbol:STAT3   FamPlex                a symbol
 * Where exactly one thing that has another kind of id says that it is this one,
 * by its xrefs or, of a gene of HGNC, by its label, rows get the id of that. */
#ifndef PQ_LEXICON_JOIN_H
#define PQ_LEXICON_JOIN_H

#include "entry.h"
#include "image.h"

/** Change the ids in concepts, names, members and fusions.  Things of `known`
 * (NULL: there are none), which has the images of other layers, count too.
 * Concepts that got another id have a non-empty PQ_CONCEPTS_JOINED. */
PQ_NODISCARD pq_status pq_join(pq_arena *arena, pq_tables *tables,
                               const pq_lexicon *known);

#endif
