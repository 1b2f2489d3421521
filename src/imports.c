/* Imports: files in, an image out. */
#include "folder.h"

#include "base/note.h"
#include "lexicon/import/import.h"

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
  if (!what || !what->kind || !path || (what->n_files && !what->files)) {
    return PQ_BAD_ARG;
  }
  const pq_import_kind *const kind = pq_import_kind_of(pq_view_of(what->kind));
  if (!kind || !what->n_files) return PQ_BAD_ARG;
  listener ear = {what->progress};
  const pq_import_options options = {.taxa = what->taxa,
                                     .all_loci = what->all_loci,
                                     .tick = ear.progress ? tick : NULL,
                                     .user = &ear};
  pq_import_run *run = NULL;
  pq_buf image;
  uint64_t bad = 0;
  pq_buf_init(&image, NULL);
  pq_status st = pq_import_open(NULL, &options, sink, &run);
  if (!st) st = read_all(run, kind, what, &bad);
  if (!st) st = pq_import_finish(run, &image);
  pq_import_close(run);
  if (!st) st = pq_file_save(path, pq_buf_view(&image), sink);
  pq_buf_clear(&image);
  if (!st && n_bad) *n_bad = bad;
  return st;
}
