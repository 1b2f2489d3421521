/* What a store says of the graphs that it holds. */
#ifndef PQ_CMD_CENSUS_H
#define PQ_CMD_CENSUS_H

#include "manifest.h"
#include "remote.h"

enum {
  PQ_CENSUS_BATCH = PQ_BATCH_MOST /* names in one query */
};

/** Mark the graphs that the store has something of, and, if asked to look
 * closely, those that are there as they are in the files: as many triples, made
 * from the same document by the same tool, lexicon and grammar. */
PQ_NODISCARD pq_status pq_census_look(pq_remote *r, const pq_names *names,
                                      pq_manifest *m, bool closely);

/** Does the store have as many triples of this entry as the files? */
PQ_NODISCARD pq_status pq_census_has(pq_remote *r, const pq_names *names,
                                     const pq_manifest *m, const pq_entry *e,
                                     bool *out);

/** Count the triples of all graphs in the store.  Graphs that do not have what
 * the files have go to `sink`.  `*n` is the sum. */
PQ_NODISCARD pq_status pq_census_verify(pq_remote *r, const pq_names *names,
                                        const pq_manifest *m,
                                        const pq_sink *sink, uint64_t *n);

/** Takes a graph of the store that has to go. */
typedef struct pq_older {
  void *user;
  pq_status (*found)(void *user, const char *graph);
} pq_older;

/** Graphs of ours in the store that tell of one of these records (IRIs, one a
 * line) and that are none of the run. */
PQ_NODISCARD pq_status pq_census_older(pq_remote *r, const pq_names *names,
                                       const pq_manifest *m, pq_view records,
                                       const pq_older *older);

#endif
