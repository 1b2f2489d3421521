/* All graphs of a run of `load`: what is to be in the store at its end. */
#ifndef PQ_CMD_MANIFEST_H
#define PQ_CMD_MANIFEST_H

#include "parcel.h"

typedef struct pq_entry {
  uint8_t key[PQ_KEY_SIZE];
  uint32_t file; /* which has it; of several the last */
  uint32_t line; /* where it begins there */
  uint64_t n_triples, made;
  bool there; /* the store has something under its name */
  bool whole; /* it has all of it */
} pq_entry;

/** Sorted by key, each once; all zero is empty. */
typedef struct pq_manifest {
  pq_entry *at;
  size_t n, cap;
  uint64_t n_triples;
} pq_manifest;

void pq_manifest_clear(pq_manifest *m);

/** Read all files to their ends.  What is wrong in them goes to `sink`; the
 * status is that of the first file that is bad. */
PQ_NODISCARD pq_status pq_manifest_read(pq_manifest *m,
                                        pq_parcels *const *files,
                                        const char *const *paths,
                                        size_t n_files, const pq_sink *sink);

/** The entry of a graph, or NULL. */
pq_entry *pq_manifest_find(const pq_manifest *m, const uint8_t *key);

#endif
