/* A forked child and the line to it.  What it does may crash, hang or eat
 * memory: that costs the child.  Start the first one before any thread. */
#ifndef PQ_BASE_CHILD_H
#define PQ_BASE_CHILD_H

#include "base/buf.h"

#include <sys/types.h>

typedef struct pq_child {
  pid_t pid; /* 0: none */
  int line;  /* a stream in both directions */
} pq_child;

/** What a child may use; 0 is no limit. */
typedef struct pq_child_limits {
  size_t bytes;     /* of address space, beyond what it is born with */
  uint32_t seconds; /* of processor time */
} pq_child_limits;

/** Fork.  The child calls `work` with its end of the line, and ends when that
 * returns.  `parent_line` is a line that the child must not keep open, or -1.
 * Its standard streams lead nowhere.  PQ_OK or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_child_start(pq_child *child,
                                      const pq_child_limits *limits,
                                      void (*work)(void *user, int line),
                                      void *user, int parent_line);

/** Wait until no other thread of this process is left.  A library may have some
 * for a moment, and a child that is forked then gets the locks that they hold
 * without the threads that would open them.  False if there is still one after
 * `milliseconds`, or if the system does not tell. */
bool pq_child_alone(uint32_t milliseconds);

/** End a child at once and wait for it. */
void pq_child_kill(pq_child *child);

/** Close the line, which a child takes as its end, and wait for it. */
void pq_child_finish(pq_child *child);

/** Send a message: a number and bytes.  PQ_OK, or PQ_END if nobody listens. */
PQ_NODISCARD pq_status pq_line_send(int line, uint32_t number, pq_view bytes);

/** Receive a message into `bytes`.  PQ_OK; PQ_END: the other side is gone;
 * PQ_LIMIT: nothing came for `milliseconds` (0: wait for ever) or it is too
 * long; PQ_NO_MEM. */
PQ_NODISCARD pq_status pq_line_receive(int line, uint32_t milliseconds,
                                       uint32_t *number, pq_buf *bytes);

#endif
