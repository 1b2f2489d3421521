/* Tables from files, and whether they hold together. */
#ifndef PQ_LEXICON_LOAD_H
#define PQ_LEXICON_LOAD_H

#include "entry.h"

/** Knows ids that stand elsewhere. */
typedef struct pq_known {
  const void *user;
  bool (*id)(const void *user, pq_view id); /* NULL: there are none */
} pq_known;

/** Read one table from bytes that outlive it.  `which` < PQ_N_TABLES: it must
 * be this one; else its header tells.  Every mistake goes to `sink`. */
PQ_NODISCARD pq_status pq_load_bytes(pq_arena *arena, pq_view file,
                                     pq_view bytes, pq_table_id which,
                                     const pq_sink *sink, pq_tables *tables);

/** Read a user's file. */
PQ_NODISCARD pq_status pq_load_file(pq_arena *arena, const char *path,
                                    const pq_sink *sink, pq_tables *tables);

/** Read all tables of a folder.  A table may be missing; a file that ends with
 * .tsv and is none of them may not be there. */
PQ_NODISCARD pq_status pq_load_folder(pq_arena *arena, const char *folder,
                                      const pq_sink *sink, pq_tables *tables);

/** Check what tables say of each other: ids that are not there or there twice,
 * a name of two ids that is not marked `amb`, circles of members.  `known` has
 * the ids of other layers. */
PQ_NODISCARD pq_status pq_load_check(pq_arena *arena, const pq_tables *tables,
                                     const pq_known *known,
                                     const pq_sink *sink);

#endif
