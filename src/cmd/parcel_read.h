/* Between the files parcel*.c: a graph while it is read. */
#ifndef PQ_CMD_PARCEL_READ_H
#define PQ_CMD_PARCEL_READ_H

#include "parcel.h"

/** Terms as they stand in N-Triples: <iri> or "literal"... */
typedef struct pq_statement {
  pq_view subject, predicate, object;
} pq_statement;

struct pq_parcels {
  pq_feed lines;
  const pq_names *names;
  const pq_sink *sink;
  bool triples;  /* one graph, without its name on each line */
  bool ahead;    /* quads: `lines.line` holds the first of the next graph */
  uint32_t line; /* where the graph begins */
  pq_bytes iri, body, about;
  uint64_t made;
  uint64_t *seen; /* hashes of the statements */
  size_t n_seen, seen_cap;
};

/** Forget the last graph. */
void pq_parcels_begin(pq_parcels *p);

/** Take note of what a statement tells of its graph.  The IRIs are bare. */
void pq_parcels_note(pq_parcels *p, pq_view subject, pq_view predicate,
                     pq_view object);

/** Count a statement, once for each hash.  False: no memory. */
bool pq_parcels_count(pq_parcels *p, uint64_t hash);

/** Tell of the last line that was read. */
PQ_PRINTF(4, 5)
pq_status pq_parcels_fail(const pq_parcels *p, pq_status st, const char *code,
                          const char *format, ...);

/** The next line; tells why there is none, but for the end. */
PQ_NODISCARD pq_status pq_parcels_read_line(pq_parcels *p, pq_view *out);

PQ_NODISCARD pq_status pq_parcels_next_quads(pq_parcels *p);
PQ_NODISCARD pq_status pq_parcels_next_turtle(pq_parcels *p);

#endif
