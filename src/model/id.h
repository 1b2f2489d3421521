/* Index types.  0 is "none" in all of them: slot 0 of each table is unused. */
#ifndef PQ_MODEL_ID_H
#define PQ_MODEL_ID_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t pq_text_id;     /* index into record->texts, from 0 */
typedef uint32_t pq_sentence_id; /* index into record->sentences, from 0 */
typedef uint32_t pq_entity_id;   /* index into record->entities; 0 none */
typedef uint32_t pq_event_id;    /* index into record->events; 0 none */
typedef uint32_t pq_mention_id;  /* index into record->mentions; 0 none */
typedef uint32_t pq_work_id;     /* index into record->works; 0 none */
typedef uint32_t pq_claim_id;    /* index into record->claims; 0 none */
typedef uint32_t pq_dispute_id;  /* index into record->disputes; 0 none */

/** A thing or a happening: an end of a claim. */
typedef enum pq_node_kind {
  PQ_NODE_NONE,
  PQ_NODE_ENTITY,
  PQ_NODE_EVENT
} pq_node_kind;

typedef struct pq_node {
  pq_node_kind kind;
  uint32_t id; /* pq_entity_id or pq_event_id */
} pq_node;

/** Are they one thing, or one happening? */
static inline bool pq_same_node(pq_node a, pq_node b) {
  return a.kind == b.kind && a.id == b.id;
}

#endif
