/* Graphs that a store does not have yet, gathered into one request.
 *
 *   parcel, parcel, ... -> N-Quads -> POST      where the store takes quads
 *                                  -> PUT, PUT  where it does not
 * Whether it does is found out with the first graph, by looking for it
 * afterwards: one store answers "200" with a page for people.  Quads are added,
 * so they may be sent again and never double; but only a graph of which nothing
 * is there may come in this way, for nothing old would go. */
#ifndef PQ_CMD_BATCH_H
#define PQ_CMD_BATCH_H

#include "census.h"

enum {
  PQ_BATCH_BYTES = 4 << 20 /* of quads that are kept */
};

typedef enum pq_way {
  PQ_WAY_UNKNOWN,
  PQ_WAY_TOGETHER,
  PQ_WAY_ALONE
} pq_way;

/** All zero but `most` and what is set by the caller is empty. */
typedef struct pq_batch {
  pq_remote *remote;
  const pq_names *names;
  const pq_manifest *manifest;
  const pq_sink *sink;
  size_t most; /* graphs in one request */
  pq_way way;
  pq_bytes quads;
  const pq_entry *entries[PQ_BATCH_MOST];
  size_t ends[PQ_BATCH_MOST]; /* in `quads` */
  size_t n;
} pq_batch;

/** Could this graph go with others? */
bool pq_batch_fits(const pq_batch *b, const pq_parcel *parcel,
                   const pq_entry *e);

/** Has it room for this graph? */
bool pq_batch_has_room(const pq_batch *b, const pq_parcel *parcel);

/** Keep a graph that fits, until it is sent.  `e` must not move. */
PQ_NODISCARD pq_status pq_batch_add(pq_batch *b, const pq_parcel *parcel,
                                    const pq_entry *e);

/** Send what is kept.  `*sent` counts the graphs that the store took, also
 * where it fails: PQ_BAD_WRITE or PQ_BAD_READ, told, or PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_batch_send(pq_batch *b, uint64_t *sent);

/** Send one graph by itself, in place of what is there under its name.  As
 * `pq_batch_send`. */
PQ_NODISCARD pq_status pq_batch_send_alone(pq_batch *b, const pq_entry *e,
                                           const char *type, pq_view body,
                                           uint64_t *sent);

void pq_batch_clear(pq_batch *b);

#endif
