/* A record of two sentences and three proteins, which the tests of plans fill.
 */

#ifndef PQ_TESTS_UNIT_WRITE_MADE_H
#define PQ_TESTS_UNIT_WRITE_MADE_H

#include "test_write_records.h"

#include "write/plan.h"

typedef struct made {
  sample s;
  pq_node a, b, c;
  pq_plan plan;
} made;

static inline void begin(made *m) {
  static const char *const text[] = {"One says so.", "Two says so."};
  sample_begin(&m->s, "R-HSA-9", "Made", text, 2);
  m->a = sample_protein(&m->s, "P00001", "AAA");
  m->b = sample_protein(&m->s, "P00002", "BBB");
  m->c = sample_protein(&m->s, "P00003", "CCC");
}

#endif
