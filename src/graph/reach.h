/* What the claims of a record speak of, with all that has to be described
 * beside it: bare events, states that events leave, single states. */
#ifndef PQ_GRAPH_REACH_H
#define PQ_GRAPH_REACH_H

#include "graph.h"

typedef struct pq_reached_event {
  bool seen;
  pq_event_id broader;
  pq_entity_id product;
} pq_reached_event;

/** Marks by id.  The tables of the record may be longer afterwards. */
typedef struct pq_reach {
  pq_record *record;
  PQ_VEC(bool) entities;
  PQ_VEC(pq_reached_event) events;
  PQ_VEC(pq_node) queue; /* found, from `head` on not looked into */
  uint32_t head;
} pq_reach;

/** Mark an end of a claim and all that belongs to it. */
PQ_NODISCARD pq_status pq_reach_node(pq_reach *reach, pq_node node);

static inline bool pq_reach_has(const pq_reach *reach, pq_entity_id id) {
  return id < reach->entities.n && reach->entities.at[id];
}

/** The state of `base` with this one modification of `e`. */
PQ_NODISCARD pq_status pq_single_state(pq_record *r, const pq_entity *e,
                                       uint32_t mod, pq_entity_id *out);

#endif
