/* A record of a build in the making: what one thread does of it.
 *
 *   key -> kept bytes -> desk -> ID.ttl ID.dot ID.svg ...  site/records/ID.html
 *                         +-> graph, quads, findings
 * What stands in the last line waits for its turn among the records.  A making
 * belongs to one thread at a time. */
#ifndef PQ_MAKING_H
#define PQ_MAKING_H

#include "engine.h"
#include "folder.h"
#include "keys.h"
#include "told.h"

#include "write/write.h"

enum {
  PQ_TYPES_LIMIT = 24
};

/** What a run makes of each record. */
typedef struct pq_wants {
  const pq_engine *engine;
  const pq_writer *types[PQ_TYPES_LIMIT];
  size_t n_types;
  const pq_folder *folder;
  const pq_folder *pages; /* of the site; NULL: there is none */
  int scratch;            /* the kept bytes of all records */
} pq_wants;

typedef struct pq_making {
  const pq_wants *wants;
  const pq_key *key;
  pq_arena arena; /* of what is told */
  pq_told told;
  pq_sink pictures; /* takes what the easel tells, which knows no record */
  pq_folder folder, pages; /* as in `wants`; what they tell waits too */
  pq_desk desk;
  pq_easel *easel; /* of the thread at hand; NULL where nothing is drawn */
  pq_buf raw, bytes, dot, quads;
  pq_buf svg;       /* the picture */
  bool drawn;       /* it is there, or cannot be made */
  bool lost;        /* the kept bytes cannot be had: the run ends */
  pq_status status; /* of the record; PQ_BAD_WRITE ends the run */
} pq_making;

/** Nothing is in the making yet.  It must not move; `wants` outlives it. */
void pq_making_open(pq_making *m, const pq_wants *wants);
void pq_making_close(pq_making *m);

/** Make all of `m->key` that many threads may make, with the easel, or NULL,
 * and the spellings of the thread at hand.  What became of it stands in `m`. */
void pq_making_run(pq_making *m, pq_easel *easel, pq_spellings *spellings);

/** Make the files of a record whose writers take no two threads at once.  As
 * for `m->status`. */
PQ_NODISCARD pq_status pq_making_rest(pq_making *m);

/** Remove the files of a record that is given up: what was made of it before it
 * failed, or in an earlier run. */
void pq_making_drop(const pq_making *m);

#endif
