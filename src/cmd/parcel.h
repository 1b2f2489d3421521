/* What is sent to a store: the graph of one record revision.
 *
 * The files are those that pathquill writes: N-Quads with the lines of a graph
 * together, or a Turtle or N-Triples file of one record.  A graph is kept whole
 * while it is sent, and only one. */
#ifndef PQ_CMD_PARCEL_H
#define PQ_CMD_PARCEL_H

#include "feed.h"

enum {
  PQ_KEY_SIZE = 16,
  PQ_GRAPH_MOST = 64 << 20 /* bytes of a graph */
};

/** One graph.  The views live until the next one is read. */
typedef struct pq_parcel {
  uint8_t key[PQ_KEY_SIZE]; /* the digits of its IRI, as bytes */
  pq_view iri;
  pq_view body;
  const char *type;   /* media type of `body` */
  bool lines;         /* `body` has a line for each triple, which ends " ." */
  uint64_t n_triples; /* different ones */
  pq_view about;      /* IRI of the record, or empty if it has no stable id */
  uint64_t made;      /* a hash of what the graph was made from, and by what */
} pq_parcel;

/** Names under which pathquill's graphs and documents are. */
typedef struct pq_names {
  const char *base; /* ends with a slash or a number sign */
} pq_names;

typedef struct pq_parcels pq_parcels;

/** May this file be loaded?  Its name tells its format. */
bool pq_parcels_know(const char *path);

/** Open a file.  What is wrong, now or later, goes to `sink` with its line. */
PQ_NODISCARD pq_status pq_parcels_open(const char *path, const pq_names *names,
                                       const pq_sink *sink, pq_parcels **out);

/** Close; NULL is allowed. */
void pq_parcels_close(pq_parcels *p);

/** Begin anew. */
void pq_parcels_rewind(pq_parcels *p);

/** The next graph.  PQ_END, PQ_BAD_SYNTAX, PQ_BAD_ENCODING, PQ_BAD_READ,
 * PQ_LIMIT or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_parcels_next(pq_parcels *p, pq_parcel *out);

/** Line at which the graph that was read last begins. */
uint32_t pq_parcels_line(const pq_parcels *p);

/** Is `iri` a graph of ours?  Then its digits are set as bytes. */
bool pq_names_key(const pq_names *names, pq_view iri, uint8_t *key);

/** The graph's IRI from its key. */
void pq_names_graph(const pq_names *names, const uint8_t *key, pq_bytes *out);

/** Hash of bytes: FNV-1a. */
uint64_t pq_fnv(pq_view bytes);

#endif
