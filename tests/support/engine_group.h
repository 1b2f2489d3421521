/* For cmocka: an engine for all tests of a group, `*state`. */
#ifndef PQ_TESTS_ENGINE_GROUP_H
#define PQ_TESTS_ENGINE_GROUP_H

#include "engine.h"

static inline int open_engine(void **state) {
  pq_engine *engine = NULL;
  if (pq_engine_open(NULL, NULL, &engine)) return -1;
  *state = engine;
  return 0;
}

static inline int close_engine(void **state) {
  pq_engine_close(*state);
  return 0;
}

#endif
