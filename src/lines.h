/* Claim lines back into statements, as far as a line tells them by itself:
 *
 *   claim, question, dispute   type, label, directness, alternatives
 *   evidence                   status, cues, words, works
 *   work                       name, label, PubMed number
 * Works get their names from the code that named them when the line was
 * written.  What stands in no line is not guessed: the names of evidence (here
 * a blank node), texts, and what things and events are.  A full line (extract
 * --full) has all of these, and gives the statements of RDF but for what no
 * question asks: settings, species of claims, more about works, provenance. */
#ifndef PQ_LINES_H
#define PQ_LINES_H

#include "graph/graph.h"
#include "query/rdf.h"
#include "read/read.h"

typedef struct pq_lines {
  pq_rdf *rdf;
  pq_maker maker; /* the base of IRIs */
  const pq_sink *sink;
  bool full_only; /* set it where others do not do */
  pq_arena arena; /* of one line */
  pq_buf room;
} pq_lines;

void pq_lines_open(pq_lines *l, pq_rdf *rdf, pq_view base, const pq_sink *sink);
void pq_lines_close(pq_lines *l);

/** Is this line of JSON a claim line, not a record? */
bool pq_lines_know(pq_view bytes);

/** Take a claim line.  PQ_OK; PQ_BAD_SYNTAX, told: it is none that pathquill
 * writes; PQ_BAD_ARG, untold: it is not full and has to be; PQ_LIMIT, told; or
 * PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_lines_take(pq_lines *l, const pq_raw *raw);

#endif
