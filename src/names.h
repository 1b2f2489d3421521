/* Names that a run could not settle, for a curator: looks like a name and is in
 * no lexicon, or names several things alike well.
 *
 *   mentions -> (name, candidates) -> row: how often, and one place
 * The place is that of the first record by id, so that the rows do not know the
 * order of the inputs.
 */
#ifndef PQ_NAMES_H
#define PQ_NAMES_H

#include "engine.h"

/** One name as it is written, white space squeezed. */
typedef struct pq_open_name {
  pq_view name, ids; /* ids of its candidates, best first, joined by '|' */
  uint64_t hash;
  uint64_t mentions, records;
  uint64_t last; /* the record that counted last, from 1 */
  /* Where it stands, and what was thought of it there. */
  pq_view record, digest, sentence;
  pq_view candidates; /* "HGNC:6029 IL9 0.576; HGNC:682 ARHGEF2 0.576" */
  pq_source source;
  uint32_t begin, end; /* code points */
} pq_open_name;

typedef struct pq_names {
  pq_arena arena;
  PQ_VEC(pq_open_name) rows;
  uint32_t *slots; /* row + 1, 0: free; open addressing; in the arena */
  uint32_t n_slots;
  uint64_t n_records;
  uint64_t n_left_out; /* mentions of names for which there was no room */
  pq_buf room;
} pq_names;

enum {
  PQ_OPEN_NAMES_MOST = 100000
};

void pq_names_init(pq_names *names, pq_alloc *alloc);
void pq_names_clear(pq_names *names);

/** Count the names of a record.  PQ_OK, or PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_names_add(pq_names *names, const pq_desk *desk);

/** Sort the rows: the most frequent first; tell if some were left out. */
void pq_names_settle(pq_names *names, const pq_sink *sink);

/** Append the table, with its header. */
void pq_names_table(const pq_names *names, pq_buf *out);

/** Append the same for people. */
void pq_names_tell(const pq_names *names, pq_buf *out);

/** Tell of each name of a record that is tied, at its first mention. */
PQ_NODISCARD pq_status pq_ties_tell(pq_desk *desk);

#endif
