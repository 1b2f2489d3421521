/* The folder that a run writes into.  A file gets its name when it is whole:
 * until then it has none or, where it is written bit by bit or the file system
 * knows no such files, another:
 *   .graph.nq.4711.part  ->  graph.nq
 * so that whoever reads the folder, or comes after an interrupted run, finds
 * old files or new ones, never halves.  No link inside the folder is followed.
 */
#ifndef PQ_FOLDER_H
#define PQ_FOLDER_H

#include "base/status.h"
#include "base/view.h"

enum {
  PQ_FILE_NAME_MOST = 96,
  PQ_FILE_PART_MOST = PQ_FILE_NAME_MOST + 32
};

typedef struct pq_folder {
  int fd;
  const char *path; /* not owned; for findings */
  const pq_sink *sink;
} pq_folder;

/** Open a folder; it and the folders above it are made if missing.
 * PQ_OK, or PQ_BAD_WRITE with a finding. */
PQ_NODISCARD pq_status pq_folder_open(const char *path, const pq_sink *sink,
                                      pq_folder *out);
/** Open a folder inside of another; it is made if missing, and must be no
 * link.  `path` is its whole path, for findings; it must outlive `*out`. */
PQ_NODISCARD pq_status pq_folder_within(const pq_folder *folder,
                                        const char *name, const char *path,
                                        pq_folder *out);
/** Close; a folder that was never opened has fd -1. */
void pq_folder_close(pq_folder *folder);

/** Write a whole file. */
PQ_NODISCARD pq_status pq_folder_put(const pq_folder *folder, const char *name,
                                     pq_view bytes);

/** Remove a file that an earlier run left, if it is there. */
void pq_folder_drop(const pq_folder *folder, const char *name);

/** Remove what processes that are gone left half written an hour ago or more:
 * ".NAME.PID.part". */
void pq_folder_sweep(const pq_folder *folder);

/** A file that is being written beside its name. */
typedef struct pq_beside {
  const pq_folder *folder;
  int fd; /* -1: not open */
  char name[PQ_FILE_NAME_MOST + 1], part[PQ_FILE_PART_MOST];
} pq_beside;

PQ_NODISCARD pq_status pq_beside_open(const pq_folder *folder, const char *name,
                                      pq_beside *out);
PQ_NODISCARD pq_status pq_beside_put(pq_beside *file, pq_view bytes);
/** Close it and give it its name. */
PQ_NODISCARD pq_status pq_beside_keep(pq_beside *file);
/** Close and remove it; nothing happens after `keep`, or if it is not open. */
void pq_beside_drop(pq_beside *file);

/** Write a file beside its path and rename it; into a device or a pipe as it
 * stands.  PQ_OK, or PQ_BAD_ARG (the path cannot name a file) or PQ_BAD_WRITE,
 * told to `sink`. */
PQ_NODISCARD pq_status pq_file_save(const char *path, pq_view bytes,
                                    const pq_sink *sink);

/** Tell now what pq_file_save would tell at the end of a long run: PQ_OK, or
 * PQ_BAD_ARG or PQ_BAD_WRITE as it.  Folders above the file are made. */
PQ_NODISCARD pq_status pq_file_foresee(const char *path, const pq_sink *sink);

/** A file without a name, which is gone with its descriptor. */
PQ_NODISCARD pq_status pq_folder_scratch(const pq_folder *folder, int *fd);

/** All bytes to a descriptor, or PQ_BAD_WRITE; errno says why. */
PQ_NODISCARD pq_status pq_bytes_write(int fd, pq_view bytes);

#endif
