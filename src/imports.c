/* The lexicon by itself: files in, an image out; what it holds. */
#include "data.h"
#include "engine.h"
#include "folder.h"

#include "base/note.h"
#include "lexicon/import/import.h"
#include "lexicon/lexicon.h"

const char *pq_import_kind_name(size_t index, const char **files) {
  const pq_import_kind *const kind = pq_import_kind_at(index);
  if (!kind) return NULL;
  if (files) *files = kind->files;
  return kind->name;
}

/* Whom to call. */
typedef struct listener {
  const pq_progress *progress;
} listener;

static void tick(void *user, uint64_t n_rows) {
  const listener *const l = user;
  const pq_progress *const p = l->progress;
  const pq_tally tally = {.records = n_rows};
  if (p->tick) p->tick(p->user, &tally, 0);
}

/* What a run needs, and what comes of it. */
typedef struct job {
  pq_import_options options;
  pq_lexicon *known;
  pq_import_run *run;
  pq_buf image;
} job;

static pq_status open_job(job *j, const char *const *lexicons, size_t n,
                          const pq_sink *sink) {
  pq_status st = PQ_OK;
  const pq_lexicon_sources sources = {
      .image = pq_data_lexicon(), .overlays = lexicons, .n_overlays = n};
  pq_buf_init(&j->image, NULL);
  PQ_TRY(st, pq_lexicon_open(NULL, &sources, sink, &j->known));
  j->options.known = j->known;
  return pq_import_open(NULL, &j->options, sink, &j->run);
}

/* Write what was read, unless reading failed. */
static pq_status close_job(job *j, pq_status st, const char *path,
                           const pq_sink *sink) {
  if (!st) st = pq_import_finish(j->run, &j->image);
  pq_import_close(j->run);
  pq_lexicon_close(j->known);
  if (!st) st = pq_file_save(path, pq_buf_view(&j->image), sink);
  pq_buf_clear(&j->image);
  return st;
}

static pq_status read_all(pq_import_run *run, const pq_import_kind *kind,
                          const pq_import *what, uint64_t *n_bad) {
  pq_status st = PQ_OK;
  for (size_t i = 0; i < what->n_files; ++i) {
    PQ_TRY(st, pq_import_path(run, kind, what->files[i]));
  }
  const pq_import_file *file = NULL;
  for (size_t i = 0; (file = pq_import_file_at(run, i)); ++i) {
    *n_bad += file->n_bad;
  }
  return PQ_OK;
}

pq_status pq_lexicon_import(const pq_import *what, const char *path,
                            const pq_sink *sink, uint64_t *n_bad) {
  if (!what || !what->kind || !path || !what->files || !what->n_files ||
      (what->n_lexicons && !what->lexicons)) {
    return PQ_BAD_ARG;
  }
  const pq_import_kind *const kind = pq_import_kind_of(pq_view_of(what->kind));
  if (!kind) return PQ_BAD_ARG;
  listener ear = {what->progress};
  uint64_t bad = 0;
  job j = {.options = {.taxa = what->taxa,
                       .all_loci = what->all_loci,
                       .tick = ear.progress ? tick : NULL,
                       .user = &ear}};
  pq_status st = open_job(&j, what->lexicons, what->n_lexicons, sink);
  if (!st) st = read_all(j.run, kind, what, &bad);
  st = close_job(&j, st, path, sink);
  if (!st && n_bad) *n_bad = bad;
  return st;
}

pq_status pq_lexicon_merge(const char *const *images, size_t n,
                           const char *path, const pq_sink *sink) {
  if (!images || !n || !path) return PQ_BAD_ARG;
  job j = {.known = NULL};
  pq_status st = open_job(&j, NULL, 0, sink);
  for (size_t i = 0; !st && i < n; ++i) {
    st = pq_import_image(j.run, images[i]);
  }
  return close_job(&j, st, path, sink);
}

/* ---- counts ---- */

static pq_status count(const pq_lexicon *lex, pq_alloc *alloc, pq_output *out) {
  pq_buf told;
  pq_buf_init(&told, alloc);
  pq_lexicon_count(lex, &told);
  pq_status st = told.status;
  if (!st) st = out->write(out->user, pq_buf_view(&told).ptr, told.len);
  pq_buf_clear(&told);
  return st;
}

pq_status pq_lexicon_stats(const pq_engine *engine, const char *file,
                           pq_output *out, const pq_sink *sink) {
  pq_status st = PQ_OK;
  if (!engine || !out || !out->write) return PQ_BAD_ARG;
  if (!file) return count(engine->lexicon, engine->alloc, out);
  const pq_lexicon_sources sources = {.overlays = &file, .n_overlays = 1};
  pq_lexicon *lex = NULL;
  PQ_TRY(st, pq_lexicon_open(engine->alloc, &sources, sink, &lex));
  st = count(lex, engine->alloc, out);
  pq_lexicon_close(lex);
  return st;
}
