/* RDF that pathquill wrote, read back into the graph that it was written from.
 *
 *   pq_rdf -> rows of evidence, by document -> record and graph, as pq_graph
 *
 * What the RDF does not hold is not there: works without a year, and without
 * --text all words that it does not quote.  Papers stand in the order of the
 * text where there are pointers (--mentions), else studies first, by year. */
#ifndef PQ_QUERY_REGRAPH_H
#define PQ_QUERY_REGRAPH_H

#include "rdf.h"

#include "graph/graph.h"

/** A statement and the named graph that holds it.  Two records may have one
 * text, or two labels of one thing, which only the names tell apart. */
typedef struct pq_rdf_quad {
  pq_rdf_id subject, predicate, object, graph;
} pq_rdf_quad;

/** Statements and what is made of them.  One at a time may be filled. */
typedef struct pq_regraph pq_regraph;

/** What it starts from.  All of it must live as long. */
typedef struct pq_regraph_source {
  const pq_rdf *rdf;  /* settled */
  pq_rdf_quad *quads; /* those whose graph is known; they get sorted */
  uint32_t n_quads;
  const pq_maker *maker; /* tells the base */
  const pq_kind *kinds;  /* the grammar's */
  uint32_t n_kinds;
  /* Cuts the text of a record into its sentences; NULL: neither they nor the
   * mentions are wanted, as for a picture. */
  pq_status (*cut)(void *user, pq_record *r, pq_text_id text);
  void *user;
} pq_regraph_source;

PQ_NODISCARD pq_status pq_regraph_open(const pq_regraph_source *source,
                                       pq_regraph **out);
void pq_regraph_close(pq_regraph *rg);

/** Id, and digits of the graph's name, of a record by index. */
pq_view pq_regraph_id(const pq_regraph *rg, uint32_t index);
pq_view pq_regraph_digits(const pq_regraph *rg, uint32_t index);

/** How many records the statements are about: named graphs with a document. */
uint32_t pq_regraph_count(const pq_regraph *rg);

/** Fill record and graph, in `arena`, with one record by index, in the order of
 * ids, and from its named graph alone if that is known; or with all of them as
 * one, which has no id and no title, where `index` is pq_regraph_count().
 * PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_regraph_fill(pq_regraph *rg, uint32_t index,
                                       pq_arena *arena, pq_record *record,
                                       pq_graph *out);

#endif
