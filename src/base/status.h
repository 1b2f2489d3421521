/* Propagation of pq_status. */
#ifndef PQ_BASE_STATUS_H
#define PQ_BASE_STATUS_H

#include "pathquill.h"

/** Return from the enclosing function unless `expr` is PQ_OK. */
#define PQ_TRY(st, expr)                       \
  do {                                         \
    if (((st) = (expr)) != PQ_OK) return (st); \
  } while (0)

/** Go to `label` unless `expr` is PQ_OK. */
#define PQ_TRY_GOTO(label, st, expr)          \
  do {                                        \
    if (((st) = (expr)) != PQ_OK) goto label; \
  } while (0)

#endif
