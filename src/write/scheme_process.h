/* Processes that are events of a scheme: apoptosis, growth of tumors. */
#ifndef PQ_WRITE_SCHEME_PROCESS_H
#define PQ_WRITE_SCHEME_PROCESS_H

#include "scheme.h"

/** The event that a process is; its type is empty if it is none. */
pq_scheme_event pq_scheme_process(pq_scheme scheme, const pq_record *r,
                                  const pq_happening *h);

#endif
