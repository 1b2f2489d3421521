/* The rules of language as files of a curator's folder. */
#ifndef PQ_ONTOLOGY_H
#define PQ_ONTOLOGY_H

#include "claim/claim.h"

enum {
  PQ_GRAMMAR_FILES_MOST = 64
};

/** Most bytes of a grammar: 4 MiB. */
#define PQ_GRAMMAR_MOST ((size_t)4 << 20)

typedef struct pq_ontology {
  pq_arena arena; /* names and bytes; must outlive the grammar */
  pq_grammar_file files[PQ_GRAMMAR_FILES_MOST]; /* sorted by name */
  size_t n;
} pq_ontology;

void pq_ontology_init(pq_ontology *o, pq_alloc *alloc);
void pq_ontology_clear(pq_ontology *o);

/** Read FOLDER/grammar/ *.yaml, sorted by name.  PQ_OK, PQ_NO_MEM, PQ_BAD_READ
 * or PQ_LIMIT, with a finding. */
PQ_NODISCARD pq_status pq_ontology_read(pq_ontology *o, const char *folder,
                                        const pq_sink *sink);

#endif
