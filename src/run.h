/* Many records: the loop that extract and explain share. */
#ifndef PQ_RUN_H
#define PQ_RUN_H

#include "engine.h"

/** What is done with each record that was read. */
typedef struct pq_visit {
  void *user;
  pq_buf *trace;   /* takes the grammar's steps of each record, or NULL */
  bool happenings; /* r->happenings are wanted */
  bool bodies;     /* and names of what lives */
  /** Looks at a record's bytes before they are read; may be NULL.  PQ_NO_MEM
   * ends the run; PQ_END: it is no record, and done; any other status was
   * told, and the record is skipped. */
  pq_status (*prepare)(void *user, pq_raw *raw);
  /** Any status ends the run, but for PQ_NO_MEM and PQ_LIMIT: the record is
   * given up. */
  pq_status (*record)(void *user, pq_desk *desk);
} pq_visit;

/** Take one record through the rooms.  One that cannot be read, or is given up,
 * is reported and counted; PQ_OK, or why the run ends. */
PQ_NODISCARD pq_status pq_run_one(pq_desk *desk, pq_raw *raw,
                                  const pq_visit *visit, pq_tally *tally);

/** Take all records through the rooms, in input order.  What cannot be read is
 * reported, counted and skipped. */
PQ_NODISCARD pq_status pq_run_each(const pq_engine *engine,
                                   const pq_inputs *inputs, const pq_sink *sink,
                                   const pq_visit *visit, pq_tally *tally);

/** What a stream of records gave so far. */
typedef struct pq_harvest {
  uint64_t raws, skipped;
  pq_status first; /* why the first skipped input was skipped */
} pq_harvest;

/** The next record that can be read; skipped inputs are counted. */
PQ_NODISCARD pq_status pq_run_next(pq_stream *stream, pq_harvest *harvest,
                                   pq_raw *raw);

/** How the run ends, with a finding where there was nothing to read. */
PQ_NODISCARD pq_status pq_run_close(const pq_harvest *harvest,
                                    const pq_sink *sink);

#endif
