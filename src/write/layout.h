/* Statements laid out in lines of Turtle. */
#ifndef PQ_WRITE_LAYOUT_H
#define PQ_WRITE_LAYOUT_H

#include "write.h"

enum {
  PQ_TURTLE_COLUMNS = 118
};

/** One object of the subject that is being laid out, with its predicate if it
 * is the first one; bytes of `tokens`. */
typedef struct pq_piece {
  uint32_t begin, len;
  pq_term predicate; /* PQ_N_TERMS if it is none of ours */
  bool first;        /* begins a new predicate */
} pq_piece;

/** Text in the making and what it uses. */
typedef struct pq_layout {
  const pq_graph *g;
  pq_buf body;   /* finished statements */
  pq_buf tokens; /* pieces of the statement at hand */
  PQ_VEC(pq_piece) pieces;
  pq_view subject, predicate; /* of the statement at hand; copies */
  pq_view comment;
  pq_section section;
  bool any;                      /* something is laid out */
  pq_view spaces[PQ_N_PREFIXES]; /* absolute */
  bool used[PQ_N_PREFIXES];
  PQ_VEC(pq_view) numbered; /* public IRIs with numbers, in order of use */
  PQ_VEC(pq_view) labelled; /* those that the file labels itself */
} pq_layout;

PQ_NODISCARD pq_status pq_layout_begin(pq_layout *layout, const pq_graph *g,
                                       pq_alloc *alloc);
void pq_layout_clear(pq_layout *layout);

/** Take a statement; `user` is the layout. */
pq_status pq_layout_triple(void *user, const pq_triple *t);

/** Finish the last statement. */
void pq_layout_end(pq_layout *layout);

/** Append an IRI, shortened by the prefixes where Turtle allows it. */
void pq_layout_iri(pq_layout *layout, pq_buf *out, pq_view iri);

#endif
