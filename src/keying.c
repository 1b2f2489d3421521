#include "keying.h"

#include "bundle.h"

#include "base/alloc.h"
#include "base/note.h"
#include "base/pool.h"

#include <errno.h>

enum {
  BATCHES_PER_WORKER = 4
};

/* Some records, and what became of them: keys, whose ids live in the bundle's
 * arena, and in the bundle's bytes what is to be kept. */
typedef struct batch {
  pq_bundle bundle;
  PQ_VEC(pq_key) keys;
} batch;

typedef struct reading {
  const pq_keying *k;
  pq_shard shard;
  uint32_t n_workers, n_batches;
  pq_desk *desks; /* of the workers */
  batch *batches; /* in the slots */
  pq_pool *pool;  /* NULL until there is more than one batch */
  uint64_t at;    /* in the scratch file */
  bool ended;     /* the stream */
} reading;

/* ---- a worker ---- */

static pq_status find_key(batch *b, pq_desk *desk, const pq_raw *raw) {
  pq_key key;
  pq_status st = pq_desk_read(desk, raw);
  if (st == PQ_NO_MEM) return st; /* its name would be another */
  const pq_view id = st ? (pq_view){"", 0} : desk->record.stable_id;
  if (!pq_shard_has(&desk->shard, id, raw->bytes)) return PQ_OK;
  PQ_TRY(st, pq_key_make(raw, &key));
  PQ_TRY(st, pq_arena_copy(&b->bundle.arena, id, &key.id));
  key.at = b->bundle.bytes.len;
  pq_buf_put(&b->bundle.bytes, raw->bytes);
  PQ_PUSH(&b->bundle.arena, &b->keys, key);
  return b->bundle.bytes.status;
}

static void work(void *user, uint32_t worker, uint32_t slot) {
  reading *const r = user;
  batch *const b = &r->batches[slot];
  for (uint32_t i = 0; i < b->bundle.items.n && !b->bundle.status; ++i) {
    b->bundle.status =
        find_key(b, &r->desks[worker], &b->bundle.items.at[i].raw);
  }
}

/* ---- this thread ---- */

static pq_status fill(reading *r, pq_stream *stream, batch *b) {
  pq_status st = PQ_OK;
  pq_bundle_reset(&b->bundle);
  b->keys.at = NULL;
  b->keys.n = b->keys.cap = 0;
  while (!st && !pq_bundle_is_full(&b->bundle)) {
    pq_raw raw = {0};
    st = pq_run_next(stream, r->k->harvest, &raw);
    if (!st) st = pq_bundle_add(&b->bundle, &raw);
  }
  r->ended = st == PQ_END;
  return r->ended ? PQ_OK : st;
}

static pq_status keep_raw(const reading *r, pq_view bytes) {
  if (!pq_bytes_write(r->k->scratch, bytes)) return PQ_OK;
  return pq_fail(r->k->sink, PQ_BAD_WRITE, "output.not-written",
                 (pq_place){.file = pq_view_of(r->k->folder->path)},
                 "cannot keep the records for the second reading%s",
                 errno == ENOSPC ? ": no space is left" : "");
}

static pq_status take(reading *r, const batch *b) {
  pq_status st = b->bundle.status;
  if (st) return st;
  for (uint32_t i = 0; i < b->keys.n; ++i) {
    pq_key key = b->keys.at[i];
    key.at += r->at;
    PQ_TRY(st, pq_keys_put(r->k->keys, &key));
  }
  PQ_TRY(st, keep_raw(r, pq_buf_view(&b->bundle.bytes)));
  r->at += b->bundle.bytes.len;
  return PQ_OK;
}

static pq_status read_alone(reading *r, pq_stream *stream) {
  pq_status st = PQ_OK;
  for (;;) {
    work(r, 0, 0);
    PQ_TRY(st, take(r, &r->batches[0]));
    if (r->ended) return PQ_OK;
    PQ_TRY(st, fill(r, stream, &r->batches[0]));
  }
}

static pq_status read_together(reading *r, pq_stream *stream) {
  pq_status st = PQ_OK;
  pq_pool_send(r->pool); /* its first free slot is 0 */
  for (;;) {
    uint32_t slot = 0;
    if (!r->ended && pq_pool_free(r->pool, &slot)) {
      PQ_TRY(st, fill(r, stream, &r->batches[slot]));
      pq_pool_send(r->pool);
      continue;
    }
    if (!pq_pool_next(r->pool, &slot)) return PQ_OK;
    PQ_TRY(st, take(r, &r->batches[slot]));
    pq_pool_done(r->pool);
  }
}

/* Threads begin where one batch is not all. */
static pq_status read_all(reading *r, pq_stream *stream) {
  pq_status st = PQ_OK;
  const pq_pool_job job = {.user = r, .work = work};
  PQ_TRY(st, fill(r, stream, &r->batches[0]));
  if (r->ended || r->n_workers < 2) return read_alone(r, stream);
  PQ_TRY(st, pq_pool_open(r->k->engine->alloc, r->n_workers, r->n_batches, &job,
                          &r->pool));
  return read_together(r, stream);
}

static pq_status open_reading(reading *r) {
  pq_alloc *const alloc = r->k->engine->alloc;
  r->desks = pq_calloc(alloc, r->n_workers * sizeof *r->desks);
  r->batches = pq_calloc(alloc, r->n_batches * sizeof *r->batches);
  if (!r->desks || !r->batches) return PQ_NO_MEM;
  for (uint32_t i = 0; i < r->n_workers; ++i) {
    pq_desk_open(&r->desks[i], r->k->engine, NULL);
    r->desks[i].shard = r->shard;
  }
  for (uint32_t i = 0; i < r->n_batches; ++i) {
    pq_bundle_open(&r->batches[i].bundle, alloc);
  }
  return PQ_OK;
}

static void close_reading(reading *r) {
  pq_alloc *const alloc = r->k->engine->alloc;
  const bool opened = r->desks && r->batches;
  pq_pool_close(r->pool);
  for (uint32_t i = 0; opened && i < r->n_workers; ++i) {
    pq_desk_close(&r->desks[i]);
  }
  for (uint32_t i = 0; opened && i < r->n_batches; ++i) {
    pq_bundle_close(&r->batches[i].bundle);
  }
  pq_free(alloc, r->desks);
  pq_free(alloc, r->batches);
}

pq_status pq_keying_run(const pq_keying *k, const pq_inputs *inputs) {
  pq_status st = PQ_OK;
  const uint32_t jobs = k->engine->jobs > 1 ? k->engine->jobs : 1;
  pq_stream *stream = NULL;
  reading r = {.k = k,
               .shard = {inputs->shard, inputs->n_shards},
               .n_workers = jobs,
               .n_batches = jobs > 1 ? BATCHES_PER_WORKER * jobs : 1};
  PQ_TRY(st, pq_stream_open(k->engine->alloc, inputs, k->sink, &stream));
  st = open_reading(&r);
  if (!st) st = read_all(&r, stream);
  close_reading(&r);
  pq_stream_close(stream);
  return st;
}
