#include "web_run.h"

#include "data.h"

#include "base/alloc.h"
#include "write/page.h"
#include "write/svg.h"

#include <stdio.h>

void pq_web_run_init(pq_web_run *run, pq_alloc *alloc) {
  *run = (pq_web_run){.alloc = alloc,
                      .top = {.fd = -1},
                      .records = {.fd = -1},
                      .rows = {.fd = -1}};
  pq_buf_init(&run->bytes, alloc);
  pq_web_init(&run->web, alloc);
}

void pq_web_run_clear(pq_web_run *run) {
  pq_beside_drop(&run->rows);
  pq_folder_close(&run->records);
  pq_folder_close(&run->top);
  pq_free(run->alloc, run->records_path);
  pq_free(run->alloc, run->top_path);
  pq_buf_clear(&run->bytes);
  pq_web_clear(&run->web);
}

/* ---- folders ---- */

static pq_status open_within(pq_web_run *run, const pq_folder *above,
                             const char *name, char **path, pq_folder *out) {
  const size_t n = strlen(above->path) + strlen(name) + 2;
  *path = pq_realloc(run->alloc, NULL, n);
  if (!*path) return PQ_NO_MEM;
  (void)snprintf(*path, n, "%s/%s", above->path, name);
  return pq_folder_within(above, name, *path, out);
}

static pq_status put_bytes(pq_web_run *run, const char *name) {
  if (run->bytes.status) return run->bytes.status;
  return pq_folder_put(&run->top, name, pq_buf_view(&run->bytes));
}

/* The dark colours of diagrams stand where those of the page do. */
static pq_status put_files(pq_web_run *run) {
  pq_status st = PQ_OK;
  size_t n = 0;
  const pq_data_file *const files = pq_data_web(&n);
  for (size_t i = 0; i < n; ++i) {
    char name[PQ_FILE_NAME_MOST + 1];
    (void)snprintf(name, sizeof name, "%.*s", (int)files[i].name.len,
                   files[i].name.ptr);
    pq_buf_reset(&run->bytes);
    pq_buf_put(&run->bytes, files[i].bytes);
    if (pq_view_ends(files[i].name, PQ_LIT(".css"))) {
      pq_svg_dark(&run->bytes);
      pq_buf_char(&run->bytes, '\n');
    }
    PQ_TRY(st, put_bytes(run, name));
  }
  return PQ_OK;
}

static pq_status put_rows(pq_web_run *run) {
  if (run->bytes.status) return run->bytes.status;
  return pq_beside_put(&run->rows, pq_buf_view(&run->bytes));
}

static pq_status open_all(pq_web_run *run) {
  pq_status st = PQ_OK;
  PQ_TRY(st, open_within(run, &run->top, "records", &run->records_path,
                         &run->records));
  pq_folder_sweep(&run->top);
  pq_folder_sweep(&run->records);
  PQ_TRY(st, put_files(run));
  PQ_TRY(st, pq_beside_open(&run->top, "index-data.js", &run->rows));
  pq_buf_reset(&run->bytes);
  pq_web_rows_head(&run->bytes);
  return put_rows(run);
}

pq_status pq_web_run_open(pq_web_run *run, const pq_folder *out) {
  pq_status st = PQ_OK;
  PQ_TRY(st, open_within(run, out, "site", &run->top_path, &run->top));
  return open_all(run);
}

pq_status pq_web_run_open_at(pq_web_run *run, const char *path,
                             const pq_sink *sink) {
  pq_status st = PQ_OK;
  PQ_TRY(st, pq_folder_open(path, sink, &run->top));
  return open_all(run);
}

/* ---- records ---- */

static void name_page(pq_view stem, char name[PQ_FILE_NAME_MOST + 1]) {
  (void)snprintf(name, PQ_FILE_NAME_MOST + 1, "%.*s.html", (int)stem.len,
                 stem.ptr);
}

pq_status pq_web_run_page(const pq_folder *records, const pq_graph *g,
                          pq_view stem, pq_view svg, pq_buf *room) {
  pq_status st = PQ_OK;
  char name[PQ_FILE_NAME_MOST + 1];
  name_page(stem, name);
  pq_buf_reset(room);
  PQ_TRY(st, pq_page_put(g, svg, room));
  return pq_folder_put(records, name, pq_buf_view(room));
}

pq_status pq_web_run_row(pq_web_run *run, const pq_graph *g, pq_view stem) {
  pq_status st = PQ_OK;
  pq_buf_reset(&run->bytes);
  PQ_TRY(st, pq_web_add(&run->web, g, stem, &run->bytes));
  return put_rows(run);
}

void pq_web_run_drop(pq_web_run *run, pq_view stem) {
  char name[PQ_FILE_NAME_MOST + 1];
  name_page(stem, name);
  pq_folder_drop(&run->records, name);
}

pq_status pq_web_run_overview(pq_web_run *run, pq_web_overview *overview,
                              pq_view svg) {
  pq_status st = PQ_OK;
  if (!svg.len) {
    pq_folder_drop(&run->top, "overview.html");
    return PQ_OK;
  }
  pq_buf_reset(&run->bytes);
  PQ_TRY(st, pq_page_overview(&overview->engine->maker, &overview->arena,
                              overview->claims.at, overview->claims.n, svg,
                              &run->bytes));
  run->web.overview = true;
  return put_bytes(run, "overview.html");
}

pq_status pq_web_run_finish(pq_web_run *run, const pq_maker *maker) {
  pq_status st = PQ_OK;
  pq_buf_reset(&run->bytes);
  pq_web_rows_tail(&run->bytes);
  PQ_TRY(st, put_rows(run));
  PQ_TRY(st, pq_beside_keep(&run->rows));
  pq_buf_reset(&run->bytes);
  PQ_TRY(st, pq_web_index(&run->web, maker, &run->bytes));
  return put_bytes(run, "index.html");
}
