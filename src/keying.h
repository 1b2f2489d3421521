/* The first reading of a build: who the records are.
 *
 *   inputs -> batch -> N workers, a desk each -> batch -> keys
 *                                                  +-> scratch file
 * A key waits for its turn, so keys stand in the order of the inputs, whatever
 * N is. */
#ifndef PQ_KEYING_H
#define PQ_KEYING_H

#include "folder.h"
#include "keys.h"
#include "run.h"

typedef struct pq_keying {
  const pq_engine *engine;
  const pq_sink *sink;
  const pq_folder *folder; /* for findings about the scratch file */
  int scratch;             /* takes the bytes of all records */
  pq_keys *keys;           /* takes their keys */
  pq_harvest *harvest;     /* counts */
} pq_keying;

/** Read all inputs.  What is wrong with a record is not told: the second
 * reading does, so that findings come in the order of the output.  PQ_OK;
 * PQ_BAD_WRITE, which was told; PQ_BAD_ARG, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_keying_run(const pq_keying *k,
                                     const pq_inputs *inputs);

#endif
