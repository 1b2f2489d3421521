/* The easel: pictures are drawn by children, which may crash.
 *
 *   caller --- easel --- worker        a worker draws some fifty pictures, then
 *                |                     another is forked from the easel, whose
 *                +------ worker ...    fonts and plugins are warm
 */
#ifndef PQ_WRITE_EASEL_H
#define PQ_WRITE_EASEL_H

#include "write.h"

typedef struct pq_easel_limits {
  uint32_t milliseconds; /* a picture */
  size_t bytes;          /* a worker */
  uint32_t pictures;     /* a worker */
} pq_easel_limits;

/** pq_easel_open with other limits than the usual ones, for tests. */
PQ_NODISCARD pq_status pq_easel_start(pq_alloc *alloc, const pq_sink *sink,
                                      const pq_easel_limits *limits,
                                      pq_easel **out);

#endif
