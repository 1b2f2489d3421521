/* The index of a site: what a run adds up to, and a row for each record.
 *
 *   records -> site: counts, kinds, works   ->  index.html
 *           +-> a row each                  ->  index-data.js
 * Rows are handed out as they come; what is kept grows with the kinds and the
 * works of a run, and by one link a record. */
#ifndef PQ_WRITE_WEB_H
#define PQ_WRITE_WEB_H

#include "base/intern.h"
#include "graph/graph.h"

/** What several records cite, and for how many claims. */
typedef struct pq_web_work {
  pq_view label, pmid, doi;
  uint32_t claims, records;
  uint32_t last; /* the record that counted it last */
} pq_web_work;

typedef struct pq_web {
  pq_arena arena;
  pq_intern kinds;           /* "phosphorylation" */
  PQ_VEC(uint32_t) per_kind; /* claims, by id of the kind */
  pq_intern works;           /* IRIs */
  PQ_VEC(pq_web_work) cited; /* by id of the work */
  pq_buf list, room;         /* links for readers without a script */
  bool overview;             /* there is an overview.html */
  uint32_t records, citing;  /* all; those with a citation */
  uint64_t sentences, heard;
  uint64_t mentions, known;
  uint64_t claims, disputes, questions;
  uint64_t pointers, resolved; /* citations */
  uint64_t by_stance[PQ_N_STANCES];
} pq_web;

/** An empty site.  It must not move. */
void pq_web_init(pq_web *site, pq_alloc *alloc);
void pq_web_clear(pq_web *site);

/** Count a record whose page is `stem`.html, and append its row as a piece of
 * JavaScript.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_web_add(pq_web *site, const pq_graph *g, pq_view stem,
                                  pq_buf *out);

/** What stands before and behind all rows. */
void pq_web_rows_head(pq_buf *out);
void pq_web_rows_tail(pq_buf *out);

/** Append index.html. */
PQ_NODISCARD pq_status pq_web_index(pq_web *site, const pq_maker *maker,
                                    pq_buf *out);

#endif
