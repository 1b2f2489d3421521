/* A site in the folder of a run: a page for each record, and an index.
 *
 *   OUT/site/index.html  index-data.js  style.css  site.js  records/STEM.html
 *            overview.html
 * Pages and rows are written as records come; the index at the end. */
#ifndef PQ_WEB_RUN_H
#define PQ_WEB_RUN_H

#include "folder.h"
#include "web_overview.h"

#include "write/web.h"

typedef struct pq_web_run {
  char *top_path, *records_path; /* owned; for findings */
  pq_alloc *alloc;
  pq_folder top, records;
  pq_beside rows;
  pq_buf bytes;
  pq_web web;
} pq_web_run;

/** Nothing is open yet.  It must not move. */
void pq_web_run_init(pq_web_run *run, pq_alloc *alloc);
void pq_web_run_clear(pq_web_run *run);

/** Make the folders and write what does not depend on records.  PQ_OK,
 * PQ_NO_MEM or PQ_BAD_WRITE. */
PQ_NODISCARD pq_status pq_web_run_open(pq_web_run *run, const pq_folder *out);

/** The same in a folder of its own: PATH/index.html. */
PQ_NODISCARD pq_status pq_web_run_open_at(pq_web_run *run, const char *path,
                                          const pq_sink *sink);

/** Write the page of a record; `svg` is its diagram, or empty, and `room` takes
 * the bytes on their way.  It knows of no other record, so many threads may
 * write.  PQ_OK, PQ_NO_MEM, PQ_LIMIT or PQ_BAD_WRITE. */
PQ_NODISCARD pq_status pq_web_run_page(const pq_folder *records,
                                       const pq_graph *g, pq_view stem,
                                       pq_view svg, pq_buf *room);

/** Keep the row of a record whose page was written.  Status likewise. */
PQ_NODISCARD pq_status pq_web_run_row(pq_web_run *run, const pq_graph *g,
                                      pq_view stem);

/** Remove the page that an earlier run left of a record. */
void pq_web_run_drop(pq_web_run *run, pq_view stem);

/** Write the overview; `svg` empty: there is none, and an old one goes.  PQ_OK,
 * PQ_NO_MEM, PQ_LIMIT or PQ_BAD_WRITE. */
PQ_NODISCARD pq_status pq_web_run_overview(pq_web_run *run,
                                           pq_web_overview *overview,
                                           pq_view svg);

/** Write the index. */
PQ_NODISCARD pq_status pq_web_run_finish(pq_web_run *run,
                                         const pq_maker *maker);

#endif
