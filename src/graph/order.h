/* Canonical order, so that equal graphs print equal bytes. */
#ifndef PQ_GRAPH_ORDER_H
#define PQ_GRAPH_ORDER_H

#include "graph.h"

/** The section of the Turtle layout that describes an entity. */
pq_section pq_entity_section(const pq_record *r, pq_entity_id id);

/** Compares two ids: below, at or above zero. */
typedef int (*pq_id_order)(const pq_graph *g, uint32_t a, uint32_t b);

/** Sort ids; equal ones keep their order. */
PQ_NODISCARD pq_status pq_sort_ids(const pq_graph *g, uint32_t *ids, uint32_t n,
                                   pq_id_order order);

/** By text, then by where the words begin and end. */
int pq_evidence_by_place(const pq_graph *g, uint32_t a, uint32_t b);

/** Fill all the orders of a graph whose names are there. */
PQ_NODISCARD pq_status pq_order_all(pq_graph *g);

#endif
