#include "engine.h"
#include "feed.h"
#include "run.h"

#include "base/note.h"
#include "query/quotes.h"
#include "query/verify.h"

#include <stdlib.h>

/* A check in progress.  One file's statements are held at a time; of all files
 * only what they quote, until the records pass by. */
typedef struct checker {
  const pq_engine *engine;
  const pq_sink *sink;
  bool with_records;
  pq_quotes quotes;
  uint64_t n_errors;
  pq_status unread; /* why the first file was given up */
} checker;

static pq_verdict ask_lexicon(const void *user, pq_view accession,
                              pq_site site) {
  return pq_lexicon_site(user, accession, site);
}

/* ---- files ---- */

static pq_status verify(checker *c, const char *path, const pq_rdf *rdf) {
  pq_status st = PQ_OK;
  const pq_verify job = {.rdf = rdf,
                         .base = c->engine->maker.base,
                         .file = pq_view_of(path),
                         .sink = c->sink,
                         .sequences = {c->engine->lexicon, ask_lexicon}};
  PQ_TRY(st, pq_verify_file(&job, &c->n_errors));
  return c->with_records ? pq_quotes_add(&c->quotes, rdf, job.file) : PQ_OK;
}

/* A file that cannot be read or parsed is told and counted; the others are
 * checked all the same. */
static pq_status check_file(checker *c, const char *path) {
  pq_status st = PQ_OK;
  pq_rdf rdf;
  PQ_TRY(st, pq_rdf_open(&rdf, c->engine->alloc));
  st = pq_feed_rdf(&rdf, path, c->sink);
  if (!st) st = verify(c, path, &rdf);
  pq_rdf_close(&rdf);
  if (st == PQ_BAD_READ || st == PQ_BAD_SYNTAX || st == PQ_BAD_ENCODING) {
    ++c->n_errors;
    c->unread = PQ_BAD_READ;
    return PQ_OK;
  }
  return st;
}

/* ---- records ---- */

/* Only what keeps a record from being read is told: its other news came when
 * the files were made. */
static void pass_errors(void *user, const pq_note *note) {
  const checker *const c = user;
  if (note->severity == PQ_NOTE_ERROR) (void)pq_tell(c->sink, note);
}

static pq_status document_iri(const checker *c, const pq_text *text,
                              pq_buf *room) {
  pq_buf_reset(room);
  pq_buf_put(room, c->engine->maker.base);
  pq_buf_put(room, pq_prefix_at(PQ_PREFIX_DOC)->space);
  pq_buf_put(room, pq_digest_short(&text->digest));
  return room->status;
}

static pq_status compare_record(checker *c, const pq_record *r, pq_buf *room) {
  pq_status st = PQ_OK;
  for (uint32_t i = 0; i < r->texts.n; ++i) {
    const pq_text *const text = &r->texts.at[i];
    PQ_TRY(st, document_iri(c, text, room));
    pq_quotes_compare(&c->quotes, pq_buf_view(room), text, c->sink,
                      &c->n_errors);
  }
  return PQ_OK;
}

static pq_status check_records(checker *c, const pq_inputs *records) {
  pq_status st = PQ_OK;
  pq_stream *stream = NULL;
  pq_harvest harvest = {0};
  pq_desk desk;
  pq_buf room;
  const pq_sink sink = {c, pass_errors};
  PQ_TRY(st, pq_stream_open(c->engine->alloc, records, &sink, &stream));
  pq_desk_open(&desk, c->engine, &sink);
  pq_buf_init(&room, c->engine->alloc);
  while (!st) {
    pq_raw raw = {0};
    st = pq_run_next(stream, &harvest, &raw);
    if (st || pq_desk_read(&desk, &raw)) continue;
    st = compare_record(c, &desk.record, &room);
  }
  if (st == PQ_END) st = pq_run_close(&harvest, c->sink);
  pq_buf_clear(&room);
  pq_desk_close(&desk);
  pq_stream_close(stream);
  return st;
}

pq_status pq_check(pq_engine *engine, const char *const *files, size_t n_files,
                   const pq_inputs *records, const pq_sink *sink,
                   uint64_t *n_errors) {
  pq_status st = PQ_OK;
  if (!engine || (n_files && !files) ||
      (records && !pq_inputs_are_sound(records))) {
    return PQ_BAD_ARG;
  }
  checker c = {.engine = engine, .sink = sink, .with_records = records != NULL};
  pq_quotes_init(&c.quotes, engine->alloc);
  for (size_t i = 0; !st && i < n_files; ++i) {
    st = check_file(&c, files[i]);
  }
  pq_quotes_settle(&c.quotes);
  if (!st && records) st = check_records(&c, records);
  if (!st && records) pq_quotes_rest(&c.quotes, sink);
  pq_quotes_clear(&c.quotes);
  if (!st) st = c.unread;
  if (!st && n_errors) *n_errors = c.n_errors;
  return st;
}
