/* Arguments, folders and lists as one list of paths. */
#ifndef PQ_READ_WALK_H
#define PQ_READ_WALK_H

#include "base/file.h"
#include "base/note.h"
#include "base/vec.h"

typedef struct pq_path {
  pq_view name; /* terminated, in the arena; "-" is standard input */
  pq_file_trust trust;
  int error; /* errno of a folder that could not be read, or 0 */
} pq_path;

typedef struct pq_paths {
  pq_arena *arena;
  const pq_sink *sink;
  bool (*wanted)(pq_view name); /* which files of a folder are records? */
  PQ_VEC(pq_path) all;
} pq_paths;

/** Add a path as it was named; of a folder, all files that are wanted, at any
 * depth, sorted by bytes.  Names that begin with a full stop are passed over
 * in folders, and so are links to folders, which is told: so there is no
 * endless walk.  PQ_OK, PQ_NO_MEM or PQ_LIMIT. */
PQ_NODISCARD pq_status pq_paths_add(pq_paths *p, pq_view name);

/** Add the paths that a file lists ("-": standard input), one a line, or
 * separated by NUL if there is one.  PQ_OK, PQ_NO_MEM, PQ_LIMIT, or, told,
 * PQ_BAD_READ. */
PQ_NODISCARD pq_status pq_paths_add_list(pq_paths *p, const char *list);

#endif
